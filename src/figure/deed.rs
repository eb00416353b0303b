//! What those counted did, or what happened to them: `killing civilians`, `people were injured`, `deaths of people`.

use std::ops::Range;

use super::{
    FigureKind, concept, counted, cue, number,
    phrase::{LONGEST_TIED, ahead, behind, is_auxiliary},
    quantity::Quantity,
    role::{self, Role},
    source, unit,
    words::Words,
};
use crate::{span::Span, token::Shape};

/// The most words in commas between those counted and their verb.
const LONGEST_ASIDE: usize = 16;

/// The most words that say what happened to those counted.
const LONGEST_EVENT: usize = 3;

/// Verbs that say how something is left: `left 3 people dead`.
pub(super) const LEAVING: &str = "left leave leaves leaving put puts putting made making";

/// The verb with what is counted: `killing civilians`, `people were injured`, `passengers at risk`.
pub(super) fn counted(words: Words<'_>, range: &Range<usize>, noun: &[Span]) -> Vec<Span> {
    let acts = |at: &usize| role::of(words, *at) == Role::Verb || role::is_infinitive(words, *at);
    let lead = cue::lead(words, range.start, "by to at");
    // `gave away 40 meals`
    let is_particle = |at: &usize| {
        words.any(*at, "away back out at up down off") && role::of(words, at.wrapping_sub(1)) == Role::Verb
    };
    let particle = lead.filter(is_particle).map(|at| words.span(at..at + 1));
    let verb = lead.map(|at| at - usize::from(particle.is_some())).filter(acts);
    // `records show 40 men have left`
    let acts_after = verb_after(words, range.end).filter(|_| !is_governed(words, range));
    let tells = |at: &usize| words.any(*at, "say says said") || acts_after.is_some() && source::is_cue(words, *at);
    // `closed as 40 men went on strike`, but not `closed as many as 40 mills`
    let before = range.start.wrapping_sub(1);
    let opens = words.any(before, "as") && !words.any(before.wrapping_sub(1), "many much few little high");
    let verb = verb.filter(|at| !tells(at) && !opens);
    let (before, behind) = match verb {
        Some(at) if words.any(at, LEAVING) => (None, state(words, range.end)),
        Some(at) if !is_auxiliary(words, at) => {
            let verb = verb_span(words, at);
            (Some(particle.map_or(verb, |particle| verb.join(particle))), infinitive(words, range.end))
        }
        _ => match event(words, range.start) {
            None => (None, acts_after),
            event => (event, None),
        },
    };
    said(before, noun, behind)
}

/// What is said `before` a thing, the thing, and what is said `behind` it. One for all labels: it weighs more than a call.
#[inline(never)]
pub(super) fn said(before: Option<Span>, thing: &[Span], behind: Option<Span>) -> Vec<Span> {
    before.into_iter().chain(thing.iter().copied()).chain(behind).collect()
}

/// The verb that leads to the number at `start` and says something by itself; `stops` as for [`cue::lead`].
pub(super) fn verb_before(words: Words<'_>, start: usize, stops: &str) -> Option<usize> {
    cue::lead(words, start, stops).filter(|at| role::of(words, *at) == Role::Verb && !is_auxiliary(words, *at))
}

/// The verb at word `at` with what denies it: `did not kill`, `doesn't justify`.
pub(super) fn verb_span(words: Words<'_>, at: usize) -> Span {
    let before = at.saturating_sub(1);
    let is_not = words.any(before, "not");
    let is_denied = is_not || words.any(before, "never") || role::denied(words.at(before)).is_some();
    let is_helped = is_not && role::of(words, before.saturating_sub(1)) == Role::Verb;
    let start = if is_denied { before.saturating_sub(usize::from(is_helped)) } else { at };
    words.span(start..at + 1)
}

/// `deaths of` of `the deaths of nearly 40 people`, `saved the lives of` of `saved the lives of 40 people`.
fn event(words: Words<'_>, start: usize) -> Option<Span> {
    let tie = cue::lead(words, start, "of").filter(|tie| words.any(*tie, "of"))?;
    let is_said = |phrase: &Range<usize>| {
        phrase.len() <= LONGEST_EVENT
            && (words.shape(phrase.end - 1) == Shape::Lower || phrase.end == 1)
            && !words.any(phrase.start, "behalf")
    };
    let phrase = behind(words, tie).filter(is_said)?;
    let verb = phrase.start.checked_sub(2).filter(|_| words.any(phrase.start, "lives"));
    Some(words.span(verb.unwrap_or(phrase.start)..tie + 1))
}

/// How those counted are left: `dead` of `left 3 people dead`, `at risk` of `put 40 passengers at risk`.
fn state(words: Words<'_>, at: usize) -> Option<Span> {
    let end = at + 1 + usize::from(role::of(words, at) == Role::Preposition && !words.any(at, "of in on"));
    let is_word = words.shape(end - 1) == Shape::Lower && role::of(words, end - 1) == Role::Content;
    is_word.then(|| words.span(at..end))
}

/// `to leave` of `ordered 400 people to leave`.
fn infinitive(words: Words<'_>, at: usize) -> Option<Span> {
    let fits = words.any(at, "to")
        && (matches!(role::of(words, at + 1), Role::Verb | Role::Content) || role::is_infinitive(words, at + 1));
    (fits && words.shape(at + 1) == Shape::Lower).then(|| words.span(at..at + 2))
}

/// The verb of what is counted: `died`, `were destroyed`, `are still missing`.
fn verb_after(words: Words<'_>, end: usize) -> Option<Span> {
    const STATES: &str = "missing dead homeless";
    let start = past_asides(words, end);
    if words.any(start, STATES) {
        return Some(words.span(start..start + 1));
    }
    let joins = |at: &usize| {
        role::of(words, *at) == Role::Verb || *at > start && words.any(*at, "still now later already ill sick")
    };
    let mut end = (start..start + 5).take_while(joins).last()? + 1;
    // `the trial at six hospitals has found`: what is counted does nothing here.
    let agrees = !words.any(start, "has is was does") && !words.any(start.wrapping_sub(1), "to");
    if is_auxiliary(words, end - 1) || words.any(end - 1, "feared") || role::of(words, end - 1) == Role::Filler {
        end += usize::from(words.any(end, STATES));
        end -= usize::from(words.any(end - 1, "still now later already"));
    }
    // `were sent back to Kesh`, but `waited up to six months`
    let is_particle = words.any(end, "out off away back") || words.any(end, "up down") && !words.any(end + 1, "to");
    (agrees && !is_auxiliary(words, end - 1)).then(|| words.span(start..end + usize::from(is_particle)))
}

/// The word after what stands between those counted and their verb: `among them eight children` of `27 people, among them
/// eight children, drowned`, `and two sailors on the quay` of `six men and two sailors on the quay died`.
fn past_asides(words: Words<'_>, end: usize) -> usize {
    if words.at(end) == "," && words.any(end + 1, "among including mainly mostly most many some") {
        return words.first_of(end + 2..end + LONGEST_ASIDE, ",").map_or(end, |close| close + 1);
    }
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Preposition => !words.any(*at, "as than"),
        Role::Break => words.any(*at, "and") && number::read(words, at + 1).is_some(),
        // `people on the coast not tied to the grid`
        role => role == Role::Content || role == Role::Filler && !words.any(*at, "not"),
    };
    let is_tied = role::of(words, end) == Role::Preposition || words.any(end, "and");
    let past = (end..end + LONGEST_TIED).take_while(joins).last().filter(|_| is_tied).map_or(end, |last| last + 1);
    // `47 plants and 12 newly built mills`
    let describes = counted::is_adverb(words, past.wrapping_sub(1)) && role::of(words, past + 1) == Role::Content;
    if role::of(words, past) == Role::Verb && !describes { past } else { end }
}

/// Does a preposition tie the number to another phrase? In `a trial at six hospitals` one does, in `after 40 men left` none.
fn is_governed(words: Words<'_>, range: &Range<usize>) -> bool {
    let is_article = |at: usize| words.any(at, "the its his her their our these those all");
    let Some(lead) = cue::lead(words, range.start, "at by from in of on to") else { return false };
    let Some(before) = lead.checked_sub(usize::from(is_article(lead))) else { return false };
    // `ended with 20 people dead`, `a calm night, with four guns seized`
    let is_scene =
        words.any(before, "with") && (role::of(words, range.end) == Role::Verb || unit::is_harmed(words.at(range.end)));
    let opens = is_scene || words.any(before, "as after before since until");
    role::of(words, before) == Role::Preposition && !opens || words.shape(before) == Shape::Clitic
}

/// What a part of them does: `have formal schooling` of `64 % have formal schooling`.
pub(super) fn acted(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let end = quantity.words.end;
    // `$3m, of which 60 % comes from fares`
    let is_of_which = words.any(quantity.words.start.wrapping_sub(1), "which whom");
    if !matches!(quantity.kind, FigureKind::Percent | FigureKind::Money)
        || !(is_of_which || concept::is_subject(words, quantity))
    {
        return None;
    }
    let acts = |at: &usize| role::of(words, *at) == Role::Verb;
    let verb = (end..end + 4).take_while(acts).last()?;
    if words.any(verb + 1, "yes no") {
        return Some(end..verb + 2);
    }
    // `said they had left`
    let is_told = words.any(verb, "say said think thought believe believed claim claimed");
    if is_told && role::of(words, verb + 1) != Role::Pronoun {
        return None;
    }
    let verb = if is_told { (verb + 2..verb + 5).take_while(acts).last()? } else { verb };
    let tied = usize::from(role::of(words, verb + 1) == Role::Preposition);
    // `$4m was handed to`
    let is_done = quantity.kind == FigureKind::Money || matches!(role::of(words, verb + 1), Role::Break | Role::Filler);
    let is_whole = is_done && !is_auxiliary(words, verb);
    let object = ahead(words, verb + 1 + tied).map(|phrase| phrase.end);
    object.or(is_whole.then_some(verb + 1)).map(|last| end..last)
}
