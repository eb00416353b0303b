//! Third stage: cuts the story's blocks into sentences.

mod breaks;
mod items;
mod line;
mod rules;
mod stop;
mod words;

use std::ops::Range;

use self::{items::Items, line::Line, stop::Stop};
use crate::{
    article::Block,
    span::Span,
    token::{Shape, Token},
};

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
///
/// A sentence ends with its block, before an item of a list that runs on in one line ([`Items`]), where a line break was
/// lost ([`breaks`]), and at a [`Stop`] that the table in [`rules`] does not explain otherwise.
///
/// Of the 52 English [Golden Rules](https://github.com/diasks2/pragmatic_segmenter) one is refused: that of the four
/// spaced dots in `compounds. . . . The practice` three begin the next sentence. As books are printed, four dots are a
/// full stop and an omission, which belong to what they end.
pub fn split(text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut rest = tokens;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind.is_body()) {
        let (inside, after) = rest.split_at(rest.partition_point(|token| token.span.end <= block.span.end));
        let base = (tokens.len() - rest.len()) as u32;
        sentences.extend(cut(text, inside).into_iter().map(|range| Sentence {
            span: span_of(inside, &range),
            block: index as u32,
            tokens: base + range.start as u32..base + range.end as u32,
        }));
        rest = after;
    }
    sentences
}

/// The sentences of one block, as ranges of its tokens.
fn cut(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let line = Line { text, tokens };
    let mut items = Items::new(line);
    let (mut first, mut at) = (0, 0);
    while at < tokens.len() {
        let breaks = breaks::before(&line, first, at);
        match ranges.last_mut() {
            // A rule behind a sentence belongs to it.
            Some(last) if breaks && is_wordless(tokens, first..at) => (last.end, first) = (at, at),
            _ if breaks || at > first && items.begins(at) => {
                ranges.push(first..at);
                first = at;
            }
            _ => {}
        }
        if at == first {
            items.sentence_begins(at);
        }
        let Some(stop) = Stop::at(line, first, at) else {
            at += 1;
            continue;
        };
        at = stop.end;
        if rules::ends(&stop) {
            ranges.push(first..at);
            first = at;
        }
    }
    match ranges.last_mut() {
        // What is left without a word, a smile or a stray quotation mark, belongs to what it follows.
        Some(last) if is_wordless(tokens, first..tokens.len()) => last.end = tokens.len(),
        _ if first < tokens.len() => ranges.push(first..tokens.len()),
        _ => {}
    }
    ranges
}

fn is_wordless(tokens: &[Token], range: Range<usize>) -> bool {
    tokens.get(range).is_some_and(|tokens| tokens.iter().all(|token| token.shape == Shape::Mark))
}

fn span_of(tokens: &[Token], range: &Range<usize>) -> Span {
    let spans = tokens.get(range.clone()).unwrap_or_default();
    match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => Span::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::BlockKind, token};

    /// What hostile text is made of.
    const PIECES: [&str; 32] = [
        "a", "A", "i", "I", "The", "Dr", "U.S", "a.m", "No", "1", "12", "é", "好", "e\u{301}", "🎉", " ", " ",
        "\u{a0}", ".", ".", "!", "…", "。", "\"", "“", "”", "(", ")", "[1]", "「", "•", ":",
    ];

    #[test]
    fn sentences_cover_every_token_once_and_in_order() {
        arbtest::arbtest(|random| {
            let (mut text, mut blocks) = (String::new(), Vec::new());
            for _ in 0..random.int_in_range(1..=3)? {
                let start = text.len();
                for _ in 0..random.int_in_range(1..=40)? {
                    text += random.choose(&PIECES)?;
                }
                blocks.push(Block { span: Span::new(start..text.len()), kind: BlockKind::Paragraph });
                text.push('\n');
            }
            let tokens = token::scan(&text, &blocks);
            let sentences = split(&text, &blocks, &tokens);
            let mut next = 0;
            for sentence in &sentences {
                assert_eq!(sentence.tokens.start, next, "{text:?}");
                assert!(sentence.tokens.start < sentence.tokens.end, "{text:?}");
                let block = blocks.get(sentence.block as usize).unwrap();
                assert!(block.span.contains(sentence.span), "{text:?}");
                assert_eq!(sentence.span.trim(&text), sentence.span, "{text:?}");
                next = sentence.tokens.end;
            }
            assert_eq!(next as usize, tokens.len(), "{text:?}");
            Ok(())
        });
    }
}
