//! Which names come first.

use std::cmp::Reverse;

use super::Entity;
use crate::{span::Span, story::Story};

/// What a mention counts.
const MENTION: u32 = 2;

/// What it counts that the story names someone in its first sentence, or in the next two.
const FIRST: u32 = 4;
const EARLY: u32 = 2;

/// What a mention in a picked sentence takes off: whoever reads that sentence knows the name already.
const TOLD: u32 = 6;

/// Sorts by how much the story is about each beyond what the picked sentences tell, then by how much it is in all; of
/// equals the first stays the first.
pub fn rank(story: &Story<'_>, entities: &mut [Entity], picked: &[Span]) {
    entities.sort_by_cached_key(|entity| {
        let first = entity.mentions.first().copied().unwrap_or_default();
        let early = match story.sentence_at(first) {
            Some(0) => FIRST,
            Some(1 | 2) => EARLY,
            _ => 0,
        };
        let shown = entity.mentions.iter().filter(|mention| picked.iter().any(|pick| pick.contains(**mention))).count();
        let points = MENTION * entity.mentions.len() as u32 + early;
        let left = points.saturating_sub(TOLD * shown as u32);
        Reverse((left, points))
    });
}
