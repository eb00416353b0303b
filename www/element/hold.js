/** The space of the element, so that nothing moves when the panel arrives; `nut-graf.css` holds it before the script. */
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
