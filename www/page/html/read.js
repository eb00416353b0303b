/** Web pages to stories: the article without what stands around it, under the headline and byline that the page names. */

import { readElement } from "../../core.js";
import { Readability } from "../../vendor/readability.js";
import { articleIn, plain } from "./json-ld.js";
import { allowStrings, parse } from "./parse.js";

/** A page of more elements is no article, and looking for one in it takes seconds. */
const MOST_ELEMENTS = 50_000;
/** The story's head stands in so many characters, in lines no longer than this. */
const HEAD = 800;
const HEAD_LINE = 200;
const LONGEST_BYLINE = 100;

/**
 * The story of a web page, with its plain text as another way to read it.
 *
 * @param {string} html
 * @param {string} [copied] its plain text, where the reader's clipboard holds that; else all text of the page is
 * @returns {Promise<import("../sources.js").Source>}
 */
export async function readPage(html, copied) {
  const page = parse(html);
  const { lang } = page.documentElement;
  const said = articleIn(page);
  const headline = page.querySelector("h1")?.textContent ?? "";
  const text = copied ?? (await readElement(page.body)).text;
  const found = extract(page);
  const body = found ? await readElement(found.content) : { text: "", captions: [] };
  if (!body.text.trim()) {
    return { title: found?.title ?? "", text, lang, remark: "No article was found in this web page, so all of its text was read." };
  }
  const title = said?.headline || found.title || "";
  const published = day(said?.published || found.publishedTime);
  const by = byline(said?.authors ?? [], found.byline);
  const head = headOf(body.text, { title, headline, by, published });
  const options = { captions: body.captions.map(shiftedBy(head.length)), published, title };
  const story = { title, text: head + body.text, lang, options, remark: "Read as a web page; menus and scripts were left out." };
  const plainly = { title, text, lang, remark: "Read as plain text.", other: ["Read it as a web page again", story] };
  return Object.assign(story, { other: ["Use the plain text instead", plainly] });
}

/** What Readability takes for the article; it changes `page`. */
function extract(page) {
  // It begins anew from the body that it had, and unwraps pictures from `noscript`.
  allowStrings(page.body);
  for (const element of page.querySelectorAll("noscript")) element.remove();
  const options = { disableJSONLD: true, maxElemsToParse: MOST_ELEMENTS, serializer: (element) => element };
  try {
    return new Readability(page, options).parse();
  } catch {
    return null;
  }
}

/** The line of those who wrote the story, from what the page says of them or, where it does not, from what it shows. */
function byline(authors, shown) {
  const names = authors.length ? new Intl.ListFormat("en").format(authors) : (shown ?? "").replace(/\s+/g, " ").trim();
  const by = names.replace(/^by[\s:]+/i, "");
  return /^\p{Lu}/u.test(by) && by.length <= LONGEST_BYLINE ? by : "";
}

/** The lines over `text` that the core knows as headline and byline, but for those that the text has. */
function headOf(text, { title, headline, by, published }) {
  const lines = text.slice(0, HEAD).split("\n").filter((line) => line.length <= HEAD_LINE).map(plain);
  const says = (words) => lines.some((line) => line.includes(plain(words)));
  const names = by.split(/, | and /);
  const date = published && !/\d/.test(by) ? new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date(`${published}T12:00`)) : "";
  const head = [];
  if (title && !says(title) && !lines.includes(plain(headline))) head.push(title);
  if (by && !names.some(says)) head.push([`By ${by}`, date].filter(Boolean).join(", "));
  return head.map((line) => `${line}\n\n`).join("");
}

/** The day of a date and time as its publisher wrote it, or `null` where no calendar has it. */
function day(time) {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(time ?? "") ?? [];
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

const shiftedBy = (length) => ({ start, end }) => ({ start: start + length, end: end + length });
