//! How the steps of the program grow with a text: no faster than the text, in any text.

#[path = "../../tests/worst/mod.rs"]
mod worst;

use anyhow::{Context, Result, ensure};

use crate::shell;

/// The lengths, in characters, each ten times the one before; the last takes an hour, and is left out unless asked for.
const LENGTHS: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// A character in the last stretch may cost so many times what one does in the stretch before.
const GROWTH: f64 = 1.1;

/// Counts for every kind of text, as an article and as a whole, and prints one table; fails where one grows too fast.
pub fn run(long: bool) -> Result<()> {
    if !shell::has("valgrind") {
        shell::apt_install(&["valgrind"], "valgrind, which counts steps,")?;
    }
    shell::run(shell::command("cargo", &["build", "--release", "--quiet", "--bin", "nutgraf"]))?;
    let lengths = &LENGTHS[..if long { 4 } else { 3 }];
    println!("Steps a character, within a text and the next ten times as long:\n");
    let heads: Vec<String> = lengths[1..].iter().map(|length| format!("to {} KB", length / 1000)).collect();
    println!("| text | {} | growth |", heads.join(" | "));
    println!("|---|{}---:|", "---:|".repeat(lengths.len() - 1));
    let mut fast = Vec::new();
    for (kind, _) in worst::KINDS {
        for (name, args) in [(kind.to_string(), &["-"][..]), (format!("{kind}, whole"), &["-", "--whole"])] {
            let costs = costs(kind, args, lengths)?;
            let cells: Vec<String> = costs.iter().map(|cost| format!("{cost:.0}")).collect();
            let growth = costs[costs.len() - 1] / costs[costs.len() - 2];
            println!("| {name} | {} | {growth:.2} |", cells.join(" | "));
            fast.extend((growth > GROWTH).then_some(name));
        }
    }
    ensure!(fast.is_empty(), "steps grow faster than the text: {}", fast.join("; "));
    Ok(())
}

/// What a character costs between each length and the next.
fn costs(kind: &str, args: &[&str], lengths: &[usize]) -> Result<Vec<f64>> {
    let program = shell::target().join("release/nutgraf");
    let counted = lengths.iter().map(|length| {
        let steps = worst::steps(&program.to_string_lossy(), args, &worst::text(kind, *length));
        Ok((*length as f64, steps.context("valgrind counted nothing")? as f64))
    });
    let counted: Vec<(f64, f64)> = counted.collect::<Result<_>>()?;
    Ok(counted.windows(2).map(|pair| (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0)).collect())
}
