/** Shapes that the modules hand to one another, kept out of what a browser loads. */

import type { EntityView, FigureView, SummaryView } from "./pkg/nutgraf.d.ts";

export type Span = { start: number; end: number };
export type Block = Span & { kind: string };
export type Removed = Span & { reason: string };

/** A summary, with the figures and names that a panel shows. */
export type Gist = SummaryView & { key: FigureView[]; names: EntityView[] };

/** What a piece of the panel leads to. */
export type Kind = "sentence" | "figure" | "name";

/** What the panel asks of the page or of the element that it stands in. */
export type Acts = {
  jump: (span: Span, from: HTMLElement, kind: Kind) => void;
  /** Where a link leads that is opened elsewhere. */
  address: (span: Span) => string;
};

/** What is drawn of a summary, each part with ways to its place. */
export type Drawing = (text: string, gist: Gist, acts: Acts) => Element[];

/** An article that was read, now or when it was published. */
export type Story = {
  text: string;
  /** The same where the same is asked. */
  options: unknown;
  /** What an element of the article is for the text. */
  roleOf: (element: Element) => number;
  find: (signal: AbortSignal) => Promise<SummaryView>;
};

/** What an element shows of one article. */
export type Visit = {
  article: Element;
  summary: SummaryView;
  /** The same for the same text and options. */
  key: string;
  mark: () => void;
  /** Shows the button that opens the panel where it is needed. */
  fit: () => void;
  /** Takes the marks away. */
  leave: () => void;
};

/** The `detail` of each event of the element. */
export type Details = {
  "nutgraf-ready": { article: Element; summary: SummaryView };
  "nutgraf-jump": { kind: Kind; text: string; article: Element; range: Range };
  "nutgraf-error": { reason: "article" | "selector" | "core"; message: string; error: Error };
};
