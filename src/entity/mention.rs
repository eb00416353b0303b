//! Finds where names stand, not yet what they name.

use std::ops::Range;

use super::{
    lexicon::{Set, Tags},
    reader::Reader,
    words::{Words, range},
};
use crate::span::Span;

/// One place where a name stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The index of its sentence.
    pub sentence: u32,
    /// Its tokens, as indices into the story's.
    pub tokens: Range<usize>,
    /// Its text.
    pub span: Span,
    /// Its words, see [`Words::key`].
    pub key: String,
}

/// Finds the mentions of the story in the order of the text; no two overlap.
///
/// Capitals lead to most of them. Where capitals say nothing, in headlines and at the start of a sentence,
/// only names are found that the lists know or that the story has elsewhere.
pub(super) fn find(words: &Words<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, sentence) in words.story.sentences.iter().enumerate().filter(|(index, _)| !words.shouted(*index)) {
        let reader = Reader { words, range: range(sentence) };
        let names = sweep(&reader);
        mentions.extend(names.into_iter().filter_map(|tokens| mention(words, index, tokens)));
    }
    let known: Set<&str> = mentions.iter().map(|mention| mention.key.as_str()).collect();
    let mut more = Vec::new();
    for (index, sentence) in words.story.sentences.iter().enumerate() {
        let range = range(sentence);
        let found = mentions.partition_point(|mention| mention.tokens.start < range.start);
        let first = mentions.get(found).map_or(range.end, |first| first.tokens.start.min(range.end));
        let end = if words.shouted(index) { first } else { first.min(range.start + 1) };
        let names = recall(&Reader { words, range: range.start..first }, end, &known);
        more.extend(names.into_iter().filter_map(|tokens| mention(words, index, tokens)));
    }
    mentions.append(&mut more);
    mentions.sort_by_key(|mention| mention.span);
    mentions
}

fn mention(words: &Words<'_>, sentence: usize, tokens: Range<usize>) -> Option<Mention> {
    let (first, last) = words.token(tokens.start).zip(words.token(tokens.end - 1))?;
    let key = words.key(tokens.clone());
    Some(Mention { sentence: sentence as u32, span: first.span.join(last.span), key, tokens })
}

/// The names that capitals show in a sentence.
fn sweep(reader: &Reader<'_>) -> Vec<Range<usize>> {
    let (mut names, mut at) = (Vec::new(), reader.range.start);
    while at < reader.range.end {
        if reader.starts(at) {
            let end = reader.stretch(at);
            names.append(&mut reader.divide(at..end));
            at = end;
        } else {
            at += 1;
        }
    }
    names
}

/// The most tokens of a name that is found again.
const LONGEST_RECALL: usize = 6;

/// The names that begin before `end` and are known from the lists or from elsewhere in the story.
fn recall(reader: &Reader<'_>, end: usize, known: &Set<&str>) -> Vec<Range<usize>> {
    let (mut names, mut at) = (Vec::new(), reader.range.start);
    while at < end {
        let longest = LONGEST_RECALL.min(reader.range.end - at);
        let told = |len: &usize| known.contains(reader.key(at..at + len).as_str());
        let listed = reader.phrase(at, reader.range.end, Tags::KNOWN);
        let len = if reader.is_capital(at) { (1..=longest).rev().find(told).unwrap_or(0).max(listed) } else { 0 };
        let vague = len == 1 && reader.has(at, Tags::PLAIN | Tags::OPENER | Tags::HEAD | Tags::SUBJECT);
        if len > 0 && !vague && reader.is_capital(at + len - 1) {
            names.push(at..at + len);
            at += len;
        } else {
            at += 1;
        }
    }
    names
}
