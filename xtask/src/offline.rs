//! The list of the page's own files, which it keeps for where there is no network: `www/pkg/files.js`.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
};

use anyhow::{Context, Result};

use crate::{build::PACKAGE, shell::root, size};

/// The script that the service worker begins with.
pub const LIST: &str = "www/pkg/files.js";

/// Writes the list, with a version that another byte in any of them changes.
pub fn list() -> Result<()> {
    let mut version = DefaultHasher::new();
    let mut files = Vec::new();
    for path in size::files_below("www")?.into_iter().chain(["index.html".to_owned()]).filter(|path| is_of_page(path)) {
        fs::read(root().join(&path)).with_context(|| format!("{path} cannot be read"))?.hash(&mut version);
        // A server may know the page by its folder alone.
        files.push(if path == "index.html" { String::new() } else { path });
    }
    let list = format!("self.nutgraf = {{ version: \"{:016x}\", files: {files:?} }};\n", version.finish());
    fs::write(root().join(LIST), list).with_context(|| format!("the list of {PACKAGE} cannot be written"))
}

/// Does the page ask for this file, sooner or later?
fn is_of_page(path: &str) -> bool {
    let is_of_element =
        ["www/element/", "www/define.", "www/nut-graf.", "www/published."].iter().any(|start| path.starts_with(start));
    let is_for_people = path.starts_with("www/examples/") || path.ends_with(".d.ts") || path.ends_with("/README.md");
    !is_of_element && !is_for_people && path != LIST
}
