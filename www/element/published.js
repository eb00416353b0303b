/** What was found in an article when it was published, from a file or from the panel that its page came with. */

import { PARTS, READ, read } from "../quote.js";
import { inkOf } from "./ink.js";

/** What is no text of the article, in as few words as may be: the core, which knows more, is not there. */
const APART =
  "aside, button, form, nav, noscript, nut-graf, script, style, svg, template, [aria-hidden=true], [data-nutgraf=skip], [hidden]";

/** The files by address: an article that changes is read again, its file is not. @type {Map<string, Promise<string>>} */
const files = new Map();

/** What was told. @type {Set<string>} */
const told = new Set();

/**
 * The story of `article` as it was published; `null`, and one warning, where that does not fit what stands there.
 *
 * @param {HTMLElement} host
 * @param {Element} article
 * @returns {Promise<import("../types.d.ts").Story | null>}
 */
export async function published(host, article) {
  const src = host.getAttribute("src");
  try {
    const json = host.shadowRoot.querySelector("script")?.textContent ?? (await load(new URL(src, host.baseURI).href));
    const { text } = read(article, roleOf);
    const { places, hash } = inkOf(text);
    const summary = JSON.parse(json, (key, value) => {
      if (key === "start") return places[value];
      return key === "end" ? places[value - 1] + 1 : value;
    });
    if (![summary?.picks, summary?.figures, summary?.entities].every(Array.isArray)) throw new Error("is no summary");
    if (summary.hash !== hash) throw new Error("was made of other words than the article has");
    return { text, options: hash, roleOf, find: async () => summary };
  } catch ({ message }) {
    const line = `nut-graf: ${src ?? "what the page came with"}: ${message}. The article is read instead.`;
    if (!told.has(line)) console.warn(line);
    told.add(line);
    return null;
  }
}

/** @param {string} address */
function load(address) {
  const file = files.get(address) ?? fetched(address);
  files.set(address, file);
  return file;
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.text();
}

/** As the core says what an element is for the text. @param {Element} element */
function roleOf(element) {
  // A form answers with a field of its own where that has the name of what is asked.
  const is = (selector) => Element.prototype.matches.call(element, selector);
  const { display } = getComputedStyle(element);
  if (display === "none") return 0;
  if (is(APART)) return PARTS;
  return is("br") || !/^(inline|contents)/.test(display) ? READ | PARTS : READ;
}
