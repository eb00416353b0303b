//! The words that the rules know, each list in a file of its own.

use std::sync::LazyLock;

use crate::{
    index::Index,
    letters::{concat, first_is, in_small_letters},
};

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Titles and ranks, which stand before a name: `Gen. Rawat`.
    Titles,
    /// Abbreviations that stand before a number and are words elsewhere: `No. 5`.
    Numbered,
    /// Abbreviations that stand before what they announce: `e.g.`, `vs.`.
    Announcers,
    /// Abbreviations that stand at the end of what they belong to, before anything: `5 p.m.`, `etc.`.
    Enders,
    /// All other abbreviations.
    Abbreviations,
    /// What follows a time of day, and is capitalized without beginning a sentence: `5 p.m. Monday`.
    Calendar,
    /// Words that begin many sentences and few names.
    Starters,
    /// Verbs that name a speaker: `“Stop!” Ana cried.`
    Speech,
}

/// Every list with its text.
const LISTS: [(List, &str); 8] = [
    // Titles and ranks before a name. An entry with a capital holds only for words with one.
    (List::Titles, include_str!("titles.txt")),
    // Abbreviations before a number that are words, or end sentences, elsewhere.
    (List::Numbered, include_str!("numbered.txt")),
    // Abbreviations before what they announce; never the end of a sentence.
    (List::Announcers, include_str!("announcers.txt")),
    // Abbreviations at the end of what they belong to, units too. A capital after them begins a sentence.
    (List::Enders, include_str!("enders.txt")),
    // Abbreviations that end a sentence only before a word of starters.txt. An entry with a capital holds only for
    // words with one.
    (List::Abbreviations, include_str!("abbreviations.txt")),
    // What may follow a time of day with a capital.
    (List::Calendar, include_str!("calendar.txt")),
    // Words that begin many sentences and few names.
    (List::Starters, include_str!("starters.txt")),
    // Verbs that name the speaker of a quotation.
    (List::Speech, include_str!("speech.txt")),
];

/// No word of the lists has more bytes.
const LONGEST: usize = 16;

/// The lists that each word is in, a bit for each.
static WORDS: LazyLock<Index> = LazyLock::new(|| {
    let mut words = Index::default();
    for (list, text) in LISTS {
        for word in text.lines() {
            *words.number(word, 0) |= 1 << list as u32;
        }
    }
    words
});

impl List {
    /// Is `word` in the list? An entry in small letters stands for every case, `Sat` for `Sat` and `SAT`.
    pub fn has(self, word: &str) -> bool {
        if word.is_empty() || word.len() > LONGEST {
            return false;
        }
        let has = |word: &str| WORDS.get(word).is_some_and(|lists| lists & 1 << self as u32 != 0);
        let opens_large = first_is(word, char::is_uppercase);
        in_small_letters(word, |small| has(small) || opens_large && has(&with_first_of(word, small)))
    }
}

/// The word in small letters, but for its first.
fn with_first_of(word: &str, small: &str) -> String {
    let cut = |word: &str| word.chars().next().map_or(0, char::len_utf8);
    let (first, rest) = (word.get(..cut(word)), small.get(cut(small)..));
    concat(&[first.unwrap_or_default(), rest.unwrap_or_default()])
}
