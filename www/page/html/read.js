/** Web pages to stories: the article without what stands around it. */

import { readElement } from "../../core.js";
import { words as said } from "../words/language.js";
import { Readability } from "../../vendor/readability.js";
import { day, headed, namesOf } from "./head.js";
import { articleIn } from "./json-ld.js";
import { allowStrings, parse } from "./parse.js";

/** How much is searched in a second, in levels of nesting, of which an element counts for so many more: measured. */
const MOST_LEVELS = 1_500_000;
const ELEMENT = 20;

/**
 * The story of a web page, with its plain text as another way to read it.
 *
 * @param {string} html
 * @param {string} [copied] its plain text, where the reader's clipboard holds that; else all text of the page is
 * @returns {Promise<import("../types.d.ts").Source>}
 */
export async function readPage(html, copied) {
  const page = parse(html);
  const { lang } = page.documentElement;
  const named = articleIn(page);
  const shown = page.querySelector("h1")?.textContent ?? "";
  const text = copied ?? (await readElement(page.body)).text;
  const found = extract(page);
  const body = found && (await readElement(found.content));
  const address = page.querySelector("[property='og:url']")?.content;
  const title = named?.headline || found?.title || page.title;
  if (!body?.text) return { title, text, lang, remark: said.noArticle };

  const published = day(named?.published || found.publishedTime || "");
  const names = namesOf(named?.authors ?? [], found.byline ?? "");
  const { text: words, ...marked } = headed(body, { title, shown, names, published });
  const options = { ...marked, published, title };
  const story = { title, text: words, lang, address, options, remark: said.asPage };
  const plainly = { title, text, lang, remark: said.asText, other: [said.toPage, story] };
  return Object.assign(story, { other: [said.toText, plainly] });
}

/** The encoding that a web page names for itself, where browsers know it. @param {Uint8Array} bytes */
export function encodingOf(bytes) {
  const opening = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const [, label] = /<meta\b[^<>]*charset\s*=\s*["']?([\w:-]+)/i.exec(opening) ?? [];
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The article as Readability has it; `page` changes. @param {Document} page */
function extract(page) {
  if (isTangled(page.body)) return null;
  // It begins anew from the body that it had, and would unwrap the pictures of `noscript`.
  allowStrings(page.body);
  for (const element of page.querySelectorAll("noscript")) element.remove();
  return new Readability(page, { disableJSONLD: true, serializer: withoutLooseHeadings }).parse();
}

/** Is there more in `root` than is searched in a moment? 50,000 elements ten deep are at the limit. */
function isTangled(root) {
  const depths = new Map([[root, 0]]);
  let levels = 0;
  for (const element of root.querySelectorAll("*")) {
    const depth = depths.get(element.parentElement) + 1;
    depths.set(element, depth);
    levels += ELEMENT + depth;
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}

/** `content` without the headings at its end, under which nothing is left. @param {Element} content */
function withoutLooseHeadings(content) {
  const rest = content.ownerDocument.createRange();
  for (const heading of [...content.querySelectorAll("h2, h3, h4, h5, h6")].reverse()) {
    rest.selectNodeContents(content);
    rest.setStartAfter(heading);
    if (rest.toString().trim()) break;
    heading.remove();
  }
  return content;
}
