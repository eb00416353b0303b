//! What the tagger sees of a token: numbers that stand for a word, its looks, its neighbors, its lists.

use std::ops::Range;

use super::{lexicon::Tags, model::ROWS, words::Words};
use crate::token::Shape;

/// One sentence in front of the tagger.
pub(super) struct Features<'a> {
    words: &'a Words<'a>,
    first: usize,
    end: usize,
    shouted: bool,
}

/// A hash of two numbers.
fn mix(a: u64, b: u64) -> u64 {
    let x = (a ^ b.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x ^ (x >> 32)
}

fn hash(text: impl Iterator<Item = char>) -> u64 {
    text.fold(0x811C_9DC5, |hash, c| mix(hash, c as u64))
}

/// How far a run of capitals is followed.
const RUN: usize = 6;

impl<'a> Features<'a> {
    /// The tokens of the sentence with this index.
    pub fn new(words: &'a Words<'a>, sentence: usize, tokens: Range<usize>) -> Self {
        Self { words, first: tokens.start, end: tokens.end, shouted: words.shouted(sentence) }
    }

    fn inside(&self, at: usize) -> bool {
        (self.first..self.end).contains(&at)
    }

    fn word(&self, at: usize) -> u64 {
        if self.inside(at) { u64::from(self.words.hash(at)) } else if at < self.first || at == usize::MAX { 1 } else { 2 }
    }

    fn shape(&self, at: usize) -> u64 {
        if !self.inside(at) {
            return 15;
        }
        let text = self.words.text(at);
        match self.words.shape(at) {
            Shape::Lower => 0,
            Shape::Title if self.words.is_initial(at) => 2,
            Shape::Title => 1,
            Shape::Upper if text.contains('.') => 3,
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

    /// The text of a token of this sentence.
    pub fn text(&self, at: usize) -> &str {
        if self.inside(at) { self.words.text(at) } else { "" }
    }

    /// Is it a possessive `'s`?
    pub fn is_clitic(&self, at: usize) -> bool {
        self.inside(at) && self.words.shape(at) == Shape::Clitic
    }

    pub fn tags(&self, at: usize) -> Tags {
        if self.inside(at) { self.words.tags(at) } else { Tags::default() }
    }

    pub fn capital(&self, at: usize) -> bool {
        self.inside(at) && self.words.shape(at).is_capitalized()
    }

    /// The run of capitals around the token, with the hyphens and stops that join them: `J. K. Rowling`, `Jean-Marc`.
    fn run(&self, at: usize) -> Range<usize> {
        let (mut start, mut end) = (at, at + 1);
        if !self.capital(at) {
            return start..end;
        }
        while at - start < RUN {
            let joined = start.checked_sub(1).is_some_and(|at| self.joins(at));
            let Some(next) = start.checked_sub(1 + usize::from(joined)).filter(|at| self.capital(*at)) else { break };
            start = next;
        }
        while end - at < RUN {
            let next = end + usize::from(self.joins(end));
            if !self.capital(next) {
                break;
            }
            end = next + 1;
        }
        start..end
    }

    /// Does the mark stand inside a name, as a hyphen without spaces and the stop of an initial do?
    fn joins(&self, at: usize) -> bool {
        let stop = || self.words.text(at) == "." && at > self.first && self.words.is_initial(at - 1);
        self.inside(at) && (stop() || self.is_hyphened(at))
    }

    /// What the common noun is that explains a name: a company in `Orvane, a local company,`.
    pub fn apposition(&self, comma: usize) -> Tags {
        let nouns = Tags::TITLE | Tags::ORGANIZATION | Tags::SITE | Tags::EVENT | Tags::WORK;
        if self.words.text(comma) != "," || !self.inside(comma) {
            return Tags::default();
        }
        let inside = (comma + 1..self.end.min(comma + 8)).take_while(|at| self.words.shape(*at) != Shape::Mark);
        inside.map(|at| self.tags(at)).find(|tags| tags.any(nouns)).unwrap_or_default()
    }

    /// Calls `add` for every feature of the token.
    pub fn of(&self, at: usize, mut add: impl FnMut(u32)) {
        let w = |step: isize| self.word(at.wrapping_add_signed(step));
        let s = |step: isize| self.shape(at.wrapping_add_signed(step));
        let mut put = |template: u64, value: u64| add((mix(template.wrapping_mul(0x1234_5678_9ABC_DEF1), value) >> 8) as u32 & (ROWS as u32 - 1));
        let own = w(0);
        put(0, 0);
        put(1, own);
        put(2, w(-1));
        put(3, w(1));
        put(4, w(-2));
        put(5, w(2));
        put(6, mix(w(-1), own));
        put(7, mix(own, w(1)));
        let text = self.words.text(at);
        let count = text.chars().count();
        for len in [2, 3, 4] {
            if count > len {
                put(8, hash(text.chars().rev().take(len).flat_map(char::to_lowercase)));
            }
        }
        for len in [3, 4] {
            if count > len {
                put(9, hash(text.chars().take(len).flat_map(char::to_lowercase)) ^ len as u64);
            }
        }
        put(10, s(0));
        put(11, s(-1) << 4 | s(0));
        put(12, s(0) << 4 | s(1));
        put(13, s(-1) << 8 | s(0) << 4 | s(1));
        put(14, s(-2) << 8 | s(-1) << 4 | s(0));
        put(15, s(0) << 8 | s(1) << 4 | s(2));
        // The run of capitals in which it stands, and what stands around that.
        let Range { start, end } = self.run(at);
        let place = u64::from(start == at) | u64::from(end == at + 1) << 1;
        put(16, self.word(start.wrapping_sub(1)));
        put(17, self.word(end));
        put(18, self.word(end - 1));
        put(19, self.word(start));
        put(20, ((end - start) as u64) << 2 | place);
        put(35, mix(self.word(start.wrapping_sub(2)), self.word(start.wrapping_sub(1))));
        put(36, mix(self.word(end), self.word(end + 1)));
        put(37, self.word(start.wrapping_sub(2)));
        put(38, self.word(end + 1));
        // Case.
        let seen = self.words.seen(at);
        let opens = self.words.opens(self.first, at);
        let case = u64::from(seen.small.min(2)) << 4 | u64::from(seen.capital.min(3)) << 2 | u64::from(opens) << 1 | u64::from(self.shouted);
        put(21, case << 4 | s(0));
        put(22, case << 4 | s(1));
        // Lists.
        let bits = |tags: Tags| (0..16).filter(move |bit| tags.bits() & 1 << bit != 0);
        for bit in bits(self.tags(at)) {
            put(23, bit);
            put(24, bit << 4 | place);
            put(25, bit << 4 | s(1));
        }
        for bit in bits(self.tags(at.wrapping_sub(1))) {
            put(26, bit << 4 | s(0));
        }
        for bit in bits(self.tags(at + 1)) {
            put(27, bit << 4 | s(0));
        }
        for bit in bits(self.tags(end - 1)) {
            put(28, bit << 4 | place);
        }
        for bit in bits(self.tags(start)) {
            put(29, bit << 4 | place);
        }
        for bit in bits(self.tags(start.wrapping_sub(1))) {
            put(30, bit);
        }
        for bit in bits(self.tags(end)) {
            put(31, bit);
        }
        for bit in bits(self.apposition(end)) {
            put(39, bit);
        }
        if matches!(self.text(start.wrapping_sub(1)), "of" | "for") {
            for bit in bits(self.tags(start.wrapping_sub(2))) {
                put(40, bit);
            }
        }
        if self.is_clitic(end) {
            for bit in bits(self.tags(end + 1)) {
                put(41, bit);
            }
        }
        let phrase = self.words.phrased(at);
        for bit in bits(phrase) {
            put(32, bit);
        }
        for bit in 0..16 {
            if self.words.clues(at) & 1 << bit != 0 {
                put(33, bit);
                put(34, bit << 4 | place);
            }
        }
    }

    fn has_particle(&self, at: usize) -> bool {
        self.tags(at).any(Tags::PARTICLE)
    }

    /// Does the token stand in one name with the one before, if in any? So it is in `Tehrik-i-Taliban`, `al-Sadr` and
    /// `Covid-19`; not in `Afghanistan-Pakistan`.
    pub fn is_glued(&self, at: usize) -> bool {
        let Some(hyphen) = [at, at.wrapping_sub(1)].into_iter().find(|at| self.inside(*at) && self.words.is_hyphen(*at))
        else {
            return false;
        };
        let (left, right) = (hyphen.wrapping_sub(1), hyphen + 1);
        let number = self.capital(left) && self.words.shape(right) == Shape::Number;
        self.is_hyphened(hyphen) && (self.links(left) || self.links(right) || number)
    }

    /// Is it a small word that hyphens tie to the name after it? `al` in `al-Sadr` is, `to` in `Goa-to-Pune` is not.
    fn links(&self, at: usize) -> bool {
        let small = self.inside(at) && self.words.shape(at) == Shape::Lower;
        small
            && (self.has_particle(at) || self.words.text(at).len() == 1)
            && self.is_hyphened(at + 1)
            && self.capital(at + 2)
    }

    /// Is it a hyphen without a space around it?
    fn is_hyphened(&self, at: usize) -> bool {
        self.inside(at) && self.words.is_hyphen(at) && self.words.touches(at)
            && at > self.first && self.words.touches(at - 1)
    }

    /// Does the hyphen stand between two names, as in `Afghanistan-Pakistan border`? Not so in `US-Taliban Agreement`.
    fn parts(&self, at: usize) -> bool {
        let apart = |at: usize| self.tags(at).any(Tags::PLACE | Tags::PEOPLE);
        self.is_hyphened(at) && apart(at - 1) && apart(at + 1) && !self.capital(at + 2)
    }

    /// May the token be part of a name? Words with a capital may, and what stands close to them.
    pub fn may_be_name(&self, at: usize) -> bool {
        let capital = |at: usize| self.inside(at) && (self.words.shape(at).is_capitalized() || self.words.shape(at) == Shape::Alphanumeric);
        if capital(at) {
            return true;
        }
        let small = self.words.shape(at) == Shape::Lower && !(at > 0 && self.words.is_hyphen(at - 1));
        if small && !self.tags(at).any(Tags::PLAIN | Tags::PARTICLE) {
            return false;
        }
        let before = (1..3).any(|step| at.checked_sub(step).is_some_and(capital));
        let after = (1..3).any(|step| capital(at + step));
        let open = self.words.shape(at) == Shape::Number || self.words.text(at) == "." || at > 0 && self.is_hyphened(at - 1);
        if self.parts(at) {
            return false;
        }
        let glued = || self.is_glued(at) || self.is_glued(at + 1);
        before && (after || open) || glued()
    }
}
