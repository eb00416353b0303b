//! What moved, cost or came to so much, with its verb: `revenue rose`, `raised fees`, `the bridge cost`.

use std::ops::Range;

use super::{
    FigureKind, cue, deed,
    label::Label,
    phrase::{LONGEST, LONGEST_TIED, ahead, before_date, behind, is_auxiliary, tie},
    quantity::Quantity,
    role::{self, Role},
    subject,
    words::Words,
};

/// `sales` of `lifted sales by 35 %`, `rate` of `cut the rate from 3 %`, of `cut the rate 3 %` and of `cut the rate to 4 %`.
pub(super) fn moved(words: Words<'_>, quantity: &Quantity) -> Option<Label> {
    let start = quantity.words.start;
    let to = cue::lead(words, start, "to").filter(|at| words.any(*at, "to"));
    let level = to.and_then(|to| object_before(words, to)).filter(|(verb, _)| cue::moves(words, *verb));
    if let Some((_, object)) = level {
        let thing = words.only(object);
        return Some(Label { words: thing.clone(), thing });
    }
    // `raised its key rate by half a point to 6 %`
    let reach = if to.is_some() { 6 } else { 4 };
    let by = words.last_of(start.saturating_sub(reach)..start, "by from for");
    let is_share = quantity.kind == FigureKind::Percent;
    let by = by.or_else(|| cue::lead(words, start, "").filter(|_| is_share).map(|last| last + 1))?;
    let (verb, object) = object_before(words, by)?;
    // `stops the firm from buying the mill for $3m`
    let is_tied = words.any(by, "by from for on");
    if words.any(verb.wrapping_sub(1), "from") || !is_tied && !cue::moves(words, verb) {
        return None;
    }
    let thing = words.only(object);
    Some(Label { words: deed::said(Some(deed::verb_span(words, verb)), &thing, None), thing })
}

/// The phrase that ends before word `end` and the verb whose object it is.
fn object_before(words: Words<'_>, end: usize) -> Option<(usize, Range<usize>)> {
    let object = behind(words, end)?;
    let verb = (object.start.saturating_sub(2)..object.start)
        .rev()
        .find(|at| role::of(words, *at) != Role::Filler)
        .filter(|at| cue::moves(words, *at) || role::of(words, *at) == Role::Verb && !is_auxiliary(words, *at))?;
    Some((verb, object))
}

/// Who or what did it, and the verb: `revenue rose`, `the bridge cost`; of a level only the first.
pub(super) fn done(words: Words<'_>, quantity: &Quantity) -> Option<Label> {
    let start = quantity.words.start;
    let lead = cue::lead(words, start, "for in on")?;
    // `the mill sold for`, `the error was found in`, `sales rose from`
    let ties = match quantity.kind {
        FigureKind::Money => "for from on between",
        FigureKind::Percent => "from in between",
        _ => "from between",
    };
    let verb = lead.saturating_sub(usize::from(words.any(lead, ties)));
    // `prices rose slightly by`
    let verb = verb - usize::from(words.ends(verb, "ly") && cue::is_motion(words, verb.wrapping_sub(1)));
    let is_verb = |at: usize| role::of(words, at) == Role::Verb || cue::is_motion(words, at);
    if !is_verb(verb) || quantity.kind == FigureKind::Age {
        return None;
    }
    let is_helper = |at: &usize| {
        is_verb(*at) || words.any(*at, "to not") || role::of(words, *at) == Role::Filler && words.ends(*at, "ly")
    };
    let group = (verb.saturating_sub(LONGEST)..=verb).rev().take_while(is_helper).last()?;
    // Without what it hangs on a phrase misleads: `Selm` is no label for `the bridge over the Selm will cost $2m`.
    let is_verb_of = |at: usize| role::of(words, at) == Role::Verb && words.ends(at, "ing");
    let is_object = |at: usize| (at.saturating_sub(2)..at).any(is_verb_of);
    let fits = |subject: &Range<usize>| {
        let start = subject.start;
        tie(words, start).is_none() && !is_object(start) && subject::told_of(words, start).is_none()
    };
    let end = before_date(words, group);
    let is_parted = words.before(end, 1) == ",";
    let end = if is_parted { subject::aside(words, end - 1)? } else { end };
    // `number of officers`, `rose` of `the number of officers shot in the line of duty rose 4 %`
    let rises = matches!(quantity.kind, FigureKind::Percent | FigureKind::Money | FigureKind::Count)
        && cue::is_motion(words, verb)
        && !words.any(verb, "up down");
    let far = || ahead(words, subject::of(words, start).filter(|_| rises)?.start).filter(|phrase| phrase.end < end);
    let near = behind(words, end).filter(fits);
    let is_parted = is_parted || near.is_none();
    let subject = near.or_else(|| far().filter(fits))?;
    let is_noun = group == verb && words.any(verb, "increase rise drop decline decrease gain jump surge fall slide");
    if is_noun {
        let change = words.only(subject.start..verb + 1);
        return Some(Label { words: change.clone(), thing: change });
    }
    let thing = words.only(subject.clone());
    let is_level = words.has(verb..start, "to at from") || is_auxiliary(words, verb);
    let spans = match verb + 1 - subject.start {
        _ if is_level => thing.clone(),
        0..=LONGEST_TIED if !is_parted => words.only(subject.start..lead + 1),
        _ => vec![words.span(subject), words.span(verb..lead + 1)],
    };
    Some(Label { words: spans, thing })
}
