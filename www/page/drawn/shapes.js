/** What drawings are made of: shapes in SVG, all by attributes, for a strict policy refuses inline style; tables; short words. */

import { make, unseen, words as panel } from "../../panel.js";
import { folded, shortened } from "../words.js";
import { words as said } from "../words/language.js";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Element | string)[]} children
 */
export function shape(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  element.append(...children);
  return element;
}

/** One line of a chart, hidden from those who hear the page where it has no name: words beside it say the same. */
export const track = (name, ...shapes) =>
  shape("svg", { class: "track", ...(name ? { role: "img", "aria-label": name } : { "aria-hidden": "true" }) }, ...shapes);

export const bar = (className, from, to) => shape("rect", { class: className, x: share(from), width: share(to - from), height: "100%" });

/** A stretch of a line that leaves room for a dot at its ends. */
export const line = (className, from = -0.02, to = 1.02) =>
  shape("line", { class: className, x1: onLine(from), x2: onLine(to), y1: "50%", y2: "50%" });

export const dot = (className, at) => shape("circle", { class: className, cx: onLine(at), cy: "50%", r: 4 });

const onLine = (part) => share(0.02 + 0.96 * part);

/** A part of a whole, from 0 to 1, as attributes have it. */
const share = (part) => `${+(part * 100).toFixed(2)}%`;

/** A row of a table, its first cell a head. */
export function row(...cells) {
  const row = make("tr");
  cells.forEach((content, column) => row.append(filled(column ? "td" : "th", "", content)));
  row.firstElementChild.scope = "row";
  return row;
}

/** An element with something inside. */
export function filled(tag, className, ...content) {
  const element = make(tag, className);
  element.append(...content);
  return element;
}

/**
 * A chart of rows that each lead to a place in the story, with its data as a table below, filled when it opens, for
 * a first number takes a browser long to write.
 *
 * @param {string} title
 * @param {Element[]} links
 * @param {string} head what the second column of the table holds
 * @param {() => (string | Element)[][]} data
 */
export function chart(title, links, head, data) {
  const heads = filled("tr", "", ...[panel.way, head].map((words) => make("th", "", words)));
  const table = filled("table", "", make("caption", "unseen", title), heads);
  const list = filled("ol", "", ...links.map((link) => filled("li", "", link)));
  const below = fold("fold", said.asTable, title, table);
  below.addEventListener("toggle", () => data().forEach((cells) => table.append(row(...cells))), { once: true });
  return filled("figure", "chart", make("figcaption", "thing", title), list, below);
}

/** What folds away; those who hear the page are told what it is of. */
export const fold = (className, words, of, table) =>
  filled("details", className, filled("summary", "", words, unseen(`: ${of}`)), table);

/** The first words of a stretch. @param {string} text @param {import("../../types.d.ts").Span} span */
export const excerpt = (text, { start, end }) => shortened(folded(text.slice(start, end)), 110);
