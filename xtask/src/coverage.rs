//! Which lines of the core its tests run.

use anyhow::Result;

use crate::shell;

/// In percent. What is left is for browsers, which have tests of their own, or is run by the compiler.
const LEAST: &str = "95";

/// Runs the tests and prints what they reach, file by file; fails where that is too little.
pub fn run() -> Result<()> {
    if shell::output("cargo", &["llvm-cov", "--version"]).is_none() {
        eprintln!("cargo-llvm-cov, which counts the lines that run, is missing: installing it with cargo.");
        shell::run(shell::command("cargo", &["install", "--quiet", "--locked", "cargo-llvm-cov"]))?;
    }
    let counted = ["llvm-cov", "--package", "nutgraf", "--summary-only", "--fail-under-lines", LEAST];
    shell::run(shell::command("cargo", &counted))
}
