/**
 * The panel: what was found, each piece with a way to its place in the story.
 *
 * @typedef {import("./gist.js").Gist} Gist
 * @typedef {import("./gist.js").Span} Span
 * @typedef {{ jump: (span: Span, from: HTMLElement) => void, keep: (span: Span) => void, undo: (span: Span) => void }} Acts
 */

import { directionOf } from "../direction.js";

const EXCERPT = 160;
const BOUNDS = { about: "about", more: "more than", less: "less than" };
const CHANGES = { up: "up", down: "down" };

/**
 * @param {Document | ShadowRoot} root
 * @param {string} text
 * @param {Gist} gist
 * @param {Span[]} keeps what the reader put back
 * @param {Acts} acts
 */
export function show(root, text, gist, keeps, acts) {
  const part = (id) => /** @type {HTMLElement} */ (root.getElementById(id));
  const fill = (id, items) => part(id).replaceChildren(...items);
  fill("summary", gist.picks.map((pick) => item(link(text.slice(pick.start, pick.end), pick, acts))));
  fill("figures", gist.figures.map((figure) => card(figure, acts)));
  fill("names", gist.entities.map((entity) => name(entity, acts)));
  part("summary-section").hidden = gist.picks.length === 0;
  part("figures-section").hidden = gist.figures.length === 0;
  part("names-section").hidden = gist.entities.length === 0;
  showRemoved(part, text, gist.removed, keeps, acts);
}

/** A link to a place in the story. */
function link(words, span, acts) {
  const anchor = make("a", "", words);
  anchor.href = "#article";
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    acts.jump(span, anchor);
  });
  return anchor;
}

/** @param {import("./gist.js").Figure} figure */
function card(figure, acts) {
  const { text, bound, change, label, concept, period, source } = figure;
  // "more than" may stand in the figure's own words.
  const bare = /^[^\p{L}]*\d/u.test(text);
  const lead = [CHANGES[change], bare && BOUNDS[bound]].filter(Boolean).join(" ");
  const card = make("li");
  if (lead) card.append(make("p", "lead", lead));
  card.append(value(text));
  const said = label ?? concept;
  if (said && !text.includes(said)) card.append(make("p", "label", said));
  const facts = make("dl");
  if (period && period.text !== text) facts.append(make("dt", "", "When"), make("dd", "", period.text));
  if (source) facts.append(make("dt", "", "Source"), make("dd", "", source.text));
  if (facts.firstChild) card.append(facts);
  const way = link("In the story", figure, acts);
  way.append(unseen(`: ${text}${label ? `, ${label}` : ""}`));
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

/** A name that leads to its first mention, then to the next. @param {import("./gist.js").Entity} entity */
function name({ name, short, mentions }, acts) {
  const button = make("button");
  const count = make("span", "times", `×${mentions.length}`);
  count.ariaHidden = "true";
  const hint = unseen("");
  let next = 0;
  const tell = () => {
    const many = mentions.length === 1 ? "1 mention" : `${mentions.length} mentions`;
    hint.textContent = `, ${many}: go to ${next === 0 ? "the first" : `number ${next + 1}`}`;
  };
  tell();
  button.type = "button";
  button.append(make("span", "name", name));
  if (short && short !== name) button.append(" ", make("span", "short", short));
  button.append(" ", count, hint);
  button.addEventListener("click", () => {
    acts.jump(mentions[next], button);
    next = (next + 1) % mentions.length;
    tell();
  });
  return item(button);
}

/** What was set aside, and what was put back with a way to undo it, in the order of the text. */
function showRemoved(part, text, removed, keeps, acts) {
  const details = part("set-aside");
  const rows = [
    ...removed.map((span) => ({ span, reason: span.reason, verb: "Put back", act: acts.keep })),
    ...keeps.map((span) => ({ span, reason: "Put back into the story", verb: "Undo", act: acts.undo })),
  ].sort((a, b) => a.span.start - b.span.start);
  details.hidden = rows.length === 0;
  part("set-aside-heading").textContent =
    removed.length === 1 ? "1 stretch set aside as furniture" : `${removed.length} stretches set aside as furniture`;
  // Which row has focus is kept: its button is about to be replaced.
  const list = part("removed");
  const focused = [...list.children].findIndex((row) => row.contains(row.ownerDocument.activeElement));
  const at = list.children[focused]?.getAttribute("data-start");
  list.replaceChildren(...rows.map((entry) => row(text, entry)));
  const again = at && [...list.children].find((row) => row.getAttribute("data-start") === at);
  if (again) again.querySelector("button").focus({ preventScroll: true });
}

function row(text, { span, reason, verb, act }) {
  const row = make("li");
  const words = text.slice(span.start, span.end).replace(/\s+/g, " ");
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).replace(/\s\S*$/, "")}…` : words;
  const button = make("button", "", verb);
  button.type = "button";
  button.append(unseen(`: ${excerpt.slice(0, 60)}`));
  button.addEventListener("click", () => act(span));
  row.dataset.start = String(span.start);
  row.append(make("p", "reason", reason), make("p", "excerpt", excerpt), button);
  return row;
}

function item(child) {
  const item = make("li");
  item.append(child);
  return item;
}

/** For those who hear the page. */
function unseen(words) {
  return make("span", "unseen", words);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) {
    element.textContent = text;
    element.dir = directionOf(text);
  }
  return element;
}
