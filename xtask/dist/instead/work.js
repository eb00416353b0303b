/** Stands for `www/page/work.js`: a page without files has none to start a worker from. */

import { summarize } from "../../../www/core.js";
import { gist } from "../../../www/panel.js";
import { light } from "../../../www/page/drawn/light.js";

export const LONG = 200_000;

export async function work(text, options) {
  if (text.length < LONG) return gist(await summarize(text, options));
  // The page says that it reads before it is held up.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return light(gist(await summarize(text, options)));
}
