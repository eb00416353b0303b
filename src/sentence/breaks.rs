//! Where a line break was lost: letters, forums and headers that run on in one line without a full stop.

use super::{line::Line, words::List};
use crate::{letters::is_any, token::Shape};

/// A run of so many equal marks is a rule across the page.
const RULE: usize = 4;

/// A closing formula has no more tokens than this, its comma included: `Yours very truly,`.
const LONGEST_CLOSING: usize = 4;

/// Does a sentence end before token `at` though nothing stops it there? It does behind a rule (`****`), around the stamp
/// of a message (`Ana Ruiz 05/17/2026 11:21 AM Here you go`), behind an e-mail address before a capital, and behind the
/// closing of a letter (`Best regards, Ana Ruiz`). `first` begins the sentence.
pub fn before(line: &Line<'_>, first: usize, at: usize) -> bool {
    if !line.is_spaced(at) {
        return false;
    }
    line.is_ruled_off(at)
        || line.is_stamped(first, at)
        || line.begins_a_stamp(at)
        || line.shape(at).is_capitalized() && (line.is_addressed(first, at) || line.is_closed(first, at))
}

impl<'a> Line<'a> {
    /// Do the marks of a rule stand before `at`? `====` and `____` are rules, `---` is a dash.
    fn is_ruled_off(&self, at: usize) -> bool {
        let last = self.back(at, 1);
        if last.len() >= RULE && last.bytes().all(|byte| byte == b'_') {
            return true;
        }
        matches!(last, "*" | "=" | "-" | "~" | "#")
            && (2..=RULE).all(|n| self.back(at, n) == last && !self.is_spaced(at + 1 - n))
    }

    /// Does a stamp end before `at`, and no time zone follow?
    fn is_stamped(&self, first: usize, at: usize) -> bool {
        let is_meridiem = |word: &str| matches!(word, "AM" | "PM" | "am" | "pm");
        let mut end = at - usize::from(is_meridiem(self.back(at, 1)));
        // `11:21` or `11:21:59`, behind a day of five tokens.
        let mut parts = 1;
        while parts < 3 && end >= first + 2 && self.back(end, 2) == ":" && self.is_number(end - 1) {
            end -= 2;
            parts += 1;
        }
        parts > 1
            && end >= first + 6
            && self.is_day(end - 6)
            && !is_meridiem(self.token(at))
            && !List::Calendar.has(self.token(at))
    }

    /// Does a stamp begin at `at`, behind a name?
    fn begins_a_stamp(&self, at: usize) -> bool {
        let follows_a_name = at.checked_sub(1).is_some_and(|before| self.shape(before).is_capitalized());
        self.is_day(at) && follows_a_name && self.is_number(at + 5) && self.token(at + 6) == ":"
    }

    /// Is `05/17/2026` at `at`?
    fn is_day(&self, at: usize) -> bool {
        [0, 2, 4].into_iter().all(|n| self.is_number(at + n)) && [1, 3].into_iter().all(|n| self.token(at + n) == "/")
    }

    /// Does an e-mail address end before `at`, be it in angle brackets?
    fn is_addressed(&self, first: usize, at: usize) -> bool {
        let end = at - usize::from(self.back(at, 1) == ">");
        end >= first + 3 && self.back(end, 2) == "@" && !self.is_spaced(end - 1) && !self.is_spaced(end - 2)
    }

    /// Is `first..at` the closing formula of a letter?
    fn is_closed(&self, first: usize, at: usize) -> bool {
        let closes = |word| is_any(word, "faithfully regards respectfully sincerely thanks truly wishes");
        self.back(at, 1) == "," && (2..=LONGEST_CLOSING).contains(&(at - first)) && closes(self.back(at, 2))
    }

    fn back(&self, at: usize, n: usize) -> &'a str {
        at.checked_sub(n).map_or("", |at| self.token(at))
    }

    fn is_number(&self, at: usize) -> bool {
        self.shape(at) == Shape::Number
    }
}
