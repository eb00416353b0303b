/** One article of the host's: the marks on it and the way to its places. */

import { flashes, marks } from "../highlight.js";
import { blockOf, occurrenceAt, quote, read } from "../quote.js";
import { reveal } from "../reveal.js";
import { lend } from "./sheet.js";

/**
 * @param {Element} article
 * @param {string} text what the core read in it
 * @param {(element: Element) => number} roleOf
 */
export function placesIn(article, text, roleOf) {
  const picked = marks("nutgraf-pick");
  const flash = flashes();
  let giveBack = null;

  const rangesOf = (/** @type {{ start: number, end: number }[]} */ spans) => {
    const reading = read(article, roleOf);
    const ranges = spans.map(({ start, end }) => quote(reading, text.slice(start, end), occurrenceAt(text, start, end)));
    return ranges.filter((range) => range !== null);
  };

  return {
    rangesOf,
    /** Marks `spans` in the article, and nothing else. */
    mark(spans) {
      giveBack ??= lend(/** @type {Document | ShadowRoot} */ (article.getRootNode()));
      picked.set(rangesOf(spans));
    },
    unmark() {
      picked.clear();
      flash([]);
      giveBack?.();
      giveBack = null;
    },
    /** Scrolls to `range`, flashes it and moves focus there. @param {Range} range */
    show(range) {
      reveal(range, blockOf(range.startContainer, roleOf) ?? /** @type {HTMLElement} */ (article));
      flash([range]);
    },
  };
}
