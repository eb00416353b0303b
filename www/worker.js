/** Summarizes one long text away from the page, so that the page never hangs. */

import { summarize } from "./core.js";
import { gist } from "./panel.js";
import { light } from "./page/drawn/light.js";

self.addEventListener("message", async ({ data: { text, options } }) => {
  try {
    self.postMessage({ gist: light(gist(await summarize(text, options))) });
  } catch (error) {
    self.postMessage({ error: String(error?.message ?? error) });
  }
});
