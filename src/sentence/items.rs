//! Lists that run on in one line: `1. Boil the water 2. Add the rice`.

use super::line::Line;

/// Finds where the items of such a list begin.
pub struct Items<'a> {
    line: Line<'a>,
    /// The list that is running: what its items are told by.
    list: Option<List<'a>>,
}

/// `1.` and `1)` begin lists of different kinds.
struct List<'a> {
    /// The mark behind the number.
    mark: &'a str,
    first: u32,
    /// The number of the item to come.
    next: u32,
}

/// Letters count from here.
const LETTERS: u32 = b'a' as u32;

impl<'a> Items<'a> {
    pub fn new(line: Line<'a>) -> Self {
        Self { line, list: None }
    }

    /// Takes note of a sentence that begins at `at`: with a first item, `1.`, `1)`, `1.)`, `a.` or `a)`, a list begins.
    pub fn sentence_begins(&mut self, at: usize) {
        let begins = |first| self.mark_behind(at, first).map(|mark| List { mark, first, next: first + 1 });
        self.list = [1, LETTERS].into_iter().find_map(begins).or(self.list.take());
    }

    /// Does an item begin at token `at`? A bullet begins one, and so does the next number of a list that has begun;
    /// `in chapter 2. Later` does not, for lack of a first item, nor does a number out of turn.
    pub fn begins(&mut self, at: usize) -> bool {
        if matches!(self.line.token(at), "•" | "‣" | "⁃" | "◦" | "▪" | "●") {
            return true;
        }
        let mark_behind = |list: &List<'a>, number| self.mark_behind(at, number) == Some(list.mark);
        match self.list.as_ref() {
            Some(list) if mark_behind(list, list.next) => {
                self.list = Some(List { next: list.next + 1, ..*list });
                true
            }
            Some(list) => mark_behind(list, list.first),
            None => false,
        }
    }

    /// The mark behind `number` at token `at`, if a word follows; behind a full stop it is a capitalized one.
    fn mark_behind(&self, at: usize, number: u32) -> Option<&'a str> {
        let label = self.line.token(at);
        let is_letter = label.len() == 1 && label.bytes().all(|letter| u32::from(letter) == number);
        let is_number = number < LETTERS && label.parse() == Ok(number);
        let mark = self.line.token(at + 1);
        let is_item = match (mark, self.line.token(at + 2)) {
            (")", _) | (".", ")") => true,
            (".", _) => self.line.shape(at + 2).is_capitalized(),
            _ => false,
        };
        ((is_letter || is_number) && is_item).then_some(mark)
    }
}
