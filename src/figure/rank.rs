//! Which figures are key: those that tell most, the same one only once.

use std::cmp::Reverse;

use super::{Change, Figure, FigureKind};
use crate::{
    article::BlockKind,
    index::Index,
    letters::{any_is, concat, digits, has, is_any, lower, pieces},
    story::Story,
};

/// The most key figures of a story.
const MOST: usize = 12;

/// Where so many tell more, what is told of one person or thing is not key.
const ENOUGH: usize = 5;

/// Words that tell of harm to people.
const HARM: &str = "abducted arrest arrested arrests dead death deaths died displaced drowned evacuated executed \
     fatalities homeless hospitalized hurt infected injured injuring jailed kidnapped killed killing kills lives \
     missing perished stranded toll trapped treated victims wounded wounding";

/// Ranks the `candidates`, which are indices into `figures`.
pub(super) fn rank(story: &Story<'_>, figures: &mut [Figure], candidates: Vec<usize>) {
    let titles = story.blocks.iter().filter(|block| block.kind == BlockKind::Title);
    let (mut headline, mut seen) = (Index::default(), Index::default());
    for stem in titles.flat_map(|block| stems(block.span.of(story.text))) {
        headline.number(&stem, 0);
    }
    let mut keys: Vec<(Reverse<Weight>, usize)> = candidates
        .into_iter()
        .filter_map(|index| {
            let figure = figures.get(index)?;
            let [value, high] = [figure.value?, figure.high.unwrap_or(f64::NAN)].map(|end| digits(end.to_bits(), 1));
            let weight = weigh(story, figure, figures.get(index + 1), &headline)?;
            let same = concat(&[&value, " ", &high, " ", figure.unit.as_deref().unwrap_or_default()]);
            (*seen.number(&same, index as u32) == index as u32).then_some((Reverse(weight), index))
        })
        .collect();
    keys.sort_unstable();
    let many = keys.iter().filter(|(weight, _)| weight.0.tells).count();
    let keys = keys.into_iter().filter(|(weight, _)| weight.0.tells || many < ENOUGH);
    for (rank, (_, index)) in keys.take(MOST).enumerate() {
        if let Some(figure) = figures.get_mut(index) {
            figure.rank = Some(rank as u32 + 1);
        }
    }
}

/// How much a figure tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    /// Whether it tells of more than one person or thing, or of what the headline tells.
    tells: bool,
    points: u32,
}

/// How much a figure, which the `next` follows, tells; none for those that are never key.
fn weigh(story: &Story<'_>, figure: &Figure, next: Option<&Figure>, headline: &Index) -> Option<Weight> {
    let tells = |points| Weight { tells: true, points };
    let is_labeled = !figure.label.is_empty();
    let value = figure.value.unwrap_or_default().abs();
    let harms = figure.kind == FigureKind::Count
        && figure.label.iter().any(|span| span.of(story.text).split(' ').any(|word| is_any(word, HARM)));
    let digits = any_is(figure.span.of(story.text), |c| c.is_ascii_digit());
    let sentences = story.sentences.len();
    let early = (sentences.saturating_sub(figure.sentence as usize) * 20 / sentences.max(1)) as u32;
    let words = || figure.label.iter().chain(&figure.concept).flat_map(|span| stems(span.of(story.text)));
    let between = |next: &Figure| story.text.get(figure.span.end as usize..next.span.start as usize);
    let is_of_all = value > 1.0 && next.and_then(between) == Some(" of the ");
    let is_in_headline = || words().any(|word| headline.has(&word));
    let kind = match figure.kind {
        FigureKind::Money => 35,
        FigureKind::Percent => 30,
        // A number alone says something only where its sentence says of what, and much where it is a toll.
        FigureKind::Count if figure.unit.is_none() && !harms || figure.unit.as_deref() == Some("count") => {
            return (is_labeled && value >= 100.0).then_some(tells(12));
        }
        // `nine of them` waits for its noun too long, `nine of the 12 men` does not.
        FigureKind::Count if value < 10.0 && !harms && !is_of_all && !has(figure.span.of(story.text), b' ') => {
            return None;
        }
        FigureKind::Count if value < 10.0 => 12,
        FigureKind::Count => 28,
        FigureKind::Ratio | FigureKind::Measure if is_labeled => 18,
        // `a ten-year bond` is told of one thing.
        FigureKind::Duration if is_labeled && !has(figure.span.of(story.text), b'-') => 4,
        FigureKind::Age | FigureKind::Duration | FigureKind::Measure if digits => {
            let tells = figure.kind == FigureKind::Measure || figure.kind == FigureKind::Age && is_in_headline();
            return Some(Weight { tells, points: early });
        }
        // `one in eight died`
        FigureKind::Ratio if figure.span.of(story.text).split(' ').any(|word| is_any(word, "in out")) => 12,
        FigureKind::Ratio
        | FigureKind::Measure
        | FigureKind::Duration
        | FigureKind::Date
        | FigureKind::Ordinal
        | FigureKind::Age => return None,
    };
    let said = |holds: bool, points: u32| if holds { points } else { 0 };
    let size = (value as u64).checked_ilog10().unwrap_or_default();
    let sized = matches!(figure.kind, FigureKind::Money | FigureKind::Count);
    Some(tells(
        kind + said(figure.source.is_some(), 10)
            + said(figure.period.is_some(), 5)
            + said(figure.change != Change::None, 5)
            + said(is_labeled, 15)
            + said(harms, 40)
            + said(is_in_headline(), 15)
            + said(sized, size.min(9) * 2)
            + early,
    ))
}

/// The words of a text by which a figure and a headline may be compared, plural or not.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = pieces(text).filter(|word| word.len() > 3 && word.len() < 30);
    words.map(|word| lower(word.trim_end_matches('s')))
}
