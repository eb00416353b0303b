//! Dates and periods: `May 27`, `12 March 2026`, `In 2020`, `the 1990s`, `between January 1 and September 30`,
//! and, where the day of the story is known, `on Wednesday` and `last year`.

use std::{ops::Range, sync::LazyLock};

use super::words::{Words, place};
use crate::{date::Date, index::Index, letters::in_small_letters, token::Shape};

/// A date or a period and the words it stands in.
#[derive(Clone, Debug)]
pub(super) struct When {
    pub words: Range<usize>,
    /// Its first and last day, month or year, where they can be known.
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// The words, beside those with digits, that a date or period may begin with.
pub(super) const OPENERS: [&str; 4] =
    ["between from last this next yesterday today tomorrow", "year quarter month week months weeks half", DAYS, MONTHS];

/// Back to the one before, to the same, on to the one after.
const STEPS: &str = "last this next";

const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// Twelve months, then their short forms, of which September has one more.
const MONTHS: &str = "january february march april may june july august september october november december \
                      jan feb mar apr may jun jul aug sep oct nov dec sept";

static MONTH: LazyLock<Index> = LazyLock::new(|| Index::of(&[MONTHS]));

/// The date or period that begins at word `at`. Without `today` relative ones have no days.
pub(super) fn read(words: Words<'_>, at: usize, today: Option<Date>) -> Option<When> {
    let when = match place(words.at(at), "between from") {
        Some(0) => between(words, at, "and"),
        Some(_) => between(words, at, "to until till through"),
        None => pair(words, at).or_else(|| up_to(words, at)).or_else(|| relative(words, at, today)),
    }?;
    Some(with_year(words, when, today))
}

/// `between January 1 and September 30`.
fn between(words: Words<'_>, at: usize, links: &str) -> Option<When> {
    let first = date(words, at + 1)?;
    let second = date(words, first.words.end + 1).filter(|_| words.any(first.words.end, links))?;
    Some(interval(at, &first, &second))
}

/// `June 3` and `June 3 to July 9`.
fn pair(words: Words<'_>, at: usize) -> Option<When> {
    let first = date(words, at)?;
    let link = first.words.end;
    let linked = words.is_dash(link) || words.any(link, "to until through");
    let has_month = |when: &When| when.to.is_some_and(|date| date.month.is_some());
    let second = date(words, link + 1).filter(|second| linked && has_month(&first) == has_month(second));
    Some(second.map(|second| interval(at, &first, &second)).unwrap_or(first))
}

/// From the first date to the second, whose year holds for both where only it has one.
fn interval(at: usize, first: &When, second: &When) -> When {
    let (from, to) = (first.from.unwrap_or_default(), second.to.unwrap_or_default());
    let year = from.year.or(to.year.filter(|_| from.month <= to.month));
    When { words: at..second.words.end, from: Some(Date { year, ..from }), to: second.to }
}

/// `the year to January`, `the quarter ended June 30`: when it begins is left to the reader.
fn up_to(words: Words<'_>, at: usize) -> Option<When> {
    const LINKS: [&str; 4] = ["that ended on", "ended", "ending", "to"];
    if !words.any(at, "year quarter month week months weeks half") {
        return None;
    }
    let link = LINKS.iter().find(|link| link.split(' ').zip(at + 1..).all(|(word, at)| words.any(at, word)))?;
    let next = at + 1 + link.split(' ').count();
    let last = date(words, next).or_else(|| month_at(words, next))?;
    Some(When { words: at..last.words.end, from: None, to: last.to })
}

/// The date with the `last year` behind it: `May 3 last year`.
fn with_year(words: Words<'_>, when: When, today: Option<Date>) -> When {
    let end = when.words.end;
    let lacks_year = |date: Option<Date>| date.is_some_and(|date| date.year.is_none() && date.month.is_some());
    let step = place(words.at(end), STEPS);
    let Some(step) = step.filter(|_| lacks_year(when.to) && words.any(end + 1, "year")) else { return when };
    let year = today.and_then(|today| (today.year? + step as u16).checked_sub(1));
    let dated = |date: Option<Date>| date.map(|date| Date { year, ..date });
    When { words: when.words.start..end + 2, from: dated(when.from), to: dated(when.to) }
}

/// An absolute date: a month with day or year or both, a year, a decade, a quarter.
fn date(words: Words<'_>, at: usize) -> Option<When> {
    let when = |end, date| Some(When { words: at..end, from: Some(date), to: Some(date) });
    if let Some(month) = month(words, at) {
        let dot = usize::from(words.at(at + 1) == "." && words.glued(at + 1));
        let next = at + 1 + dot;
        if let Some(day) = day(words.at(next)).filter(|_| !words.glued(next + 1) || words.at(next + 1) != ":") {
            let comma = usize::from(words.at(next + 1) == ",");
            let year = year(words.at(next + 1 + comma));
            let end = next + 1 + if year.is_some() { comma + 1 } else { 0 };
            return when(end, Date { year, month: Some(month), day: Some(day) });
        }
        let comma = usize::from(words.at(next) == ",");
        if let Some(year) = year(words.at(next + comma)) {
            return when(next + comma + 1, Date { year: Some(year), month: Some(month), day: None });
        }
        // Alone, `May` and `March` may be verbs or names, and abbreviations need a day or a year.
        let alone = words.any(at.wrapping_sub(1), "in since until by last of during between");
        return month_at(words, at).filter(|_| alone && words.at(at).len() > 2);
    }
    if let Some(day) = day(words.at(at)) {
        let of = usize::from(words.any(at + 1, "of"));
        if let Some(month) = month(words, at + 1 + of) {
            let year = year(words.at(at + 2 + of));
            let end = at + 2 + of + usize::from(year.is_some());
            return when(end, Date { year, month: Some(month), day: Some(day) });
        }
    }
    if words.at(at + 1) == "-" && words.at(at + 3) == "-" && words.glued(at + 1) && words.glued(at + 3) {
        let iso = [words.at(at), "-", words.at(at + 2), "-", words.at(at + 4)].concat();
        return Date::parse(&iso).and_then(|date| when(at + 5, date));
    }
    if let Some(decade) = decade(words.at(at)) {
        let date = |year| Some(Date { year: Some(year), ..Date::default() });
        return Some(When { words: at..at + 1, from: date(decade), to: date(decade + 9) });
    }
    let year = year(words.at(at)).filter(|_| is_bare_year(words, at))?;
    let from = Date { year: Some(year), ..Date::default() };
    let next = Some(words.at(at + 2)).filter(|next| words.is_dash(at + 1) && words.glued(at + 2) && next.len() == 2);
    let next = next.and_then(|next| next.parse::<u16>().ok()).filter(|next| (year + 1) % 100 == *next);
    // `2023-24` is a season or a fiscal year.
    match next {
        Some(_) => {
            let to = Date { year: Some(year + 1), ..from };
            Some(When { words: at..at + 3, from: Some(from), to: Some(to) })
        }
        None => when(at + 1, from),
    }
}

/// The month at word `at`, without day and year.
fn month_at(words: Words<'_>, at: usize) -> Option<When> {
    let date = Some(Date { month: Some(month(words, at)?), ..Date::default() });
    Some(When { words: at..at + 1, from: date, to: date })
}

/// Is the number a year? `in 2020` and `2019 elections` are; `2000 characters`, `$2000`, `2000 rpm` are not.
fn is_bare_year(words: Words<'_>, at: usize) -> bool {
    let (left, right) = (at.wrapping_sub(1), at + 1);
    let led = words.any(left, "in since until by during from early late mid fiscal to between and of");
    let counted = super::unit::behind(words, right, 0).is_some()
        || words.shape(right) == Shape::Lower && super::unit::is_plural(words.at(right)) && !led;
    let in_number = at > 0 && super::unit::money_before(words, left).is_some()
        || words.glued(at) && !matches!(words.at(left), "(" | "“" | "\"" | "'" | "‘" | "’")
        || words.any(right, "million billion crore lakh thousand")
        || words.any(left, "about nearly than some around approximately over extension no #");
    // A name may have a number like a year, `Cyberpunk 2077`, but such a year is no harm.
    !counted && !in_number
}

fn month(words: Words<'_>, at: usize) -> Option<u8> {
    if !words.shape(at).is_capitalized() {
        return None;
    }
    // The last name is September's once more.
    let place = in_small_letters(words.at(at), |word| MONTH.get(word))?;
    Some(if place == 24 { 9 } else { place as u8 % 12 + 1 })
}

/// Is the word no month and no weekday?
pub(super) fn is_free(words: Words<'_>, at: usize) -> bool {
    month(words, at).is_none() && !words.at(at).ends_with("day")
}

/// The day of a month: `7`, `07`, `7th`.
fn day(word: &str) -> Option<u8> {
    let digits = word.get(..word.len().saturating_sub(2)).filter(|_| is_ordinal(word)).unwrap_or(word);
    (digits.len() <= 2).then(|| digits.parse().ok())?.filter(|day| (1..=31).contains(day))
}

/// Is `word` an ordinal in digits? `22nd` and `10th` are; `22` and `5G` are not.
pub(super) fn is_ordinal(word: &str) -> bool {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

/// `1999` and `2026` are years; `'99`, `12,000` and `3026` are not.
fn year(word: &str) -> Option<u16> {
    (word.len() == 4).then(|| word.parse().ok())?.filter(|year| (1700..2100).contains(year))
}

/// The first year of `1990s`.
fn decade(word: &str) -> Option<u16> {
    year(word.strip_suffix('s')?).filter(|year| year.is_multiple_of(10))
}

/// `yesterday`, `last month`, `on Wednesday`, told from `today`; the weekday is the last one, as in news.
///
/// `last week` and `this quarter` stay words: papers do not agree on when a week begins.
fn relative(words: Words<'_>, at: usize, today: Option<Date>) -> Option<When> {
    let when = |end, date| Some(When { words: at..end, from: date, to: date });
    let moved = |days: i32| today.and_then(|today| today.plus_days(days));
    let first = words.at(at);
    if let Some(step) = place(first, STEPS) {
        let step = step as i16 - 1;
        let year = || today?.year?.checked_add_signed(step);
        let end = at + 2;
        return match words.at(at + 1) {
            "year" => when(end, year().map(|year| Date { year: Some(year), ..Date::default() })),
            "month" => when(end, today.and_then(|today| today.plus_months(step))),
            "week" | "quarter" | "season" | "weekend" => when(end, None),
            _ => None,
        };
    }
    if let Some(days) = place(first, "yesterday today tomorrow") {
        return when(at + 1, moved(days as i32 - 1));
    }
    let weekday = place(first, DAYS).filter(|_| words.shape(at) == Shape::Title)?;
    if words.any(at.wrapping_sub(1), "last next every each black good super a") {
        return None;
    }
    let back = today.and_then(Date::weekday).map(|today| (today + 7 - weekday as u8) % 7);
    let part = usize::from(words.any(at + 1, "morning afternoon evening night"));
    when(at + 1 + part, back.and_then(|back| moved(-i32::from(back))))
}
