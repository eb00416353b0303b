/** Summarizes here or, where that takes longer than a blink, in a worker that can be cancelled. */

import { summarize } from "../core.js";
import { gist } from "../panel.js";

/** From this many characters on a text goes to the worker. */
export const LONG = 200_000;

const address = () => new URL("../worker.js", import.meta.url).href;
// No worker of another address can be started here.
const policy = globalThis.trustedTypes?.createPolicy("nutgraf-worker", { createScriptURL: address }) ?? { createScriptURL: address };

/**
 * @param {string} text
 * @param {import("../core.js").Options} options
 * @param {AbortSignal} signal ends the work; the promise then never settles
 * @returns {Promise<import("../types.d.ts").Gist>}
 */
export async function work(text, options, signal) {
  if (text.length < LONG) return gist(await summarize(text, options));
  const worker = new Worker(/** @type {any} */ (policy.createScriptURL("")), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate());
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) =>
        data.gist ? resolve(data.gist) : reject(new Error(data.error)),
      );
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        reject(new Error(event.message || "the worker did not start"));
      });
      worker.postMessage({ text, options });
    });
  } finally {
    worker.terminate();
  }
}
