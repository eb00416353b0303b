//! Joins words to one stretch: `Ministry of Haj and Religious Affairs`, `Tehrik-i-Taliban`, `Brandt & Sons`.

use super::{
    kind::is_noble,
    lexicon::Tags,
    reader::{Reader, looks_common},
};
use crate::token::Shape;

/// The most tokens of a name; what goes on for longer is a list or no prose.
const LONGEST_NAME: usize = 20;

impl Reader<'_> {
    /// The end of the stretch of name words and what joins them that begins at `at`.
    pub fn stretch(&self, at: usize) -> usize {
        let mut end = at + self.phrase(at, self.range.end, Tags::KNOWN).max(1);
        let mut headed = (at..end).any(|at| self.has(at, Tags::HEAD));
        while let Some(next) = self.join(at, end, headed).filter(|next| next - at <= LONGEST_NAME) {
            headed |= (end..next).any(|at| self.has(at, Tags::HEAD) && self.is_name(at));
            end = next;
        }
        // The stop of `U.S.` is the name's own.
        let dotted = self.text(end - 1).contains('.') && self.text(end) == "." && self.touches(end - 1);
        end + usize::from(dotted && self.range.contains(&end))
    }

    /// The end of the name `start..end` with the next word that belongs to it.
    fn join(&self, start: usize, end: usize, headed: bool) -> Option<usize> {
        let (last, text) = (end - 1, self.text(end));
        if !self.range.contains(&end) {
            return None;
        }
        if self.is_name(end) {
            return Some(end + 1);
        }
        let touches = self.touches(last) && self.touches(end);
        match text {
            "." => {
                let short = self.is_initial(last) || matches!(self.text(last), "St" | "Mt" | "Ft" | "Jr" | "Md");
                (short && self.touches(last) && self.is_name(end + 1)).then_some(end + 2)
            }
            "&" => self.is_name(end + 1).then_some(end + 2),
            "'s" | "’s" => {
                let owner = matches!(self.text(last), "People" | "Women" | "Men" | "Children" | "King" | "Queen");
                (owner && self.is_name(end + 1)).then_some(end + 2)
            }
            "'" | "’" => {
                let owners = self.text(last).ends_with('s') && !self.has(last, Tags::PLACE);
                (owners && self.is_name(end + 1) && self.headed_within(end + 1)).then_some(end + 2)
            }
            _ if self.is_hyphen(end) && touches => self.join_hyphen(start, end),
            "of" if is_noble(self.text(last)) => self.join_after(end),
            "of" | "for" | "on" | "against" if headed && self.is_person(start, end) => None,
            "of" | "for" if headed => self.join_after(end),
            "on" | "against" if headed && !self.has(last, Tags::SITE) => {
                self.join_after(end).filter(|next| !self.has(next - 1, Tags::KNOWN))
            }
            "and" => self.join_and(start, end),
            "," => self.join_comma(start, end),
            _ if self.has(end, Tags::PARTICLE) => {
                let after = (end..end + 3).find(|at| !self.has(*at, Tags::PARTICLE) && !self.is_hyphen(*at));
                after.filter(|after| self.is_name(*after)).map(|after| after + 1)
            }
            _ => None,
        }
    }

    /// Is the name `start..end` a person's, whose last word only looks like the head of another name? So is
    /// `Dennis Park` and, after `Col.`, any name that is not an organization's.
    fn is_person(&self, start: usize, end: usize) -> bool {
        let title = (start..end).rev().find(|at| self.has(*at, Tags::TITLE) && !self.has(*at, Tags::SUBJECT));
        let first = title.map_or(start, |title| title + 1);
        let stop = usize::from(first > 0 && self.text(first - 1) == ".");
        let titled = first > stop && self.has(first - 1 - stop, Tags::TITLE);
        let headed = (first..end).any(|at| self.has(at, Tags::ORGANIZATION));
        !headed && first + 1 < end && (titled || (self.has(first, Tags::GIVEN) && self.is_name(first + 1)))
    }

    /// `Al-Qaeda`, `Tehrik-i-Taliban`, `IS-K`, `Covid-19`, `Park Chan-wook`; not `Taliban-led`, `Afghanistan-Pakistan`.
    fn join_hyphen(&self, start: usize, hyphen: usize) -> Option<usize> {
        let (last, next) = (hyphen - 1, hyphen + 1);
        if self.is_name(next) {
            let apart = |at| self.has(at, Tags::PLACE | Tags::PEOPLE) && !self.has(at, Tags::SITE);
            let pair = apart(last) && (apart(next) || self.seen(next).capital > 1);
            let named = (next..next + 5).take_while(|at| self.is_name(*at)).any(|at| self.has(at, Tags::HEAD));
            return (!pair || named).then_some(next + 1);
        }
        match self.shape(next) {
            Shape::Number => Some(next + 1),
            Shape::Lower if self.has(next, Tags::PARTICLE) || self.text(next).len() <= 2 => {
                (self.is_hyphen(next + 1) && self.is_name(next + 2)).then_some(next + 3)
            }
            Shape::Lower => {
                let text = self.text(next);
                let common = self.has(next, Tags::PLAIN) || text.ends_with("ed") || text.ends_with("ing");
                let personal = last > start && !self.has(last, Tags::KNOWN | Tags::HEAD) && text.len() < 7;
                (personal && !common).then_some(next + 1)
            }
            _ => None,
        }
    }

    /// `of the Interior`: the end of the first name word after a preposition and an article.
    fn join_after(&self, preposition: usize) -> Option<usize> {
        let article = usize::from(matches!(self.text(preposition + 1), "the" | "la" | "al"));
        let next = preposition + 1 + article;
        let title = self.has(next, Tags::TITLE) && !self.has(next, Tags::SUBJECT);
        (self.is_name(next) && !title).then(|| next + self.phrase(next, self.range.end, Tags::KNOWN).max(1))
    }

    /// `Ministry of Haj and Religious Affairs`, `Securities and Exchange Commission`; not `India and Pakistan`.
    pub fn join_and(&self, start: usize, and: usize) -> Option<usize> {
        if !self.is_name(and + 1) || self.has(and + 1, Tags::KNOWN | Tags::TITLE) {
            return None;
        }
        let listing = self.lists_subjects(start, and);
        let after = (and + 1..and + 7).take_while(|at| self.is_name(*at));
        let heads = after.clone().any(|at| self.has(at, Tags::ORGANIZATION) && !self.has(at, Tags::SUBJECT));
        if listing {
            return (!heads).then_some(and + 2);
        }
        let topic = (start..and).all(|at| self.has(at, Tags::SUBJECT) || looks_common(self.text(at)));
        let follows = after.clone().any(|at| self.has(at, Tags::HEAD | Tags::TITLE));
        (topic && follows).then_some(and + 2)
    }

    /// `Ministry of Gender, Labour and Social Development`.
    fn join_comma(&self, start: usize, comma: usize) -> Option<usize> {
        let subject = |at| self.has(at, Tags::SUBJECT) && self.is_name(at) && !self.has(at + 1, Tags::TITLE);
        (subject(comma - 1) && subject(comma + 1) && self.lists_subjects(start, comma)).then_some(comma + 2)
    }

    /// Has the name before `end` come to what its ministry or bureau is for?
    fn lists_subjects(&self, start: usize, end: usize) -> bool {
        let of = (start..end).rev().take(8).find(|at| matches!(self.text(*at), "of" | "for" | "on"));
        of.is_some_and(|of| (start..of).any(|at| self.has(at, Tags::ORGANIZATION | Tags::WORK)))
    }

    /// Does the name that goes on at `at` have the head of an organization?
    pub fn headed_within(&self, at: usize) -> bool {
        (at..at + 4).take_while(|at| self.is_name(*at)).any(|at| self.has(at, Tags::ORGANIZATION))
    }
}
