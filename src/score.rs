//! How much of the story a sentence carries: a sum of parts that a reader can check.

use crate::{entity::Entity, figure::Figure, options::Focus, story::Story};

/// Why a sentence earns or loses points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It names who the story is about.
    Entities,
    /// It gives figures.
    Figures,
    /// It stands early.
    Position,
}

impl Reason {
    const ALL: [Self; 3] = [Self::Entities, Self::Figures, Self::Position];

    /// Its name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Figures => "figures",
            Self::Position => "position",
        }
    }
}

/// The points of one sentence, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    points: [i32; Reason::ALL.len()],
}

impl Score {
    /// Adds points for `reason`.
    pub fn add(&mut self, reason: Reason, points: i32) {
        self.points[reason as usize] += points;
    }

    /// The parts: `entities` and `figures` always, the others where they have points.
    pub fn parts(&self) -> impl Iterator<Item = (Reason, i32)> {
        let always = |reason| matches!(reason, Reason::Entities | Reason::Figures);
        Reason::ALL.into_iter().zip(self.points).filter(move |&(reason, points)| points != 0 || always(reason))
    }

    /// The sum of the parts; it is never stored.
    pub fn total(&self) -> i32 {
        self.points.iter().sum()
    }
}

/// Scores every sentence of the story by itself.
pub fn rate(
    story: &Story<'_>,
    headline: Option<&str>,
    entities: &[Entity],
    figures: &[Figure],
    focus: Focus,
) -> Vec<Score> {
    let _ = (headline, entities, figures, focus);
    let rate = |index: usize| {
        let mut score = Score::default();
        score.add(Reason::Position, 1000 / (index as i32 + 1));
        score
    };
    (0..story.sentences.len()).map(rate).collect()
}
