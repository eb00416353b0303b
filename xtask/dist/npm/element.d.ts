import type { SummaryView } from "./index.js";
import type { Details } from "./types.js";

export type { Details };

/** `<nut-graf>`, which shows the sentences, key figures and names that carry an article of its page. */
export class NutGraf extends HTMLElement {
  /** What was found in the article; `null` where no panel stands. */
  get summary(): SummaryView | null;
  /** Reads the article again, without waiting until it rests; settles when that is done. */
  refresh(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "nut-graf": NutGraf;
  }
  interface HTMLElementEventMap {
    "nutgraf-ready": CustomEvent<Details["nutgraf-ready"]>;
    "nutgraf-jump": CustomEvent<Details["nutgraf-jump"]>;
    "nutgraf-error": CustomEvent<Details["nutgraf-error"]>;
  }
}
