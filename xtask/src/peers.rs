//! How quick the program is beside others that read articles: all on the same texts, in one run, on one machine.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    build,
    shell::{self, root},
};

/// In each round every program reads all articles once, and the first one again and again.
const ROUNDS: usize = 5;

/// Each in the order of the table, and what it does: none does all that another does.
const ROWS: &[(&str, &str)] = &[
    ("floor", "Rust: `unicode_words` and `unicode_sentences` alone"),
    ("nutgraf, native", "Rust: sentences, names, figures with unit, time and source, scores, summary"),
    ("nutgraf, wasm in Node", "the same, handed over as objects"),
    ("lede, summary", "Python: sentences, scores, summary"),
    ("lede, with facts", "Python: the same, and numbers, dates and names by pattern"),
    ("wink-nlp", "Node, lite model: sentences, parts of speech, sentiment, numbers and dates; no summary"),
    ("compromise", "Node: sentences, parts of speech, names, numbers; no summary"),
    ("sumy, LexRank", "Python, its sentences split by a pattern: scores, summary"),
];

const HEAD: &str = "\
| | what it does | MB/s | 1,000 words, ms | slowest 5 %, ms | times the floor |
|---|---|---:|---:|---:|---:|
";

/// The lines of the README between which the table stands.
const MARKS: [&str; 2] = ["<!-- written by cargo xtask bench --peers -->\n", "<!-- end -->\n"];

/// What one program took, in milliseconds.
#[derive(Default)]
struct Times {
    archive: Vec<f64>,
    article: Vec<f64>,
}

/// Installs the peers, times everything and writes the table into the README.
pub fn run() -> Result<()> {
    let folder = root().join("target/peers");
    fs::create_dir_all(&folder)?;
    let python = install(&folder)?;
    build::package()?;
    let mut times: BTreeMap<String, Times> = BTreeMap::new();
    for round in 1..=ROUNDS {
        eprintln!("Round {round} of {ROUNDS}");
        for mut command in [
            shell::command("cargo", &["bench", "--quiet", "--bench", "peers"]),
            shell::command("node", &["xtask/peers/peers.js"]),
            shell::command(&python, &["xtask/peers/peers.py"]),
        ] {
            command.env("PEERS", &folder);
            read(command, &mut times)?;
        }
    }
    let table = table(&times, &folder)?;
    println!("{table}");
    let readme = root().join("README.md");
    let text = fs::read_to_string(&readme)?;
    let (before, rest) = text.split_once(MARKS[0]).context("README.md has no place for the table")?;
    let (_, after) = rest.split_once(MARKS[1]).context("the table of README.md has no end")?;
    fs::write(readme, [before, MARKS[0], &table, MARKS[1], after].concat())?;
    Ok(())
}

/// The peers in the versions of `xtask/peers`; returns the Python that has them.
fn install(folder: &Path) -> Result<String> {
    for (program, package) in [("npm", "npm"), ("python3", "python3-venv")] {
        if !shell::has(program) {
            shell::apt_install(&[package], &format!("{program}, which installs and runs the peers,"))?;
        }
    }
    let pinned = ["package.json", "package-lock.json", "requirements.txt"];
    let is_there = pinned.iter().all(|name| {
        let read = |path: PathBuf| fs::read(path).ok();
        read(folder.join(name)) == read(root().join("xtask/peers").join(name))
    });
    let python = folder.join("python/bin/python").to_string_lossy().into_owned();
    if is_there {
        return Ok(python);
    }
    eprintln!(
        "Installing the peers in {}: compromise and wink-nlp from npm, lede and sumy from PyPI.",
        folder.display()
    );
    let manifest = ["package.json", "package-lock.json"];
    for name in manifest {
        fs::copy(root().join("xtask/peers").join(name), folder.join(name))?;
    }
    let mut npm = shell::command("npm", &["ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund"]);
    npm.current_dir(folder);
    shell::run(npm)?;
    let mut venv = shell::command("python3", &["-m", "venv"]);
    venv.arg(folder.join("python"));
    shell::run(venv)?;
    shell::run(shell::command(&python, &["-m", "pip", "install", "--quiet", "-r", "xtask/peers/requirements.txt"]))?;
    // Copied last: what stands there says that all before it was installed.
    fs::copy(root().join("xtask/peers/requirements.txt"), folder.join("requirements.txt"))?;
    Ok(python)
}

/// Adds what a program prints of its times.
fn read(mut command: Command, times: &mut BTreeMap<String, Times>) -> Result<()> {
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{command:?} failed ({})", output.status);
    for line in String::from_utf8(output.stdout)?.lines() {
        let told: Value = serde_json::from_str(line).with_context(|| format!("no times: {line}"))?;
        let name = told["name"].as_str().context("times of nothing")?;
        let times = times.entry(name.to_owned()).or_default();
        times.archive.extend(told["archive"].as_f64());
        times.article.extend(told["article"].as_array().into_iter().flatten().filter_map(Value::as_f64));
    }
    Ok(())
}

/// The table as Markdown, with what it was made on.
fn table(times: &BTreeMap<String, Times>, folder: &Path) -> Result<String> {
    let texts: Value = serde_json::from_slice(&fs::read(folder.join("texts.json"))?)?;
    let articles: Vec<&str> =
        texts["articles"].as_array().context("no texts")?.iter().filter_map(Value::as_str).collect();
    let bytes = articles.iter().map(|article| article.len()).sum::<usize>() as f64;
    let mut table = HEAD.to_owned();
    // The quickest round is the one that other work on the machine held up least.
    let floor = at(&times.get("floor").context("the floor was not timed")?.archive, 0.0);
    for (name, what) in ROWS {
        let times = times.get(*name).with_context(|| format!("{name} was not timed"))?;
        let archive = at(&times.archive, 0.0);
        let [median, slow] = [0.5, 0.95].map(|part| at(&times.article, part));
        let (speed, ratio) = (bytes / 1000.0 / archive, archive / floor);
        table += &format!("| {name} | {what} | {speed:.2} | {median:.2} | {slow:.2} | {ratio:.1} |\n");
    }
    table += &format!(
        "\nRead were {} articles of 1,000 words, {bytes} bytes in all, made of this project's stories; MB/s is the best of {ROUNDS} rounds, on {}.\n",
        articles.len(),
        machine()
    );
    Ok(table)
}

/// The value that this part of the values is below.
fn at(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len() as f64 * part) as usize).copied().unwrap_or(f64::NAN)
}

/// Processor and versions.
fn machine() -> String {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models: Vec<&str> = processors.lines().filter_map(|line| line.strip_prefix("model name")).collect();
    let model = models.first().map_or("an unknown processor", |line| line.trim_start_matches([' ', '\t', ':']));
    let version = |program| shell::output(program, &["--version"]).unwrap_or_default();
    format!("{} of {model}; {}, Node.js {}, {}", models.len(), version("rustc"), version("node"), version("python3"))
}
