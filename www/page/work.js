/** Summarizes here or, where that takes longer than a blink, in a worker. */

import { summarize } from "../core.js";
import { gist } from "../panel.js";

/** From this many characters on a text goes to the worker. */
export const LONG = 200_000;

// No other worker can be started here.
const rules = { createScriptURL: () => new URL("../worker.js", import.meta.url).href };
const policy = globalThis.trustedTypes?.createPolicy("nutgraf-worker", rules) ?? rules;

/**
 * @param {string} text
 * @param {import("../core.js").Options} options
 * @param {AbortSignal} signal ends the work
 * @returns {Promise<import("../types.d.ts").Gist>}
 */
export async function work(text, options, signal) {
  if (text.length < LONG) return gist(await summarize(text, options, signal));
  const worker = new Worker(/** @type {any} */ (policy.createScriptURL("")), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate());
  try {
    return await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(why));
      worker.onmessage = ({ data: { life, gist, error } }) => {
        if (life) navigator.locks.request(life, () => fail("the worker stopped"));
        else if (gist) resolve(gist);
        else fail(error);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message || "the worker stopped");
      };
      worker.postMessage({ text, options });
    });
  } finally {
    worker.terminate();
  }
}
