/** What stands over a story: headline and byline, as the page names them and as the core knows them. */

import { plain } from "./json-ld.js";

/** In so many characters the head of a story ends, and its lines are no longer than these. */
const HEAD = 800;
const LONGEST_TITLE = 200;
const LONGEST_BYLINE = 100;

/**
 * The story under its headline and byline, where it lacks them.
 *
 * @typedef {{ start: number, end: number }} Span
 * @param {{ text: string } & Record<string, Span[]>} story its text, and what its markup makes of stretches of it, which move
 * @param {object} head
 * @param {string} head.title
 * @param {string} head.shown the headline that readers of the page see
 * @param {string} head.names those who wrote it
 * @param {string | null} head.published the day
 */
export function headed({ text, ...marked }, { title, shown, names, published }) {
  const lines = [...text.slice(0, HEAD).matchAll(/.+\n/g)];
  const says = (words, longest) => lines.find(([line]) => line.length <= longest && words && plain(line).includes(words));
  const own = says(plain(title), LONGEST_TITLE) ?? lines.find(([line]) => plain(shown) && plain(line) === plain(shown));
  const isSigned = names.split(/, and |, | and /).some((name) => says(plain(name), LONGEST_BYLINE));
  const added = [own ? "" : title, isSigned || !names ? "" : byline(names, published)].filter(Boolean);
  const at = own ? own.index + own[0].trimEnd().length : 0;
  const head = added.map((line) => (own ? `\n\n${line}` : `${line}\n\n`)).join("");
  for (const span of Object.values(marked).flat()) {
    if (span.start < at) continue;
    span.start += head.length;
    span.end += head.length;
  }
  return { text: text.slice(0, at) + head + text.slice(at), ...marked };
}

/** `By Ada Roe, March 12, 2026`; a byline that the page shows may have its day already. */
function byline(names, published) {
  return published && !/\d/.test(names) ? `By ${names}, ${DATE.format(new Date(`${published}T12:00`))}` : `By ${names}`;
}

// In English, like the `By` before it.
const DATE = new Intl.DateTimeFormat("en", { dateStyle: "long" });

/**
 * Those who wrote the story: the authors that the page names or, where it does not, whom its byline shows.
 *
 * @param {string[]} authors
 * @param {string} shown
 */
export function namesOf(authors, shown) {
  const names = authors.length ? new Intl.ListFormat("en").format(authors) : shown.replace(/\s+/g, " ").trim();
  const bare = names.replace(/^by[\s:]+/i, "");
  return /^\p{Lu}/u.test(bare) && bare.length <= LONGEST_BYLINE ? bare : "";
}

/** The day of a date and time as its publisher wrote it, or `null` where no calendar has it. @param {string} time */
export function day(time) {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(time) ?? [];
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
