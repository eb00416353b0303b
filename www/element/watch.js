/** When an element reads its article: first when it nears the viewport, and again when the article has changed. */

import { findArticle } from "./find.js";

const MARGIN = "600px 0px";

/** The article rests this long before it is read again, but one that never rests is read this often. */
const PAUSE_MS = 400;
const LONGEST_MS = 3000;

const SUBTREE = { childList: true, subtree: true };
// A class may hide; `style` moves with every animation.
const EDITS = { ...SUBTREE, attributeFilter: ["aria-hidden", "class", "data-nutgraf", "hidden"], characterData: true };
/** What mostly makes another element the article; all attributes would be too many on a page that moves. */
const OTHERS = { ...SUBTREE, attributeFilter: ["class", "id", "itemprop"] };

/**
 * Holds when `element` is near the viewport, or will never be because `signal` came first.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function near(element, signal) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && end(),
      { rootMargin: MARGIN },
    );
    const end = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(element);
    signal.addEventListener("abort", end, { once: true });
  });
}

/**
 * Calls `changed` some time after the article of `host` was edited, replaced, inserted or removed.
 *
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @param {() => void} changed
 */
export function watch(host, signal, changed) {
  const trees = new Set([host.getRootNode(), host.ownerDocument]);
  let article = found(host);
  let edited = false;
  let timer = 0;
  let since = 0;

  const later = () => {
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(rest, Math.min(PAUSE_MS, since + LONGEST_MS - now));
  };
  const rest = () => {
    since = 0;
    const before = article;
    article = found(host);
    if (article !== before) observe();
    if (article !== before || edited) changed();
    edited = false;
  };
  const edits = new MutationObserver(() => {
    edited = true;
    later();
  });
  const others = new MutationObserver(later);
  const observe = () => {
    edits.disconnect();
    if (article) edits.observe(article, EDITS);
  };

  observe();
  trees.forEach((tree) => others.observe(tree, OTHERS));
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    edits.disconnect();
    others.disconnect();
  });
}

function found(host) {
  try {
    return findArticle(host);
  } catch {
    return null;
  }
}
