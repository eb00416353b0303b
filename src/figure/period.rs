//! Periods: the dates of the calendar, what lies between two of them, and, where the day of the story is known,
//! `on Wednesday` and `last year`.

use super::{
    calendar::{self, ORDINALS, When, date, month_at},
    number,
    words::Words,
};
use crate::{
    date::{Date, MONTHS, WEEKDAYS},
    letters::place,
    token::Shape,
};

/// The words, beside those with digits and the spelled numbers, that a date or period may begin with.
pub(super) const OPENERS: [&str; 7] =
    ["between from mid end start beginning full weekend", STEPS, NEAR_DAYS, LENGTHS, ORDINALS, WEEKDAYS, MONTHS];

/// Back to the one before, to the same, on to the one after; the past one has no date of its own.
const STEPS: &str = "last this next past";

/// The day before, the same, the one after.
const NEAR_DAYS: &str = "yesterday today tomorrow";

/// What a time that ends on some day may be long: `the year to January`.
const LENGTHS: &str = "year quarter month week months weeks quarters half";

/// The date or period that begins at word `at`. Without `today` relative ones have no days.
pub(super) fn read(words: Words<'_>, at: usize, today: Option<Date>) -> Option<When> {
    let when = match place(words.at(at), "between from") {
        Some(0) => between(words, at, "and"),
        Some(_) => between(words, at, "to until till through"),
        None => pair(words, at)
            .or_else(|| middle(words, at, today))
            .or_else(|| up_to(words, at))
            .or_else(|| relative(words, at, today)),
    }?;
    Some(with_year(words, when, today))
}

/// `between January 1 and September 30`.
fn between(words: Words<'_>, at: usize, links: &str) -> Option<When> {
    let first = date(words, at + 1)?;
    // `between May 11 and 16`
    if first.from != first.to {
        return Some(When { words: at..first.words.end, ..first });
    }
    let next = first.words.end + 1;
    let second = date(words, next).or_else(|| month_at(words, next)).filter(|_| words.any(next - 1, links))?;
    Some(interval(at, &first, &second))
}

/// `June 3` and `June 3 to July 9`.
fn pair(words: Words<'_>, at: usize) -> Option<When> {
    let first = date(words, at)?;
    let link = first.words.end;
    let linked = words.is_dash(link) || words.any(link, "to until through");
    let has_month = |when: &When| when.to.is_some_and(|date| date.month.is_some());
    let second = date(words, link + 1).filter(|second| linked && has_month(&first) == has_month(second));
    // `April-June`
    let is_month = first.to.is_some_and(|date| date.day.is_none() && date.month.is_some()) && words.is_dash(link);
    let second = second.or_else(|| month_at(words, link + 1).filter(|_| is_month));
    Some(second.map(|second| interval(at, &first, &second)).unwrap_or(first))
}

/// From the first date to the second, whose year holds for both where only it has one.
fn interval(at: usize, first: &When, second: &When) -> When {
    let (from, to) = (first.from.unwrap_or_default(), second.to.unwrap_or_default());
    let year = from.year.or(to.year.filter(|_| from.month <= to.month));
    When { words: at..second.words.end, from: Some(Date { year, ..from }), to: second.to }
}

/// `mid-March`, `the end of 2025`, and `mid-century`, whose year is left open.
fn middle(words: Words<'_>, at: usize, today: Option<Date>) -> Option<When> {
    let is_tied = words.at(at + 1) == "of";
    if !(words.any(at, "mid") || is_tied && words.any(at, "end start beginning")) {
        return None;
    }
    let of = at + 1 + usize::from(is_tied || words.is_dash(at + 1));
    let open = || words.any(of, "century decade").then_some(When { words: of..of + 1, from: None, to: None });
    let when = date(words, of).or_else(|| month_at(words, of)).or_else(|| relative(words, of, today)).or_else(open)?;
    Some(When { words: at..when.words.end, ..when })
}

/// `the year to January`, `the quarter ended June 30`, `three months to March`: when it begins is left to the reader.
fn up_to(words: Words<'_>, at: usize) -> Option<When> {
    const LINKS: [&str; 4] = ["that ended on", "ended", "ending", "to"];
    let many = || number::read(words, at).map_or(at, |number| number.words.end);
    let unit = if words.any(at + 1, "months weeks quarters") { many() } else { at };
    if !words.any(unit, LENGTHS) {
        return None;
    }
    let link = LINKS.iter().find(|link| link.split(' ').zip(unit + 1..).all(|(word, at)| words.any(at, word)))?;
    let next = unit + 1 + link.split(' ').count();
    let last = date(words, next).or_else(|| month_at(words, next))?;
    Some(When { words: at..last.words.end, from: None, to: last.to })
}

/// The date with the `last year` behind it: `May 3 last year`.
fn with_year(words: Words<'_>, when: When, today: Option<Date>) -> When {
    let end = when.words.end;
    let lacks_year = |date: Option<Date>| date.is_some_and(|date| date.year.is_none());
    let step = place(words.at(end), STEPS);
    let Some(step) = step.filter(|step| *step < 3 && lacks_year(when.to) && words.any(end + 1, "year")) else {
        return when;
    };
    let year = today.and_then(|today| (today.year? + step as u16).checked_sub(1));
    let dated = |date: Option<Date>| date.map(|date| Date { year, ..date });
    When { words: when.words.start..end + 2, from: dated(when.from), to: dated(when.to) }
}

/// Is the word no month and no weekday?
pub(super) fn is_free(words: Words<'_>, at: usize) -> bool {
    calendar::month(words, at).is_none() && !words.ends(at, "day")
}

/// `yesterday`, `last month`, `on Wednesday`, told from `today`; the weekday is the last one, as in news.
///
/// `last week` and `this quarter` stay words: papers do not agree on when a week begins.
fn relative(words: Words<'_>, at: usize, today: Option<Date>) -> Option<When> {
    const UNDATED: &str = "week quarter season weekend spring summer autumn winter decade century year month";
    const PARTS: &str = "morning afternoon evening night";
    let when = |end, date| Some(When { words: at..end, from: date, to: date });
    let moved = |days: i32| today.and_then(|today| today.plus_days(days));
    let first = words.at(at);
    if words.any(at, "weekend full") && words.any(at.wrapping_sub(1), "the") {
        let is_full = words.any(at, "full");
        return if is_full && !words.any(at + 1, "year") { None } else { when(at + 1 + usize::from(is_full), None) };
    }
    if let Some(step) = place(first, STEPS) {
        let step = step as i16 - 1;
        let year = || today?.year?.checked_add_signed(step);
        let end = at + 2;
        return match words.at(at + 1) {
            "year" if step < 2 => when(end, year().map(|year| Date { year: Some(year), ..Date::default() })),
            "month" if step < 2 => when(end, today.and_then(|today| today.plus_months(step))),
            _ if words.any(at + 1, UNDATED) && (step < 2 || words.any(at.wrapping_sub(1), "the this")) => {
                when(end, None)
            }
            part if step < 1 && place(part, PARTS).is_some() => when(end, moved(step.into())),
            _ => None,
        };
    }
    if let Some(days) = place(first, NEAR_DAYS) {
        return when(at + 1, moved(days as i32 - 1));
    }
    let weekday = place(first, WEEKDAYS).filter(|_| words.shape(at) == Shape::Title)?;
    if words.any(at.wrapping_sub(1), "last next every each black good super a") {
        return None;
    }
    let back = today.and_then(Date::weekday).map(|today| (today + 7 - weekday as u8) % 7);
    let part = usize::from(words.any(at + 1, PARTS));
    when(at + 1 + part, back.and_then(|back| moved(-i32::from(back))))
}
