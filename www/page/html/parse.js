/** HTML to a document that runs and fetches nothing. */

// DOMParser and innerHTML take no plain strings here, and nothing else of the page's may feed them.
const policy = globalThis.trustedTypes?.createPolicy("nutgraf-html", { createHTML: still }) ?? { createHTML: still };

/** @param {string} html */
export function parse(html) {
  const page = new DOMParser().parseFromString(/** @type {any} */ (policy.createHTML(html)), "text/html");
  for (const element of page.querySelectorAll("body [data-style]")) {
    if (HIDING.test(/** @type {HTMLElement} */ (element).dataset.style)) /** @type {HTMLElement} */ (element).hidden = true;
  }
  return page;
}

/** Lets a library write plain strings to the `innerHTML` of `element`. @param {Element} element */
export function allowStrings(element) {
  const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  Object.defineProperty(element, "innerHTML", { get, set: (html) => set.call(element, policy.createHTML(html)) });
}

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * `html` without styles, handlers, base address and what stands for a header of HTTP. A parsed document obeys none of
 * them, but the page's policy holds in it and would report each as a violation. Fields get names that count
 * before theirs: a form asked for its `parentNode` answers with a field of that name.
 */
function still(html) {
  const bare = html
    .replace(/<style\b[^]*?(?:<\/style[^<>]*>?|$)/gi, "")
    .replace(/<(?:button|fieldset|input|object|output|select|textarea)(?=[\s/>])/gi, "$& id name")
    .replace(/<(?:base|link|meta(?=[^<>]*\shttp-equiv))\b[^<>]*>?/gi, "");
  return bare.replace(/<[a-z][^<>]*/gi, (tag) => tag.replace(/([\s"'/])(style(?=[\s=/]|$)|on[a-z]+(?=\s*=))/gi, "$1data-$2"));
}
