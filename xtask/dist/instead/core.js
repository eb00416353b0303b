/** Stands for `www/core.js`. */

import { inSlices } from "../../../www/slices.js";
import { init, use } from "../core.js";

export const summarize = inSlices.bind(null, call);
export const readElement = (element) => call((core) => core.readElement(element));
export const roles = () => call((core) => core.roleOf);

async function call(what) {
  await init();
  return use(what);
}
