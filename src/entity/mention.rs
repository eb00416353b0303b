//! Finds where names stand, not yet what they name.

use std::ops::Range;

use super::{
    lexicon::{Map, Tags},
    words::{Words, range},
};
use crate::{span::Span, token::Shape};

/// One place where a name stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The index of its sentence.
    pub sentence: u32,
    /// Its tokens, as indices into the story's.
    pub tokens: Range<usize>,
    /// Its text.
    pub span: Span,
    /// Its words, see [`Words::key`].
    pub key: String,
}

/// Finds the mentions of the story in the order of the text; no two overlap.
///
/// Capitals lead to most of them. Where capitals say nothing, in headlines and at the start of a sentence,
/// only names are found that the lists know or that the story has elsewhere.
pub(super) fn find(words: &Words<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, sentence) in words.story.sentences.iter().enumerate() {
        if words.shouted(index) {
            continue;
        }
        let mut finder = Finder { words, range: range(sentence), sentence: index as u32, mentions: &mut mentions };
        finder.sweep();
    }
    let known: Map<String, ()> = mentions.iter().map(|mention| (mention.key.clone(), ())).collect();
    let mut more = Vec::new();
    for (index, sentence) in words.story.sentences.iter().enumerate() {
        let range = range(sentence);
        let found = mentions.partition_point(|mention| mention.tokens.start < range.start);
        let taken = mentions.get(found).filter(|mention| mention.tokens.start < range.end);
        let free = range.start..taken.map_or(range.end, |first| first.tokens.start);
        let end = if words.shouted(index) { free.end } else { free.end.min(free.start + 1) };
        let mut finder = Finder { words, range: free, sentence: index as u32, mentions: &mut more };
        finder.recall(end, &known);
    }
    mentions.append(&mut more);
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

/// The most tokens of a name; what goes on for longer is a list or no prose.
const LONGEST_NAME: usize = 20;

/// The most tokens of a name that is found again in a headline.
const LONGEST_RECALL: usize = 6;

/// Looks for names in one sentence.
struct Finder<'a> {
    words: &'a Words<'a>,
    range: Range<usize>,
    sentence: u32,
    mentions: &'a mut Vec<Mention>,
}

impl Finder<'_> {
    /// Finds the names that capitals show.
    fn sweep(&mut self) {
        let mut at = self.range.start;
        while at < self.range.end {
            if self.starts(at) {
                let end = self.stretch(at);
                self.divide(at..end);
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// Finds names that begin before `end` and are known from the lists or from elsewhere in the story.
    fn recall(&mut self, end: usize, known: &Map<String, ()>) {
        let mut at = self.range.start;
        while at < end {
            let longest = LONGEST_RECALL.min(self.range.end - at);
            let listed = self.words.phrase(at, self.range.end, Tags::KNOWN);
            let told = (1..=longest).rev().find(|len| known.contains_key(&self.words.key(at..at + len)));
            let len = if self.is_capital(at) { told.unwrap_or(0).max(listed) } else { 0 };
            let vague = len == 1 && self.words.has(at, Tags::PLAIN | Tags::OPENER | Tags::HEAD | Tags::SUBJECT);
            if len > 0 && !vague && self.is_capital(at + len - 1) {
                self.push(at..at + len);
                at += len;
            } else {
                at += 1;
            }
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.range.contains(&at) && self.words.shape(at).is_capitalized()
    }

    /// May the token be part of a name by its looks? Words with a capital may, and `G20`; not `The`, `May` or `TV`.
    fn is_name(&self, at: usize) -> bool {
        let shape = self.words.shape(at);
        let letters = self.words.text(at).chars().take_while(|c| c.is_uppercase()).count();
        let capital = shape.is_capitalized()
            || (shape == Shape::Alphanumeric && (letters > 1 || self.words.has(at, Tags::KNOWN)));
        self.range.contains(&at) && capital && !self.words.has(at, Tags::PLAIN)
    }

    /// Does a name begin at this token?
    fn starts(&self, at: usize) -> bool {
        let article = matches!(self.words.text(at), "al" | "el") && self.words.is_hyphen(at + 1);
        if article {
            return self.words.touches(at) && self.words.touches(at + 1) && self.is_name(at + 2);
        }
        let listed = self.words.has(at, Tags::PREFIX) && self.words.phrase(at, self.range.end, Tags::PLACE) > 1;
        (listed && self.is_capital(at + 1 + usize::from(self.words.is_hyphen(at + 1))))
            || (self.is_name(at) && (!self.opens(at) || self.opens_name(at)))
    }

    /// Does the token open a sentence, or a quotation within it?
    fn opens(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| self.range.contains(before));
        before.is_none_or(|before| {
            let quote = matches!(self.words.text(before), "\"" | "“" | "‘" | "'" | "«");
            let first = before == self.range.start && self.words.shape(before) == Shape::Mark;
            first
                || (quote && matches!(self.words.text(before.saturating_sub(1)), "," | ":" | "."))
                || matches!(self.words.text(before), ":" | "•" | "*" | "…")
        })
    }

    /// Is the word, which has a capital for opening a sentence, a name's as well?
    fn opens_name(&self, at: usize) -> bool {
        let (tags, seen) = (self.words.tags(at), self.words.seen(at));
        if tags.any(Tags::KNOWN | Tags::GIVEN) || matches!(self.words.shape(at), Shape::Upper | Shape::Mixed) {
            return true;
        }
        if self.words.phrase(at, self.range.end, Tags::KNOWN) > 1 {
            return true;
        }
        let goes_on = self.is_name(at + 1) && !self.words.has(at + 1, Tags::TITLE);
        if tags.any(Tags::SUBJECT) && self.words.text(at + 1) == "and" && self.join_and(at, at + 1).is_some() {
            return true;
        }
        let common = looks_common(self.words.text(at));
        if common && self.words.has(at + 1, Tags::KNOWN | Tags::GIVEN) {
            return false;
        }
        if tags.any(Tags::HEAD | Tags::SUBJECT | Tags::OPENER | Tags::TITLE) {
            return goes_on && seen.capital >= seen.small;
        }
        if seen.capital > 0 || seen.small > 0 {
            return seen.capital >= seen.small;
        }
        goes_on || !common
    }

    /// The end of the stretch of name words and what joins them that begins at `at`.
    fn stretch(&self, at: usize) -> usize {
        let mut end = at + self.words.phrase(at, self.range.end, Tags::KNOWN).max(1);
        let mut headed = self.words.has(at, Tags::HEAD);
        while let Some(next) = self.join(at, end, headed).filter(|next| next - at <= LONGEST_NAME) {
            headed |= (end..next).any(|at| self.words.has(at, Tags::HEAD) && self.is_name(at));
            end = next;
        }
        // The stop of `U.S.` is the name's own.
        let dotted =
            self.words.text(end - 1).contains('.') && self.words.text(end) == "." && self.words.touches(end - 1);
        end + usize::from(dotted && self.range.contains(&end))
    }

    /// The end of the name `start..end` with the next word that belongs to it.
    fn join(&self, start: usize, end: usize, headed: bool) -> Option<usize> {
        let (last, text) = (end - 1, self.words.text(end));
        if !self.range.contains(&end) {
            return None;
        }
        if self.is_name(end) {
            return Some(end + 1);
        }
        let touches = self.words.touches(last) && self.words.touches(end);
        match text {
            "." => {
                let short =
                    self.words.is_initial(last) || matches!(self.words.text(last), "St" | "Mt" | "Ft" | "Jr" | "Md");
                (short && self.words.touches(last) && self.is_name(end + 1)).then_some(end + 2)
            }
            "&" => self.is_name(end + 1).then_some(end + 2),
            "'s" | "’s" => {
                let owner = matches!(self.words.text(last), "People" | "Women" | "Men" | "Children" | "King" | "Queen");
                (owner && self.is_name(end + 1)).then_some(end + 2)
            }
            "'" | "’" => {
                let owners = self.words.text(last).ends_with('s') && !self.words.has(last, Tags::PLACE);
                (owners && self.is_name(end + 1) && self.headed_within(end + 1)).then_some(end + 2)
            }
            _ if self.words.is_hyphen(end) && touches => self.join_hyphen(start, end),
            "of" | "for" if headed => self.join_after(end),
            "on" | "against" if headed && !self.words.has(last, Tags::SITE) => {
                self.join_after(end).filter(|next| !self.words.has(next - 1, Tags::KNOWN))
            }
            "and" => self.join_and(start, end),
            "," => self.join_comma(start, end),
            _ if self.words.has(end, Tags::PARTICLE) => {
                let after =
                    (end..end + 3).find(|at| !self.words.has(*at, Tags::PARTICLE) && !self.words.is_hyphen(*at));
                after.filter(|after| self.is_name(*after)).map(|after| after + 1)
            }
            _ => None,
        }
    }

    /// `Al-Qaeda`, `Tehrik-i-Taliban`, `IS-K`, `Covid-19`, `Park Chan-wook`; not `Taliban-led`, `Afghanistan-Pakistan`.
    fn join_hyphen(&self, start: usize, hyphen: usize) -> Option<usize> {
        let (last, next) = (hyphen - 1, hyphen + 1);
        if self.is_name(next) {
            let apart = |at| self.words.has(at, Tags::PLACE | Tags::PEOPLE) && !self.words.has(at, Tags::SITE);
            let pair = apart(last) && (apart(next) || self.words.seen(next).capital > 1);
            let named = (next..next + 5).take_while(|at| self.is_name(*at)).any(|at| self.words.has(at, Tags::HEAD));
            return (!pair || named).then_some(next + 1);
        }
        match self.words.shape(next) {
            Shape::Number => Some(next + 1),
            Shape::Lower if self.words.has(next, Tags::PARTICLE) || self.words.text(next).len() <= 2 => {
                (self.words.is_hyphen(next + 1) && self.is_name(next + 2)).then_some(next + 3)
            }
            Shape::Lower => {
                let text = self.words.text(next);
                let common = self.words.has(next, Tags::PLAIN) || text.ends_with("ed") || text.ends_with("ing");
                let personal = last > start && !self.words.has(last, Tags::KNOWN | Tags::HEAD) && text.len() < 7;
                (personal && !common).then_some(next + 1)
            }
            _ => None,
        }
    }

    /// `of the Interior`: the end of the first name word after a preposition and an article.
    fn join_after(&self, preposition: usize) -> Option<usize> {
        let article = usize::from(matches!(self.words.text(preposition + 1), "the" | "la" | "al"));
        let next = preposition + 1 + article;
        let title = self.words.has(next, Tags::TITLE) && !self.words.has(next, Tags::SUBJECT);
        (self.is_name(next) && !title).then(|| next + self.words.phrase(next, self.range.end, Tags::KNOWN).max(1))
    }

    /// `Ministry of Haj and Religious Affairs`, `Securities and Exchange Commission`; not `India and Pakistan`.
    fn join_and(&self, start: usize, and: usize) -> Option<usize> {
        if !self.is_name(and + 1) || self.words.has(and + 1, Tags::KNOWN | Tags::TITLE) {
            return None;
        }
        let listing = self.lists_subjects(start, and);
        let after = (and + 1..and + 7).take_while(|at| self.is_name(*at));
        let heads =
            after.clone().any(|at| self.words.has(at, Tags::ORGANIZATION) && !self.words.has(at, Tags::SUBJECT));
        if listing {
            return (!heads).then_some(and + 2);
        }
        let topic = (start..and).all(|at| self.words.has(at, Tags::SUBJECT) || looks_common(self.words.text(at)));
        let follows = after.clone().any(|at| self.words.has(at, Tags::HEAD | Tags::TITLE));
        (topic && follows).then_some(and + 2)
    }

    /// `Ministry of Gender, Labour and Social Development`.
    fn join_comma(&self, start: usize, comma: usize) -> Option<usize> {
        let subject =
            |at| self.words.has(at, Tags::SUBJECT) && self.is_name(at) && !self.words.has(at + 1, Tags::TITLE);
        (subject(comma - 1) && subject(comma + 1) && self.lists_subjects(start, comma)).then_some(comma + 2)
    }

    /// Has the name before `end` come to what its ministry or bureau is for?
    fn lists_subjects(&self, start: usize, end: usize) -> bool {
        let of = (start..end).rev().take(8).find(|at| matches!(self.words.text(*at), "of" | "for" | "on"));
        of.is_some_and(|of| (start..of).any(|at| self.words.has(at, Tags::ORGANIZATION | Tags::WORK)))
    }

    fn headed_within(&self, at: usize) -> bool {
        (at..at + 4).take_while(|at| self.is_name(*at)).any(|at| self.words.has(at, Tags::ORGANIZATION))
    }

    /// Cuts a stretch where a title stands in it, and keeps what is a name: `US President Anna Berg` has two.
    fn divide(&mut self, stretch: Range<usize>) {
        let mut start = stretch.start;
        for at in stretch.clone() {
            if at >= start && self.is_title(at, &stretch) {
                let mut end = at;
                while end > start && self.is_aside(end - 1) {
                    end -= 1;
                }
                self.keep(start..end);
                start = at + 1;
            }
        }
        if self.is_office(start) {
            while start < stretch.end && (self.is_aside(start) || !self.is_name(start)) {
                start += 1;
            }
        }
        self.keep(start..stretch.end);
    }

    /// Is it a title, no part of the name beside it? Not so in `General Assembly` and `Prince Edward Island`.
    fn is_title(&self, at: usize, stretch: &Range<usize>) -> bool {
        let inner = stretch.start < at && matches!(self.words.text(at - 1), "of" | "for" | "and" | "the");
        if !self.words.has(at, Tags::TITLE) || (inner && self.words.has(at, Tags::SUBJECT)) {
            return false;
        }
        let next = at + 1;
        let heads = stretch.contains(&next) && self.words.has(next, Tags::HEAD) && !self.words.has(next, Tags::GIVEN);
        let owned = matches!(self.words.text(next), "'" | "’" | "of" | "for");
        !heads && !(owned && stretch.contains(&next))
    }

    /// Does the rest of a title's own words begin here? `State` in `Secretary of State Anna Berg` does.
    fn is_office(&self, at: usize) -> bool {
        let article = usize::from(at > 0 && self.words.text(at - 1) == "the");
        let of = at.checked_sub(1 + article).filter(|of| *of > self.range.start && self.words.text(*of) == "of");
        of.is_some_and(|of| self.words.has(of - 1, Tags::TITLE) && self.words.has(at, Tags::SUBJECT))
    }

    /// Words between a name and a title that belong to the title: `Prime`, `Foreign`, `Home Affairs and Justice`.
    fn is_aside(&self, at: usize) -> bool {
        self.words.has(at, Tags::SUBJECT | Tags::TITLE) || matches!(self.words.text(at), "and" | "&" | "-" | "." | "of")
    }

    /// Keeps the stretch if it is a name: `Kenyan Anna Berg` is two, `Ministry` alone is none.
    fn keep(&mut self, mut part: Range<usize>) {
        while !part.is_empty() && !self.is_name(part.end - 1) && !self.is_tail(part.end - 1) {
            part.end -= 1;
        }
        while !part.is_empty() && !self.is_name(part.start) && !self.words.has(part.start, Tags::PARTICLE) {
            part.start += 1;
        }
        if part.is_empty() {
            return;
        }
        let upper = self.words.shape(part.start) == Shape::Upper && !self.words.is_initial(part.start);
        let known = self.words.phrase(part.start, part.end, Tags::KNOWN).max(usize::from(upper));
        let rest = part.start + known;
        let person = self.words.has(rest, Tags::GIVEN) && !self.words.has(part.start, Tags::GIVEN);
        if known > 0 && part.len() > known + 1 && person && !self.headed_within(rest) {
            self.push(part.start..rest);
            self.push(rest..part.end);
        } else if !self.is_vague(&part) {
            self.push(part);
        }
    }

    /// May a name end with this token, though it is no name word? `wook` of `Chan-wook` and `19` of `Covid-19` may.
    fn is_tail(&self, at: usize) -> bool {
        self.words.is_hyphen(at.saturating_sub(1)) || self.words.text(at) == "."
    }

    /// Is it a word that stands for many things? `Ministry`, `President` and `Health` are; `Congress` is not.
    fn is_vague(&self, part: &Range<usize>) -> bool {
        let tags = self.words.tags(part.start);
        let vague =
            tags.any(Tags::HEAD | Tags::SUBJECT | Tags::OPENER | Tags::TITLE) && !tags.any(Tags::KNOWN | Tags::GIVEN);
        let seen = self.words.seen(part.start);
        let common = !tags.any(Tags::KNOWN | Tags::GIVEN)
            && self.words.shape(part.start) == Shape::Title
            && (seen.small > seen.capital || (seen.small > 0 && looks_common(self.words.text(part.start))));
        let money = matches!(self.words.text(part.end), "$" | "€" | "£");
        part.len() == 1 && (vague || common || money || self.words.text(part.start).chars().count() < 2)
    }

    fn push(&mut self, tokens: Range<usize>) {
        let ends = self.words.token(tokens.start).zip(self.words.token(tokens.end - 1));
        if let Some((first, last)) = ends {
            let key = self.words.key(tokens.clone());
            self.mentions.push(Mention { sentence: self.sentence, span: first.span.join(last.span), key, tokens });
        }
    }
}

/// Does the word look like one of the dictionary? `Nationwide`, `Heavily` and `Farming` do; `Kato` does not.
fn looks_common(word: &str) -> bool {
    let ends = [
        "ly", "ing", "ed", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ure", "ics", "ive", "ous", "able",
        "ers", "ies", "ism", "ists", "ings", "ments", "tions", "ial", "ful", "wide", "ship",
    ];
    ends.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}
