//! How much of the story a sentence carries: a sum of parts that a reader can check.

pub mod form;
mod log;
mod weights;

use crate::{
    figure::{Figure, FigureKind},
    found::Found,
    options::Focus,
    sentence::Sentence,
    story::Story,
    token::Shape,
    words::Words,
};
pub use form::Form;
use form::{Kind, Opening};
use log::log2;
pub use weights::Weights;

/// A sentence of fewer words loses points.
const SHORT: usize = 12;

/// Why a sentence earns or loses points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It names names.
    Entities,
    /// It gives figures.
    Figures,
    /// It stands early.
    Position,
    /// Its words recur in the rest of the story.
    Recurrence,
    /// It shares words with the headline.
    Headline,
    /// It is very short.
    Length,
    /// It is all quotation.
    Quotation,
    /// It is no statement, or cut off.
    Form,
    /// Its opening needs the sentence before.
    PointsBack,
    /// It adds names and figures that the other picks do not have.
    NewFacts,
    /// It says what the other picks say.
    Repeats,
}

impl Reason {
    const ALL: [Self; 11] = [
        Self::Entities,
        Self::Figures,
        Self::Position,
        Self::Recurrence,
        Self::Headline,
        Self::Length,
        Self::Quotation,
        Self::Form,
        Self::PointsBack,
        Self::NewFacts,
        Self::Repeats,
    ];

    /// Its name in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Figures => "figures",
            Self::Position => "position",
            Self::Recurrence => "recurrence",
            Self::Headline => "headline",
            Self::Length => "length",
            Self::Quotation => "quotation",
            Self::Form => "form",
            Self::PointsBack => "points-back",
            Self::NewFacts => "new-facts",
            Self::Repeats => "repeats",
        }
    }
}

/// The points of one sentence, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    points: [i32; Reason::ALL.len()],
}

impl Score {
    /// The same score with `points` for `reason`.
    #[must_use]
    pub fn with(mut self, reason: Reason, points: i32) -> Self {
        self.points[reason as usize] = points;
        self
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
pub fn rate(found: &Found<'_>, headline: Option<&str>, focus: Focus, weights: &Weights) -> Vec<Score> {
    let Found { story, words, forms, entities, figures } = found;
    let headline = words.shared_with(headline.unwrap_or_default());
    let names =
        counts(story, entities.iter().flat_map(|entity| &entity.mentions).map(|mention| story.sentence_at(*mention)));
    let telling = figures.iter().filter(|figure| figure.kind != FigureKind::Ordinal);
    let numbers = counts(story, telling.map(|figure| Some(figure.sentence as usize)));
    // A figure that nobody answers for is a card where nothing tells more, and so is an age; no sentence is chosen for it.
    let telling = |figure: &&Figure| {
        figure.rank == Some(1) && !figure.label.is_empty() && figure.source.is_some() && figure.kind != FigureKind::Age
    };
    let key = figures.iter().find(telling).map(|figure| figure.sentence as usize);
    let (mut name, mut figure) = (weights.entities, weights.figures);
    match focus {
        Focus::Balanced => {}
        Focus::Names => name += weights.focus,
        Focus::Figures => figure += weights.focus,
    }
    let lede = forms.iter().position(|form| form.kind == Kind::Statement);
    let rate = |((index, sentence), form): ((usize, &Sentence), &Form)| {
        let length = length(story, sentence);
        let density = |count: i32| count.saturating_mul(10) / length.max(10) as i32;
        let own = words.in_sentence(index);
        let key_figure = if key == Some(index) { weights.key_figure } else { 0 };
        let lede = if lede == Some(index) { weights.lede } else { 0 };
        let shared = crate::words::shared(own, &headline) as i32;
        Score::default()
            .with(Reason::Entities, density(names[index] * name))
            .with(Reason::Figures, density(numbers[index] * figure) + key_figure)
            .with(Reason::Position, position(weights.position, index, story.sentences.len()) + lede)
            .with(Reason::Recurrence, recurrence(weights, words, own))
            .with(Reason::Headline, shared * weights.headline)
            .with(Reason::Length, SHORT.saturating_sub(length) as i32 * weights.brevity)
            .with(Reason::Quotation, if form.kind == Kind::Quotation { weights.quotation } else { 0 })
            .with(Reason::Form, if matches!(form.kind, Kind::Unfinished | Kind::Other) { weights.form } else { 0 })
            .with(Reason::PointsBack, if form.opening == Opening::Own { 0 } else { weights.points_back })
    };
    story.sentences.iter().enumerate().zip(*forms).map(rate).collect()
}

/// How many words and numbers a sentence has.
pub fn length(story: &Story<'_>, sentence: &Sentence) -> usize {
    story.tokens_of(sentence).iter().filter(|token| !matches!(token.shape, Shape::Mark | Shape::Clitic)).count()
}

/// How often each sentence is hit.
fn counts(story: &Story<'_>, hits: impl Iterator<Item = Option<usize>>) -> Vec<i32> {
    let mut counts = vec![0; story.sentences.len()];
    for hit in hits.flatten() {
        counts[hit] += 1;
    }
    counts
}

fn position(weight: i32, index: usize, count: usize) -> i32 {
    let depth = weight * log2(index as u32 + 1) / log2(count as u32 + 1).max(1);
    weight - depth
}

/// The logarithm of how many other sentences have a word, summed over the sentence's words, and its mean.
fn recurrence(weights: &Weights, words: &Words, own: &[u32]) -> i32 {
    let sum: i32 = own.iter().map(|word| log2(words.spread(*word))).sum();
    let mean = sum / own.len().max(1) as i32;
    (sum * weights.recurrence_sum + mean * weights.recurrence_mean) / log2(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_figures_are_always_among_the_parts() {
        let score = Score::default().with(Reason::Position, 7);
        let parts: Vec<(&str, i32)> = score.parts().map(|(reason, points)| (reason.name(), points)).collect();
        assert_eq!(parts, [("entities", 0), ("figures", 0), ("position", 7)]);
    }

    #[test]
    fn each_doubling_of_the_distance_costs_the_same() {
        let points = [0, 1, 3, 7, 15].map(|index| position(1000, index, 15));
        assert_eq!(points, [1000, 750, 500, 250, 0]);
        assert_eq!(position(1000, 0, 1), 1000);
    }
}
