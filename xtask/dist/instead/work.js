/** Stands for `www/page/work.js`: a page without files has none to start a worker from. */

import { summarize } from "../../../www/core.js";
import { gist } from "../../../www/panel.js";
import { light } from "../../../www/page/drawn/light.js";

export const LONG = 200_000;

export async function work(text, options, signal) {
  const found = gist(await summarize(text, options, signal));
  return text.length < LONG ? found : light(found);
}
