//! Who or what a clause is about: what stands before its verb.

use std::ops::Range;

use super::{
    cue, period,
    role::{self, DETERMINERS, Role},
    words::Words,
};
use crate::token::Shape;

/// How many words back the subject of a figure's clause is looked for.
const REACH: usize = 40;

/// The most words that name whom or what a figure is about, with all that is tied to them.
pub(super) const LONGEST_SUBJECT: usize = 16;

/// What was done to a noun, without an ending that tells: `people hurt in the crash`.
const PARTICIPLES: &str = "built found held hurt lost made sent shot sold spent";

/// The subject of the clause in which the number at `start` stands: what stands before the nearest verb.
pub(super) fn of(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let Some(stop) = verb(words, start) else {
        let floor = start.saturating_sub(REACH);
        let noun = (floor..start).rev().find(|at| role::of(words, *at) == Role::Content)?;
        return back(words, noun + 1);
    };
    // Who says so is named as the source.
    let tells = (stop..start).find(|at| role::of(words, *at) == Role::Verb);
    // `the survey found that 40 boats sank`, but `his arrest follows that of 40 men`
    let is_told = |at: usize| {
        words.any(at, "said says say")
            || (at + 1..start).take(3).any(|at| words.any(at, "that") && !words.any(at + 1, "of for from"))
    };
    if tells.is_some_and(is_told) {
        return None;
    }
    let stop = governing(words, stop, start);
    // Past `(TYO)` and what is said of a name in commas, as in `Harbor Lines, a ferry firm, sold`.
    let end = stop;
    let stop = aside(words, stop - usize::from(words.is_dash(stop.wrapping_sub(1)))).unwrap_or(stop);
    // `the group, which runs 40 pubs, most of them old, sold`
    let stop = aside(words, stop).filter(|open| words.any(open + 1, "which who")).unwrap_or(stop);
    let phrase = back(words, stop)?;
    let phrase = if stop == end { within_clause(words, phrase, stop) } else { phrase };
    // `an engine tuned by Corvane to give 90 hp`, `fuel used in the hotels rose 4 %`
    let article = usize::from(role::of(words, phrase.start.wrapping_sub(1)) == Role::Filler);
    let told = |verb: usize| {
        role::of(words, verb) == Role::Verb
            && (words.any(verb + 1, "by")
                || words.at(stop) != ","
                    && role::of(words, verb + 1) == Role::Preposition
                    && (words.ends(verb, "ed") || words.any(verb, PARTICIPLES))
                    && role::of(words, verb.wrapping_sub(1)) == Role::Content)
    };
    let phrase = match phrase.start.checked_sub(2 + article) {
        Some(verb) if told(verb) => back(words, verb)?,
        _ => phrase,
    };
    let phrase = if stop == end { told_of(words, phrase.start).unwrap_or(phrase) } else { phrase };
    let phrase = with_name(words, phrase, end);
    // Past what `is responsible for` says to who is.
    let is_state = phrase.len() == 1 && words.shape(phrase.start) == Shape::Lower;
    let be = "is are was were been remains became";
    let state = phrase.start.checked_sub(1).filter(|at| is_state && words.any(*at, be));
    state.and_then(|verb| back(words, verb)).or(Some(phrase))
}

/// Of what the clause tells whose object begins at word `object`: `bank` of `the bank that runs the mint lost $4m`, but
/// nothing in `he told the bank that boats sank`.
pub(super) fn told_of(words: Words<'_>, object: usize) -> Option<Range<usize>> {
    let ties = |at: &usize| matches!(role::of(words, *at), Role::Filler | Role::Preposition);
    let acts = |at: &usize| role::of(words, *at) == Role::Verb;
    let verb = (object.saturating_sub(4)..object).rev().find(|at| !ties(at))?;
    let first = (verb.saturating_sub(2)..=verb).rev().take_while(acts).last()?;
    let whose = first.checked_sub(1).filter(|at| words.any(*at, "which who that"))?;
    let is_named = role::of(words, whose.wrapping_sub(1)) == Role::Content || words.any(whose.wrapping_sub(1), "those");
    is_named.then(|| back(words, whose))?
}

/// Where the verb begins whose subject is that of the verb at `stop` before the number at `start`, which may name none of
/// its own.
///
/// In `Ann Lee left, taking 40 boats and losing 2` the one who lost is the one who left; in `the firm announced it will
/// buy 40 boats` the pronoun stands for the subject before it, but not behind `said`: who speaks is the source.
fn governing(words: Words<'_>, mut stop: usize, start: usize) -> usize {
    let is_participle = |at: usize| words.any(at, "having") || words.at(at) == "," && words.ends(at + 1, "ing");
    for _ in 0..3 {
        let before = stop.wrapping_sub(1);
        let is_pronoun = words.any(before, "it he she they");
        // `responsible for carrying 40 boats`
        let is_gerund = words.any(stop, "by for of") || role::of(words, before) == Role::Preposition;
        let follows = is_pronoun
            || is_gerund && words.ends(stop + usize::from(words.any(stop, "by for of")), "ing")
            || (stop..start).take(3).any(is_participle)
            || words.is_dash(before) && words.ends(stop, "ing") && aside(words, before).is_none()
            || words.any(before, "and but before after while");
        let Some(earlier) = verb(words, stop).filter(|_| follows) else { break };
        // `the firm made $4m, compared with $3m a year earlier, after it sold`
        let earlier =
            if words.has(earlier..earlier + 2, "compared") { verb(words, earlier).unwrap_or(earlier) } else { earlier };
        if is_pronoun && words.has(earlier..stop, "said says say") {
            break;
        }
        stop = earlier;
    }
    stop
}

/// The part of the phrase that belongs to the clause whose verb is at `stop`: `Nissan` of `ties with Nissan, which is`,
/// `deficit` of `it missed the mark as the deficit hit`.
fn within_clause(words: Words<'_>, phrase: Range<usize>, stop: usize) -> Range<usize> {
    let is_clause = |at: usize| {
        words.any(at, "after as before since until")
            && period::is_free(words, at + 1)
            && (at.saturating_sub(REACH)..at).any(|at| role::of(words, at) == Role::Verb)
    };
    let is_relative = words.any(stop + 1, "which who") || words.any(stop, "that");
    let is_tie = |at: usize| role::of(words, at) == Role::Preposition && !words.any(at, "of");
    let opener = phrase.clone().rev().find(|at| is_relative && is_tie(*at) || is_clause(*at));
    opener.map_or(phrase.start, |at| at + 1)..phrase.end
}

/// The phrase with the name beside it, before the verb at `end`: `capital, Selm` of `the capital, Selm, grew`, `chief, Ann Lee`
/// of `its chief, Ann Lee, 57, left`.
fn with_name(words: Words<'_>, phrase: Range<usize>, end: usize) -> Range<usize> {
    let is_name = |at: usize| words.shape(at).is_capitalized();
    // `its coin, the lum, fell`
    let is_thing = words.any(phrase.end + 1, "the");
    let names = |comma: usize| words.at(comma) == "," && words.shape(comma.wrapping_sub(1)) == Shape::Lower;
    // Not `a mill in Selm, Kesh, closed`
    if names(phrase.end) && (is_thing || (phrase.end + 1..end).all(is_name)) {
        return phrase.start..end;
    }
    let comma = phrase.start.wrapping_sub(1);
    let is_aged = phrase.end + 2 == end && words.shape(phrase.end + 1) == Shape::Number;
    let before = if is_aged && names(comma) { back(words, comma) } else { None };
    before.map_or(phrase.start, |before| before.start)..phrase.end
}

/// Where the nearest verb before the number at `start` begins, with its helpers and the `, which` that leads to it.
pub(super) fn verb(words: Words<'_>, start: usize) -> Option<usize> {
    let floor = start.saturating_sub(REACH);
    let is_bound = |at: usize| {
        words.any(at, "up") && words.any(at + 1, "to") || words.any(at, "up down") && words.any(at + 1, "from")
    };
    let is_verb = |at: &usize| role::of(words, *at) == Role::Verb || cue::is_motion(words, *at) && !is_bound(*at);
    // `more than doubled`
    let is_more = |at: usize| words.any(at, "than") && words.any(at.wrapping_sub(1), "more");
    let passes = |at: &usize| match role::of(words, *at) {
        Role::Verb => true,
        Role::Filler => words.at(at + 1) != ",",
        Role::Break => words.any(*at, "who which that , ( )") || is_more(*at),
        Role::Preposition => words.any(*at, "to by for of"),
        _ => false,
    };
    let verb = (floor..start).rev().find(is_verb)?;
    Some((verb.saturating_sub(REACH)..verb).rev().take_while(passes).last().unwrap_or(verb))
}

/// Where the aside opens that the comma, bracket or dash at word `end` closes: its first mark.
pub(super) fn aside(words: Words<'_>, end: usize) -> Option<usize> {
    let is_dash = |at: &usize| words.is_dash(*at) && role::of(words, *at) == Role::Break;
    let mark = match words.at(end) {
        ")" => "(",
        "," => ",",
        // `the deficit – the sum that is borrowed – grew`; two hyphens are one dash.
        _ if is_dash(&end) => {
            let first = |at: usize| at - usize::from(is_dash(&at.wrapping_sub(1)));
            return (end.saturating_sub(REACH)..first(end)).rev().find(is_dash).map(first);
        }
        _ => return None,
    };
    let open = words.last_of(end.saturating_sub(LONGEST_SUBJECT)..end, mark)?;
    let tells = words.any(open + 1, "who which whose where") || role::of(words, open + 1) == Role::Verb;
    // `Ann Lee, a driver who won two races, led`
    let tells = tells || words.any(open + 1, "a an the") && words.has(open + 2..end, "who which");
    let is_plain = tells || (open..end).all(|at| role::of(words, at) != Role::Verb);
    is_plain.then_some(open)
}

/// The phrase that ends before word `end`, with the phrases that prepositions and `and` tie to it.
pub(super) fn back(words: Words<'_>, end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(LONGEST_SUBJECT);
    let is_noun = |at: usize| role::of(words, at) == Role::Content && words.shape(at).is_word();
    // An article opens another phrase: `in a report on jobs and pay the price of bread`.
    let opens = |at: usize| at + 1 < end && role::of(words, at) == Role::Filler && words.any(at, DETERMINERS);
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content => !opens(*at + 1),
        Role::Filler | Role::Preposition => true,
        // `scored 34 points and the Comets made`
        Role::Break => {
            let counts = words.shape(at.wrapping_sub(2)) == Shape::Number;
            words.any(*at, "and")
                && is_noun(at.wrapping_sub(1))
                && !words.any(at + 1, if counts { "a an the" } else { "a an" })
        }
        _ => false,
    };
    let start = (floor..end).rev().take_while(joins).last()?;
    let first = (start..end).find(|at| role::of(words, *at) == Role::Content)?;
    Some(first..end)
}
