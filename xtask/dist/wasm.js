/** The wasm where it stands as a file beside the script. */

// The build puts the hash here that the file must have; an empty one allows all.
export const wasm = () => fetch(new URL("./nutgraf.wasm", import.meta.url), { integrity: INTEGRITY });
