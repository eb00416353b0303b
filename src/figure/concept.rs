//! What a figure is about: words of its sentence.

use std::ops::Range;

use super::{
    FigureKind, cue, number, period,
    quantity::Quantity,
    role::{self, Role},
    spelled, unit,
    words::Words,
};
use crate::{span::Span, token::Shape};

/// How many words back the subject of a figure's clause is looked for.
const REACH: usize = 40;

/// The most words of one phrase.
const LONGEST: usize = 16;

/// The words that `quantity` is about: `revenue` for `60 % of its revenue`, `V10 engine` for `5.2 litre V10 engine`,
/// `net worth` for `a net worth of $2bn`, else the subject: `Nasdaq` for `the Nasdaq fell 2 %`.
pub(super) fn about(words: Words<'_>, quantity: &Quantity, used: &[Range<usize>]) -> Vec<Span> {
    const MOVES: &str = "cut cuts raised lifted lowered reduced increased trimmed slashed shortened";
    let start = quantity.words.start;
    if words.any(start, "one") && words.any(start + 1, "of") {
        return Vec::new();
    }
    if is_subject(words, quantity) {
        return Vec::new();
    }
    let found = after(words, quantity).or_else(|| of_which(words, start));
    // `sold the farm for $4m`, `cut the rate by 2 %` and `cut the rate from 4 %` are about farm and rate.
    let is_money = quantity.kind == FigureKind::Money;
    let near = |list: &str| (start.saturating_sub(3)..start).any(|at| words.any(at, list));
    let asks = near("for")
        && object(words, start).is_some_and(|thing| {
            (thing.start.saturating_sub(2)..thing.start).any(|at| words.any(at, "ask asks asked sue sued fined"))
        });
    let priced = near("by") || words.any(quantity.words.end, "higher lower") || is_money && near("for") && !asks;
    let moves = |phrase: &Range<usize>| {
        priced || near("from") && (phrase.start.saturating_sub(2)..phrase.start).any(|at| words.any(at, MOVES))
    };
    let priced = object(words, start).filter(moves);
    let elided =
        if found.is_none() && (is_money || quantity.kind == FigureKind::Percent) { own(words, start) } else { None };
    let doer = priced.or(elided).or_else(|| subject(words, start)).or_else(|| object(words, start)).unwrap_or_default();
    let (found, doer) = match found {
        None if words.any(doer.start.wrapping_sub(1), "its their his her") => {
            let owner = subject(words, doer.start).unwrap_or_default();
            (Some(doer), owner)
        }
        _ => (found, doer),
    };
    // `60 % of its revenue` is about the owner too, `60 % of the workers` about them alone.
    let of_them = |found: &Range<usize>| {
        words.any(found.start.wrapping_sub(1), "of") && !words.any(found.start, "its their his her")
    };
    match found {
        Some(found)
            if of_them(&found)
                || found.end <= start
                    && words.any(found.start.wrapping_sub(1), "with")
                    && words.any(found.start.wrapping_sub(2), ",") =>
        {
            spans(words, used, found)
        }
        Some(found) => {
            let mut all = spans(words, used, doer.start..doer.end.min(found.start));
            all.extend(spans(words, used, found));
            all
        }
        None => spans(words, used, doer),
    }
}

/// Is what is counted the subject of its own clause? Then the figure is about nothing else: `and 38 boats were sent`.
pub(super) fn is_subject(words: Words<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.words.start, quantity.words.end);
    let lead = (start.saturating_sub(LONGEST)..start).rev().find(|at| !cue::leads(words, *at));
    let opens = lead.is_none_or(|at| {
        role::of(words, at) == Role::Break && !words.any(at, "which who than") || words.any(at, "said says")
    });
    // `five people on the ground were killed`
    // `40 homes and 9 km of road are gone`
    let both = words.any(end, "and");
    let tied = both || role::of(words, end) == Role::Preposition;
    let first = end + usize::from(both);
    let verb = (first..first + if tied { LONGEST / 2 } else { 1 })
        .find(|at| matches!(role::of(words, *at), Role::Verb | Role::Break));
    let acts = |at: usize| role::of(words, at) == Role::Verb && !words.at(at).ends_with("ing");
    // `a third of the people voted`
    let is_part = quantity.kind == FigureKind::Ratio && words.any(end, "of");
    (is_part || !quantity.noun.is_empty()) && opens && verb.is_some_and(acts)
}

/// The phrase behind: `of NOUN` after a part, or a noun that the quantity describes.
fn after(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    // `a 1.8 billion-mile (2.8bn km) journey`
    let end = quantity.words.end;
    let close = (end..end + 6).find(|at| words.at(*at) == ")").filter(|_| words.at(end) == "(");
    let at = close.map_or(end, |close| close + 1);
    let of = matches!(
        quantity.kind,
        FigureKind::Percent | FigureKind::Ratio | FigureKind::Money | FigureKind::Measure | FigureKind::Count
    ) && (words.any(at, "of") || quantity.kind == FigureKind::Percent && words.any(at, "stake share tax"));
    if of {
        return forward(words, at + usize::from(words.any(at, "of")));
    }
    let gains = quantity.kind == FigureKind::Money
        && words.any(at, "in")
        && spelled::small(words.at(at + 1)).is_none()
        && words.shape(at + 1) == Shape::Lower
        && role::of(words, at + 1) == Role::Content;
    if gains {
        return forward(words, at + 1);
    }
    let describes = quantity.noun.is_empty()
        && quantity.kind != FigureKind::Count
        && words.shape(at) != Shape::Mark
        && role::of(words, at) == Role::Content;
    let phrase = forward(words, at).filter(|_| describes)?;
    // `turbocharged` of `a turbocharged 1.6 liter engine`
    let start = quantity.words.start;
    let is_noun = |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at).is_word();
    let first = (start.saturating_sub(LONGEST)..start).rev().take_while(is_noun).last().unwrap_or(start);
    Some(first..phrase.end)
}

/// The phrase before `of` or a bracket: `net worth of $2bn`, `sales of 5,800`.
fn of_which(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let of = (1..=4).map(|back| start.wrapping_sub(back)).find(|at| words.any(*at, "of worth with"))?;
    let between = of + 1..start;
    if between.clone().any(|at| matches!(role::of(words, at), Role::Content | Role::Verb) && words.shape(at).is_word())
    {
        return None;
    }
    let phrase = back(words, of)?;
    let general = words.any(phrase.end - 1, "total average maximum minimum record rate number most close");
    Some(phrase).filter(|phrase| !(general && phrase.len() == 1))
}

/// The object between the nearest verb and the number at `start`: `sales` for `lifted sales by 35 %`.
fn object(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let floor = start.saturating_sub(LONGEST);
    let end = (floor..start).rev().find(|at| !cue::leads(words, *at) && role::of(words, *at) != Role::Preposition)? + 1;
    let phrase = back(words, end).filter(|_| !words.any(end, "and or"))?;
    let verb = phrase
        .start
        .checked_sub(1)
        .map(|at| if role::of(words, at) == Role::Filler { at.saturating_sub(1) } else { at })?;
    let named = phrase.clone().any(|at| words.shape(at).is_word() && role::of(words, at) == Role::Content);
    (named && role::of(words, verb) == Role::Verb).then_some(phrase)
}

/// The subject whose verb is left out: `car with its driver` of `a ticket will cost $8, and a car with its driver $31`.
fn own(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let noun = (start.saturating_sub(LONGEST)..start).rev().find(|at| !cue::leads(words, *at))?;
    let named = role::of(words, noun) == Role::Content && words.shape(noun).is_word() && !words.glued(noun + 1);
    let phrase = back(words, noun + 1).filter(|_| named)?;
    let article = phrase.start - usize::from(role::of(words, phrase.start.wrapping_sub(1)) == Role::Filler);
    let opens = words.any(article.wrapping_sub(1), ", ; and");
    (opens && verb(words, start).is_some()).then_some(phrase)
}

/// The subject of the clause in which the number at `start` stands: what stands before the nearest verb.
fn subject(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let Some(mut stop) = verb(words, start) else {
        let floor = start.saturating_sub(REACH);
        let noun = (floor..start).rev().find(|at| role::of(words, *at) == Role::Content)?;
        return back(words, noun + 1);
    };
    // Who says so is named as the source.
    let tells = (stop..start).find(|at| role::of(words, *at) == Role::Verb);
    if tells.is_some_and(|at| words.any(at, "said says")) {
        return None;
    }
    // In `Ann Lee left, taking 40 boats and losing 2` the one who lost is the one who left.
    for _ in 0..3 {
        let is_participle =
            |at: usize| words.any(at, "having") || words.at(at) == "," && words.at(at + 1).ends_with("ing");
        // `The firm announces it will buy 40 boats`: a pronoun mostly stands for the subject before it.
        let is_pronoun = words.any(stop.wrapping_sub(1), "it he she they");
        let follows = is_pronoun
            || (stop..stop + 3).any(is_participle)
            || words.any(stop.wrapping_sub(1), "and but before after while");
        let Some(earlier) = verb(words, stop).filter(|_| follows) else { break };
        if is_pronoun && (earlier..stop).any(|at| words.any(at, "said says")) {
            break;
        }
        stop = earlier;
    }
    // Past `(TYO)` and what is said of a name in commas, as in `Harbor Lines, a ferry firm, sold`.
    let stop = aside(words, stop).unwrap_or(stop);
    // Past what `is responsible for` says to who is.
    let phrase = back(words, stop)?;
    // `an engine tuned by Corvane to give 90 hp`
    let phrase = match phrase.start.checked_sub(2) {
        Some(verb) if words.any(verb + 1, "by") && role::of(words, verb) == Role::Verb => back(words, verb)?,
        _ => phrase,
    };
    // `ties with Nissan, which is`: what a clause is tied to is the nearest.
    let phrase = if words.any(stop + 1, "which who") { nearest(words, phrase) } else { phrase };
    // `it missed the mark as the deficit hit`
    let opener = phrase.clone().rev().find(|at| words.any(*at, "after as before since until"));
    let is_clause = |at: &usize| (at.saturating_sub(REACH)..*at).any(|at| role::of(words, at) == Role::Verb);
    let phrase = opener.filter(is_clause).map_or(phrase.start, |at| at + 1)..phrase.end;
    let is_state = phrase.len() == 1 && words.shape(phrase.start) == Shape::Lower;
    let be = "is are was were been remains became";
    let state = phrase.start.checked_sub(1).filter(|at| is_state && words.any(*at, be));
    state.and_then(|verb| back(words, verb)).or(Some(phrase))
}

/// The part of the phrase behind its last preposition but `of`.
fn nearest(words: Words<'_>, phrase: Range<usize>) -> Range<usize> {
    let tie = phrase.clone().rev().find(|at| role::of(words, *at) == Role::Preposition && !words.any(*at, "of"));
    tie.map_or(phrase.start, |tie| tie + 1)..phrase.end
}

/// Where the nearest verb before the number at `start` begins, with its helpers and the `, which` that leads to it.
fn verb(words: Words<'_>, start: usize) -> Option<usize> {
    let floor = start.saturating_sub(REACH);
    let is_bound = |at: usize| words.any(at, "up") && words.any(at + 1, "to");
    let is_verb = |at: &usize| role::of(words, *at) == Role::Verb || cue::is_motion(words, *at) && !is_bound(*at);
    let passes = |at: &usize| match role::of(words, *at) {
        Role::Verb => true,
        Role::Filler => words.at(at + 1) != ",",
        Role::Break => words.any(*at, "who which that , ( )"),
        Role::Preposition => words.any(*at, "to by for of"),
        _ => false,
    };
    let verb = (floor..start).rev().find(is_verb)?;
    Some((floor..verb).rev().take_while(passes).last().unwrap_or(verb))
}

/// Where the aside that ends before word `end` opens: its first bracket or comma.
fn aside(words: Words<'_>, end: usize) -> Option<usize> {
    let close = [end, end.wrapping_sub(1)].into_iter().find(|at| matches!(words.at(*at), ")" | ","))?;
    let mark = if words.at(close) == ")" { "(" } else { "," };
    let open = (close.saturating_sub(LONGEST)..close).rev().find(|at| words.at(*at) == mark)?;
    let tells = words.any(open + 1, "who which where") || role::of(words, open + 1) == Role::Verb;
    let is_plain = tells || (open..close).all(|at| role::of(words, at) != Role::Verb);
    (open > 0 && is_plain).then_some(open)
}

/// The phrase that ends before word `end`, with the phrases that prepositions and `and` tie to it.
fn back(words: Words<'_>, end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(LONGEST);
    let is_noun = |at: usize| role::of(words, at) == Role::Content && words.shape(at).is_word();
    // A noun behind which an article stands ends the phrase before: `the fall of the mark the rate`.
    let opens = |at: usize| at + 1 < end && words.any(at, "a an the its his her their our");
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content => !opens(*at + 1),
        Role::Filler | Role::Preposition => true,
        Role::Break => *at > 0 && words.any(*at, "and") && is_noun(at - 1) && !words.any(at + 1, "a an"),
        _ => false,
    };
    let start = (floor..end).rev().take_while(joins).last()?;
    let first = (start..end).find(|at| role::of(words, *at) == Role::Content)?;
    Some(first..end)
}

/// The phrase that begins at word `at`, with the `of` and `in` phrases behind it.
fn forward(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let ties = |at: usize| words.any(at, "of on in for");
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content => {
            words.shape(*at) != Shape::Number || words.shape(*at - 1).is_capitalized() || is_aged(words, *at)
        }
        Role::Filler => true,
        Role::Preposition if is_aged(words, *at) => true,
        Role::Preposition => ties(*at) && number::read(words, at + 1).is_none(),
        _ => false,
    };
    let end = (at..at + LONGEST).take_while(joins).last()? + 1;
    let last = (at..end).rev().find(|at| role::of(words, *at) == Role::Content)?;
    Some(at..last + 1)
}

/// Is the word a time, a power of ten or the `reported` of `a reported $3m`, which say when and how much rather than what?
fn is_outside(words: Words<'_>, at: usize) -> bool {
    const OTHERS: &str = "magnitude quarter quarters time morning evening afternoon reported total combined";
    let word = words.at(at);
    words.any(at, OTHERS)
        || spelled::small(word).is_some()
        || number::power(word).is_some()
        || !period::is_free(words, at) && !is_modifier(words, at)
        || unit::is_time(words.at(at + usize::from(words.is_dash(at))))
}

/// Does the month or day belong to what it stands before? `the September contract` is no time.
fn is_modifier(words: Words<'_>, at: usize) -> bool {
    words.any(at.wrapping_sub(1), "a the its")
        && words.shape(at + 1) == Shape::Lower
        && role::of(words, at + 1) == Role::Content
}

/// Is the word a part of `aged 18 to 34`, which says of whom a figure is?
fn is_aged(words: Words<'_>, at: usize) -> bool {
    let aged = (at.saturating_sub(3)..=at).rev().find(|at| words.any(*at, "aged"));
    aged.is_some_and(|aged| words.shape(aged + 3) == Shape::Number && words.any(aged + 2, "to and -"))
}

/// The content words of a phrase that no figure of its sentence uses, neighbors in one span.
fn spans(words: Words<'_>, used: &[Range<usize>], phrase: Range<usize>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut last = None;
    for at in phrase.clone() {
        let inner = last.is_some()
            && words.shape(at) == Shape::Mark
            && words.glued(at)
            && words.glued(at + 1)
            && at + 1 < phrase.end;
        let place = used.partition_point(|place| place.end <= at);
        let is_used = used.get(place).is_some_and(|place| place.start <= at);
        let is_said = (inner || role::of(words, at) == Role::Content) && !is_used && !is_outside(words, at);
        let is_age = || (words.shape(at) == Shape::Number || words.any(at, "aged")) && is_aged(words, at);
        if !(is_said || is_age()) {
            continue;
        }
        let span = words.span(at..at + 1);
        match spans.last_mut().filter(|_| at > 0 && last == at.checked_sub(1)) {
            Some(before) => *before = before.join(span),
            None => spans.push(span),
        }
        last = Some(at);
    }
    spans
}
