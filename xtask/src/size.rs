//! Bytes over the wire, and the limits that they must keep.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{offline, shell::root};

/// The name of what the compiler makes.
const WASM: &str = "wasm, without the name model";

/// The weights that the wasm has inside.
const MODEL: &str = "src/entity/names.bin";

/// A group of files that are counted together.
struct Group {
    name: &'static str,
    files: Vec<(String, usize, usize)>,
}

impl Group {
    fn read(name: &'static str, is_part: fn(&str) -> bool) -> Result<Self> {
        let mut files = Vec::new();
        let all = ["index.html", "offline.js"].into_iter().map(str::to_owned).chain(files_below("www")?);
        for path in all.filter(|path| is_part(path)) {
            let bytes = fs::read(root().join(&path)).with_context(|| format!("{path} cannot be read"))?;
            files.push((path, bytes.len(), brotli(&bytes)?));
        }
        Ok(Self { name, files })
    }

    fn brotli(&self) -> usize {
        self.files.iter().map(|(_, _, brotli)| brotli).sum()
    }
}

/// Prints every file that the page loads, and the sums beside their limits.
pub fn print() -> Result<()> {
    println!("| file | bytes | brotli |\n|---|---:|---:|");
    let groups = groups()?;
    for (path, raw, brotli) in groups.iter().flat_map(|group| &group.files) {
        println!("| {path} | {raw} | {brotli} |");
    }
    for group in &groups {
        println!("| **{}**, at most {} | | **{}** |", group.name, limit(group.name)?, group.brotli());
    }
    println!("| **all** | | **{}** |", groups.iter().map(Group::brotli).sum::<usize>());
    Ok(())
}

/// Fails where a group is larger than `xtask/limits.txt` allows.
///
/// The limit of the wasm is for a standard library that was built for size.
pub fn check(builds_std: bool) -> Result<()> {
    for group in groups()? {
        if group.name == WASM && !builds_std {
            eprintln!("Skipped: the limit of the wasm is for a standard library built for size, which rustup has not.");
            continue;
        }
        let (size, limit) = (group.brotli(), limit(group.name)?);
        if size > limit {
            bail!("{} has {size} bytes under brotli, more than the {limit} of xtask/limits.txt", group.name);
        }
    }
    Ok(())
}

fn groups() -> Result<[Group; 8]> {
    let is_page = |path: &str| {
        let is_apart = [is_element, is_published, is_drawn, is_for_html, is_tool].iter().any(|is_of| is_of(path));
        is_text(path) && !is_apart && !path.starts_with("www/examples/")
    };
    // The model stands inside the wasm; as its own group, what the code weighs stays in view.
    let packed = fs::read(root().join(MODEL)).with_context(|| format!("{MODEL} cannot be read"))?;
    let model = Group { name: "name model", files: vec![(MODEL.to_owned(), packed.len(), brotli(&packed)?)] };
    let mut wasm = Group::read(WASM, |path| path.ends_with("_bg.wasm"))?;
    for (_, bytes, packed) in &mut wasm.files {
        (*bytes, *packed) = (bytes.saturating_sub(model.files[0].1), packed.saturating_sub(model.brotli()));
    }
    Ok([
        wasm,
        model,
        Group::read("element, script and style", |path| is_text(path) && is_element(path))?,
        Group::read("element, for what was published", is_published)?,
        Group::read("page, what it adds", is_page)?,
        Group::read("page, drawn with the summary", is_drawn)?,
        Group::read("page, for web pages", is_for_html)?,
        Group::read("page, words and tools", is_tool)?,
    ])
}

fn is_text(path: &str) -> bool {
    matches!(path.rsplit('.').next(), Some("html" | "js" | "css"))
}

/// Does a page that embeds the element load this file? Those of `www/element` it does, and those that the page shares.
fn is_element(path: &str) -> bool {
    let shared =
        ["core", "define", "direction", "highlight", "nut-graf", "panel", "pkg/nutgraf", "quote", "reveal", "slices"];
    let name = path.trim_start_matches("www/").rsplit_once('.').map_or(path, |(name, _)| name);
    (path.starts_with("www/element/") || shared.contains(&name)) && !is_published(path)
}

/// Does an element load this file only where its summary was made when the article was published?
fn is_published(path: &str) -> bool {
    ["www/element/ink.js", "www/element/published.js", "www/published.css"].contains(&path)
}

/// Does the page load this file only when there is a summary to draw?
fn is_drawn(path: &str) -> bool {
    is_text(path) && path.starts_with("www/page/drawn/")
}

/// Does the page load this file only when it is given HTML?
fn is_for_html(path: &str) -> bool {
    is_text(path) && (path.starts_with("www/page/html/") || path.starts_with("www/vendor/"))
}

/// Does the page load this file for its words, to take a summary along, or to be there without a network?
fn is_tool(path: &str) -> bool {
    let is_kept = ["offline.js", offline::LIST, "www/app.webmanifest", "www/icon.svg"].contains(&path);
    is_kept || is_text(path) && (path.starts_with("www/page/words/") || path.starts_with("www/page/tools/"))
}

/// The limit of a group, from lines of `NAME: BYTES`.
fn limit(name: &str) -> Result<usize> {
    let limits = include_str!("../limits.txt").lines();
    let found = limits.filter_map(|line| line.split_once(':')).find(|(group, _)| *group == name);
    let (_, bytes) = found.with_context(|| format!("xtask/limits.txt has no line for {name}"))?;
    Ok(bytes.trim().parse()?)
}

/// The files in a folder and in those inside it, in order.
pub fn files_below(folder: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(root().join(folder)).with_context(|| format!("{folder} cannot be read"))?;
    for entry in entries {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The size under brotli at its best, as a server would store it.
pub fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best)?;
    Ok(packed.len())
}
