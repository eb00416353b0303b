//! Finds or brings a compiler for `wasm32-unknown-unknown`.
//!
//! On most machines rustup has fetched the target because `rust-toolchain.toml` names it.
//! Where rustup may install nothing, Debian's own compiler builds the standard library from Debian's sources.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::shell;

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler that can build for the browser.
pub enum Toolchain {
    /// rustup's, with the target installed.
    Rustup,
    /// Debian's, which builds std as well; the linker's name carries its version.
    Debian {
        /// `wasm-ld-22`, say.
        linker: String,
    },
}

impl Toolchain {
    /// Finds a compiler, or installs one after saying so, or says what the user should run.
    pub fn find() -> Result<Self> {
        if has_target("rustc") {
            return Ok(Self::Rustup);
        }
        if rustup_may_install() {
            eprintln!("The target {TARGET} is missing: rustup adds it.");
            shell::run(shell::command("rustup", &["target", "add", TARGET]))?;
            return Ok(Self::Rustup);
        }
        Self::debian()
            .with_context(|| format!("no compiler for {TARGET}; where rustup may, run: rustup target add {TARGET}"))
    }

    fn debian() -> Result<Self> {
        let missing = !Path::new("/usr/bin/rustc").exists() || !Path::new("/usr/bin/cargo-clippy").exists();
        let source =
            shell::output("/usr/bin/rustc", &["--print", "sysroot"]).map(|root| format!("{root}/lib/rustlib/src"));
        if missing || !source.is_some_and(|source| Path::new(&source).exists()) {
            let packages = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
            shell::apt_install(&packages, "A Rust compiler for the browser")?;
        }
        let version = shell::output("/usr/bin/rustc", &["-vV"]).context("/usr/bin/rustc does not run")?;
        let llvm = version
            .lines()
            .find_map(|line| line.strip_prefix("LLVM version: "))
            .and_then(|llvm| llvm.split('.').next());
        let Some(llvm) = llvm else { bail!("/usr/bin/rustc -vV does not name its LLVM") };
        let linker = format!("wasm-ld-{llvm}");
        if !shell::has(&linker) {
            shell::apt_install(&[&format!("lld-{llvm}")], "The linker for the browser")?;
        }
        Ok(Self::Debian { linker })
    }

    /// Whether the standard library is built for size as well.
    pub fn builds_std(&self) -> bool {
        matches!(self, Self::Debian { .. })
    }

    /// `cargo SUBCOMMAND` for the browser's target.
    pub fn cargo(&self, subcommand: &str) -> Command {
        match self {
            Self::Rustup => shell::command("cargo", &[subcommand, "--target", TARGET]),
            Self::Debian { linker } => {
                // Std for size, and no message for a panic, which nobody reads: 8 % fewer bytes under brotli. Calls that
                // are inlined before all else is optimized, which a build for size leaves out: 4 % fewer, and a tenth of
                // the time.
                let flags = [
                    "-Zunstable-options",
                    "-Cpanic=immediate-abort",
                    "-Zinline-mir=yes",
                    "-Zinline-mir-hint-threshold=200",
                ];
                let flags = format!("target.wasm32-unknown-unknown.rustflags={flags:?}");
                let std = ["-Z", "build-std=std", "-Z", "build-std-features=optimize_for_size", "--config", &flags];
                let mut cargo = shell::command("/usr/bin/cargo", &[subcommand, "--target", TARGET]);
                let path = std::env::var("PATH").unwrap_or_default();
                cargo
                    .args(std)
                    .args(["--target-dir", "target/debian"])
                    .env("PATH", format!("/usr/bin:{path}"))
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .env_remove("CARGO");
                cargo
            }
        }
    }

    /// Where `cargo` puts what it builds for the target.
    pub fn target_dir(&self) -> &'static str {
        match self {
            Self::Rustup => "target/wasm32-unknown-unknown",
            Self::Debian { .. } => "target/debian/wasm32-unknown-unknown",
        }
    }
}

fn has_target(rustc: &str) -> bool {
    let folder = shell::output(rustc, &["--print", "target-libdir", "--target", TARGET]);
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn rustup_may_install() -> bool {
    std::env::var_os("RUSTUP_AUTO_INSTALL").is_none_or(|value| value != "0") && shell::has("rustup")
}
