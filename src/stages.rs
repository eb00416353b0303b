//! The stages one by one, for training and timing.

use crate::{
    Figure, article,
    article::Article,
    entity::{self, Entity},
    figure,
    found::Found,
    options::{Budget, Extent, Options},
    score::{self, Form, form},
    select,
    sentence::{self, Sentence},
    steps::at_once,
    story::Story,
    token::{self, Token},
    words::Words,
};
pub use score::Weights;

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

    /// Names, none of them in an amount.
    pub fn entities(&self, figures: &[Figure]) -> Vec<Entity> {
        at_once(entity::find(&self.story(), figures))
    }

    /// Quantities and dates.
    pub fn figures(&self) -> Vec<Figure> {
        at_once(figure::find(&self.story(), None))
    }

    pub(crate) fn story(&self) -> Story<'_> {
        Story { text: self.text, blocks: &self.article.blocks, tokens: &self.tokens, sentences: &self.sentences }
    }
}

/// A story that is read once, to be ranked with many weights.
pub struct Ranking<'t> {
    reading: Reading<'t>,
    entities: Vec<Entity>,
    figures: Vec<Figure>,
    words: Words,
    forms: Vec<Form>,
    headline: Option<&'t str>,
}

impl<'t> Ranking<'t> {
    /// Reads `text`, whose headline may stand in it or not.
    pub fn of(text: &'t str, headline: Option<&'t str>) -> Self {
        let reading = Reading::of(text, Extent::Article);
        let (figures, words) = (reading.figures(), Words::of(&reading.story()));
        let entities = reading.entities(&figures);
        let forms = form::of(&reading.story());
        let headline = headline.or(reading.article.title.map(|title| title.of(text)));
        Self { reading, entities, figures, words, forms, headline }
    }

    /// The story's sentences.
    pub fn sentences(&self) -> impl Iterator<Item = &'t str> {
        self.reading.sentences.iter().map(|sentence| sentence.span.of(self.reading.text))
    }

    /// The indices of the sentences that these weights pick, in reading order.
    pub fn picks(&self, budget: Budget, weights: &Weights) -> Vec<usize> {
        let story = self.reading.story();
        let options = Options { budget, ..Options::default() };
        let Self { words, forms, entities, figures, .. } = self;
        let found = Found { story, words, forms, entities, figures };
        let scores = score::rate(&found, self.headline, options.focus, weights);
        let picks = select::choose(&found, &scores, &options, weights);
        picks.iter().map(|pick| pick.sentence as usize).collect()
    }
}
