//! Articles with the summaries that people wrote of them, and what a choice of sentences is worth beside those.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use nutgraf::stages::Ranking;
use serde_json::Value;

use super::rouge::{Reference, Stems};

/// ROUGE-1, ROUGE-2, ROUGE-Lsum and facts kept, in percent.
pub type Worth = [f64; 4];

/// A story, read once, beside its reference.
pub struct Article {
    pub ranking: Ranking<'static>,
    sentences: Vec<Part>,
    /// How many words each sentence has.
    lengths: Vec<usize>,
    reference: Reference,
    /// How many facts the reference has of the story.
    asked: usize,
    /// The words of the text, from its top.
    lead: Vec<&'static str>,
    seen: RefCell<Seen>,
}

/// What has been measured before: most weights pick what others picked.
struct Seen {
    stems: Stems,
    facts: BTreeSet<String>,
    picks: HashMap<Vec<usize>, Worth>,
    leads: HashMap<usize, Worth>,
}

/// A sentence as it is measured.
struct Part {
    stems: Vec<u32>,
    facts: BTreeSet<String>,
}

/// The articles of a set of summaries.
pub fn read(data: &Path, set: &str) -> Result<Vec<Article>> {
    let path = data.join(format!("summaries/{set}.jsonl"));
    let rows = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let read = |row| Article::of(&serde_json::from_str(row)?).context("a row without text or summary");
    rows.lines().map(read).collect()
}

impl Article {
    fn of(row: &Value) -> Option<Self> {
        // What is read once is needed to the end of the program.
        let text: &'static str = row["text"].as_str()?.to_owned().leak();
        let title = row["title"].as_str().map(|title| &*title.to_owned().leak());
        let ranking = Ranking::of(text, title);
        let highlights = row["highlights"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let mut reference: Vec<String> = highlights.map(str::to_owned).collect();
        if reference.is_empty() {
            reference = sentences(&row["summary"].as_str()?.split_whitespace().collect::<Vec<_>>());
        }
        let known = words(text);
        let facts: BTreeSet<String> = reference.iter().flat_map(|text| facts(text)).collect();
        let facts: BTreeSet<String> = facts.intersection(&known).cloned().collect();
        let mut stems = Stems::new();
        let measured = Reference::of(reference.iter().map(|text| stems.of(text)).collect());
        let sentences = ranking.sentences().map(|text| Part::of(text, &mut stems, &facts)).collect();
        let lengths = ranking.sentences().map(|text| text.split_whitespace().count()).collect();
        let asked = facts.len();
        let seen = RefCell::new(Seen { stems, facts, picks: HashMap::new(), leads: HashMap::new() });
        let lead = text.split_whitespace().collect();
        Some(Self { ranking, sentences, lengths, reference: measured, asked, lead, seen })
    }

    /// Whether any fact can be kept.
    pub fn has_facts(&self) -> bool {
        self.asked > 0
    }

    /// How many words the picks have.
    pub fn length(&self, picks: &[usize]) -> usize {
        picks.iter().map(|pick| self.lengths[*pick]).sum()
    }

    /// What the picks are worth.
    pub fn worth(&self, picks: &[usize]) -> Worth {
        let fresh = || self.measure(&picks.iter().map(|pick| &self.sentences[*pick]).collect::<Vec<_>>());
        *self.seen.borrow_mut().picks.entry(picks.to_vec()).or_insert_with(fresh)
    }

    /// What the first words of the text are worth.
    pub fn lead(&self, words: usize) -> Worth {
        let Seen { stems, facts, leads, .. } = &mut *self.seen.borrow_mut();
        *leads.entry(words).or_insert_with(|| {
            let lead = sentences(&self.lead[..words.min(self.lead.len())]);
            let parts: Vec<Part> = lead.iter().map(|text| Part::of(text, stems, facts)).collect();
            self.measure(&parts.iter().collect::<Vec<_>>())
        })
    }

    fn measure(&self, parts: &[&Part]) -> Worth {
        let stems: Vec<&[u32]> = parts.iter().map(|part| &part.stems[..]).collect();
        let kept: BTreeSet<&String> = parts.iter().flat_map(|part| &part.facts).collect();
        let [one, two, sum] = self.reference.score(&stems);
        [one, two, sum, 100.0 * kept.len() as f64 / self.asked.max(1) as f64]
    }
}

impl Part {
    fn of(text: &str, stems: &mut Stems, asked: &BTreeSet<String>) -> Self {
        Self { stems: stems.of(text), facts: words(text).intersection(asked).cloned().collect() }
    }
}

/// Words in small letters without the marks around them.
fn words(text: &str) -> BTreeSet<String> {
    bare(text).map(str::to_lowercase).collect()
}

/// The words of a sentence that are capitalized, the first apart, or have a digit: names and numbers.
fn facts(sentence: &str) -> impl Iterator<Item = String> {
    let tells = |(at, word): &(usize, &str)| {
        word.contains(|letter: char| letter.is_ascii_digit()) || *at > 0 && word.starts_with(char::is_uppercase)
    };
    bare(sentence).enumerate().filter(tells).map(|(_, word)| word.to_lowercase())
}

fn bare(text: &str) -> impl Iterator<Item = &str> {
    let inner = |letter: char| letter.is_alphanumeric() || ".,:".contains(letter);
    let words = text.split(move |letter| !inner(letter)).map(|word| word.trim_matches(['.', ',', ':']));
    words.filter(|word| !word.is_empty())
}

/// Words joined to sentences, as `rouge.py` cuts a text that nobody cut.
fn sentences(words: &[&str]) -> Vec<String> {
    let ends = |word: &str| word.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '!', '?']);
    let begins = |word: &str| {
        let first = word.trim_start_matches(['"', '\'', '“', '‘', '(']).chars().next();
        first.is_some_and(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    };
    words.chunk_by(|one, next| !ends(one) || !begins(next)).map(|sentence| sentence.join(" ")).collect()
}
