//! What the project stands on: only what `deny.toml` allows, and nothing that is known to be unsafe.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::shell::{self, root};

/// The folders that npm installs packages for.
const FOLDERS: [&str; 4] = ["tests/web", "xtask/dist", "xtask/dist/try", "xtask/peers"];

/// Checks the crates, where cargo-deny is installed: to compile it takes longer than all the other tests.
pub fn crates() -> Result<()> {
    if !shell::has("cargo-deny") {
        eprintln!("Skipped: what the project depends on is not checked without cargo-deny (cargo install cargo-deny).");
        return Ok(());
    }
    let mut deny = shell::command("cargo", &["deny", "check", "bans", "licenses", "sources"]);
    if shell::output("cargo", &["deny", "fetch", "db"]).is_some() {
        deny.arg("advisories");
    } else {
        eprintln!("Skipped: the list of crates that are known to be unsafe cannot be fetched.");
    }
    shell::run(deny)
}

/// Checks the packages, where the registry tells which are unsafe.
pub fn packages() -> Result<()> {
    for folder in FOLDERS {
        let mut audit = shell::command("npm", &["audit", "--package-lock-only", "--json"]);
        let output = audit.current_dir(root().join(folder)).output()?;
        let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let Some(unsafe_ones) = told["metadata"]["vulnerabilities"]["total"].as_u64() else {
            eprintln!("Skipped: the registry does not tell which packages of npm are known to be unsafe.");
            return Ok(());
        };
        ensure!(unsafe_ones == 0, "{folder} has packages that are known to be unsafe: `npm audit` there tells which");
    }
    Ok(())
}
