//! Byte offsets of the core to the units that callers count in, and back.

use crate::span::Span;

/// What a caller counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript does.
    #[default]
    Utf16,
    /// Unicode code points, as Python does.
    Chars,
    /// Bytes of UTF-8, as Rust does.
    Bytes,
    /// UTF-16 code units that are no white space: the same in whatever markup the text is published.
    #[cfg(feature = "cli")]
    Ink,
}

impl Unit {
    fn len(self, c: char) -> usize {
        match self {
            Self::Chars => 1,
            Self::Bytes => c.len_utf8(),
            #[cfg(feature = "cli")]
            Self::Ink if c.is_whitespace() => 0,
            _ => c.len_utf16(),
        }
    }

    /// How long `text` is. Most text is ASCII, of which every byte counts once where a space does.
    fn length(self, text: &str) -> u32 {
        let is_plain = self.len(' ') == 1 && text.bytes().all(|byte| byte.is_ascii());
        if is_plain { text.len() as u32 } else { text.chars().map(|c| self.len(c) as u32).sum() }
    }
}

/// The bytes between two marks of an [`Offsets`]: a longer stride saves memory, a shorter one time.
const STRIDE: usize = 32;

/// Translates offsets of one text in near-constant time each, from a mark every 32 bytes.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// For each stride of bytes, how long all characters are that begin before it.
    marks: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut this = Self { text, unit, marks: Vec::new() };
        for byte in (0..text.len()).step_by(STRIDE) {
            // Counted from the mark before it.
            this.marks.push(this.from_byte(byte as u32));
        }
        this
    }

    /// The byte offset `byte` in the unit. An offset inside a character counts as the end of that character.
    ///
    /// # An emoji is two UTF-16 units and four bytes
    ///
    /// ```
    /// use nutgraf::offsets::{Offsets, Unit};
    /// assert_eq!(Offsets::new("🌊 rises", Unit::Utf16).from_byte(5), 3);
    /// assert_eq!(Offsets::new("🌊 rises", Unit::Chars).from_byte(5), 2);
    /// ```
    pub fn from_byte(&self, byte: u32) -> u32 {
        let (from, count) = self.mark(byte as usize / STRIDE);
        let passed = self.text.get(from..self.text.ceil_char_boundary(byte as usize)).unwrap_or_default();
        count + self.unit.length(passed)
    }

    /// The byte offset of `offset`, which counts in the unit; past the end it is the end of the text.
    pub fn to_byte(&self, offset: u32) -> u32 {
        let (from, mut count) = self.mark(self.marks.partition_point(|count| *count <= offset).saturating_sub(1));
        for (i, c) in self.text.get(from..).unwrap_or_default().char_indices() {
            if count >= offset {
                return (from + i) as u32;
            }
            count += self.unit.len(c) as u32;
        }
        self.text.len() as u32
    }

    /// The first character of a stride, the last one where the text ends before it, and how long those before are.
    fn mark(&self, stride: usize) -> (usize, u32) {
        let stride = stride.min(self.marks.len().saturating_sub(1));
        (self.text.ceil_char_boundary(stride * STRIDE), self.marks.get(stride).copied().unwrap_or_default())
    }

    /// The byte span of `start..end`, which count in the unit.
    pub fn to_bytes(&self, start: u32, end: u32) -> Span {
        Span { start: self.to_byte(start), end: self.to_byte(end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_goes_there_and_back() {
        let text = "a🌊é\u{301}नमस्ते العربية \r\n".repeat(40);
        let lengths = [text.encode_utf16().count(), text.chars().count(), text.len()];
        for (unit, length) in [Unit::Utf16, Unit::Chars, Unit::Bytes].into_iter().zip(lengths) {
            let offsets = Offsets::new(&text, unit);
            let mut count = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(offsets.from_byte(byte as u32), count, "{unit:?} at byte {byte}");
                assert_eq!(offsets.to_byte(count), byte as u32, "{unit:?} at {count}");
                count += unit.len(c) as u32;
            }
            assert_eq!(offsets.from_byte(text.len() as u32), length as u32);
            assert_eq!(offsets.to_bytes(0, u32::MAX), Span::new(0..text.len()));
        }
    }

    #[cfg(feature = "cli")]
    #[test]
    fn ink_is_counted_without_the_white_space_around_it() {
        let text = "\u{a0}A 🌊\r\n\u{3000}rises. ".repeat(40);
        let offsets = Offsets::new(&text, Unit::Ink);
        let mut count = 0;
        for (byte, c) in text.char_indices() {
            assert_eq!(offsets.from_byte(byte as u32), count, "at byte {byte}");
            count += if c.is_whitespace() { 0 } else { c.len_utf16() as u32 };
        }
    }
}
