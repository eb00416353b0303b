//! What a caller may ask for.

use crate::{date::Date, span::Span};

/// The most sentences that a summary has, whatever is asked for.
pub const MOST_PICKS: usize = 30;

/// What to summarize for whom; `Options::default()` asks for three sentences of a news story.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The headline, where it is known and not in the text. Evidence only: it is never part of the answer.
    pub title: Option<String>,
    /// The day of publication, against which relative dates are read.
    pub published: Option<Date>,
    /// How long the summary may be.
    pub budget: Budget,
    /// What the summary leans to.
    pub focus: Focus,
    /// A sentence that one of these touches is always picked.
    pub pins: Vec<Span>,
    /// Text that one of these covers is as if it were furniture.
    pub skips: Vec<Span>,
    /// Text that one of these touches is part of the story, however much it looks like furniture.
    pub keeps: Vec<Span>,
    /// What the markup says of stretches of the text.
    pub markup: Marked,
    /// Which part of the text is the story.
    pub extent: Extent,
}

/// Stretches of the text by what their markup makes of them; where several touch a block, the first is it.
///
/// A block that a caption touches is one, whatever it looks like. The others must be part of the story: a list of links
/// stays furniture.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// Text about pictures.
    pub captions: Vec<Span>,
    /// Headings inside the story.
    pub headings: Vec<Span>,
    /// Items of lists.
    pub items: Vec<Span>,
    /// Quotations set apart as blocks.
    pub quotations: Vec<Span>,
}

/// How long the summary may be. Every limit that is set holds; with none set it is three sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Budget {
    /// The most sentences.
    pub sentences: Option<u32>,
    /// The most words in all, split at white space; one sentence is given even if it is longer.
    pub words: Option<u32>,
    /// The part of the story's sentences, between 0 and 1, rounded up.
    pub share: Option<f64>,
}

impl Budget {
    /// The most sentences that this allows a story of `sentences` sentences: at least one, at most [`MOST_PICKS`].
    pub fn most_sentences(&self, sentences: usize) -> usize {
        let by_share = self.share.map(|share| (share * sentences as f64).ceil() as usize);
        let by_count = self.sentences.map(|count| count as usize);
        let fallback = if self.words.is_some() { MOST_PICKS } else { 3 };
        let asked = by_count.into_iter().chain(by_share).min().unwrap_or(fallback);
        asked.clamp(1, MOST_PICKS)
    }
}

/// What the summary leans to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Names and figures weigh what they were fitted to.
    #[default]
    Balanced,
    /// Names weigh more.
    Names,
    /// Figures weigh more.
    Figures,
}

/// Which part of the text is the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The article that stands among the page's furniture.
    #[default]
    Article,
    /// All of it: nothing is set aside, no title, byline or dateline is looked for.
    Whole,
}
