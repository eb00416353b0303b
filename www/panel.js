/**
 * The panel: what was found, each piece with a way to its place in the story. It stands in the page and in the element.
 *
 * @typedef {import("./types.d.ts").Acts} Acts
 */

import { directionOf } from "./direction.js";

/** What the panel says; another language may replace it. */
export const words = {
  about: "about",
  more: "at least",
  less: "at most",
  up: ["up", "risen to"],
  down: ["down", "fallen to"],
  when: "When",
  source: "Source",
  way: "In the story",
  mentions: (count, next) =>
    `, ${count === 1 ? "1 mention" : `${count} mentions`}: go to ${next === 0 ? "the first" : `number ${next + 1}`}`,
};

const VERBATIM = ".quote, .value, .label, .fact, .name, .short, .excerpt";
const MOST_FIGURES = 8;
const MOST_NAMES = 24;

/**
 * What a panel shows of a summary, beside all that was found.
 *
 * @param {import("./pkg/nutgraf.d.ts").SummaryView} summary
 * @returns {import("./types.d.ts").Gist}
 */
export function gist(summary) {
  const key = summary.figures.filter((figure) => figure.rank !== null).sort((a, b) => a.rank - b.rank);
  return { ...summary, key: key.slice(0, MOST_FIGURES), names: summary.entities.slice(0, MOST_NAMES) };
}

/**
 * Fills the sections of the panel in `root` and shows those that hold something.
 *
 * @param {ParentNode} root
 * @param {import("./types.d.ts").Gist} gist
 * @param {Acts} acts
 * @param {string} [lang]
 */
export function show(root, gist, acts, lang) {
  const fill = (id, items) => {
    root.querySelector(`#${id}`).replaceChildren(...items);
    root.querySelector(`#${id}-section`).hidden = items.length === 0;
  };
  fill("summary", gist.picks.map((pick) => item("sentence", link("quote", pick.text, pick, "sentence", acts))));
  fill("figures", gist.key.map((figure) => card(figure, acts)));
  fill("names", gist.names.map((entity) => name(entity, acts)));
  if (lang != null) root.querySelectorAll(VERBATIM).forEach((piece) => (piece.lang = lang));
}

/** To a place in the story. */
export function link(className, words, span, kind, acts) {
  const anchor = make("a", className, words);
  anchor.href = acts.address(span);
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    acts.jump(span, anchor, kind);
  });
  return anchor;
}

/** @param {import("./pkg/nutgraf.d.ts").FigureView} figure */
function card(figure, acts) {
  const { text, bound, change, reached, label, concept, period, source } = figure;
  // Its own words may say so.
  const bare = /^[^\p{L}]*\d/u.test(text);
  const lead = [words[change]?.[reached ? 1 : 0], bare && words[bound]].filter(Boolean).join(" ");
  const card = make("li", "figure");
  if (lead) card.append(make("p", "lead", lead));
  card.append(value(text));
  const said = label ?? concept;
  const apart = said && !text.includes(said) ? said : null;
  if (apart) card.append(make("p", "label", apart));
  const facts = make("dl", "facts");
  if (period && period.text !== text) facts.append(make("dt", "term", words.when), make("dd", "fact", period.text));
  if (source) facts.append(make("dt", "term", words.source), make("dd", "fact", source.text));
  if (facts.firstChild) card.append(facts);
  const way = link("way", words.way, figure, "figure", acts);
  way.ariaLabel = `${words.way}: ${[text, apart].filter(Boolean).join(", ")}`;
  card.append(way);
  return card;
}

/** The figure as it stands in the story, its number set large. */
function value(text) {
  const value = make("p", "value");
  const [, number, rest] = /^(\P{L}*\d[\d.,:]*[%\p{Sc}]?)(.*)$/su.exec(text) ?? [text, text, ""];
  value.dir = directionOf(text);
  value.append(make("span", number.length > 11 ? "number wide" : "number", number), rest);
  return value;
}

/** A name that leads to its first mention, then to the next. @param {import("./pkg/nutgraf.d.ts").EntityView} entity */
function name({ name, short, mentions }, acts) {
  const button = make("button", "name-button");
  const count = make("span", "times", `×${mentions.length}`);
  count.ariaHidden = "true";
  const hint = unseen("");
  let next = 0;
  const tell = () => (hint.textContent = words.mentions(mentions.length, next));
  tell();
  button.type = "button";
  button.append(make("span", "name", name));
  if (short && short !== name) button.append(" ", make("span", "short", short));
  button.append(" ", count, hint);
  button.addEventListener("click", () => {
    acts.jump(mentions[next], button, "name");
    next = (next + 1) % mentions.length;
    tell();
  });
  return item("entity", button);
}

function item(className, child) {
  const item = make("li", className);
  item.append(child);
  return item;
}

/** For those who hear the page. @param {string} words */
export function unseen(words) {
  return make("span", "unseen", words);
}

/**
 * An element, which style finds by its class in the page and by its part from outside of a shadow root.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
    element.setAttribute("part", className);
  }
  if (text) {
    element.textContent = text;
    element.dir = directionOf(text);
  }
  return element;
}
