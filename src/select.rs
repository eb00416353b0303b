//! Last stage: chooses the sentences that together carry the story in the space given.

mod antecedent;
mod facts;

use crate::{
    found::Found,
    options::Options,
    score::{
        Reason, Score, Weights,
        form::{Kind, Opening},
        length,
    },
    sentence::Sentence,
    span::Span,
    story::Story,
    words::{likeness, shared},
};
use facts::Facts;

/// Of ten words of a sentence, so many that a pick also has make it a repeat that is never chosen.
const SAME_WORDS: usize = 8;

/// What is taken because the strongest does not fit has at least so many hundredths of its points.
const NEXT_BEST: i32 = 90;

/// A chosen sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The index of the sentence.
    pub sentence: u32,
    /// Its score beside the picks before it: its own, and what it adds to them, less what it repeats.
    pub score: Score,
    /// Whether a pin asked for it.
    pub pinned: bool,
    /// For a sentence that opens with a pronoun, the mention of whom it means.
    pub antecedent: Option<Span>,
}

/// Chooses as many sentences as the budget allows and the story has good ones, in reading order.
///
/// Pinned sentences come first, whatever they cost. Then, again and again, the one that has the most points
/// beside those already chosen, until neither that one fits nor one that is nearly as strong.
/// Left out is what says what a pick says, what leans on a sentence that is no pick, and where a story states anything, all
/// that is no statement.
pub fn choose(found: &Found<'_>, scores: &[Score], options: &Options, weights: &Weights) -> Vec<Pick> {
    let mut choice = Choice::new(found, scores, weights);
    let most = options.budget.most_sentences(scores.len());
    let mut room = options.budget.words.map_or(usize::MAX, |words| words as usize);
    for index in pinned(&found.story, &options.pins) {
        room = room.saturating_sub(choice.take(index, true));
    }
    while choice.picks.len() < most {
        let Some(index) = choice.next(room) else { break };
        room = room.saturating_sub(choice.take(index, false));
    }
    choice.picks
}

/// The sentences that a pin touches, each once, at most as many as a summary may have.
fn pinned(story: &Story<'_>, pins: &[Span]) -> Vec<usize> {
    let touched = |(index, span): (usize, Span)| pins.iter().any(|pin| pin.overlaps(span)).then_some(index);
    let spans = story.sentences.iter().map(|sentence| sentence.span).enumerate();
    spans.filter_map(touched).take(crate::options::MOST_PICKS).collect()
}

/// What is chosen so far, and what that means for the rest.
struct Choice<'a> {
    found: &'a Found<'a>,
    scores: &'a [Score],
    weights: &'a Weights,
    facts: Facts,
    /// In the order of the story.
    picks: Vec<Pick>,
    /// For each sentence, how much it is like the pick that it is most like, in thousandths.
    alike: Vec<i32>,
    /// For each sentence, whether it is chosen, says what a pick says or states nothing.
    out: Vec<bool>,
    /// For each sentence, the mention of whom its first word means.
    antecedents: Vec<Option<Span>>,
    /// For each sentence, whether it leans on the one before, which is not chosen.
    leans: Vec<bool>,
    /// For each sentence, how many words it has, split at white space as the budget counts them.
    lengths: Vec<usize>,
}

impl<'a> Choice<'a> {
    fn new(found: &'a Found<'a>, scores: &'a [Score], weights: &'a Weights) -> Self {
        let Found { story, forms, entities, figures, .. } = found;
        let antecedents = antecedent::find(story, entities);
        let states = |kind| matches!(kind, Kind::Statement | Kind::Unfinished);
        let is_none = !forms.iter().any(|form| states(form.kind));
        // Nothing stands before the first sentence that it could lean on.
        let leans =
            |index: usize| index > 0 && forms[index].opening == Opening::Leaning && antecedents[index].is_none();
        let length = |sentence: &Sentence| story.slice(sentence.span).split_whitespace().count();
        Self {
            found,
            scores,
            weights,
            facts: Facts::of(story, entities, figures),
            picks: Vec::new(),
            alike: vec![0; forms.len()],
            out: forms.iter().map(|form| !is_none && !states(form.kind)).collect(),
            leans: (0..forms.len()).map(leans).collect(),
            antecedents,
            lengths: story.sentences.iter().map(length).collect(),
        }
    }

    /// The sentence to choose next, with room for so many words: the strongest, or where it does not fit the strongest that
    /// does. That must be nearly as strong, for what only fills the room tells less than its words cost. There is always a
    /// first pick.
    fn next(&self, room: usize) -> Option<usize> {
        let top =
            self.best(usize::MAX).or_else(|| self.picks.is_empty().then(|| self.out.iter().position(|out| !out))?)?;
        let Some(next) = self.best(room) else { return self.picks.is_empty().then_some(top) };
        let [most, points] = [top, next].map(|index| self.points(index).total());
        (next == top || self.picks.is_empty() || points * 100 >= most * NEXT_BEST).then_some(next)
    }

    /// The sentence with the most points that has at most `room` words; of equals the first.
    fn best(&self, room: usize) -> Option<usize> {
        let is_open = |index: &usize| !self.out[*index] && !self.leans[*index] && self.lengths[*index] <= room;
        let open = (0..self.out.len()).filter(is_open);
        open.max_by_key(|index| (self.points(*index).total(), usize::MAX - index))
    }

    /// The score of a sentence beside the picks.
    fn points(&self, index: usize) -> Score {
        let length = length(&self.found.story, &self.found.story.sentences[index]).max(10) as i32;
        let new = self.facts.new_in(index) * self.weights.new_facts * 10 / length;
        self.scores[index]
            .with(Reason::NewFacts, new)
            .with(Reason::Repeats, self.weights.repeats * self.alike[index] / 1000)
    }

    /// Takes a sentence, and returns how many words it has.
    fn take(&mut self, index: usize, pinned: bool) -> usize {
        let score = self.points(index);
        let pick = Pick { sentence: index as u32, score, pinned, antecedent: self.antecedents[index] };
        self.picks.insert(self.picks.partition_point(|other| other.sentence < pick.sentence), pick);
        self.out[index] = true;
        if let Some(leans) = self.leans.get_mut(index + 1) {
            *leans = false;
        }
        self.facts.show(index);
        let own = self.found.words.in_sentence(index);
        for other in 0..self.out.len() {
            let theirs = self.found.words.in_sentence(other);
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

#[cfg(test)]
mod tests {
    use crate::{Budget, Focus, Options, summarize};

    /// The picks of a text, by their first word.
    fn picks(text: &'static str, sentences: u32, focus: Focus) -> Vec<&'static str> {
        let options =
            Options { budget: Budget { sentences: Some(sentences), ..Budget::default() }, focus, ..Options::default() };
        let summary = summarize(text, &options);
        let slices = summary.picks.iter().map(|pick| summary.sentences[pick.sentence as usize].span.of(text));
        slices.filter_map(|slice| slice.split(' ').next()).collect()
    }

    #[test]
    fn a_focus_moves_the_choice_to_names_or_figures() {
        let text = "Ferries to the outer islands will stop at the end of the month, the harbor office said on Tuesday.\n\n\
            Complaints about late ferries had come from Anna Lind, Oskar Berg and Maria Holm of the Harbor Council.\n\n\
            Losses on the ferries rose by 14 percent to $3.2 million, with 1,200 fewer passengers and 40 empty trips.\n\n\
            Boats for freight will go on as before, and the harbor office hopes to bring ferries back in another year.";
        assert_eq!(picks(text, 2, Focus::Names), ["Ferries", "Complaints"]);
        assert_eq!(picks(text, 2, Focus::Figures), ["Ferries", "Losses"]);
    }

    #[test]
    fn what_leans_follows_what_it_leans_on() {
        let text = "The old mill by the river burned down on Sunday night, and two of its workers were hurt.\n\n\
            A spark from a saw had set the roof of the mill alight, the fire brigade of the town said. \
            It also burned the sheds of the mill, the boats by the river and a bridge for its workers.\n\n\
            Who will pay for the mill by the river, its roof, its sheds and its boats?\n\n\
            The boats of the river and the sheds of the mill belonged to a club of the town.";
        assert_eq!(picks(text, 3, Focus::Balanced), ["The", "A", "The"]);
        assert_eq!(picks(text, 4, Focus::Balanced), ["The", "A", "It", "The"]);
    }
}
