//! Third stage: cuts the story's blocks into sentences.

use std::ops::Range;

use crate::{article::Block, span::Span, token::Token};

/// A sentence of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
    /// Its tokens, as indices into the story's.
    pub tokens: Range<u32>,
}

/// Cuts each body block into sentences; together they cover all of it but white space.
pub fn split(text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut at = 0;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind.is_body()) {
        let end = at + tokens[at..].partition_point(|token| token.span.end <= block.span.end);
        let mut first = at;
        while first < end {
            let stop = tokens[first..end].iter().position(|token| matches!(token.span.of(text), "." | "!" | "?"));
            let next = stop.map_or(end, |stop| first + stop + 1);
            let span = tokens[first].span.join(tokens[next - 1].span);
            sentences.push(Sentence { span, block: index as u32, tokens: first as u32..next as u32 });
            first = next;
        }
        at = end;
    }
    sentences
}
