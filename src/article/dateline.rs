//! Where, by whom and when a story was filed, before its first words.

use super::{Dateline, day};
use crate::{
    date::Date,
    letters::{any_is, first_is, is_any},
    span::Span,
};

/// A dateline is over after so many bytes.
const LONGEST: usize = 120;

/// Labels in capitals that open a paragraph as a place does.
const LABELS: &str = "ANALYSIS BREAKING CORRECTION EXCLUSIVE LIVE NOTE OPINION PHOTOS RELATED UPDATE UPDATED VIDEO \
    WARNING WATCH";

/// The dateline that `block` begins with.
///
/// `New Delhi, Dec 17 (IANS):`, `LONDON (Reuters) -`, `WASHINGTON, March 3 (AP) —`, `PARIS —` and
/// `PARIS, France —` are datelines.
/// `Paris —` could as well begin a sentence, and `UPDATE:` names no place.
pub(super) fn read(text: &str, block: Span) -> Option<Dateline> {
    let opening = block.of(text);
    let opening = opening.get(..opening.floor_char_boundary(LONGEST)).unwrap_or_default();
    let (head, mark) = split_at_mark(opening)?;
    let rest = opening.get(head.len() + mark.len()..).unwrap_or_default().trim_start();
    if rest.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase) {
        return None;
    }
    let start = block.start as usize;
    let span = Span::new(start..start + head.len() + mark.len()).trim(text);

    let filed = head.trim_end();
    let (filed, agency) = match filed.strip_suffix(')').and_then(|filed| filed.rsplit_once('(')) {
        Some((filed, agency)) if is_name(agency) => (filed, Some(agency)),
        Some(_) => return None,
        None => (filed, None),
    };
    let agency_start = start + filed.len() + 1;
    let agency = agency.map(|agency| Span::new(agency_start..agency_start + agency.len()).trim(text));

    let (mut place, mut date): (Option<Span>, Option<Date>) = (None, None);
    let mut shouted = false;
    let mut at = start;
    for part in filed.split(',') {
        let part_span = Span::new(at..at + part.len()).trim(text);
        at += part.len() + 1;
        let part = part_span.of(text);
        if part.is_empty() {
            continue;
        }
        match day::read(part) {
            // The year may stand behind a comma of its own.
            Some(day) => date = Some(day),
            None => match (date, part.parse()) {
                (Some(day), Ok(year @ 1900..=2100)) => date = Some(Date { year: Some(year), ..day }),
                (None, _) if is_name(part) => {
                    shouted |= place.is_none() && is_shouted(part);
                    place = Some(place.map_or(part_span, |place| place.join(part_span)));
                }
                _ => return None,
            },
        }
    }
    let filed_by = agency.is_some() || (date.is_some() && place.is_some());
    (filed_by || shouted).then_some(Dateline { span, place, agency, date: date.filter(|date| !date.is_empty()) })
}

/// What stands before the first dash or colon that parts two phrases, and that mark.
fn split_at_mark(opening: &str) -> Option<(&str, &str)> {
    let mut before = ' ';
    for (at, c) in opening.char_indices() {
        let rest = opening.get(at..).unwrap_or_default();
        let after = rest.chars().nth(1).unwrap_or(' ');
        // Where the dash was lost, as in `(HNS)The ferry`, the bracket is the mark.
        if c == ')' && after.is_uppercase() {
            return Some((opening.get(..=at)?, ""));
        }
        let length = match c {
            '—' | '–' => c.len_utf8(),
            '-' if after == '-' => 2,
            '-' | '_' if (before.is_whitespace() || before == ')') && after.is_whitespace() => 1,
            ':' if after.is_whitespace() => 1,
            _ => 0,
        };
        if length > 0 {
            return Some((opening.get(..at)?, rest.get(..length)?));
        }
        before = c;
    }
    None
}

/// Is `part` a name of a place or an agency: one to four words, each with a capital but for `de`, `al`, `of` and the like?
fn is_name(part: &str) -> bool {
    let capital = |word: &str| first_is(word, char::is_uppercase) || word.chars().count() <= 3;
    let words = part.split_whitespace().count();
    (1..=4).contains(&words)
        && first_is(part.trim_start(), char::is_uppercase)
        && part.split_whitespace().all(capital)
        && !any_is(part, |c| c.is_numeric() || matches!(c, '"' | '“' | '!' | '?' | ';' | ':'))
}

/// Is `place` all in capitals, as some papers print a town: `PARIS`, `ST. LOUIS`; not `UPDATE`, nor `US`?
fn is_shouted(place: &str) -> bool {
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && !any_is(place, char::is_lowercase) && !is_any(place, LABELS)
}
