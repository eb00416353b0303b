/** Stands for `www/core.js`. */

import { init, use } from "../core.js";

export const summarize = (text, options) => call((core) => core.summarize(text, options));
export const readElement = (element) => call((core) => core.readElement(element));
export const roles = () => call((core) => core.roleOf);

async function call(what) {
  await init();
  return use(what);
}
