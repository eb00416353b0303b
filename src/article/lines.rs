//! Text into blocks: a line is one, and so is a paragraph that was wrapped at a fixed width.

use std::ops::RangeInclusive;

use crate::{
    letters::{first_is, last_is},
    options::Extent,
    span::Span,
};

/// The widths, in characters, at which mail and wire services wrap. A wider line is a paragraph by itself.
const WRAPPED: RangeInclusive<usize> = 40..=100;

/// A line that is cut off in mid-sentence has at least so many words; an entry of a list in small letters has fewer.
const CUT_OFF: usize = 4;

/// A line, with what tells whether it goes on with the one before.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, true of some lines and not of others")]
struct Line {
    span: Span,
    /// Its length in characters, no longer than matters.
    width: usize,
    first_word: usize,
    words: usize,
    starts_lower: bool,
    /// Whether no mark ends it that could end a sentence or open a list.
    open: bool,
    bulleted: bool,
    /// Whether an empty line stands before it.
    apart: bool,
}

/// Every stretch of `text` that stands for itself, trimmed, in order. Together they cover all but white space.
pub(super) fn blocks(text: &str, extent: Extent) -> Vec<Span> {
    let lines = lines(text);
    let mut blocks: Vec<Span> = Vec::with_capacity(lines.len());
    let groups = || lines.chunk_by(|_, next| !next.apart);
    // Where paragraphs are wrapped, all are wrapped at one width.
    let page = groups().filter(|group| is_wrapped(group)).map(width_of).max().unwrap_or_default();
    for group in groups() {
        let (wrapped, width) = (is_wrapped(group), width_of(group));
        let fits = !wrapped && WRAPPED.contains(&width) && width <= page;
        let mut previous: Option<&Line> = None;
        for line in group {
            let goes_on = previous.is_some_and(|previous| {
                let full = |width| previous.width + 1 + line.first_word > width;
                let cut = cuts(previous, line) && (extent == Extent::Whole || WRAPPED.contains(&previous.width));
                cut || !line.bulleted && (wrapped && full(width) || fits && previous.open && full(page))
            });
            match blocks.last_mut() {
                Some(block) if goes_on => block.end = line.span.end,
                _ => blocks.push(line.span),
            }
            previous = Some(line);
        }
    }
    blocks
}

fn width_of(group: &[Line]) -> usize {
    group.iter().map(|line| line.width).max().unwrap_or_default()
}

/// Are the lines of `group` one paragraph that was wrapped at a fixed width?
///
/// Wrapped prose breaks about every other line before a small letter; a list of headlines hardly any. Where capitals
/// happen to begin its lines, each but the last is full, and the last ends as a sentence ends.
fn is_wrapped(group: &[Line]) -> bool {
    let width = width_of(group);
    let pairs = || group.iter().zip(group.iter().skip(1));
    let count = pairs().filter(|(line, next)| cuts(line, next)).count();
    let broken = count > 0 && count * 3 >= group.len() - 1;
    let all_full = || pairs().all(|(line, next)| line.width + 1 + next.first_word > width && !next.bulleted);
    let ends = || group.last().is_some_and(|line| !line.open) && pairs().filter(|(line, _)| line.open).count() >= 2;
    WRAPPED.contains(&width) && (broken || (ends() && all_full()))
}

/// Is the sentence of `line` cut off by the break, and `next` its other half?
/// `It was a cold / night.` is; `contact us / events`, `She left. / iPods` and `two of them: / tea` are not.
fn cuts(line: &Line, next: &Line) -> bool {
    line.open && line.words >= CUT_OFF && next.starts_lower && !next.bulleted
}

fn lines(text: &str) -> Vec<Line> {
    const ENDS: &[char] = &['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'];
    let mut lines = Vec::new();
    let (mut start, mut apart) = (0, false);
    for piece in text.split_inclusive(ENDS) {
        let line = piece.trim_end_matches(ENDS);
        let mut at = start;
        // A carriage return ends a line of its own only where no line feed follows it.
        for part in line.strip_suffix('\r').unwrap_or(line).split('\r') {
            let span = Span::new(at..at + part.len()).trim(text);
            at += part.len() + 1;
            if span.is_empty() {
                apart = true;
            } else {
                lines.push(Line { apart, ..measure(span, span.of(text)) });
                apart = false;
            }
        }
        start += piece.len();
    }
    lines
}

fn measure(span: Span, line: &str) -> Line {
    Line {
        span,
        width: line.chars().take(WRAPPED.end() + 1).count(),
        first_word: line.split_whitespace().next().map_or(0, |word| word.chars().take(WRAPPED.end() + 1).count()),
        words: line.split_whitespace().take(CUT_OFF).count(),
        starts_lower: first_is(line, char::is_lowercase),
        open: !last_is(line, |c| super::evidence::is_stop(c) || matches!(c, ':' | '"' | '”' | '»' | '|')),
        bulleted: super::evidence::bullet(line) > 0,
        apart: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, extent: Extent, expected: &[&str]) {
        let found: Vec<&str> = blocks(text, extent).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_line_ending_ends_a_line() {
        check("A\r\nB\rC\u{2028}D\n\n E \n\u{a0}\n", Extent::Article, &["A", "B", "C", "D", "E"]);
    }

    #[test]
    fn carriage_returns_do_not_part_wrapped_lines() {
        let text = "The harbor office said on Monday that the ferry had been\r\nheld back by fog in the strait.";
        check(text, Extent::Article, &[text]);
    }

    #[test]
    fn a_sentence_cut_in_two_is_whole_again() {
        check(
            "It was a cold\nnight.\nfeatures\nevents",
            Extent::Whole,
            &["It was a cold\nnight.", "features", "events"],
        );
        check("Read all about us\nlog in", Extent::Article, &["Read all about us", "log in"]);
    }
}
