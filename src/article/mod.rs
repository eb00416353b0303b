//! First stage: finds the article in the text, its parts, and what is only furniture around it.

use crate::{
    date::Date,
    options::{Extent, Options},
    span::Span,
};

mod evidence;
mod furniture;
mod lines;
mod phrases;
mod stretch;

pub use furniture::{Furniture, Removed};

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
    let spans = lines::blocks(text, options.extent);
    let evidence = evidence::gather(text, &spans);
    let body = stretch::find(&evidence);
    let mut blocks = Vec::new();
    for (i, span) in spans.iter().enumerate() {
        let kind = if body.contains(&i) || options.extent == Extent::Whole {
            BlockKind::Paragraph
        } else {
            BlockKind::Furniture
        };
        blocks.push(Block { span: *span, kind });
    }
    Article { blocks, ..Article::default() }
}
