//! What stands beside a word anywhere in the story.

use super::{lexicon::Tags, words::{Words, range}};

impl Words<'_> {
    /// What stands beside a word anywhere in the story.
    pub(super) fn find_clues(&mut self) {
        for (index, sentence) in self.story.sentences.iter().enumerate() {
            if self.shouted(index) { continue }
            let range = range(sentence);
            for at in range.clone() {
                if !self.shape(at).is_capitalized() { continue }
                let (mut start, mut end) = (at, at + 1);
                while at - start < 6 && start > range.start && self.shape(start - 1).is_capitalized() { start -= 1; }
                while end - at < 6 && end < range.end && self.shape(end).is_capitalized() { end += 1; }
                let before = |step: usize| at.checked_sub(step).filter(|b| *b >= range.start);
                let near = before(1).filter(|b| self.text(*b) != ".").or(before(2));
                let mut clues = 0;
                if near.is_some_and(|at| self.has(at, Tags::TITLE)) { clues |= 1 }
                let left = start.checked_sub(1).filter(|b| *b >= range.start).map(|b| self.text(b)).unwrap_or_default();
                let right = if end < range.end { self.text(end) } else { "" };
                if matches!(left, "in" | "near" | "across" | "outside" | "around") { clues |= 2 }
                if matches!(left, "the") { clues |= 4 }
                if end == at + 1 && matches!(right, "said" | "says" | "told" | "added" | "who") { clues |= 8 }
                if start < at && self.has(start, Tags::GIVEN) { clues |= 16 }
                if self.has(end - 1, Tags::ORGANIZATION) && end > at + 1 { clues |= 32 }
                if self.has(end - 1, Tags::SITE) && end > at + 1 { clues |= 64 }
                if at + 1 == end && start + 1 == end { clues |= 128 }
                if at + 1 == end && start + 1 < end { clues |= 256 }
                if at == start && start + 1 < end { clues |= 512 }
                if right == "'s" || right == "’s" { clues |= 1024 }
                if matches!(left, "at" | "from" | "to" | "into") && start == at { clues |= 2048 }
                if left == "(" && right == ")" { clues |= 4096 }
                let form = self.tokens.get(at).map(|word| word.form as usize).unwrap_or_default();
                if let Some(seen) = self.seen.get_mut(form) { seen.clues |= clues }
            }
        }
    }
}
