//! The names and figures of each sentence, and which of them the picks already show.

use crate::{
    entity::Entity,
    figure::{Figure, FigureKind},
    index::Index,
    story::Story,
};

/// Facts by sentence. A name is one fact wherever it stands, and so is a figure that is given twice in the same words.
#[derive(Debug)]
pub struct Facts {
    of: Vec<Vec<u32>>,
    shown: Vec<bool>,
}

impl Facts {
    /// Numbers the facts of the story.
    pub fn of(story: &Story<'_>, entities: &[Entity], figures: &[Figure]) -> Self {
        let mut of = vec![Vec::new(); story.sentences.len()];
        let mut count = 0;
        for entity in entities {
            for sentence in entity.mentions.iter().filter_map(|mention| story.sentence_at(*mention)) {
                of[sentence].push(count);
            }
            count += 1;
        }
        let mut known = Index::default();
        for figure in figures.iter().filter(|figure| figure.kind != FigureKind::Ordinal) {
            let fact = *known.number(story.slice(figure.span), count);
            count += u32::from(fact == count);
            of[figure.sentence as usize].push(fact);
        }
        for facts in &mut of {
            facts.sort_unstable();
            facts.dedup();
        }
        Self { of, shown: vec![false; count as usize] }
    }

    /// How many facts a sentence would add.
    pub fn new_in(&self, sentence: usize) -> i32 {
        self.of[sentence].iter().filter(|fact| !self.shown[**fact as usize]).count() as i32
    }

    /// From now on the facts of this sentence are known.
    pub fn show(&mut self, sentence: usize) {
        for fact in &self.of[sentence] {
            self.shown[*fact as usize] = true;
        }
    }
}
