//! The quantities and dates of the story: how much, of what, when, and who says so.

mod age;
mod calendar;
mod concept;
mod counted;
mod cue;
mod decimal;
mod deed;
mod doer;
mod during;
mod label;
mod link;
mod measured;
mod motion;
mod noise;
mod number;
mod opener;
mod period;
mod phrase;
mod quantity;
mod rank;
mod reader;
mod role;
mod share;
mod source;
mod spelled;
mod subject;
mod unit;
mod whole;
mod words;

use crate::{date::Date, span::Span, steps::rest, story::Story};
use reader::Reader;
use words::WordList;

/// A quantity or a date, as the story has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The words of the figure itself: `1,818 civilians`, `$1.13bn`, `May 27`.
    pub span: Span,
    /// What it is.
    pub kind: FigureKind,
    /// How much; `None` for dates.
    pub value: Option<f64>,
    /// The upper end, where the figure is a range.
    pub high: Option<f64>,
    /// A normalized English name in the singular: `dollar`, `percentage`, `civilian`.
    pub unit: Option<String>,
    /// Whether the value is exact.
    pub bound: Bound,
    /// Whether it is a rise or a fall: by how much, or to what.
    pub change: Change,
    /// Whether it is what rose or fell to: the 4 of `the rate fell to 4 %`, not that of `fell by 4 %`.
    pub reached: bool,
    /// The words of the sentence that the figure is about, in order.
    pub concept: Vec<Span>,
    /// The words of the sentence that a card shows beside the figure, in order.
    pub label: Vec<Span>,
    /// When; for a date, the date itself.
    pub period: Option<Period>,
    /// Who says so.
    pub source: Option<Span>,
    /// The index of its sentence.
    pub sentence: u32,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// 1 for the figure that tells most; `None` where it is no key figure.
    pub rank: Option<u32>,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum FigureKind {
    Count,
    Money,
    Percent,
    Measure,
    Duration,
    Date,
    Ordinal,
    Ratio,
    Age,
}

/// Whether a value is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `40`.
    Exact,
    /// `about 40`, `nearly 40`.
    About,
    /// `more than 40`, `at least 40`.
    More,
    /// `fewer than 40`, `up to 40`.
    Less,
}

/// Whether the figure rose or fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Neither is said.
    None,
    /// `rose by 4 %`.
    Up,
    /// `fell by 12`.
    Down,
}

/// A time that the story gives, with its ISO forms where they can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The words of the period.
    pub span: Span,
    /// The first day, month or year; `None` where it cannot be known.
    pub from: Option<Date>,
    /// The last one; the same as `from` for a single date.
    pub to: Option<Date>,
}

/// Finds the figures of the story in the order of the text.
///
/// `today` is the day against which `on Wednesday` or `last year` is read.
pub async fn find(story: &Story<'_>, today: Option<Date>) -> Vec<Figure> {
    let mut reader = Reader::new(today);
    for (index, sentence) in story.sentences.iter().enumerate() {
        let words = WordList::new(story.text, story.tokens_of(sentence));
        reader.read(&words, index as u32, sentence.block);
        rest().await;
    }
    rank::rank(story, &mut reader.figures, reader.telling);
    reader.figures
}
