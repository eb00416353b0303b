/** The one thing that an article's page is given: a sheet of `::highlight` rules, as long as someone marks there. */

const RULES = `
  ::highlight(nutgraf-pick) {
    background-color: var(--nutgraf-pick, rgb(240 180 41 / 0.25));
  }

  ::highlight(nutgraf-flash) {
    background-color: var(--nutgraf-flash, rgb(240 180 41 / 0.6));
  }

  @media (forced-colors: active) {
    ::highlight(nutgraf-pick) {
      background-color: Mark;
      color: MarkText;
    }

    ::highlight(nutgraf-flash) {
      background-color: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    ::highlight(nutgraf-pick) {
      background-color: transparent;
    }
  }
`;

/** @type {WeakMap<Document | ShadowRoot, { sheet: CSSStyleSheet, users: number }>} */
const lent = new WeakMap();

/**
 * Lends the sheet to a root; the function that is returned takes it back, and the last one removes it.
 *
 * @param {Document | ShadowRoot} root
 */
export function lend(root) {
  const entry = lent.get(root) ?? add(root);
  entry.users += 1;
  return () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
    lent.delete(root);
  };
}

/** @param {Document | ShadowRoot} root */
function add(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const entry = { sheet, users: 0 };
  lent.set(root, entry);
  return entry;
}
