/** `nutgraf/publish`: what is made of a summary when its article is published. It needs neither browser nor wasm. */

import { inkOf } from "../../../www/element/ink.js";
import { shell } from "../../../www/element/shell.js";
import { address } from "../../../www/quote.js";
import { document } from "./paper.js";

export function published(text, summary) {
  const { places, hash } = inkOf(text);
  let count = 0;
  const counts = Array.from({ length: text.length + 1 }, (_, at) => {
    while (places[count] < at) count += 1;
    return count;
  });
  const counted = JSON.stringify(summary, (key, value) => (key === "start" || key === "end" ? counts[value] : value));
  return { hash, ...JSON.parse(counted) };
}

export function panel(text, summary, { for: article, styles = "/nutgraf/published.css", headingLevel, lang } = {}) {
  const acts = { jump() {}, address: (span) => address(text, span) };
  const root = piece("template", { shadowrootmode: "open" }, [
    piece("link", { rel: "stylesheet", href: styles }),
    shell(text, summary, { level: headingLevel ?? 2, lang }, acts),
    piece("script", { type: "application/json" }, [JSON.stringify(published(text, summary))]),
  ]);
  return `${piece("nut-graf", { for: article, "heading-level": headingLevel, lang }, [root])}\n`;
}

function piece(name, attributes, children = []) {
  const made = document.createElement(name);
  const given = Object.entries(attributes).filter(([, value]) => value);
  for (const [attribute, value] of given) made.setAttribute(attribute, String(value));
  made.append(...children);
  return made;
}
