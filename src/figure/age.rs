//! Ages: a duration that says how old somebody is, and the bare number behind a name.

use super::{
    role::{self, Role},
    words::Words,
};
use crate::token::Shape;

/// The most words from `aged` to its number.
const REACH: usize = 5;

/// The word after a duration from word `start` to `at` that says how old somebody is, with its `old` or `of age`:
/// `65-year-old`, `ten months old`, `3 years of age`, `aged 14 years`.
pub(super) fn of_age(words: Words<'_>, start: usize, at: usize) -> Option<usize> {
    let old = at + usize::from(words.is_dash(at));
    if words.any(old, "old olds") {
        return Some(old + 1);
    }
    if words.any(at, "of") && words.any(at + 1, "age") {
        return Some(at + 2);
    }
    is_led(words, start).then_some(at)
}

/// Does `aged` or `age` lead to the number at word `at`, alone or with another age between? `aged 14 and 15` does to both.
fn is_led(words: Words<'_>, at: usize) -> bool {
    let joins =
        |at: &usize| words.shape(*at) == Shape::Number || words.any(*at, "of between and or to above below over under");
    let lead = (at.saturating_sub(REACH)..at).rev().find(|at| !joins(at));
    lead.is_some_and(|lead| words.any(lead, "aged age ages"))
}

/// Is the bare number of `value` an age? `aged 34`, `Ann Lee, 34, said` and `they turn 18` are.
pub(super) fn is_age(words: Words<'_>, at: usize, end: usize, value: f64) -> bool {
    if value >= 1000.0 {
        return false;
    }
    // `Ann Lee, now 34,` and `Ann Lee (left), 34,`
    let comma = at.wrapping_sub(1 + usize::from(words.any(at.wrapping_sub(1), "now")));
    let before = comma.wrapping_sub(1);
    let is_named = words.shape(before).is_capitalized();
    let name = words.at(comma) == "," && (is_named || words.at(before) == ")");
    // `Ann Lee (34) of Selm` and `Ann Lee (34), a nurse`, but not the points of `Lee (34) and Moss (12)`
    let is_described = words.at(end + 1) == "," && words.any(end + 2, "a an");
    let name = name || words.at(comma) == "(" && is_named && (is_described || words.any(end + 1, "of from"));
    let closed = matches!(words.at(end), "," | "." | ")" | ";");
    let be = words.first_of(at.saturating_sub(3)..at, "is was be turned turns");
    let turns = words.any(at.wrapping_sub(1), "turn turns turned turning");
    // `He will be 35 by May` is an age, `she was 35 votes short` and `he was on 22` are none.
    let person = words.shape(at) == Shape::Number
        && !words.any(at.wrapping_sub(1), "on for in by")
        && (turns || be.is_some_and(|be| words.has(be.saturating_sub(2)..be, "he she i")));
    let counts = role::of(words, end) == Role::Content;
    (person || is_led(words, at)) && !counts || name && closed && words.at(at).len() == 2
}
