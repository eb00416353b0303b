//! Lists that run on in one line: `1. Boil the water 2. Add the rice`.

use crate::token::{Shape, Token};

/// Finds where the items of such a list begin.
pub struct Items<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The list that the block begins with: the mark behind its numbers, and the number of the item to come.
    list: Option<(&'a str, u32)>,
}

impl<'a> Items<'a> {
    /// Reads whether the block begins with the first item of a list: `1.`, `1)`, `1.)`, `a.` or `a)`.
    pub fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let mut items = Self { text, tokens, list: None };
        items.list = [u32::from(b'a'), 1].into_iter().find_map(|first| Some((items.label(0, first)?, first + 1)));
        items
    }

    /// Does an item begin at token `at`? A bullet begins one, and so does the next number of the list that the block
    /// begins with; `in chapter 2. Later` does not, for lack of a first item, nor does a number out of turn.
    pub fn begins(&mut self, at: usize) -> bool {
        if matches!(self.token(at), "•" | "‣" | "⁃" | "◦" | "▪" | "●") {
            return true;
        }
        match self.list {
            Some((mark, number)) if self.label(at, number) == Some(mark) => {
                self.list = Some((mark, number + 1));
                true
            }
            _ => false,
        }
    }

    /// The mark behind `number` at token `at` if a capitalized word follows. Letters count from `a`.
    fn label(&self, at: usize, number: u32) -> Option<&'a str> {
        let label = self.token(at);
        let is_letter =
            label.len() == 1 && label.bytes().all(|letter| u32::from(letter) == number && letter.is_ascii_lowercase());
        let is_number = number < u32::from(b'a') && label.len() < 3 && label.parse() == Ok(number);
        let mark = self.token(at + 1);
        let word = if mark == "." && self.token(at + 2) == ")" { at + 3 } else { at + 2 };
        let is_item = self
            .tokens
            .get(word)
            .is_some_and(|token| token.shape.is_capitalized() || token.shape == Shape::Alphanumeric);
        ((is_letter || is_number) && matches!(mark, "." | ")") && is_item).then_some(mark)
    }

    fn token(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }
}
