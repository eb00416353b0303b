/** Summarizes one long text away from the page, which never hangs. */

import { summarize } from "./core.js";
import { gist } from "./panel.js";
import { light } from "./page/drawn/light.js";

// Held until the worker ends; no event tells.
const life = String(Math.random());
navigator.locks?.request(life, () => new Promise(() => postMessage({ life })));

self.onmessage = async ({ data: { text, options } }) => {
  try {
    postMessage({ gist: light(gist(await summarize(text, options))) });
  } catch (error) {
    postMessage({ error: String(error?.message ?? error) });
  }
};
