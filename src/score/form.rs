//! What a sentence is by its form: whether it states something, and whether it does so by itself.

use std::sync::LazyLock;

use crate::{
    article::{BlockKind, ending, is_stop},
    index::Index,
    letters::{first_is, last_is},
    score::length,
    sentence::Sentence,
    story::Story,
    token::Shape,
};

/// What has fewer words is a fragment: `“Never,” he said.`
const FRAGMENT: usize = 5;

/// Words that, as the first of a sentence, mean what stands before it.
static OPENINGS: LazyLock<Index> = LazyLock::new(|| Index::read(include_str!("openings.txt")));

/// Words that, as the first of a sentence, join it to the one before.
static JOINTS: LazyLock<Index> = LazyLock::new(|| Index::read(include_str!("joints.txt")));

/// A sentence by its form.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it says, whatever that is about.
    pub kind: Kind,
    /// How it begins.
    pub opening: Opening,
}

/// What a sentence says, whatever that is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Prose that states something.
    Statement,
    /// Prose that is cut off: it begins with a small letter or ends without a stop, as a caption does.
    Unfinished,
    /// Quotation and no more: who speaks is not in it.
    Quotation,
    /// A heading, a row of a table, a note, a question, a fragment.
    Other,
}

/// How a sentence begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// By itself: `The ferry`.
    Own,
    /// Joined to the one before, which it can be read without: `But the ferry`.
    Joined,
    /// With what the one before tells: `He said`, `However,`, `The two`.
    Leaning,
}

/// The form of every sentence.
pub fn of(story: &Story<'_>) -> Vec<Form> {
    let (mut block, mut is_open) = (u32::MAX, false);
    let form = |sentence: &Sentence| {
        if sentence.block != block {
            // A quotation that goes on in the next paragraph is opened there again.
            (block, is_open) = (sentence.block, false);
        }
        let is_quoted = is_quoted(story, sentence, &mut is_open);
        Form { kind: kind(story, sentence, is_quoted), opening: opening(story, sentence) }
    };
    story.sentences.iter().map(form).collect()
}

/// Is every word of the sentence quoted? `“We will rebuild.”` is, and so is a sentence in the middle of a quotation;
/// `“We will,” she said.` is not. `is_open` says of the words before and behind whether they are quoted.
fn is_quoted(story: &Story<'_>, sentence: &Sentence, is_open: &mut bool) -> bool {
    let tokens = story.tokens_of(sentence);
    let gap =
        |at: usize| tokens.get(at).zip(tokens.get(at + 1)).is_none_or(|(one, next)| one.span.end < next.span.start);
    let mut is_quoted = true;
    for (at, token) in tokens.iter().enumerate() {
        match story.slice(token.span) {
            // Which way a mark points differs by language; where the gap is does not, but for French.
            mark @ ("\"" | "“" | "”" | "„" | "«" | "»") => {
                *is_open = at.checked_sub(1).is_none_or(gap) && (!gap(at) || mark == "«");
            }
            _ => is_quoted &= *is_open || token.shape == Shape::Mark,
        }
    }
    is_quoted
}

fn kind(story: &Story<'_>, sentence: &Sentence, is_quoted: bool) -> Kind {
    let block = story.blocks.get(sentence.block as usize).map(|block| block.kind);
    let text = ending(story.slice(sentence.span));
    match block {
        _ if text.ends_with(&['?', '؟', '？'][..]) || length(story, sentence) < FRAGMENT => Kind::Other,
        Some(BlockKind::Quotation) => Kind::Quotation,
        Some(BlockKind::Paragraph | BlockKind::ListItem) if is_quoted => Kind::Quotation,
        Some(BlockKind::Paragraph | BlockKind::ListItem) => {
            let ends = last_is(text, |c| is_stop(c) || c == '…' || c == ':');
            if ends && !first_is(text, char::is_lowercase) { Kind::Statement } else { Kind::Unfinished }
        }
        _ => Kind::Other,
    }
}

fn opening(story: &Story<'_>, sentence: &Sentence) -> Opening {
    let mut words = story.tokens_of(sentence).iter().filter(|token| token.shape.is_word());
    let Some(first) = words.next() else { return Opening::Own };
    let has = |list: &Index, span| list.get_small(stem(story.slice(span))).is_some();
    let two = words.next().map(|second| first.span.join(second.span));
    if has(&OPENINGS, first.span) || two.is_some_and(|two| has(&OPENINGS, two)) {
        Opening::Leaning
    } else if has(&JOINTS, first.span) {
        Opening::Joined
    } else {
        Opening::Own
    }
}

/// A word without what is drawn together with it: `They` of `They’re`.
pub fn stem(word: &str) -> &str {
    word.split(&['\'', '’'][..]).next().unwrap_or_default()
}
