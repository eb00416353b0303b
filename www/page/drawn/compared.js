/** Figures side by side, where all are of one thing in one unit: bars from zero, or the way from one value to another. */

import { link, make, words as panel } from "../../panel.js";
import { folded, shortened } from "../words.js";
import { words } from "../words/language.js";
import { bar, chart, dot, line, track } from "./shapes.js";

const MOST_CHARTS = 6;
const MOST_FIGURES = 8;
const LONGEST = 60;

/** An age is of one person, an ordinal is no amount, and the base of a ratio is not told. */
const AMOUNTS = ["count", "money", "percent", "measure", "duration"];

/** Before `40 to 58` they make it a rise; a fall is known by its numbers, and `aged from 18 to 25` is neither. */
const RISES = /\b(?:climb|doubl|gr[eo]w|increas|jump|rais|r[io]s[ei]|soar|surg|tripl|up\b)\S*(?:\s\S+){0,3}\sfrom\s(?:\S+\s)?$/i;

const LITTLE = /^(?:an?|and|at|by|for|in|of|on|the|to)$/;

/** Where a clause ends; the comma of `1,840` ends none. */
const STOP = /[,;:.!?)"”](?=\s|$)|\s[–—]\s/;

/** What leads from one figure to the next and belongs to neither. */
const JOINT = /^[\s\p{P}]+|(?:(?:^|\s)(?:against|and|but|by|compared|from|or|than|to|up|versus|while|with))?[\s\p{P}]*$/giu;

/**
 * The charts worth drawing, those first that tell most.
 *
 * @type {import("../../types.d.ts").Drawing}
 */
export function compared(text, gist, acts) {
  const rank = ([figure]) => figure.rank ?? Infinity;
  return [...Map.groupBy(told(text, gist), (figure) => key(text, figure))]
    .map(([key, all]) => (key ? apart(all) : []))
    .filter((all) => all[0]?.high != null || new Set(all.map(({ value }) => value)).size > 1)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_CHARTS)
    .map((all) => draw(all, acts));
}

/** The figures, each with what the story says right behind it, such as `a year earlier`; else when, or else what it says ahead. */
function told(text, { figures, sentences }) {
  // `58,000 in two years` is one amount and not two.
  const others = Map.groupBy(figures.filter(({ kind }) => kind !== "date" && kind !== "duration"), ({ sentence }) => sentence);
  return figures.map((figure) => {
    const [all, sentence] = [others.get(figure.sentence) ?? [], sentences[figure.sentence]];
    const next = all.find(({ start }) => start >= figure.end)?.start ?? sentence.end;
    const last = all.findLast(({ end }) => end <= figure.start)?.end ?? sentence.start;
    const after = folded(text.slice(figure.end, next).split(STOP)[0]).replace(JOINT, "");
    const behind = shortened(after, LONGEST) || (figure.period?.text ?? "");
    const before = folded(text.slice(last, figure.start).split(STOP).at(-1));
    const ahead = before.length > LONGEST ? before.slice(-LONGEST).replace(/^\S*\s/, "…") : before;
    return { ...figure, behind, ahead: behind ? lead(figure) : ahead };
  });
}

const lead = ({ text, bound }) => (/^[^\p{L}]*\d/u.test(text) && panel[bound]) || "";

const said = ({ label, concept }) => label ?? concept ?? "";

/** The same for figures that may be compared, empty for those that never are. */
function key(text, figure) {
  const { start, kind, value, high, unit, change } = figure;
  const all = said(figure).toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = [...new Set(all)].filter((word) => !LITTLE.test(word)).sort();
  // Zero degrees are not nothing, and a magnitude counts in powers: a bar from zero would tell no truth.
  if (!telling.length || !AMOUNTS.includes(kind) || value < 0 || /celsius|fahrenheit|degree|decibel|magnitude/.test(unit)) return "";
  if (high !== null) return isMove(text, figure) ? start : "";
  // A number without a unit may be of anything, and `two states` and `five states` are no states of the same thing.
  const counted = (unit ?? "count").split(" ").map((word) => word.slice(0, -1));
  const isOfMore = unit !== "count" && telling.some((word) => !counted.some((start) => word.startsWith(start)));
  return unit && isOfMore ? [kind, unit, change, ...telling].join(" ") : "";
}

/** Did the figure go from its `value` to its `high`? */
function isMove(text, { start, value, high, change }) {
  const before = text.slice(Math.max(0, start - 80), start);
  return /\bfrom\s(?:\S+\s)?$/i.test(before) && (high < value || (high > value && (change !== "none" || RISES.test(before))));
}

/** Each value once, unless at another time; and none that neither a label, a time nor the sentence of a label tells apart. */
function apart(figures) {
  const labeled = figures.find(({ label, high }) => label || high !== null);
  const isTold = ({ label, period, sentence }) => label || period || sentence === labeled?.sentence;
  const isSame = (a, b) => a.value === b.value && a.bound === b.bound && !(a.period && b.period && a.behind !== b.behind);
  const isFirst = (figure, index) => figures.findIndex((other) => isSame(figure, other)) === index;
  return figures.filter((figure, index) => isTold(figure) && isFirst(figure, index)).slice(0, MOST_FIGURES);
}

function draw(figures, acts) {
  const [{ unit }] = figures;
  const isPercent = unit === "percentage";
  const ends = ({ value, high }) => (high === null ? [value] : [value, high]);
  const most = Math.max(...figures.flatMap(ends));
  const links = figures.map((figure) => {
    const way = link("row", "", figure, "figure", acts);
    const amount = make("span", "amount", figure.text);
    way.append(make("span", "beside", figure.ahead), " ", amount, " ", make("span", "beside", figure.behind), shapes(figure, most, ends(figure).join(" → ")));
    way.dir = amount.dir;
    return way;
  });
  const data = () => {
    const { format } = new Intl.NumberFormat(undefined, { style: isPercent ? "percent" : "decimal", maximumFractionDigits: 6 });
    const number = (figure) => ends(figure).map((end) => format(isPercent ? end / 100 : end)).join(" → ");
    return figures.map((figure, index) => [links[index].textContent.trim(), number(figure)]);
  };
  return chart(said(figures[0]), links, words.asNumber(isPercent ? "" : unit), data);
}

/** From zero, so that twice the length is twice as much, a bound as an outline; or from a ring to a dot. */
function shapes({ value, high, bound }, most, number) {
  if (high === null) return track(words.barTo(number), bar(bound === "more" || bound === "less" ? "bar open" : "bar", 0, value / most));
  const [from, to] = [value / most, high / most];
  return track(words[high < value ? "fall" : "rise"](number), line("axis"), line("went", from, to), dot("from", from), dot("to", to));
}
