//! Where the story goes on behind a box in its middle: related headlines, a menu, a row of buttons.

use std::{cell::LazyCell, ops::Range};

use super::{evidence::Evidence, furniture::Furniture, head, phrases::fold, stretch};
use crate::{index::Index, span::Span};

/// A box in mid-story has no more blocks than this.
const BOX: usize = 40;

/// Of two paragraphs that take the story up again, the second stands so many blocks behind the first at most. One alone
/// may as well be a teaser, or tell who the author is.
const CLOSE: usize = 3;

/// A story whose first paragraph is among so many blocks was pasted without the menus above it.
const OPENING: usize = 4;

/// A paragraph agrees with the story where so many of its longer words, one in this many, stand in the story as well.
const SHARED: usize = 3;
const ONE_IN: usize = 3;

/// The stretches of blocks that are the story, of which `body` is the richest.
///
/// The story is taken up again by paragraphs that say what the story says, in its words. Behind the comments of
/// readers and the legal terms of the site nothing is: readers use the words of the story too.
pub(super) fn find(text: &str, blocks: &[Span], all: &[Evidence], body: Range<usize>) -> Vec<Range<usize>> {
    let topics = LazyCell::new(|| head::topics(text, blocks, body.clone()));
    let agrees = |index: usize| {
        let paragraph = all.get(index).is_some_and(Evidence::is_plain_sentence);
        let line = || blocks.get(index).map(|block| fold(block.of(text))).unwrap_or_default();
        paragraph && shares(&line(), &topics)
    };
    let mut stretches: Vec<Range<usize>> = before(all, &body, agrees).into_iter().chain([body.clone()]).collect();
    let (mut end, mut index) = (body.end, body.end);
    while index < all.len() && index <= end + BOX && !is_over(all, index) {
        let is_cut_off = index == end + 1 && all.get(end).is_some_and(Evidence::is_set_phrase);
        if agrees(index) && (is_cut_off || (index + 1..=index + CLOSE).any(agrees)) {
            let resumed = stretch::follow(all, index..index + 1);
            (end, index) = (resumed.end, resumed.end);
            stretches.push(resumed);
        } else {
            index += 1;
        }
    }
    stretches
}

/// The story's beginning, where the box stands so high that more of the story is below it than above.
fn before(all: &[Evidence], body: &Range<usize>, agrees: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let reach = body.start.saturating_sub(BOX);
    let is_paragraph = |index: &usize| all.get(*index).is_some_and(Evidence::is_plain_sentence);
    // Menus come before a story, never between its first paragraph and the top of the page.
    if let Some(first) = (0..body.start.min(OPENING)).find(is_paragraph)
        && reach == 0
        && all.iter().take(first).all(|evidence| evidence.phrases.weight == 0)
        && !(first..body.start).any(|index| is_over(all, index))
    {
        let last = (first..body.start).take_while(is_paragraph).last().unwrap_or(first);
        return Some(first..last + 1);
    }
    let last = (reach..body.start).rev().take_while(|index| !is_over(all, *index)).find(|index| agrees(*index))?;
    let mut first = (last.saturating_sub(CLOSE)..last).find(is_paragraph)?;
    while let Some(earlier) = (first.saturating_sub(CLOSE)..first).find(is_paragraph) {
        first = earlier;
    }
    Some(first..last + 1)
}

/// Do readers or lawyers have the word from this block on?
fn is_over(all: &[Evidence], index: usize) -> bool {
    let section = all.get(index).and_then(stretch::section);
    matches!(section, Some(Furniture::Comments | Furniture::Legal))
}

/// Does a folded line share enough of its longer words with the story?
fn shares(line: &str, topics: &Index) -> bool {
    let long = || line.split(' ').filter(|word| word.chars().nth(4).is_some());
    let shared = long().filter(|word| topics.has(word)).count();
    shared >= SHARED && shared * ONE_IN >= long().count()
}
