//! What is known of each token of the story before a name is sought: its lists, and how the story writes it.

use super::lexicon::{Tags, tags_of};
use crate::{
    article::BlockKind,
    figure::{Figure, FigureKind},
    index::Index,
    letters::{has, in_small_letters, lower, trim},
    sentence::Sentence,
    story::Story,
    token::{Shape, Token},
};

/// A token as the finder sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    tags: Tags,
    /// The number of its form in small letters.
    form: u32,
    /// That form as the tagger knows it.
    hash: u32,
    /// What the lists know of the phrase of several words in which it stands.
    phrase: Tags,
}

/// How the story uses a word in all its places.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// How often it has a small first letter.
    pub small: u32,
    /// How often it has a capital that means something.
    pub capital: u32,
    /// What stands beside it, see [`Words::find_clues`].
    pub clues: u16,
}

/// The tokens of the story with what is known of them.
pub(super) struct Words<'a> {
    pub story: &'a Story<'a>,
    tokens: Vec<Word>,
    seen: Vec<Seen>,
    shouted: Vec<bool>,
    dateline: String,
}

impl<'a> Words<'a> {
    /// Reads the story twice: once for the lists, where each spelling is looked up once, and once for the capitals.
    pub fn survey(story: &'a Story<'a>, figures: &[Figure]) -> Self {
        // About so many of a story's words are spelled as no word before.
        let distinct = story.tokens.len() / 3;
        let (mut spellings, mut forms) = (Index::with_capacity(distinct), Index::with_capacity(distinct));
        let mut tokens: Vec<Word> = Vec::with_capacity(story.tokens.len());
        for (token, at) in story.tokens.iter().zip(0..) {
            let text = story.slice(token.span);
            let same = tokens.get(*spellings.number(text, at) as usize).copied();
            tokens.push(same.unwrap_or_else(|| look_up(text, &mut forms)));
        }
        // What stands in an amount names nobody: the `US` of `US$5`, `Ksh 550`.
        for figure in figures.iter().filter(|figure| matches!(figure.kind, FigureKind::Money | FigureKind::Measure)) {
            let first = story.tokens.partition_point(|token| token.span.start < figure.span.start);
            for (word, token) in tokens.iter_mut().zip(story.tokens).skip(first) {
                if token.span.end > figure.span.end {
                    break;
                }
                word.tags = word.tags | Tags::PLAIN;
            }
        }
        let mut this = Self {
            story,
            tokens,
            seen: vec![Seen::default(); forms.len()],
            shouted: Vec::new(),
            dateline: place_of(story),
        };
        this.shouted = story.sentences.iter().map(|sentence| this.is_shouted(sentence)).collect();
        this.count();
        this.find_phrases();
        this.find_clues();
        this
    }

    /// Counts small letters everywhere, capitals only where they mean something.
    fn count(&mut self) {
        for (sentence, shouted) in self.story.sentences.iter().zip(&self.shouted) {
            for at in range(sentence) {
                let opens = self.opens(range(sentence).start, at);
                let (Some(token), Some(word)) = (self.story.tokens.get(at), self.tokens.get(at)) else { continue };
                let Some(seen) = self.seen.get_mut(word.form as usize) else { continue };
                match token.shape {
                    Shape::Lower => seen.small += 1,
                    shape if shape.is_capitalized() && !shouted && !opens => seen.capital += 1,
                    _ => {}
                }
            }
        }
    }

    /// Are capitals in `sentence` no sign of names? So in `Police Arrest Five Over Theft` and in `BREAKING NEWS TODAY`;
    /// not in `Anna Berg, Bergen`, which is too short to tell, nor in any line with a small word that carries meaning.
    fn is_shouted(&self, sentence: &Sentence) -> bool {
        let (mut capitals, mut uppers) = (0, 0);
        for at in range(sentence) {
            match self.shape(at) {
                Shape::Lower if !self.tags(at).any(Tags::PLAIN | Tags::PARTICLE) => return false,
                Shape::Upper => uppers += 1,
                Shape::Title | Shape::Mixed => capitals += 1,
                _ => {}
            }
        }
        let ends = self.text((sentence.tokens.end as usize).saturating_sub(1));
        (capitals + uppers > 4 && ends != ".") || (uppers > 2 && capitals == 0)
    }

    /// Whether capitals in the sentence are no sign of names.
    pub fn shouted(&self, sentence: usize) -> bool {
        self.shouted.get(sentence).copied().unwrap_or_default()
    }

    /// The token, if there is one.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.story.tokens.get(at)
    }

    /// Its text; nothing past the end.
    pub fn text(&self, at: usize) -> &'a str {
        self.token(at).map(|token| self.story.slice(token.span)).unwrap_or_default()
    }

    /// Its shape; past the end a mark.
    pub fn shape(&self, at: usize) -> Shape {
        self.token(at).map_or(Shape::Mark, |token| token.shape)
    }

    /// The lists in which it stands.
    pub fn tags(&self, at: usize) -> Tags {
        self.tokens.get(at).map(|word| word.tags).unwrap_or_default()
    }

    /// Whether the token at `at` stands in one of the lists of `tags`.
    pub fn has(&self, at: usize, tags: Tags) -> bool {
        self.tags(at).any(tags)
    }

    /// How the story writes it.
    pub fn seen(&self, at: usize) -> Seen {
        let form = self.tokens.get(at).map(|word| word.form as usize);
        form.and_then(|form| self.seen.get(form)).copied().unwrap_or_default()
    }

    /// Its form in small letters, every digit as a zero, in a number.
    pub fn hash(&self, at: usize) -> u32 {
        self.tokens.get(at).map(|word| word.hash).unwrap_or_default()
    }

    /// The lists in which the phrase of several words stands to which it belongs: both of `New Zealand`.
    pub fn phrased(&self, at: usize) -> Tags {
        self.tokens.get(at).map(|word| word.phrase).unwrap_or_default()
    }

    /// Adds clues to what is known of the word at `at` in all its places.
    pub fn add_clues(&mut self, at: usize, clues: u16) {
        let form = self.tokens.get(at).map(|word| word.form as usize);
        if let Some(seen) = form.and_then(|form| self.seen.get_mut(form)) {
            seen.clues |= clues;
        }
    }

    /// Marks the words of every phrase that the lists know.
    fn find_phrases(&mut self) {
        for sentence in self.story.sentences {
            let (mut at, end) = (range(sentence).start, range(sentence).end);
            while at < end {
                let phrase = at..at + self.phrase(at, end, Tags::KNOWN).max(1);
                let tags = if phrase.len() > 1 { tags_of(&self.key(phrase.clone())) } else { Tags::default() };
                for word in self.tokens.get_mut(phrase.clone()).unwrap_or_default() {
                    word.phrase = tags;
                }
                at = phrase.end;
            }
        }
    }

    /// The place where the story was filed, as a [key](Self::key).
    pub fn dateline(&self) -> &str {
        &self.dateline
    }

    /// Does the token open the sentence that begins at `first`, or a quotation or an item in it?
    ///
    /// A capital there says little.
    pub fn opens(&self, first: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= first) else { return true };
        let text = self.text(before);
        let quotes = || matches!(text, "\"" | "“" | "‘" | "'" | "«");
        matches!(text, ":" | "•" | "*" | "…")
            || (before == first && self.shape(before) == Shape::Mark)
            || (quotes() && matches!(self.text(before.saturating_sub(1)), "," | ":" | "."))
    }

    /// Whether nothing stands between the token at `at` and the next.
    pub fn touches(&self, at: usize) -> bool {
        let ends = self.token(at).zip(self.token(at + 1));
        ends.is_some_and(|(left, right)| left.span.end == right.span.start)
    }

    /// Is the token a hyphen, or the short dash that stands for one?
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.shape(at) == Shape::Mark && matches!(self.text(at), "-" | "‐" | "‑" | "–")
    }

    /// Is the token an initial, as in `J. K. Rowling` and `J.K. Rowling`? Any capital that stands alone is.
    pub fn is_initial(&self, at: usize) -> bool {
        let text = self.text(at);
        let mut chars = text.chars();
        let alone = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
        alone || (self.shape(at) == Shape::Upper && has(text, b'.'))
    }

    /// The words of a stretch as one key: small letters, one space between words, marks left out.
    ///
    /// Initials stand together, as in `J.R. Okafor`.
    pub fn key(&self, tokens: std::ops::Range<usize>) -> String {
        let mut key = String::new();
        let mut was_initial = false;
        for at in tokens.filter(|at| !matches!(self.shape(*at), Shape::Mark)) {
            let is_initial = self.is_initial(at);
            if !key.is_empty() && self.shape(at) != Shape::Clitic && !(was_initial && is_initial) {
                key.push(' ');
            }
            push_plain(&mut key, self.text(at));
            was_initial = is_initial;
        }
        lower(&key)
    }

    /// How many tokens from `at`, before `end`, are the longest phrase that the lists know in one of `tags`.
    pub fn phrase(&self, at: usize, end: usize, tags: Tags) -> usize {
        let longest = if self.has(at, Tags::PREFIX) { LONGEST_PHRASE.min(end.saturating_sub(at)) } else { 1 };
        let whole = |at: usize| self.shape(at) != Shape::Mark || self.is_hyphen(at);
        let longest = (0..longest).take_while(|step| whole(at + step)).count();
        let ends = |len: &usize| self.shape(at + len - 1) != Shape::Mark;
        let known = |len: &usize| tags_of(&self.key(at..at + len)).any(tags);
        (2..=longest).rev().filter(ends).find(known).unwrap_or_else(|| usize::from(self.has(at, tags)))
    }
}

/// The most tokens of a phrase in the lists: `Guinea-Bissau` has three, `United States of America` four.
const LONGEST_PHRASE: usize = 5;

/// The tokens of a sentence.
pub(super) fn range(sentence: &Sentence) -> std::ops::Range<usize> {
    sentence.tokens.start as usize..sentence.tokens.end as usize
}

/// The place in the dateline: `caldwell` in `CALDWELL, Oct. 3 (AFP) –`.
fn place_of(story: &Story<'_>) -> String {
    let dateline = story.blocks.iter().find(|block| block.kind == BlockKind::Dateline);
    let text = dateline.map(|block| story.slice(block.span)).unwrap_or_default();
    let place = text.split(&[',', '(', '-', '–', '—', ':', '/'][..]).next().unwrap_or_default();
    lower(trim(place))
}

/// What the lists know of a spelling, and the number of its form in small letters.
fn look_up(text: &str, forms: &mut Index) -> Word {
    if text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return in_small_letters(text, |small| of_form(text, small, forms));
    }
    let mut phrase = String::with_capacity(text.len());
    push_plain(&mut phrase, text);
    in_small_letters(&phrase, |small| of_form(&phrase, small, forms))
}

fn of_form(phrase: &str, small: &str, forms: &mut Index) -> Word {
    // `WHO` and `US` are names, `who` and `us` are not; `ALL` is no more than `all`.
    let plain = tags_of(small);
    let exact = if phrase == small { plain } else { tags_of(phrase) };
    let tags = if exact.any(Tags::KNOWN) { exact } else { exact | plain };
    let next = forms.len() as u32;
    let form = *forms.number(small, next);
    let hash = small.chars().fold(0x811C_9DC5_u32, |hash, c| {
        let c = if c.is_numeric() { '0' } else { c };
        (hash ^ c as u32).wrapping_mul(0x0100_0193)
    });
    Word { tags, form, hash: hash ^ hash >> 15, phrase: Tags::default() }
}

/// Adds `word` with straight apostrophes and without stops and soft hyphens, so that `U.S` and `US` are one.
fn push_plain(out: &mut String, word: &str) {
    out.extend(word.chars().filter(|c| !matches!(c, '.' | '\u{ad}')).map(|c| if c == '’' { '\'' } else { c }));
}
