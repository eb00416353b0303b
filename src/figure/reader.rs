//! Reads sentence after sentence and makes the figures.

use std::ops::Range;

use super::{
    Bound, Change, Figure, FigureKind, Period,
    calendar::{When, is_ordinal},
    concept, cue,
    decimal::decimal,
    doer, during,
    label::{self, Label},
    link::{self, Link},
    noise, opener, period,
    quantity::{self, Quantity},
    role::{self, Role},
    share, source, unit, whole,
    words::Words,
};
use crate::{
    date::{Date, ordinal},
    span::Span,
};

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
    /// The words of the sentence's figures.
    places: Vec<Range<usize>>,
    /// The same without what they count; ordinals are left out, for they belong to what they count.
    used: Vec<Range<usize>>,
    /// The sentence's last quantity: the word after it, and what its label names.
    last: Option<(usize, Vec<Span>)>,
}

/// What a quantity counted, for one behind it that leaves it out: `killing 40 civilians and wounding 90`.
struct Counted {
    end: usize,
    unit: Option<String>,
    noun: Vec<Span>,
    concept: Vec<Span>,
}

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
        self.places.clear();
        self.used.clear();
        let mut at = 0;
        while at < words.len() {
            let next = if opener::may_open(words, at) {
                self.figure_at(words, at)
            } else {
                debug_assert!(self.has_none_at(words, at), "{:?} may open a figure", words.at(at));
                at + 1
            };
            (at..next).for_each(|at| self.pass_quote(words.at(at)));
            at = next;
        }
        let found = self.figures.get_mut(first..).unwrap_or_default();
        for (figure, place) in found.iter_mut().zip(&self.places).filter(|(figure, _)| figure.high.is_none()) {
            let way = cue::reached(words, place.start);
            if way != Change::None {
                (figure.change, figure.reached) = (way, true);
                if figure.unit.is_none() {
                    figure.unit = share::number_of(words, place.start);
                }
            }
        }
        for index in share::units(words, found, &self.places) {
            let place = self.telling.partition_point(|other| *other < first + index);
            if self.telling.get(place) != Some(&(first + index)) {
                self.telling.insert(place, first + index);
            }
        }
        share::points(words, found, &self.places);
        if found.len() > 1 {
            share::things(words, found, &self.places);
        }
        if !found.is_empty() {
            if let Some(source) = source::find(words) {
                for (figure, place) in found.iter_mut().zip(&self.places) {
                    figure.source = Some(source.name).filter(|_| !source.aside.contains(&place.start));
                }
            }
            during::add_periods(words, found, &self.places);
        }
    }

    /// Reads the figure that begins at word `at`, if one does; returns where to go on.
    fn figure_at(&mut self, words: Words<'_>, at: usize) -> usize {
        if let Some(when) = period::read(words, at, self.today) {
            self.date(words, &when);
            when.words.end
        } else if let Some(end) = noise::skip(words, at) {
            end
        } else if let Some(mut quantity) = quantity::read(words, at) {
            let end = quantity.words.end;
            // The `magnitude` of `40 magnitude 6.8 quakes` is counted already.
            let taken = self.places.last().map_or(0, |place| place.end);
            quantity.words.start = quantity.words.start.max(taken);
            self.leave_out_harm(&mut quantity);
            self.quantity(words, &quantity);
            end
        } else {
            self.ordinal(words, at);
            at + 1
        }
    }

    /// Leaves `injured` out of what is counted where people were counted before: `40 people died and 12 injured were saved`.
    fn leave_out_harm(&self, quantity: &mut Quantity) {
        let harms = |unit: &Option<String>| unit.as_deref().is_some_and(unit::is_harmed);
        if harms(&quantity.unit) && self.counted.as_ref().is_some_and(|counted| !harms(&counted.unit)) {
            quantity.words.end = quantity.noun.start;
            (quantity.noun, quantity.unit) = (0..0, None);
        }
    }

    fn has_none_at(&self, words: Words<'_>, at: usize) -> bool {
        period::read(words, at, self.today).is_none()
            && noise::skip(words, at).is_none()
            && quantity::read(words, at).is_none()
            && !is_ordinal(words.at(at))
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
            reached: false,
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
        let period = Some(Period { span, from: when.from, to: when.to });
        self.places.push(when.words.clone());
        self.used.push(when.words.clone());
        self.figures.push(Figure { period, ..self.figure(span, FigureKind::Date) });
    }

    fn ordinal(&mut self, words: Words<'_>, at: usize) {
        if is_ordinal(words.at(at)) {
            let digits = ordinal(words.at(at)).unwrap_or_default();
            let figure = self.figure(words.span(at..at + 1), FigureKind::Ordinal);
            self.places.push(at..at + 1);
            self.figures.push(Figure { value: decimal(digits, 0), ..figure });
        }
    }

    /// Adds a quantity with what it shares with the one before it; nothing, where it is its own subject and hangs on none.
    fn push_linked(&mut self, mut figure: Figure, link: Link, is_own: bool) {
        let sentence = self.sentence;
        let mut near = self.figures.iter().rev().take(3);
        let before = near.find(|figure| figure.kind != FigureKind::Date && figure.sentence == sentence);
        // `34 % of the men agreed, 40 % did not`
        let is_part = |before: &Figure| [before.kind, figure.kind] == [FigureKind::Percent; 2];
        let is_unlike = |before: &Figure| link == Link::Repeats && before.unit != figure.unit;
        let link = if before.is_some_and(is_unlike) { Link::None } else { link };
        let shares = |before: &&Figure| link != Link::None || figure.concept.is_empty() && (!is_own || is_part(before));
        if let Some(before) = before.filter(shares) {
            figure.concept.clone_from(&before.concept);
            if link == Link::Equals {
                figure.label.clone_from(&before.label);
                figure.change = before.change;
                if figure.bound == Bound::Exact {
                    figure.bound = before.bound;
                }
            }
            if link == Link::Repeats && figure.label.is_empty() {
                figure.label.clone_from(&before.label);
                figure.change = before.change;
            }
        }
        self.figures.push(figure);
    }

    /// The change that a figure shares with the one before it, whose verb is not said again: `A fell 2 %, B by 3 %`.
    fn elided(&self, words: Words<'_>, start: usize) -> Option<Change> {
        let (last, _) = self.last.as_ref()?;
        let is_silent = words.any(start.wrapping_sub(1), "by")
            && (*last..start).all(|at| role::of(words, at) != Role::Verb && !cue::is_motion(words, at));
        self.figures.last().map(|figure| figure.change).filter(|change| is_silent && *change != Change::None)
    }

    fn quantity(&mut self, words: Words<'_>, quantity: &Quantity) {
        let (start, end) = (quantity.words.start, quantity.words.end);
        let mut unit = quantity.unit.clone();
        let mut noun = if quantity.noun.is_empty() { Vec::new() } else { words.only(quantity.noun.clone()) };
        let same = self.counted.as_ref().filter(|counted| link::counts_same(words, quantity, counted.end));
        if let Some(same) = same {
            (unit, noun) = (same.unit.clone(), same.noun.clone());
        }
        let is_own_noun = !quantity.noun.is_empty() && quantity.noun.start < end;
        self.used.push(start..if is_own_noun { quantity.noun.start } else { end });
        let mut concept = concept::about(words, quantity, &self.used);
        if let Some(same) = same.filter(|_| concept.is_empty()) {
            concept.clone_from(&same.concept);
        }
        let change = self.elided(words, start).unwrap_or(cue::change(words, start, end, quantity.noun.clone()));
        let mut label = label::read(words, quantity, &noun, change);
        if quantity.kind == FigureKind::Count && !noun.is_empty() && !words.any(quantity.noun.start, "times") {
            self.counted = Some(Counted { end, unit: unit.clone(), noun, concept: concept.clone() });
        }
        let is_change = self.figures.last().is_some_and(|before| before.change != Change::None);
        let is_rival = doer::rival(words, quantity).is_some();
        let last = self.last.as_ref().filter(|_| !is_rival);
        let link = last.map_or(Link::None, |(last, _)| link::read(words, *last..start, end, is_change));
        // `34 points from 15 matches`, `two miles from the 1,200-acre fire`
        let counts = quantity.noun.start < quantity.noun.end || words.is_dash(end.wrapping_sub(2));
        let before = self.figures.last().filter(|_| link == Link::Moves && counts);
        let link = if before.is_some_and(|before| before.unit != unit) { Link::None } else { link };
        if let Some((_, thing)) = self.last.take() {
            match link {
                Link::Moves => label = Label { words: thing.clone(), thing },
                Link::Equals => label.thing = thing,
                Link::Repeats | Link::None => {}
            }
        }
        let is_lasting = quantity.kind == FigureKind::Duration;
        let time = if is_lasting { during::time(words, &quantity.words) } else { None };
        // What a figure is compared with is no news.
        let is_base = quantity.high.is_none() && !is_rival && link::is_base(words, start, end);
        let is_other = is_base || time.is_some() || tells_nothing(words, quantity, link);
        if quantity.telling && !is_other {
            self.telling.push(self.figures.len());
        }
        self.last = Some((end, label.thing));
        self.places.push(quantity.words.clone());
        let figure = Figure {
            value: Some(quantity.value),
            high: quantity.high,
            unit,
            bound: if during::is_span(words, quantity) { Bound::Exact } else { cue::bound(words, start) },
            change,
            concept,
            label: label.words,
            period: time.map(|time| Period { span: words.span(time), from: None, to: None }),
            ..self.figure(words.span(quantity.words.clone()), quantity.kind)
        };
        let is_own = !quantity.telling || concept::is_subject(words, quantity) || whole::is_of_those(words, end);
        self.push_linked(figure, link, is_own);
    }
}

/// Is the quantity no news of its own: the same once more in brackets, where something is, how many are known or speak?
fn tells_nothing(words: Words<'_>, quantity: &Quantity, link: Link) -> bool {
    let (start, end) = (quantity.words.start, quantity.words.end);
    link::is_other(words, start, end)
        || link == Link::Equals && words.any(start.wrapping_sub(1), "( /")
        // `40 km to the north`
        || quantity.kind == FigureKind::Measure && words.any(end, "to") && words.any(end + 2, "north south east west")
        // `the two sides`, `two officials said`
        || quantity.kind == FigureKind::Count
            && quantity.value < 10.0
            && (words.any(start.wrapping_sub(1), "the these those both")
                || words.any(end, "said say told")
                || words.any(start.wrapping_sub(2), "according"))
}
