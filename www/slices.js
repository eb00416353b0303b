/** Reads a story in slices of time, between which the page goes on. */

/** A task of 50 milliseconds holds up a page, and a phone may be five times as slow. */
const SLICE_MS = 8;

/** Settles when the story before is read: the core has one in hand. */
let before = Promise.resolve();

/** What the core finds, which `call` calls until `signal`. */
export function inSlices(call, text, options, signal) {
  const found = before.then(async () => {
    await call((core) => core.begin(text, options));
    let summary;
    while (!(summary = await call(slice))) {
      await pause();
      signal?.throwIfAborted();
    }
    return summary;
  });
  before = found.catch(() => {});
  return found;
}

function slice(core) {
  const end = performance.now() + SLICE_MS;
  let summary;
  while (!summary && performance.now() < end) summary = core.advance();
  return summary;
}

/** Ends the task. */
export function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
