//! Whom the pronoun at the start of a sentence means.

use crate::{
    entity::{Entity, EntityKind},
    score::form::stem,
    span::Span,
    story::Story,
    token::Shape,
};

/// How many sentences back a pronoun is followed; farther away a name would be given again.
const REACH: usize = 3;

/// For each sentence the person whom `He`, `She`, `His` or `Her` at its start means: of the nearest sentence before
/// that names a person, the first one, who is its subject more often than not.
pub fn find(story: &Story<'_>, entities: &[Entity]) -> Vec<Option<Span>> {
    let mut people: Vec<Option<Span>> = vec![None; story.sentences.len()];
    for entity in entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        for mention in &entity.mentions {
            if let Some(first) = story.sentence_at(*mention).and_then(|index| people.get_mut(index)) {
                *first = Some(first.map_or(*mention, |first| first.min(*mention)));
            }
        }
    }
    let find = |index: usize| {
        let first = story.tokens_of(&story.sentences[index]).iter().find(|token| token.shape != Shape::Mark)?;
        let is_pronoun = ["He", "She", "His", "Her"].contains(&stem(story.slice(first.span)));
        is_pronoun.then(|| people[..index].iter().rev().take(REACH).find_map(|person| *person))?
    };
    (0..people.len()).map(find).collect()
}
