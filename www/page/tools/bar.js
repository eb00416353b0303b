/** What one does with a summary: copy it, save it, share it, link to its story. */

import { make } from "../../panel.js";
import { LANGUAGES, label, next, speak, words } from "../words/language.js";
import { keep } from "./kept.js";
import { keys } from "./keys.js";

const sheet = Object.assign(make("link"), { rel: "stylesheet", href: new URL("tools.css", import.meta.url).href });
await new Promise((resolve) => {
  sheet.onload = sheet.onerror = resolve;
  document.head.append(sheet);
});

/** Says what came of it, where the reader's eyes are. */
const said = make("p", "said");
said.role = "status";

/**
 * Puts the tools below the summary, and the help beside the name of the page.
 *
 * @param {import("../../types.d.ts").Desk} desk
 */
export function bar(desk) {
  const format = make("select");
  Object.assign(format, { id: "format", autocomplete: "off" });
  for (const value of ["text", "markdown", "json", "html"]) format.append(new Option("", value));
  const name = Object.assign(make("label", "unseen"), { htmlFor: "format" });
  const written = async () => {
    const { FORMATS, write } = await import("./out.js");
    const shown = desk.shown();
    return { shown, type: FORMATS[format.value], content: write(format.value, shown) };
  };
  const copy = doing(async () => {
    const { type: [type], content } = await written();
    await put(content, type);
    return words.copied(format.selectedOptions[0].text);
  });
  const save = doing(async () => {
    const { type: [type, ending], content } = await written();
    const href = URL.createObjectURL(new Blob([content], { type }));
    Object.assign(make("a"), { href, download: `nutgraf.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(href));
    return "";
  });
  const link = doing(async () => {
    const { linkTo } = await import("./link.js");
    const address = await linkTo(desk.shown().source.text);
    if (!address) return words.tooLongForLink;
    await put(address);
    return words.linkCopied;
  });
  const share = doing(async () => {
    const { write } = await import("./out.js");
    const text = write("text", desk.shown());
    // A reader who turns back has not failed.
    await navigator.share({ text }).catch((error) => error.name === "AbortError" || Promise.reject(error));
    return "";
  });
  const bar = make("div");
  Object.assign(bar, { id: "tools", role: "group" });
  bar.append(name, format, button("copy", copy), button("save", save));
  if (navigator.share) bar.append(button("share", share));
  bar.append(button("link", link), said);
  document.getElementById("summary").after(bar);
  const help = async () => (await import("./help.js")).help();
  const options = make("div");
  options.id = "options";
  const language = button("language", async () => {
    const chosen = next();
    await speak(chosen);
    keep("language", chosen);
    offer();
    desk.update();
  });
  const offer = () => Object.assign(language, { lang: next(), textContent: LANGUAGES[next()] });
  offer();
  options.append(Object.assign(button("help", help), { textContent: "?" }), " ", language);
  document.querySelector("h1").after(options);
  keys(desk, { copy, help });
  label();
  // The reader comes first.
  setTimeout(async () => (await import("./install.js")).install(), 2000);
}

function button(id, act) {
  const button = Object.assign(make("button"), { id, type: "button" });
  button.addEventListener("click", act);
  return button;
}

/** An act that says what came of it. @param {() => Promise<string>} act */
function doing(act) {
  return async () => {
    try {
      said.textContent = await act();
    } catch (error) {
      said.textContent = words.failed(error.message);
    }
  };
}

/** Into the clipboard; as HTML also for those who take in nothing else. */
async function put(content, type = "text/plain") {
  if (type !== "text/html") return navigator.clipboard.writeText(content);
  const blob = (type) => new Blob([content], { type });
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain"), [type]: blob(type) })]);
}
