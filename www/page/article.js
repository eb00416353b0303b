/**
 * The article as typography: each block by its kind, in pieces that the page can find again by their offsets.
 *
 * @typedef {import("../types.d.ts").Block} Block
 * @typedef {import("../types.d.ts").Span} Span
 * @typedef {Span & { element: HTMLElement }} Piece
 */

import { directionOf } from "../direction.js";
import { quote, occurrenceAt, read } from "../quote.js";

/** A story of more blocks is drawn chunk by chunk, between which the browser may paint. */
const CHUNK = 100;
const FRAME_MS = 12;
/** A longer block is drawn in several elements, for a browser lays out an element of a megabyte for seconds. */
const LONGEST_PIECE = 20_000;

/** A list item that brings its own bullet or number needs none of the browser's. */
const BULLET = /^(?:[-–—*•·‣◦▪]|\(?(?:\d{1,3}|[a-z])[.)])\s/;

const TAGS = { title: "h2", heading: "h3", quotation: "blockquote", "list-item": "li" };

/**
 * Draws `blocks` of `text` into `root`; the last of them stand some frames later. `done` then holds.
 *
 * @param {HTMLElement} root
 * @param {string} text
 * @param {Block[]} blocks
 * @param {AbortSignal} signal
 */
export function draw(root, text, blocks, signal) {
  const story = blocks.filter(({ kind }) => kind !== "furniture");
  /** @type {Piece[]} */
  const pieces = [];
  let next = 0;
  let open = null;
  const drawChunk = () => {
    const chunk = story.length > CHUNK ? document.createElement("div") : document.createDocumentFragment();
    for (const end = Math.min(next + CHUNK, story.length); next < end; next += 1) {
      open = place(chunk, open, text, story[next - 1], story[next]);
      pieces.push(...fill(open, text, story[next]));
    }
    root.append(chunk);
  };
  const drawRest = async () => {
    while (next < story.length && !signal.aborted) {
      const start = await new Promise(requestAnimationFrame);
      while (next < story.length && !signal.aborted && performance.now() - start < FRAME_MS) drawChunk();
    }
  };
  root.replaceChildren();
  drawChunk();
  return { done: drawRest(), rangesOf: (span) => rangesOf(pieces, text, span) };
}

/** The element that `block` is to stand in, added to `drawn`; a dateline runs into its paragraph. */
function place(drawn, open, text, before, block) {
  const runsIn = before?.kind === "dateline" && open && !text.slice(before.end, block.start).includes("\n");
  if (runsIn) {
    open.append(" ");
    open.className = block.kind;
    return open;
  }
  const element = document.createElement(TAGS[block.kind] ?? "p");
  element.className = block.kind;
  element.dir = directionOf(text.slice(block.start, block.end));
  if (block.kind !== "list-item") {
    drawn.append(element);
    return element;
  }
  if (before?.kind !== "list-item" || drawn.lastChild?.nodeName !== "UL") drawn.append(document.createElement("ul"));
  if (BULLET.test(text.slice(block.start, block.start + 8))) element.classList.add("marked");
  drawn.lastChild.append(element);
  return element;
}

/** Puts the block's text into `element`, in spans where it is long or shares the element. @returns {Piece[]} */
function fill(element, text, { start, end, kind }) {
  const alone = kind !== "dateline" && !element.firstChild && end - start <= LONGEST_PIECE;
  if (alone) {
    element.textContent = text.slice(start, end);
    return [{ start, end, element }];
  }
  const pieces = [];
  for (let from = start; from < end; ) {
    const to = cut(text, from, end);
    const piece = document.createElement("span");
    piece.className = kind === "dateline" ? "place" : end - start > LONGEST_PIECE ? "piece" : "";
    piece.textContent = text.slice(from, to);
    element.append(piece);
    pieces.push({ start: from, end: to, element: piece });
    from = to;
  }
  return pieces;
}

/** Where a piece that begins at `from` ends: after white space where there is some, never inside a character. */
function cut(text, from, end) {
  if (end - from <= LONGEST_PIECE) return end;
  const window = text.slice(from, from + LONGEST_PIECE);
  const space = Math.max(window.lastIndexOf(" "), window.lastIndexOf("\n"));
  if (space > 0) return from + space + 1;
  const splitsPair = /[\uD800-\uDBFF]$/.test(window);
  return from + LONGEST_PIECE - (splitsPair ? 1 : 0);
}

/**
 * The places of a span of the text, one for each piece that it touches.
 *
 * @param {Piece[]} pieces
 * @param {string} text
 * @param {Span} span
 * @returns {{ range: Range, element: HTMLElement }[]}
 */
function rangesOf(pieces, text, { start, end }) {
  const found = [];
  for (let i = firstEndingAfter(pieces, start); i < pieces.length && pieces[i].start < end; i += 1) {
    const piece = pieces[i];
    const from = Math.max(start, piece.start) - piece.start;
    const to = Math.min(end, piece.end) - piece.start;
    const own = text.slice(piece.start, piece.end);
    const range = quote(read(piece.element), own.slice(from, to), occurrenceAt(own, from, to));
    // Focus goes to the paragraph, or to the part of it that a browser can read out in one breath.
    if (range) found.push({ range, element: piece.element.closest(".piece, :not(span)") });
  }
  return found;
}

function firstEndingAfter(pieces, offset) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
