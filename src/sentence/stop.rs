//! A place where a sentence may end, and what can be seen from there.

use super::{line::Line, words::List};
use crate::{
    article::is_stop,
    token::{Shape, Token},
};

/// Marks that close a quotation or a bracket.
const CLOSERS: &str = ")]}”’」』）】》〉\"'";

/// Marks that may stand before a sentence's first word.
const OPENERS: &str = "([“‘„«‹»\"'¿¡-–—…*";

/// How many of them are looked over: `— [“`.
const MOST_OPENERS: usize = 4;

/// How many tokens a reference like `[1 – 3]` has at most.
const LONGEST_REFERENCE: usize = 7;

/// One or more marks that may end a sentence, with the quotation marks and brackets that close behind them.
pub struct Stop<'a> {
    pub line: Line<'a>,
    /// The first token of the sentence.
    pub first: usize,
    /// The first of the marks.
    pub mark: usize,
    /// The token after the last of the marks.
    closers: usize,
    /// What the marks say together.
    pub kind: Mark,
    /// The token after all that belongs to the sentence if it ends here; never past the block.
    pub end: usize,
}

/// What the marks of a stop say together; each kind drowns those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A single full stop, which also abbreviates.
    Period,
    /// `...`, `…`, `. . .`.
    Ellipsis,
    /// `!`, `?` and whatever stands with them, `?!`.
    Loud,
    /// `。`, `।`, `؟`: marks that do nothing but end sentences.
    Certain,
}

impl<'a> Stop<'a> {
    /// The stop whose marks begin at token `mark` of a sentence that begins at `first`, if one does.
    pub fn at(line: Line<'a>, first: usize, mark: usize) -> Option<Self> {
        line.tokens.get(mark).filter(|token| token.shape == Shape::Mark)?;
        let mut stop = Self { line, first, mark, closers: mark + 1, end: mark + 1, kind: Mark::Period };
        let smile = || stop.smile(mark).map(|_| Mark::Loud);
        stop.kind =
            mark_of(stop.line.token(mark)).or_else(|| national(stop.before(), stop.line.token(mark))).or_else(smile)?;
        while let Some(kind) = stop.next_mark() {
            // Two dots or more are an ellipsis, and a louder mark speaks for all.
            stop.kind = kind.max(stop.kind).max(Mark::Ellipsis);
            stop.end += 1;
        }
        stop.end += stop.smile(mark).unwrap_or(1) - 1;
        stop.closers = stop.end;
        while stop.closes(stop.end) {
            stop.end += 1;
        }
        stop.end += stop.smile(stop.end).unwrap_or_default();
        while let Some(end) = stop.reference(stop.end) {
            stop.end = end;
        }
        Some(stop)
    }

    /// What comes next, if it is one more mark of the same stop: `?!`, `...` and `. . .` are one stop each.
    fn next_mark(&self) -> Option<Mark> {
        let mark = self.line.token(self.end);
        mark_of(mark).filter(|_| !self.line.is_spaced(self.end) || mark == self.line.token(self.end - 1))
    }

    /// Does the token at `at` close a quotation or bracket that the sentence is in? `”` does, and `"` right after the
    /// stop; `“` does only where a space follows, as in German, and `»` there even after a space, as in French.
    fn closes(&self, at: usize) -> bool {
        match self.line.token(at) {
            "»" | "›" => self.line.is_spaced(at + 1),
            "“" | "‘" | "«" => !self.line.is_spaced(at) && self.line.is_spaced(at + 1),
            mark => !self.line.is_spaced(at) && is_one_of(CLOSERS, mark),
        }
    }

    /// How many tokens the smile at `at` takes, if one is there, between spaces: `:)`, `;-)`, `:P`.
    fn smile(&self, at: usize) -> Option<usize> {
        if !matches!(self.line.token(at), ":" | ";") || !self.line.is_spaced(at) {
            return None;
        }
        let mouth = at + 1 + usize::from(self.line.token(at + 1) == "-");
        let is_whole = (at + 1..=mouth).all(|part| !self.line.is_spaced(part));
        let is_last = self.line.is_spaced(mouth + 1) || mouth + 1 >= self.line.tokens.len();
        (is_whole && is_last && matches!(self.line.token(mouth), ")" | "(" | "D" | "P")).then_some(mouth + 1 - at)
    }

    /// The end of a reference that begins at `at`: `[12]`, `[1 – 3]`, or a number that was raised in print.
    /// `[sic]` is none.
    fn reference(&self, at: usize) -> Option<usize> {
        if self.line.shape(at) == Shape::Number {
            return self.is_raised(at).then_some(at + 1);
        }
        let inside = self.line.tokens.get(at + 1..)?.iter().take(LONGEST_REFERENCE);
        let is_part =
            |token: &&Token| token.shape == Shape::Number || matches!(token.span.of(self.line.text), "-" | "–" | ",");
        let close = at + 1 + inside.take_while(is_part).count();
        (self.line.token(at) == "[" && self.line.token(close) == "]").then_some(close + 1)
    }

    /// Was the number at `at` raised in print? It was in `the end.12 Then` and `the end. 12 The`; not in `No.5`,
    /// `3.12` and `The end. 12 people`.
    fn is_raised(&self, at: usize) -> bool {
        let follows_a_word = self.is_closed() || self.before().len() > 2 && !List::Numbered.has(self.before());
        let begins_nothing = || self.line.shape(at + 1).is_capitalized() && List::Starters.has(self.line.token(at + 1));
        self.kind == Mark::Period
            && self.line.token(at).len() < 4
            && follows_a_word
            && self.line.is_spaced(at + 1)
            && (!self.line.is_spaced(at) || begins_nothing())
    }

    /// Whether a question mark is among the marks.
    pub fn asks(&self) -> bool {
        (self.mark..self.closers).any(|at| self.line.token(at) == "?")
    }

    /// How many marks it has.
    pub fn marks(&self) -> usize {
        self.closers - self.mark
    }

    /// Whether a quotation mark or bracket closes behind the marks.
    pub fn is_closed(&self) -> bool {
        self.closers < self.end
    }

    /// The text of the token before the marks, nothing where the sentence begins with them.
    pub fn before(&self) -> &'a str {
        self.back(1)
    }

    /// The text of the `n`th token before the marks, nothing before the sentence.
    pub fn back(&self, n: usize) -> &'a str {
        self.mark.checked_sub(n).filter(|at| *at >= self.first).map_or("", |at| self.line.token(at))
    }

    /// The index of the next word or number, opening marks and dashes looked over; the block's end where none is.
    pub fn next(&self) -> usize {
        let mut ahead = self.end..self.end + MOST_OPENERS;
        ahead.find(|at| !is_one_of(OPENERS, self.line.token(*at))).unwrap_or(self.end)
    }

    /// The text of the next word or number.
    pub fn after(&self) -> &'a str {
        self.line.token(self.next())
    }
}

/// What a mark says by itself, if it can end a sentence.
fn mark_of(token: &str) -> Option<Mark> {
    match only(token)? {
        '.' => Some(Mark::Period),
        '…' | '‥' => Some(Mark::Ellipsis),
        '!' | '?' | '‽' | '‼' | '⁇' | '⁈' | '⁉' => Some(Mark::Loud),
        mark => is_stop(mark).then_some(Mark::Certain),
    }
}

/// What a mark says that ends sentences only in the alphabet of the word before it: an Armenian colon, a Greek semicolon.
fn national(word: &str, mark: &str) -> Option<Mark> {
    match (word.chars().next_back()?, mark) {
        ('Ա'..='և', ":") | ('Ͱ'..='Ͽ' | 'ἀ'..='῾', ";") => Some(Mark::Certain),
        _ => None,
    }
}

/// Is `token` one of `marks`? The end of a block, which has no text, is none.
fn is_one_of(marks: &str, token: &str) -> bool {
    only(token).is_some_and(|only| marks.chars().any(|mark| mark == only))
}

/// The letter of a token that has but one.
fn only(token: &str) -> Option<char> {
    let mut letters = token.chars();
    letters.next().filter(|_| letters.as_str().is_empty())
}
