/** A compiled module, where the types of a browser are known. */
export type Module = typeof globalThis extends { WebAssembly: { Module: new (...bytes: any) => infer Module } } ? Module : never;

/** Where the wasm comes from, for those who keep it elsewhere than beside the script: its address, its bytes or itself. */
export type Source = string | URL | Response | ArrayBuffer | Uint8Array | Module;

/** Loads the core, once. In Node.js it is there from the start. A call after one that failed tries again. */
export function init(source?: Source | Promise<Source>): Promise<void>;

/**
 * Finds the sentences and figures that carry the story, when `init()` has settled.
 * Offsets are UTF-16, ready for `slice`. Throws an `Error` that names a wrong option and says what is allowed.
 */
export function summarize(text: string, options?: Request | null): SummaryView;
