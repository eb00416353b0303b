//! Reads sentence after sentence and makes the figures.

use std::ops::Range;

use super::{
    Bound, Change, Figure, FigureKind, Period, concept, cue, noise, period,
    period::When,
    quantity,
    quantity::Quantity,
    role,
    role::Role,
    source,
    words::{Words, is_any},
};
use crate::{date::Date, span::Span};

/// The figures found so far, and what of the text before a figure bears on it.
#[derive(Default)]
pub(super) struct Reader {
    today: Option<Date>,
    pub figures: Vec<Figure>,
    /// The indices of the figures that may be key.
    pub telling: Vec<usize>,
    sentence: u32,
    block: u32,
    /// Whether a quotation is open.
    quoted: bool,
    /// What the sentence counted last.
    counted: Option<Counted>,
    /// The word after the sentence's last quantity.
    last: Option<usize>,
}

/// What a quantity counted, for one behind it that leaves it out: `killing 40 civilians and wounding 90`.
struct Counted {
    end: usize,
    unit: Option<String>,
    noun: Vec<Span>,
    concept: Vec<Span>,
}

/// The most words from a counted noun to a number that counts the same.
const REACH: usize = 8;

impl Reader {
    pub(super) fn new(today: Option<Date>) -> Self {
        Self { today, ..Self::default() }
    }

    /// Reads the figures of one sentence.
    pub(super) fn read(&mut self, words: Words<'_>, sentence: u32, block: u32) {
        let first = self.figures.len();
        if self.block != block {
            self.quoted = false;
        }
        (self.sentence, self.block, self.counted, self.last) = (sentence, block, None, None);
        let mut at = 0;
        while at < words.len() {
            let next = if let Some(when) = period::read(words, at, self.today) {
                self.date(words, &when);
                when.words.end
            } else if let Some(end) = noise::skip(words, at) {
                end
            } else if let Some(quantity) = quantity::read(words, at) {
                self.quantity(words, &quantity);
                quantity.words.end
            } else {
                self.ordinal(words, at);
                at + 1
            };
            (at..next).for_each(|at| self.pass_quote(words.at(at)));
            at = next;
        }
        let found = self.figures.get_mut(first..).unwrap_or_default();
        if !found.is_empty() {
            let source = source::find(words);
            for figure in found.iter_mut() {
                figure.source = source;
            }
            add_periods(found);
        }
    }

    fn pass_quote(&mut self, word: &str) {
        match word {
            "\"" => self.quoted = !self.quoted,
            "“" => self.quoted = true,
            "”" => self.quoted = false,
            _ => {}
        }
    }

    fn figure(&self, span: Span, kind: FigureKind) -> Figure {
        Figure {
            span,
            kind,
            value: None,
            high: None,
            unit: None,
            bound: Bound::Exact,
            change: Change::None,
            concept: Vec::new(),
            label: Vec::new(),
            period: None,
            source: None,
            sentence: self.sentence,
            quoted: self.quoted,
            rank: None,
        }
    }

    fn date(&mut self, words: Words<'_>, when: &When) {
        let span = words.span(when.words.clone());
        let period = Some(Period { span, from: Some(when.from), to: Some(when.to) });
        self.figures.push(Figure { period, ..self.figure(span, FigureKind::Date) });
    }

    fn ordinal(&mut self, words: Words<'_>, at: usize) {
        let word = words.at(at);
        if period::is_ordinal(word) && word.len() < 12 {
            let digits: String = word.chars().filter(char::is_ascii_digit).collect();
            let figure = self.figure(words.span(at..at + 1), FigureKind::Ordinal);
            self.figures.push(Figure { value: digits.parse().ok(), ..figure });
        }
    }

    /// Adds a quantity with what it shares with the one before it.
    fn push_linked(&mut self, mut figure: Figure, link: Link) {
        let before = self.figures.iter().rev().take(3).find(|figure| figure.kind != FigureKind::Date);
        if let Some(before) = before.filter(|_| link != Link::None) {
            figure.concept.clone_from(&before.concept);
            if link == Link::Equals {
                figure.label.clone_from(&before.label);
                figure.change = before.change;
                if figure.bound == Bound::Exact {
                    figure.bound = before.bound;
                }
            }
        }
        self.figures.push(figure);
    }

    fn quantity(&mut self, words: Words<'_>, quantity: &Quantity) {
        let (start, end) = (quantity.words.start, quantity.words.end);
        let mut unit = quantity.unit.clone();
        let mut noun = if quantity.noun.is_empty() { Vec::new() } else { vec![words.span(quantity.noun.clone())] };
        let same = self.counted.as_ref().filter(|counted| counts_same(words, quantity, counted.end));
        if let Some(same) = same {
            (unit, noun) = (same.unit.clone(), same.noun.clone());
        }
        let mut concept = concept::about(words, quantity);
        if let Some(same) = same.filter(|_| concept.is_empty()) {
            concept.clone_from(&same.concept);
        }
        let label = concept::label(words, quantity, &noun, &concept);
        if quantity.kind == FigureKind::Count && !noun.is_empty() {
            self.counted = Some(Counted { end, unit: unit.clone(), noun, concept: concept.clone() });
        }
        if quantity.telling {
            self.telling.push(self.figures.len());
        }
        let figure = Figure {
            value: Some(quantity.value),
            high: quantity.high,
            unit,
            bound: cue::bound(words, start),
            change: cue::change(words, start, end, quantity.noun.clone()),
            concept,
            label,
            ..self.figure(words.span(quantity.words.clone()), quantity.kind)
        };
        let link = self.last.map_or(Link::None, |last| link(words, last..start));
        self.last = Some(end);
        self.push_linked(figure, link);
    }
}

/// How a quantity hangs on the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    /// `rose 4 % to 93`, `93, up from 89`: it is about the same.
    Moves,
    /// `100 km (62 miles)`, `190 points, or 2 %`: it is the same in other terms.
    Equals,
}

/// How the quantity behind the words `between` hangs on the one before them.
fn link(words: Words<'_>, between: Range<usize>) -> Link {
    let first = between.clone().find(|at| words.at(*at) != ",").unwrap_or(between.start);
    if words.any(first, &["(", "or"]) && between.end <= first + 3 {
        return Link::Equals;
    }
    let moves = between.clone().any(|at| words.any(at, &["from", "to"]));
    let plain = |at| {
        role::of(words, at) != Role::Verb && !words.shape(at).is_word()
            || matches!(role::of(words, at), Role::Preposition | Role::Filler)
            || words.any(at, &["compared"])
    };
    if moves && between.len() <= REACH && between.into_iter().all(plain) { Link::Moves } else { Link::None }
}

/// Does the quantity count what was counted before it? `and wounding 3,488.` and `and 12 others` do,
/// `and 12 trucks` does not.
fn counts_same(words: Words<'_>, quantity: &Quantity, counted: usize) -> bool {
    let start = quantity.words.start;
    let others = quantity.noun.len() == 1 && words.any(quantity.noun.start, &["others", "more"]);
    let bare = quantity.kind == FigureKind::Count && quantity.unit.is_none();
    let linked =
        (counted..start).any(|at| is_any(words.at(at), &["and", "or", ",", ";", "while", "but", "from", "to"]));
    (others || bare) && linked && start - counted <= REACH
}

/// Gives each figure of a sentence the date that stands nearest; dates have their own.
fn add_periods(figures: &mut [Figure]) {
    let mut before: Option<Period> = None;
    for figure in figures.iter_mut() {
        match figure.kind {
            FigureKind::Date => before = figure.period,
            _ => figure.period = before,
        }
    }
    let mut after: Option<Period> = None;
    for figure in figures.iter_mut().rev() {
        if figure.kind == FigureKind::Date {
            after = figure.period;
        } else if let Some(after) = after {
            let nearer = figure.period.is_none_or(|before| {
                after.span.start.saturating_sub(figure.span.end) < figure.span.start.saturating_sub(before.span.end)
            });
            if nearer {
                figure.period = Some(after);
            }
        }
    }
}
