/** What of a text stays the same in any markup: its ink, which is all but its white space. */

/**
 * Where each character of the ink of `text` stands, in UTF-16, and a hash of it all: cyrb53 in hexadecimal digits,
 * for `crypto.subtle` is not there on plain http.
 *
 * @param {string} text
 */
export function inkOf(text) {
  const places = [];
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const { 0: run, index } of text.matchAll(/\P{White_Space}+/gu)) {
    for (let i = 0; i < run.length; i += 1) {
      places.push(index + i);
      a = Math.imul(a ^ run.charCodeAt(i), 2654435761);
      b = Math.imul(b ^ run.charCodeAt(i), 1597334677);
    }
  }
  const low = mix(a, b);
  const high = mix(b, low);
  return { places, hash: ((high & 0x1fffff) * 2 ** 32 + (low >>> 0)).toString(16) };
}

function mix(one, other) {
  return Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
}
