//! The tokens of a block, as all that cuts it asks for them.

use crate::token::{Shape, Token};

/// The tokens of a block in its text.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

impl<'a> Line<'a> {
    /// The text of the token at `at`, nothing past the block.
    pub fn token(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The shape of the token at `at`, a mark's past the block.
    pub fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::Mark, |token| token.shape)
    }

    /// Whether white space stands before the token at `at`.
    pub fn is_spaced(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(at)).is_some_and(|(before, token)| before.span.end < token.span.start)
    }
}
