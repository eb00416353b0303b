//! What a figure is about: words of its sentence.

use std::ops::Range;

use super::{
    FigureKind, cue, doer, number, period,
    phrase::past_bracket,
    quantity::Quantity,
    role::{self, Role},
    source, spelled,
    subject::{self, LONGEST_SUBJECT},
    unit, whole,
    words::Words,
};
use crate::{span::Span, token::Shape};

/// They own what they stand before.
const OWNERS: &str = "its their his her";

/// The words that `quantity` is about: `revenue` for `60 % of its revenue`, `V10 engine` for `5.2 liter V10 engine`,
/// `net worth` for `a net worth of $2bn`, else the subject: `Nasdaq` for `the Nasdaq fell 2 %`.
pub(super) fn about(words: Words<'_>, quantity: &Quantity, used: &[Range<usize>]) -> Vec<Span> {
    let start = quantity.words.start;
    let is_one_of = words.any(start, "one") && words.any(start + 1, "of");
    let are_unnamed = whole::is_of_those(words, quantity.words.end) && !makes_up(words, start);
    if is_one_of || are_unnamed || is_subject(words, quantity) {
        return Vec::new();
    }
    let named =
        doer::beside(words, quantity).or_else(|| doer::asker(words, quantity)).or_else(|| doer::rival(words, quantity));
    if let Some(name) = named {
        return spans(words, used, name);
    }
    // `prices crashed to 610 on Monday, a fall of 58 %`
    let clause = start
        .checked_sub(4)
        .filter(|comma| words.at(*comma) == "," && words.any(comma + 1, "a an") && cue::is_motion(words, comma + 2));
    if let Some(doer) = clause.and_then(|comma| subject::of(words, comma)) {
        return spans(words, used, doer);
    }
    let found = whole::after(words, quantity).or_else(|| whole::of_which(words, start));
    let is_elided = found.is_none() && matches!(quantity.kind, FigureKind::Money | FigureKind::Percent);
    let doer = doer::moved(words, quantity)
        .or_else(|| is_elided.then(|| doer::own(words, start))?)
        .or_else(|| subject::of(words, start))
        // `a leading 53 goals`
        .or_else(|| {
            doer::object(words, start).filter(|object| object.end < start || !words.any(object.start - 1, "a an"))
        })
        .unwrap_or_default();
    let Some(found) = found else { return done_by(words, quantity, used, doer) };
    // `60 % of its revenue` is about the owner too, `60 % of the workers` about them alone.
    let of_them = words.any(found.start.wrapping_sub(1), "of")
        && quantity.kind != FigureKind::Money
        && !words.any(found.start, OWNERS)
        && !makes_up(words, start);
    // `a photo of a 9-year-old boy`
    let is_alone = of_them || quantity.kind == FigureKind::Age || whole::stands_alone(words, quantity, &found);
    let doer = if is_alone { 0..0 } else { doer.start..doer.end.min(found.start) };
    let mut all = spans(words, used, doer);
    all.extend(spans(words, used, found));
    all
}

/// Who owns `doer`, the one who acts and, where something goes to those counted, what: `owners`, `boats` of `the owners,
/// whose boats lost $4m`, and `food` of `gave food to 400 people`.
fn done_by(words: Words<'_>, quantity: &Quantity, used: &[Range<usize>], doer: Range<usize>) -> Vec<Span> {
    let start = quantity.words.start;
    // `deaths` of `deaths outnumbered births by 400`
    let is_owned = |start: &usize| words.any(start.wrapping_sub(1), OWNERS) || doer::beats(words, *start);
    // `guests` of `guests, whose share is 4 %`
    let of_whom = || {
        let whose = doer.start.checked_sub(2).filter(|comma| words.any(comma + 1, "whose"))?;
        subject::back(words, whose)
    };
    let owner = Some(doer.start)
        .filter(is_owned)
        .and_then(|start| subject::of(words, start))
        .or_else(|| doer::stood_for(words, doer.start))
        .or_else(of_whom)
        .unwrap_or_default();
    let end = doer.end;
    let mut all = spans(words, used, owner);
    all.extend(spans(words, used, doer));
    if !all.is_empty() && !quantity.noun.is_empty() && words.any(start.wrapping_sub(1), "to") {
        let object = doer::object(words, start).filter(|object| object.start >= end);
        all.extend(spans(words, used, object.unwrap_or_default()));
    }
    all
}

/// Does the number at `start` say how much of a whole its subject is? `men make up 40 % of the staff`, `the deficit
/// stands at 4 % of output`.
fn makes_up(words: Words<'_>, start: usize) -> bool {
    const HOLDING: &str = "represent represents comprise comprises at receive received cover covered hold held have has had \
                           own owns owned";
    let lead = cue::lead(words, start, "up for at to").unwrap_or_default();
    let verb = lead.wrapping_sub(1);
    words.any(lead, "up")
        || words.any(lead, "for") && words.any(verb, "account accounts accounted accounting")
        || words.any(lead, HOLDING)
        || words.any(lead, "to") && cue::is_motion(words, verb)
}

/// Is what is counted the subject of its own clause? Then the figure is about nothing else: `and 38 boats were sent`.
pub(super) fn is_subject(words: Words<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.words.start, quantity.words.end);
    // `as 40 workers left`, but `as many as 40 workers`
    let is_clause = |at: usize| {
        words.any(at, "as") && !words.any(at + 1, "many much the") && !words.any(at.wrapping_sub(1), "many much")
    };
    // `the top 40 mills were`
    let is_ranked = |at: usize| ranks(words, at) && words.any(at.wrapping_sub(1), "the");
    let is_lead = |at: &usize| cue::leads(words, *at) && !is_clause(*at) || is_ranked(*at);
    // `a total of $4m was spent`
    let is_total = quantity.noun.is_empty() && cue::is_total(words, start.wrapping_sub(2));
    let first = start - if is_total { 3 } else { 0 };
    let lead = (first.saturating_sub(LONGEST_SUBJECT)..first).rev().find(|at| !is_lead(at));
    let opens = lead.is_none_or(|at| {
        role::of(words, at) == Role::Break && !words.any(at, "which who than")
            || words.any(at, "after before since until as")
            || source::is_cue(words, at)
    });
    // `five people on the ground were killed`, `40 homes and 9 km of road are gone`
    let both = words.any(end, "and");
    let tied = both || role::of(words, end) == Role::Preposition;
    let first = end + usize::from(both);
    // `212 villages no longer have`
    let ends = |at: &usize| match role::of(words, *at) {
        Role::Verb | Role::Break => true,
        Role::Filler => false,
        _ => !tied,
    };
    let verb = (first..first + LONGEST_SUBJECT / 2).find(ends);
    let acts = |at: usize| role::of(words, at) == Role::Verb && !words.ends(at, "ing");
    // `a third of the people voted`, `60 % said no`, but `of the men asked, 60 % said no`
    let is_part = match quantity.kind {
        FigureKind::Ratio => words.any(end, "of"),
        // `and $4m set aside for roads` has who set it aside.
        FigureKind::Money if words.any(start.wrapping_sub(1), "and") => false,
        FigureKind::Percent | FigureKind::Money => !tied && !words.any(end, "compared") && !words.any(0, "of"),
        _ => false,
    };
    (is_part || !quantity.noun.is_empty()) && opens && verb.is_some_and(acts)
}

/// The content words of a phrase that no figure of its sentence uses, neighbors in one span.
fn spans(words: Words<'_>, used: &[Range<usize>], phrase: Range<usize>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    // Who says so is named as the source.
    let source = if words.any(0, "according") { words.first_of(0..LONGEST_SUBJECT, ",") } else { None };
    let (mut last, mut behind) = (None, source.unwrap_or_default());
    for at in phrase.clone() {
        behind = behind.max(past_bracket(words, at));
        if at < behind {
            continue;
        }
        // `Farmers' League`
        let owns = || words.any(at, "' ’") && words.before(at, 1).ends_with('s');
        // `Brug & Daal`
        let joins = || {
            words.glued(at) && (words.glued(at + 1) && words.at(at + 1) != "s" && !is_outside(words, at + 1) || owns())
        };
        let inner =
            last.is_some() && words.shape(at) == Shape::Mark && (words.any(at, "&") || at + 1 < phrase.end && joins());
        let place = used.partition_point(|place| place.end <= at);
        let is_used = used.get(place).is_some_and(|place| place.start <= at);
        let is_said = (inner || role::of(words, at) == Role::Content) && !is_used && !is_outside(words, at);
        // The age itself is about those who have it.
        let of_whom = |ages: Range<usize>| used.last().is_none_or(|own| !ages.contains(&own.start));
        let is_age = || {
            (words.shape(at) == Shape::Number || words.any(at, "aged")) && whole::ages(words, at).is_some_and(of_whom)
        };
        if !(is_said || is_age()) {
            continue;
        }
        let span = words.span(at..at + 1);
        match spans.last_mut().filter(|_| last == at.checked_sub(1)) {
            Some(before) => *before = before.join(span),
            None => spans.push(span),
        }
        last = Some(at);
    }
    spans
}

/// Does the word, or the next part of its compound, say when and how much rather than what? `May`, `million`, and both
/// words of `all-time` do.
fn is_outside(words: Words<'_>, at: usize) -> bool {
    let is_compound = words.is_hyphen(at + 1);
    says_how_much(words, at) || is_compound && says_how_much(words, at + 2)
}

/// Is the word a time, a power of ten or the `reported` of `a reported $3m`?
fn says_how_much(words: Words<'_>, at: usize) -> bool {
    const OTHERS: &str =
        "magnitude quarter quarters time morning evening afternoon reported total combined close according yoy qoq";
    let word = words.at(at);
    words.any(at, OTHERS)
        || ranks(words, at) && number::read(words, at + 1).is_some()
        || spelled::small(word).is_some()
        || number::power(word).is_some()
        || !period::is_free(words, at) && !is_modifier(words, at)
        // `a decade of delay` is told of.
        || unit::is_time(words.at(at + usize::from(words.is_dash(at))))
            && !words.any(at + 1, "of")
}

/// Does the word say which of many the number behind it counts? `the next 40 boats`, but `the Next 50` is a name.
fn ranks(words: Words<'_>, at: usize) -> bool {
    words.any(at, "first last next top full remaining")
        && (words.shape(at) == Shape::Lower || words.any(at, "first last"))
}

/// Does the month or day belong to what it stands before? `the September contract` is no time.
fn is_modifier(words: Words<'_>, at: usize) -> bool {
    words.any(at.wrapping_sub(1), "a the its")
        && words.shape(at + 1) == Shape::Lower
        && role::of(words, at + 1) == Role::Content
}
