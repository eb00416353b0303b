//! What part a word plays, told from a list and from its ending: enough to find the edges of a noun phrase.

use std::{ops::Range, sync::LazyLock};

use super::{
    cue,
    unit::{self, is_time},
    words::{Table, Words},
};
use crate::{index::Index, letters::in_small_letters, token::Shape};

/// The part of a word in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A noun, an adjective, a name, a number.
    Content,
    /// `the`, `its`, `also`: inside a phrase, but no part of what it is about.
    Filler,
    /// `of`, `in`: ties a phrase to the one before.
    Preposition,
    /// `rose`, `has`.
    Verb,
    /// `it`, `they`.
    Pronoun,
    /// `and`, `which`, a comma: a phrase ends.
    Break,
}

/// After these a word in small letters is a verb.
static BEFORE: LazyLock<Index> =
    LazyLock::new(|| Index::of(&["can could may might must should will would i you he she it we they which who"]));

/// A word and its part in a sentence: a verb where none is named. What is not listed is told by its place or ending.
static ROLES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("roles.txt")));

/// The parts of the words of a sentence.
fn all(words: Words<'_>) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        let role = tell(words, at);
        let may_act = role == Role::Content && words.shape(at) == Shape::Lower;
        roles.push(match role {
            _ if may_act && is_verb_here(words, at, roles.last().copied()) => Role::Verb,
            _ if may_act && is_infinitive(words, at) => {
                let is_wanted = at > 1 && roles[at - 2] == Role::Verb && words.any(at - 2, WILL);
                if is_wanted { Role::Verb } else { Role::Filler }
            }
            role => role,
        });
    }
    roles
}

/// Must the word be a verb where it stands? After `could`, `they`, `which` and `already` it must, `was sitting` is one.
fn is_verb_here(words: Words<'_>, at: usize, before: Option<Role>) -> bool {
    const BE: &str = "is are was were be been";
    const LINKS: &str = ", after before by while and";
    const ADVERBS: &str = "already also now still";
    let word = words.at(at);
    let left = at.wrapping_sub(1);
    let leads = |at: usize| in_small_letters(words.at(at), |word| BEFORE.has(word));
    leads(left)
        // `will also boost`
        || words.any(left, ADVERBS) && leads(at.wrapping_sub(2))
        || word.ends_with("ing") && !words.any(at, "operating") && (words.any(left, BE) || words.any(left, LINKS))
        || word.ends_with('s')
            && (words.any(left, ADVERBS)
                || before == Some(Role::Pronoun)
                || before == Some(Role::Break) && words.any(left, ",") && words.any(at + 1, OBJECTS)
                || before == Some(Role::Content) && words.any(at, "plans hopes needs") && is_infinitive(words, at + 2)
                || before == Some(Role::Content) && words.any(at + 1, OBJECTS) && !is_time(words.at(at + 2)))
}

/// Few nouns stand before an article, but for `doses a year`: `the city hosts just one`.
const OBJECTS: &str = "a an the its his her their our just";

/// Behind these and `to` stands a verb.
const WILL: &str = "want wants wanted plan plans planned aim aims aimed hope hopes hoped intends agreed vowed pledged seeks \
     sought decided expected set tries tried";

/// Is the word a verb that `to` ties to the clause, whose subject stays what it was? `hire` of `plans to hire 40` is.
pub(super) fn is_infinitive(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    words.any(at.wrapping_sub(1), "to")
        && words.shape(at) == Shape::Lower
        && !words.at(at).ends_with('s')
        && (words.any(next, OBJECTS)
            || words.any(at.wrapping_sub(2), WILL)
            || cue::leads(words, next)
            || words.shape(next) == Shape::Number)
        && tell(words, at) == Role::Content
}

/// The part of the word at `at`. Those of a sentence are told at once.
pub(super) fn of(words: Words<'_>, at: usize) -> Role {
    let roles = words.roles.get_or_init(|| all(words));
    roles.get(at).copied().unwrap_or(Role::Break)
}

fn tell(words: Words<'_>, at: usize) -> Role {
    const HELPERS: &str = "have has had be been is are was were";
    const NAMED: &str = "deep far further high higher last long lower next past wide";
    let word = words.at(at);
    // No word of a language is longer, and lower case is made below.
    if word.len() > 40 {
        return Role::Content;
    }
    match words.shape(at) {
        // A hyphen inside a word and the `&` of a name keep the phrase together.
        Shape::Mark if words.glued(at) && words.glued(at + 1) && !matches!(word, "," | ";" | ":" | ")" | "(") => {
            return Role::Filler;
        }
        Shape::Mark if matches!(word, "&" | "%" | "$") => return Role::Filler,
        Shape::Mark if matches!(word, "\"" | "“" | "”" | "’" | "‘" | "'") => return Role::Filler,
        // `Harbor Inc. is`: a stop within a sentence shortens a word.
        Shape::Mark if word == "." && words.shape(at + 1).is_word() => return Role::Filler,
        Shape::Mark => return Role::Break,
        Shape::Clitic => return Role::Filler,
        // `the iPhone 14’s screen`
        Shape::Lower if word == "s" && words.glued(at) => return Role::Filler,
        Shape::Number | Shape::Alphanumeric => return Role::Content,
        // Names are content, whatever else their words may be: `May`, `Will`.
        Shape::Upper | Shape::Mixed => return if word == "I" { Role::Pronoun } else { Role::Content },
        Shape::Title | Shape::Lower if is_compound(words, at) => return Role::Content,
        Shape::Title | Shape::Lower => {}
    }
    let is_name = words.shape(at) == Shape::Title && at > 0;
    let is_noun = || at > 0 && words.any(at - 1, "a an the its his her their our");
    match in_small_letters(word, |word| ROLES.look_up(word)) {
        // `Lower Kesh`, `the High Court`
        Some("filler") if is_name && words.shape(at + 1) == Shape::Title && words.any(at, NAMED) => Role::Content,
        Some("filler") => Role::Filler,
        Some("preposition") => Role::Preposition,
        Some("break") => Role::Break,
        Some("pronoun") => Role::Pronoun,
        // `has stolen 40 cars`, but `40 stolen cars`
        Some("participle") if !(1..=3).any(|back| words.any(at.wrapping_sub(back), HELPERS)) => Role::Content,
        // `a cost of`, `the find`: what has an article is no verb.
        Some(word) if word != "content" && !is_name && !is_noun() && !is_noun_here(words, at) => Role::Verb,
        None if !is_name && is_past(words, at) => Role::Verb,
        None if words.shape(at) == Shape::Lower && word.len() > 4 && word.ends_with("ly") => Role::Filler,
        _ => Role::Content,
    }
}

/// Is the word, which may be a verb, a noun where it stands? `legal costs of`, `a price cut lifted` and
/// `the extra cost, too` have nouns, `the bridge cost 3 million` has none.
fn is_noun_here(words: Words<'_>, at: usize) -> bool {
    const BOTH: &str =
        "cost costs cut start climb climbs hit run spread rise arrest arrests display estimates set hold show";
    let next = at + 1;
    if words.any(at, "pay") && words.any(next, "cut deal gap increase offer package raise rise rises") {
        return true;
    }
    if !words.any(at, BOTH) {
        return false;
    }
    let determined = || words.any(at.wrapping_sub(2), "a an the its his her their our");
    let closed =
        || words.shape(next) == Shape::Mark && !words.glued(next + 1) || words.any(next, "in on for at with and");
    words.any(next, "of") || words.at(next).ends_with("ed") || closed() && determined()
}

/// Is the word one part of a compound with hyphens? `based` of `London-based` is.
fn is_compound(words: Words<'_>, at: usize) -> bool {
    let hyphen = |hyphen: usize| words.is_dash(hyphen) && words.glued(hyphen) && words.glued(hyphen + 1);
    hyphen(at + 1) || at > 0 && hyphen(at - 1)
}

/// Is the word a past form by its ending, and no adjective? `the dam collapsed` is, `the collapsed dam` is not.
fn is_past(words: Words<'_>, at: usize) -> bool {
    const LEADS: &str = "a an the its his her their our my your this these those some any many several few all both each every \
                         other another more most no same first last";
    let before = || in_small_letters(words.before(at, 1), |before| ROLES.look_up(before));
    // `Retired umpires get`
    let opens = at == 0 && unit::is_plural(words.at(1)) && words.shape(1) == Shape::Lower;
    words.at(at).len() > 4
        && words.at(at).ends_with("ed")
        && !opens
        && !(words.any(at.wrapping_sub(1), LEADS) || before() == Some("preposition"))
}

/// Is the word a modifier made from a verb, no part of what is counted? `recorded` in `300 recorded songs` is.
fn is_participle(word: &str) -> bool {
    word.len() > 5 && (word.ends_with("ed") || word.ends_with("ing"))
}

/// The most words that name what is counted.
const LONGEST_NOUN: usize = 5;

/// What is counted by a number that ends before word `at`: `civilians`, `new homes`, `public housing properties`.
///
/// The phrase ends with its first plural. Without one it is the whole run of content words; one word that begins
/// another phrase, as in `killed 14 Friday`, is none.
pub(super) fn counted(words: Words<'_>, at: usize) -> Range<usize> {
    let at = if words.is_dash(at) && words.glued(at) && words.glued(at + 1) { at + 1 } else { at };
    if super::number::read(words, at).is_some() {
        return at..at;
    }
    // `left 12 dead and 40 injured`, but `40 injured sailors`
    let describes = words.shape(at + 1).is_word() && of(words, at + 1) == Role::Content;
    if unit::is_harmed(words.at(at)) && !describes {
        return at..at + 1;
    }
    let longest = if words.glued(at) { 1 } else { LONGEST_NOUN };
    let mut end = at;
    while end < at + longest {
        let is_participle = is_participle(words.at(end)) && words.shape(end + 1).is_word();
        let joins = words.any(end, "and new other")
            && end > at
            && super::spelled::small(words.at(end + 1)).is_none()
            && words.shape(end + 1) == words.shape(end - 1)
            && words.shape(end + 2) == Shape::Lower
            && unit::is_plural(words.at(end + 2));
        match of(words, end) {
            Role::Content if words.shape(end).is_word() => {}
            Role::Filler if words.any(end, "other more additional new -") => {}
            Role::Verb if is_participle => {}
            Role::Break if joins => {}
            _ => break,
        }
        end += 1;
        let is_name = words.shape(end - 1) == Shape::Title && words.shape(end).is_capitalized();
        if !is_name && unit::is_plural(words.at(end - 1)) {
            // `sales figures`: a plural before another one only describes.
            let more =
                words.shape(end) == Shape::Lower && of(words, end) == Role::Content && unit::is_plural(words.at(end));
            if !more {
                return at..end;
            }
        }
    }
    // Without a plural, names and verbs that the list does not know may have slipped in: keep to plain words.
    while end > at && (words.shape(end - 1) == Shape::Mark || words.any(end - 1, "other more new additional")) {
        end -= 1;
    }
    let is_noun = (at..end).any(|word| words.shape(word) == Shape::Lower)
        && !(is_participle(words.at(at)) && of(words, at) == Role::Verb);
    if is_noun { at..end } else { at..at }
}

/// The singular name of what is counted: `new home`.
pub(super) fn counted_name(words: Words<'_>, noun: Range<usize>) -> Option<String> {
    let last = noun.end.checked_sub(1)?;
    let mut name = String::new();
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
            // `recorded songs` are songs, `charging stations` stations, but `public housing units` no public units.
            && !(is_participle(words.at(at)) && (at == noun.start || words.at(at).ends_with("ed")));
        if keep || words.is_dash(at) {
            name += words.at(at);
            name += if words.glued(at + 1) { "" } else { " " };
        }
    }
    name += &unit::singular(words.at(last));
    Some(name).filter(|_| !noun.is_empty())
}

/// The plain form of a superlative: `good` of `best`, `hot` of `hottest`, `early` of `earliest`.
fn positive(word: &str) -> Option<String> {
    const IRREGULAR: [(&str, &str); 8] = [
        ("best", "good"),
        ("closest", "close"),
        ("finest", "fine"),
        ("largest", "large"),
        ("latest", "late"),
        ("safest", "safe"),
        ("widest", "wide"),
        ("worst", "bad"),
    ];
    if let Some((_, positive)) = IRREGULAR.iter().find(|(superlative, _)| *superlative == word) {
        return Some((*positive).to_owned());
    }
    let stem = word.strip_suffix("est").filter(|stem| stem.len() > 2)?;
    let mut last = stem.chars().rev();
    let doubled =
        last.next().zip(last.next()).is_some_and(|(last, before)| last == before && !matches!(last, 'l' | 's'));
    Some(match stem.strip_suffix('i') {
        Some(stem) => [stem, "y"].concat(),
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
