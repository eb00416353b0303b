//! Who and what the story is about: mentions of names, gathered under one name each.

mod clues;
mod cue;
mod features;
mod gather;
mod kind;
mod lexicon;
mod mention;
mod model;
mod rank;
mod window;
mod words;

#[cfg(feature = "stages")]
pub mod fit;

use crate::{figure::Figure, span::Span, steps::rest, story::Story};
pub use rank::rank;

/// Someone or something with a name, and every place where the story names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The mention that names it best.
    pub name: Span,
    /// What it is.
    pub kind: EntityKind,
    /// The short form that the story itself gives, such as `TTP`.
    pub short: Option<Span>,
    /// Where it is named, in the order of the text.
    pub mentions: Vec<Span>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, agency, party or armed group.
    Organization,
    /// A country, town, region or building.
    Location,
    /// A nationality, religion or people.
    Group,
    /// An event with a name.
    Event,
    /// A law, agreement, product or work.
    Other,
}

/// Finds the entities of the story, in the order of their first mention.
///
/// Two steps, each a room: where names stand and what each is taken for, and which are one.
pub fn find(story: &Story<'_>, figures: &[Figure]) -> impl Future<Output = Vec<Entity>> {
    find_with(story, figures, &model::MODEL)
}

async fn find_with(story: &Story<'_>, figures: &[Figure], model: &model::Model) -> Vec<Entity> {
    let words = words::Words::survey(story, figures);
    rest().await;
    let mentions = mention::find(&words, model).await;
    rest().await;
    gather::gather(&words, &mentions)
}
