//! Cuts a stretch into names, and leaves out what only stands beside them.

use std::ops::Range;

use super::{
    lexicon::Tags,
    reader::{Reader, looks_common},
};
use crate::token::Shape;

impl Reader<'_> {
    /// Cuts a stretch where a title stands in it, and keeps what is a name: `US President Anna Berg` has two.
    pub fn divide(&self, stretch: Range<usize>) -> Vec<Range<usize>> {
        let (mut names, mut start) = (Vec::new(), stretch.start);
        for at in stretch.clone() {
            if at >= start && self.is_title(at, &stretch) {
                let mut end = at;
                while end > start && self.is_aside(end - 1) {
                    end -= 1;
                }
                self.keep(start..end, &mut names);
                start = at + 1;
            }
        }
        if self.is_office(start) {
            while start < stretch.end && (self.is_aside(start) || !self.is_name(start)) {
                start += 1;
            }
        }
        self.keep(start..stretch.end, &mut names);
        names
    }

    /// Is it a title, no part of the name beside it? Not so in `General Assembly` and `Prince Edward Island`.
    fn is_title(&self, at: usize, stretch: &Range<usize>) -> bool {
        let inner = stretch.start < at && matches!(self.text(at - 1), "of" | "for" | "and" | "the");
        if !self.has(at, Tags::TITLE) || (inner && self.has(at, Tags::SUBJECT)) {
            return false;
        }
        let next = at + 1;
        let heads = stretch.contains(&next) && self.has(next, Tags::HEAD) && !self.has(next, Tags::GIVEN);
        let owned = matches!(self.text(next), "'" | "’" | "of" | "for");
        !(heads || owned && stretch.contains(&next))
    }

    /// Does the rest of a title's own words begin here? `State` in `Secretary of State Anna Berg` does.
    fn is_office(&self, at: usize) -> bool {
        let article = usize::from(at > 0 && self.text(at - 1) == "the");
        let of = at.checked_sub(1 + article).filter(|of| *of > self.range.start && self.text(*of) == "of");
        of.is_some_and(|of| self.has(of - 1, Tags::TITLE) && self.has(at, Tags::SUBJECT))
    }

    /// Words between a name and a title that belong to the title: `Prime`, `Foreign`, `Home Affairs and Justice`.
    fn is_aside(&self, at: usize) -> bool {
        self.has(at, Tags::SUBJECT | Tags::TITLE) || matches!(self.text(at), "and" | "&" | "-" | "." | "of")
    }

    /// Keeps the stretch if it is a name: `Kenyan Anna Berg` is two, `Ministry` alone is none.
    fn keep(&self, mut part: Range<usize>, names: &mut Vec<Range<usize>>) {
        while !part.is_empty() && !self.is_name(part.end - 1) && !self.is_tail(part.end - 1) {
            part.end -= 1;
        }
        while !part.is_empty() && !self.begins(part.start) {
            part.start += 1;
        }
        if part.is_empty() {
            return;
        }
        let upper = self.shape(part.start) == Shape::Upper && !self.is_initial(part.start);
        let known = self.phrase(part.start, part.end, Tags::KNOWN).max(usize::from(upper));
        let rest = part.start + known;
        let person = self.has(rest, Tags::GIVEN) && !self.has(part.start, Tags::GIVEN);
        if known > 0 && part.len() > known + 1 && person && !self.headed_within(rest) {
            names.extend([part.start..rest, rest..part.end]);
        } else if !self.is_vague(&part) {
            names.push(part);
        }
    }

    /// May a name begin with this token?
    fn begins(&self, at: usize) -> bool {
        self.is_name(at) || self.has(at, Tags::PARTICLE) || self.is_place(at)
    }

    /// May a name end with this token, though it is no name word? `wook` of `Chan-wook` and `19` of `Covid-19` may.
    fn is_tail(&self, at: usize) -> bool {
        self.is_hyphen(at.saturating_sub(1)) || self.text(at) == "."
    }

    /// Is it a word that stands for many things? `Ministry`, `President` and `Health` are; `Congress` is not.
    fn is_vague(&self, part: &Range<usize>) -> bool {
        let tags = self.tags(part.start);
        let vague =
            tags.any(Tags::HEAD | Tags::SUBJECT | Tags::OPENER | Tags::TITLE) && !tags.any(Tags::KNOWN | Tags::GIVEN);
        let seen = self.seen(part.start);
        let common = !tags.any(Tags::KNOWN | Tags::GIVEN)
            && (self.shape(part.start) == Shape::Title || self.text(part.start).len() > 4)
            && (seen.small > seen.capital || (seen.small > 0 && looks_common(self.text(part.start))));
        let money = matches!(self.text(part.end), "$" | "€" | "£");
        part.len() == 1 && (vague || common || money || self.text(part.start).chars().count() < 2)
    }
}
