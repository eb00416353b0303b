/** What one does with a summary: copy it, save it, share it, link to its story. */

import { make } from "../../panel.js";
import { label, words } from "../words/language.js";
import { keys } from "./keys.js";
import { options } from "./options.js";

const sheet = await fetch(new URL("tools.css", import.meta.url));
document.adoptedStyleSheets.push(await new CSSStyleSheet().replace(await sheet.text()));

const summary = document.getElementById("summary");

/** Says what came of it, as long as the summary stands. */
const said = Object.assign(make("p", "said"), { role: "status" });
new MutationObserver(() => (said.textContent = "")).observe(summary, { childList: true });

/**
 * Puts the tools below the summary and the options beside the name of the page, and listens to the keys.
 *
 * @param {import("../types.d.ts").Desk} desk
 */
export function bar(desk) {
  const format = Object.assign(make("select"), { id: "format", autocomplete: "off" });
  const names = { text: "", markdown: "Markdown", json: "JSON", html: "HTML" };
  for (const value in names) format.append(new Option(names[value], value));
  const name = Object.assign(make("label", "unseen"), { htmlFor: "format" });
  const { copy, save, share, link } = outs(desk, format);
  const bar = Object.assign(make("div"), { id: "tools", role: "group" });
  bar.append(name, format, button("copy", copy), button("save", save));
  if (navigator.share) bar.append(button("share", share));
  bar.append(button("link", link), said);
  summary.after(bar);
  options(desk, button);
  keys(desk);
  label();
  // The reader comes first.
  setTimeout(async () => (await import("./install.js")).install(), 2000);
}

/** The ways out. @param {import("../types.d.ts").Desk} desk */
function outs(desk, format) {
  const written = async (as) => {
    const { FORMATS, write } = await import("./out.js");
    const [type, ending] = FORMATS[as];
    return { type, ending, content: write(as, desk.shown()) };
  };
  return {
    copy: async () => {
      const { type, content } = await written(format.value);
      await put(content, type);
      return words.copied(format.selectedOptions[0].text);
    },
    save: async () => {
      const { type, ending, content } = await written(format.value);
      const href = URL.createObjectURL(new Blob([content], { type }));
      Object.assign(make("a"), { href, download: `nutgraf.${ending}` }).click();
      setTimeout(() => URL.revokeObjectURL(href));
    },
    share: async () => {
      const { content } = await written("text");
      // A reader who turns back has not failed.
      await navigator.share({ text: content }).catch((error) => error.name === "AbortError" || Promise.reject(error));
    },
    link: async () => {
      const { linkTo } = await import("./link.js");
      const address = await linkTo(desk.shown().source.text);
      if (!address) return words.tooLongForLink;
      await put(address);
      return words.linkCopied;
    },
  };
}

/** A button that says what came of it. @param {string} id @param {() => Promise<string | void>} act */
function button(id, act) {
  const button = Object.assign(make("button"), { id, type: "button" });
  button.addEventListener("click", async () => {
    try {
      said.textContent = await act();
    } catch (error) {
      said.textContent = words.failed(error.message);
    }
  });
  return button;
}

/** Into the clipboard; as HTML also for those who take in nothing else. */
async function put(content, type = "text/plain") {
  if (type !== "text/html") return navigator.clipboard.writeText(content);
  const blob = (type) => new Blob([content], { type });
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain"), [type]: blob(type) })]);
}
