//! Tables of words: the one kind of map in the core, so that a reader loads the code of one.

use crate::letters::in_small_letters;

/// A number for each word. Words are known by their [`key`]s.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// As many as a power of two, at least half of them free; a word stands where its key tells, or behind.
    slots: Vec<Slot>,
    len: usize,
}

/// A word's key and number; a free one has the key 0, which no word has.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    number: u32,
}

impl Index {
    /// An index with room for so many words.
    pub fn with_capacity(words: usize) -> Self {
        let mut index = Self::default();
        index.grow(2 * words + 2);
        index
    }

    /// The words of a list, one a line, each with its place.
    pub fn read(list: &'static str) -> Self {
        let mut index = Self::default();
        for (word, number) in list.lines().zip(0..) {
            index.number(word, number);
        }
        index
    }

    /// The words of some lists, in which spaces part them, each with its place in all of them.
    pub fn of(lists: &[&str]) -> Self {
        let mut index = Self::default();
        for (word, place) in lists.iter().flat_map(|list| list.split(' ')).zip(0..) {
            index.number(word, place);
        }
        index
    }

    /// The number of `word`.
    pub fn get(&self, word: &str) -> Option<u32> {
        let key = key(word);
        self.slots.get(self.place(key)).filter(|slot| slot.key == key).map(|slot| slot.number)
    }

    /// The number of `word` in small letters.
    #[inline(never)]
    pub fn get_small(&self, word: &str) -> Option<u32> {
        in_small_letters(word, |word| self.get(word))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether `word` has a number. Not inlined, for many places ask.
    #[inline(never)]
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The number of `word`; that is `new` where it has none yet.
    pub fn number(&mut self, word: &str, new: u32) -> &mut u32 {
        if self.slots.len() <= 2 * self.len {
            self.grow(2 * self.len + 2);
        }
        let key = key(word);
        let place = self.place(key);
        let slot = &mut self.slots[place];
        if slot.key != key {
            *slot = Slot { key, number: new };
            self.len += 1;
        }
        &mut slot.number
    }

    /// Where the word of this key stands, or would stand.
    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = key as usize & mask;
        while self.slots.get(place).is_some_and(|slot| slot.key != key && slot.key != 0) {
            place = (place + 1) & mask;
        }
        place
    }

    #[inline(never)]
    fn grow(&mut self, room: usize) {
        let room = vec![Slot::default(); room.next_power_of_two()];
        let slots = std::mem::replace(&mut self.slots, room);
        for slot in slots.into_iter().filter(|slot| slot.key != 0) {
            let place = self.place(slot.key);
            self.slots[place] = slot;
        }
    }
}

/// A number for the text, the same on every machine. Two texts of one number are as rare as a hash of 64 bits makes them.
///
/// The factor is 2⁶⁴ divided by the golden ratio, made odd: it spreads what differs in any place (Knuth).
fn key(text: &str) -> u64 {
    let (eights, rest) = text.as_bytes().as_chunks();
    let rest = rest.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte));
    eights.iter().map(|eight| u64::from_le_bytes(*eight)).chain([rest]).fold(!(text.len() as u64), |key, part| {
        let key = (key.rotate_left(23) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        key ^ key >> 29
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_have_different_numbers() {
        let texts = (0..200_000).map(|n| format!("{n:x} {n}")).chain(["", "a", "a\0", "\0a"].map(str::to_owned));
        let mut index = Index::default();
        for (text, number) in texts.zip(0..) {
            assert_eq!(*index.number(&text, number), number, "{text}");
        }
    }

    #[test]
    fn a_word_keeps_its_first_number() {
        let mut index = Index::read("port\nquay\n");
        assert_eq!([index.get("port"), index.get("quay"), index.get("pier")], [Some(0), Some(1), None]);
        assert_eq!(*index.number("quay", 7), 1);
    }
}
