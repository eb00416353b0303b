//! What a card says beside a figure: a verb and what it counts, `killing civilians`, or what the amount is of,
//! `cost of repairs`. A card without a label is better than one that misleads: in doubt there is none.

use std::ops::Range;

use super::{
    Change, FigureKind, concept, cue, number,
    phrase::{LONGEST, LONGEST_TIED, ahead, before_date, behind, is_auxiliary, past_bracket, tie},
    quantity::{self, Quantity},
    role::{self, Role},
    unit,
    words::Words,
};
use crate::{span::Span, token::Shape};

/// Words of the sentence that say what a number is.
#[derive(Clone, Debug, Default)]
pub(super) struct Label {
    /// All of them, in order.
    pub words: Vec<Span>,
    /// Those that name a thing and no change, for the level that it came to: `revenue` of `revenue rose`.
    pub thing: Vec<Span>,
}

/// Verbs behind which a clause may follow.
const TELLING: &str = "show shows showed report reports reported find finds found estimate estimates estimated suggest \
                       suggests indicate indicates confirm confirms confirmed";

/// The most words in commas between those counted and their verb.
const LONGEST_ASIDE: usize = 16;

/// The most words that say what happened to those counted.
const LONGEST_EVENT: usize = 3;

/// Verbs that say how something is left: `left 3 people dead`.
const LEAVING: &str = "left leave leaves leaving put puts putting made making";

/// The label of `quantity`; `noun` are the words of what it counts, which may stand with another figure.
pub(super) fn read(words: Words<'_>, quantity: &Quantity, noun: &[Span], change: Change) -> Label {
    let range = &quantity.words;
    if !noun.is_empty() && change == Change::None {
        return Label { words: counted(words, range, noun), thing: noun.to_vec() };
    }
    let thing = |phrase: Range<usize>| {
        let span = vec![words.span(phrase)];
        Label { words: span.clone(), thing: span }
    };
    let said = |spans: Vec<Span>| Label { words: spans, thing: Vec::new() };
    part(words, quantity)
        .or_else(|| size(words, range).map(thing))
        .or_else(|| described(words, quantity).map(thing))
        .or_else(|| named(words, range).map(|phrase| with_field(words, phrase, range.end)))
        .or_else(|| compared(words, range.end).map(|phrase| said(vec![words.span(phrase)])))
        .or_else(|| acted(words, quantity).map(|phrase| said(vec![words.span(phrase)])))
        .or_else(|| purpose(words, quantity).map(said))
        .or_else(|| moved(words, range.start))
        .or_else(|| done(words, range.start).filter(|_| quantity.kind != FigureKind::Age))
        .or_else(|| kept_in(words, quantity).map(said))
        .unwrap_or_default()
}

/// The verb with what is counted: `killing civilians`, `people were injured`, `passengers at risk`.
fn counted(words: Words<'_>, range: &Range<usize>, noun: &[Span]) -> Vec<Span> {
    let acts = |at: &usize| role::of(words, *at) == Role::Verb || role::is_infinitive(words, *at);
    let verb = lead(words, range.start, "by to").filter(acts);
    // `records show 40 men have left`
    let acts_after = verb_after(words, range.end).filter(|_| !is_governed(words, range.start));
    let tells = |at: &usize| acts_after.is_some() && words.any(*at, TELLING);
    let verb = verb.filter(|at| !tells(at));
    let (before, behind) = match verb {
        Some(at) if words.any(at, LEAVING) => (None, state(words, range.end)),
        Some(at) if !is_auxiliary(words, at) => (Some(verb_span(words, at)), infinitive(words, range.end)),
        _ => match event(words, range.start) {
            None => (None, acts_after),
            event => (event, None),
        },
    };
    before.into_iter().chain(noun.iter().copied()).chain(behind).collect()
}

/// The verb at word `at` with what denies it: `did not kill`, `doesn't justify`.
fn verb_span(words: Words<'_>, at: usize) -> Span {
    let before = at.saturating_sub(1);
    let is_not = words.any(before, "not");
    let is_denied = is_not || words.any(before, "never") || role::denies(words.at(before));
    let start = if is_denied { before.saturating_sub(usize::from(is_not)) } else { at };
    words.span(start..at + 1)
}

/// `deaths of` of `the deaths of nearly 40 people`, `saved the lives of` of `saved the lives of 40 people`.
fn event(words: Words<'_>, start: usize) -> Option<Span> {
    let tie = lead(words, start, "of").filter(|tie| words.any(*tie, "of"))?;
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
    let joins =
        |at: &usize| role::of(words, *at) == Role::Verb || *at > start && words.any(*at, "still now later already");
    let mut end = (start..start + 5).take_while(joins).last()? + 1;
    // `the trial at six hospitals has found`: what is counted does nothing here.
    let agrees = !words.any(start, "has is was does");
    if is_auxiliary(words, end - 1) || role::of(words, end - 1) == Role::Filler {
        end += usize::from(words.any(end, STATES));
        end -= usize::from(words.any(end - 1, "still now later already"));
    }
    let particle = usize::from(words.any(end, "out off up down away back") && !words.any(end + 1, "to"));
    (agrees && !is_auxiliary(words, end - 1)).then(|| words.span(start..end + particle))
}

/// The word after what stands between those counted and their verb: `among them eight children` of `27 people, among them
/// eight children, drowned`, `and two sailors on the quay` of `six men and two sailors on the quay died`.
fn past_asides(words: Words<'_>, end: usize) -> usize {
    if words.at(end) == "," && words.any(end + 1, "among including mostly most many some") {
        return (end + 2..end + LONGEST_ASIDE).find(|at| words.at(*at) == ",").map_or(end, |close| close + 1);
    }
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Preposition => !words.any(*at, "as than"),
        Role::Break => words.any(*at, "and") && number::read(words, at + 1).is_some(),
        role => role == Role::Content || role == Role::Filler,
    };
    let is_tied = role::of(words, end) == Role::Preposition || words.any(end, "and");
    let past = (end..end + LONGEST_TIED).take_while(joins).last().filter(|_| is_tied).map_or(end, |last| last + 1);
    if role::of(words, past) == Role::Verb { past } else { end }
}

/// Does a preposition tie the number to another phrase? In `a trial at six hospitals` one does.
fn is_governed(words: Words<'_>, start: usize) -> bool {
    let is_article = |at: &usize| words.any(*at, "the its his her their our these those all");
    let Some(before) = (start.saturating_sub(3)..start).rev().find(|at| !is_article(at)) else { return false };
    if words.any(before.wrapping_sub(1), "total") {
        return false;
    }
    let cue = words.any(before, "over about around under below above up to than least");
    role::of(words, before) == Role::Preposition && !cue || words.shape(before) == Shape::Clitic
}

/// `of its revenue` of `60 % of its revenue`, `lost fruit` of `lost 3 tonnes of fruit`.
fn part(words: Words<'_>, quantity: &Quantity) -> Option<Label> {
    let end = quantity.words.end;
    if quantity.kind == FigureKind::Duration || !words.any(end, "of") {
        return None;
    }
    let whole = ahead(words, end + 1)?;
    let thing = vec![words.span(whole.clone())];
    // `3 tonnes of fruit` are fruit; `90 % of the losses` are not the losses.
    if quantity.kind != FigureKind::Measure {
        return Some(Label { words: vec![words.span(end..whole.end)], thing });
    }
    let verb = lead(words, quantity.words.start, "by to")
        .filter(|at| role::of(words, *at) == Role::Verb && !is_auxiliary(words, *at));
    let verb = verb.map(|at| verb_span(words, at));
    Some(Label { words: verb.into_iter().chain(thing.iter().copied()).collect(), thing })
}

/// What is `30 meters long`: `banner`.
fn size(words: Words<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    if !words.any(range.end, "long tall high wide deep thick heavy across") {
        return None;
    }
    let before = range.start.checked_sub(1)?;
    behind(words, if words.any(before, "is was are were") { before } else { range.start })
}

/// `cost of repairs` of `cost of repairs at $2m`, `budget` of `a budget of $2bn`, `fine` of `a fine up to $2bn`,
/// `net profit` of `a rise in net profit to $2bn`, `fruit` of `fruit worth $2bn`.
fn named(words: Words<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let tie = lead(words, range.start, "at")?;
    if words.any(tie + 1, "up") && words.any(tie + 2, "to") {
        return behind(words, tie + 1).filter(|phrase| words.any(phrase.start.wrapping_sub(1), "a an"));
    }
    if words.any(tie, "worth") && role::of(words, tie.wrapping_sub(1)) == Role::Verb {
        return Some(tie..tie + 1);
    }
    let phrase = behind(words, tie).filter(|_| words.any(tie, "of at worth to"))?;
    if words.any(tie, "to") {
        let is_field = |at: &usize| words.any(*at, "in") && cue::is_motion(words, at.wrapping_sub(1));
        let field = (phrase.start.saturating_sub(1)..phrase.end).find(is_field)?;
        return Some(field + 1..phrase.end);
    }
    // `valuing the firm at $2bn`: the firm alone is not what the money is.
    let Some(article) = phrase.start.checked_sub(1) else { return Some(phrase) };
    let verb = article.saturating_sub(usize::from(role::of(words, article) == Role::Filler));
    let values = words.any(tie, "at") && role::of(words, verb) == Role::Verb && !is_auxiliary(words, verb);
    Some(if values && !words.any(verb, LEAVING) { verb..phrase.end } else { phrase })
}

/// `rise in sales` of `a rise of 4 % in sales`.
fn with_field(words: Words<'_>, phrase: Range<usize>, end: usize) -> Label {
    let span = words.span(phrase.clone());
    let field = Some(end + 1).filter(|_| words.any(end, "in") && cue::is_motion(words, phrase.end - 1));
    match field.and_then(|at| ahead(words, at)) {
        Some(field) => Label { words: vec![span, words.span(end..field.end)], thing: vec![words.span(field)] },
        None => Label { words: vec![span], thing: vec![span] },
    }
}

/// `fewer mistakes` of `34 percent fewer mistakes`, `more than in 2025`, `higher`.
fn compared(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    const MORE: &str = "more fewer less higher lower larger smaller faster cheaper longer better";
    // `30 more died`
    if !words.any(at, MORE) || role::of(words, at + 1) == Role::Verb {
        return None;
    }
    if words.any(at + 1, "than") {
        let of = usize::from(words.any(at + 2, "in on at for a an the last"));
        let other = matches!(role::of(words, at + 2 + of), Role::Content | Role::Filler);
        return other.then_some(at..at + 3 + of);
    }
    Some(ahead(words, at + 1).map_or(at..at + 1, |phrase| at..phrase.end))
}

/// The noun that the amount describes: `reward` of `a $2m reward`, `visit` of `a two-day visit`.
fn described(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let at = past_bracket(words, quantity.words.end);
    // `a $2m spending plan`, but not `spent two days touring the coast`
    let before = quantity.words.start.checked_sub(1).map(|before| role::of(words, before));
    let is_gerund = words.at(at).ends_with("ing") && matches!(before, Some(Role::Verb | Role::Preposition));
    let fits = words.shape(at).is_word() && role::of(words, at) == Role::Content && !is_gerund;
    (fits && quantity.kind != FigureKind::Count).then(|| ahead(words, at))?
}

/// What a part of them does: `have formal schooling` of `64 % have formal schooling`.
fn acted(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let end = quantity.words.end;
    if quantity.kind != FigureKind::Percent || !concept::is_subject(words, quantity) {
        return None;
    }
    let verb = (end..end + 4).take_while(|at| role::of(words, *at) == Role::Verb).last()?;
    // What they say is told too late for a label.
    if words.any(verb, "say said think thought believe believed claim claimed") {
        return None;
    }
    let tied = usize::from(role::of(words, verb + 1) == Role::Preposition);
    let is_whole = role::of(words, verb + 1) == Role::Break && !is_auxiliary(words, verb);
    let object = ahead(words, verb + 1 + tied).map(|phrase| phrase.end);
    object.or(is_whole.then_some(verb + 1)).map(|last| end..last)
}

/// What money is for: `irrigation`, `spent on equipment`, `invest to build schools`.
fn purpose(words: Words<'_>, quantity: &Quantity) -> Option<Vec<Span>> {
    let end = quantity.words.end;
    if quantity.kind != FigureKind::Money {
        return None;
    }
    let verb = lead(words, quantity.words.start, "")
        .filter(|at| role::of(words, *at) == Role::Verb && !is_auxiliary(words, *at) && !cue::is_motion(words, *at));
    let with_verb = |rest: Range<usize>| verb.map(|at| verb_span(words, at)).into_iter().chain([words.span(rest)]);
    if words.any(end, "for") {
        return ahead(words, end + 1).map(|phrase| vec![words.span(phrase)]);
    }
    if words.any(end, "on") {
        return ahead(words, end + 1).filter(|_| verb.is_some()).map(|phrase| with_verb(end..phrase.end).collect());
    }
    if words.any(end + 1, "for") && role::of(words, end) == Role::Verb {
        return ahead(words, end + 2).map(|phrase| vec![words.span(end..phrase.end)]);
    }
    if words.any(end, "to") && words.shape(end + 1) == Shape::Lower && !quantity::begins(words, end + 1) {
        let joins = |at: &usize| matches!(role::of(words, *at), Role::Content | Role::Filler);
        let last = (end + 2..end + LONGEST).take_while(joins).filter(|at| role::of(words, *at) == Role::Content).last();
        return Some(with_verb(end..last.unwrap_or(end + 1) + 1).collect());
    }
    None
}

/// `in insured losses` of `caused $740m in insured losses`; in `$740m in Berlin` there is nothing.
fn kept_in(words: Words<'_>, quantity: &Quantity) -> Option<Vec<Span>> {
    let end = quantity.words.end;
    let is_noun = words.shape(end + 1) == Shape::Lower && role::of(words, end + 1) == Role::Content;
    let fits = quantity.kind == FigureKind::Money && words.any(end, "in") && is_noun;
    fits.then(|| ahead(words, end + 1))?.map(|phrase| vec![words.span(end..phrase.end)])
}

/// `sales` of `lifted sales by 35 %`, `rate` of `cut the rate on Friday from 3 %`.
fn moved(words: Words<'_>, start: usize) -> Option<Label> {
    let by = (start.saturating_sub(4)..start).rev().find(|at| words.any(*at, "by from"))?;
    let by =
        if words.at(by.wrapping_sub(1)).ends_with("day") && words.any(by.wrapping_sub(2), "on") { by - 2 } else { by };
    let object = behind(words, by)?;
    let verb = (object.start.saturating_sub(2)..object.start)
        .rev()
        .find(|at| role::of(words, *at) != Role::Filler)
        .filter(|at| role::of(words, *at) == Role::Verb && !is_auxiliary(words, *at))?;
    let thing = vec![words.span(object)];
    Some(Label { words: [verb_span(words, verb)].into_iter().chain(thing.iter().copied()).collect(), thing })
}

/// Who or what did it, and the verb: `revenue rose`, `the bridge cost`; of a level only the first.
fn done(words: Words<'_>, start: usize) -> Option<Label> {
    let verb = lead(words, start, "")?;
    let is_verb = |at: usize| role::of(words, at) == Role::Verb || cue::is_motion(words, at);
    if !is_verb(verb) {
        return None;
    }
    let is_helper = |at: &usize| {
        is_verb(*at)
            || words.any(*at, "to not")
            || role::of(words, *at) == Role::Filler && words.at(*at).ends_with("ly")
    };
    let group = (verb.saturating_sub(LONGEST)..=verb).rev().take_while(is_helper).last()?;
    // Without what it hangs on a phrase misleads: `Selm` is no label for `the bridge over the Selm will cost $2m`.
    let is_verb_of = |at: usize| role::of(words, at) == Role::Verb && words.at(at).ends_with("ing");
    let is_object = |at: usize| (at.saturating_sub(2)..at).any(is_verb_of);
    let fits = |subject: &Range<usize>| tie(words, subject.start).is_none() && !is_object(subject.start);
    let subject = behind(words, before_date(words, group)).filter(fits)?;
    let is_noun = group == verb
        && words.any(verb, "increase rise drop decline decrease gain jump surge fall slide")
        && !unit::is_plural(words.at(verb.wrapping_sub(1)));
    if is_noun {
        let change = vec![words.span(subject.start..verb + 1)];
        return Some(Label { words: change.clone(), thing: change });
    }
    let thing = vec![words.span(subject.clone())];
    let is_level = (verb + 1..start).any(|at| words.any(at, "to at from")) || is_auxiliary(words, verb);
    let spans = match verb + 1 - subject.start {
        _ if is_level => thing.clone(),
        0..=LONGEST_TIED => vec![words.span(subject.start..verb + 1)],
        _ => vec![words.span(subject), words.span(verb..verb + 1)],
    };
    Some(Label { words: spans, thing })
}

/// The nearest word before the number at `start` that is one of `stops`, or no cue such as `nearly` or `at least`.
fn lead(words: Words<'_>, start: usize, stops: &str) -> Option<usize> {
    let is_cue = |at: usize| {
        words.any(at + 1, "least most")
            || words.any(at, "up") && words.any(at + 1, "to")
            || words.any(at, "to") && at > 0 && words.any(at - 1, "up")
    };
    let passes = |at: usize| cue::leads(words, at) && role::of(words, at) != Role::Verb && !cue::is_motion(words, at);
    (start.saturating_sub(LONGEST)..start).rev().find(|at| !is_cue(*at) && (words.any(*at, stops) || !passes(*at)))
}
