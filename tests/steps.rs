//! How many steps the program takes for each byte of a text: time itself is no test, steps are the same on every run.
//!
//! `tests/steps.txt` holds the most that each kind of text may cost. Where valgrind is not installed nothing is counted.

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Texts of one kind are read in three lengths, each twice the one before.
const LENGTH: usize = 2_000;

/// The second doubling may cost so many times what the first does, for each byte: in percent.
const GROWTH: u64 = 130;

#[test]
fn steps_grow_with_the_text_and_no_faster() {
    if steps("").is_none() {
        eprintln!("valgrind is not installed: no step is counted");
        return;
    }
    let mut wrong = String::new();
    for line in include_str!("steps.txt").lines().filter(|line| !line.starts_with('#')) {
        let (kind, most) = line.split_once(' ').unwrap();
        let unit = unit(kind);
        let [short, middle, long] = [LENGTH, 2 * LENGTH, 4 * LENGTH]
            .map(|length| steps(&unit.chars().cycle().take(length).collect::<String>()).unwrap());
        let (first, second) = ((middle - short) / LENGTH as u64, (long - middle) / (2 * LENGTH) as u64);
        if second > most.parse().unwrap() || second * 100 > first * GROWTH {
            wrong += &format!("{kind}: {first}, then {second} steps a byte where {most} are the most\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What a text of this kind repeats.
fn unit(kind: &str) -> String {
    match kind {
        "prose" => {
            "Fares rose by 12 percent in May, the harbor office said on Monday. Nobody was told before. ".to_owned()
        }
        "stops" => ". ".to_owned(),
        "capitals" => "PORT AMES HARBOR NEWS ".to_owned(),
        "digits" => "1,234.5 ".to_owned(),
        "names" => "Ada Roe met Li Po of the Harbor News Agency. ".to_owned(),
        "lines" => "Home\n".to_owned(),
        "marks" => "“(— :) ".to_owned(),
        _ => panic!("no text is of the kind {kind}"),
    }
}

/// The instructions that reading `text` takes; none where valgrind is not there.
fn steps(text: &str) -> Option<u64> {
    let mut child = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", env!("CARGO_BIN_EXE_nutgraf"), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let collected = report.lines().find_map(|line| line.split_once("Collected : "))?.1;
    collected.trim().parse().ok()
}
