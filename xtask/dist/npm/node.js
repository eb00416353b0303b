/** `nutgraf` in Node.js, which fetches no files. */

import { readFileSync } from "node:fs";
import { initSync } from "../core.js";

export { summarize } from "./index.js";

initSync(readFileSync(new URL("./nutgraf.wasm", import.meta.url)));

/** Nothing is left to do. */
export async function init() {}
