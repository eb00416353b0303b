//! Which words a figure may begin with: a quick look that spares most words of a story the slow ones.

use std::sync::LazyLock;

use super::{measured::MINUS, period, spelled, unit::may_be_money, words::Words};
use crate::{index::Index, token::Shape};

static OPENERS: LazyLock<Index> =
    LazyLock::new(|| Index::of(&[&period::OPENERS[..], &spelled::OPENERS, &[MINUS]].concat()));

/// May a figure begin at word `at`? One may at digits, at a word of [`OPENERS`], at a sign, and at what may be the
/// money of a number close behind: `$`, `HK` of `HK$ 5`.
pub(super) fn may_open(words: Words<'_>, at: usize) -> bool {
    let is_number = |at| matches!(words.shape(at), Shape::Number | Shape::Alphanumeric);
    let word = words.at(at);
    let opens = match words.shape(at) {
        Shape::Number | Shape::Alphanumeric => true,
        // `-5` and `.500`; not the dash of `high-rise`, nor the stop of a sentence.
        Shape::Mark => (words.is_dash(at) || word == ".") && !words.glued(at) && words.glued(at + 1),
        Shape::Clitic => false,
        Shape::Lower | Shape::Title | Shape::Upper | Shape::Mixed => {
            word.ends_with(spelled::FOLD)
                || OPENERS.get_small(word).is_some()
                || matches!(word, "a" | "an" | "A" | "An") && spelled::goes_on(words.at(at + 1))
        }
    };
    let is_near = || (at + 1..=at + 4).any(is_number) || (at + 1..=at + 3).any(|at| words.at(at) == ".");
    opens || may_be_money(word) && is_near()
}
