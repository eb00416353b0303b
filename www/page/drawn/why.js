/** Why a sentence was chosen: the parts of its score to both sides of zero, and the names and figures that earned points. */

import { make } from "../../panel.js";
import { words } from "../words/language.js";
import { bar, excerpt, filled, fold, row, track } from "./shapes.js";

/** The sentences that the reader has opened; a longer summary leaves them open. */
const opened = new Set();

/**
 * What folds away below each pick, in the order of the picks.
 *
 * @type {import("../../types.d.ts").Drawing}
 */
export function reasons(text, gist, acts) {
  // One scale for all, so that their bars may be compared.
  const points = gist.picks.flatMap(({ parts }) => parts.map(({ points }) => points));
  const scale = [Math.min(0, ...points), Math.max(1, ...points)];
  return gist.picks.map((pick) => {
    const why = fold("fold why", words.whyThis, excerpt(text, pick), sum(pick, scale, earned(text, gist, pick, acts)));
    why.open = opened.has(pick.text);
    why.addEventListener("toggle", () => opened[why.open ? "add" : "delete"](pick.text));
    return why;
  });
}

/** Ways to what is named in a pick, by the part of its score that it counts for. */
function earned(text, { entities, figures }, pick, acts) {
  const isIn = ({ start, end }) => pick.start <= start && end <= pick.end;
  const ways = (spans, kind) => spans.map((span) => {
    const way = make("button", "earned", text.slice(span.start, span.end));
    way.type = "button";
    way.addEventListener("click", () => acts.jump(span, way, kind));
    return way;
  });
  const names = entities.flatMap(({ mentions }) => mentions.find(isIn) ?? []).sort((a, b) => a.start - b.start);
  return { entities: ways(names, "name"), figures: ways(figures.filter((figure) => isIn(figure) && figure.kind !== "ordinal"), "figure") };
}

function sum({ parts, score }, scale, earned) {
  const rows = parts.toSorted((a, b) => b.points - a.points).map(({ reason, points }) => {
    const head = filled("span", "", words.why[reason]);
    earned[reason]?.forEach((way, index) => head.append(index ? ", " : ": ", way));
    return row(head, bars(points, scale), points > 0 ? `+${points}` : points);
  });
  return filled("table", "", make("caption", "unseen", words.points), ...rows, row(words.sum, "", score));
}

/** To the one side of zero what was earned, filled; to the other what was lost, as an outline. */
function bars(points, [low, high]) {
  const place = (value) => (value - low) / (high - low);
  const zero = place(0);
  const own = points < 0 ? bar("bar open", place(points), zero) : bar("bar", zero, place(points));
  return track("", own, bar("zero", zero, zero + 0.005));
}
