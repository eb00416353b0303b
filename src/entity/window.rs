//! One sentence in front of the tagger: a word, and what stands around it.

use std::ops::Range;

use super::{lexicon::Tags, words::Words};
use crate::{letters::is_any, token::Shape};

/// The words of one sentence; past either end there is nothing.
pub(super) struct Window<'a> {
    pub words: &'a Words<'a>,
    pub tokens: Range<usize>,
    /// Are capitals no sign of names here? See [`Words::shouted`].
    pub shouted: bool,
}

/// How far a run of capitals is followed.
const RUN: usize = 6;

/// The most letters of the second syllable of a given name.
const SYLLABLE: usize = 6;

/// Short words that hyphens tie to a name of which they are no part: `Tata Steel-owned`.
const COMPOUNDED: &str = "aged based born bound era held led like made owned run style type wide";

impl<'a> Window<'a> {
    /// The tokens of the sentence with this index.
    pub fn new(words: &'a Words<'a>, sentence: usize, tokens: Range<usize>) -> Self {
        Self { words, tokens, shouted: words.shouted(sentence) }
    }

    /// Does the token belong to the sentence?
    pub fn has(&self, at: usize) -> bool {
        self.tokens.contains(&at)
    }

    /// The text of a token.
    pub fn text(&self, at: usize) -> &str {
        if self.has(at) { self.words.text(at) } else { "" }
    }

    /// The lists in which a token stands.
    pub fn tags(&self, at: usize) -> Tags {
        if self.has(at) { self.words.tags(at) } else { Tags::default() }
    }

    /// Has the token a capital?
    pub fn is_capitalized(&self, at: usize) -> bool {
        self.has(at) && self.words.shape(at).is_capitalized()
    }

    /// Is it a possessive `'s`?
    pub fn is_clitic(&self, at: usize) -> bool {
        self.has(at) && self.words.shape(at) == Shape::Clitic
    }

    /// Is it a hyphen without a space around it?
    pub fn is_hyphened(&self, at: usize) -> bool {
        let touched = || self.words.touches(at) && at > self.tokens.start && self.words.touches(at - 1);
        self.has(at) && self.words.is_hyphen(at) && touched()
    }

    /// The run of capitals around the token, with the hyphens and stops that join them: `J. K. Rowling`, `Jean-Marc`.
    pub fn run(&self, at: usize) -> Range<usize> {
        let (mut start, mut end) = (at, at + 1);
        if !self.is_capitalized(at) {
            return start..end;
        }
        while at - start < RUN {
            let joined = start.checked_sub(1).is_some_and(|before| self.joins(before));
            let before = start.checked_sub(1 + usize::from(joined));
            let Some(before) = before.filter(|before| self.is_capitalized(*before)) else { break };
            start = before;
        }
        while end - at < RUN {
            let next = end + usize::from(self.joins(end));
            if !self.is_capitalized(next) {
                break;
            }
            end = next + 1;
        }
        start..end
    }

    /// Does the mark stand inside a name, as a hyphen without spaces and the stop of an initial do?
    fn joins(&self, at: usize) -> bool {
        let stop = || self.words.text(at) == "." && at > self.tokens.start && self.words.is_initial(at - 1);
        self.has(at) && (stop() || self.is_hyphened(at))
    }

    /// What the common noun is that explains a name: a company in `Orvane, a local company,`.
    pub fn apposition(&self, comma: usize) -> Tags {
        let nouns = Tags::TITLE | Tags::ORGANIZATION | Tags::SITE | Tags::EVENT | Tags::WORK;
        if self.text(comma) != "," {
            return Tags::default();
        }
        let inside = (comma + 1..comma + 8).take_while(|at| self.has(*at) && self.words.shape(*at) != Shape::Mark);
        inside.map(|at| self.tags(at)).find(|tags| tags.any(nouns)).unwrap_or_default()
    }

    /// May the token be part of a name? Words with a capital may, and what stands close to them.
    pub fn may_be_name(&self, at: usize) -> bool {
        let shape = self.words.shape(at);
        let capital =
            |at: usize| self.is_capitalized(at) || self.has(at) && self.words.shape(at) == Shape::Alphanumeric;
        if capital(at) {
            return true;
        }
        let behind_hyphen = at > 0 && self.words.is_hyphen(at - 1);
        let small = shape == Shape::Lower && !behind_hyphen && !self.tags(at).any(Tags::PLAIN | Tags::PARTICLE);
        if small || self.parts(at) {
            return false;
        }
        let before = (1..3).any(|step| at.checked_sub(step).is_some_and(capital));
        let after = (1..3).any(|step| capital(at + step));
        let last = shape == Shape::Number || self.text(at) == "." || at > 0 && self.is_hyphened(at - 1);
        before && (after || last) || self.is_glued(at) || self.is_glued(at + 1)
    }

    /// Does the hyphen stand between two names, as in `Afghanistan-Pakistan border`? Not so in `US-Taliban Agreement`.
    fn parts(&self, at: usize) -> bool {
        let apart = |at: usize| self.tags(at).any(Tags::PLACE | Tags::PEOPLE);
        self.is_hyphened(at) && apart(at - 1) && apart(at + 1) && !self.is_capitalized(at + 2)
    }

    /// Does the token stand in one name with the one before, if in any? So it is in `Tehrik-i-Taliban`, `al-Sadr`,
    /// `Covid-19` and `Park Jin-woo`; not in `Afghanistan-Pakistan` and `Hong Kong-based`.
    pub fn is_glued(&self, at: usize) -> bool {
        let Some(hyphen) = [at, at.wrapping_sub(1)].into_iter().find(|at| self.is_hyphened(*at)) else { return false };
        let (left, right) = (hyphen - 1, hyphen + 1);
        let number = self.is_capitalized(left) && self.words.shape(right) == Shape::Number;
        number || self.is_link(left) || self.is_link(right) || self.is_second_syllable(right)
    }

    /// Is it the second half of a given name behind a surname, as Korean and Chinese names are written?
    fn is_second_syllable(&self, at: usize) -> bool {
        let surname = |at: usize| self.is_capitalized(at) && !self.tags(at).any(Tags::KNOWN | Tags::TITLE);
        let syllable = self.words.shape(at) == Shape::Lower && self.text(at).len() <= SYLLABLE;
        syllable
            && !is_any(self.text(at), COMPOUNDED)
            && self.words.phrased(at - 2) == Tags::default()
            && surname(at - 2)
            && at.checked_sub(3).is_some_and(surname)
    }

    /// Is it a small word that hyphens tie to the name after it? `al` in `al-Sadr` is, `to` in `Goa-to-Pune` is not.
    fn is_link(&self, at: usize) -> bool {
        self.words.shape(at) == Shape::Lower
            && (self.tags(at).any(Tags::PARTICLE) || self.text(at).len() == 1)
            && self.is_hyphened(at + 1)
            && self.is_capitalized(at + 2)
    }
}
