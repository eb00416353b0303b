//! How quick the program is: each stage natively, the whole in a browser.

use anyhow::Result;

use crate::{build, shell, test};

/// Times both.
pub fn run() -> Result<()> {
    shell::run(shell::command("cargo", &["bench", "--features", "stages", "--bench", "stages"]))?;
    build::package()?;
    test::browser("bench.js")
}
