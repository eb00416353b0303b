/** Shapes of the page alone. */

import type { Options } from "../core.js";
import type { Gist } from "../types.d.ts";

/** A story that one can choose. */
export type Source = {
  title: string;
  text: string;
  lang: string;
  /** What the reader should know of how it was read. */
  remark: string;
  /** Where it stands on the web, if it says so. */
  address?: string;
  /** The fragment that it came in. */
  fragment?: string;
  /** What is known of the text beside what it says. */
  options?: Options;
  /** Made before, for the choices of a new page. */
  gist?: Gist;
  /** Another way to read the same, and what its button says. */
  other?: [offer: string, source: Source];
};

/** The page, as its tools have it. */
export type Desk = {
  /** The story that stands in the article, and what was found in it. */
  shown: () => { source: Source; gist: Gist };
  /** Reads the open story again. */
  update: () => void;
  /** Takes the last decision back about what belongs to the story. */
  undo: () => void;
};
