//! The stages one by one, for training and timing.

use crate::{
    Figure, article,
    article::Article,
    entity::{self, Entity},
    figure,
    options::{Extent, Options},
    sentence::{self, Sentence},
    story::Story,
    token::{self, Token},
};

/// A text after the reading stages.
pub struct Reading<'t> {
    text: &'t str,
    article: Article,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl<'t> Reading<'t> {
    /// Reads `text`.
    pub fn of(text: &'t str, extent: Extent) -> Self {
        let article = article::read(text, &Options { extent, ..Options::default() });
        let tokens = token::scan(text, &article.blocks);
        let sentences = sentence::split(text, &article.blocks, &tokens);
        Self { text, article, tokens, sentences }
    }

    /// How many tokens the story has.
    pub fn tokens(&self) -> usize {
        self.tokens.len()
    }

    /// Names.
    pub fn entities(&self) -> Vec<Entity> {
        entity::find(&self.story())
    }

    /// Quantities and dates.
    pub fn figures(&self) -> Vec<Figure> {
        figure::find(&self.story(), None)
    }

    pub(crate) fn story(&self) -> Story<'_> {
        Story { text: self.text, blocks: &self.article.blocks, tokens: &self.tokens, sentences: &self.sentences }
    }
}
