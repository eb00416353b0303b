//! Where something stands in the text.

use std::ops::Range;

use crate::letters::trim;

/// A stretch of the article, in **bytes** of its UTF-8 text, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Where the first byte stands.
    pub start: u32,
    /// Where the byte after the last one stands.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Offsets past four gigabytes do not occur: the reader stops before them.
    pub fn new(range: Range<usize>) -> Self {
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// The text that stands here, or nothing where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies inside, ends included.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same stretch without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let slice = self.of(text);
        let start = self.start as usize + (slice.len() - slice.trim_start().len());
        Self::new(start..start + trim(slice).len())
    }
}
