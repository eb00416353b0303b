/**
 * The dates of a story in the order of time, each on the same line. A day without a year has no place on it: which
 * year it is of, the story leaves open.
 */

import { link, make } from "../../panel.js";
import { words as said } from "../words/language.js";
import { chart, excerpt, line, track } from "./shapes.js";

const FEWEST = 3;
const MOST = 12;
const DAY = 86_400_000;

/** How to write a date of which so much is known, by the length of its ISO form. */
const FORMS = { 4: { year: "numeric" }, 7: { year: "numeric", month: "long" }, 10: { dateStyle: "long" } };

/** @type {import("../../types.d.ts").Drawing} */
export function dates(text, { figures, sentences }, acts) {
  const all = figures.flatMap(placed);
  const isFirst = (date, index) => all.findIndex(({ iso }) => iso === date.iso) === index;
  const found = all.filter(isFirst).slice(0, MOST).sort((a, b) => a.first - b.first || a.last - b.last);
  if (found.length < FEWEST) return [];
  const [{ first }] = found;
  const length = Math.max(...found.map(({ last }) => last)) - first;
  const links = found.map((date) => {
    const { figure } = date;
    const way = link("row", "", figure, "figure", acts);
    const words = make("span", "amount", figure.text);
    const written = time(date);
    const [from, to] = [date.first, date.last].map((time) => (time - first) / length);
    way.append(words, " ", written.textContent === figure.text ? "" : written, track("", line("axis"), line("when", from, to)));
    way.append(" ", make("span", "beside", excerpt(text, sentences[figure.sentence])));
    way.dir = words.dir;
    return way;
  });
  return [chart(said.inOrder, links, said.date, () => found.map((date) => [date.figure.text, time(date)]))];
}

/** Where a date stands in time, as far as it is known: `2024` is all of that year. */
function placed(figure) {
  const from = figure.period?.from ?? figure.period?.to;
  const to = figure.period?.to ?? from;
  if (figure.kind !== "date" || ![from, to].every((iso) => /^\d{4}/.test(iso))) return [];
  const date = { figure, iso: `${from} ${to}`, from, to, first: Date.parse(from), last: end(to) };
  return date.first <= date.last ? [date] : [];
}

/** The last day of a date. @param {string} iso */
function end(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return day ? Date.parse(iso) : Date.UTC(month ? year : year + 1, month ?? 0) - DAY;
}

/** The date as the reader's language writes it, no more exact than the story. */
function time({ from, to }) {
  const format = new Intl.DateTimeFormat(undefined, { ...FORMS[Math.min(from.length, to.length)], timeZone: "UTC" });
  const [first, last] = [from, to].map((iso) => Date.parse(iso));
  const time = from === to ? make("time", "", format.format(first)) : make("span", "", format.formatRange(first, last));
  if (from === to) time.dateTime = from;
  time.lang = format.resolvedOptions().locale;
  return time;
}
