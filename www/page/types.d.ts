/** Shapes of the page alone. */

import type { Gist } from "../types.d.ts";
import type { Source } from "./sources.js";

/** The page, as its tools have it. */
export type Desk = {
  /** The story that stands in the article, and what was found in it. */
  shown: () => { source: Source; gist: Gist };
  /** Reads the open story again. */
  update: () => void;
  /** Takes the last decision back about what belongs to the story. */
  undo: () => void;
};
