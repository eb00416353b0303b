//! Running other programs, and saying so first.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
    sync::OnceLock,
};

use anyhow::{Context, Result, bail};

/// The folder of the workspace that the command was called in.
pub fn root() -> &'static PathBuf {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let here = std::env::current_dir().unwrap_or_default();
        let found = here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file());
        found.map_or_else(|| here.clone(), PathBuf::from)
    })
}

/// Where cargo puts what it builds here.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command that runs in the workspace's folder.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Prints the command line and runs it; its failure is an error.
pub fn run(mut command: Command) -> Result<()> {
    let line = line_of(&command);
    eprintln!("$ {line}");
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command quietly; what it printed, or `None` where it failed or does not exist.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = command(program, args).stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether `program` can be called.
pub fn has(program: &str) -> bool {
    output(program, &["--version"]).is_some()
}

/// Installs Debian packages, after saying so; elsewhere it says what to install by hand.
pub fn apt_install(packages: &[&str], what_for: &str) -> Result<()> {
    let names = packages.join(" ");
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !has("apt-get") || !is_root {
        bail!("{what_for} is missing. Install it first, on Debian with: sudo apt-get install {names}");
    }
    eprintln!("{what_for} is missing: installing {names} with apt-get.");
    run(command("apt-get", &["update", "-qq"]))?;
    let mut install = command("apt-get", &["install", "-qq", "-y", "--no-install-recommends"]);
    install.args(packages).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    run(install)
}

fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
