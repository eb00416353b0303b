//! One sentence as the finder reads it: which words may be part of a name, and where a name begins.

use std::ops::{Deref, Range};

use super::{lexicon::Tags, words::Words};
use crate::token::Shape;

/// A sentence of the story; what [`Words`] know of a token it knows too.
pub(super) struct Reader<'a> {
    pub words: &'a Words<'a>,
    pub range: Range<usize>,
}

impl<'a> Deref for Reader<'a> {
    type Target = Words<'a>;
    fn deref(&self) -> &Self::Target {
        self.words
    }
}

impl Reader<'_> {
    /// Is the token a word of this sentence with a capital?
    pub fn is_capital(&self, at: usize) -> bool {
        self.range.contains(&at) && self.shape(at).is_capitalized()
    }

    /// May the token be part of a name by its looks? Words with a capital may, and `G20`; not `The`, `May` or `TV`.
    pub fn is_name(&self, at: usize) -> bool {
        let shape = self.shape(at);
        let letters = self.text(at).chars().take_while(|c| c.is_uppercase()).count();
        let capital =
            shape.is_capitalized() || (shape == Shape::Alphanumeric && (letters > 1 || self.has(at, Tags::KNOWN)));
        self.range.contains(&at) && capital && !self.has(at, Tags::PLAIN)
    }

    /// Does a name begin at this token?
    pub fn starts(&self, at: usize) -> bool {
        let article = matches!(self.text(at), "al" | "el") && self.is_hyphen(at + 1);
        if article {
            return self.touches(at) && self.touches(at + 1) && self.is_name(at + 2);
        }
        self.is_place(at) || (self.is_name(at) && (!self.opens(self.range.start, at) || self.opens_name(at)))
    }

    /// Does a place of several words begin here, though its first may be no name word? `The Hague`, `sub-Saharan Africa`.
    pub fn is_place(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.is_hyphen(at + 1));
        self.has(at, Tags::PREFIX) && self.is_capital(next) && self.phrase(at, self.range.end, Tags::PLACE) > 1
    }

    /// Is the word, which has a capital for opening a sentence, a name's as well?
    fn opens_name(&self, at: usize) -> bool {
        let (tags, seen) = (self.tags(at), self.seen(at));
        if tags.any(Tags::KNOWN | Tags::GIVEN) || matches!(self.shape(at), Shape::Upper | Shape::Mixed) {
            return true;
        }
        if self.phrase(at, self.range.end, Tags::KNOWN) > 1 {
            return true;
        }
        let goes_on = self.is_name(at + 1) && !self.has(at + 1, Tags::TITLE);
        if tags.any(Tags::SUBJECT) && self.text(at + 1) == "and" && self.join_and(at, at + 1).is_some() {
            return true;
        }
        let common = looks_common(self.text(at));
        let adverb = self.text(at).ends_with("ly") || self.text(at).ends_with("ing");
        if common && seen.capital == 0 && (adverb || self.has(at + 1, Tags::KNOWN | Tags::GIVEN)) {
            return false;
        }
        if tags.any(Tags::HEAD | Tags::SUBJECT | Tags::OPENER | Tags::TITLE) {
            return goes_on && seen.capital >= seen.small;
        }
        if seen.capital > 0 || seen.small > 0 {
            return seen.capital >= seen.small;
        }
        goes_on || (!common && self.acts(at + 1))
    }

    /// Does the word after an unknown one show that it is a name? Who says or has something, or is explained, has one.
    fn acts(&self, at: usize) -> bool {
        let text = self.text(at);
        matches!(text, "said" | "says" | "told" | "added" | "has" | "had" | "was" | "also" | "'s" | "’s" | "(" | "who")
            || (text == "," && self.text(at + 1) == "who")
    }
}

/// Does the word look like one of the dictionary? `Nationwide`, `Heavily` and `Farming` do; `Kato` does not.
pub(super) fn looks_common(word: &str) -> bool {
    // Plurals open many sentences: `Storms`, `Boats`; `Paris` and `Angus` are none.
    let plural = word.ends_with('s') && !["ss", "us", "is", "as", "os"].iter().any(|end| word.ends_with(end));
    let ends = [
        "ly", "ing", "ed", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ure", "ics", "ive", "ous", "able",
        "ers", "ies", "ism", "ists", "ings", "ments", "tions", "ial", "ful", "wide", "ship",
    ];
    plural || ends.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}
