/** What the page says about a story: one clear message for each kind of answer. */

/** @param {number} bytes */
export function megabytes(bytes) {
  const value = bytes / 1_000_000;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} MB`;
}

/** @param {number} count @param {string} one @param {string} [many] */
function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * @param {string} text
 * @param {import("../types.d.ts").Gist} gist
 * @returns {{ message: string, nothing: boolean }} `nothing` where no sentence of a story was found
 */
export function describe(text, { sentences, picks, key, names, removed }) {
  const trimmed = text.trim();
  if (isOneWord(trimmed)) {
    return { message: `“${trimmed}” is one word. Paste a few sentences, and those that matter are found.`, nothing: false };
  }
  if (/^https?:\/\/\S+$/i.test(trimmed)) {
    const message = "This is an address, and nothing is fetched here. Open the page and copy its story, or save it and drop the file.";
    return { message, nothing: false };
  }
  if (sentences.length === 0) {
    const message = removed.length
      ? "All of this looks like page furniture: menus, buttons, notices. No story was found in it."
      : "No sentence was found in this text.";
    return { message, nothing: true };
  }
  if (sentences.length === 1) return { message: "This story is one sentence, so it is its own summary.", nothing: false };
  const found = [
    `${picks.length} of ${counted(sentences.length, "sentence")}`,
    key.length && counted(key.length, "key figure"),
    names.length && counted(names.length, "name"),
  ].filter(Boolean);
  const aside = removed.length ? ` ${counted(removed.length, "stretch", "stretches")} set aside as furniture.` : "";
  return { message: `${found.join(", ")}.${aside}`, nothing: false };
}

/** Is `text` a single word? `Floods` and `well-being` are; a sentence of a script without spaces is not. */
function isOneWord(text) {
  return text.length <= 40 && /^[\p{L}\p{M}\p{N}'’-]+[.!?]?$/u.test(text) && !/\p{Script=Han}{3}|\p{Script=Thai}{12}/u.test(text);
}
