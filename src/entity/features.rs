//! What the tagger sees of a token, each as the number of a row of weights.
//!
//! A feature is a template and a value; both are hashed into the number, so that no table of features is needed
//! ("feature hashing", Weinberger et al. 2009).

use std::ops::Range;

use super::{lexicon::Tags, model::ROWS, window::Window};
use crate::{letters::has, token::Shape};

/// Hashes of what stands before the first word of a sentence, and behind its last.
const BEFORE: u64 = 1;
const BEHIND: u64 = 2;

/// Hashes two numbers. The factor is 2⁶⁴ divided by the golden ratio, which spreads neighbors well (Knuth).
fn mix(a: u64, b: u64) -> u64 {
    let x = (a ^ b.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x ^ (x >> 32)
}

fn row(template: u64, value: u64) -> u32 {
    let spread = template.wrapping_mul(0x1234_5678_9ABC_DEF1);
    (mix(spread, value) >> 8) as u32 & (ROWS as u32 - 1)
}

impl Window<'_> {
    /// Calls `add` with the row of every feature of the token.
    pub fn features(&self, at: usize, mut add: impl FnMut(u32)) {
        // The first number names the template: it has to be unlike all others.
        let mut put = |template: u64, value: u64| add(row(template, value));
        put(0, 0);
        self.neighbors(at, &mut put);
        self.letters(at, &mut put);
        self.shapes(at, &mut put);
        let run = self.run(at);
        let place = u64::from(run.start == at) | u64::from(run.end == at + 1) << 1;
        self.around(&run, place, &mut put);
        self.lists(at, &run, place, &mut put);
        for clue in bits(u32::from(self.words.seen(at).clues)) {
            put(33, clue);
            put(34, clue << 4 | place);
        }
    }

    /// The words beside it.
    fn neighbors(&self, at: usize, put: &mut impl FnMut(u64, u64)) {
        let [second_before, before, own, next, second_next] =
            [-2, -1, 0, 1, 2].map(|step| self.word(at.wrapping_add_signed(step)));
        put(1, own);
        put(2, before);
        put(3, next);
        put(4, second_before);
        put(5, second_next);
        put(6, mix(before, own));
        put(7, mix(own, next));
    }

    fn word(&self, at: usize) -> u64 {
        match at {
            _ if self.has(at) => u64::from(self.words.hash(at)),
            _ if at < self.tokens.start || at == usize::MAX => BEFORE,
            _ => BEHIND,
        }
    }

    /// How it ends and begins.
    fn letters(&self, at: usize, put: &mut impl FnMut(u64, u64)) {
        let text = self.text(at);
        let longest = text.chars().count().saturating_sub(1).min(4);
        let add = |hash: &mut u64, c: char| {
            *hash = c.to_lowercase().fold(*hash, |hash, c| mix(hash, c as u64));
            Some(*hash)
        };
        let endings = text.chars().rev().take(longest).scan(0, add);
        endings.skip(1).for_each(|ending| put(8, ending));
        let beginnings = text.chars().take(longest).scan(0, add);
        beginnings.skip(2).for_each(|beginning| put(9, beginning));
    }

    /// How it is written, and how its neighbors are.
    fn shapes(&self, at: usize, put: &mut impl FnMut(u64, u64)) {
        let [second_before, before, own, next, second_next] =
            [-2, -1, 0, 1, 2].map(|step| self.look(at.wrapping_add_signed(step)));
        put(10, own);
        put(11, before << 4 | own);
        put(12, own << 4 | next);
        put(13, before << 8 | own << 4 | next);
        put(14, second_before << 8 | before << 4 | own);
        put(15, own << 8 | next << 4 | second_next);
        let seen = self.words.seen(at);
        let opens = self.words.opens(self.tokens.start, at);
        let case = u64::from(seen.small.min(2)) << 4 | u64::from(seen.capital.min(3)) << 2;
        let case = case | u64::from(opens) << 1 | u64::from(self.shouted);
        put(21, case << 4 | own);
        put(22, case << 4 | next);
    }

    /// The shape of a token, with some told apart; in four bits.
    fn look(&self, at: usize) -> u64 {
        if !self.has(at) {
            return 15;
        }
        let text = self.words.text(at);
        match self.words.shape(at) {
            Shape::Lower => 0,
            Shape::Title if self.words.is_initial(at) => 2,
            Shape::Title => 1,
            Shape::Upper if has(text, b'.') => 3,
            Shape::Upper if text.len() < 5 => 4,
            Shape::Upper => 5,
            Shape::Mixed => 6,
            Shape::Number => 7,
            Shape::Alphanumeric => 8,
            Shape::Clitic => 9,
            Shape::Mark => match text {
                "," => 10,
                "." => 11,
                "(" | ")" => 12,
                _ if self.is_hyphened(at) => 13,
                _ => 14,
            },
        }
    }

    /// The run of capitals in which it stands, and the words around that.
    fn around(&self, run: &Range<usize>, place: u64, put: &mut impl FnMut(u64, u64)) {
        let Range { start, end } = *run;
        let [second_before, before] = [2, 1].map(|step| self.word(start.wrapping_sub(step)));
        let [next, second_next] = [0, 1].map(|step| self.word(end + step));
        put(16, before);
        put(17, next);
        put(18, self.word(end - 1));
        put(19, self.word(start));
        put(20, (run.len() as u64) << 2 | place);
        put(35, mix(second_before, before));
        put(36, mix(next, second_next));
        put(37, second_before);
        put(38, second_next);
    }

    /// The lists in which it and its neighbors stand.
    fn lists(&self, at: usize, run: &Range<usize>, place: u64, put: &mut impl FnMut(u64, u64)) {
        let Range { start, end } = *run;
        let mut each = |template: u64, tags: Tags, beside: u64| {
            for list in bits(tags.bits()) {
                put(template, list << 4 | beside);
            }
        };
        let (own, next) = (self.look(at), self.look(at + 1));
        each(23, self.tags(at), 0);
        each(24, self.tags(at), place);
        each(25, self.tags(at), next);
        each(26, self.tags(at.wrapping_sub(1)), own);
        each(27, self.tags(at + 1), own);
        each(28, self.tags(end - 1), place);
        each(29, self.tags(start), place);
        each(30, self.tags(start.wrapping_sub(1)), 0);
        each(31, self.tags(end), 0);
        each(32, self.words.phrased(at), 0);
        each(39, self.apposition(end), 0);
        if matches!(self.text(start.wrapping_sub(1)), "of" | "for") {
            each(40, self.tags(start.wrapping_sub(2)), 0);
        }
        if self.is_clitic(end) {
            each(41, self.tags(end + 1), 0);
        }
    }
}

/// The numbers of the bits that are set, of which there are few.
fn bits(mut set: u32) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| u64::from(set.trailing_zeros()));
        set &= set.wrapping_sub(1);
        bit
    })
}
