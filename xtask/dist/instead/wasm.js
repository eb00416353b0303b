/** Stands for `wasm.js`: the bytes are in the page, packed. */

import packed from "../pkg/nutgraf_bg.wasm";

export async function wasm() {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "content-type": "application/wasm" } });
}
