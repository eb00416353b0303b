/** The words of the page, in the language that its address, the reader or the browser asks for. */

import { directionOf } from "../../direction.js";
import { words as panel } from "../../panel.js";
import { recall } from "../tools/kept.js";
import en from "./en.js";

/** Each has its file beside this one. */
export const LANGUAGES = { en: "English", hi: "हिन्दी" };

export let words = en;
let spoken = "en";

const asked = [new URLSearchParams(location.search).get("lang"), recall("language"), ...navigator.languages];
const first = asked.map((tag) => String(tag).slice(0, 2).toLowerCase()).find((tag) => tag in LANGUAGES);
// Where its words do not load, the page speaks English.
if (first && first !== "en") await speak(first).catch(() => {});

/** Says all that stands in the document in another language. */
export async function speak(language) {
  words = (await import(`./${language}.js`)).default;
  spoken = language;
  Object.assign(panel, words.panel);
  Object.assign(document.documentElement, { lang: language, dir: directionOf(words.hint) });
  label();
}

/** The language after the one that is spoken. */
export function next() {
  const all = Object.keys(LANGUAGES);
  return all[(all.indexOf(spoken) + 1) % all.length];
}

/** Puts the words of the language where they stand in the document. */
export function label() {
  for (const [place, said] of Object.entries(words.page)) {
    const [selector, attribute] = place.split("@");
    const element = document.querySelector(selector);
    if (!element) continue;
    // The document is written in English.
    en.page[place] ??= attribute ? element.getAttribute(attribute) : element.textContent;
    if (attribute) element.setAttribute(attribute, said);
    else element.textContent = said;
  }
}
