//! Days as datelines and stamps write them: `Dec 17`, `March 3, 2026`, `Monday`.

use crate::{
    date::{self, Date, WEEKDAYS},
    letters::{is_any, pieces},
};

const SHORT_WEEKDAYS: &str = "mon tue wed thu fri sat sun";

/// The day that `text` names, if it names a day and nothing else; empty for a bare weekday.
pub(super) fn read(text: &str) -> Option<Date> {
    let mut date = Date::default();
    let mut words = 0;
    for word in text.split(&[' ', ',', '\u{a0}', '\n', '\t', '\r'][..]).filter(|word| !word.is_empty()) {
        words += 1;
        if let Some(month) = month(word) {
            date.month = Some(month);
        } else if let Some(number) = number(word) {
            match number {
                1..=31 if date.day.is_none() => date.day = Some(number as u8),
                1900..=2100 if date.year.is_none() => date.year = Some(number),
                _ => return None,
            }
        } else if !is_weekday(word) {
            return None;
        }
    }
    let complete = date.is_empty() || date.month.is_some();
    (words > 0 && complete).then_some(date)
}

/// Does `text` name a month beside a number, as the line that says when a story was published does?
pub(super) fn is_named_in(text: &str) -> bool {
    pieces(text).any(|word| month(word).is_some()) && pieces(text).any(|word| number(word).is_some())
}

/// Is `word` a month or a day of the week, short or long: `Dec.`, `March`, `Monday`?
pub(super) fn is_name(word: &str) -> bool {
    month(word).is_some() || is_weekday(word)
}

fn month(word: &str) -> Option<u8> {
    date::month(word.trim_end_matches(&['.', ','][..]))
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(&['.', ','][..]);
    is_any(word, WEEKDAYS) || is_any(word, SHORT_WEEKDAYS)
}

/// `17`, `3rd` and `2026`.
fn number(word: &str) -> Option<u16> {
    let digits = word.trim_end_matches(&['.', ','][..]);
    date::ordinal(digits).unwrap_or(digits).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_are_days() {
        let days = ["Dec 17", "17 December", "March 3rd, 2026", "Sept. 9", "Tuesday", "Tue, Dec 17", "May"];
        let found = days.map(|day| read(day).map(|date| date.to_string()).unwrap_or_default());
        assert_eq!(found, ["--12-17", "--12-17", "2026-03-03", "--09-09", "-", "--12-17", "--05"]);
        for other in ["17", "New Delhi", "Dec 17 18 19", "Dec 17 2025 2026", "Tu, Dec 17", "", "the 3rd"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
