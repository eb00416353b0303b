/** Files to text: what they are, in which encoding, and a clear word where they are no text. */

import { readElement } from "../core.js";

/** The most bytes of a file, and the most characters of a paste, that are taken. */
export const LIMIT = 10_000_000;

/** A file or paste that cannot be read; the message says which and what to do. */
export class Unreadable extends Error {}

/**
 * The text of a file, and a remark where something had to be guessed.
 *
 * @param {File} file
 * @returns {Promise<{ text: string, remark: string }>}
 */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.slice(0, LIMIT).arrayBuffer());
  const { text, remark } = decode(bytes, file.name);
  if (!isHtml(file)) return { text, remark };
  const parsed = new DOMParser().parseFromString(inert(text), "text/html");
  const { text: story } = await readElement(parsed.body);
  return { text: story, remark };
}

function isHtml({ name, type }) {
  return type === "text/html" || type === "application/xhtml+xml" || /\.x?html?$/i.test(name);
}

/**
 * `html` without styles, handlers and base address. A parsed document runs none of them, but the page's policy holds
 * in it and would report each as a violation.
 */
function inert(html) {
  const still = html.replace(/<style\b[^]*?(?:<\/style[^<>]*>?|$)/gi, "").replace(/<(?:base|link|meta)\b[^<>]*>?/gi, "");
  return still.replace(/<[a-z][^<>]*/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2"));
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  const refuse = (what) => {
    throw new Unreadable(`“${name}” is ${what}. Choose a .txt or .html file, or copy the story and paste it here.`);
  };
  const known = Object.keys(SIGNATURES).find((signature) => startsWith(bytes, signature));
  if (known) refuse(SIGNATURES[known]);
  const wide = startsWith(bytes, "\xff\xfe") ? "utf-16le" : startsWith(bytes, "\xfe\xff") ? "utf-16be" : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), remark: "" };
  if (bytes.includes(0)) refuse("not a text file: it holds binary data");
  try {
    // `stream` forgives a character that the limit cut in two.
    const stream = bytes.length === LIMIT;
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream }), remark: "" };
  } catch {
    const remark = `“${name}” is not in UTF-8; it was read as Windows-1252, so look whether its letters are right.`;
    return { text: new TextDecoder("windows-1252").decode(bytes), remark };
  }
}

/** Formats that hold stories but are not text, by their first bytes. */
const SIGNATURES = {
  "%PDF-": "a PDF file, not plain text",
  "{\\rtf": "a rich text file, not plain text",
  "\x89PNG": "a picture, not text",
  "\xff\xd8\xff": "a picture, not text",
};

function startsWith(bytes, signature) {
  return [...signature].every((c, i) => bytes[i] === c.charCodeAt(0));
}
