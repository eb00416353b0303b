//! The letters of words and the digits of numbers.
//!
//! Words are sought in lists, `"am pm"`, and not one by one in patterns: the code of a search is loaded once, and that of
//! a pattern for each of its words.
//!
//! Marks are sought as slices, `&['.', ','][..]`: one search of the library serves all, where a mark alone and an array of
//! each length would bring their own.

use std::borrow::Cow;

/// Has the text this ASCII letter or mark? The library's `contains` brings the search for strings with it, which every
/// reader would load.
pub fn has(text: &str, letter: u8) -> bool {
    text.as_bytes().contains(&letter)
}

/// Whether `word` is one of the words that stand in `list` between spaces, in any case.
#[inline(never)]
pub fn is_any(word: &str, list: &str) -> bool {
    place(word, list).is_some()
}

/// Is the first letter such a one? For each kind of letter the library's `starts_with` would bring a search of its own.
#[inline(never)]
pub fn first_is(text: &str, is_such: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(is_such)
}

/// Is the last letter such a one?
#[inline(never)]
pub fn last_is(text: &str, is_such: fn(char) -> bool) -> bool {
    text.chars().next_back().is_some_and(is_such)
}

/// Where the first such letter stands.
#[inline(never)]
pub fn where_is(text: &str, is_such: fn(char) -> bool) -> Option<usize> {
    text.char_indices().find(|(_, letter)| is_such(*letter)).map(|(at, _)| at)
}

/// Is there such a letter?
pub fn any_is(text: &str, is_such: fn(char) -> bool) -> bool {
    where_is(text, is_such).is_some()
}

/// The place of `word` in such a list.
pub fn place(word: &str, list: &str) -> Option<usize> {
    list.as_bytes().split(|byte| *byte == b' ').position(|entry| entry.eq_ignore_ascii_case(word.as_bytes()))
}

/// The word with the ending that stands first in a pair of `pairs` replaced by the second: `fishermen` by `men man`.
pub fn replaced(word: &str, pairs: &str) -> Option<String> {
    let mut endings = pairs.split(' ');
    loop {
        let (old, new) = (endings.next()?, endings.next()?);
        if let Some(stem) = word.strip_suffix(old) {
            return Some(concat(&[stem, new]));
        }
    }
}

/// The number in at least so many digits. The library's formatting would weigh half a kilobyte more.
pub fn digits(mut value: u64, least: usize) -> String {
    let mut digits = String::new();
    while value > 0 || digits.len() < least {
        digits.insert(0, char::from(b'0' + (value % 10) as u8));
        value /= 10;
    }
    digits
}

/// Calls `look` with the word in small letters.
pub fn in_small_letters<T>(word: &str, look: impl FnOnce(&str) -> T) -> T {
    look(&small(word, &mut [0; 16]))
}

/// The word in small letters. It is written into `letters` where it fits, and kept where it has no capital: few words
/// need memory of their own. Not inlined, for a look-up has but few instructions, and this would stand before each.
#[inline(never)]
fn small<'a>(word: &'a str, letters: &'a mut [u8; 16]) -> Cow<'a, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return word.into();
    }
    match letters.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(letters) => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            std::str::from_utf8(letters).unwrap_or_default().into()
        }
        None => lower(word).into(),
    }
}

/// The word in small letters, each letter by itself: that the last `Σ` of a word is a `ς` would weigh more than a
/// kilobyte.
pub fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut small = String::with_capacity(word.len());
    for letter in word.chars() {
        small.extend(letter.to_lowercase());
    }
    small
}

/// The text without white space at its ends. The library's `trim` goes from both ends at once, by code that nothing else needs.
pub fn trim(text: &str) -> &str {
    text.trim_start().trim_end()
}

/// What stands between marks and spaces.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty())
}

/// The pieces as one text. The library's `concat` joins with any mark, and would weigh three hundred bytes more.
pub fn concat(pieces: &[&str]) -> String {
    let mut all = String::new();
    for piece in pieces {
        all.push_str(piece);
    }
    all
}

/// The words with a space between each two. The library's `join` would weigh a hundred bytes more.
pub fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for word in words {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(word);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for word in ["attack", "Attack", "NATO", "ÉCOLE", "İzmir", "", "Donaudampfschifffahrtsgesellschaft", "x-Ray"]
        {
            assert_eq!(in_small_letters(word, str::to_owned), word.to_lowercase());
        }
    }
}
