import type { SummaryView } from "./index.js";

/** A summary for the `src` of an element: it counts the ink of its text, all but the white space, and has a hash of that. */
export type Published = SummaryView & { hash: string };

/** What stands around a panel. */
export type Place = {
  /** A selector of the article. */
  for?: string;
  /** Where the page finds `published.css`; `/nutgraf/published.css` where nothing is said. */
  styles?: string;
  /** The level of the headings, 1 to 6; 2 where nothing is said. */
  headingLevel?: number;
  /** The language of the story. */
  lang?: string;
};

/** What `summarize(text)` found, for the file that the `src` of an element names. */
export function published(text: string, summary: SummaryView): Published;

/** The same as HTML for the page: an element with its panel, which is there without a script and is taken over by one. */
export function panel(text: string, summary: SummaryView, place?: Place): string;
