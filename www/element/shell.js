/** The panel of an element: what was found in a story, under headings of this level, with the language of the story. */

import { gist, make, show } from "../panel.js";

const SECTIONS = [
  ["summary", "Summary", "ol"],
  ["figures", "Key figures", "ul"],
  ["names", "Names", "ul"],
];

export function shell(text, summary, { level, lang }, acts) {
  const { title } = summary;
  const panel = make("section", "panel");
  const body = make("div", "body");
  panel.id = "panel";
  panel.lang = "en";
  panel.ariaLabel = title ? `Summary: ${text.slice(title.start, title.end)}` : "Summary and key figures";
  body.append(slot("heading"), ...SECTIONS.map(([name, title, tag]) => section(name, title, tag, level)), slot("footnote"));
  panel.append(body, toggle());
  show(panel, gist(summary), acts, lang);
  return panel;
}

/** Room for what the site adds. */
function slot(name) {
  const slot = make("slot");
  slot.name = name;
  return slot;
}

function section(name, title, tag, level) {
  const section = make("section", "section");
  const heading = make(`h${level}`, "heading", title);
  const list = make(tag, "list");
  section.id = `${name}-section`;
  list.id = name;
  // Safari takes a list without bullets for none.
  list.role = "list";
  section.append(heading, list);
  return section;
}

/** A button that opens all of the panel; it keeps its place where it is not needed. */
function toggle() {
  const button = make("button", "toggle");
  button.className += " needless";
  button.type = "button";
  button.ariaExpanded = "false";
  button.textContent = "Show all";
  return button;
}

/** Has the button open `host`; the function that is returned shows it where the height that is held does not show all. */
export function fitting(host, panel) {
  const [body, button] = panel.children;
  button.addEventListener("click", () => host.toggleAttribute("open"));
  const fit = () => {
    const open = host.hasAttribute("open");
    button.textContent = open ? "Show less" : "Show all";
    button.ariaExpanded = String(open);
    const all = open ? host.offsetHeight <= parseFloat(getComputedStyle(host).minBlockSize) : body.scrollHeight <= body.clientHeight;
    button.classList.toggle("needless", all);
  };
  new ResizeObserver(fit).observe(body);
  fit();
  return fit;
}
