/** Files to text: what they are, in which encoding, and a clear word where they are no text. */

import { words } from "./words/language.js";

/** The most bytes of a file, and the most characters of a paste, that are taken. */
export const LIMIT = 10_000_000;

/** A file or paste that cannot be read; the message says which and what to do. */
export class Unreadable extends Error {}

/**
 * The story of a file, with a remark where something had to be guessed.
 *
 * @param {File} file
 * @returns {Promise<import("./types.d.ts").Source>}
 */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.slice(0, LIMIT).arrayBuffer());
  const title = file.name;
  if (!isHtml(file)) return { title, lang: "", ...decode(bytes, title) };
  const { encodingOf, readPage } = await import("./html/read.js");
  const { text, remark } = decode(bytes, title, encodingOf(bytes));
  const page = await readPage(text);
  if (!page.text.trim()) throw new Unreadable(words.emptyPage(title));
  return { ...page, title, remark: [page.remark, remark].filter(Boolean).join(" ") };
}

function isHtml({ name, type }) {
  return type === "text/html" || type === "application/xhtml+xml" || /\.x?html?$/i.test(name);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string | null} [declared] the encoding that is right where the bytes are not UTF-8
 */
function decode(bytes, name, declared = null) {
  const refuse = (what) => {
    throw new Unreadable(words.refused(name, words[what]));
  };
  const known = Object.keys(SIGNATURES).find((signature) => startsWith(bytes, signature));
  if (known) refuse(SIGNATURES[known]);
  const wide = startsWith(bytes, "\xff\xfe") ? "utf-16le" : startsWith(bytes, "\xfe\xff") ? "utf-16be" : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), remark: "" };
  if (bytes.includes(0)) refuse("binary");
  try {
    // `stream` forgives a character that the limit cut in two.
    const stream = bytes.length === LIMIT;
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream }), remark: "" };
  } catch {
    if (declared && declared !== "utf-8") return { text: new TextDecoder(declared).decode(bytes), remark: "" };
    return { text: new TextDecoder("windows-1252").decode(bytes), remark: words.guessed(name) };
  }
}

/** Formats that hold stories but are not text, by their first bytes. */
const SIGNATURES = {
  "%PDF-": "pdf",
  "{\\rtf": "rtf",
  "From: <Saved by": "archive",
  "MIME-Version:": "archive",
  "\x89PNG": "picture",
  "\xff\xd8\xff": "picture",
};

function startsWith(bytes, signature) {
  return [...signature].every((c, i) => bytes[i] === c.charCodeAt(0));
}
