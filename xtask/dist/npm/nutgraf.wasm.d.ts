import type { Module } from "./index.js";

/** Its address or the module itself, as the bundler has it; `init` takes both. */
declare const wasm: string | Module;
export default wasm;
