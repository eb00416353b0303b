//! What a number counts: the noun behind it, and its name in the singular.

use std::ops::Range;

use super::{
    number,
    role::{self, Role},
    spelled, unit,
    words::Words,
};
use crate::{
    letters::{concat, is_any, replaced},
    token::Shape,
};

/// Is the word a modifier made from a verb, no part of what is counted? `recorded` in `300 recorded songs` is.
fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || word.len() > 5 && word.ends_with("ing")
}

/// Participles without an ending.
const IRREGULAR: &str = "known built made";

/// Does the word say how what is counted was done? `newly` in `12 newly built homes` does.
pub(super) fn is_adverb(words: Words<'_>, at: usize) -> bool {
    words.ends(at, "ly") && (is_participle(words.at(at + 1)) || words.any(at + 1, IRREGULAR))
}

/// The most words that name what is counted.
const LONGEST_NOUN: usize = 5;

/// What is counted by a number that ends before word `at`: `civilians`, `new homes`, `public housing properties`.
///
/// The phrase ends with its first plural. Without one it is the whole run of content words; one word that begins
/// another phrase, as in `killed 14 Friday`, is none.
pub(super) fn counted(words: Words<'_>, at: usize) -> Range<usize> {
    let at = if words.is_hyphen(at) { at + 1 } else { at };
    if number::read(words, at).is_some() {
        return at..at;
    }
    // `left 12 dead and 40 injured`, but `40 injured sailors`
    let describes = words.shape(at + 1).is_word() && role::of(words, at + 1) == Role::Content;
    if unit::is_harmed(words.at(at)) && !describes {
        return at..at + 1;
    }
    let mut longest = if words.glued(at) { 1 } else { LONGEST_NOUN };
    let mut end = at;
    while end < at + longest {
        longest += usize::from(words.shape(end) == Shape::Mark);
        if !goes_on(words, at, end) {
            break;
        }
        end += 1;
        let is_name = words.shape(end - 1) == Shape::Title && words.shape(end).is_capitalized();
        if !is_name && unit::is_plural(words.at(end - 1)) {
            // `sales figures`: a plural before another one only describes.
            let more = words.shape(end) == Shape::Lower
                && role::of(words, end) == Role::Content
                && unit::is_plural(words.at(end));
            if !more {
                return at..end;
            }
        }
    }
    // Without a plural, names and verbs that the list does not know may have slipped in: keep to plain words.
    while end > at && (words.shape(end - 1) == Shape::Mark || words.any(end - 1, "other more new additional high")) {
        end -= 1;
    }
    // `300 more waiting outside`
    let first = at + usize::from(words.any(at, "more") || is_adverb(words, at));
    let is_noun = (at..end).any(|word| words.shape(word) == Shape::Lower)
        && !(is_participle(words.at(first)) && (first > at || role::of(words, at) == Role::Verb));
    if is_noun { at..end } else { at..at }
}

/// May the phrase from word `at` go on with the word at `end`?
fn goes_on(words: Words<'_>, at: usize, end: usize) -> bool {
    let joins = || {
        words.any(end, "and new other")
            && end > at
            && spelled::small(words.at(end + 1)).is_none()
            && words.shape(end + 1) == words.shape(end - 1)
            && words.shape(end + 2) == Shape::Lower
            && unit::is_plural(words.at(end + 2))
    };
    // `two "secular" parties`
    let quotes = || is_quote(words.at(end)) && ((at..end).any(|at| is_quote(words.at(at))) || quotes_words(words, end));
    // `47 U.S. senators`
    let shortens = || words.at(end) == "." && words.before(end, 1).contains('.');
    // `12 newly built homes`
    let leads = || end == at && is_adverb(words, at);
    match role::of(words, end) {
        Role::Content => words.shape(end).is_word(),
        Role::Filler => words.any(end, "other more additional new high -") || quotes() || shortens() || leads(),
        Role::Verb => {
            let modifies = is_participle(words.at(end)) && words.shape(end + 1).is_word();
            modifies || words.any(end, IRREGULAR) && (end > at || words.any(end, "known"))
        }
        Role::Break => joins(),
        _ => false,
    }
}

/// Is it a quotation mark?
pub(super) fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”")
}

/// Does the mark at word `at` open a quotation of few words, as in `two "secular" parties`?
fn quotes_words(words: Words<'_>, at: usize) -> bool {
    let close = (at + 1..at + LONGEST_NOUN).find(|at| !words.shape(*at).is_word());
    !words.glued(at) && close.is_some_and(|close| is_quote(words.at(close)))
}

/// The singular name of what is counted: `new home`.
pub(super) fn counted_name(words: Words<'_>, noun: Range<usize>) -> Option<String> {
    let last = noun.end.checked_sub(1)?;
    let mut name = String::new();
    let is_measured = unit::behind(words, last, 0).is_some();
    for at in noun.start..last {
        if at == noun.start
            && words.any(at.wrapping_sub(1), "the")
            && let Some(positive) = positive(words.at(at))
        {
            name += &positive;
            name.push(' ');
            continue;
        }
        let keep = words.shape(at).is_word()
            && !words.any(at, "and other more additional")
            && !(words.ends(at, "ly") && role::of(words, at) == Role::Filler)
            // `recorded songs` are songs and `rushing yards` yards, but `fishing boats` no boats, `state-owned firms` no state firms.
            && !(is_participle(words.at(at)) && !words.glued(at) && (is_measured || words.ends(at, "ed")));
        if keep || words.is_dash(at) || words.at(at) == "." {
            name += words.at(at);
            let is_glued =
                words.glued(at + 1) && (words.is_dash(at) || words.is_dash(at + 1) || words.at(at + 1) == ".");
            name += if is_glued { "" } else { " " };
        }
    }
    name += &unit::singular(words.at(last));
    Some(name).filter(|_| !noun.is_empty())
}

/// The plain form of a superlative: `good` of `best`, `hot` of `hottest`, `early` of `earliest`.
fn positive(word: &str) -> Option<String> {
    const IRREGULAR: &str =
        "best good closest close finest fine largest large latest late safest safe widest wide worst bad";
    const OTHERS: &str = "contest forest harvest honest interest modest protest request";
    if let Some(positive) = replaced(word, IRREGULAR) {
        return Some(positive);
    }
    let stem = word.strip_suffix("est").filter(|stem| stem.len() > 2 && !is_any(word, OTHERS))?;
    let mut last = stem.chars().rev();
    let doubled =
        last.next().zip(last.next()).is_some_and(|(last, before)| last == before && !matches!(last, 'l' | 's'));
    Some(match stem.strip_suffix('i') {
        Some(stem) => concat(&[stem, "y"]),
        None if doubled => stem.get(..stem.len() - 1)?.to_owned(),
        None => stem.to_owned(),
    })
}

/// The word after `of`, `of the`, `of its` or `of the city's`.
pub(super) fn past_of(words: Words<'_>, at: usize) -> Option<usize> {
    const DETERMINERS: &str = "the its his her their our my your these those";
    let next = at + 1 + usize::from(words.any(at + 1, DETERMINERS));
    let owner = (next..next + 3).take_while(|at| words.shape(*at).is_word()).last();
    let past = owner.filter(|owner| words.shape(owner + 1) == Shape::Clitic).map_or(next, |owner| owner + 2);
    words.any(at, "of").then_some(past)
}
