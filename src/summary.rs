//! The answer, and the one way through the stages that leads to it.

use crate::{
    article::{self, Block, Byline, Dateline, Removed},
    entity::{self, Entity},
    figure::{self, Figure},
    found::Found,
    options::Options,
    score::{self, Score, Weights, form},
    select::{self, Pick},
    sentence::{self, Sentence},
    span::Span,
    steps::{at_once, rest},
    story::Story,
    token,
    words::Words,
};

/// What Nutgraf found in a text: all of it points back into the text by spans.
#[derive(Clone, Debug)]
pub struct Summary<'t> {
    /// The text that was read.
    pub text: &'t str,
    /// The headline, where the text has one.
    pub title: Option<Span>,
    /// Who wrote the story.
    pub byline: Option<Byline>,
    /// Where, by whom and when it was filed.
    pub dateline: Option<Dateline>,
    /// The text in blocks.
    pub blocks: Vec<Block>,
    /// What was set aside as furniture, and why.
    pub removed: Vec<Removed>,
    /// The story's sentences.
    pub sentences: Vec<Sentence>,
    /// The score of each sentence.
    pub scores: Vec<Score>,
    /// The sentences that carry the story, in reading order.
    pub picks: Vec<Pick>,
    /// Names, those first that the story is about and the picks tell least of.
    pub entities: Vec<Entity>,
    /// Quantities and dates, in the order of the text.
    pub figures: Vec<Figure>,
}

/// Reads `text` and picks the sentences that carry the story.
///
/// It never fails: a text without a sentence has a summary without picks.
/// Of a text longer than four gigabytes the first four are read.
///
/// # Every pick is a slice of the text
///
/// ```
/// use nutgraf::{Options, summarize};
///
/// let text = "OSLO, May 2 (NPA) - The ferry line lost 1,200 passengers in April. Fares rise in June.";
/// let summary = summarize(text, &Options::default());
/// let first = &summary.sentences[summary.picks[0].sentence as usize];
/// assert_eq!(first.span.of(text), "The ferry line lost 1,200 passengers in April.");
/// ```
pub fn summarize<'t>(text: &'t str, options: &Options) -> Summary<'t> {
    at_once(summarize_in_steps(text, options))
}

/// The same in steps, between which it may be laid down.
pub async fn summarize_in_steps<'t>(text: &'t str, options: &Options) -> Summary<'t> {
    let text = text.get(..text.floor_char_boundary(u32::MAX as usize)).unwrap_or_default();
    let article = article::read(text, options);
    rest().await;
    let tokens = token::scan(text, &article.blocks);
    rest().await;
    let sentences = sentence::split(text, &article.blocks, &tokens);
    rest().await;
    let story = Story { text, blocks: &article.blocks, tokens: &tokens, sentences: &sentences };
    let figures = figure::find(&story, options.published.or(article.dateline.and_then(|dateline| dateline.date))).await;
    let mut entities = entity::find(&story, &figures).await;
    let headline = options.title.as_deref().or(article.title.map(|title| title.of(text)));
    let words = Words::of(&story);
    rest().await;
    let forms = form::of(&story);
    let found = Found { story, words: &words, forms: &forms, entities: &entities, figures: &figures };
    rest().await;
    let scores = score::rate(&found, headline, options.focus, &Weights::FITTED);
    rest().await;
    let picks = select::choose(&found, &scores, options, &Weights::FITTED);
    let picked: Vec<Span> = picks.iter().filter_map(|pick| Some(sentences.get(pick.sentence as usize)?.span)).collect();
    entity::rank(&story, &mut entities, &picked);
    Summary {
        text,
        title: article.title,
        byline: article.byline,
        dateline: article.dateline,
        blocks: article.blocks,
        removed: article.removed,
        sentences,
        scores,
        picks,
        entities,
        figures,
    }
}
