//! Ages: a duration that somebody is old, and the bare number behind a name.

use super::{
    role::{self, Role},
    words::Words,
};
use crate::token::Shape;

/// The word after `old` or `of age` behind a duration: `65-year-old`, `ten months old`, `3 years of age`.
pub(super) fn of_age(words: Words<'_>, at: usize) -> Option<usize> {
    let old = at + usize::from(words.is_dash(at));
    if words.any(old, "old olds") {
        return Some(old + 1);
    }
    (words.any(at, "of") && words.any(at + 1, "age")).then_some(at + 2)
}

/// Is the bare number an age? `aged 34` and `Ann Lee, 34, said` are.
pub(super) fn is_age(words: Words<'_>, at: usize, end: usize) -> bool {
    let of = usize::from(words.any(at.wrapping_sub(1), "of"));
    let aged = words.any(at.wrapping_sub(1 + of), "aged age");
    let name = at > 1 && words.shape(at - 2).is_capitalized() && words.at(at - 1) == ",";
    let closed = matches!(words.at(end), "," | "." | ")" | ";");
    let be = (at.saturating_sub(3)..at).find(|at| words.any(*at, "is was be turned turns"));
    // `He will be 35 by May` is an age, `she was 35 votes short` is none.
    let person = be.is_some_and(|be| (be.saturating_sub(2)..be).any(|at| words.any(at, "he she i")))
        && role::of(words, end) != Role::Content;
    let short = words.at(at).len() <= 3 && words.shape(at) == Shape::Number;
    short && (person || aged || name && closed && end == at + 1 && words.at(at).len() == 2)
}
