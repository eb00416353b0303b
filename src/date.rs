//! Calendar dates of which parts may be unknown, and the words for their parts.

use std::{fmt, sync::LazyLock};

use crate::{index::Index, letters::digits};

/// Twelve months, then their short forms, of which September has one more.
pub(crate) const MONTHS: &str = "january february march april may june july august september october november december \
                                 jan feb mar apr may jun jul aug sep oct nov dec sept";

/// From Monday on.
pub(crate) const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

static MONTH: LazyLock<Index> = LazyLock::new(|| Index::of(&[MONTHS]));

/// The number of the month that the word names, long or short.
pub(crate) fn month(word: &str) -> Option<u8> {
    let place = MONTH.get_small(word)?;
    Some(if place == 24 { 9 } else { place as u8 % 12 + 1 })
}

/// The digits of an ordinal: `22` of `22nd`.
pub(crate) fn ordinal(word: &str) -> Option<&str> {
    ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))
}

/// A date as news gives it: any part that the text leaves open is `None`.
///
/// Its text form is ISO 8601, with the extended form of RFC 6350 where the year is open:
/// `2026-12-17`, `2026-12`, `2026`, `--12-17`, `--12`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The year of the Common Era.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `YYYY-MM-DD`, the form of `published`; a date that no calendar has is refused.
    pub fn parse(iso: &str) -> Option<Self> {
        let bytes = iso.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        let (year, month, day) =
            (iso.get(..4)?.parse().ok()?, iso.get(5..7)?.parse().ok()?, iso.get(8..)?.parse().ok()?);
        Some(Self { year: Some(year), month: Some(month), day: Some(day) }).filter(|date| date.is_on_calendar())
    }

    /// Whether a calendar has the date; February 29 is in some year where none is known.
    pub(crate) fn is_on_calendar(self) -> bool {
        let month = self.month.unwrap_or(1);
        let days = days_in(self.year.unwrap_or(4), month);
        (1..=12).contains(&month) && (1..=days).contains(&self.day.unwrap_or(1))
    }

    /// Whether no part is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The date so many days later, or earlier where `days` is negative; none where a part is not known.
    pub(crate) fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_number(self.number()? + days)
    }

    /// The month so many months later, without a day.
    pub(crate) fn plus_months(self, months: i16) -> Option<Self> {
        let count = i32::from(self.year?) * 12 + i32::from(self.month?) - 1 + i32::from(months);
        Some(Self { year: u16::try_from(count / 12).ok(), month: Some((count % 12) as u8 + 1), day: None })
    }

    /// The day of the week, 0 for Monday.
    pub(crate) fn weekday(self) -> Option<u8> {
        // The day with the number 0, 1 March of the year 0, was a Wednesday.
        Some(((self.number()? + 2) % 7) as u8)
    }

    /// How many days after 1 March of the year 0: years that begin in March have their leap day last.
    fn number(self) -> Option<i32> {
        let (year, month, day) = (i32::from(self.year?), i32::from(self.month?), i32::from(self.day?));
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        Some(
            year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day
                - 1,
        )
    }

    /// The day with that number.
    fn from_number(number: i32) -> Option<Self> {
        let mut year = u16::try_from(number / 365).ok()?;
        let start = |year| Self { year: Some(year), month: Some(1), day: Some(1) }.number();
        while start(year)? > number {
            year = year.checked_sub(1)?;
        }
        let (mut month, mut day) = (1, number - start(year)?);
        while day >= i32::from(days_in(year, month)) {
            day -= i32::from(days_in(year, month));
            month += 1;
        }
        Some(Self { year: Some(year), month: Some(month), day: Some(day as u8 + 1) })
    }

    /// As ISO 8601 writes it, with `-` for a year that is not known: `2026-05-20`, `2026-05`, `--05-20`.
    pub(crate) fn iso(self) -> String {
        let mut iso = self.year.map_or_else(|| "-".to_owned(), |year| digits(year.into(), 4));
        for part in [self.month, self.month.and(self.day)].into_iter().flatten() {
            iso += "-";
            iso += &digits(part.into(), 2);
        }
        iso
    }
}

/// How many days a month of the Gregorian calendar has.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_dates_must_be_on_the_calendar() {
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()).as_deref(), Some("2024-02-29"));
        for wrong in ["2023-02-29", "2026-13-01", "2026-1-1", "20261-1-1", "", "2026-12-17T10:00", "२०२६-12-1"]
        {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let date = Date::parse("2024-03-01").unwrap();
        assert_eq!(date.weekday(), Some(4));
        for (days, iso) in [(-1, "2024-02-29"), (-61, "2023-12-31"), (0, "2024-03-01"), (306, "2025-01-01")] {
            assert_eq!(date.plus_days(days), Date::parse(iso), "{days}");
        }
        assert_eq!(
            Date::parse("2026-01-31").unwrap().plus_months(-1).map(|d| d.to_string()).as_deref(),
            Some("2025-12")
        );
        assert_eq!(Date { year: None, ..date }.plus_days(1), None);
    }

    #[test]
    fn open_years_print_with_two_hyphens() {
        let date = Date { month: Some(12), day: Some(17), ..Date::default() };
        assert_eq!(date.to_string(), "--12-17");
        assert_eq!(Date { day: None, ..date }.to_string(), "--12");
        assert_eq!(Date { year: Some(2019), ..Date::default() }.to_string(), "2019");
    }
}
