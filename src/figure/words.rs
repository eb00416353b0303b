//! A sentence as its words, to look ahead and back in; and tables of words.

use std::{cell::OnceCell, ops::Range};

use super::role::Role;
use crate::{
    index::Index,
    letters::{is_any, where_is},
    span::Span,
    token::{Shape, Token},
};

/// The words of one sentence, as every reader of it is given them.
pub(super) type Words<'a> = &'a WordList<'a>;

/// The words of one sentence. Looking past either end sees the empty word.
pub(super) struct WordList<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// The text of each token: they are looked at more often than anything else.
    words: Vec<&'a str>,
    /// Told when first asked for: most sentences have no figure.
    pub roles: OnceCell<Vec<Role>>,
}

// Not inlined where hundreds of places ask: what they do weighs more than a call, and the reader loads it all.
impl<'a> WordList<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let words = tokens.iter().map(|token| token.span.of(text)).collect();
        Self { text, tokens, words, roles: OnceCell::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline(never)]
    pub(super) fn at(&self, index: usize) -> &'a str {
        self.words.get(index).copied().unwrap_or_default()
    }

    /// The word `back` places before `index`.
    #[inline(never)]
    pub(super) fn before(&self, index: usize, back: usize) -> &'a str {
        index.checked_sub(back).map_or("", |index| self.at(index))
    }

    #[inline(never)]
    pub(super) fn shape(&self, index: usize) -> Shape {
        self.tokens.get(index).map_or(Shape::Mark, |token| token.shape)
    }

    /// Whether the word at `index` is one of `list`, as for [`is_any`]. No list has numbers, and not to look makes long
    /// tables quicker.
    #[inline(never)]
    pub(super) fn any(&self, index: usize, list: &str) -> bool {
        let word = self.at(index);
        !word.as_bytes().first().is_some_and(u8::is_ascii_digit) && is_any(word, list)
    }

    /// The first of the words that is one of `list`.
    #[inline(never)]
    pub(super) fn first_of(&self, mut words: Range<usize>, list: &str) -> Option<usize> {
        words.find(|index| self.any(*index, list))
    }

    /// Whether one of the words is one of `list`.
    #[inline(never)]
    pub(super) fn has(&self, words: Range<usize>, list: &str) -> bool {
        self.first_of(words, list).is_some()
    }

    /// The last of the words that is one of `list`.
    #[inline(never)]
    pub(super) fn last_of(&self, words: Range<usize>, list: &str) -> Option<usize> {
        words.rev().find(|index| self.any(*index, list))
    }

    /// Whether the word at `index` ends so.
    #[inline(never)]
    pub(super) fn ends(&self, index: usize, ending: &str) -> bool {
        self.at(index).ends_with(ending)
    }

    /// Whether no space parts the word from the one before.
    #[inline(never)]
    pub(super) fn glued(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(index)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }

    /// Their stretch, and no other.
    #[inline(never)]
    pub(super) fn only(&self, words: Range<usize>) -> Vec<Span> {
        vec![self.span(words)]
    }

    /// The stretch from the first to the last of the words; nothing where there are none.
    #[inline(never)]
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        match self.tokens.get(words) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// Does the dash hold two words together, as in `three-judge`?
    #[inline(never)]
    pub(super) fn is_hyphen(&self, index: usize) -> bool {
        self.is_dash(index) && self.glued(index) && self.glued(index + 1)
    }

    /// Is the token a dash? `-`, `–` and `—` are, with or without spaces around.
    #[inline(never)]
    pub(super) fn is_dash(&self, index: usize) -> bool {
        matches!(self.at(index), "-" | "–" | "—" | "‑" | "−")
    }
}

/// The names of what has more than one.
pub(super) struct Table {
    lines: Vec<(&'static str, &'static str)>,
    keys: Index,
    /// The [`head`]s of keys that go on behind it.
    heads: Index,
}

impl Table {
    /// Reads a list of lines `name = alias, alias`: the table says the name of each alias and of itself.
    pub(super) fn read(list: &'static str) -> Self {
        let mut lines = Vec::new();
        for line in list.lines() {
            let (name, aliases) = line.split_once('=').unwrap_or((line, line));
            let name = name.trim_end();
            lines.extend(aliases.split(',').map(|alias| (alias.trim_start(), name)));
            lines.push((name, name));
        }
        let (mut keys, mut heads) = (Index::with_capacity(lines.len()), Index::default());
        for ((key, _), number) in lines.iter().zip(0..) {
            keys.number(key, number);
            if head(key).len() < key.len() {
                heads.number(head(key), number);
            }
        }
        Self { lines, keys, heads }
    }

    /// What the table says of `key`.
    pub(super) fn look_up(&self, key: &str) -> Option<&'static str> {
        self.lines.get(self.keys.get(key)? as usize).map(|(_, value)| *value)
    }

    /// Whether a key begins with this [`head`] and goes on.
    pub(super) fn goes_on_behind(&self, head: &str) -> bool {
        self.heads.has(head)
    }
}

/// The words of lists, one a line, and what each list says of its words.
pub(super) struct Kinds<K: 'static> {
    lists: &'static [(K, &'static str)],
    /// The number of the list for each word.
    words: Index,
}

impl<K: Copy> Kinds<K> {
    pub(super) fn read(lists: &'static [(K, &'static str)]) -> Self {
        let mut words = Index::default();
        for ((_, list), number) in lists.iter().zip(0..) {
            for word in list.lines() {
                words.number(word, number);
            }
        }
        Self { lists, words }
    }

    /// What is said of `word`, in any case.
    pub(super) fn of(&self, word: &str) -> Option<K> {
        let number = self.words.get_small(word)?;
        self.lists.get(number as usize).map(|(kind, _)| *kind)
    }
}

/// The letters that `text` begins with, or the one mark: `km` of `km/h`, `°` of `°C`.
pub(super) fn head(text: &str) -> &str {
    let letters = where_is(text, |c| !c.is_alphabetic()).unwrap_or(text.len());
    let first = text.chars().next().map_or(0, char::len_utf8);
    text.get(..letters.max(first)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        let table = Table::read("dollar = $, us dollar\nkilometre = km\nmetre = m\nplain\nspeed = km/h\n");
        let found = ["$", "us dollar", "dollar", "km", "km/h", "m", "plain"].map(|key| table.look_up(key));
        assert_eq!(found, ["dollar", "dollar", "dollar", "kilometre", "speed", "metre", "plain"].map(Some));
        assert!(table.goes_on_behind("km") && !table.goes_on_behind("m"));
        for key in ["", "k", "z", "m = metre", "#"] {
            assert_eq!(table.look_up(key), None, "{key}");
        }
    }
}
