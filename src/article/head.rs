//! What stands over the story: its headline and who wrote it.

use std::ops::Range;

use super::{Byline, byline, day, evidence::Evidence, phrases::fold, speech};
use crate::{index::Index, span::Span};

/// The head of a story is no longer than this, in blocks.
const LONGEST: usize = 12;

/// A headline is no longer than this, in words.
pub(super) const LONGEST_HEADLINE: u32 = 20;

/// A standfirst is no longer than this, in words, and its byline stands so many blocks below it at most.
const LONGEST_STANDFIRST: u32 = 40;
const BELOW: usize = 3;

/// How much of the body shows which words the story is about, in bytes.
const VOCABULARY: usize = 6_000;

/// What was found over the story, as indices of blocks.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub title: Option<usize>,
    pub byline: Option<(usize, Byline)>,
    /// Where the story's first paragraph stands.
    pub first: usize,
}

/// Looks for the headline and the byline before the first paragraph of `body`, and for a byline right behind a
/// standfirst. A text of one line that is no sentence is a headline.
pub(super) fn find(text: &str, blocks: &[Span], all: &[Evidence], body: &Range<usize>, known: Option<&str>) -> Head {
    if let ([alone], true) = (all, body.is_empty()) {
        let title = (alone.words > 0 && alone.phrases.weight == 0).then_some(0);
        return Head { title, ..Head::default() };
    }
    let is_paragraph = |index: &usize| all.get(*index).is_some_and(Evidence::is_sentence);
    let first = body.clone().find(is_paragraph).unwrap_or(body.start);
    let reach = first.saturating_sub(LONGEST);
    let start = (reach..first).rev().find(is_paragraph).map_or(reach, |index| index + 1);
    let read =
        |index: usize| blocks.get(index).and_then(|block| byline::read(text, *block)).map(|byline| (index, byline));
    let above = (start..first).rev().find_map(read);
    let byline = above.or_else(|| {
        let is_line = |index: &usize| all.get(*index).is_some_and(|evidence| !evidence.is_sentence());
        let is_short = all.get(first).is_some_and(|evidence| evidence.words <= LONGEST_STANDFIRST);
        let mut below = (first + 1..body.end).take(BELOW).take_while(is_line);
        is_short.then(|| below.find_map(read))?
    });
    let written = byline.as_ref().map(|(index, _)| *index);
    let title = title(text, blocks, all, start..first, first..body.end, known, written);
    // What stands over a byline is a standfirst, be it a sentence.
    let first = written.map_or(first, |byline| (byline.max(first)..body.end).find(is_paragraph).unwrap_or(first));
    // A headline that asks looks like a sentence.
    let asks = || {
        let line = blocks.first().map(|block| block.of(text)).unwrap_or_default();
        first == 0 && body.end > 1 && line.ends_with('?') && !speech::asks(line) && line.len() <= 120
    };
    Head { title: title.or_else(|| asks().then_some(0)), byline, first }
}

/// The line of `head` that says what the story says, best where it is known, repeated, or over a byline.
fn title(
    text: &str,
    blocks: &[Span],
    all: &[Evidence],
    head: Range<usize>,
    body: Range<usize>,
    known: Option<&str>,
    byline: Option<usize>,
) -> Option<usize> {
    let given = known.map(fold);
    let mut lines = Vec::new();
    for index in head.clone() {
        let (Some(block), Some(evidence)) = (blocks.get(index), all.get(index)) else { continue };
        let line = fold(block.of(text));
        let is_known = given.as_ref() == Some(&line);
        let is_speaker = speech::is_label(block.of(text), evidence);
        let is_label = is_speaker || evidence.phrases.weight > 0 || evidence.bullet > 0 || Some(index) == byline;
        let is_stamp = day::is_named_in(block.of(text)) && evidence.words < 6;
        if !is_known && (is_label || is_stamp || evidence.words == 0 || evidence.words > LONGEST_HEADLINE) {
            continue;
        }
        let mut score = if is_known { 40 } else { 0 } - (head.end - index) as i32 / 2;
        score += if byline == Some(index + 1) { 3 } else { 0 };
        score -= if evidence.stop { 3 } else { 0 };
        score -= if evidence.words < 3 { 3 } else { 0 };
        // A text that begins with a line of its own begins with its headline.
        score += if index == 0 { 5 } else { 0 };
        lines.push((index, line, score));
    }
    // No topics are needed where no line could win, or one has won already.
    match *lines {
        [] => return None,
        [(index, _, 1..)] => return Some(index),
        _ => {}
    }
    let topics = topics(text, blocks, body);
    let mut best: Option<(i32, usize)> = None;
    for (index, line, mut score) in lines {
        let on_topic = line.split(' ').filter(|word| topics.has(word)).count().min(6) as i32;
        let is_repeated = all.get(index).is_some_and(|evidence| evidence.repeated);
        score += 2 * on_topic + if is_repeated && on_topic > 1 { 4 } else { 0 };
        if score > 0 && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The longer words of the body's first paragraphs.
pub(super) fn topics(text: &str, blocks: &[Span], body: Range<usize>) -> Index {
    let mut topics = Index::default();
    let mut left = VOCABULARY;
    for block in blocks.get(body).unwrap_or_default() {
        let block = block.of(text);
        let opening = block.get(..block.floor_char_boundary(left)).unwrap_or_default();
        left -= opening.len();
        for word in fold(opening).split(' ').filter(|word| word.chars().nth(3).is_some()) {
            topics.number(word, 0);
        }
        if opening.len() < block.len() {
            break;
        }
    }
    topics
}
