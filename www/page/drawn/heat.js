/** Every sentence as a bar of a slim strip beside the article: the more points, the longer and darker; the chosen are marked. */

import { words } from "../words/language.js";
import { excerpt, shape } from "./shapes.js";

/** Of a longer story each bar stands for a stretch of sentences, and leads to the best of them. */
const MOST = 240;
const HIGHEST = 18;

/** The strip of these bars; the keys lead through it, and it is one stop on the way of the Tab key. @param {Element[]} bars */
export function strip(bars) {
  const { length } = bars;
  const size = { viewBox: `0 0 10 ${length || 1}`, height: length * HIGHEST, preserveAspectRatio: "none" };
  const strip = shape("svg", { id: "heat", role: "group", "aria-label": words.strip, ...size }, ...bars);
  strip.addEventListener("keydown", (event) => {
    const at = bars.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: length - 1 }[event.key];
    if (!bars[to]) return;
    event.preventDefault();
    bars[to].focus({ preventScroll: true });
  });
  strip.addEventListener("focusin", ({ target }) => bars.forEach((bar) => bar.setAttribute("tabindex", bar === target ? 0 : -1)));
  return strip;
}

/** The bars of the strip. @type {import("../../types.d.ts").Drawing} */
export function bars(text, { sentences, picks }, acts) {
  const chosen = new Set(picks.map(({ sentence }) => sentence));
  const told = bests(sentences, chosen);
  const scores = told.map((at) => sentences[at].score);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return told.map((at, row) => {
    const sentence = sentences[at];
    const strength = (sentence.score - low) / (high - low || 1);
    const part = (className, x, width, more) => shape("rect", { class: className, x, width, y: row, height: 1, ...more });
    const isChosen = chosen.has(at);
    const name = words.sentence(at + 1, sentences.length, sentence.score, isChosen, excerpt(text, sentence));
    const bar = shape("a", { href: acts.address(sentence), tabindex: row ? -1 : 0 }, shape("title", {}, name), part("room", 0, 10));
    bar.append(part("bar", 0, 2 + 5 * strength, { "fill-opacity": 0.3 + 0.7 * strength }));
    if (isChosen) bar.append(part("chosen", 8, 2));
    bar.addEventListener("click", (event) => {
      event.preventDefault();
      acts.jump(sentence, bar, "sentence");
    });
    return bar;
  });
}

/** The best sentence of each stretch, a chosen one before all. */
function bests(sentences, chosen) {
  const step = Math.ceil(sentences.length / MOST);
  const worth = (at) => sentences[at].score + (chosen.has(at) ? 1e6 : 0);
  const best = [];
  for (const at of sentences.keys()) {
    const stretch = Math.floor(at / step);
    if (best.length === stretch || worth(at) > worth(best[stretch])) best[stretch] = at;
  }
  return best;
}
