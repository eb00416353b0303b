//! Times of day as they stand over and before the entries of a live blog.

use crate::letters::{any_is, first_is, has, is_any};

/// Time zones as such times name them.
const ZONES: &str = "AEDT AEST BST CAT CDT CEST CET CST CT EAT EDT EEST EET EST ET GMT HKT IST JST MDT MSK MST PDT PKT \
    PST PT SGT UTC";

/// Is `text` a time and nothing else: `10:45 a.m.`, `[09:40 GMT]`, `3 hours ago`, `2h ago`?
pub(super) fn is_alone(text: &str) -> bool {
    length(text).is_some_and(|length| length == text.len())
}

/// How many bytes the time takes that an entry begins with, its dash included: 9 in `14:05 — The tug left`.
///
/// What follows has to begin as a sentence begins, and not with a day: `14:05 is the time on the ticket` and
/// `14:05 Monday is it` have none.
pub(super) fn before_entry(text: &str) -> Option<usize> {
    let length = length(text)?;
    let entry = text.get(length..).unwrap_or_default().trim_start();
    let first = entry.split_whitespace().next().unwrap_or_default();
    let is_small = entry.chars().find(|c| c.is_alphanumeric()).is_none_or(char::is_lowercase);
    (!is_small && !super::day::is_name(first)).then_some(length)
}

/// How many bytes the time takes that `text` begins with, with the brackets around it and the mark behind it.
fn length(text: &str) -> Option<usize> {
    let mut rest = text;
    let first = next(&mut rest)?.trim_start_matches(&['['][..]);
    if is_clock(first) {
        let mut zoned = !has(first, b'.') || any_is(first, |c| c.is_ascii_alphabetic());
        while let Some(part) = next_if(&mut rest, |word| is_half(bare(word)) || is_any(bare(word), ZONES)) {
            zoned |= !part.is_empty();
        }
        next_if(&mut rest, |word| matches!(word, "—" | "–" | "-" | "|" | ":"));
        return zoned.then_some(text.len() - rest.len());
    }
    rest = text;
    while let Some(number) = next_if(&mut rest, |word| first_is(word, |c| c.is_ascii_digit())) {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        let unit = number.get(digits..).unwrap_or_default();
        let has_unit = if unit.is_empty() { next_if(&mut rest, is_unit).is_some() } else { is_unit(unit) };
        if digits > 2 || !has_unit {
            return None;
        }
    }
    let ago = next_if(&mut rest, |word| word.eq_ignore_ascii_case("ago")).is_some();
    (ago || rest.is_empty()).then_some(text.len() - rest.len())
}

/// Takes the next word off `rest`.
fn next<'t>(rest: &mut &'t str) -> Option<&'t str> {
    next_if(rest, |_| true)
}

/// Takes the next word off `rest` where it is as asked.
fn next_if<'t>(rest: &mut &'t str, is_asked: impl Fn(&str) -> bool) -> Option<&'t str> {
    let words = rest.trim_start();
    let word = words.split(char::is_whitespace).next().filter(|word| !word.is_empty() && is_asked(word))?;
    *rest = words.get(word.len()..).unwrap_or_default();
    Some(word)
}

/// `14:05`, `1.40pm:` and `11:30]`; `14.05` is one only with its zone, and `Psalm` is none.
fn is_clock(word: &str) -> bool {
    let clock = bare(word);
    let digits = clock.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let half = clock.get(digits.len()..).unwrap_or_default();
    let parts = |mark: char| {
        let (hour, rest) = digits.split_once(mark).unwrap_or_default();
        let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_full = |part: &str| part.len() == 2 && is_number(part);
        is_number(hour) && rest.split(mark).all(is_full) && rest.len() <= "59:59".len()
    };
    (half.is_empty() || is_half(half)) && (parts(':') || parts('.'))
}

fn is_half(word: &str) -> bool {
    is_any(word, "am pm a.m. p.m. h")
}

fn is_unit(word: &str) -> bool {
    let one = word.trim_end_matches(&['s', 'S'][..]);
    one.is_empty() || is_any(one, "d day h hour hr m min minute sec second")
}

/// The word without the mark or the bracket behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(&[']', ':', ',', ';'][..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_are_times() {
        for time in [
            "10:45 a.m.",
            "10:12 AM IST",
            "09:40",
            "9:40pm",
            "3 hours ago",
            "12:01:30 GMT",
            "5 min",
            "2h ago",
            "1 hr 20 min ago",
            "14.05 BST",
            "[11:30]",
        ] {
            assert!(is_alone(time), "{time}");
        }
        for other in [
            "3-2",
            "3 hours in the cold",
            "10:45 The tug left",
            "Psalm 10:12",
            "12",
            "",
            "12:30 Ames",
            "14.05",
            "123:45",
        ] {
            assert!(!is_alone(other), "{other}");
        }
    }

    #[test]
    fn an_entry_begins_behind_its_time() {
        let entries = ["14:05 — The tug left", "2h ago The tug left", "[9:40] “We left”", "9.40am: Tug leaves"];
        assert_eq!(entries.map(before_entry), [Some(9), Some(6), Some(6), Some(7)]);
        for other in [
            "14:05 is late",
            "14:05 Monday is late",
            "3 tugs left",
            "9.40 Tugs",
            "14:05",
            "1:0 The tug won",
            "3 hours The tug left",
            "12:10:30:45 The tug left",
        ] {
            assert_eq!(before_entry(other), None, "{other}");
        }
    }
}
