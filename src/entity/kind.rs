//! What a name is, by what the model says of all its mentions.

use super::EntityKind;

/// The kinds that the model tells apart, in the order of its labels; an event is one of the others by the head of its name.
pub const KINDS: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Organization, EntityKind::Location, EntityKind::Group, EntityKind::Other];

/// Points for each kind; those of all mentions of a name are added.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes([i32; 6]);

impl Votes {
    /// Adds points for one kind.
    pub fn add(&mut self, kind: EntityKind, points: i32) {
        if let Some(sum) = self.0.get_mut(kind as usize) {
            *sum += points;
        }
    }

    /// Adds the points of another mention of the same name.
    pub fn merge(&mut self, other: Self) {
        for (sum, points) in self.0.iter_mut().zip(other.0) {
            *sum += points;
        }
    }

    /// The kind with the most points, the first of them where several have as many.
    pub fn kind(self) -> EntityKind {
        let points = |kind: &EntityKind| self.0.get(*kind as usize).copied().unwrap_or_default();
        KINDS.into_iter().rev().max_by_key(points).unwrap_or(EntityKind::Other)
    }
}
