const LIKELY = ["article", "[itemprop~=articleBody]", "main"];

/** Why there is no panel; `reason` is that of the `nutgraf-error` event. */
export class Trouble extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/**
 * The article that `host` is for: what its `for` selects, in its own tree before the document. Without `for` it is the
 * article around the element or the one with the most text, else what is marked as an article's body, else `main`.
 * Throws where `for` is no selector.
 *
 * @param {HTMLElement} host
 * @returns {Element | null}
 */
export function findArticle(host) {
  const selector = host.getAttribute("for");
  const trees = /** @type {ParentNode[]} */ ([host.getRootNode(), host.ownerDocument]);
  try {
    for (const tree of trees) {
      const found = selector ? tree.querySelector(selector) : (host.closest("article") ?? longest(tree));
      if (found) return found;
    }
  } catch {
    throw new Trouble("selector", `for="${selector}" is not a selector.`);
  }
  return null;
}

/** @param {ParentNode} tree */
function longest(tree) {
  for (const selector of LIKELY) {
    const [found] = [...tree.querySelectorAll(selector)].sort((a, b) => b.textContent.length - a.textContent.length);
    if (found) return found;
  }
  return null;
}
