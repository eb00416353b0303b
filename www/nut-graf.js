/**
 * `<nut-graf for="#story">` shows the sentences, key figures and names that carry an article of its page.
 *
 * Importing this file registers nothing, see `define.js`, and loads little: the rest comes when an element nears the
 * viewport.
 *
 * @typedef {import("./types.d.ts").Visit} Visit
 * @typedef {import("./pkg/nutgraf.d.ts").SummaryView} SummaryView
 */

import { Trouble, findArticle } from "./element/find.js";
import { near, watch } from "./element/watch.js";

/** So long an article may be missing before that is told. */
const PATIENCE_MS = 3000;

/** The space of the element, so that nothing moves when the panel arrives; `nut-graf.css` holds it before the script. */
const HOLD = `
  :host {
    display: block;
    block-size: var(--nutgraf-height, 28em);
  }

  :host([open]) {
    block-size: auto;
    min-block-size: var(--nutgraf-height, 28em);
  }

  :host([hidden]),
  slot[hidden] {
    display: none;
  }

  @media print {
    :host {
      block-size: auto;
    }
  }
`;

export class NutGraf extends HTMLElement {
  static observedAttributes = ["for", "src", "sentences", "focus", "heading-level", "lang", "open"];

  /** Holds what the page put into the element, and else what went wrong. */
  #slot = document.createElement("slot");
  /** Ends when the element leaves the page. */
  #stay = new AbortController();
  /** Ends with the next turn, so that late answers are dropped. */
  #turn = new AbortController();
  /** @type {Visit | null} */
  #visit = null;
  #isNear = false;
  /** The reason for trouble that was told last. */
  #told = "";

  constructor() {
    super();
    // A page that was published with a panel has both.
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const hold = new CSSStyleSheet();
    hold.replaceSync(HOLD);
    root.adoptedStyleSheets = [hold];
    this.#slot.hidden = root.firstChild !== null;
    root.append(this.#slot);
  }

  /** What was found in the article; `null` where no panel stands. @returns {SummaryView | null} */
  get summary() {
    return this.#visit?.summary ?? null;
  }

  /** Reads the article again, without waiting until it rests; settles when that is done. */
  async refresh() {
    this.#told = "";
    if (this.isConnected) await this.#update();
  }

  async connectedCallback() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    if (!this.#isNear) await near(this, signal);
    if (signal.aborted) return;
    this.#isNear = true;
    watch(this, signal, () => this.#follow());
    await this.#update();
  }

  disconnectedCallback() {
    this.#stay.abort();
    this.#turn.abort();
    this.#visit?.leave();
    this.#told = "";
  }

  attributeChangedCallback(name, before, after) {
    if (name === "open") this.#visit?.fit();
    else if (before !== after && this.#isNear) this.refresh();
  }

  /** The article has changed; that mends no core that is broken. */
  #follow() {
    if (this.#told !== "core") this.#update();
  }

  async #update() {
    this.#turn.abort();
    this.#turn = new AbortController();
    const { signal } = this.#turn;
    try {
      const article = findArticle(this);
      if (!article) return this.#wait("No article was found.", signal);
      const { visit } = await import("./element/visit.js");
      if (signal.aborted) return;
      const found = await visit(this, article, this.#visit, signal);
      if (signal.aborted) return;
      if (found) this.#show(found);
      else this.#wait("No story was found in the article.", signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** @param {Visit} visit */
  #show(visit) {
    const isNew = visit !== this.#visit;
    this.#visit = visit;
    this.#told = "";
    this.#slot.hidden = true;
    if (isNew) this.#tell("nutgraf-ready", { article: visit.article, summary: visit.summary });
  }

  /** Shows nothing, and says why if that lasts. */
  #wait(message, signal) {
    this.#clear();
    const timer = setTimeout(() => this.#fail(new Trouble("article", message)), PATIENCE_MS);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  #fail(error) {
    this.#clear();
    const reason = error.reason ?? "core";
    const message = error.message || String(error);
    this.#slot.textContent = message;
    this.#slot.name = "";
    // White space alone would be content, and would stand instead of the message.
    if (this.#slot.assignedNodes().every((node) => !node.localName && !node.data.trim())) this.#slot.name = "message";
    if (reason === this.#told) return;
    this.#told = reason;
    console.error(`nut-graf: ${message}`);
    this.#tell("nutgraf-error", { reason, message, error });
  }

  #clear() {
    this.#visit?.leave();
    this.#visit = null;
    this.shadowRoot.getElementById("panel")?.remove();
    this.#slot.hidden = false;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
