//! Builds the core for the browser: `www/pkg/nutgraf.js`, its types and its wasm.

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    offline,
    shell::{self, root},
    toolchain::Toolchain,
};

/// Where the built package stands, beside the modules that import it.
pub const PACKAGE: &str = "www/pkg";

/// Where what bundlers take stands: it asks for no file by itself, and can begin anew.
const PARTS: &str = "xtask/dist/pkg";

/// Compiles the crate, generates its JavaScript and TypeScript, and lists the files of the page.
pub fn package() -> Result<()> {
    let mut bindgen = compile()?;
    bindgen.omit_default_module_path(false).generate(root().join(PACKAGE))?;
    offline::list("")
}

/// The same for what is shipped.
pub fn parts() -> Result<()> {
    let mut bindgen = compile()?;
    bindgen.omit_default_module_path(true).reset_state_function(true).generate(root().join(PARTS))?;
    Ok(())
}

fn compile() -> Result<Bindgen> {
    let toolchain = Toolchain::find()?;
    let mut cargo = toolchain.cargo("build");
    cargo.args(["--lib", "--profile", "wasm", "--no-default-features", "--quiet"]);
    shell::run(cargo)?;
    let wasm = root().join(toolchain.target_dir()).join("wasm/nutgraf.wasm");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?.typescript(true).remove_name_section(true).remove_producers_section(true);
    Ok(bindgen)
}
