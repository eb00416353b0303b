//! Builds the core for the browser: `www/pkg/nutgraf.js`, its types and its wasm.

use std::{collections::BTreeSet, fs, path::Path};

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
    number_imports(&root().join(PACKAGE))?;
    offline::list("")
}

/// The same for what is shipped.
pub fn parts() -> Result<()> {
    let mut bindgen = compile()?;
    bindgen.omit_default_module_path(true).reset_state_function(true).generate(root().join(PARTS))?;
    number_imports(&root().join(PARTS))
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

/// Each import is named with a hash, which tells it from others of its name, and which nothing packs. A number as long does too.
fn number_imports(folder: &Path) -> Result<()> {
    let [script, wasm] = ["nutgraf.js", "nutgraf_bg.wasm"].map(|name| folder.join(name));
    let (mut js, mut bytes) = (fs::read_to_string(&script)?, fs::read(&wasm)?);
    let names = js.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).filter(|name| name.starts_with("__wbg_"));
    let hashes: BTreeSet<String> =
        names.filter_map(|name| name.rsplit_once('_')).map(|(_, hash)| hash.to_owned()).collect();
    for (number, hash) in hashes.iter().filter(|hash| hash.len() == 16).enumerate() {
        let number = format!("{number:016}");
        js = js.replace(hash, &number);
        while let Some(at) = bytes.windows(16).position(|window| window == hash.as_bytes()) {
            bytes[at..at + 16].copy_from_slice(number.as_bytes());
        }
    }
    fs::write(script, js)?;
    Ok(fs::write(wasm, bytes)?)
}
