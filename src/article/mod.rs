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
mod resume;
mod speech;
mod stretch;
mod table;
mod time;

pub(crate) use evidence::{ending, is_stop};
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
            let stretches = resume::find(text, &blocks, &all, body);
            let opening = stretches.first().cloned().unwrap_or_default();
            let head = head::find(text, &blocks, &all, &opening, options.title.as_deref());
            (labels::label(page, &stretches, &head), Some(head))
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
    let mut candidates =
        pieces.iter().enumerate().filter(|(_, (_, label))| parts.contains(label)).take(DATELINE_WITHIN);
    let (index, dateline) =
        candidates.find_map(|(index, (span, _))| dateline::read(text, *span).map(|found| (index, found)))?;
    let opening = dateline.span.of(text);
    if pieces.iter().filter(|(span, _)| span.of(text).starts_with(opening)).count() > 1 {
        // What opens another paragraph, too, is who speaks in an interview.
        return None;
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Marked;

    fn kinds<'t>(text: &'t str, options: &Options) -> Vec<(BlockKind, &'t str)> {
        read(text, options).blocks.iter().map(|block| (block.kind, block.span.of(text))).collect()
    }

    fn span(text: &str, part: &str) -> Span {
        let start = text.find(part).unwrap();
        Span::new(start..start + part.len())
    }

    #[test]
    fn skips_cut_their_block() {
        let text = "The ferry line will close in May. Nobody was surprised. Fares had doubled. It was time.";
        let skips = ["It was time.", "was surprised.", "Nobody was"].map(|part| span(text, part)).to_vec();
        let expected = [
            (BlockKind::Paragraph, "The ferry line will close in May."),
            (BlockKind::Furniture, "Nobody was surprised."),
            (BlockKind::Paragraph, "Fares had doubled."),
            (BlockKind::Furniture, "It was time."),
        ];
        assert_eq!(kinds(text, &Options { skips: skips.clone(), ..Options::default() }), expected);
        assert_eq!(kinds(text, &Options { skips, extent: Extent::Whole, ..Options::default() }), expected);
    }

    #[test]
    fn a_keep_is_never_furniture() {
        let text = "The ferry line will close in May, its owners said on Monday.\n\nSign up for our newsletter.";
        let keeps = vec![span(text, "newsletter")];
        let last = |options: &Options| kinds(text, options).last().map(|(kind, _)| *kind);
        assert_eq!(last(&Options::default()), Some(BlockKind::Furniture));
        assert_eq!(last(&Options { keeps, ..Options::default() }), Some(BlockKind::Paragraph));
    }

    #[test]
    fn a_block_is_what_its_markup_says() {
        let text = "The ferry line will close in May.\n\nA boat leaves the quay on its last day.\n\nFares had doubled.";
        let boat = || vec![span(text, "boat")];
        for (kind, markup) in [
            (BlockKind::Caption, Marked { captions: boat(), items: boat(), ..Marked::default() }),
            (BlockKind::Heading, Marked { headings: boat(), ..Marked::default() }),
            (BlockKind::ListItem, Marked { items: boat(), quotations: boat(), ..Marked::default() }),
            (BlockKind::Quotation, Marked { quotations: boat(), ..Marked::default() }),
        ] {
            let options = Options { markup, ..Options::default() };
            assert_eq!(kinds(text, &options)[1], (kind, "A boat leaves the quay on its last day."));
        }
    }

    #[test]
    fn markup_makes_a_caption_of_furniture_and_nothing_else() {
        let text = "The ferry line will close in May, its owners said on Monday.\n\nSign up for our newsletter.";
        let offer = || vec![span(text, "Sign up")];
        for (kind, markup) in [
            (BlockKind::Caption, Marked { captions: offer(), ..Marked::default() }),
            (BlockKind::Furniture, Marked { items: offer(), quotations: offer(), ..Marked::default() }),
        ] {
            assert_eq!(kinds(text, &Options { markup, ..Options::default() })[1].0, kind);
        }
    }

    #[test]
    fn a_headline_that_is_known_is_found_again() {
        let text = "Harbor news\nFerry line to close\n\nThe ferry line will close in May, its owners said on Monday.";
        let options = Options { title: Some("Ferry Line to Close".to_owned()), ..Options::default() };
        assert_eq!(read(text, &options).title.map(|title| title.of(text)), Some("Ferry line to close"));
    }

    #[test]
    fn blocks_cover_any_text_once_and_in_order() {
        const PIECES: [&str; 24] = [
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "\u{a0}",
            "\u{200b}",
            "* ",
            "1. ",
            "By ",
            "Ada Roe",
            "Oslo (AP) - ",
            "Share",
            "Leave a comment",
            "The ferry sailed at noon on Monday.",
            "…",
            "“",
            "”",
            "渡轮。",
            "🌊",
            "—",
            ": ",
            "©",
        ];
        arbtest::arbtest(|u| {
            let mut text = String::new();
            for _ in 0..u.int_in_range(0..=40)? {
                text += u.choose(&PIECES)?;
            }
            let at = |u: &mut arbtest::arbitrary::Unstructured<'_>| u.int_in_range(0..=text.len() + 2);
            let (a, b, c, d) = (at(u)?, at(u)?, at(u)?, at(u)?);
            let extent = *u.choose(&[Extent::Article, Extent::Whole])?;
            let (skips, keeps) = (vec![Span::new(a..b)], vec![Span::new(c..d)]);
            let article = read(&text, &Options { skips, keeps, extent, ..Options::default() });
            let mut end = 0;
            for block in &article.blocks {
                assert_eq!(block.span.trim(&text), block.span, "{text:?}");
                assert!(!block.span.of(&text).is_empty(), "{text:?}");
                assert_eq!(text.get(end..block.span.start as usize).map(str::trim), Some(""), "{text:?}");
                end = block.span.end as usize;
                let removed = article.removed.iter().any(|removed| removed.span.contains(block.span));
                assert_eq!(block.kind == BlockKind::Furniture, removed, "{text:?}");
            }
            assert_eq!(text.get(end..).map(str::trim), Some(""), "{text:?}");
            Ok(())
        });
    }
}
