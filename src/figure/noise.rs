//! Digits that tell nothing: telephone numbers, clock times, scores, addresses, list numbers.

use super::{decimal::decimal, number, role, role::Role, unit, words::Words};
use crate::token::Shape;

/// The word after the digits at `at`, if they are no figure.
///
/// Refused are `555-0143`, `+44 20 7946 0958`, `10:27 PM`, `5am`, `3-1`, `24/7`, `192.168.1.2`, `221 Baker Street`,
/// `1.` at the head of a line and `[12]`. A range such as `10-20` is left to be read.
pub(super) fn skip(words: Words<'_>, at: usize) -> Option<usize> {
    if !matches!(words.shape(at), Shape::Number | Shape::Alphanumeric) {
        return None;
    }
    let end = chain(words, at);
    let groups = (end - at).div_ceil(2);
    let link = words.at(at + 1);
    let refused = match groups {
        1 => {
            is_listed(words, at)
                || is_address(words, at)
                || is_clock_word(words.at(at))
                || is_key(words, at)
                || matches!(words.at(at), "911" | "999" | "4K" | "8K")
                    && (words.any(at + 1, "call calls") || !unit::is_plural(words.at(at + 1)))
        }
        2 if link == ":" => true,
        2 if words.is_dash(at + 1) => is_score(words, at),
        2 if link == "/" => !number::is_part(words.at(at), words.at(at + 2)),
        2 => false,
        _ => true,
    };
    let plus = words.any(at.wrapping_sub(1), "+") && words.glued(at);
    let is_clock = words.any(end, "am pm a.m p.m gmt o'clock o’clock hrs ist");
    (refused || plus || is_clock).then_some(end)
}

/// The word after a chain of digits held together by marks, and of groups after a telephone prefix.
fn chain(words: Words<'_>, at: usize) -> usize {
    let phone = words.any(at.wrapping_sub(1), "+ tel phone call hotline helpline")
        || words.at(at).starts_with('0') && words.at(at).len() > 2;
    let mut end = at + 1;
    while end < words.len() {
        let linked =
            words.glued(end) && words.glued(end + 1) && words.shape(end) == Shape::Mark && words.at(end) != "%";
        if linked && (words.shape(end + 1) == Shape::Number || is_clock_word(words.at(end + 1))) {
            end += 2;
        } else if phone && words.shape(end) == Shape::Number {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Is the pair of numbers a score or a telephone number? `3-1`, `1-2 defeat` and `555-0143` are, `10-20` is not.
fn is_score(words: Words<'_>, at: usize) -> bool {
    let (left, right) = (words.at(at), words.at(at + 2));
    let value = |digits: &str| decimal(&digits.replace(&[','][..], ""), 0).unwrap_or(f64::MAX);
    let is_result = |at| words.any(at, "defeat loss draw win victory lead lost beat beaten won drew");
    value(left) >= value(right) || [at + 3, at + 4, at.wrapping_sub(1)].into_iter().any(is_result)
}

/// Is the number that of a list item or a note? `3.` and `(3)` at the head of a paragraph and `[12]` are.
fn is_listed(words: Words<'_>, at: usize) -> bool {
    let closed = matches!(words.at(at + 1), "." | ")" | "]") && words.glued(at + 1);
    let opened = at == 0 || at == 1 && words.at(0) == "(";
    closed && (opened || words.any(at.wrapping_sub(1), "["))
}

/// Does a street follow? `221 Baker Street` has one.
fn is_address(words: Words<'_>, at: usize) -> bool {
    const STREETS: &str = "street st road rd avenue ave lane drive boulevard blvd square court parkway";
    let capital = |at| words.shape(at).is_capitalized();
    capital(at + 1) && (2..=3).any(|ahead| capital(at + ahead) && words.any(at + ahead, STREETS))
}

/// `5am`, `10.45pm`.
fn is_clock_word(word: &str) -> bool {
    let stem = ["am", "pm", "AM", "PM"].iter().find_map(|end| word.strip_suffix(end));
    stem.is_some_and(|stem| stem.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

/// Is it a key rather than a number? Seven digits or more without separators that count nothing are.
fn is_key(words: Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    let counts = role::of(words, at + 1) == Role::Content;
    word.len() > 6 && word.bytes().all(|b| b.is_ascii_digit()) && !counts
}
