//! Finds where names stand, and what the model takes each for.

use std::ops::Range;

use super::{
    EntityKind, cue,
    kind::Votes,
    lexicon::{Tags, tags_of},
    model::{LABELS, Model, OUTSIDE},
    window::Window,
    words::{Words, range},
};
use crate::{index::Index, letters::is_any, span::Span, steps::rest, token::Shape};

/// One place where a name stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its tokens, as indices into the story's.
    pub tokens: Range<usize>,
    /// Its text.
    pub span: Span,
    /// Its words, see [`Words::key`].
    pub key: String,
    /// What the model takes it for.
    pub votes: Votes,
}

/// Finds the mentions of the story in the order of the text; no two overlap.
///
/// The model finds most of them. What it left out is a name still if the story has it elsewhere.
pub(super) async fn find(words: &Words<'_>, model: &Model) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for stretch in stretches(words) {
        tag(words, model, &stretch, &mut mentions);
        rest().await;
    }
    recall(words, &mut mentions);
    mentions
}

/// Tokens that may be names, without a break, and their sentence.
pub(super) struct Stretch<'a> {
    pub window: Window<'a>,
    pub tokens: Range<usize>,
}

/// The most tokens that are labeled together; a sentence of names without end is cut.
const LONGEST: usize = 64;

/// Everything that the model has to label.
pub(super) fn stretches<'a>(words: &'a Words<'a>) -> impl Iterator<Item = Stretch<'a>> {
    words.story.sentences.iter().enumerate().flat_map(move |(index, sentence)| {
        let range = range(sentence);
        let (mut at, end) = (range.start, range.end);
        std::iter::from_fn(move || {
            let window = Window::new(words, index, range.clone());
            let start = (at..end).find(|at| window.may_be_name(*at))?;
            at = (start..end.min(start + LONGEST))
                .find(|at| !window.may_be_name(*at))
                .unwrap_or(end.min(start + LONGEST));
            Some(Stretch { window, tokens: start..at })
        })
    })
}

/// Small words that end a name.
const PARTING: &str = "after before but over since that when which while who";

/// Adds the names of one stretch.
fn tag(words: &Words<'_>, model: &Model, stretch: &Stretch<'_>, mentions: &mut Vec<Mention>) {
    let scores: Vec<[i32; LABELS]> = stretch
        .tokens
        .clone()
        .map(|at| {
            let mut scores = [0; LABELS];
            stretch.window.features(at, |feature| model.add(feature, &mut scores));
            scores
        })
        .collect();
    let first = stretch.tokens.start;
    // Small words that no name begins with, and those of them that none has inside.
    let is_small = |at: usize| words.shape(first + at) == Shape::Lower && words.has(first + at, Tags::PLAIN);
    let parts = |at: usize| is_any(words.text(first + at), PARTING);
    let labels = model.label(&scores, |at| stretch.window.is_glued(first + at));
    let mut at = 0;
    while let Some(label) = labels.get(at) {
        let mut len = 1;
        if *label != OUTSIDE && !is_small(at) {
            let inside = label + label % 2;
            len += (at + 1..labels.len()).take_while(|next| labels[*next] == inside && !parts(*next)).count();
            let mut votes = model.votes(scores.get(at..at + len).unwrap_or_default());
            let name = without_article(&stretch.window, first + at..first + at + len);
            cue::weigh(&stretch.window, &name, &mut votes);
            mentions.extend(mention(words, name, votes));
        }
        at += len;
    }
}

/// The name without the article that opens its sentence.
fn without_article(window: &Window<'_>, name: Range<usize>) -> Range<usize> {
    let opens = window.text(name.start) == "The" && window.words.opens(window.tokens.start, name.start);
    name.start + usize::from(opens)..name.end
}

/// Votes for a place where the story was filed from one of this name, and for a people or a body that has no other.
const KNOWN: i32 = 40;

/// Votes for a body of a name that others may have, too: `Amazon`, `Ford`.
const LISTED: i32 = 10;

fn mention(words: &Words<'_>, mut tokens: Range<usize>, mut votes: Votes) -> Option<Mention> {
    // `al Qaeda`
    let led = tokens.start.saturating_sub(1)..tokens.end;
    if words.has(led.start, Tags::PARTICLE) && tags_of(&words.key(led.clone())).any(Tags::AGENCY) {
        tokens = led;
        votes.add(EntityKind::Organization, KNOWN);
    }
    let (first, last) = words.token(tokens.start).zip(words.token(tokens.end - 1))?;
    let key = words.key(tokens.clone());
    // `Bridge` alone is short for some bridge, and names none.
    let bare = tokens.len() == 1 && words.has(tokens.start, Tags::SITE | Tags::EVENT | Tags::WORK);
    if bare || tokens.clone().all(|at| words.has(at, Tags::PLAIN)) {
        return None;
    }
    let tags = tags_of(&key);
    if tags.any(Tags::PEOPLE) && !tags.any(Tags::PLACE) {
        votes.add(EntityKind::Group, KNOWN);
    }
    if tags.any(Tags::AGENCY) && !tags.any(Tags::PLACE) {
        votes.add(EntityKind::Organization, LISTED);
    }
    if key == words.dateline() {
        votes.add(EntityKind::Location, KNOWN);
    }
    Some(Mention { span: first.span.join(last.span), key, tokens, votes })
}

/// The most tokens of a name that is found again.
const LONGEST_RECALL: usize = 6;

/// Adds the places where a name of the story stands that the model did not take for one.
fn recall(words: &Words<'_>, mentions: &mut Vec<Mention>) {
    let mut known = Index::with_capacity(mentions.len());
    for mention in mentions.iter() {
        known.number(&mention.key, 0);
    }
    let (mut more, mut found) = (Vec::new(), mentions.iter().peekable());
    for sentence in words.story.sentences {
        let (mut at, end) = (range(sentence).start, range(sentence).end);
        while at < end {
            while found.next_if(|mention| mention.tokens.end <= at).is_some() {}
            let next = found.peek().map_or(end, |mention| mention.tokens.start.min(end));
            if at >= next {
                at = found.peek().map_or(end, |mention| mention.tokens.end);
                continue;
            }
            let capital = |at: usize| words.shape(at).is_capitalized();
            let told = |len: &usize| capital(at + len - 1) && known.has(&words.key(at..at + len));
            let longest = if capital(at) { LONGEST_RECALL.min(next - at) } else { 0 };
            let seen = words.seen(at);
            let vague = words.has(at, Tags::HEAD | Tags::SUBJECT | Tags::TITLE) || seen.small > 0;
            let len = (1..=longest).rev().find(told).filter(|len| *len > 1 || !vague);
            if let Some(len) = len {
                more.extend(mention(words, at..at + len, Votes::default()));
            }
            at += len.unwrap_or(1);
        }
    }
    mentions.append(&mut more);
    mentions.sort_unstable_by_key(|mention| mention.span);
}
