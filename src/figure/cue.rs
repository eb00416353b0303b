//! Words before a number that say whether it is exact and whether it rose or fell.

use std::{ops::Range, sync::LazyLock};

use super::{
    Bound, Change,
    role::{self, Role},
    unit::SHARES,
    words::{Kinds, Words},
};
use crate::token::Shape;

/// What a word before a number says of it: how exact it is, a rise or a fall; one that only leads to it says nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    About,
    Down,
    Lead,
    Less,
    More,
    Up,
}

static CUES: LazyLock<Kinds<Cue>> = LazyLock::new(|| {
    Kinds::read(&[
        (Cue::About, include_str!("cues/about.txt")),
        (Cue::Down, include_str!("cues/down.txt")),
        (Cue::Lead, include_str!("cues/lead.txt")),
        (Cue::Less, include_str!("cues/less.txt")),
        (Cue::More, include_str!("cues/more.txt")),
        (Cue::Up, include_str!("cues/up.txt")),
    ])
});

/// What the word at `at` says.
fn cue(words: Words<'_>, at: usize) -> Option<Cue> {
    CUES.of(words.at(at))
}

/// With these, `up` and `down` are no change: `make up 40 %`; nor are they before what is counted: `tore down 40 houses`.
const PHRASAL: &str = "ate beat eat eats gave give gives given giving made make makes picked put ran set take takes took use used uses knocked";

/// What is counted may be lost and gained without a change: `lost 40 homes`.
const OWNING: &str = "lost lose loses losing gain gained gains gaining sank shed dropped drop added adds";

/// Verbs that move what is named behind them up and down.
const RAISING: &str =
    "raise raised raises raising lift lifted lifts lifting increase increased increases boost boosted hiked";
const LOWERING: &str = "cut cuts cutting lower lowered lowers lowering reduce reduced reduces reducing trim trimmed slash slashed \
                        shortened";

/// The most words between a verb of change and its number: `rose by nearly`, `fell a further`.
const REACH: usize = 4;

/// The most cues before a number.
const MOST: usize = 6;

/// Whether the number that begins at word `at` is exact.
pub(super) fn bound(words: Words<'_>, at: usize) -> Bound {
    let last = at.wrapping_sub(1);
    // A hyphen or an `a` may stand between: `about a dozen`, `sub-7`.
    let cue = last.wrapping_sub(usize::from(words.any(last, "a an - the of by as to")));
    let lead = cue.wrapping_sub(1);
    let is_than = words.any(cue, "than") && !words.any(last, "the");
    if is_than && words.any(lead, "more over greater higher longer larger better older") || words.any(cue, "excess") {
        Bound::More
    } else if is_than && words.any(lead, "less fewer lower shorter smaller younger")
        || words.any(cue, "most") && words.any(lead, "at")
        // `as many as 40`, `up to 40`
        || words.any(last, "as") && words.any(cue, "many much high")
        || words.any(last, "to")
            && words.any(cue, "up")
            && !is_way(words, cue)
            && !words.any(lead, "add adds added adding from")
    {
        Bound::Less
    } else if words.any(last, "to") && words.any(cue, "close") {
        Bound::About
    } else if words.any(last, "the by as to") {
        Bound::Exact
    } else {
        match self::cue(words, cue) {
            Some(Cue::About) => Bound::About,
            Some(Cue::More) => Bound::More,
            Some(Cue::Less) => Bound::Less,
            _ => Bound::Exact,
        }
    }
}

/// Is the `up` the way that something went, and no bound? `has gone up to 712` tells it.
fn is_way(words: Words<'_>, up: usize) -> bool {
    words.any(up.wrapping_sub(1), "go goes going gone went")
}

/// Whether a verb of change leads to the number that begins at word `at`.
pub(super) fn is_change(words: Words<'_>, at: usize) -> bool {
    change(words, at, at, at..at) != Change::None
}

/// Whether the quantity in the words from `start` to `end` is a rise or a fall.
///
/// `rose by 4 %`, `up nearly 4 %` and `4 % higher` are; the 93 of `rose 4 % to 93` is where it came to.
pub(super) fn change(words: Words<'_>, start: usize, end: usize, noun: Range<usize>) -> Change {
    // `sank 9 miles off the coast`, but `fell 9 percent off its high`
    if words.any(end, "off north south east west") && !words.any(end.wrapping_sub(1), SHARES) {
        return Change::None;
    }
    let counts = !noun.is_empty() && !words.any(noun.start, "points point");
    // `added a 30 meter pole`, `set up a $5m fund`
    let is_thing = words.any(start.wrapping_sub(1), "a an") && role::of(words, end) == Role::Content;
    for back in 1..=REACH.min(start) {
        let at = start - back;
        let way = way(words, at);
        let is_verb = !words.any(at, "higher lower");
        let is_phrase = words.any(at, "up down") && (counts || is_thing || words.any(at.wrapping_sub(1), PHRASAL));
        if way != Change::None && is_verb && !is_phrase {
            return if (counts || is_thing) && words.any(at, OWNING) { Change::None } else { way };
        }
        let passes = words.any(at, "by a an further another as much than more $")
            || matches!(cue(words, at), Some(Cue::About | Cue::More))
            || words.ends(at, "ly");
        if !passes {
            break;
        }
    }
    // `closed 110 points, or 0.4 %, higher`
    let after = match words.at(end) {
        "," if words.any(start.wrapping_sub(1), "or") => end + 1,
        "," if words.any(end + 1, "or") => words.first_of(end + 2..end + REACH + 2, ",").map_or(end, |comma| comma + 1),
        _ => end,
    };
    let is_share = words.any(end.wrapping_sub(1), SHARES);
    // `2 % up on last year`
    if words.any(after, "higher lower") || is_share && words.any(end, "up down") {
        return way(words, after);
    }
    // `grow sales by 4 %`, `cut rates 4 %`
    let by = start.wrapping_sub(usize::from(words.any(start.wrapping_sub(1), "by")));
    if by == start && !is_share {
        return Change::None;
    }
    let is_object =
        |at: &usize| matches!(role::of(words, *at), Role::Content | Role::Filler) && way(words, *at) == Change::None;
    match (by.saturating_sub(REACH + 1)..by).rev().find(|at| !is_object(at)) {
        Some(verb) if words.any(verb, RAISING) => Change::Up,
        Some(verb) if words.any(verb, LOWERING) => Change::Down,
        Some(verb) if by < start => way(words, verb),
        _ => Change::None,
    }
}

/// The way of what came to the number at word `start`: `the rate fell to 4 %`, `rose only to`; of `rose 2 % to 93` the 2 tells it.
pub(super) fn reached(words: Words<'_>, start: usize) -> Change {
    if words.shape(start.wrapping_sub(1)) != Shape::Lower {
        return Change::None;
    }
    let Some(to) = lead(words, start, "to").filter(|to| words.any(*to, "to")) else { return Change::None };
    let verb = to.wrapping_sub(1);
    let is_adverb = words.any(verb, "back further only") || words.ends(verb, "ly");
    let verb = verb.wrapping_sub(usize::from(is_adverb));
    // `up to 40 %`, `added to the list`, `slumped to a 40-run defeat`
    let is_other = words.any(verb, "add added adds lost") || words.any(start.wrapping_sub(1), "a an the");
    if is_other { Change::None } else { way(words, verb) }
}

/// Which way the word tells.
fn way(words: Words<'_>, at: usize) -> Change {
    match cue(words, at) {
        Some(Cue::Up) => Change::Up,
        Some(Cue::Down) => Change::Down,
        _ => Change::None,
    }
}

/// Is the word a verb of change, though it may be a noun too? `rise` and `up` are.
pub(super) fn is_motion(words: Words<'_>, at: usize) -> bool {
    words.shape(at).is_word() && matches!(cue(words, at), Some(Cue::Up | Cue::Down))
}

/// Does the verb move what is named behind it? `cut` of `cut the rate to 4 %` does.
pub(super) fn moves(words: Words<'_>, at: usize) -> bool {
    words.any(at, RAISING) || words.any(at, LOWERING)
}

/// May the word stand between a verb and its number? `at least`, `nearly`, `by`, `more than` may.
pub(super) fn leads(words: Words<'_>, at: usize) -> bool {
    matches!(cue(words, at), Some(Cue::About | Cue::More | Cue::Less | Cue::Lead)) || words.any(at, "up")
}

/// Is the word the `total` of `a total of 40`?
pub(super) fn is_total(words: Words<'_>, at: usize) -> bool {
    words.any(at.wrapping_add(1), "of")
        && words.any(at.wrapping_sub(1), "a an")
        && words.any(at, "total average maximum minimum record")
}

/// The nearest word before the number at `start` that is one of `stops`, or no cue such as `nearly` or `at least`.
pub(super) fn lead(words: Words<'_>, start: usize, stops: &str) -> Option<usize> {
    let is_cue = |at: usize| {
        words.any(at + 1, "least most")
            // `an average of`
            || is_total(words, at)
            || at > 0 && is_total(words, at - 1)
            || words.any(at, "up close") && words.any(at + 1, "to") && !is_way(words, at)
            || words.any(at, "to") && words.any(at.wrapping_sub(1), "up close") && !is_way(words, at - 1)
    };
    let passes = |at: usize| leads(words, at) && role::of(words, at) != Role::Verb && !is_motion(words, at);
    (start.saturating_sub(MOST)..start).rev().find(|at| !is_cue(*at) && (words.any(*at, stops) || !passes(*at)))
}
