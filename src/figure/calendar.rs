//! Absolute dates: `May 27`, `12 March 2026`, `18-20 June`, `05-Aug-2016`, `the third quarter of 2025`, `2023-24`.

use std::ops::Range;

use super::{
    role::{self, Role},
    unit,
    words::Words,
};
use crate::{
    date::{self, Date},
    letters::place,
    token::Shape,
};

/// A date or a period and the words it stands in.
#[derive(Clone, Debug)]
pub(super) struct When {
    pub words: Range<usize>,
    /// Its first and last day, month or year, where they can be known.
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// Quarters and halves are counted by them.
pub(super) const ORDINALS: &str = "first second third fourth";

/// Quarters and halves as tables name them.
const PARTS: &str = "Q1 Q2 Q3 Q4 H1 H2";

/// The absolute date that begins at word `at`: a month with day or year or both, a quarter, a year, a decade.
pub(super) fn date(words: Words<'_>, at: usize) -> Option<When> {
    by_month(words, at)
        .or_else(|| by_day(words, at))
        .or_else(|| chained(words, at))
        .or_else(|| quarter(words, at))
        .or_else(|| years(words, at))
}

/// The period from one date to the other.
fn when(words: Range<usize>, from: Date, to: Date) -> When {
    When { words, from: Some(from), to: Some(to) }
}

/// `May 27, 2026`, `June 18-20`, `Oct. 3`, `April 2017`, `in May`.
fn by_month(words: Words<'_>, at: usize) -> Option<When> {
    let month = Some(month(words, at)?);
    let next = at + 1 + usize::from(words.at(at + 1) == "." && words.glued(at + 1));
    let first = next + usize::from(words.at(next) == "," && is_ordinal(words.at(next + 1)));
    if let Some(from) = day(words.at(first)).filter(|_| !words.glued(first + 1) || words.at(first + 1) != ":") {
        // `May 3 and 4`, but not `on May 3 and 4 people died`
        let links = if words.any(at.wrapping_sub(1), "from") { "to" } else { "and" };
        let last = last_day(words, first, from, links)
            .filter(|(_, end)| words.is_dash(*end - 2) || role::of(words, *end) != Role::Content);
        let (to, end) = last.unwrap_or((from, first + 1));
        let (year, end) = year_behind(words, end);
        let date = |day| Date { year, month, day: Some(day) };
        return Some(when(at..end, date(from), date(to)));
    }
    let (year, end) = year_behind(words, next);
    let date = Date { year, month, day: None };
    // Alone, `May` and `March` may be verbs or names, and abbreviations need a day or a year.
    let alone = words.any(at.wrapping_sub(1), "in since until by last of during between");
    let fits = year.is_some() || alone && words.shape(at).is_capitalized();
    fits.then(|| when(at..if year.is_some() { end } else { at + 1 }, date, date))
}

/// `12 March 2026`, `18 and 19 June`, `the fourth of July`.
fn by_day(words: Words<'_>, at: usize) -> Option<When> {
    let spelled = || Some(place(words.at(at), ORDINALS).filter(|_| words.at(at + 1) == "of")? as u8 + 1);
    let from = day(words.at(at)).or_else(spelled)?;
    let (to, end) = last_day(words, at, from, "and to").unwrap_or((from, at + 1));
    let end = end + usize::from(words.any(end, "of"));
    let month = Some(month(words, end)?);
    let (year, end) = year_behind(words, end + 1);
    let date = |day| Date { year, month, day: Some(day) };
    Some(when(at..end, date(from), date(to)))
}

/// The later day that a dash or one of `links` ties to the day at `at`, and the word after it.
fn last_day(words: Words<'_>, at: usize, from: u8, links: &str) -> Option<(u8, usize)> {
    let is_linked = words.is_dash(at + 1) && words.glued(at + 2) || words.any(at + 1, links);
    let to = day(words.at(at + 2)).filter(|to| is_linked && *to > from)?;
    Some((to, at + 3))
}

/// Is it a fiscal year? `FY25` and `FY2025` are.
fn is_fiscal(word: &str) -> bool {
    word.strip_prefix("FY").is_some_and(|year| matches!(year.len(), 2 | 4))
}

/// The year at word `at`, which a comma, `of` or `in` may lead to, and the word after it; without a year `at`.
fn year_behind(words: Words<'_>, at: usize) -> (Option<u16>, usize) {
    let lead = usize::from(words.any(at, ", of in"));
    match year(words.at(at + lead)) {
        Some(year) => (Some(year), at + lead + 1),
        None => (None, at),
    }
}

/// Dates whose parts one mark ties: `2026-05-27`, `05-Aug-2016`, `12/25/2025`, `Dec-2018`, `22/04`.
///
/// In `03/04/2025` one cannot know which is the month: the year is all that is said.
fn chained(words: Words<'_>, at: usize) -> Option<When> {
    let mark = words.at(at + 1);
    let ties = |at: usize| words.at(at) == mark && words.glued(at) && words.glued(at + 1);
    if !matches!(mark, "-" | "/") || !ties(at + 1) || words.glued(at) && !words.is_dash(at.wrapping_sub(1)) {
        return None;
    }
    let count = if ties(at + 3) { 3 } else { 2 };
    let places = || (0..count).map(|part| at + 2 * part);
    let year = places().find_map(|at| year(words.at(at)));
    let named = places().find_map(|at| month(words, at));
    let number = |at: usize| day(words.at(at)).filter(|_| words.shape(at) == Shape::Number);
    let numbers: Vec<u8> = places().filter_map(number).collect();
    if numbers.len() + usize::from(year.is_some()) + usize::from(named.is_some()) != count {
        return None;
    }
    let is_first = day(words.at(at)).is_none() && named.is_none();
    let is_season = |year: u16, short: u8| is_first && (year + 1) % 100 == u16::from(short);
    let (month, day) = match (named, numbers.as_slice(), year) {
        (Some(month), [], Some(_)) => (Some(month), None),
        (Some(month), [day], _) => (Some(month), Some(*day)),
        (None, [month @ 1..=12], Some(year)) if !is_season(year, *month) => (Some(*month), None),
        (None, [first, second], _) if year.is_some() || words.at(at + 2).starts_with('0') => {
            let is_month_last = *first > 12;
            let is_known = is_first || is_month_last || *second > 12 || first == second;
            let (month, day) = if is_month_last { (second, first) } else { (first, second) };
            (Some(*month).filter(|_| is_known), Some(*day).filter(|_| is_known))
        }
        _ => return None,
    };
    let date = Date { year, month, day };
    Some(when(at..at + 2 * count - 1, date, date)).filter(|_| date.is_on_calendar() && !date.is_empty())
}

/// `the third quarter of 2025`, `third-quarter profit`, `Q3 2025`, `the first half of 2025`, `FY25` and `Q3FY25`.
///
/// When a fiscal year begins, each country and firm says for itself.
fn quarter(words: Words<'_>, at: usize) -> Option<When> {
    let word = words.at(at);
    let (place, end, months) = if words.shape(at) == Shape::Alphanumeric {
        let place = word.get(..2).and_then(|part| place(part, PARTS));
        let rest = word.get(if place.is_some() { 2 } else { 0 }..)?;
        let next = at + 1 + usize::from(rest.is_empty() && is_fiscal(words.at(at + 1)));
        if is_fiscal(rest) || next > at + 1 {
            // `FY2025-26`
            let is_span = words.is_dash(next) && words.glued(next + 1) && words.shape(next + 1) == Shape::Number;
            return Some(When { words: at..next + if is_span { 2 } else { 0 }, from: None, to: None });
        }
        let place = place.filter(|_| rest.is_empty())?;
        if place < 4 { (place, at + 1, 3) } else { (place - 4, at + 1, 6) }
    } else {
        let noun = at + 1 + usize::from(words.is_dash(at + 1) && words.glued(at + 2));
        let months = if words.at(noun) == "half" { 6 } else { 3 };
        (place(words.at(at), ORDINALS).filter(|_| months == 6 || words.at(noun) == "quarter")?, noun + 1, months)
    };
    let (year, end) = year_behind(words, end);
    // `the first half of the year`
    let is_of_year = words.any(end, "of") && words.any(end + 1, "the this last") && words.any(end + 2, "year");
    let end = if is_of_year { end + 3 } else { end };
    // Games have halves too, but no amount is told `for the first half` of one.
    let is_told = words.any(at.wrapping_sub(1), "the") && words.any(at.wrapping_sub(2), "for");
    if year.is_none() && months == 6 && !(is_told || is_of_year) || place as u8 * months >= 12 {
        return None;
    }
    let date = |month| year.map(|_| Date { year, month: Some(month), day: None });
    let last = (place as u8 + 1) * months;
    Some(When { words: at..end, from: date(last + 1 - months), to: date(last) })
}

/// `2019`, `the 1990s`, `2023-24`.
fn years(words: Words<'_>, at: usize) -> Option<When> {
    let only = |year| Date { year: Some(year), ..Date::default() };
    if let Some(decade) = decade(words.at(at)) {
        return Some(when(at..at + 1, only(decade), only(decade + 9)));
    }
    let year = year(words.at(at)).filter(|_| is_bare_year(words, at))?;
    let next = Some(words.at(at + 2))
        .filter(|next| (words.is_dash(at + 1) || words.at(at + 1) == "/") && words.glued(at + 2) && next.len() == 2);
    let next = next.and_then(|next| next.parse::<u16>().ok()).filter(|next| (year + 1) % 100 == *next);
    // `2023-24` and `2023/24` are a season or a fiscal year.
    Some(match next {
        Some(_) => when(at..at + 3, only(year), only(year + 1)),
        None => when(at..at + 1, only(year), only(year)),
    })
}

/// The month at word `at`, without day and year.
pub(super) fn month_at(words: Words<'_>, at: usize) -> Option<When> {
    let date = Date { month: Some(month(words, at)?), ..Date::default() };
    Some(when(at..at + 1, date, date))
}

/// Is the number a year? `in 2020` and `2019 elections` are; `2000 characters`, `$2000`, `2000 rpm` are not.
fn is_bare_year(words: Words<'_>, at: usize) -> bool {
    let (left, right) = (at.wrapping_sub(1), at + 1);
    // `2000 boats`, but `using 2014 estimates` and `the 2000 elections`
    let counted = unit::behind(words, right, 0).is_some()
        || words.ends(at, "00")
            && words.shape(right) == Shape::Lower
            && unit::is_plural(words.at(right))
            && !words.any(left, "in since by during of the its");
    let in_number = words.glued(at) && !words.any(left, "( “ \" ' ‘ ’ -")
        || words.any(left, "about nearly some around approximately than extension no #")
        // `over 2013`, but `2 % over 2013`
        || words.any(left, "over") && !words.any(at.wrapping_sub(2), unit::SHARES);
    // A name may have a number like a year, `Cyberpunk 2077`, but such a year is no harm.
    !counted && !in_number
}

/// The number of the month; in small letters `may` and `march` are verbs.
pub(super) fn month(words: Words<'_>, at: usize) -> Option<u8> {
    let is_named = words.shape(at).is_capitalized() || !words.any(at, "may march mar");
    date::month(words.at(at)).filter(|_| is_named)
}

/// The day of a month: `27`, `1st`, `22nd`.
fn day(word: &str) -> Option<u8> {
    let digits = word.get(..word.len().saturating_sub(2)).filter(|_| is_ordinal(word)).unwrap_or(word);
    (digits.len() <= 2).then(|| digits.parse().ok())?.filter(|day| (1..=31).contains(day))
}

/// Is `word` an ordinal in digits? `22nd` and `10th` are; `22` and `5G` are not.
pub(super) fn is_ordinal(word: &str) -> bool {
    date::ordinal(word).is_some_and(|digits| digits.parse::<u32>().is_ok())
}

/// `1999` and `2026` are years; `'99`, `12,000` and `3026` are not.
fn year(word: &str) -> Option<u16> {
    (word.len() == 4).then(|| word.parse().ok())?.filter(|year| (1700..=2150).contains(year))
}

/// The first year of `1990s`.
fn decade(word: &str) -> Option<u16> {
    year(word.strip_suffix('s')?).filter(|year| year.is_multiple_of(10))
}
