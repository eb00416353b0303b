//! Builds the core for the browser: `www/pkg/nutgraf.js`, its types and its wasm.

use std::{fs, path::Path};

use anyhow::Result;
use walrus::{Export, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    arrange::arrange,
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
    shorten(&root().join(PACKAGE))?;
    offline::list("")
}

/// The same for what is shipped.
pub fn parts() -> Result<()> {
    let mut bindgen = compile()?;
    bindgen.omit_default_module_path(true).reset_state_function(true).generate(root().join(PARTS))?;
    shorten(&root().join(PARTS))
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

/// Gives the imports, and the exports that only the script takes, names of one letter; leaves out the exports that it does
/// not take and what tells of the compiler. The reader loads it all, and the imports' own names have hashes that nothing packs.
fn shorten(folder: &Path) -> Result<()> {
    let [script, types, wasm] = ["nutgraf.js", "nutgraf.d.ts", "nutgraf_bg.wasm"].map(|name| folder.join(name));
    let (mut js, mut dts) = (fs::read_to_string(&script)?, fs::read_to_string(&types)?);
    let mut module = ModuleConfig::new().generate_producers_section(false).parse_file(&wasm)?;
    module.customs.remove_raw("target_features");
    let letters = || ('a'..='z').chain('A'..='Z').map(String::from);
    for (import, letter) in module.imports.iter_mut().zip(letters()) {
        js = js.replace(&format!(" {}: function", import.name), &format!(" {letter}: function"));
        js = js.replace(&format!("\"{}\"", import.module), "\"a\"");
        (import.module, import.name) = ("a".to_owned(), letter);
    }
    let inner: Vec<_> = module.exports.iter().filter(|export| export.name.starts_with("__")).map(Export::id).collect();
    for (id, letter) in inner.into_iter().zip(letters()) {
        let export = module.exports.get_mut(id);
        let [call, declared] = [format!("wasm.{}", export.name), format!("readonly {}:", export.name)];
        if js.contains(&call) {
            js = js.replace(&call, &format!("wasm.{letter}"));
            dts = dts.replace(&declared, &format!("readonly {letter}:"));
            export.name = letter;
        } else {
            dts = dts.lines().filter(|line| !line.contains(&declared)).collect::<Vec<_>>().join("\n");
            module.exports.delete(id);
        }
    }
    walrus::passes::gc::run(&mut module);
    fs::write(script, js)?;
    fs::write(types, dts)?;
    fs::write(wasm, arrange(&module.emit_wasm())?)?;
    Ok(())
}
