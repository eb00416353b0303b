//! What the figures of a sentence leave to one another: the unit that is said once, and their own of the things listed.

use std::ops::Range;

use super::{
    Figure, FigureKind, counted, number, quantity,
    role::{self, Role},
    subject,
    words::Words,
};
use crate::span::Span;

/// Gives the bare numbers of a list the unit of its last, as in `94, 89.5 and 83 per cent`; the indices of those that
/// have one now.
///
/// `places` are the words of the figures.
pub(super) fn units(words: Words<'_>, figures: &mut [Figure], places: &[Range<usize>]) -> Vec<usize> {
    let (mut is_list, mut given) = (false, Vec::new());
    for index in (0..places.len().saturating_sub(1)).rev() {
        let (start, end) = (places[index].end, places[index + 1].start);
        let ends_list = || end - start <= 2 && words.any(end - 1, "and or");
        is_list = is_list && end - start == 1 && words.at(start) == "," || ends_list();
        if !is_list {
            continue;
        }
        // `4 or 6 million` may be four of them, or four millions.
        is_list = places[index + 1].clone().all(|at| number::power(words.at(at)).is_none());
        let Some([bare, next]) = figures.get_mut(index..=index + 1) else { break };
        is_list &= bare.kind == FigureKind::Count && bare.unit.is_none() && next.high.is_none();
        if is_list && next.unit.is_some() {
            (bare.kind, bare.unit) = (next.kind, next.unit.clone());
            given.push(index);
        }
    }
    given
}

/// Gives the level of an index the points of the level before: `at 1,463.87 points, while the TA-125 rose to 1,333.18`.
pub(super) fn points(words: Words<'_>, figures: &mut [Figure], places: &[Range<usize>]) {
    let mut has_points = false;
    for (figure, place) in figures.iter_mut().zip(places) {
        let is_level = figure.unit.is_none() && words.any(place.start.wrapping_sub(1), "to at");
        if has_points && is_level && figure.value.is_some() {
            figure.unit = Some("point".to_owned());
        }
        has_points |= figure.unit.as_deref() == Some("point");
    }
}

/// The `deal` of `the number of deals fell to 58`, where the 58 begin at word `start`.
pub(super) fn number_of(words: Words<'_>, start: usize) -> Option<String> {
    let number = subject::of(words, start)?.start;
    let counts = words.any(number, "number") && words.any(number + 1, "of");
    counts.then(|| counted::counted_name(words, counted::counted(words, number + 2)))?
}

/// Gives each figure of a list its own of the things listed: `sales in Germany and Poland grew 14 % and 11 %, respectively`.
pub(super) fn things(words: Words<'_>, figures: &mut [Figure], places: &[Range<usize>]) {
    const WORD: &str = "respectively";
    let Some(end) = (0..words.len()).rev().find(|at| words.at(*at) == WORD) else { return };
    let last = places.partition_point(|place| place.end <= end);
    let Some(last) = (0..last).rev().find(|index| figures[*index].kind != FigureKind::Date) else { return };
    let is_next = |index: &usize| {
        figures[index - 1].kind == figures[last].kind && places[*index].start - places[index - 1].end <= 2
    };
    let many = 1 + (1..=last).rev().take_while(is_next).count();
    if many == 1 {
        return;
    }
    let first = last + 1 - many;
    let (start, behind) = (places[first].start, places[last].end);
    let Some(things) = list(words, 0..start, many).or_else(|| list(words, behind..end, many)) else { return };
    let change = figures[first].change;
    let mut shared = figures[first].concept.clone();
    shared.retain(|span| !things.iter().any(|thing| thing.overlaps(*span)));
    for (figure, thing) in figures[first..=last].iter_mut().zip(things) {
        figure.concept.clone_from(&shared);
        let place = shared.partition_point(|span| span.start < thing.start);
        figure.concept.insert(place, thing);
        figure.label.clone_from(&figure.concept);
        figure.change = change;
    }
}

/// The `many` things that are listed in the words, with commas and `and` between: `Science, commerce and arts students`.
fn list(words: Words<'_>, within: Range<usize>, many: usize) -> Option<Vec<Span>> {
    let is_thing = |at: &usize| role::of(words, *at) == Role::Content || words.is_dash(*at);
    let and = words.last_of(within.clone(), "and")?;
    let first = and + 1 + usize::from(role::of(words, and + 1) == Role::Filler);
    if quantity::begins(words, first) {
        return None;
    }
    let mut things = words.only(first..(first..within.end).take_while(is_thing).last()? + 1);
    let mut mark = and;
    for _ in 1..many {
        if mark != and && words.at(mark) != "," {
            return None;
        }
        let start = (within.start..mark).rev().take_while(is_thing).last()?;
        things.push(words.span(start..mark));
        mark = start.saturating_sub(1);
    }
    things.reverse();
    Some(things)
}
