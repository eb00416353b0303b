//! The phrase that a figure is of, behind it or before it: `revenue` of `60 % of its revenue`, `net worth` of `a net worth
//! of $2bn`.

use std::ops::Range;

use super::{
    FigureKind, cue,
    label::SIZES,
    phrase::past_bracket,
    quantity::{self, Quantity},
    role::{self, Role},
    spelled,
    subject::{LONGEST_SUBJECT, back},
    unit,
    words::Words,
};
use crate::token::Shape;

/// Participles that tie a measure to its noun: `a rover weighing 320 kg`.
const MEASURING: &str = "weighing costing measuring totaling totalling";

/// The phrase behind: `of NOUN` after a part, or a noun that the quantity describes.
pub(super) fn after(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    // `a 1.8 billion-mile (2.8bn km) journey`
    let at = past_bracket(words, quantity.words.end);
    // `60 % of its revenue`, `a 25 % stake in a shipyard`
    let has_parts = matches!(
        quantity.kind,
        FigureKind::Percent | FigureKind::Ratio | FigureKind::Money | FigureKind::Measure | FigureKind::Count
    );
    // `40 hours of training`, but `within 40 hours of the vote`
    let lasts = quantity.kind == FigureKind::Duration
        && role::of(words, at + 1) == Role::Content
        && !words.any(quantity.words.start.wrapping_sub(1), "within");
    // `60 % of those asked`
    if (has_parts || lasts)
        && words.any(at, "of")
        && !is_of_those(words, at)
        && unit::money_before(words, at + 1).is_none()
    {
        return forward(words, at + 1);
    }
    if quantity.kind == FigureKind::Percent && words.any(at, "stake share tax") {
        return forward(words, at);
    }
    let gains = quantity.kind == FigureKind::Money
        && words.any(at, "in")
        && spelled::small(words.at(at + 1)).is_none()
        && words.shape(at + 1) == Shape::Lower
        && role::of(words, at + 1) == Role::Content;
    if gains {
        let phrase = forward(words, at + 1)?;
        // `$4m in losses in the state`
        let place = words.first_of(phrase.clone(), "in").unwrap_or(phrase.end);
        return Some(phrase.start..place);
    }
    let describes = quantity.noun.is_empty()
        && quantity.kind != FigureKind::Count
        && words.shape(at) != Shape::Mark
        && role::of(words, at) == Role::Content
        // `eight years lying`
        && !(words.ends(at, "ing") && unit::is_plural(words.before(at, 1)))
        && (!words.any(at, SIZES) || words.is_hyphen(at + 1));
    let phrase = forward(words, at).filter(|_| describes)?;
    // `turbocharged` of `a turbocharged 1.6 liter engine`
    let start = quantity.words.start;
    let is_noun = |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at).is_word();
    let first = (start.saturating_sub(LONGEST_SUBJECT)..start).rev().take_while(is_noun).last().unwrap_or(start);
    Some(first..phrase.end)
}

/// Is it `of those asked`, at word `at`, who are not named?
pub(super) fn is_of_those(words: Words<'_>, at: usize) -> bool {
    words.any(at, "of") && words.any(at + 1, "those") && words.ends(at + 2, "ed")
}

/// The phrase before `of` or a bracket: `net worth of $2bn`, `sales of 5,800`.
pub(super) fn of_which(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let of = (1..=4)
        .map(|back| start.wrapping_sub(back))
        .find(|at| words.any(*at, "of worth with") || words.any(*at, MEASURING))?;
    let between = of + 1..start;
    if between.clone().any(|at| matches!(role::of(words, at), Role::Content | Role::Verb) && words.shape(at).is_word())
    {
        return None;
    }
    // `a contract, worth $4m`
    let is_aside = words.any(of, "worth") && words.before(of, 1) == ",";
    let phrase = back(words, of - usize::from(is_aside))?;
    // `the deaths of 40 people and the taking of 12 hostages`
    let and = phrase.clone().rev().find(|at| words.any(*at, "and") && words.any(at + 1, "the"));
    let phrase = and.map_or(phrase.start, |and| and + 2)..phrase.end;
    let general = words.any(phrase.end - 1, "total average maximum minimum record rate number most close excess age");
    // `a strike over a pay offer of 3 %`, `hit 40 homes in a storm with 90 mph winds`
    let article = words.last_of(phrase.clone(), "a an").filter(|_| !general);
    let phrase = article.map_or(phrase.start, |article| article + 1)..phrase.end;
    Some(phrase).filter(|phrase| !(general && phrase.len() == 1))
}

/// Is the phrase `found` that the quantity is of about nothing else?
pub(super) fn stands_alone(words: Words<'_>, quantity: &Quantity, found: &Range<usize>) -> bool {
    let (start, end) = (quantity.words.start, quantity.words.end);
    let tie = found.start.wrapping_sub(1);
    if found.end > start {
        // `in the delta, where three in five homes are of wood`
        return quantity.kind == FigureKind::Ratio
            && role::of(words, found.end) == Role::Verb
            && cue::lead(words, start, "").is_some_and(|at| words.any(at, "where and ,"));
    }
    let before = role::of(words, tie.wrapping_sub(1));
    let is_new = words.any(tie, "a an");
    // `a good year, with exports of $4bn`
    words.any(tie, "with on") && words.before(tie, 1) == ","
        // `, and a rise of 4 % has been sought`
        || is_new && before == Role::Break && role::of(words, end) == Role::Verb
        // `in a trial with 40 children`
        || is_new && before == Role::Preposition && words.any(found.end, "with")
        || words.any(found.end, MEASURING)
}

/// The phrase that begins at word `at`, with the `of` and `in` phrases behind it.
fn forward(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let first = at;
    let ties = |at: usize| words.any(at, "of on in for");
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content => {
            words.shape(*at) != Shape::Number || words.shape(*at - 1).is_capitalized() || ages(words, *at).is_some()
        }
        Role::Filler => true,
        Role::Preposition if ages(words, *at).is_some() => true,
        Role::Preposition => ties(*at) && !quantity::begins(words, at + 1),
        Role::Break => *at > first && words.any(*at, "and or") && is_pair(words, *at),
        _ => false,
    };
    let end = (at..at + LONGEST_SUBJECT).take_while(joins).last()? + 1;
    let last = (at..end).rev().find(|at| role::of(words, *at) == Role::Content)?;
    Some(at..last + 1)
}

/// Does the `and` tie two nouns of one phrase? In `mail and spare parts to Selm` it does, in `mail and parts were lost` not.
fn is_pair(words: Words<'_>, and: usize) -> bool {
    let is_noun = |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at) == Shape::Lower;
    let next = (and + 1..and + 4).find(|at| !is_noun(at)).unwrap_or(and + 1);
    is_noun(&(and - 1))
        && next > and + 1
        && !quantity::begins(words, and + 1)
        && matches!(role::of(words, next), Role::Preposition | Role::Break)
}

/// The `aged 18 to 34` that the word is a part of: it says of whom a figure is.
pub(super) fn ages(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let aged =
        (at.saturating_sub(3)..=at).rev().find(|at| words.shape(*at) == Shape::Lower && words.any(*at, "aged"))?;
    let ends = words.shape(aged + 3) == Shape::Number && words.any(aged + 2, "to -");
    ends.then_some(aged..aged + 4)
}
