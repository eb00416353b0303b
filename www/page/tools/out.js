/** A summary on its way out: as text, Markdown, JSON or HTML; white space is folded where line breaks would tell something else. */

import { words } from "../words/language.js";

/** The type of each format, and the end of its files' names. */
export const FORMATS = {
  text: ["text/plain", "txt"],
  markdown: ["text/markdown", "md"],
  json: ["application/json", "json"],
  html: ["text/html", "html"],
};

/**
 * @param {keyof typeof FORMATS} format
 * @param {{ source: import("../types.d.ts").Source, gist: import("../../types.d.ts").Gist }} shown
 */
export function write(format, { source, gist }) {
  const { text, options } = source;
  // A page may name anything for its address; a summary links to nothing but the web.
  const address = /^https?:\/\/\S+$/.test(source.address) ? source.address : undefined;
  const title = gist.title ? text.slice(gist.title.start, gist.title.end) : (options?.title ?? "");
  return WRITERS[format]({ title, address, picks: gist.picks, figures: gist.key });
}

const WRITERS = {
  text({ title, address, picks, figures }) {
    const told = figures.map((figure) => [`- ${figure.text}`, facts(figure)].filter(Boolean).join(" – "));
    const key = told.length && [words.page["#figures-heading"], ...told].join("\n");
    return `${[title, ...picks.map(({ text }) => text), key, address].filter(Boolean).join("\n\n")}\n`;
  },
  markdown({ title, address, picks, figures }) {
    const told = figures.map((figure) => `- ${[`**${escaped(figure.text)}**`, escaped(facts(figure))].filter(Boolean).join(" – ")}`);
    const key = told.length && `## ${words.page["#figures-heading"]}\n\n${told.join("\n")}`;
    const chosen = picks.map(({ text }) => `- ${escaped(text)}`).join("\n");
    return `${[title && `# ${escaped(title)}`, chosen, key, address && `<${address}>`].filter(Boolean).join("\n\n")}\n`;
  },
  json({ title, address, picks, figures }) {
    const chosen = picks.map(({ start, end, text }) => ({ start, end, text }));
    const told = figures.map(({ start, end, text, label, concept, period, source }) => ({ start, end, text, label: label ?? concept, period, source }));
    return `${JSON.stringify({ title, address, picks: chosen, figures: told }, null, 2)}\n`;
  },
  html({ title, address, picks, figures }) {
    const page = document.implementation.createHTMLDocument();
    const add = (to, tag, words) => to.appendChild(Object.assign(page.createElement(tag), { textContent: words }));
    const root = page.createElement("section");
    if (title) add(root, "h2", title);
    const chosen = add(root, "ul", "");
    for (const { text } of picks) add(chosen, "li", text);
    if (figures.length) add(root, "h3", words.page["#figures-heading"]);
    const told = figures.length && add(root, "dl", "");
    for (const figure of figures) {
      add(told, "dt", figure.text);
      add(told, "dd", facts(figure));
    }
    if (address) add(add(root, "p", ""), "a", address).href = address;
    return `${root.outerHTML}\n`;
  },
};

/** `killing civilians; When: between January 1 and September 30; Source: Resolute Support Mission reporting`. */
function facts({ text, label, concept, period, source }) {
  const { when, source: from } = words.panel;
  const said = label ?? concept;
  const parts = [
    said && !text.includes(said) && said,
    period && period.text !== text && `${when}: ${period.text}`,
    source && `${from}: ${source.text}`,
  ];
  return parts.filter(Boolean).join("; ");
}

/** What Markdown would take for its own is the story's. */
const escaped = (text) =>
  text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>#|&~]/g, "\\$&").replace(/^(?=[-+])|(?<=^\d+)(?=[.)])/, "\\");
