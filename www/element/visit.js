/**
 * The work of an element, loaded when it nears the viewport: to read its article and show what was found.
 *
 * @typedef {import("../types.d.ts").Visit} Visit
 */

import { readElement, roles, summarize } from "../core.js";
import { address } from "../quote.js";
import { keepFocus } from "../reveal.js";
import { pause } from "../slices.js";
import { placesIn } from "./place.js";
import { fitting, shell } from "./shell.js";
import { sheets } from "./sheets.js";

const FOCUSES = ["names", "figures"];
const MOST_SENTENCES = 30;

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
  const [styles, { text, options, roleOf, find }] = await Promise.all([sheets(), storyIn(host, article)]);
  const level = wholeNumber(host, "heading-level", 6) ?? 2;
  const form = { level, lang: host.lang || article.closest("[lang]")?.getAttribute("lang") };
  const key = JSON.stringify([text, options, form]);
  if (!signal.aborted && before?.article === article && before.key === key) {
    before.mark();
    return before;
  }
  // Each step is a task of its own.
  await pause();
  const summary = await find(signal);
  await pause();
  // From here on nothing waits. What has left the page can hold no marks; that it is gone is noticed when it rests.
  if (signal.aborted || !article.isConnected || summary.picks.length === 0) return null;
  const places = placesIn(article, text, roleOf);
  const acts = { jump: (span, _from, kind) => jump(host, article, places, text, span, kind), address: (span) => address(text, span) };
  const panel = shell(text, summary, form, acts);
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  let fit;
  before?.leave();
  keepFocus(root, () => {
    root.getElementById("panel")?.remove();
    root.append(panel);
    root.adoptedStyleSheets = [root.adoptedStyleSheets[0], ...styles];
    fit = fitting(host, panel);
  });
  const mark = () => places.mark(summary.picks);
  mark();
  return { article, summary, key, mark, fit, leave: places.unmark };
}

/** What was found when the article was published, where that fits, else what the core reads. */
async function storyIn(host, article) {
  if (host.hasAttribute("src") || host.shadowRoot.querySelector("script")) {
    const { published } = await import("./published.js");
    const story = await published(host, article);
    if (story) return story;
  }
  const [{ text, ...marked }, roleOf] = await Promise.all([readElement(article), roles()]);
  const options = { ...optionsOf(host), ...marked };
  return { text, options, roleOf, find: (signal) => summarize(text, options, signal) };
}

function optionsOf(host) {
  const sentences = wholeNumber(host, "sentences", MOST_SENTENCES) ?? 3;
  const focus = FOCUSES.find((focus) => focus === host.getAttribute("focus")) ?? "balanced";
  return { sentences, focus };
}

/** A wrong value is none, as in HTML. */
function wholeNumber(host, name, most) {
  const number = Number(host.getAttribute(name));
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : null;
}

function jump(host, article, places, text, span, kind) {
  const [range] = places.rangesOf([span]);
  // Where the article has just changed it is about to be read again.
  if (!range) return;
  const detail = { kind, text: text.slice(span.start, span.end), article, range };
  const event = new CustomEvent("nutgraf-jump", { bubbles: true, composed: true, cancelable: true, detail });
  if (host.dispatchEvent(event)) places.show(range);
}
