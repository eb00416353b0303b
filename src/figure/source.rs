//! Who says so: `according to the ministry`, `police said`, `figures from the bank`.

use std::{ops::Range, sync::LazyLock};

use super::{
    number, period,
    role::{self, Role},
    spelled, unit,
    words::Words,
};
use crate::{index::Index, letters::lower, span::Span, token::Shape};

/// What those who say things are called, people, bodies and writings, in the singular.
static SPEAKERS: LazyLock<Index> = LazyLock::new(|| Index::read(include_str!("speakers.txt")));

const SAYING: &str = "said says told informed reported announced wrote";

/// Verbs that tell something only before `that`, a clause or a day, or at the end of what is told: `the survey found that …`.
const FINDING: &str = "acknowledged added adds admitted affirmed alleged alleges argued argues asserted claimed claims \
                       clarified concluded confirmed declared disclosed emphasised emphasized explained explains finds \
                       found highlighted indicated indicates insisted mentioned noted notes observed recalled reports \
                       revealed reveals ruled say show stated stressed suggested suggests testified tweeted underlined \
                       warned warns";

/// Verbs as in [`FINDING`] that tell a number right behind them, too: `the ministry expects 38,000 passengers`.
const RECKONING: &str = "showed shows estimate estimates estimated expects expect forecast forecasts predicts predict";

/// Verbs that tell the number behind their `at` or `of`: `the board puts its losses at $4m`.
const PUTTING: &str = "put puts sees";

/// Verbs with which a clause follows a verb of [`FINDING`] without `that`.
const FINITE: &str = "was were is are has have had will would could can may might must should";

/// The most words between such a verb and its number: `the bank expects sales in Asia to grow by 4 %`.
const RECKONED: usize = 8;

/// Every word that a source may be told by.
static CUES: LazyLock<Index> =
    LazyLock::new(|| Index::of(&["according per", SAYING, FINDING, RECKONING, PUTTING, RECORDS]));

const RECORDS: &str = "figures data statistics estimates numbers records research analysis survey report study poll";

/// The most words that name a source.
const LONGEST: usize = 10;

/// Who says what a sentence tells.
pub(super) struct Source {
    pub name: Span,
    /// The words of a clause in commas that tells of the speaker: `, which lost 40 ships, said`. The source does not say them.
    pub aside: Range<usize>,
}

impl From<Span> for Source {
    fn from(name: Span) -> Self {
        Self { name, aside: 0..0 }
    }
}

/// The source that the sentence gives for what it says; `he said` names none.
pub(super) fn find(words: Words<'_>) -> Option<Source> {
    let mut said = None;
    for at in 0..words.len() {
        if !is_cue(words, at) {
            continue;
        }
        // `according to the bank`, `as per the bank`, but not `as per the rules`
        let tie = if words.any(at, "per") { at.wrapping_sub(1) } else { at };
        let told_by = words.any(tie, "according as") && words.any(tie + 1, "to per");
        if let Some(name) = told_by.then(|| ahead(words, tie + 2)).flatten() {
            return Some(name.into());
        }
        if said.is_some() {
            continue;
        }
        // `25 % of data from the best archives` tells of the data, `the poll from Selm` of an election.
        if words.any(at, RECORDS)
            && words.any(at + 1, if words.any(at, "poll") { "by" } else { "from by" })
            && !words.any(at.wrapping_sub(1), "of")
        {
            let describes =
                |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at).is_word() && !words.glued(*at);
            let first = (at.saturating_sub(LONGEST)..=at).rev().take_while(describes).last().unwrap_or(at);
            said = ahead(words, at + 2).map(|name| words.span(first..at + 1).join(name).into());
        } else if words.any(at, SAYING) || closes(words, at) || is_inverted(words, at) {
            let inverted = || {
                let name = ahead(words, at + 1).filter(|_| is_inverted(words, at))?;
                Some(Source { name, aside: after_speaker(words, at) })
            };
            // `, in the hills of Kesh, says Ann Lee.`
            let is_last = words.before(at, 1) == "," && words.has(at + 2..at + 5, ". ,");
            said = if is_last { inverted().or_else(|| behind(words, at)) } else { behind(words, at).or_else(inverted) };
            // `12 boats sank, and police said 40 were saved`
            let comma = words.last_of(at.saturating_sub(LONGEST)..at, ",").filter(|comma| {
                words.any(comma + 1, "and but while although")
                    && !words.any(at + 1, ". ,")
                    && (comma + 2..at).all(|at| role::of(words, at) != Role::Verb)
            });
            if let (Some(source), Some(comma)) = (&mut said, comma) {
                source.aside = 0..comma;
            }
        }
    }
    said
}

/// Is the word one that a source may be told by?
pub(super) fn is_cue(words: Words<'_>, at: usize) -> bool {
    CUES.get_small(words.at(at)).is_some()
}

/// Does what is told follow with `that` or a number, or has it been told before the verb?
fn closes(words: Words<'_>, at: usize) -> bool {
    // `a slide show`
    let is_noun = words.any(at, "show") && words.at(at + 1) == "," && !unit::is_plural(words.before(at, 1));
    let is_dated = words.any(at + 1, "on") && !period::is_free(words, at + 2);
    let told = (words.any(at + 1, "that . ,") || is_dated || at + 1 == words.len()) && !is_noun;
    let is_number = |at| words.shape(at) == Shape::Number || unit::money_before(words, at).is_some();
    // In `beat the analysts' estimates of $3m` and `costs firms an estimated $3m` nobody reckons.
    let reckons = words.any(at, RECKONING) && !words.any(at.wrapping_sub(1), "' ’ 's ’s a an the");
    let mut clause = (at..at + RECKONED).take_while(|at| role::of(words, *at) != Role::Break);
    // `the survey found 40 % of the boats are old`
    let finds = || {
        let opens = role::of(words, at + 1) == Role::Filler || (1..3).any(|ahead| is_number(at + ahead));
        let mut thing =
            (at + 2..at + LONGEST).take_while(|at| !matches!(role::of(words, *at), Role::Break | Role::Pronoun));
        words.any(at, FINDING) && !words.any(at, "show") && opens && thing.any(|at| words.any(at, FINITE))
    };
    let puts = words.any(at, PUTTING);
    // `officials say the mill lost`
    let says = || words.any(at, "say") && SPEAKERS.has(&unit::singular(&lower(words.before(at, 1))));
    says()
        || finds()
        || (words.any(at, FINDING) || reckons) && told
        || (reckons || puts) && clause.any(|at| is_number(at) && (!puts || words.any(at - 1, "at of")))
}

/// Does the speaker follow the verb? In `"We lost 40," said Mayor Rosa Dell` one does; in `said two bridges fell` none.
fn is_inverted(words: Words<'_>, at: usize) -> bool {
    let told = words.any(at.wrapping_sub(1), ", ” \" ’ '");
    told && words.any(at, "said say says added wrote noted")
}

/// What is told of the speaker behind the verb: `, who has 40 boats` of `said Ann Lee, who has 40 boats`.
fn after_speaker(words: Words<'_>, verb: usize) -> Range<usize> {
    let mut rest = verb..words.len();
    let comma = rest.find(|at| words.at(*at) == ",").filter(|at| !words.any(at + 1, "adding")).unwrap_or(words.len());
    comma..rest.find(|at| words.any(*at, "\" “ ' because")).unwrap_or(words.len())
}

/// Do names stand on both sides of the word?
fn binds(words: Words<'_>, at: usize) -> bool {
    words.shape(at - 1).is_capitalized() && words.shape(at + 1).is_capitalized() && period::is_free(words, at + 1)
}

/// The phrase from word `at`: `a new State Department report`, without its article and what comes after it.
fn ahead(words: Words<'_>, at: usize) -> Option<Span> {
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content | Role::Filler => true,
        Role::Preposition => {
            words.any(*at, "of for in at from by")
                // `the Commission on Energy`
                || words.any(*at, "on") && binds(words, *at)
                || words.any(*at, "to") && words.any(at - 1, "letter memo statement")
        }
        // `a note prepared by the ministry`
        Role::Verb => words.any(*at + 1, "by"),
        // `the Ministry of Trade and Industry`
        Role::Break => words.any(*at, "and") && binds(words, *at),
        Role::Pronoun => false,
    };
    let end = (at..at + LONGEST).take_while(joins).last()? + 1;
    trimmed(words, at..end)
}

/// The phrase that ends before the verb, its helpers and what is said of a name in commas passed over.
fn behind(words: Words<'_>, verb: usize) -> Option<Source> {
    let helped = (verb.saturating_sub(LONGEST)..verb)
        .rev()
        .find(|at| !words.any(*at, "has have had also later today yesterday"))?
        + 1;
    // `figures released by the county on Tuesday show`
    let is_dated = !period::is_free(words, helped - 1) && words.any(helped.wrapping_sub(2), "on");
    let helped = if is_dated { helped - 2 } else { helped };
    let end = before_clause(words, helped);
    let aside = end..helped;
    let floor = end.saturating_sub(LONGEST);
    // `Its director, Ann Lee, said`
    let named = words.before(end, 1) == "," && words.shape(end.wrapping_sub(2)).is_capitalized();
    let end = if named { end - 1 } else { end };
    // `a report by the institute`, `figures released by the mill`, but `seized by police`
    let tells_of = |at: usize| {
        role::of(words, at) == Role::Content
            || at > floor && words.any(at.wrapping_add(1), "by in") && words.any(at - 1, RECORDS)
    };
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content | Role::Filler => !matches!(words.at(*at), "\"" | "”" | "“"),
        Role::Preposition => words.any(*at, "of for at in") || words.any(*at, "by") && tells_of(at.wrapping_sub(1)),
        Role::Verb => tells_of(*at),
        // `Attorney General (AG) Ann Lee`
        Role::Break => {
            let other = if words.any(*at, ")") { at.wrapping_sub(2) } else { at + 2 };
            words.any(*at, "( )") && words.any(other, "( )")
                || *at > floor && words.any(*at, "and") && binds(words, *at)
        }
        Role::Pronoun => false,
    };
    let start = (floor..end).rev().take_while(joins).last()?;
    // `Ann Lee and Rosa Dell said`
    let is_name = |at: &usize| role::of(words, *at) == Role::Content;
    let both = (floor..start - usize::from(words.any(start.wrapping_sub(1), "and"))).rev().take_while(is_name).last();
    let is_first = |first: &usize| {
        is_name(&start)
            && first
                .checked_sub(1)
                .is_none_or(|at| words.shape(at) == Shape::Mark || role::of(words, at) == Role::Break)
    };
    let start = both.filter(is_first).unwrap_or(start);
    // The one who speaks is no object: `the craft that flew to Mars told`.
    let first = (start..end).find(|at| role::of(words, *at) == Role::Content)?;
    let article = words.any(first.wrapping_sub(1), "the a an its their");
    if first.checked_sub(1 + usize::from(article)).is_some_and(|at| role::of(words, at) == Role::Preposition) {
        return None;
    }
    trimmed(words, start..end).map(|name| Source { name, aside })
}

/// The end of the phrase that a clause in commas says more of: in `Harbor Lines, which runs ferries, said` before the
/// first comma; elsewhere `end`.
fn before_clause(words: Words<'_>, end: usize) -> usize {
    if words.before(end, 1) != "," {
        return end;
    }
    let floor = end.saturating_sub(2 * LONGEST);
    let comma = words.last_of(floor..end - 1, ",");
    // `Ann Lee, head of the board, said`
    let names =
        |comma: usize| words.shape(comma.wrapping_sub(1)).is_capitalized() && words.shape(comma + 1) == Shape::Lower;
    let is_role = |comma: usize| names(comma) && words.shape(end - 2) == Shape::Lower;
    comma
        .filter(|comma| words.any(comma + 1, "which who whose published the a an its this") || is_role(*comma))
        .unwrap_or(end)
}

/// The phrase from its first to its last content word, if it may name one who speaks.
fn trimmed(words: Words<'_>, phrase: Range<usize>) -> Option<Span> {
    let holds = |at: &usize| role::of(words, *at) == Role::Content;
    let first = phrase.clone().find(holds)?;
    let last = phrase.rev().find(|at| holds(at) && words.shape(*at) != Shape::Number)?;
    let named = first + usize::from(is_known(words, first) && spelled::small(words.at(first)).is_some());
    // `the Central News Agency (CNA)`
    let end = last + 1 + usize::from(last > first && words.any(last - 1, "("));
    (named <= last && may_speak(words, first..last + 1)).then(|| words.span(named..end))
}

/// Are they known, of whom the word is the first? `the two clubs` are.
fn is_known(words: Words<'_>, first: usize) -> bool {
    words.any(first.wrapping_sub(1), "the both")
}

/// May the phrase name a source? `Ann Lee`, `harbor police` and `public inquiry` may; `two of the three bridges`,
/// `bridges` and `June` may not.
fn may_speak(words: Words<'_>, phrase: Range<usize>) -> bool {
    let counts = !is_known(words, phrase.start) && number::read(words, phrase.start).is_some();
    let names = phrase.clone().any(|at| words.shape(at).is_capitalized() && period::is_free(words, at));
    let ties = |at: &usize| *at > phrase.start && matches!(role::of(words, *at), Role::Preposition | Role::Verb);
    let head = phrase.clone().find(ties).unwrap_or(phrase.end) - 1;
    let is_speaker = SPEAKERS.has(&unit::singular(&lower(words.at(head))));
    // `two officials`, but not `two of the bridges`
    if counts { is_speaker } else { names || is_speaker }
}
