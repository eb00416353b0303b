//! Whom the pronoun at the start of a sentence means.

use crate::{
    entity::{Entity, EntityKind},
    select::Antecedent,
    span::Span,
    story::Story,
    token::Shape,
};

/// How many sentences back a pronoun is followed; farther away a name would be given again.
const REACH: usize = 3;

/// The person whom `He`, `She`, `His` or `Her` at the start of the sentence means: of the nearest sentence before
/// that names a person, the first one, who is its subject more often than not.
pub fn find(story: &Story<'_>, entities: &[Entity], sentence: usize) -> Option<Antecedent> {
    let tokens = story.tokens_of(story.sentences.get(sentence)?);
    let first = tokens.iter().find(|token| token.shape != Shape::Mark)?;
    if !["He", "She", "His", "Her"].contains(&story.slice(first.span)) {
        return None;
    }
    (sentence.saturating_sub(REACH)..sentence)
        .rev()
        .find_map(|before| first_person(entities, story.sentences[before].span))
}

fn first_person(entities: &[Entity], sentence: Span) -> Option<Antecedent> {
    let people = entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
    let mentions = people.filter_map(|(index, entity)| {
        let at = entity.mentions.partition_point(|mention| mention.start < sentence.start);
        let span = *entity.mentions.get(at).filter(|mention| sentence.contains(**mention))?;
        Some(Antecedent { entity: index as u32, span })
    });
    mentions.min_by_key(|antecedent| antecedent.span)
}
