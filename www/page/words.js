/** What the page says about a story: one clear message for each kind of answer. */

import { words } from "./words/language.js";

/** On one line. @param {string} text */
export const folded = (text) => text.replace(/\s+/g, " ").trim();

/** The first words, and a sign that there are more. @param {string} words */
export const shortened = (words, most = 40) => (words.length > most ? `${words.slice(0, most).replace(/\s\S*$/, "")}…` : words);

/** @param {number} bytes */
export function megabytes(bytes) {
  const value = bytes / 1_000_000;
  return `${value < 10 ? +value.toFixed(1) : Math.round(value)} MB`;
}

/**
 * @param {string} text
 * @param {import("../types.d.ts").Gist} gist
 * @returns {{ message: string, nothing: boolean }} `nothing` where no sentence of a story was found
 */
export function describe(text, { sentences, picks, key, names, removed }) {
  const trimmed = text.trim();
  const say = (message, nothing = false) => ({ message, nothing });
  if (isOneWord(trimmed)) return say(words.oneWord(trimmed));
  if (/^https?:\/\/\S+$/i.test(trimmed)) return say(words.isAddress);
  if (sentences.length === 0) return say(removed.length ? words.allFurniture : words.noSentence, true);
  if (sentences.length === 1) return say(words.oneSentence);
  return say(words.found(...[picks, sentences, key, names, removed].map(({ length }) => length)));
}

/** Is `text` a single word? `Floods` and `well-being` are; a sentence of a script without spaces is not. */
function isOneWord(text) {
  return text.length <= 40 && /^[\p{L}\p{M}\p{N}'’-]+[.!?]?$/u.test(text) && !/\p{Script=Han}{3}|\p{Script=Thai}{12}/u.test(text);
}
