//! First stage: finds the article in the text, its parts, and what is only furniture around it.

use crate::{
    date::Date,
    options::{Extent, Options},
    span::Span,
};

mod byline;
mod cuts;
mod dateline;
mod day;
mod evidence;
mod furniture;
mod head;
mod labels;
mod lines;
mod phrases;
mod stretch;

pub use furniture::{Furniture, Removed};
use labels::{Label, Page};

/// The text in blocks, with the parts of a news article that were recognized.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Every block, in the order of the text.
    pub blocks: Vec<Block>,
    /// The headline.
    pub title: Option<Span>,
    /// Who wrote it.
    pub byline: Option<Byline>,
    /// Where, by whom and when it was filed.
    pub dateline: Option<Dateline>,
    /// The stretches that are not the story; their blocks are [`BlockKind::Furniture`].
    pub removed: Vec<Removed>,
}

/// A stretch of text that stands for itself: a headline, a paragraph, a menu entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum BlockKind {
    Title,
    Byline,
    Dateline,
    Heading,
    Paragraph,
    Quotation,
    ListItem,
    Caption,
    Table,
    Note,
    Furniture,
}

impl BlockKind {
    /// Whether its sentences are the story's and are scored.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Heading | Self::Paragraph | Self::Quotation | Self::ListItem | Self::Table | Self::Note)
    }
}

/// `By Sanjeev Sharma`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// The whole line.
    pub span: Span,
    /// The names in it.
    pub authors: Vec<Span>,
}

/// `New Delhi, Dec 17 (IANS):`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, with the mark that ends it.
    pub span: Span,
    /// The place of filing.
    pub place: Option<Span>,
    /// The agency that filed it.
    pub agency: Option<Span>,
    /// The day, as far as the text gives it.
    pub date: Option<Date>,
}

/// Reads `text` into blocks and says which are the article.
pub fn read(text: &str, options: &Options) -> Article {
    let blocks = lines::blocks(text, options.extent);
    let all = evidence::gather(text, &blocks);
    let page = Page { text, blocks: &blocks, all: &all };
    let (labels, head) = match options.extent {
        Extent::Whole => ((0..blocks.len()).map(|index| Label::Part(labels::look(page, index))).collect(), None),
        Extent::Article => {
            let body = stretch::find(&all);
            let head = head::find(text, &blocks, &all, &body, options.title.as_deref());
            (labels::label(page, &body, &head), Some(head))
        }
    };
    let mut pieces = cuts::cut(page, &labels, options);
    let dateline = head.as_ref().and_then(|_| split_dateline(text, &mut pieces));
    let find = |kind| pieces.iter().find(|(_, label)| *label == Label::Part(kind)).map(|(span, _)| *span);
    Article {
        title: find(BlockKind::Title),
        byline: find(BlockKind::Byline).and_then(|span| byline::read(text, span)),
        dateline,
        removed: removed(&pieces),
        blocks: pieces.iter().map(|(span, label)| Block { span: *span, kind: label.kind() }).collect(),
    }
}

/// How many paragraphs into the story a dateline may stand: a standfirst comes before it.
const DATELINE_WITHIN: usize = 3;

/// Finds the dateline and makes it a block of its own, in front of its paragraph.
fn split_dateline(text: &str, pieces: &mut Vec<(Span, Label)>) -> Option<Dateline> {
    let parts = [BlockKind::Dateline, BlockKind::Heading, BlockKind::Paragraph].map(Label::Part);
    let candidates = pieces.iter().enumerate().filter(|(_, (_, label))| parts.contains(label)).take(DATELINE_WITHIN);
    let (index, dateline) =
        candidates.filter_map(|(index, (span, _))| dateline::read(text, *span).map(|found| (index, found))).next()?;
    let piece = pieces.get_mut(index)?;
    let rest = Span { start: dateline.span.end, ..piece.0 }.trim(text);
    *piece = (dateline.span, Label::Part(BlockKind::Dateline));
    if !rest.is_empty() {
        pieces.insert(index + 1, (rest, Label::Part(BlockKind::Paragraph)));
    }
    Some(dateline)
}

/// The stretches of furniture; neighbors of one kind are one.
fn removed(pieces: &[(Span, Label)]) -> Vec<Removed> {
    let mut removed: Vec<Removed> = Vec::new();
    for group in pieces.chunk_by(|(_, label), (_, next)| label == next) {
        if let [(first, Label::Furniture(furniture)), ..] = group {
            let span = group.last().map_or(*first, |(last, _)| first.join(*last));
            removed.push(Removed { span, furniture: *furniture });
        }
    }
    removed
}
