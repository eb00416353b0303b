//! Second stage: one pass over the story's blocks cuts them into words and marks.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    article::Block,
    letters::{has, trim},
    span::Span,
};

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
        let (mut start, mut rest) = (block.span.start as usize, block.span.of(text));
        while let Some((word, after)) = rest.split_at_checked(first(rest)).filter(|(word, _)| !word.is_empty()) {
            if !is_blank(word) {
                // A combining mark makes one word with the blank before it.
                push(&mut tokens, text, start + (word.len() - word.trim_start().len()), trim(word));
            }
            (start, rest) = (start + word.len(), after);
        }
    }
    tokens
}

/// How many bytes the first word or mark of `text` takes.
///
/// Plain letters and digits are cut at a look where plain marks follow, as they do nearly everywhere in English: what
/// might be joined to them, and all else, is left to the rules.
fn first(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count().max(1);
    let begins = bytes.first().is_some_and(|byte| byte.is_ascii() && *byte != b'_');
    let ends = match bytes.get(plain..).unwrap_or_default() {
        [b'\'' | b',' | b'.' | b':' | b';', next, ..] => next.is_ascii() && !next.is_ascii_alphanumeric(),
        [next, ..] => next.is_ascii() && *next != b'_',
        [] => true,
    };
    if begins && ends { plain } else { text.split_word_bounds().next().map_or(0, str::len) }
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
    if has(word, b'.') && stands_alone(text, start..start + word.len()) {
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
        (0, 0, _) if other == 0 => Shape::Number,
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
        assert_eq!(shapes("iPhone 5वीं नमस्ते"), [("iPhone", Mixed), ("5वीं", Alphanumeric), ("नमस्ते", Lower)]);
    }

    #[test]
    fn words_are_those_of_the_whole_text() {
        const PIECES: [&str; 30] = [
            " ", " ", " ", "a", "B", "1", ".", ",", "'", ":", ";", "\"", "-", "’", "“", "é", "\u{301}", "\u{200d}",
            "\u{ad}", "\u{a0}", "\t", "\r", "\n", "好", "カ", "🇫", "🇷", "👩", "א", "_",
        ];
        arbtest::arbtest(|random| {
            let mut text = String::new();
            for _ in 0..random.int_in_range(1..=30)? {
                text += random.choose(&PIECES)?;
            }
            let (mut rest, mut cut) = (text.as_str(), Vec::new());
            while !rest.is_empty() {
                let (word, after) = rest.split_at(first(rest));
                cut.extend(Some(trim(word)).filter(|word| !is_blank(word)));
                rest = after;
            }
            let whole = text.split_word_bounds().map(str::trim).filter(|word| !is_blank(word));
            assert_eq!(cut, whole.collect::<Vec<_>>(), "{text:?}");
            Ok(())
        });
    }

    #[test]
    fn a_mark_on_a_blank_stands_where_it_stands() {
        assert_eq!(shapes("The \u{301} end"), [("The", Shape::Title), ("\u{301}", Shape::Mark), ("end", Shape::Lower)]);
    }

    #[test]
    fn a_full_stop_without_its_space_is_cut_out_of_the_word() {
        let words = |text| shapes(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(" ");
        assert_eq!(words("The end.Next came.It's"), "The end . Next came . It 's");
        for whole in ["U.S", "example.com", "Amazon.Com", "3.5", "Ph.D", "Mr.Rao", "z.Hd"] {
            assert_eq!(words(whole), whole);
        }
        assert_eq!(words("Jane.Doe@example.com"), "Jane.Doe @ example.com");
        assert_eq!(words("files/Report.Final"), "files / Report.Final");
    }
}
