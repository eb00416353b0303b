//! The content words of each sentence, as ids: what recurrence and repetition are measured by.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use crate::{index::Index, letters::in_small_letters, story::Story, token::Shape};

/// Words that say nothing about what a sentence is about, folded as `words.rs` folds them.
static STOP_WORDS: LazyLock<Index> = LazyLock::new(|| Index::read(include_str!("words/stop.txt")));

/// The id of every stop word.
const STOP: u32 = u32::MAX;

/// Every sentence's distinct content words.
#[derive(Debug, Default)]
pub struct Words {
    /// An id for each word and number, case folded and a plural `s` cut off, or [`STOP`].
    ids: Index,
    /// For each sentence, its distinct words in ascending order.
    of: Vec<Vec<u32>>,
    /// For each word, in how many sentences it stands.
    spread: Vec<u32>,
}

impl Words {
    /// Reads the words of all sentences.
    pub fn of(story: &Story<'_>) -> Self {
        let mut words = Self::default();
        for sentence in story.sentences {
            let tokens = story.tokens_of(sentence).iter();
            let content = tokens.filter(|token| !matches!(token.shape, Shape::Mark | Shape::Clitic));
            let ids = content.filter_map(|token| fold(story.slice(token.span), |word| words.id(word)));
            let mut ids: Vec<u32> = ids.collect();
            ids.sort_unstable();
            ids.dedup();
            for id in &ids {
                words.spread[*id as usize] += 1;
            }
            words.of.push(ids);
        }
        words
    }

    /// The distinct words of a sentence, in ascending order.
    pub fn in_sentence(&self, index: usize) -> &[u32] {
        self.of.get(index).map_or(&[], Vec::as_slice)
    }

    /// In how many sentences a word stands.
    pub fn spread(&self, word: u32) -> u32 {
        self.spread.get(word as usize).copied().unwrap_or_default()
    }

    /// The ids of the story's words that stand in `text` as well, such as a headline, in ascending order.
    pub fn shared_with(&self, text: &str) -> Vec<u32> {
        let id = |word| fold(word, |word| self.ids.get(word)).filter(|id| *id != STOP);
        let mut ids: Vec<u32> = text.split_word_bounds().filter_map(id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The id of a folded word, a new one where it is new.
    fn id(&mut self, word: &str) -> Option<u32> {
        let new = self.spread.len() as u32;
        let id = self.ids.number(word, new);
        if *id == new && STOP_WORDS.has(word) {
            *id = STOP;
        } else if *id == new {
            self.spread.push(0);
        }
        Some(*id).filter(|id| *id != STOP)
    }
}

/// Calls `look` with the word as it is compared: `Attacks` and `attack` are one, with a soft hyphen or without;
/// `gas` and `its` stay as they are.
fn fold<T>(word: &str, look: impl FnOnce(&str) -> T) -> T {
    let look = |small: &str| {
        let is_plural = small.len() > 4 && small.ends_with('s') && !small.ends_with("ss");
        look(small.strip_suffix('s').filter(|_| is_plural).unwrap_or(small))
    };
    if word.chars().any(|c| c == '\u{ad}') {
        in_small_letters(&word.replace(&['\u{ad}'][..], ""), look)
    } else {
        in_small_letters(word, look)
    }
}

/// How alike two sentences are in their words, from 0 to 1,000: the cosine of their word sets.
pub fn likeness(a: &[u32], b: &[u32]) -> i32 {
    let size = (a.len() as u64 * b.len() as u64 * 1_000_000).isqrt();
    (shared(a, b) as u64 * 1_000_000).checked_div(size).unwrap_or_default() as i32
}

/// How many words two ascending lists share.
pub fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        count += usize::from(left == right);
        i += usize::from(left <= right);
        j += usize::from(right <= left);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_runs_from_nothing_shared_to_all() {
        assert_eq!(likeness(&[1, 2, 3], &[4, 5]), 0);
        assert_eq!(likeness(&[1, 2, 3, 4], &[1, 2, 3, 4]), 1000);
        assert_eq!(likeness(&[1, 2, 3, 4], &[1, 2]), 707);
        assert_eq!(likeness(&[], &[1]), 0);
    }
}
