//! Last stage: chooses the sentences that together carry the story in the space given.

mod antecedent;
mod facts;

use crate::{
    entity::Entity,
    figure::Figure,
    options::Options,
    score::{Reason, Score, length},
    span::Span,
    story::Story,
    words::{Words, likeness, shared},
};
use facts::Facts;

/// Points for each new fact in ten words. Raise it and a dense sentence beats an early one.
const NEW_FACT: i32 = 200;

/// Points for a sentence that has the very words of a pick; less alike, less lost.
const REPEATS: i32 = -1500;

/// Of ten words of a sentence, so many that a pick also has make it a repeat that is never chosen.
const SAME_WORDS: usize = 8;

/// A chosen sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The index of the sentence.
    pub sentence: u32,
    /// Its score beside the picks before it: its own, and what it adds to them, less what it repeats.
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

/// Chooses as many sentences as the budget allows, in reading order.
///
/// Pinned sentences come first, whatever they cost. Then, again and again, the one that has the most points
/// beside those already chosen and still fits. A sentence that says what a pick says is left out.
pub fn choose(
    story: &Story<'_>,
    words: &Words,
    scores: &[Score],
    entities: &[Entity],
    figures: &[Figure],
    options: &Options,
) -> Vec<Pick> {
    let mut choice = Choice::new(story, words, scores, Facts::of(story, entities, figures));
    let most = options.budget.most_sentences(story.sentences.len());
    let mut room = options.budget.words.map_or(usize::MAX, |words| words as usize);
    for index in pinned(story, &options.pins) {
        room = room.saturating_sub(choice.take(index, true));
    }
    while choice.picks.len() < most {
        let Some(index) = choice.best(room).or_else(|| choice.picks.is_empty().then(|| choice.best(usize::MAX))?)
        else {
            break;
        };
        room = room.saturating_sub(choice.take(index, false));
    }
    let mut picks = choice.picks;
    picks.sort_by_key(|pick| pick.sentence);
    picks
}

/// Tells of every pick that begins with `He` or `Her` whom that means.
pub fn find_antecedents(story: &Story<'_>, entities: &[Entity], picks: &mut [Pick]) {
    for pick in picks {
        pick.antecedent = antecedent::find(story, entities, pick.sentence as usize);
    }
}

/// The sentences that a pin touches, each once, at most as many as a summary may have.
fn pinned(story: &Story<'_>, pins: &[Span]) -> Vec<usize> {
    let touched = |(index, span): (usize, Span)| pins.iter().any(|pin| pin.overlaps(span)).then_some(index);
    let spans = story.sentences.iter().map(|sentence| sentence.span).enumerate();
    spans.filter_map(touched).take(crate::options::MOST_PICKS).collect()
}

/// What is chosen so far, and what that means for the rest.
struct Choice<'a> {
    story: &'a Story<'a>,
    words: &'a Words,
    scores: &'a [Score],
    facts: Facts,
    picks: Vec<Pick>,
    /// For each sentence, how much it is like the pick that it is most like, in thousandths.
    alike: Vec<i32>,
    /// For each sentence, whether it is chosen or says what a pick says.
    out: Vec<bool>,
    /// For each sentence, how many words it has, split at white space as the budget counts them.
    lengths: Vec<usize>,
}

impl<'a> Choice<'a> {
    fn new(story: &'a Story<'a>, words: &'a Words, scores: &'a [Score], facts: Facts) -> Self {
        let count = story.sentences.len();
        let lengths = story.sentences.iter().map(|sentence| story.slice(sentence.span).split_whitespace().count());
        let lengths = lengths.collect();
        Self { story, words, scores, facts, picks: Vec::new(), alike: vec![0; count], out: vec![false; count], lengths }
    }

    /// The sentence with the most points that has at most `room` words; of equals the first.
    fn best(&self, room: usize) -> Option<usize> {
        let open = (0..self.out.len()).filter(|index| !self.out[*index] && self.lengths[*index] <= room);
        open.max_by_key(|index| (self.points(*index).total(), usize::MAX - index))
    }

    /// The score of a sentence beside the picks.
    fn points(&self, index: usize) -> Score {
        let length = length(self.story, &self.story.sentences[index]).max(10) as i32;
        let new = self.facts.new_in(index) * NEW_FACT * 10 / length;
        self.scores[index].with(Reason::NewFacts, new).with(Reason::Repeats, REPEATS * self.alike[index] / 1000)
    }

    /// Takes a sentence, and returns how many words it has.
    fn take(&mut self, index: usize, pinned: bool) -> usize {
        let score = self.points(index);
        self.picks.push(Pick { sentence: index as u32, score, pinned, antecedent: None });
        self.out[index] = true;
        self.facts.show(index);
        let own = self.words.in_sentence(index);
        for other in 0..self.out.len() {
            let theirs = self.words.in_sentence(other);
            self.alike[other] = self.alike[other].max(likeness(own, theirs));
            self.out[other] |= is_repeat(theirs, own);
        }
        self.lengths[index]
    }
}

/// Does a sentence with these words repeat the pick? The same with one word more does; one that shares a name does not.
fn is_repeat(words: &[u32], pick: &[u32]) -> bool {
    !words.is_empty() && shared(words, pick) * 10 >= words.len() * SAME_WORDS
}
