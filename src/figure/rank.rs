//! Which figures are key: those that tell most, the same one only once.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{Change, Figure, FigureKind};

/// The most key figures of a story.
const MOST: usize = 12;

/// Ranks the `candidates`, which are indices into `figures`.
pub(super) fn rank(figures: &mut [Figure], candidates: Vec<usize>, sentences: usize) {
    let mut seen = BTreeSet::new();
    let mut keys: Vec<(Reverse<u32>, usize)> = candidates
        .into_iter()
        .filter_map(|index| {
            let figure = figures.get(index)?;
            let same = (figure.value?.to_bits(), figure.high.map(f64::to_bits), figure.unit.clone());
            let weight = weigh(figure, sentences)?;
            seen.insert(same).then_some((Reverse(weight), index))
        })
        .collect();
    keys.sort_unstable();
    for (rank, (_, index)) in keys.into_iter().take(MOST).enumerate() {
        if let Some(figure) = figures.get_mut(index) {
            figure.rank = Some(rank as u32 + 1);
        }
    }
}

/// How much a figure tells, in points; none for those that are never key.
fn weigh(figure: &Figure, sentences: usize) -> Option<u32> {
    let kind = match figure.kind {
        FigureKind::Money => 35,
        FigureKind::Percent => 30,
        FigureKind::Count if figure.unit.is_some() => 30,
        FigureKind::Ratio | FigureKind::Measure => 20,
        FigureKind::Duration => 8,
        // A number alone says something only where its sentence says of what.
        FigureKind::Count if !figure.label.is_empty() => 12,
        FigureKind::Count | FigureKind::Date | FigureKind::Ordinal | FigureKind::Age => return None,
    };
    let said = |holds: bool, points: u32| if holds { points } else { 0 };
    let size = figure.value.map_or(0, |value| (value.abs() as u64).checked_ilog10().unwrap_or_default());
    let sized = matches!(figure.kind, FigureKind::Money | FigureKind::Count);
    let early = sentences.saturating_sub(figure.sentence as usize) * 20 / sentences.max(1);
    Some(
        kind + said(figure.source.is_some(), 10)
            + said(figure.period.is_some(), 5)
            + said(figure.change != Change::None, 10)
            + said(!figure.label.is_empty(), 10)
            + said(sized, size.min(9) * 2)
            + early as u32,
    )
}
