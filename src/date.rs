//! Calendar dates of which parts may be unknown.

use std::fmt;

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
        let fits = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        fits.then_some(Self { year: Some(year), month: Some(month), day: Some(day) })
    }

    /// Whether no part is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
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
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "-")?,
        }
        match (self.month, self.day) {
            (Some(month), Some(day)) => write!(f, "-{month:02}-{day:02}"),
            (Some(month), None) => write!(f, "-{month:02}"),
            _ => Ok(()),
        }
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
    fn open_years_print_with_two_hyphens() {
        let date = Date { month: Some(12), day: Some(17), ..Date::default() };
        assert_eq!(date.to_string(), "--12-17");
        assert_eq!(Date { day: None, ..date }.to_string(), "--12");
        assert_eq!(Date { year: Some(2019), ..Date::default() }.to_string(), "2019");
    }
}
