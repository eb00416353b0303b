/**
 * Marks on an article that leave its markup as it is: entries of the CSS highlight registry. Where a browser has
 * none, nothing is drawn and the rest goes on.
 */

const registry = globalThis.Highlight && globalThis.CSS?.highlights;
const FLASH_MS = 1600;

/**
 * Marks under one name, which others may mark under as well; `set` replaces what this one marked before.
 *
 * @param {string} name as in `::highlight(name)`
 */
export function marks(name) {
  /** @type {Range[]} */
  let own = [];
  const set = (/** @type {Range[]} */ ranges) => {
    if (!registry) return;
    const highlight = registry.get(name) ?? new Highlight();
    own.forEach((range) => highlight.delete(range));
    own = ranges;
    own.forEach((range) => highlight.add(range));
    if (highlight.size === 0) registry.delete(name);
    else registry.set(name, highlight);
  };
  return { set, clear: () => set([]) };
}

/** Flashes one place at a time: a new flash ends the one before. */
export function flashes() {
  const flashed = marks("nutgraf-flash");
  let timer = 0;
  return (/** @type {Range[]} */ ranges) => {
    clearTimeout(timer);
    flashed.set(ranges);
    timer = setTimeout(flashed.clear, FLASH_MS);
  };
}
