//! What training needs of the core: the tagger's view of a text, and its answers with other weights.

pub use super::kind::KINDS;
pub use super::model::{LABELS, Model, OUTSIDE, ROWS, begins, may_follow};
use super::{Entity, find_with, mention::stretches, words::Words};
use crate::{options::Extent, span::Span, stages::Reading, steps::at_once};

/// Tokens that are labeled together, each with its features.
pub type Sequence = Vec<(Span, Vec<u32>)>;

/// Everything in `text` that the tagger would label.
pub fn sequences(text: &str) -> Vec<Sequence> {
    let reading = Reading::of(text, Extent::Whole);
    let story = reading.story();
    let words = Words::survey(&story, &[]);
    let features = |stretch: super::mention::Stretch<'_>| {
        let tokens = stretch.tokens.clone().zip(&story.tokens[stretch.tokens.clone()]);
        tokens
            .map(|(at, token)| {
                let mut features = Vec::new();
                stretch.window.features(at, |feature| features.push(feature));
                (token.span, features)
            })
            .collect()
    };
    stretches(&words).map(features).collect()
}

/// The entities of `text`, all of which is story, by the weights of `model`.
pub fn entities(text: &str, model: &Model) -> Vec<Entity> {
    at_once(find_with(&Reading::of(text, Extent::Whole).story(), &[], model))
}
