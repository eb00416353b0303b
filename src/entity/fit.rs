//! The tagger's view of a text, for training.

use super::{features::Features, words::{Words, range}};
use crate::{article, options::{Extent, Options}, sentence, span::Span, story::Story, token};

/// Tokens that the tagger labels together, each with its features.
pub type Sequence = Vec<(Span, Vec<u64>)>;

/// Everything in `text` that the tagger would label.
pub fn sequences(text: &str) -> Vec<Sequence> {
    let options = Options { extent: Extent::Whole, ..Options::default() };
    let article = article::read(text, &options);
    let tokens = token::scan(text, &article.blocks);
    let sentences = sentence::split(text, &article.blocks, &tokens);
    let story = Story { text, blocks: &article.blocks, tokens: &tokens, sentences: &sentences };
    let words = Words::survey(&story);
    let mut out = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let range = range(sentence);
        let features = Features { words: &words, first: range.start, end: range.end, shouted: words.shouted(index) };
        let mut sequence = Sequence::new();
        for at in range.clone() {
            if features.may_be_name(at) {
                let mut list = Vec::new();
                features.of(at, |feature| list.push(feature));
                sequence.push((tokens[at].span, list));
            } else if !sequence.is_empty() {
                out.push(std::mem::take(&mut sequence));
            }
        }
        if !sequence.is_empty() {
            out.push(sequence);
        }
    }
    out
}
