/**
 * The work of an element, loaded when it nears the viewport: to read its article and show what was found.
 *
 * @typedef {import("../types.d.ts").Visit} Visit
 */

import { readElement, roles, summarize } from "../core.js";
import { gist } from "../gist.js";
import { show } from "../panel.js";
import { placesIn } from "./place.js";
import { shell } from "./shell.js";
import { sheets } from "./sheets.js";
import { Trouble } from "./trouble.js";

/** A longer article would hold up its page. */
const LONGEST = 1_000_000;
const FOCUSES = ["names", "figures"];
const MOST_SENTENCES = 30;

/** What the panel shows in the words of the story. */
const VERBATIM = ".quote, .value, .label, .fact, .name, .short";

/**
 * Reads `article` and shows what was found; `null` where it holds no story or `signal` came first. Where nothing has
 * changed since `before`, that is returned, its marks renewed.
 *
 * @param {HTMLElement} host
 * @param {Element} article
 * @param {Visit | null} before
 * @param {AbortSignal} signal
 * @returns {Promise<Visit | null>}
 */
export async function visit(host, article, before, signal) {
  const [styles, reading, roleOf] = await Promise.all([sheets(), readElement(article), roles()]);
  const { text, ...marked } = reading;
  if (text.length > LONGEST) throw new Trouble("length", `The article has more than ${LONGEST.toLocaleString("en")} characters.`);
  const options = { ...optionsOf(host), ...marked };
  const form = { level: levelOf(host), lang: host.lang || (article.closest("[lang]")?.getAttribute("lang") ?? "") };
  const key = JSON.stringify([text, options, form]);
  if (!signal.aborted && before?.article === article && before.key === key) {
    before.mark();
    return before;
  }
  const summary = await summarize(text, options);
  // From here on nothing waits.
  if (signal.aborted || summary.picks.length === 0) return null;
  const places = placesIn(article, text, roleOf);
  const acts = { jump: (span, _from, kind) => jump(host, article, places, text, span, kind), address: (span) => address(text, span) };
  const title = summary.title && text.slice(summary.title.start, summary.title.end);
  const { panel, fit } = shell(host, title ? `Summary: ${title}` : "Summary and key figures", form.level);
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  const focused = focusables(root).indexOf(root.activeElement);
  before?.end();
  root.append(panel);
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], ...styles];
  show(root, text, gist(summary), acts);
  if (form.lang) panel.querySelectorAll(VERBATIM).forEach((piece) => piece.setAttribute("lang", form.lang));
  if (focused !== -1) focusables(root).at(focused)?.focus({ preventScroll: true });
  const mark = () => places.mark(summary.picks);
  mark();
  const end = () => {
    places.unmark();
    panel.remove();
  };
  return { article, summary, key, mark, fit, leave: places.unmark, end };
}

/** @param {HTMLElement} host */
function optionsOf(host) {
  const sentences = wholeNumber(host.getAttribute("sentences"), 1, MOST_SENTENCES) ?? 3;
  const focus = FOCUSES.find((focus) => focus === host.getAttribute("focus")) ?? "balanced";
  return { sentences, focus };
}

/** @param {HTMLElement} host */
function levelOf(host) {
  return wholeNumber(host.getAttribute("heading-level"), 1, 6) ?? 2;
}

/** A wrong value is none, as in HTML. */
function wholeNumber(value, least, most) {
  const number = Number(value ?? NaN);
  return Number.isInteger(number) && number >= least ? Math.min(number, most) : null;
}

function jump(host, article, places, text, span, kind) {
  const [range] = places.rangesOf([span]);
  // Where the article has just changed it is about to be read again.
  if (!range) return;
  const detail = { kind, text: text.slice(span.start, span.end), article, range };
  const event = new CustomEvent("nutgraf-jump", { bubbles: true, composed: true, cancelable: true, detail });
  if (host.dispatchEvent(event)) places.show(range);
}

/** A link to the very words, for those who copy it or open it elsewhere. */
function address(text, { start, end }) {
  const words = text.slice(start, end).trim().split(/\s+/);
  const ends = words.length > 10 ? [words.slice(0, 5), words.slice(-5)] : [words];
  return `#:~:text=${ends.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",")}`;
}

/** @param {ShadowRoot} root @returns {HTMLElement[]} */
function focusables(root) {
  return [...root.querySelectorAll(".body a, .body button, .toggle")];
}
