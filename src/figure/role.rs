//! What part a word plays, told from a list and from its ending: enough to find the edges of a noun phrase.

use std::sync::LazyLock;

use super::{
    cue, quantity,
    unit::{SHARES, is_plural, is_time},
    words::{Kinds, Words},
};
use crate::{index::Index, letters::is_any, token::Shape};

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

/// With these a noun phrase begins.
pub(super) const DETERMINERS: &str = "a an the its his her their our";

/// After these a word in small letters is a verb.
static LEADS_VERB: LazyLock<Index> =
    LazyLock::new(|| Index::of(&["can could may might must should will would i you he she it we they which who"]));

/// The list that a word stands in. What is not listed is told by its place or ending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    Adverb,
    Break,
    Content,
    Filler,
    Participle,
    Preposition,
    Pronoun,
    Tied,
    Verb,
}

static LISTED: LazyLock<Kinds<Listed>> = LazyLock::new(|| {
    Kinds::read(&[
        (Listed::Adverb, include_str!("roles/adverb.txt")),
        (Listed::Break, include_str!("roles/break.txt")),
        (Listed::Content, include_str!("roles/content.txt")),
        (Listed::Filler, include_str!("roles/filler.txt")),
        (Listed::Participle, include_str!("roles/participle.txt")),
        (Listed::Preposition, include_str!("roles/preposition.txt")),
        (Listed::Pronoun, include_str!("roles/pronoun.txt")),
        (Listed::Tied, include_str!("roles/tied.txt")),
        (Listed::Verb, include_str!("roles/verb.txt")),
    ])
});

/// The parts of the words of a sentence. Nothing that it calls may ask [`of`], which waits for it.
fn all(words: Words<'_>) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        let role = tell(words, at);
        let may_act = role == Role::Content && words.shape(at) == Shape::Lower;
        roles.push(if may_act && is_verb_here(words, at, roles.last().copied()) {
            Role::Verb
        } else if may_act && is_infinitive(words, at) {
            let is_wanted = at > 1 && roles[at - 2] == Role::Verb && words.any(at - 2, WILL);
            if is_wanted { Role::Verb } else { Role::Filler }
        } else {
            role
        });
    }
    roles
}

const BE: &str = "is are was were be been";

const ADVERBS: &str = "already also now still";

/// Must the word be a verb where it stands? After `could`, `they`, `which` and `already` it must, `was sitting` is one.
fn is_verb_here(words: Words<'_>, at: usize, before: Option<Role>) -> bool {
    let word = words.at(at);
    let left = at.wrapping_sub(1);
    let leads = |at: usize| LEADS_VERB.get_small(words.at(at)).is_some();
    // `in which camera traps were set up`
    leads(left) && !(words.any(left, "which") && words.any(left.wrapping_sub(1), "in of on at to for from with by"))
        // `couldn't match`, `they'd left`
        || matches!(before, Some(Role::Verb | Role::Content))
            && (denied(words.at(left)).is_some_and(|helper| !is_any(helper, BE)) || is_contracted(words.at(left)))
        // `will also boost`
        || (words.any(left, ADVERBS) || words.ends(left, "ly")) && leads(at.wrapping_sub(2))
        || word.ends_with("ing") && acts_in_ing(words, at)
        || acts_before(words, at, &[("stand", "at"), ("forecast", OBJECTS), ("live", "in on below under without with")])
        || is_plural(words.at(left)) && (words.any(at, "need") || acts_before(words, at, &BEHIND_PLURAL))
        || word.ends_with('s')
            && (words.any(left, ADVERBS)
                || before == Some(Role::Pronoun)
                || before == Some(Role::Break) && words.any(left, ",") && words.any(at + 1, OBJECTS)
                || (before == Some(Role::Content) || words.any(left, "and"))
                    && words.any(at, "plans hopes needs")
                    && (is_infinitive(words, at + 2) || words.any(at + 1, "to") && tell(words, at + 2) == Role::Verb)
                || before == Some(Role::Content) && words.any(at + 1, OBJECTS) && !(at + 2..at + 4).any(|at| is_time(words.at(at))))
}

/// Is the form in -ing a verb? Behind `was` and a comma it is, and before a number: `drills involving 40,000 troops`, but
/// `the remaining 40`, `a mind-blowing 12-minute song`.
fn acts_in_ing(words: Words<'_>, at: usize) -> bool {
    const LINKS: &str = ", after before by while and";
    let left = at.wrapping_sub(1);
    // `they're still sifting`
    let is_helped = |at: usize| words.any(at, BE) || is_contracted(words.at(at));
    let describes = words.glued(at)
        || words.shape(left) == Shape::Clitic
        || words.any(left, DETERMINERS)
        || words.any(at, "remaining outstanding morning evening spring");
    (is_helped(left) || words.any(left, LINKS)) && !words.any(at, "operating")
        || words.any(left, ADVERBS) && is_helped(left.wrapping_sub(1))
        || !describes && !words.any(at + 1, "by") && quantity::begins(words, at + 1)
}

/// Nouns elsewhere, but verbs behind a plural and before these: `teachers plan to quit`, `prices range from`.
const BEHIND_PLURAL: [(&str, &str); 3] =
    [("plan hope intend aim amount", "to"), ("range", "from between"), ("account", "for")];

/// Does the word stand before one of those that make it a verb?
fn acts_before(words: Words<'_>, at: usize, pairs: &[(&str, &str)]) -> bool {
    pairs.iter().any(|(verbs, next)| words.any(at, verbs) && words.any(at + 1, next))
}

/// The verb that the word denies: `was` of `wasn't`.
pub(super) fn denied(word: &str) -> Option<&str> {
    word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t"))
}

/// Is the word a pronoun and its verb? `they're`, `we'll`.
fn is_contracted(word: &str) -> bool {
    matches!(word.split(&['\'', '’'][..]).nth(1), Some("re" | "ve" | "ll" | "d" | "m"))
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
        Shape::Mark if words.glued(at) && words.glued(at + 1) && !matches!(word, "," | ";" | ":" | ")" | "(" | "—") =>
        {
            return Role::Filler;
        }
        Shape::Mark if matches!(word, "&" | "%" | "$") => return Role::Filler,
        Shape::Mark if matches!(word, "\"" | "“" | "”" | "’" | "‘" | "'") => return Role::Filler,
        // `Harbor Inc. is`, `boat No. 7`: a stop within a sentence shortens a word.
        Shape::Mark if word == "." && words.shape(at + 1) != Shape::Mark => return Role::Filler,
        Shape::Mark => return Role::Break,
        Shape::Clitic => return Role::Filler,
        // `the iPhone 14’s screen`
        Shape::Lower if word == "s" && words.glued(at) => return Role::Filler,
        // Names are content, whatever else their words may be: `May`, `Will`.
        Shape::Number | Shape::Alphanumeric | Shape::Upper | Shape::Mixed => return Role::Content,
        Shape::Title | Shape::Lower if denied(word).is_some() || is_contracted(word) => return Role::Verb,
        Shape::Title | Shape::Lower if is_compound(words, at) => return Role::Content,
        Shape::Title | Shape::Lower => {}
    }
    let is_name = words.shape(at) == Shape::Title && at > 0;
    let is_noun = || at > 0 && words.any(at - 1, DETERMINERS);
    match LISTED.of(word) {
        // `Lower Kesh`, `the High Court`
        Some(Listed::Filler) if is_name && words.any(at, NAMED) => Role::Content,
        Some(Listed::Filler) => Role::Filler,
        // `held in connection with`
        Some(Listed::Tied) if words.any(at.wrapping_sub(1), "in") && words.any(at + 1, "of with to for") => {
            Role::Preposition
        }
        // `a net worth of`
        Some(Listed::Preposition) if words.any(at, "worth") && words.any(at.wrapping_sub(1), "net") => Role::Content,
        Some(Listed::Preposition) => Role::Preposition,
        Some(Listed::Break) => Role::Break,
        // `$4m daily`, but `the daily losses`; `is 40 % complete`
        Some(Listed::Adverb)
            if !is_name
                && (matches!(words.at(at + 1), "." | "," | "") || words.any(at + 1, "and at by since this to")) =>
        {
            Role::Filler
        }
        Some(Listed::Pronoun) => Role::Pronoun,
        // `has stolen 40 cars`, but `40 stolen cars`
        Some(Listed::Participle) if !(1..=3).any(|back| words.any(at.wrapping_sub(back), HELPERS)) => Role::Content,
        // `a cost of`, `the find`: what has an article is no verb.
        Some(Listed::Participle | Listed::Verb) if !is_name && !is_noun() && !is_noun_here(words, at) => Role::Verb,
        None if !is_name && is_past(words, at) => Role::Verb,
        None if words.shape(at) == Shape::Lower && word.len() > 4 && word.ends_with("ly") => Role::Filler,
        _ => Role::Content,
    }
}

/// Is the word, which may be a verb, a noun where it stands? `legal costs of`, `a price cut lifted` and
/// `the extra cost, too` have nouns, `the bridge cost 3 million` has none.
fn is_noun_here(words: Words<'_>, at: usize) -> bool {
    const BOTH: &str =
        "cost costs cut start climb climbs stays hit run spread rise arrest arrests display estimates set hold show";
    let next = at + 1;
    let is_first = words.any(at, "pay")
        && words.any(next, "cut deal fell gap increase is offer package raise rise rises rose")
        || words.any(at, "wait") && words.any(next, "time times list lists");
    // `won by 42 runs`, `left 40 hurt`
    let is_counted = words.any(at, "hurt runs shows starts") && words.shape(at.wrapping_sub(1)) == Shape::Number;
    if is_first || is_counted {
        return true;
    }
    if !words.any(at, BOTH) {
        return false;
    }
    let determined = || words.any(at.wrapping_sub(2), DETERMINERS);
    let closed =
        || words.shape(next) == Shape::Mark && !words.glued(next + 1) || words.any(next, "in on for at with and after");
    // `a 5 percent cut in pay`
    let is_share = words.any(at.wrapping_sub(1), SHARES);
    // `the installation cost is`
    words.any(next, "of is are was were will would could may has had")
        || words.ends(next, "ed")
        || closed() && (is_share || determined())
}

/// Is the word one part of a compound with hyphens? `based` of `London-based` is.
fn is_compound(words: Words<'_>, at: usize) -> bool {
    let hyphen = |hyphen: usize| words.is_hyphen(hyphen) && words.at(hyphen) != "—";
    hyphen(at + 1) || at > 0 && hyphen(at - 1)
}

/// Is the word a past form by its ending, and no adjective? `the dam collapsed` is, `the collapsed dam` is not.
fn is_past(words: Words<'_>, at: usize) -> bool {
    const LEADS: &str = "a an the its his her their our my your this these those some any many several few all both each every \
                         other another more most no same first last";
    let before = || LISTED.of(words.before(at, 1));
    // `Retired umpires get`
    let opens = at == 0 && is_plural(words.at(1)) && words.shape(1) == Shape::Lower;
    words.at(at).len() > 4
        && words.ends(at, "ed")
        && !opens
        && !(words.any(at.wrapping_sub(1), LEADS) || before() == Some(Listed::Preposition))
}
