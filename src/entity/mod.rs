//! Who and what the story is about: mentions of names, gathered under one name each.

use crate::{span::Span, story::Story};

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

/// Finds the entities of the story, the most salient first.
pub fn find(story: &Story<'_>) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for sentence in story.sentences {
        for token in story.tokens_of(sentence).iter().skip(1).filter(|token| token.shape.is_capitalized()) {
            let name = story.slice(token.span);
            match entities.iter_mut().find(|entity| story.slice(entity.name) == name) {
                Some(entity) => entity.mentions.push(token.span),
                None => entities.push(Entity {
                    name: token.span,
                    kind: EntityKind::Other,
                    short: None,
                    mentions: vec![token.span],
                }),
            }
        }
    }
    entities
}
