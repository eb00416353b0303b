/**
 * The core, loaded once and again after it broke.
 *
 * @typedef {import("./pkg/nutgraf.d.ts").Request} Options
 */

import { inSlices } from "./slices.js";

/** @type {Promise<typeof import("./pkg/nutgraf.js")> | null} */
let core = null;
let attempt = 0;

/**
 * Finds the sentences and figures that carry a text. Rejects where the core does not load or breaks; the next call then
 * begins with a new one.
 *
 * @type {(text: string, options?: Options, signal?: AbortSignal) => Promise<import("./pkg/nutgraf.d.ts").SummaryView>}
 */
export const summarize = inSlices.bind(null, call);

/**
 * The text of an element, menus and scripts left out, blocks parted by empty lines, and what its markup says of it.
 *
 * @type {(element: Element) => Promise<import("./pkg/nutgraf.d.ts").Reading>}
 */
export const readElement = (element) => call((core) => core.readElement(element));

/** The way to ask what an element is for that text. @returns {Promise<(element: Element) => number>} */
export const roles = () => call((core) => core.roleOf);

/** @template T @param {(core: any) => T} use @returns {Promise<T>} */
async function call(use) {
  core ??= load();
  try {
    return use(await core);
  } catch (error) {
    core = null;
    throw error;
  }
}

// A module that failed to load or trapped stays so for its address; another query is another instance.
async function load() {
  const module = await import(`./pkg/nutgraf.js${attempt ? `?attempt=${attempt}` : ""}`);
  attempt += 1;
  await module.default();
  return module;
}
