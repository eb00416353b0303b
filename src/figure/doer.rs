//! Whose a figure is by its place in the clause: who stands beside it or asked for it, and what it moves.

use std::ops::Range;

use super::{
    FigureKind, cue, period,
    phrase::{ahead, behind},
    quantity::Quantity,
    role::{self, Role},
    subject::{self, LONGEST_SUBJECT, back},
    unit,
    words::Words,
};

/// The name that an age or a change stands behind: `Ann Lee` of `hit Ann Lee, 34,`, `Orlen` of `banks and Orlen (up 4 %)`.
pub(super) fn beside(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let start = quantity.words.start;
    let way = start.wrapping_sub(1);
    let mark = match quantity.kind {
        FigureKind::Age if quantity.words.len() == 1 => way,
        // `the largest group, 640,000, came from Selm`, `Ann Lee, nine, left`
        FigureKind::Count if quantity.noun.is_empty() && words.any(way, ",") && words.any(quantity.words.end, ",") => {
            return behind(words, way);
        }
        FigureKind::Percent | FigureKind::Money if words.any(way, "up down") => way.wrapping_sub(1),
        _ => return None,
    };
    let is_name = |at: &usize| words.any(*at, "&") || words.shape(*at).is_capitalized() && period::is_free(words, *at);
    let first = (0..mark).rev().take_while(is_name).last().filter(|_| words.any(mark, ", ("))?;
    // `sales in Kesh, up 4 %` are those of the sales.
    let is_part = way != mark && role::of(words, first.wrapping_sub(1)) == Role::Preposition;
    (!is_part).then_some(first..mark)
}

/// `government` of `the $4m that the government asked for`.
pub(super) fn asker(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let (before, that) = (quantity.words.start.wrapping_sub(1), quantity.words.end);
    if !(words.any(before, "the") && words.any(that, "that")) || quantity.kind == FigureKind::Duration {
        return None;
    }
    ahead(words, that + 1).filter(|phrase| role::of(words, phrase.end) == Role::Verb)
}

/// `women` of `compared with 36 % for the women`, `city` of `against 83 % in the city`: whose figure another is held against.
pub(super) fn rival(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let end = Some(quantity.words.end).filter(|end| words.any(*end, "for in among"))?;
    let tie = cue::lead(words, quantity.words.start, "with to against")?;
    let compares = words.any(tie, "against") && quantity.noun.is_empty() || words.any(tie.wrapping_sub(1), "compared");
    let name = compares.then(|| ahead(words, end + 1))??;
    let is_time = |at: usize| !period::is_free(words, at) || unit::is_time(words.at(at)) || words.any(at, "period");
    (!name.clone().any(is_time)).then_some(name)
}

/// What is sold, moved or changed by the quantity: in `sold the farm for $4m`, `cut the rate by 2 %`, `cut the rate
/// from 4 %` and `pulled the index 2 % lower` farm, rate and index.
pub(super) fn moved(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    const ASKS: &str = "ask asks asked sue sued fined";
    let start = quantity.words.start;
    let near = |list: &str| words.has(start.saturating_sub(3)..start, list);
    let is_raised = words.any(quantity.words.end, "higher lower");
    // `cut power to 400 homes` cuts no homes.
    let (by, from, to) = (near("by"), near("from"), near("to") && quantity.noun.is_empty());
    // `puts the losses at $3m`
    let put = near("at");
    let sold = quantity.kind == FigureKind::Money && near("for");
    let is_share = quantity.kind == FigureKind::Percent;
    if !(is_raised || by || from || to || put || sold || is_share) {
        return None;
    }
    let object = object(words, start)?;
    let mut before = object.start.saturating_sub(2)..object.start;
    let fits = is_raised
        || by
        || sold && !words.has(before.clone(), ASKS)
        || put && words.has(before.clone(), "put puts putting")
        || (from || to || is_share) && before.any(|at| cue::moves(words, at));
    fits.then_some(object)
}

/// Does the verb before the object at word `object` set its subject above it? `outnumbered` does.
pub(super) fn beats(words: Words<'_>, object: usize) -> bool {
    let verb = object.wrapping_sub(1 + usize::from(role::of(words, object.wrapping_sub(1)) == Role::Filler));
    words.any(verb, "beat beats exceed exceeded exceeds outnumber outnumbered outpaced outsold topped")
}

/// `risk` of `the risk for women rose by 4 %, and that for men by 2 %`, where word `at` is `men`.
pub(super) fn stood_for(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let tie = at.checked_sub(2 + usize::from(role::of(words, at.wrapping_sub(1)) == Role::Filler))?;
    let stands = words.any(tie, "that those") && words.any(tie.wrapping_sub(1), ", and while but");
    if !(stands && words.any(tie + 1, "of for in")) {
        return None;
    }
    let thing = subject::of(words, tie)?;
    let end = thing.clone().find(|at| role::of(words, *at) == Role::Preposition).unwrap_or(thing.end);
    Some(thing.start..end)
}

/// The object between the nearest verb and the number at `start`: `sales` for `lifted sales by 35 %`.
pub(super) fn object(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let floor = start.saturating_sub(LONGEST_SUBJECT);
    let end = (floor..start).rev().find(|at| !cue::leads(words, *at) && role::of(words, *at) != Role::Preposition)? + 1;
    let phrase = back(words, end).filter(|_| !words.any(end - 1, "and or"))?;
    let verb = phrase
        .start
        .checked_sub(1)
        .map(|at| if role::of(words, at) == Role::Filler { at.saturating_sub(1) } else { at })?;
    // `pushed up the price of oil by 4 %`
    let verb = verb.saturating_sub(usize::from(words.any(verb, "up down")));
    let named = phrase.clone().any(|at| words.shape(at).is_word() && role::of(words, at) == Role::Content);
    (named && role::of(words, verb) == Role::Verb).then_some(phrase)
}

/// The subject whose verb is left out: `car with its driver` of `a ticket will cost $8, and a car with its driver $31`.
pub(super) fn own(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let noun = (start.saturating_sub(LONGEST_SUBJECT)..start).rev().find(|at| !cue::leads(words, *at))?;
    let named = role::of(words, noun) == Role::Content && words.shape(noun).is_word() && !words.glued(noun + 1);
    let phrase = back(words, noun + 1).filter(|_| named)?;
    let article = phrase.start - usize::from(role::of(words, phrase.start.wrapping_sub(1)) == Role::Filler);
    let opens = words.any(article.wrapping_sub(1), ", ; and") || stood_for(words, phrase.start).is_some();
    (opens && subject::verb(words, start).is_some()).then_some(phrase)
}
