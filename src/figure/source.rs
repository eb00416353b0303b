//! Who says so: `according to the ministry`, `police said`, `figures from the bank`.

use std::ops::Range;

use super::{
    role::{self, Role},
    words::Words,
};
use crate::{span::Span, token::Shape};

const SAYING: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "reported",
    "announced",
    "estimates",
    "estimated",
    "claimed",
    "warned",
    "showed",
    "shows",
    "found",
];
const RECORDS: &[&str] =
    &["figures", "data", "statistics", "estimates", "numbers", "records", "research", "analysis", "survey", "report"];

/// The most words that name a source.
const LONGEST: usize = 10;

/// The source that the sentence gives for what it says; `he said` names none.
pub(super) fn find(words: Words<'_>) -> Option<Span> {
    let mut said = None;
    for at in 0..words.len() {
        if words.any(at, &["according"]) && words.any(at + 1, &["to"]) {
            return forward(words, at + 2);
        }
        if said.is_some() {
            continue;
        }
        if words.any(at, RECORDS) && words.any(at + 1, &["from", "by"]) {
            said = forward(words, at + 2);
        } else if words.any(at, SAYING) {
            said = back(words, at).or_else(|| forward(words, at + 1).filter(|_| words.any(at, &["said", "says"])));
        }
    }
    said
}

/// The phrase from word `at`: `a new State Department report`, without its article and what comes after it.
fn forward(words: Words<'_>, at: usize) -> Option<Span> {
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content | Role::Filler => true,
        Role::Preposition => words.any(*at, &["of", "for", "in", "at", "from"]),
        // `the Ministry of Trade and Industry`
        Role::Break => {
            words.any(*at, &["and"]) && words.shape(at + 1).is_capitalized() && words.shape(at - 1).is_capitalized()
        }
        _ => false,
    };
    let end = (at..at + LONGEST).take_while(joins).last()? + 1;
    trimmed(words, at..end)
}

/// The phrase that ends before the verb at `end`, if it can be one who speaks.
fn back(words: Words<'_>, end: usize) -> Option<Span> {
    let floor = end.saturating_sub(LONGEST);
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content | Role::Filler => !words.any(*at, &["\"", "”", "“"]),
        Role::Preposition => words.any(*at, &["of", "for", "at", "in"]),
        _ => false,
    };
    let start = (floor..end).rev().take_while(joins).last()?;
    trimmed(words, start..end)
}

/// The phrase from its first to its last content word, without the dates at its ends.
fn trimmed(words: Words<'_>, phrase: Range<usize>) -> Option<Span> {
    let holds = |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at) != Shape::Mark;
    let first = phrase.clone().find(holds)?;
    let last = phrase.rev().find(|at| holds(at) && words.shape(*at) != Shape::Number)?;
    (first <= last).then(|| words.span(first..last + 1))
}
