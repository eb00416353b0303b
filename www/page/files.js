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
  const parsed = new DOMParser().parseFromString(text, "text/html");
  return { text: await readElement(parsed.body), remark };
}

function isHtml({ name, type }) {
  return type === "text/html" || type === "application/xhtml+xml" || /\.x?html?$/i.test(name);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  const known = Object.entries(SIGNATURES).find(([signature]) => startsWith(bytes, signature));
  if (known) throw new Unreadable(`“${name}” is ${known[1]}. Open it, copy the story and paste it here.`);
  const wide = startsWith(bytes, "\xff\xfe") ? "utf-16le" : startsWith(bytes, "\xfe\xff") ? "utf-16be" : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), remark: "" };
  if (bytes.includes(0)) {
    throw new Unreadable(
      `“${name}” is not a text file: it holds binary data. Choose a .txt or .html file, or copy the story and paste it here.`,
    );
  }
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
const SIGNATURES = { "%PDF-": "a PDF file", "{\\rtf": "a rich text file", "\x89PNG": "a picture", "\xff\xd8\xff": "a picture" };

function startsWith(bytes, signature) {
  return [...signature].every((c, i) => bytes[i] === c.charCodeAt(0));
}
