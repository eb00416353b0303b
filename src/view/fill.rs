//! Fills the twins from what the core found.

use super::{
    answer::{
        AntecedentView, BlockView, BylineView, DatelineView, EntityView, FigureView, PartView, PeriodView, PickView,
        RemovedView, SentenceView, SlicedView, SpanView, SummaryView,
    },
    names::{block_kind, bound, change, entity_kind, figure_kind},
};
use crate::{
    article::{Block, Byline, Dateline, Removed},
    date::Date,
    entity::Entity,
    figure::{Figure, Period},
    letters::joined,
    offsets::Offsets,
    score::Score,
    select::Pick,
    sentence::Sentence,
    span::Span,
    summary::Summary,
};

impl<'t> SummaryView<'t> {
    /// The answer in the unit of `offsets`.
    ///
    /// # Offsets are UTF-16 unless asked otherwise
    ///
    /// ```
    /// use nutgraf::{Options, offsets::{Offsets, Unit}, summarize, view::SummaryView};
    ///
    /// let text = "🌊🌊 The sea took the pier.";
    /// let view = SummaryView::new(&summarize(text, &Options::default()), &Offsets::new(text, Unit::Utf16));
    /// assert_eq!(view.picks[0].end, 27);
    /// ```
    pub fn new(summary: &Summary<'t>, offsets: &Offsets<'_>) -> Self {
        let view = View { text: summary.text, offsets };
        let sentences = summary.sentences.iter().zip(&summary.scores);
        Self {
            title: summary.title.map(|span| view.span(span)),
            byline: summary.byline.as_ref().map(|byline| view.byline(byline)),
            dateline: summary.dateline.as_ref().map(|dateline| view.dateline(dateline)),
            blocks: summary.blocks.iter().map(|block| view.block(block)).collect(),
            removed: summary.removed.iter().map(|removed| view.removed(removed)).collect(),
            sentences: sentences.map(|(sentence, score)| view.sentence(sentence, score)).collect(),
            picks: summary.picks.iter().map(|pick| view.pick(pick, summary)).collect(),
            entities: summary.entities.iter().map(|entity| view.entity(entity)).collect(),
            figures: summary.figures.iter().map(|figure| view.figure(figure)).collect(),
        }
    }
}

/// The text and how to count in it.
struct View<'t, 'o> {
    text: &'t str,
    offsets: &'o Offsets<'o>,
}

impl<'t> View<'t, '_> {
    fn text(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    fn span(&self, span: Span) -> SpanView {
        SpanView { start: self.offsets.from_byte(span.start), end: self.offsets.from_byte(span.end) }
    }

    fn sliced(&self, span: Span) -> SlicedView<'t> {
        let SpanView { start, end } = self.span(span);
        SlicedView { start, end, text: self.text(span) }
    }

    /// Words that need not stand side by side, in the order of the text.
    fn words(&self, spans: &[Span]) -> Option<String> {
        (!spans.is_empty()).then(|| joined(spans.iter().map(|span| self.text(*span))))
    }

    fn byline(&self, byline: &Byline) -> BylineView<'t> {
        let SpanView { start, end } = self.span(byline.span);
        BylineView { start, end, authors: byline.authors.iter().map(|author| self.text(*author)).collect() }
    }

    fn dateline(&self, dateline: &Dateline) -> DatelineView<'t> {
        let SpanView { start, end } = self.span(dateline.span);
        let text = |span: Option<Span>| span.map(|span| self.text(span));
        DatelineView {
            start,
            end,
            place: text(dateline.place),
            agency: text(dateline.agency),
            date: iso(dateline.date),
        }
    }

    fn block(&self, block: &Block) -> BlockView {
        let SpanView { start, end } = self.span(block.span);
        BlockView { start, end, kind: block_kind(block.kind) }
    }

    fn removed(&self, removed: &Removed) -> RemovedView {
        let SpanView { start, end } = self.span(removed.span);
        RemovedView { start, end, reason: removed.furniture.reason() }
    }

    fn sentence(&self, sentence: &Sentence, score: &Score) -> SentenceView {
        let SpanView { start, end } = self.span(sentence.span);
        SentenceView { start, end, block: sentence.block, score: score.total(), parts: parts(score) }
    }

    fn pick(&self, pick: &Pick, summary: &Summary<'t>) -> PickView<'t> {
        let SlicedView { start, end, text } = self.sliced(summary.sentences[pick.sentence as usize].span);
        let antecedent = pick.antecedent.and_then(|mention| {
            let entity = summary.entities.iter().position(|entity| entity.mentions.contains(&mention))? as u32;
            let SpanView { start, end } = self.span(mention);
            Some(AntecedentView { entity, start, end })
        });
        let (score, parts) = (pick.score.total(), parts(&pick.score));
        PickView { sentence: pick.sentence, start, end, text, score, parts, pinned: pick.pinned, antecedent }
    }

    fn entity(&self, entity: &Entity) -> EntityView<'t> {
        EntityView {
            name: self.text(entity.name),
            kind: entity_kind(entity.kind),
            short: entity.short.map(|short| self.text(short)),
            mentions: entity.mentions.iter().map(|mention| self.span(*mention)).collect(),
        }
    }

    fn figure(&self, figure: &Figure) -> FigureView<'t> {
        let SlicedView { start, end, text } = self.sliced(figure.span);
        FigureView {
            start,
            end,
            text,
            kind: figure_kind(figure.kind),
            value: figure.value,
            high: figure.high,
            unit: figure.unit.clone(),
            bound: bound(figure.bound),
            change: change(figure.change),
            reached: figure.reached,
            concept: self.words(&figure.concept),
            label: self.words(&figure.label),
            period: figure.period.as_ref().map(|period| self.period(period)),
            source: figure.source.map(|source| self.sliced(source)),
            sentence: figure.sentence,
            quoted: figure.quoted,
            rank: figure.rank,
        }
    }

    fn period(&self, period: &Period) -> PeriodView<'t> {
        let SlicedView { start, end, text } = self.sliced(period.span);
        PeriodView { start, end, text, from: iso(period.from), to: iso(period.to) }
    }
}

fn iso(date: Option<Date>) -> Option<String> {
    date.map(Date::iso)
}

fn parts(score: &Score) -> Vec<PartView> {
    score.parts().map(|(reason, points)| PartView { reason: reason.name(), points }).collect()
}
