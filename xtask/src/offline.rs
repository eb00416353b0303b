//! The list of the page's own files, which it keeps for where there is no network: `www/pkg/files.js`.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
};

use anyhow::{Context, Result};

use crate::{shell::root, size};

/// The script that the service worker begins with.
pub const LIST: &str = "www/pkg/files.js";

/// Writes the list for the page in this folder, with a version that another byte in any of its files changes.
pub fn list(folder: &str) -> Result<()> {
    let mut version = DefaultHasher::new();
    let mut files = files(folder)?;
    for path in &mut files {
        let file = root().join(folder).join(&path);
        fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?.hash(&mut version);
        // A server may know the page by its folder alone.
        if path == "index.html" {
            path.clear();
        }
    }
    let list = format!("self.nutgraf = {{ version: \"{:016x}\", files: {files:?} }};\n", version.finish());
    let to = root().join(folder).join(LIST);
    fs::create_dir_all(to.parent().context("the list stands in a folder")?)?;
    fs::write(&to, list).with_context(|| format!("{} cannot be written", to.display()))
}

/// The files of the page in this folder, which ends in a slash or is the root.
pub fn files(folder: &str) -> Result<Vec<String>> {
    let found = size::files_below(&format!("{folder}www"))?;
    let names = found.iter().filter_map(|path| path.strip_prefix(folder)).chain(["index.html"]);
    Ok(names.filter(|path| is_of_page(path)).map(str::to_owned).collect())
}

/// Does the page ask for this file, sooner or later?
fn is_of_page(path: &str) -> bool {
    let is_of_element =
        ["www/element/", "www/define.", "www/nut-graf.", "www/published."].iter().any(|start| path.starts_with(start));
    let is_for_people = path.starts_with("www/examples/") || path.ends_with(".d.ts") || path.ends_with("/README.md");
    !is_of_element && !is_for_people && path != LIST
}
