//! A sentence as its words, to look ahead and back in; and tables of words.

use std::ops::Range;

use super::role::Role;
use crate::{
    span::Span,
    token::{Shape, Token},
};

/// The words of one sentence. Looking past either end sees the empty word.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub roles: &'a [Role],
}

impl<'a> Words<'a> {
    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn at(self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// The word `back` places before `index`.
    pub(super) fn before(self, index: usize, back: usize) -> &'a str {
        index.checked_sub(back).map_or("", |index| self.at(index))
    }

    pub(super) fn shape(self, index: usize) -> Shape {
        self.tokens.get(index).map_or(Shape::Mark, |token| token.shape)
    }

    /// Whether the word at `index` is one of `list`, in any case.
    pub(super) fn any(self, index: usize, list: &[&str]) -> bool {
        is_any(self.at(index), list)
    }

    /// Whether no space parts the word from the one before.
    pub(super) fn glued(self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(index)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }

    /// The stretch from the first to the last of the words; nothing where there are none.
    pub(super) fn span(self, words: Range<usize>) -> Span {
        match self.tokens.get(words) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// Is the token a dash? `-`, `–` and `—` are, with or without spaces around.
    pub(super) fn is_dash(self, index: usize) -> bool {
        matches!(self.at(index), "-" | "–" | "—" | "‑" | "−")
    }
}

pub(super) fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// What a table of sorted lines `key = value` says of `key`; a line without a value says the key itself.
pub(super) fn look_up(table: &'static str, key: &str) -> Option<&'static str> {
    let (found, value) = entry(table, key)?;
    Some(if value.is_empty() { found } else { value })
}

/// The key and the value of a table's line.
pub(super) fn entry(table: &'static str, key: &str) -> Option<(&'static str, &'static str)> {
    Some(parse(from(table, key).lines().next()?)).filter(|(found, _)| *found == key)
}

/// Whether a key of the table begins with `prefix`.
pub(super) fn has_prefix(table: &'static str, prefix: &str) -> bool {
    from(table, prefix).starts_with(prefix)
}

/// The lines of a sorted table from `key` on, found by halving: nothing is built, nothing is copied.
fn from<'t>(table: &'t str, key: &str) -> &'t str {
    let (mut low, mut high) = (0, table.len());
    while let Some(rest) = table.get(low..high).filter(|rest| !rest.is_empty()) {
        let middle = rest.floor_char_boundary(rest.len() / 2);
        let (left, right) = rest.split_at(middle);
        let start = left.rfind('\n').map_or(0, |stop| stop + 1);
        let end = right.find('\n').map_or(rest.len(), |stop| middle + stop + 1);
        if parse(rest.get(start..end).unwrap_or_default()).0 < key {
            low += end;
        } else {
            high = low + start;
        }
    }
    table.get(low..).unwrap_or_default()
}

fn parse(line: &str) -> (&str, &str) {
    let line = line.trim_end();
    line.split_once('=').map_or((line, ""), |(key, value)| (key.trim_end(), value.trim_start()))
}

#[cfg(test)]
pub(super) fn assert_sorted(table: &str) {
    let keys: Vec<&str> = table
        .lines()
        .skip_while(|line| line.starts_with("# "))
        .map(|line| line.split_once(" = ").map_or(line, |(key, _)| key))
        .collect();
    for (before, after) in keys.iter().zip(keys.iter().skip(1)) {
        assert!(before < after, "{after:?} must stand before {before:?}, and once");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        let table = "# comment\n$ = dollar\nkm = kilometre\nkm/h = speed\nm = metre\nplain\n";
        let found: Vec<_> = ["$", "km", "km/h", "m", "plain"].map(|key| look_up(table, key)).into();
        assert_eq!(found, ["dollar", "kilometre", "speed", "metre", "plain"].map(Some));
        assert!(has_prefix(table, "km/") && !has_prefix(table, "kn"));
        for key in ["", "k", "z", "m = metre", "#"] {
            assert_eq!(look_up(table, key), None, "{key}");
        }
    }
}
