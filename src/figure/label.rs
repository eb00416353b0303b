//! What a card says beside a figure: a verb and what it counts, `killing civilians`, or what the amount is of,
//! `cost of repairs`. A card without a label is better than one that misleads: in doubt there is none.

use std::ops::Range;

use super::{
    Change, FigureKind, cue, deed, doer, motion,
    phrase::{LONGEST, ahead, behind, is_auxiliary, past_bracket},
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

/// The label of `quantity`; `noun` are the words of what it counts, which may stand with another figure.
pub(super) fn read(words: Words<'_>, quantity: &Quantity, noun: &[Span], change: Change) -> Label {
    let range = &quantity.words;
    let is_told = quantity.noun.is_empty() && words.any(range.end + 1, "than");
    if !noun.is_empty() && change == Change::None && !is_told {
        return Label { words: deed::counted(words, range, noun), thing: noun.to_vec() };
    }
    let thing = |phrase: Range<usize>| {
        let span = words.only(phrase);
        Label { words: span.clone(), thing: span }
    };
    let said = |spans: Vec<Span>| Label { words: spans, thing: Vec::new() };
    doer::beside(words, quantity)
        .map(thing)
        .or_else(|| part(words, quantity))
        .or_else(|| size(words, range).map(thing))
        .or_else(|| described(words, quantity).map(thing))
        .or_else(|| away(words, quantity).map(|phrase| said(words.only(phrase))))
        .or_else(|| named(words, range).map(|phrase| with_field(words, phrase, range.end)))
        .or_else(|| compared(words, range.end).map(|phrase| with_doer(words, quantity, phrase)))
        .or_else(|| deed::acted(words, quantity).map(|phrase| said(words.only(phrase))))
        .or_else(|| purpose(words, quantity).map(said))
        .or_else(|| motion::moved(words, quantity))
        .or_else(|| motion::done(words, quantity))
        .or_else(|| given(words, range.start).or_else(|| verb(words, quantity)).map(|span| said(vec![span])))
        .unwrap_or_default()
}

/// `of its revenue` of `60 % of its revenue`, `lost fruit` of `lost 3 tonnes of fruit`.
fn part(words: Words<'_>, quantity: &Quantity) -> Option<Label> {
    let end = quantity.words.end;
    // `27 kilograms (59 pounds) of gold`
    let end = if quantity.kind == FigureKind::Measure { past_bracket(words, end) } else { end };
    if !words.any(end, "of") || is_term(words, quantity) {
        return None;
    }
    let whole = those(words, end + 1).or_else(|| ahead(words, end + 1))?;
    let thing = words.only(whole.clone());
    // `3 tonnes of fruit` are fruit; `90 % of the losses` are not the losses.
    if quantity.kind != FigureKind::Measure {
        return Some(Label { words: words.only(end..whole.end), thing });
    }
    let verb = deed::verb_before(words, quantity.words.start, "by to").map(|at| deed::verb_span(words, at));
    Some(Label { words: deed::said(verb, &thing, None), thing })
}

/// `those who voted early` and `those asked`, at word `at`.
fn those(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let verb = at + 1 + usize::from(words.any(at + 1, "who"));
    let acts = role::of(words, verb) == Role::Verb && !is_auxiliary(words, verb) || words.ends(verb, "ed");
    let fits = words.any(at, "those") && acts;
    let object = ahead(words, verb + 1).filter(|_| verb > at + 1).map_or(verb + 1, |object| object.end);
    fits.then_some(at..object)
}

/// Is it how far or how long something may be off? `within 48 hours of the vote` and `in two years to come` are no length.
fn is_term(words: Words<'_>, quantity: &Quantity) -> bool {
    let before = quantity.words.start.wrapping_sub(1);
    words.any(before, "within") || quantity.kind == FigureKind::Duration && words.any(before, "in by from all")
}

/// What a measure is of: `30 meters long`.
pub(super) const SIZES: &str = "long tall high wide deep thick heavy across";

/// What is `30 meters long`: `banner`.
fn size(words: Words<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    if !words.any(range.end, SIZES) {
        return None;
    }
    let before = range.start.checked_sub(1)?;
    behind(words, if words.any(before, "is was are were ,") { before } else { range.start })
}

/// `north of Selm` of `40 miles north of Selm`, `above the river` of `100 meters above the river`, `behind Ann Lee` of
/// `9 seconds behind Ann Lee`.
fn away(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    const SIDES: &str = "north south east west northeast northwest southeast southwest ahead";
    let (sides, places) = match quantity.kind {
        FigureKind::Measure => (SIDES, "above across below behind from off"),
        FigureKind::Duration => ("ahead", "behind"),
        _ => return None,
    };
    let end = past_bracket(words, quantity.words.end);
    let is_side = words.any(end, sides) && words.any(end + 1, "of");
    let fits = is_side || words.any(end, places);
    fits.then(|| ahead(words, end + 1 + usize::from(is_side)))?.map(|phrase| end..phrase.end)
}

/// `cost of repairs` of `cost of repairs at $2m`, `budget` of `a budget of $2bn`, `fine` of `a fine up to $2bn`,
/// `net profit` of `a rise in net profit to $2bn`, `fruit` of `fruit worth $2bn`.
fn named(words: Words<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let tie = cue::lead(words, range.start, "at")?;
    if words.any(tie + 1, "up") {
        return behind(words, tie + 1).filter(|phrase| words.any(phrase.start.wrapping_sub(1), "a an"));
    }
    if words.any(tie, "worth") && role::of(words, tie.wrapping_sub(1)) == Role::Verb {
        return Some(tie..tie + 1);
    }
    let phrase = behind(words, tie).filter(|_| words.any(tie, "of at worth"))?;
    // `valuing the firm at $2bn`: the firm alone is not what the money is.
    let Some(article) = phrase.start.checked_sub(1) else { return Some(phrase) };
    let verb = article.saturating_sub(usize::from(role::of(words, article) == Role::Filler));
    let values = words.any(tie, "at") && role::of(words, verb) == Role::Verb && !is_auxiliary(words, verb);
    Some(if values && !words.any(verb, deed::LEAVING) { verb..phrase.end } else { phrase })
}

/// `rise in sales` of `a rise of 4 % in sales`.
fn with_field(words: Words<'_>, phrase: Range<usize>, end: usize) -> Label {
    let span = words.span(phrase.clone());
    let field = Some(end + 1).filter(|_| words.any(end, "in") && cue::is_motion(words, phrase.end - 1));
    match field.and_then(|at| ahead(words, at)) {
        Some(field) => Label { words: vec![span, words.span(end..field.end)], thing: words.only(field) },
        None => Label { words: vec![span], thing: vec![span] },
    }
}

/// `shares ended`, `lower` of `shares ended 4 % lower`; `fewer mistakes` of `4 % fewer mistakes`.
fn with_doer(words: Words<'_>, quantity: &Quantity, phrase: Range<usize>) -> Label {
    let doer = if phrase.len() == 1 { motion::done(words, quantity) } else { None };
    let mut label = doer.unwrap_or_default();
    label.words.push(words.span(phrase));
    label
}

/// `fewer mistakes` of `34 percent fewer mistakes`, `more than in 2025`, `higher`.
fn compared(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    const MORE: &str = "more fewer less higher lower larger smaller faster cheaper longer better";
    // `30 more died`, `30 more waiting outside`
    let acts = role::of(words, at + 1) == Role::Verb || words.any(at, "more") && words.ends(at + 1, "ing");
    if !words.any(at, MORE) || acts {
        return None;
    }
    if words.any(at + 1, "than") {
        let of = usize::from(words.any(at + 2, "in on at for a an the last"));
        let other = matches!(role::of(words, at + 2 + of), Role::Content | Role::Filler);
        return other.then_some(at..at + 3 + of);
    }
    Some(ahead(words, at).map_or(at..at + 1, |phrase| at..phrase.end))
}

/// The noun that the amount describes: `reward` of `a $2m reward`, `visit` of `a two-day visit`.
fn described(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let at = past_bracket(words, quantity.words.end);
    // `an 11-year long drought`
    let at = at + usize::from(words.any(at, "long") && !words.glued(at + 1));
    // `a 15 % y-o-y rise`, `a 19 % year-on-year rise`
    let is_since = words.any(at, "y q year quarter month") && words.is_dash(at + 1);
    let at = at + if is_since { 5 } else { 0 };
    // `a $2m spending plan`, but not `spent two days touring the coast`
    let before = quantity.words.start.checked_sub(1).map(|before| role::of(words, before));
    let is_gerund = words.ends(at, "ing") && matches!(before, Some(Role::Verb | Role::Preposition));
    // `the six years Ann Lee has led the town`
    let is_named = quantity.kind == FigureKind::Duration
        && words.shape(at).is_capitalized()
        && unit::is_plural(words.before(at, 1));
    let fits = words.shape(at).is_word() && role::of(words, at) == Role::Content && !is_gerund && !is_named;
    (fits && quantity.kind != FigureKind::Count).then(|| ahead(words, at))?
}

/// What money is for, or what it is in: `irrigation`, `spent on equipment`, `invest to build schools`, `caused in losses`.
fn purpose(words: Words<'_>, quantity: &Quantity) -> Option<Vec<Span>> {
    let end = quantity.words.end;
    let lasts = quantity.kind == FigureKind::Duration;
    if !lasts && quantity.kind != FigureKind::Money || is_term(words, quantity) {
        return None;
    }
    let stops = if lasts { "to" } else { "" };
    let verb = deed::verb_before(words, quantity.words.start, stops).filter(|at| !cue::is_motion(words, *at));
    let with_verb =
        |rest: Range<usize>| deed::said(verb.map(|at| deed::verb_span(words, at)), &[], Some(words.span(rest)));
    if words.any(end, "for") && !lasts {
        return ahead(words, end + 1).map(|phrase| words.only(phrase));
    }
    // In `$740m in Berlin` there is nothing.
    let is_kept =
        words.any(end, "in") && words.shape(end + 1) == Shape::Lower && role::of(words, end + 1) == Role::Content;
    if is_kept || words.any(end, "on") && verb.is_some() {
        return ahead(words, end + 1).map(|phrase| with_verb(end..phrase.end));
    }
    if words.any(end + 1, "for") && role::of(words, end) == Role::Verb {
        return ahead(words, end + 2).map(|phrase| words.only(end..phrase.end));
    }
    let is_level = quantity::begins(words, end) || words.any(end + 1, "at");
    if words.any(end, "to") && words.shape(end + 1) == Shape::Lower && !is_level {
        let joins = |at: &usize| matches!(role::of(words, *at), Role::Content | Role::Filler);
        let last = (end + 2..end + LONGEST).take_while(joins).filter(|at| role::of(words, *at) == Role::Content).last();
        return Some(with_verb(end..last.unwrap_or(end + 1) + 1));
    }
    None
}

/// `fined the bank` of `fined the bank $2m`.
fn given(words: Words<'_>, start: usize) -> Option<Span> {
    const GIVING: &str =
        "cost costs fine fined gave give given gives lend lent owe owed owes paid pay pays save saved saves";
    let whom = behind(words, cue::lead(words, start, "")? + 1)?;
    let article = usize::from(role::of(words, whom.start.wrapping_sub(1)) == Role::Filler);
    let verb = whom.start.checked_sub(1 + article).filter(|at| words.any(*at, GIVING))?;
    Some(deed::verb_span(words, verb).join(words.span(whom)))
}

/// The verb alone, where all else is too far: `burned` of `which has burned 400 hectares`.
fn verb(words: Words<'_>, quantity: &Quantity) -> Option<Span> {
    if !matches!(quantity.kind, FigureKind::Money | FigureKind::Measure | FigureKind::Percent) {
        return None;
    }
    let start = quantity.words.start;
    let tie = cue::lead(words, start, "for").filter(|at| words.any(*at, "for") && quantity.kind == FigureKind::Money);
    let verb = deed::verb_before(words, tie.unwrap_or(start), "by to").filter(|at| !cue::is_motion(words, *at))?;
    let span = deed::verb_span(words, verb);
    Some(tie.map_or(span, |tie| span.join(words.span(tie..tie + 1))))
}
