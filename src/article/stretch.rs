//! Where the story stands: the one stretch of blocks that has most prose and least else.
//!
//! Each block earns points for prose and pays for what is none; the story is the stretch with the highest sum
//! (Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation", WWW 2009).
//! The weights were fitted on 238 news pages pasted as plain text.

use std::ops::Range;

use super::{
    evidence::{DILUTED, Evidence},
    furniture::Furniture,
    head::LONGEST_HEADLINE,
};

/// Points for each word of a sentence. The other weights are measured against it.
const WORD: i64 = 4;

/// Points for each word of a long line that no full stop ends.
const FRAGMENT_WORD: i64 = 2;

/// A block earns for so many words at most, so that one endless line does not outweigh a story.
const MOST_WORDS: u32 = 100;

/// What a block that is no prose costs. Raise it and a story with many short lines is cut in two;
/// lower it and the story runs on into what stands beside it.
const GAP: i64 = 8;

/// What a set phrase costs, by its weight, in a line of up to [`DILUTED`] words; in a longer one it costs less, as in a sentence
/// that happens to say `comments`.
const PHRASE: i64 = 36;

/// What a line costs that repeats another, so that menus which stand twice are not bridged.
const REPEAT: i64 = 4;

/// What a heading such as `Leave a comment` costs once the story is longer than [`STORY`], and from there on prose
/// earns only half: what readers write below may be longer than the story.
const SECTION: i64 = 400;
const STORY: i64 = 320;

/// The same for headings that never stand above a story, over comments and disclaimers.
const SHORT_STORY: i64 = 100;

/// A paragraph behind no more than so many labels still belongs to the story before them.
const BRIDGE: usize = 3;

/// A heading over a section has no more than so many words beside its set phrase.
const AROUND: u32 = 3;

/// In a text of no more than so many blocks a line of so many words, most of them small, is a sentence without its stop,
/// and so is any line that is longer than a headline.
const FEW: usize = 3;
const SPOKEN: u32 = 4;

/// What a block earns or costs.
fn points(evidence: &Evidence) -> i64 {
    let words = i64::from(evidence.words.min(MOST_WORDS));
    let mut points = if evidence.is_sentence() {
        words * WORD
    } else if evidence.is_fragment() {
        words * FRAGMENT_WORD
    } else {
        -GAP
    };
    if evidence.first.is_some() && points < 0 {
        points -= REPEAT;
    }
    let phrases = PHRASE * i64::from(evidence.phrases.weight);
    if evidence.words <= DILUTED && (points < 0 || evidence.is_set_phrase()) {
        points - phrases
    } else {
        points - phrases * i64::from(DILUTED) / 2 / i64::from(evidence.words.max(DILUTED))
    }
}

/// What a block is a heading over: comments, other stories, an offer. `Also read: Mayor quits over ferry` is over nothing.
pub(super) fn section(evidence: &Evidence) -> Option<Furniture> {
    let (kind, length) = evidence.phrases.opening?;
    (kind.opens_section() && evidence.words <= length + AROUND).then_some(kind)
}

/// The blocks from the first to the last paragraph of the story; empty where nothing is a sentence.
pub(super) fn find(all: &[Evidence]) -> Range<usize> {
    let body = richest(all);
    if body.is_empty() { plain(all) } else { grow(all, body) }
}

/// The stretch that earns most.
fn richest(all: &[Evidence]) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum, mut below) = (0, 0, false);
    for (index, evidence) in all.iter().enumerate() {
        let mut points = points(evidence);
        let story = match section(evidence) {
            None => i64::MAX,
            Some(Furniture::Comments | Furniture::Legal) => SHORT_STORY,
            Some(_) => STORY,
        };
        if sum > story {
            below = true;
            points -= SECTION;
        }
        if below && points > 0 {
            points /= 2;
        }
        if sum <= 0 {
            (start, sum) = (index, 0);
        }
        sum += points;
        if sum > best_sum {
            (best, best_sum) = (start..index + 1, sum);
        }
    }
    best
}

/// The stretch with what follows it.
///
/// Where no set phrase stands anywhere in the text and the stretch has half of its words, the text is no page but a
/// story alone, and all that follows is the story's.
fn grow(all: &[Evidence], body: Range<usize>) -> Range<usize> {
    let words = |blocks: &[Evidence]| blocks.iter().map(|evidence| u64::from(evidence.words)).sum::<u64>();
    let inside = words(all.get(body.clone()).unwrap_or_default());
    if all.iter().all(|evidence| evidence.phrases.weight == 0) && inside * 2 >= words(all) {
        return body.start..all.len();
    }
    follow(all, body)
}

/// The stretch with what goes on behind it: short sentences, and paragraphs behind a few labels and offers.
pub(super) fn follow(all: &[Evidence], body: Range<usize>) -> Range<usize> {
    let mut end = body.end;
    for (index, evidence) in all.iter().enumerate().skip(body.end) {
        let goes_on = if index == end { evidence.is_short_sentence() } else { evidence.is_plain_sentence() };
        if goes_on {
            end = index + 1;
        } else if index - end >= BRIDGE || section(evidence).is_some() {
            break;
        }
    }
    body.start..end
}

/// The story of a text that has no more than a few short sentences.
fn plain(all: &[Evidence]) -> Range<usize> {
    let is_story = |evidence: &Evidence| {
        let is_small = evidence.words >= SPOKEN && evidence.capitals * 2 <= evidence.words;
        let spoken = all.len() <= FEW && (is_small || evidence.words > LONGEST_HEADLINE);
        evidence.is_short_sentence() || (spoken && evidence.phrases.weight == 0)
    };
    let first = all.iter().position(is_story).unwrap_or_default();
    let end = all.iter().rposition(is_story).map_or(first, |last| last + 1);
    first..end
}
