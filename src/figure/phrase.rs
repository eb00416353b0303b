//! Noun phrases that may stand on a card by themselves.

use std::ops::Range;

use super::{
    FigureKind, number, period,
    role::{self, Role, denied},
    unit::{self, Unit},
    words::Words,
};
use crate::{letters::is_any, token::Shape};

/// The most words of a phrase that a label takes.
pub(super) const LONGEST: usize = 6;

/// The most words of a phrase with what is tied to it.
pub(super) const LONGEST_TIED: usize = 10;

/// The word that ties the phrase from word `start` to the noun before it: in `outlay for farms`, `profit at the port`
/// and `bus and tram` one does.
pub(super) fn tie(words: Words<'_>, start: usize) -> Option<usize> {
    let article = start.checked_sub(1).filter(|at| role::of(words, *at) == Role::Filler).unwrap_or(start);
    let at = article.checked_sub(1)?;
    // `the plan to rebuild the port`
    let infinitive = at.checked_sub(1).filter(|to| words.any(*to, "to") && words.shape(at) == Shape::Lower);
    if infinitive.is_some() && role::of(words, at) != Role::Preposition {
        return infinitive;
    }
    // `bus and tram`, but not `prison and a fine`
    let joins = !words.any(article, "a an") && words.any(at, "and or") && at > 0 && is_inner(words, at - 1);
    // `, with profits rising` is a clause of its own, `sold by the mill at a price of` says how much.
    let opens =
        words.any(at, "with") && words.before(at, 1) == "," || words.any(at, "at") && words.any(article, "a an");
    (role::of(words, at) == Role::Preposition && !words.any(at, "as than after before since until") && !opens || joins)
        .then_some(at)
}

/// The noun phrase that ends before word `end`, with all that is tied to it: `outlay for farms`.
pub(super) fn behind(words: Words<'_>, end: usize) -> Option<Range<usize>> {
    let run = |end: usize| {
        // `in 2019 sales were`
        let is_year =
            |at: usize| words.shape(at) == Shape::Number && words.any(at.wrapping_sub(1), "in since by until");
        let joins = |at: &usize| is_inner(words, *at) && !is_year(*at);
        let start = (end.saturating_sub(LONGEST)..end).rev().take_while(joins).last()?;
        (start..end).find(|at| role::of(words, *at) == Role::Content)
    };
    // `an offering (IPO) of $2bn`
    let brackets = words.before(end, 1) == ")" && words.before(end, 3) == "(";
    let end = if brackets { end - 3 } else { end };
    let mut start = run(end)?;
    if !is_label(words, start..end) {
        return None;
    }
    for _ in 0..3 {
        // `beat the mayor by a margin of 4 %`
        let Some(tie) = tie(words, start).filter(|tie| !words.any(*tie, "by")) else { break };
        let first = run(tie).filter(|first| end - first <= LONGEST_TIED && is_label(words, *first..tie));
        let Some(first) = first else { break };
        start = first;
    }
    // `last year's budget` is a budget.
    let dated = words.shape(start + 1) == Shape::Clitic && start + 2 < end && unit::behind(words, start, 0).is_some();
    Some(if dated { start + 2..end } else { start..end })
}

/// The noun phrase that begins at word `at`, its article left out, with what `of` ties to it.
pub(super) fn ahead(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let first = (at..at + 3).find(|at| role::of(words, *at) != Role::Filler)?;
    let run = |first: usize| (first..first + LONGEST).take_while(|at| is_inner(words, *at)).last().map(|last| last + 1);
    let mut end = run(first)?;
    if words.any(end, "of") {
        let article = usize::from(role::of(words, end + 1) == Role::Filler);
        end = run(end + 1 + article).filter(|end| end - first <= LONGEST).unwrap_or(end);
    }
    Some(first..end).filter(|phrase| is_label(words, phrase.clone()))
}

/// The word behind the amount in brackets that begins at word `at`, if one does: `a 30 km (19 mile) road`.
pub(super) fn past_bracket(words: Words<'_>, at: usize) -> usize {
    let is_close = |close: &usize| words.at(*close) == ")";
    let close = if words.at(at) == "(" { (at..at + LONGEST).find(is_close) } else { None };
    close.map_or(at, |close| close + 1)
}

/// The end before word `end` without the time that its words hold for: `debt as on March 31, 2024, stood`, `revenue for
/// the last financial year was`, `sales the previous month reached`.
pub(super) fn before_date(words: Words<'_>, end: usize) -> usize {
    const PARTS: &str = "the this last previous first second third fourth full financial fiscal calendar quarter half";
    let reach = end.saturating_sub(LONGEST_TIED)..end;
    let day = reach.clone().find(|at| words.any(*at, "as") && words.any(at + 1, "on of"));
    let is_time = |at: &usize| {
        words.any(*at, PARTS)
            || unit::is_time(words.at(*at))
            || words.shape(*at) == Shape::Number
            || !period::is_free(words, *at)
    };
    let time = reach.rev().take_while(is_time).last().unwrap_or(end);
    let is_tied = words.any(time.wrapping_sub(1), "for in during");
    let is_alone = end - time > 1 && words.any(time, "the this last");
    match day {
        Some(day) => day,
        None if is_tied => time - 1,
        None if is_alone => time,
        None => end,
    }
}

/// May the word stand inside a noun phrase?
fn is_inner(words: Words<'_>, at: usize) -> bool {
    match role::of(words, at) {
        Role::Content => true,
        Role::Filler => {
            // `the workers' pay`, `U.S. farms`
            let owns = matches!(words.at(at), "'" | "’") && words.glued(at) && words.before(at, 1).ends_with('s');
            owns || words.shape(at) == Shape::Clitic || words.any(at, "& .") || words.glued(at) && words.glued(at + 1)
        }
        _ => false,
    }
}

/// Does the phrase name a thing? `cost of repairs` does; `crore`, `a total`, `two naps`, `surviving` do not.
fn is_label(words: Words<'_>, phrase: Range<usize>) -> bool {
    const VAGUE: &str = "total average excess yoy qoq range age worth maximum minimum record rate number most close way time top end part level \
         tune loss us cent farther pregnant away ahead according likely each apiece worldwide nationwide sure nett gross upward upwards";
    let Some(last) = phrase.end.checked_sub(1) else { return false };
    let word = words.at(last);
    // `ten-year bond`, `30-year rate`
    let describes = |at: usize| words.is_dash(at + 1) && words.glued(at + 1);
    // `FTSE 100`
    let is_named =
        |at: usize| at > phrase.start && words.shape(at - 1).is_capitalized() && period::is_free(words, at - 1);
    let is_number =
        |at: usize| !is_named(at) && (words.shape(at) == Shape::Number || number::read(words, at).is_some());
    let counts = phrase.clone().any(|at| is_number(at) && !describes(at));
    // `the krone fell 2 %`, but not `flat against the krone at 2`
    let article = phrase.start.wrapping_sub(1);
    let names = words.any(article, "the") && role::of(words, article.wrapping_sub(1)) != Role::Preposition;
    let is_currency = |unit: &Unit| unit.kind == FigureKind::Money && names;
    let is_measure =
        number::power(word).is_some() || unit::behind(words, last, 0).is_some_and(|unit| !is_currency(&unit));
    let is_one = phrase.len() == 1;
    let is_bare = !words.any(phrase.start.wrapping_sub(1), "the a an its his her their");
    let is_verbal = is_one
        && !words.any(
            last,
            "manufacturing spending lending housing farming mining shipping banking trading training funding",
        )
        && is_bare
        && words.shape(last) == Shape::Lower
        && (word.ends_with("ing") || word.ends_with("ed"));
    let refused = counts
        || words.shape(phrase.start) == Shape::Lower && words.any(phrase.start, "west east north south")
        || is_measure
        || is_verbal
        || is_one && words.any(last, VAGUE);
    (words.shape(last).is_word() || words.shape(last) == Shape::Number && is_named(last)) && !refused
}

/// Does the verb say nothing by itself? `was`, `will` and `includes` do not.
pub(super) fn is_auxiliary(words: Words<'_>, at: usize) -> bool {
    const AUXILIARIES: &str = "is are was were be been being has have had having do does did will would can could may might must should \
         said says include includes including get gets got see saw stood stands believe believes";
    is_any(denied(words.at(at)).unwrap_or(words.at(at)), AUXILIARIES)
}
