/** The frame of the panel in a shadow root, with the ids that `panel.js` fills. */

import { make } from "../panel.js";

const SECTIONS = [
  ["summary", "Summary", "ol"],
  ["figures", "Key figures", "ul"],
  ["names", "Names", "ul"],
];

/**
 * @param {HTMLElement} host whose `open` attribute the button sets
 * @param {string} label
 * @param {number} level of the headings
 */
export function shell(host, label, level) {
  const panel = make("section", "panel");
  const body = make("div", "body");
  panel.id = "panel";
  panel.lang = "en";
  panel.ariaLabel = label;
  body.append(...SECTIONS.map(([name, title, tag]) => section(name, title, tag, level)));
  const { button, fit } = toggle(host, body);
  panel.append(body, button);
  return { panel, fit };
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

/** A button that opens all of the panel; it is in sight where the height that is held does not show all. */
function toggle(host, body) {
  const button = make("button", "toggle");
  button.type = "button";
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
  return { button, fit };
}
