/** Its address or the module itself, as the bundler has it; `init` takes both. */
declare const wasm: string | WebAssembly.Module;
export default wasm;
