//! How many steps the program takes for each byte of a text: time itself is no test, steps are the same on every run.
//!
//! `tests/steps.txt` holds the most that each kind of text may cost. Where valgrind is not installed nothing is counted.
//! `cargo xtask growth` counts in texts of a megabyte.

mod worst;

use worst::text;

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
        let [short, middle, long] = [LENGTH, 2 * LENGTH, 4 * LENGTH].map(|length| steps(&text(kind, length)).unwrap());
        let (first, second) = ((middle - short) / LENGTH as u64, (long - middle) / (2 * LENGTH) as u64);
        if second > most.parse().unwrap() || second * 100 > first * GROWTH {
            wrong += &format!("{kind}: {first}, then {second} steps a byte where {most} are the most\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn steps(text: &str) -> Option<u64> {
    worst::steps(env!("CARGO_BIN_EXE_nutgraf"), &["-"], text)
}
