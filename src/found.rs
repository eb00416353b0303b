//! What the reading stages found, as scoring and choosing weigh it.

use crate::{entity::Entity, figure::Figure, score::Form, story::Story, words::Words};

/// A story with all that counts for or against its sentences.
pub struct Found<'a> {
    /// The story.
    pub story: Story<'a>,
    /// The content words of each sentence.
    pub words: &'a Words,
    /// The form of each sentence.
    pub forms: &'a [Form],
    /// Its names.
    pub entities: &'a [Entity],
    /// Its quantities and dates.
    pub figures: &'a [Figure],
}
