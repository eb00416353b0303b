//! What each block is: a part of the story, or furniture and of which kind.

use std::ops::Range;

use super::{
    BlockKind,
    evidence::Evidence,
    furniture::Furniture,
    head::Head,
    phrases::fold,
    {dateline, day, speech, stretch, table, time},
};
use crate::{
    letters::{has, trim},
    span::Span,
};

/// A heading is no longer than this, in words.
const HEADING: u32 = 15;

/// A stamp such as `Updated 3 March, 10:15 am` is no longer than this, in words.
const STAMP: u32 = 12;

/// A line between headline and first paragraph that belongs to the story has at least so many words.
const SHORTEST_STANDFIRST: u32 = 5;

/// A repeated headline is no longer than this, in words, with so many more around it: `Title:`, the name of the site.
const LONGEST_REPEAT: u32 = 36;
const AROUND: usize = 6;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Part(BlockKind),
    Furniture(Furniture),
}

impl Label {
    pub(super) fn kind(self) -> BlockKind {
        match self {
            Self::Part(kind) => kind,
            Self::Furniture(_) => BlockKind::Furniture,
        }
    }
}

/// The blocks of a text, and what each shows.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub blocks: &'a [Span],
    pub all: &'a [Evidence],
}

/// Labels every block of a page whose story stands in `stretches`.
pub(super) fn label(page: Page<'_>, stretches: &[Range<usize>], head: &Head) -> Vec<Label> {
    let headline = head.title.and_then(|title| page.blocks.get(title)).map(|block| fold(block.of(page.text)));
    // A byline behind the standfirst makes that a part of the head, though it reads as prose.
    let byline = head.byline.as_ref().map(|(byline, _)| *byline);
    let is_inside = byline.is_some_and(|byline| stretches.first().is_some_and(|stretch| stretch.contains(&byline)));
    let opening = if is_inside { head.first } else { 0 };
    let mut section = None;
    let mut ahead = stretches.iter().peekable();
    let mut started = false;
    let mut labels = Vec::with_capacity(page.blocks.len());
    for (index, evidence) in page.all.iter().enumerate() {
        if ahead.next_if(|stretch| stretch.end <= index).is_some() {
            (started, section) = (true, None);
        }
        let in_body = index >= opening && ahead.peek().is_some_and(|stretch| stretch.contains(&index));
        if started && !in_body {
            section = stretch::section(evidence).or(section);
        }
        labels.push(if head.title == Some(index) {
            Label::Part(BlockKind::Title)
        } else if byline == Some(index) {
            Label::Part(BlockKind::Byline)
        } else if in_body && is_told(page, index, &labels) {
            Label::Furniture(Furniture::Repeat)
        } else if in_body {
            inside(page, index)
        } else if head.title.is_some_and(|title| title < index) && index < head.first {
            between(page, index)
        } else {
            Label::Furniture(outside(page, index, headline.as_deref(), section))
        });
    }
    drop_last_headings(page, stretches, &mut labels);
    labels
}

/// Does the block belong to a second copy of paragraphs that stand in the story, two or more in one order? A paragraph
/// alone may be repeated on purpose.
fn is_told(page: Page<'_>, index: usize, labels: &[Label]) -> bool {
    let first = |index: usize| page.all.get(index).filter(|evidence| evidence.is_plain_sentence())?.first;
    let Some(told) = first(index) else { return false };
    // What was told before stands further up, so that there is a block before this one.
    let before = || told > 0 && first(index - 1) == Some(told - 1);
    let in_order = first(index + 1) == Some(told + 1) || before();
    in_order && matches!(labels.get(told), Some(Label::Part(kind)) if kind.is_body())
}

/// Takes the headings off the story's end that stand over nothing.
fn drop_last_headings(page: Page<'_>, stretches: &[Range<usize>], labels: &mut [Label]) {
    let Some(stretch) = stretches.last().cloned() else { return };
    let (Some(story), Some(all)) = (labels.get_mut(stretch.clone()), page.all.get(stretch)) else { return };
    let is_bare = |(label, evidence): &(&Label, &Evidence)| {
        matches!(label, Label::Part(BlockKind::Paragraph | BlockKind::Heading)) && evidence.is_bare()
    };
    let bare = story.iter().zip(all).rev().take_while(is_bare).count();
    if bare < story.len() {
        for label in story.iter_mut().rev().take(bare) {
            *label = Label::Furniture(Furniture::Apart);
        }
    }
}

/// Is it the place in a series, such as `1 / 12` of the pictures?
fn is_counter(line: &str) -> bool {
    let is_parted = has(line, b'/') || has(line, b'|');
    is_parted && line.split(&['/', '|'][..]).all(|number| trim(number).parse::<u16>().is_ok())
}

/// What a block of the story looks like.
pub(super) fn look(page: Page<'_>, index: usize) -> BlockKind {
    let (Some(block), Some(evidence)) = (page.blocks.get(index), page.all.get(index)) else {
        return BlockKind::Paragraph;
    };
    let next = page.all.get(index + 1);
    if evidence.bullet > 0 {
        BlockKind::ListItem
    } else if table::is_part(page, index) {
        BlockKind::Table
    } else if is_quotation(block.of(page.text)) {
        BlockKind::Quotation
    } else if !evidence.stop && evidence.words <= HEADING && next.is_some_and(Evidence::is_sentence) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// What a block between the first and the last paragraph is.
fn inside(page: Page<'_>, index: usize) -> Label {
    let (Some(block), Some(evidence)) = (page.blocks.get(index), page.all.get(index)) else {
        return Label::Furniture(Furniture::Apart);
    };
    let is_link = matches!(evidence.phrases.opening, Some((Furniture::Related, _))) && !evidence.is_sentence();
    let is_label = !evidence.is_sentence() && !evidence.is_fragment();
    match evidence.phrases.kind {
        Some(kind) if (is_label || is_link || evidence.is_set_phrase()) && !table::tells_figures(page, index) => {
            Label::Furniture(kind)
        }
        _ if evidence.note || speech::is_signature(block.of(page.text), evidence) => Label::Part(BlockKind::Note),
        _ if evidence.credit => Label::Part(BlockKind::Caption),
        // The time of an entry in a live blog.
        _ if time::is_alone(block.of(page.text)) => Label::Furniture(Furniture::Stamp),
        _ if speech::is_label(block.of(page.text), evidence) => Label::Furniture(Furniture::Speaker),
        _ if evidence.words == 0 || is_counter(block.of(page.text)) => Label::Furniture(Furniture::Apart),
        _ if evidence.first.is_some() && is_label => Label::Furniture(Furniture::Repeat),
        _ => Label::Part(look(page, index)),
    }
}

/// What a block between headline and first paragraph is.
fn between(page: Page<'_>, index: usize) -> Label {
    let (Some(block), Some(evidence)) = (page.blocks.get(index), page.all.get(index)) else {
        return Label::Furniture(Furniture::Apart);
    };
    match evidence.phrases.kind {
        _ if dateline::read(page.text, *block).is_some_and(|dateline| dateline.span == *block) => {
            Label::Part(BlockKind::Dateline)
        }
        _ if is_stamp(page.text, *block, evidence) => Label::Furniture(Furniture::Stamp),
        _ if speech::is_label(block.of(page.text), evidence) => Label::Furniture(Furniture::Speaker),
        Some(kind) => Label::Furniture(kind),
        _ if evidence.words == 0 => Label::Furniture(Furniture::Apart),
        _ if evidence.note => Label::Part(BlockKind::Note),
        _ if evidence.credit => Label::Part(BlockKind::Caption),
        // Who may be written to, and what else stands beside a bar, is no standfirst.
        _ if has(block.of(page.text), b'|') || has(block.of(page.text), b'@') => Label::Furniture(Furniture::Menu),
        _ if evidence.words >= SHORTEST_STANDFIRST && evidence.bullet == 0 => Label::Part(BlockKind::Heading),
        _ => Label::Furniture(Furniture::Menu),
    }
}

/// What kind of furniture a block before or after the story is.
fn outside(page: Page<'_>, index: usize, headline: Option<&str>, section: Option<Furniture>) -> Furniture {
    let (Some(block), Some(evidence)) = (page.blocks.get(index), page.all.get(index)) else { return Furniture::Apart };
    let around = |headline: &str| {
        let line = fold(block.of(page.text));
        let [line, headline]: [Vec<&str>; 2] = [&line, headline].map(|text| text.split(' ').collect());
        line.len() <= headline.len() + AROUND && line.windows(headline.len()).any(|part| part == headline)
    };
    if evidence.words <= LONGEST_REPEAT && headline.is_some_and(around) {
        return Furniture::Repeat;
    }
    match (section, evidence.phrases.kind) {
        (Some(section), _) if evidence.is_sentence() && !evidence.is_set_phrase() => section,
        (_, Some(kind)) => kind,
        _ if is_stamp(page.text, *block, evidence) => Furniture::Stamp,
        _ if speech::is_label(block.of(page.text), evidence) => Furniture::Speaker,
        (Some(section), None) => section,
        _ if evidence.words == 0 || evidence.is_sentence() || evidence.is_fragment() => Furniture::Apart,
        _ => Furniture::Menu,
    }
}

/// Does the block say when the story was published, and nothing else?
fn is_stamp(text: &str, block: Span, evidence: &Evidence) -> bool {
    evidence.words <= STAMP
        && !evidence.is_sentence()
        && (day::is_named_in(block.of(text)) || time::is_alone(block.of(text)))
}

/// Is the block one quotation from its first mark to its last?
fn is_quotation(block: &str) -> bool {
    let mut marks = block.chars().filter(|c| matches!(c, '"' | '“' | '”' | '„' | '«' | '»'));
    let inner = (block.chars().next(), block.chars().next_back());
    match inner {
        (Some('"'), Some('"')) | (Some('“'), Some('”')) | (Some('„'), Some('“' | '”')) | (Some('«'), Some('»')) => {
            marks.by_ref().take(3).count() == 2
        }
        _ => false,
    }
}
