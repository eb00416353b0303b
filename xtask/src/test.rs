//! Everything that must pass before a change is kept.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};

use crate::{
    build, dist, serve,
    shell::{self, root},
    size, supply,
    toolchain::Toolchain,
};

/// Runs it all, the quickest first.
pub fn run() -> Result<()> {
    shell::run(shell::command("cargo", &["fmt", "--all", "--check"]))?;
    let strict = ["--quiet", "--", "-D", "warnings"];
    let mut native = shell::command("cargo", &["clippy", "--workspace", "--all-targets"]);
    native.args(strict);
    shell::run(native)?;
    supply::crates()?;
    let toolchain = Toolchain::find()?;
    let mut wasm = toolchain.cargo("clippy");
    wasm.args(["--lib", "--no-default-features"]).args(strict);
    shell::run(wasm)?;
    shell::run(shell::command("cargo", &["test", "--workspace"]))?;
    let mut doc = shell::command("cargo", &["doc", "--no-deps", "--quiet"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    shell::run(doc)?;
    shell::run(shell::command("cargo", &["package", "--allow-dirty", "--quiet"]))?;
    build::package()?;
    size::check(toolchain.builds_std())?;
    dist::make()?;
    supply::packages()?;
    find_engines();
    browser("--test")
}

/// Runs the browser tests, or another script beside them, against the page as it is served.
pub fn browser(script: &str) -> Result<()> {
    let mut node = node("tests/web")?;
    if script == "--test" {
        node.args(["--test", "--test-concurrency=1"]);
    } else {
        node.arg(script);
    }
    beside_page(node)
}

/// Holds every engine to the answers of the command line, for the corpus and for so many generated texts.
pub fn same(texts: u32) -> Result<()> {
    shell::run(shell::command("cargo", &["build", "--quiet", "--bin", "nutgraf"]))?;
    build::package()?;
    find_engines();
    let mut node = node("tests/web")?;
    node.args(["--test", "same.test.js"]).env("NUTGRAF_TEXTS", texts.to_string());
    beside_page(node)
}

/// Runs a command that opens a browser and asks for what is served.
pub fn beside_page(mut node: Command) -> Result<()> {
    let address = serve::in_background()?;
    node.env("NUTGRAF_PAGE", address)
        .env("CHROMIUM", chromium()?)
        .env("NUTGRAF", shell::target().join("debug/nutgraf"));
    shell::run(node)
}

/// Node in a folder, with the packages of its lock file.
pub fn node(folder: &str) -> Result<Command> {
    if !shell::has("node") || !shell::has("npm") {
        shell::apt_install(&["nodejs", "npm"], "Node.js, which drives the browser,")?;
    }
    let inside = root().join(folder);
    if !inside.join("node_modules/.package-lock.json").is_file() {
        eprintln!("The packages of {folder} are missing: installing them there from npm.");
        let mut install = shell::command("npm", &["ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund"]);
        install.current_dir(&inside);
        shell::run(install)?;
    }
    let mut node = shell::command("node", &[]);
    node.current_dir(inside);
    Ok(node)
}

/// Brings the other engines where Debian has them; elsewhere their tests are skipped.
fn find_engines() {
    let are_there =
        ["firefox-esr", "WebKitWebDriver", "xvfb-run"].iter().all(|name| Path::new("/usr/bin").join(name).exists());
    let packages = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];
    if !are_there && let Err(why) = shell::apt_install(&packages, "Firefox or WebKit, which are tested too,") {
        eprintln!("Skipped: {why:#}");
    }
}

/// A Chromium, Debian's where there was none.
fn chromium() -> Result<String> {
    let known =
        ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    let find = || known.into_iter().find(|path| Path::new(path).exists()).map(str::to_owned);
    if let Some(path) = std::env::var("CHROMIUM").ok().or_else(find) {
        return Ok(path);
    }
    shell::apt_install(&["chromium"], "Chromium, which the browser tests drive,")?;
    find().context("Chromium was installed but is not where Debian puts it; set CHROMIUM to its path")
}
