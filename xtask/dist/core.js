/** The core in a bundle, where it is one module that begins anew instead of one address for each attempt. */

import start, * as core from "./pkg/nutgraf.js";
import { wasm } from "./wasm.js";

/** @type {Promise<unknown> | null} */
let started = null;
let isReady = false;

/** Loads the core once, from `source` or from where it stands. A call after one that failed tries again. */
export async function init(source) {
  started ??= start({ module_or_path: source ?? wasm() });
  try {
    await started;
    isReady = true;
  } catch (error) {
    started = null;
    throw error;
  }
}

/** The same at once, from bytes. */
export function initSync(module) {
  core.initSync({ module });
  started = Promise.resolve();
  isReady = true;
}

/** What `call` makes of the core. Where it breaks the next call is given a new one. */
export function use(call) {
  if (!isReady) throw new Error("Nutgraf is not loaded yet: call `init()` first and wait for it.");
  try {
    return call(core);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) core.__wbg_reset_state();
    throw error;
  }
}
