//! ROUGE (Lin 2004) as the Python package `rouge-score` computes it, for thousands of summaries a second.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

/// Numbers for the stems of one story's words.
pub struct Stems {
    stemmer: Stemmer,
    ids: HashMap<String, u32>,
}

impl Stems {
    pub fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), ids: HashMap::new() }
    }

    /// The stems of a text: runs of plain letters and digits, those of four and more without their endings.
    pub fn of(&mut self, text: &str) -> Vec<u32> {
        let text = text.to_lowercase();
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut ids = Vec::new();
        for word in words {
            let stem = if word.len() > 3 { self.stemmer.stem(word).into_owned() } else { word.to_owned() };
            let next = self.ids.len() as u32;
            ids.push(*self.ids.entry(stem).or_insert(next));
        }
        ids
    }
}

/// A summary that others are measured by.
pub struct Reference {
    sentences: Vec<Vec<u32>>,
    words: Counts<u32>,
    pairs: Counts<(u32, u32)>,
}

impl Reference {
    pub fn of(sentences: Vec<Vec<u32>>) -> Self {
        let all = sentences.concat();
        Self { words: counts(all.iter().copied()), pairs: counts(pairs(&all)), sentences }
    }

    /// ROUGE-1, ROUGE-2 and ROUGE-Lsum of a summary in sentences, as F1 in percent.
    pub fn score(&self, summary: &[&[u32]]) -> [f64; 3] {
        let all = summary.concat();
        let (words, two) = (counts(all.iter().copied()), counts(pairs(&all)));
        [
            f1(shared(&self.words, &words), size(&self.words), size(&words)),
            f1(shared(&self.pairs, &two), size(&self.pairs), size(&two)),
            f1(self.in_order(summary, words.clone()), size(&self.words), size(&words)),
        ]
    }

    /// How many words stand in the same order in a sentence of the reference and in those of the summary, each
    /// counted as often as both have it.
    fn in_order(&self, summary: &[&[u32]], mut left: Counts<u32>) -> usize {
        let mut hits = 0;
        let mut asked = self.words.clone();
        for sentence in &self.sentences {
            let mut marks = vec![false; sentence.len()];
            for other in summary {
                mark_common(sentence, other, &mut marks);
            }
            for (word, _) in sentence.iter().zip(marks).filter(|(_, marked)| *marked) {
                let both = [&mut asked, &mut left].map(|counts| counts.get_mut(word).filter(|count| **count > 0));
                if let [Some(one), Some(other)] = both {
                    *one -= 1;
                    *other -= 1;
                    hits += 1;
                }
            }
        }
        hits
    }
}

type Counts<T> = HashMap<T, usize>;

fn counts<T: std::hash::Hash + Eq>(items: impl Iterator<Item = T>) -> Counts<T> {
    let mut counts = Counts::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    counts
}

fn pairs(words: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    words.windows(2).map(|pair| (pair[0], pair[1]))
}

fn size<T>(counts: &Counts<T>) -> usize {
    counts.values().sum()
}

fn shared<T: std::hash::Hash + Eq>(one: &Counts<T>, other: &Counts<T>) -> usize {
    one.iter().map(|(item, count)| other.get(item).map_or(0, |theirs| *count.min(theirs))).sum()
}

fn f1(hits: usize, asked: usize, found: usize) -> f64 {
    200.0 * hits as f64 / (asked + found).max(1) as f64
}

/// Marks the words of `one` that are in a longest common subsequence of both.
fn mark_common(one: &[u32], other: &[u32], marks: &mut [bool]) {
    let width = other.len() + 1;
    let mut longest = vec![0_u16; (one.len() + 1) * width];
    for (i, word) in one.iter().enumerate() {
        for (j, theirs) in other.iter().enumerate() {
            let (above, here) = (i * width + j, (i + 1) * width + j);
            longest[here + 1] = if word == theirs { longest[above] + 1 } else { longest[above + 1].max(longest[here]) };
        }
    }
    let (mut i, mut j) = (one.len(), other.len());
    while i > 0 && j > 0 {
        if one[i - 1] == other[j - 1] {
            marks[i - 1] = true;
            (i, j) = (i - 1, j - 1);
        } else if longest[i * width + j - 1] > longest[(i - 1) * width + j] {
            j -= 1;
        } else {
            i -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_those_of_rouge_score() {
        let mut stems = Stems::new();
        let reference = ["Police arrested two men.", "The men denied it."].map(|text| stems.of(text));
        let summary = ["Two men were arrested by police.", "They denied everything."].map(|text| stems.of(text));
        let score = Reference::of(reference.to_vec()).score(&[&summary[0], &summary[1]]);
        assert_eq!(score.map(|measure| format!("{measure:.2}")), ["58.82", "13.33", "35.29"]);
    }
}
