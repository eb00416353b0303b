/** A story in a link: packed into the fragment, which a browser keeps to itself. */

import { LIMIT, Unreadable, readFile } from "../files.js";
import { folded, shortened } from "../words.js";
import { words } from "../words/language.js";

/** Longer links are cut off on their way. */
const LONGEST = 16_000;

const PACKING = "deflate-raw";

/** The link to a story, or nothing where it would be too long. @param {string} text */
export async function linkTo(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(PACKING));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  if (bytes.length > LONGEST * 0.75) return null;
  const code = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const { origin, pathname } = location;
  return `${origin}${pathname}#text=${code.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

/**
 * The story that came with an address or from another app. Throws what to tell the reader where there is none.
 *
 * @param {string} fragment
 * @returns {Promise<import("../types.d.ts").Source>}
 */
export async function arrived(fragment) {
  try {
    return await (fragment === "#shared" ? shared() : linked(fragment));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(words.badLink);
  }
}

/** What another app has shared, which lies in the cache until it is read. */
async function shared() {
  const cache = await caches.open("nutgraf-shared");
  const answer = await cache.match("shared");
  await cache.delete("shared");
  const [name, address] = ["x-name", "x-address"].map((header) => decodeURIComponent(answer.headers.get(header)));
  const content = await answer.blob();
  return { ...(await readFile(new File([content], name || words.shared, { type: content.type }))), address };
}

async function linked(fragment) {
  const text = await unpacked(fragment.replace(/^#text=/, ""));
  if (!text.trim()) throw new Error("no text");
  return { title: words.linked(shortened(folded(text))), text, lang: "", remark: "", fragment };
}

async function unpacked(code) {
  const bytes = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(PACKING));
  const reader = stream.pipeThrough(new TextDecoderStream("utf-8", { fatal: true })).getReader();
  let text = "";
  // A few bytes may unpack to more than any story has.
  while (text.length <= LIMIT) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
  }
  throw new Error("too long");
}
