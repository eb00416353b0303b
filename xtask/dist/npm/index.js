/** `nutgraf` in a browser. */

import { use } from "../core.js";

export { init } from "../core.js";

export const summarize = (text, options) => use((core) => core.summarize(text, options));
