//! What the caller skips and keeps, which has the last word over what a block looks like.

use super::{
    BlockKind,
    furniture::Furniture,
    labels::{self, Label, Page},
    time,
};
use crate::{
    options::{Extent, Marked, Options},
    span::Span,
};

/// The blocks with their labels, cut where a skip begins or ends inside one.
pub(super) fn cut(page: Page<'_>, labels: &[Label], options: &Options) -> Vec<(Span, Label)> {
    let merged = |spans| merge(page.text, spans);
    let (skips, keeps) = (merged(&options.skips), merged(&options.keeps));
    let Marked { captions, headings, items, quotations } = &options.markup;
    let marked = [
        (BlockKind::Caption, merged(captions)),
        (BlockKind::Heading, merged(headings)),
        (BlockKind::ListItem, merged(items)),
        (BlockKind::Quotation, merged(quotations)),
    ];
    let live = options.extent == Extent::Article && is_live(page, labels);
    let mut pieces = Vec::with_capacity(labels.len());
    for (index, (block, label)) in page.blocks.iter().zip(labels).enumerate() {
        let label = match label {
            Label::Furniture(_) if touching(&keeps, *block).next().is_some() => Label::Part(labels::look(page, index)),
            label => *label,
        };
        let is_marked = |kind: BlockKind, spans| touching(spans, *block).next().is_some() && may_be(label, kind);
        let label =
            marked.iter().find(|(kind, spans)| is_marked(*kind, spans)).map_or(label, |(kind, _)| Label::Part(*kind));
        let mut at = block.start;
        let mut push = |end: u32, label: Label| {
            let piece = Span { start: at, end: end.max(at) }.trim(page.text);
            at = end.max(at);
            if !piece.is_empty() {
                pieces.push((piece, label));
            }
        };
        if live && let Some(time) = time_of(page, *block, label).filter(|time| touching(&keeps, *time).next().is_none())
        {
            push(time.end, Label::Furniture(Furniture::Stamp));
        }
        // Of a headline or a byline that is skipped in part, the rest is no headline.
        let mut rest = label;
        for skip in touching(&skips, *block) {
            if matches!(label, Label::Part(BlockKind::Title | BlockKind::Byline)) {
                rest = Label::Part(BlockKind::Heading);
            }
            push(skip.start.max(block.start), rest);
            push(skip.end.min(block.end), Label::Furniture(Furniture::Skipped));
        }
        push(block.end, rest);
    }
    pieces
}

/// May a block with this label be of a kind that its markup gives?
fn may_be(label: Label, kind: BlockKind) -> bool {
    use BlockKind::{Caption, Heading, ListItem, Paragraph, Quotation};
    kind == Caption || matches!(label, Label::Part(Heading | ListItem | Paragraph | Quotation))
}

/// Is the story a live blog, two entries of which or more begin with their times?
fn is_live(page: Page<'_>, labels: &[Label]) -> bool {
    let timed = page.blocks.iter().zip(labels).filter(|(block, label)| time_of(page, **block, **label).is_some());
    timed.take(2).count() == 2
}

/// The time that an entry begins with.
fn time_of(page: Page<'_>, block: Span, label: Label) -> Option<Span> {
    let start = block.start as usize;
    let length = || time::before_entry(block.of(page.text));
    label.kind().is_body().then(length).flatten().map(|length| Span::new(start..start + length))
}

/// The spans of `sorted` that share a byte with `block`.
fn touching(sorted: &[Span], block: Span) -> impl Iterator<Item = &Span> {
    let first = sorted.partition_point(|span| span.end <= block.start);
    sorted.iter().skip(first).take_while(move |span| span.overlaps(block))
}

/// The spans in order, one where they touch, without those that do not fit the text.
fn merge(text: &str, spans: &[Span]) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.iter().copied().filter(|span| !span.of(text).is_empty()).collect();
    sorted.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => merged.push(span),
        }
    }
    merged
}
