//! Words in small letters.

/// Calls `look` with the word in small letters.
pub fn in_small_letters<T>(word: &str, look: impl FnOnce(&str) -> T) -> T {
    // Most words have no capital, and most others are short and of plain letters: neither needs memory of its own.
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return look(word);
    }
    let mut letters = [0; 16];
    match letters.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(letters) => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            look(std::str::from_utf8(letters).unwrap_or_default())
        }
        None => look(&word.to_lowercase()),
    }
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
