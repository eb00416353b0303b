/**
 * The space of the element, held from its first moment so that nothing around it moves when the panel arrives.
 * `www/nut-graf.css` is the same for pages that want it held before the script is there.
 */
export const HOLD = `
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
