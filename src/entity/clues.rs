//! What stands beside a word anywhere in its story: `Vance said` tells of every `Vance`.

use super::{
    lexicon::Tags,
    window::Window,
    words::{Words, range},
};

impl Words<'_> {
    /// Collects the clues of every word with a capital.
    pub(super) fn find_clues(&mut self) {
        let mut found = Vec::new();
        for (index, sentence) in self.story.sentences.iter().enumerate().filter(|(index, _)| !self.shouted(*index)) {
            let window = Window::new(self, index, range(sentence));
            let capitals = window.tokens.clone().filter(|at| window.is_capitalized(*at));
            found.extend(capitals.map(|at| (at, window.clues(at))));
        }
        for (at, clues) in found {
            self.add_clues(at, clues);
        }
    }
}

impl Window<'_> {
    /// The clues at one place, a bit for each.
    fn clues(&self, at: usize) -> u16 {
        let run = self.run(at);
        let (first, last, alone) = (run.start == at, run.end == at + 1, run.len() == 1);
        let (left, right) = (self.text(run.start.wrapping_sub(1)), self.text(run.end));
        let near = at.wrapping_sub(if self.text(at.wrapping_sub(1)) == "." { 2 } else { 1 });
        let ends = |tags| !last && self.tags(run.end - 1).any(tags);
        let clues = [
            self.tags(near).any(Tags::TITLE),
            matches!(left, "in" | "near" | "across" | "outside" | "around"),
            left == "the",
            last && matches!(right, "said" | "says" | "told" | "added" | "who"),
            !first && self.tags(run.start).any(Tags::GIVEN),
            ends(Tags::ORGANIZATION),
            ends(Tags::SITE),
            alone,
            last && !first,
            first && !last,
            self.is_clitic(run.end),
            first && matches!(left, "at" | "from" | "to" | "into"),
            left == "(" && right == ")",
        ];
        clues.iter().enumerate().fold(0, |set, (bit, clue)| set | u16::from(*clue) << bit)
    }
}
