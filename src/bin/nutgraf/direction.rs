//! The direction in which a text runs, as `www/direction.js` tells it.

/// Characters that decide are looked for this far.
const ENOUGH: usize = 2000;

/// That of most of its letters: `dir="auto"` goes by the first letter alone.
pub(crate) fn of(text: &str) -> &'static str {
    let letters = || text.chars().take(ENOUGH).filter(|c| c.is_alphabetic());
    if letters().filter(|c| !is_right_to_left(*c)).count() * 2 >= letters().count() { "ltr" } else { "rtl" }
}

/// Is `c` of a script that runs from right to left? Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan and Adlam do.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{85f}' | '\u{860}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{1e900}'..='\u{1e95f}' | '\u{1ee00}'..='\u{1eeff}')
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn most_letters_decide() {
        assert_eq!(of("“العربية” is the word for Arabic."), "ltr");
        assert_eq!(of("قالت NATO إنها ستغادر يوم الأحد"), "rtl");
        assert_eq!(of("38 %"), "ltr");
    }
}
