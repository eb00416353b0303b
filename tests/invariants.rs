//! What must hold for every text: the fixtures, every beginning of them, and random joins of hostile pieces.

mod fixtures;
mod hold;

use arbtest::arbitrary::Unstructured;
use hold::hold;
use nutgraf::{Budget, Extent, Focus, Options, Span};

#[test]
fn every_invariant_holds_on_every_story() {
    for (path, text) in fixtures::stories() {
        for extent in [Extent::Article, Extent::Whole] {
            for focus in [Focus::Balanced, Focus::Names, Focus::Figures] {
                let options = Options { extent, focus, ..Options::default() };
                hold(&text, &options).unwrap_or_else(|broken| panic!("{} ({extent:?}): {broken}", path.display()));
            }
        }
    }
}

#[test]
fn every_beginning_of_a_story_survives() {
    for (path, text) in fixtures::stories() {
        for (cut, _) in text.char_indices().step_by(13) {
            let beginning = &text[..cut];
            hold(beginning, &Options::default())
                .unwrap_or_else(|broken| panic!("{} cut at {cut}: {broken}", path.display()));
        }
    }
}

#[test]
fn random_joins_of_hostile_pieces_survive() {
    arbtest::arbtest(|random| {
        let text = random_text(random)?;
        let options = random_options(random, text.len() as u32)?;
        hold(&text, &options).unwrap_or_else(|broken| panic!("{text:?} with {options:?}: {broken}"));
        Ok(())
    });
}

/// Pieces that go wrong at their joints.
const PIECES: &[&str] = &[
    "The ferry lost 1,200 passengers in April.",
    "Gen. Idris Kamara said so.",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "PORT HADAR, Nov 9 (KNA): ",
    "OSLO (NPA) - ",
    "By Marit Solberg\n",
    "Ministry of Water and Endowments (MWE)",
    "MWE",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    "(",
    ")",
    "[",
    "»",
    "«",
    ".",
    "...",
    "?!",
    "…",
    "。",
    "؟",
    "।",
    ":",
    ";",
    ",",
    "-",
    "–",
    "—",
    "/",
    "Rs. 5.2 crore",
    "$1.13bn",
    "between January 1 and September 30",
    "from 3 % to 5 %",
    "1,23,456",
    "½",
    "two-thirds",
    "99999999999999999999999999999999999999",
    "0.000000000000000000001",
    "1e999",
    "-5",
    "2026-12-17",
    "Feb. 30",
    "20th",
    "%",
    "€",
    "according to",
    "said",
    "one in five",
    "twenty-three",
    "a hundred",
    "He",
    "However",
    "U.S.",
    "e.g.",
    "a.m.",
    "No. 4",
    "St.",
    "🎶",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "नमस्ते",
    "العربية",
    "עברית",
    "中文句子",
    "ǅ",
    "ß",
    "İ",
    "ﬁ",
    "Leave a Comment",
    "You have 2000 characters left.",
    "© 2026 All rights reserved.",
    "Share",
    "Home > World",
    "• ",
    "1. ",
    "| a | b |",
    "Tehrik-i-Sahil",
    "al-",
    "O'Brien",
    "IS-K",
    "www.example.org/a.b?c=1",
    "a@b.example",
    "5G",
    "COVID-19",
    "3-2",
    "9:30",
    "\n14:05 ",
    "\n14.05 BST — ",
    "\n[11:30] ",
    "\n2h ago\n",
    "\n3 hr 20 min ago",
    "\nQ: ",
    "\nA.",
    "\nAda Roe:\n",
    "\nWhy now?\n",
    "\n2024 120,000 $4\n",
    "\nPort Ames\t98,000\t5 %\n",
    "\nYear Fares Boats\n",
    "\n— Ames Line (@amesline) May 19, 2026\n",
    "PTI | Oslo | Updated: ",
    "Yours sincerely, ",
    "Dear Editor, ",
    "****",
    "05/17/2026 11:21 AM ",
    "dell’art. ",
    "ad es. ",
];

fn random_text(random: &mut Unstructured<'_>) -> arbtest::arbitrary::Result<String> {
    let mut text = String::new();
    for _ in 0..random.int_in_range(0..=60)? {
        text += random.choose(PIECES)?;
        text += random.choose(&["", " ", " ", "\n", "\n\n"])?;
    }
    Ok(text)
}

fn random_options(random: &mut Unstructured<'_>, length: u32) -> arbtest::arbitrary::Result<Options> {
    let mut spans = || -> arbtest::arbitrary::Result<Vec<Span>> {
        let count = random.int_in_range(0..=2)?;
        (0..count)
            .map(|_| {
                Ok(Span { start: random.int_in_range(0..=length + 2)?, end: random.int_in_range(0..=length + 2)? })
            })
            .collect()
    };
    let (pins, skips, keeps) = (spans()?, spans()?, spans()?);
    let budget = Budget {
        sentences: random.arbitrary::<Option<u8>>()?.map(u32::from),
        words: random.arbitrary::<Option<u8>>()?.map(u32::from),
        share: *random.choose(&[None, Some(0.0), Some(0.3), Some(1.0)])?,
    };
    let extent = *random.choose(&[Extent::Article, Extent::Whole])?;
    Ok(Options { budget, extent, pins, skips, keeps, ..Options::default() })
}
