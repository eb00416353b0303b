//! What the reading stages found, as the later stages see it.

use crate::{article::Block, sentence::Sentence, span::Span, token::Token};

/// The read text: blocks, their tokens and sentences, in the order of the text.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// The whole text, furniture included.
    pub text: &'a str,
    /// Every block, furniture included.
    pub blocks: &'a [Block],
    /// The tokens of the story's blocks.
    pub tokens: &'a [Token],
    /// The sentences of the story's blocks; each knows its tokens.
    pub sentences: &'a [Sentence],
}

impl<'a> Story<'a> {
    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The tokens of one sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &'a [Token] {
        &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize]
    }

    /// The index of the sentence in which `span` begins.
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        self.sentences.get(index).filter(|sentence| sentence.span.start <= span.start).map(|_| index)
    }
}
