//! Which cards are wholly right: stories written for the project, with every key figure of theirs.
//!
//! A file of `tests/gold/figures` is a story, a line `---`, and a line `TEXT | VALUE | UNIT | CONCEPT | PERIOD | SOURCE`
//! for each key figure. A field without a word asks for none; `-` stands for no unit.

use std::{fs, path::Path};

use nutgraf::{Date, Figure, Options, summarize};

/// The least share of cards that are wholly right, in percent.
const LEAST: f64 = 82.0;

#[test]
fn cards_are_wholly_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/figures");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut right, mut count) = (0, 0);
    for file in &files {
        let whole = fs::read_to_string(file).unwrap();
        let (story, gold) = whole.split_once("\n---\n").unwrap_or_else(|| panic!("{}: no ---", file.display()));
        let summary = summarize(story, &Options { published: Date::parse("2026-05-20"), ..Options::default() });
        let cards = summary.figures.iter().filter(|figure| figure.rank.is_some()).map(|figure| card(story, figure));
        let mut found: Vec<String> = cards.collect();
        for line in gold.lines() {
            let asked = line.split('|').map(str::trim).collect::<Vec<_>>().join(" | ");
            count += 1;
            if let Some(place) = found.iter().position(|card| *card == asked) {
                found.remove(place);
                right += 1;
            } else {
                println!("{}: missing {asked}", file.file_stem().unwrap_or_default().to_string_lossy());
            }
        }
        // A card that nobody asked for is wrong; one with the words of a card asked for was counted above.
        let asked = |card: &&String| gold.lines().any(|line| line.split(" |").next() == card.split(" |").next());
        count += found.iter().filter(|card| !asked(card)).count();
        for card in &found {
            println!("{:>8} found {card}", "");
        }
    }
    let share = 100.0 * f64::from(right) / count as f64;
    println!("{} stories, {count} cards: {share:.1} % wholly right", files.len());
    assert!(share >= LEAST, "{share:.1}");
}

/// The card of a figure, as a line of the gold has it.
fn card(story: &str, figure: &Figure) -> String {
    let value = figure.value.map(|value| value.to_string()).unwrap_or_default();
    let concept: Vec<&str> = figure.concept.iter().map(|span| span.of(story)).collect();
    let period = figure.period.map(|period| period.span.of(story)).unwrap_or_default();
    let source = figure.source.map(|span| span.of(story)).unwrap_or_default();
    let unit = figure.unit.as_deref().unwrap_or("-");
    [figure.span.of(story), &value, unit, &concept.join(" "), period, source].join(" | ")
}
