//! What a publisher ships, in `dist`: the page as a site and in one file, the element in one file, the package for npm.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    build, offline,
    shell::{self, root},
    size, test,
};

/// Where the scripts that bundle stand, with the packages that they need.
const TOOLS: &str = "xtask/dist";

/// The page, for any server of files.
const SITE: &str = "dist/site/";

/// Makes all of it and prints how large it is, then tries the package where that is asked for.
pub fn run(tried: bool) -> Result<()> {
    build::package()?;
    make()?;
    print_sizes()?;
    if !tried {
        return Ok(());
    }
    // It drives the browser of the other tests.
    test::node("tests/web")?;
    let mut node = test::node("xtask/dist/try")?;
    node.args(["--test", "try.js"]);
    test::beside_page(node)
}

/// Makes all of it anew from what `build::package` has written; fails where the package is not sound.
pub fn make() -> Result<()> {
    let dist = root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    for path in offline::files("")?.into_iter().chain(["offline.js".to_owned()]).filter(|path| !is_bundled(path)) {
        let to = root().join(SITE).join(&path);
        fs::create_dir_all(to.parent().context("every file stands in a folder")?)?;
        fs::copy(root().join(&path), to)?;
    }
    build::parts()?;
    let mut bundle = test::node(TOOLS)?;
    bundle.args(["bundle.js", env!("CARGO_PKG_VERSION")]);
    shell::run(bundle)?;
    offline::list(SITE)?;
    for check in ["publint --strict ../../dist/npm", "attw --pack ../../dist/npm --profile esm-only"] {
        let mut npm = shell::command("npm", &["exec", "--offline", "--"]);
        npm.args(check.split(' ')).current_dir(root().join(TOOLS));
        shell::run(npm)?;
    }
    Ok(())
}

/// Does the bundle of the page stand for this file?
fn is_bundled(path: &str) -> bool {
    path.starts_with("www/") && matches!(path.rsplit('.').next(), Some("js" | "wasm"))
}

fn print_sizes() -> Result<()> {
    println!("| in `dist` | bytes | brotli |\n|---|---:|---:|");
    for name in ["npm", "site", "element/nut-graf.js", "element/nutgraf.wasm", "nutgraf.html"] {
        let path = format!("dist/{name}");
        let files = if root().join(&path).is_dir() { size::files_below(&path)? } else { vec![path] };
        let (mut raw, mut packed) = (0, 0);
        for file in files {
            let bytes = fs::read(root().join(file))?;
            raw += bytes.len();
            packed += size::brotli(&bytes)?;
        }
        println!("| {name} | {raw} | {packed} |");
    }
    Ok(())
}
