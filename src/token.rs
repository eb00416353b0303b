//! Second stage: one pass over the story's blocks cuts them into words and marks.

use unicode_segmentation::UnicodeSegmentation;

use crate::{article::Block, span::Span};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
}

/// What a token looks like, by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `militants`, and words of scripts without case.
    Lower,
    /// `Taliban`, `A`.
    Title,
    /// `TTP`, `U.S`: two capitals or more and no small letter.
    Upper,
    /// `McDonald`, `iPhone`.
    Mixed,
    /// `1,818`, `5.2`, `2020`: digits with what may stand between them.
    Number,
    /// `5G`, `1.13bn`, `20th`: digits and letters.
    Alphanumeric,
    /// `'s` and `’s`, cut off the word before.
    Clitic,
    /// `,`, `$`, `“`, an emoji: anything else.
    Mark,
}

impl Shape {
    /// Whether the token is a word that begins with a capital.
    pub fn is_capitalized(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Mixed)
    }

    /// Whether the token is a word, as opposed to a number or a mark.
    pub fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Title | Self::Upper | Self::Mixed)
    }
}

/// Cuts the body blocks at the word boundaries of [UAX #29](https://unicode.org/reports/tr29/), white space left out.
///
/// A possessive `'s` is a token of its own, as in the Penn Treebank, so that a name ends where the name ends.
pub fn scan(text: &str, blocks: &[Block]) -> Vec<Token> {
    let body = blocks.iter().filter(|block| block.kind.is_body());
    body.flat_map(|block| {
        let base = block.span.start as usize;
        let words = block.span.of(text).split_word_bound_indices();
        words.filter(|(_, word)| !is_blank(word)).flat_map(move |(at, word)| cut(base + at, word))
    })
    .collect()
}

/// Is `word` white space or made of invisible characters? A space and a zero-width space are.
fn is_blank(word: &str) -> bool {
    word.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}'))
}

/// One token, or two where a word carries a possessive.
fn cut(start: usize, word: &str) -> impl Iterator<Item = Token> {
    let stem =
        ["'s", "’s", "'S", "’S"].iter().find_map(|clitic| word.strip_suffix(clitic)).filter(|stem| !stem.is_empty());
    let middle = start + stem.unwrap_or(word).len();
    let head = Token { span: Span::new(start..middle), shape: shape_of(stem.unwrap_or(word)) };
    let tail = stem.map(|_| Token { span: Span::new(middle..start + word.len()), shape: Shape::Clitic });
    std::iter::once(head).chain(tail)
}

fn shape_of(word: &str) -> Shape {
    let (mut upper, mut lower, mut other, mut digits) = (0, 0, 0, 0);
    for c in word.chars() {
        match c {
            _ if c.is_numeric() => digits += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    let starts_upper = word.chars().next().is_some_and(char::is_uppercase);
    match (upper, lower, digits) {
        (0, 0, 0) if other == 0 => Shape::Mark,
        (0, 0, _) if digits > 0 && other == 0 => Shape::Number,
        (_, _, 1..) => Shape::Alphanumeric,
        (0, _, _) => Shape::Lower,
        (1, _, _) if starts_upper => Shape::Title,
        (_, 0, _) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    fn shapes(text: &str) -> Vec<(&str, Shape)> {
        let block = Block { span: Span::new(0..text.len()), kind: BlockKind::Paragraph };
        scan(text, &[block]).iter().map(|token| (token.span.of(text), token.shape)).collect()
    }

    #[test]
    fn a_token_is_a_word_a_number_or_a_mark() {
        use Shape::{Alphanumeric, Clitic, Lower, Mark, Mixed, Number, Title, Upper};
        assert_eq!(
            shapes("India's TTP killed 1,818; McCain, 5G."),
            [
                ("India", Title),
                ("'s", Clitic),
                ("TTP", Upper),
                ("killed", Lower),
                ("1,818", Number),
                (";", Mark),
                ("McCain", Mixed),
                (",", Mark),
                ("5G", Alphanumeric),
                (".", Mark)
            ]
        );
    }
}
