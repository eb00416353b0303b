//! How a quantity hangs on the one before it: the same in other terms, the base of a comparison, more of the same.

use std::ops::Range;

use super::{
    FigureKind, cue, period,
    quantity::Quantity,
    role::{self, Role},
    spelled, unit,
    words::Words,
};
use crate::{letters::is_any, token::Shape};

/// The most words from a counted noun to a number that counts the same.
const REACH: usize = 8;

/// How a quantity hangs on the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    None,
    /// `rose 4 % to 93`, `93, up from 89`: it is about the same.
    Moves,
    /// `100 km (62 miles)`, `190 points, or 2 %`: it is the same in other terms.
    Equals,
    /// `rose 4 % in May, 5 % in June`: it did the same at another time.
    Repeats,
}

/// How the quantity behind the words `between` hangs on the one before them, which may be a rise or a fall; word `end` is
/// behind it.
pub(super) fn read(words: Words<'_>, between: Range<usize>, end: usize, is_change: bool) -> Link {
    let is_time = |at| {
        words.shape(at) == Shape::Number || !period::is_free(words, at) || words.any(at, "last this year month quarter")
    };
    if between.clone().any(is_time) && between.clone().all(|at| is_time(at) || words.any(at, "in on , and")) {
        return Link::Repeats;
    }
    let leads = |at: &usize| cue::leads(words, *at) || words.any(*at, ", with to");
    let tie = between.clone().rev().find(|at| !leads(at)).unwrap_or(between.start);
    // `60 % of its value, or more than $3m`, but not `40 jobs, or 3 % of all`
    let is_plain = (between.start..tie).all(|at| role::of(words, at) != Role::Verb);
    let again = (words.any(tie, "or") || words.any(tie, "/") && !words.glued(tie)) && is_plain
        || words.any(tie, "(") && tie == between.start;
    if again && !words.any(end, "of more fewer less higher lower") {
        return Link::Equals;
    }
    // `40 % of the deal is paid in cash, up from 30 %`
    if words.any(tie, "compared") || words.any(tie, "from") && words.any(tie.wrapping_sub(1), "up down") {
        return Link::Moves;
    }
    // `a profit of $3m in the quarter ended in May, up 4 %`
    let way = words.last_of(tie..between.end, "up down").unwrap_or_default();
    let is_quiet = |at: usize| !words.any(at, "and") && (role::of(words, at) != Role::Verb || words.any(at, "ended"));
    if way > between.start && !words.any(way + 1, "to") && words.any(way - 1, ",") && (between.start..way).all(is_quiet)
    {
        return Link::Moves;
    }
    // `linked two drinks a day to a 14 % higher risk`
    let compares = words.any(end, "higher lower more fewer less");
    // `rose 2 % at 93`, `closed 2 % higher at 93`
    let levels = if is_change { "from to at" } else { "from to" };
    let moves = !compares && words.has(between.clone(), levels);
    let plain = |at| {
        !words.shape(at).is_word()
            || matches!(role::of(words, at), Role::Preposition | Role::Filler)
            || words.any(at, "compared higher lower up down")
            || is_time(at)
    };
    if moves && between.len() <= REACH && between.into_iter().all(plain) { Link::Moves } else { Link::None }
}

/// Does the quantity count what was counted before it? `and wounding 3,488.` and `and 12 others` do, as do
/// `and 40 who left`, `and 40 have left` and `compared with 40`; `and 12 trucks` does not.
pub(super) fn counts_same(words: Words<'_>, quantity: &Quantity, counted: usize) -> bool {
    let start = quantity.words.start;
    let others = quantity.noun.len() == 1 && words.any(quantity.noun.start, "others more");
    let bare = quantity.kind == FigureKind::Count && quantity.unit.is_none();
    // `40 have left`, but not `the mother of ten who left`
    let told = words.any(quantity.words.end, "who have has were was") && !words.any(start.wrapping_sub(1), "of")
        || words.any(start.wrapping_sub(2), "compared");
    // `40 overs, with 103 off 88 balls`
    let reach = if told || others { 3 * REACH } else { REACH };
    if start - counted > reach || words.any(quantity.words.end, "off") {
        return false;
    }
    let linked = (counted..start).any(|at| is_any(words.at(at), "and or , ; while but from to compared"));
    // `a rate of 8`, `an unbeaten 39` count something else.
    let lead = (counted..start).rev().find(|at| !cue::leads(words, *at));
    let open = told
        || lead.is_none_or(|at| matches!(role::of(words, at), Role::Verb | Role::Break) || words.any(at, "from to"));
    // `4 million people in 2019 and 3 million in 2023`
    let between =
        (counted..start).any(|at| words.shape(at) == Shape::Number && period::read(words, at, None).is_none());
    (others || bare && open && (told || !between)) && linked
}

/// Is the number at `start` the base of a comparison? `up from 89`, `compared with 4 %` and `against $3m` have one.
pub(super) fn is_base(words: Words<'_>, start: usize, end: usize) -> bool {
    let floor = start.saturating_sub(6);
    let mut back =
        (floor..start).rev().take_while(|at| !matches!(words.shape(*at), Shape::Number | Shape::Alphanumeric));
    back.any(|at| {
        let leads = (at + 1..start).all(|at| cue::leads(words, at));
        match words.at(at) {
            "from" => {
                cue::is_motion(words, at.wrapping_sub(1))
                    || leads && (floor.saturating_sub(12)..at).any(|at| cue::is_motion(words, at))
            }
            // `41 % of the men against 83 % of the women` has news of both.
            "against" => leads && role::of(words, at.wrapping_sub(1)) != Role::Verb && !words.any(end, "of among"),
            "with" | "to" => words.any(at.wrapping_sub(1), "compared"),
            "the" => leads && words.any(at.wrapping_sub(1), "above below beating topping missing exceeding"),
            _ => false,
        }
    })
}

/// Words that set what came beside what was expected.
const PASSED: &str = "above against beat beating beats below earlier from missed missing previous than topping";

/// Is the quantity in the words a part's whole, or what was before or was expected? `the 200 seats` of `118 of the 200
/// seats`, `$3m a year earlier` and `the 4 % that analysts had expected` are.
pub(super) fn is_other(words: Words<'_>, start: usize, end: usize) -> bool {
    let article = usize::from(role::of(words, start.wrapping_sub(1)) == Role::Filler);
    let of = start.checked_sub(1 + article).filter(|of| words.any(*of, "of"));
    let whole = of
        .and_then(|of| of.checked_sub(1))
        .is_some_and(|at| words.shape(at) == Shape::Number || spelled::small(words.at(at)).is_some());
    let before = words.any(end + 1, "year month quarter week") && words.any(end + 2, "earlier ago before");
    // `beat forecasts of $3m`, `against an earlier forecast of 4 %`
    let is_passed = of.is_some_and(|of| {
        words.any(of.wrapping_sub(1), "estimate estimates expectations forecast forecasts")
            && words.has(of.saturating_sub(5)..of, PASSED)
    });
    let expected = is_passed || words.any(end, "that") && words.has(end + 1..end + 5, "expected forecast predicted");
    // `10 years ago`, `over the past 10 years`: a time
    let is_time = unit::is_time(words.at(end.wrapping_sub(1)))
        && (words.any(end, "ago later earlier before after")
            || words.any(start.wrapping_sub(1), "past last next coming"));
    // `an error of plus or minus 3 points`
    let is_margin = (start.saturating_sub(6)..start).any(|at| words.any(at, "error") && words.any(at + 1, "of"));
    let was_expected = || words.has(start.saturating_sub(3)..start, "previously");
    whole || words.any(end, "a") && before || expected || is_time || is_margin || was_expected()
}
