//! Second stage: one pass over the story's blocks cuts them into words and marks.

use std::ops::Range;

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
/// A possessive `'s` is a token of its own, as in the Penn Treebank, so that a name ends where the name ends;
/// and so is the full stop of `end.Next`, where a space was forgotten.
pub fn scan(text: &str, blocks: &[Block]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for block in blocks.iter().filter(|block| block.kind.is_body()) {
        let mut base = block.span.start as usize;
        // A word never goes on behind a space, and a piece of plain letters is cut by a quicker way than others.
        for piece in block.span.of(text).split(' ') {
            for (at, word) in piece.split_word_bound_indices().filter(|(_, word)| !is_blank(word)) {
                // A combining mark makes one word with the blank before it.
                let word_start = base + at + (word.len() - word.trim_start().len());
                push(&mut tokens, text, word_start, word.trim());
            }
            base += piece.len() + 1;
        }
    }
    tokens
}

/// Is `word` white space or made of invisible characters? A tab and a zero-width space are.
fn is_blank(word: &str) -> bool {
    word.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}'))
}

/// Adds the tokens of one word: most have one.
fn push(tokens: &mut Vec<Token>, text: &str, start: usize, word: &str) {
    let mut add =
        |start: usize, part: &str, shape| tokens.push(Token { span: Span::new(start..start + part.len()), shape });
    let (mut at, mut rest) = (start, word);
    if word.contains('.') && stands_alone(text, start..start + word.len()) {
        while let Some((before, after)) = rest.split_once('.').filter(|(before, after)| lacks_a_space(before, after)) {
            add(at, before, shape_of(before));
            add(at + before.len(), ".", Shape::Mark);
            (at, rest) = (at + before.len() + 1, after);
        }
    }
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|clitic| rest.strip_suffix(clitic));
    match stem.filter(|stem| !stem.is_empty()) {
        None => add(at, rest, shape_of(rest)),
        Some(stem) => {
            add(at, stem, shape_of(stem));
            add(at + stem.len(), rest.strip_prefix(stem).unwrap_or_default(), Shape::Clitic);
        }
    }
}

/// Is the word no part of an address or a path? `Jane.Doe` in `Jane.Doe@example.org` is.
fn stands_alone(text: &str, word: Range<usize>) -> bool {
    let joins = |c: char| matches!(c, '/' | '\\' | '@' | ':' | '_' | '=' | '(' | '&' | '#' | '-');
    let before = text.get(..word.start).and_then(|text| text.chars().next_back());
    let after = text.get(word.end..).and_then(|text| text.chars().next());
    !before.is_some_and(|c| joins(c) && c != '(') && !after.is_some_and(joins)
}

/// Was a space forgotten between a word and the next sentence's first? `end` and `Next` lack one; `U` and `S`, `node`
/// and `js`, `Amazon` and `Com` do not.
fn lacks_a_space(before: &str, after: &str) -> bool {
    let is_capitalized =
        after.chars().zip([true, false]).all(|(c, upper)| if upper { c.is_uppercase() } else { c.is_lowercase() });
    let ends_small = before.len() > 1 && before.chars().rev().take(2).all(char::is_lowercase);
    is_capitalized && ends_small && after.len() > 1 && !matches!(after, "Com" | "Net" | "Org")
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

    #[test]
    fn words_are_those_of_the_whole_text() {
        const PIECES: [&str; 24] = [
            " ", " ", " ", "a", "B", "1", ".", ",", "'", "’", "“", "é", "\u{301}", "\u{200d}", "\u{ad}", "\u{a0}",
            "\t", "好", "カ", "🇫", "🇷", "👩", "א", "_",
        ];
        arbtest::arbtest(|random| {
            let mut text = String::new();
            for _ in 0..random.int_in_range(1..=30)? {
                text += random.choose(&PIECES)?;
            }
            let whole: String =
                text.split_word_bounds().map(str::trim).filter(|word| !is_blank(word)).collect::<Vec<_>>().join("|");
            let pieces = text.split(' ').flat_map(|piece| piece.split_word_bounds());
            let pieces: String = pieces.map(str::trim).filter(|word| !is_blank(word)).collect::<Vec<_>>().join("|");
            assert_eq!(pieces, whole, "{text:?}");
            Ok(())
        });
    }

    #[test]
    fn a_full_stop_without_its_space_is_cut_out_of_the_word() {
        let words = |text| shapes(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(" ");
        assert_eq!(words("The end.Next came.It's"), "The end . Next came . It 's");
        for whole in ["U.S", "example.com", "Amazon.Com", "3.5", "Ph.D"] {
            assert_eq!(words(whole), whole);
        }
        assert_eq!(words("Jane.Doe@example.com"), "Jane.Doe @ example.com");
        assert_eq!(words("files/Report.Final"), "files / Report.Final");
    }
}
