//! Quantities: a number with its sign, its money or unit or what it counts, and the other end of its range.

use std::ops::Range;

use super::{
    FigureKind,
    age::{is_age, of_age},
    counted, cue,
    decimal::decimal,
    measured::{self, Measured},
    number,
    number::{Amount, Style},
    role,
    role::Role,
    spelled, unit,
    words::Words,
};
use crate::{
    letters::{concat, is_any},
    token::Shape,
};

/// A quantity and the words it stands in.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    /// All of its words, from the sign of money to the noun that it counts.
    pub words: Range<usize>,
    pub kind: FigureKind,
    pub value: f64,
    pub high: Option<f64>,
    pub unit: Option<String>,
    /// The noun that it counts; empty where it counts none.
    pub noun: Range<usize>,
    /// Whether it may stand on a card: `dozens` and `one` may not.
    pub telling: bool,
}

/// The quantity that begins at word `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Option<Quantity> {
    let mut first = measured::read(words, at)?;
    if is_name(words, &first) || !first.negative && is_pronoun(words, &first) {
        return None;
    }
    let (mut end, mut high) = (first.end, None);
    if let Some(second) = second(words, &first) {
        share_power(&mut first.number.amount, &second.number.amount);
        high = second.number.amount.value().map(|high| if second.negative { -high } else { high });
        end = second.end;
        first.unit = second.unit.or(first.unit);
    }
    let mut value = first.number.amount.value()?;
    if let Some((part, after)) = measured::subunits(words, &first).filter(|_| high.is_none()) {
        value += part;
        end = after;
    }
    if let Amount::Vague(_, to) = first.number.amount {
        high = Some(to);
    }
    if first.negative {
        value = -value;
    }
    let is_vague = matches!(first.number.amount, Amount::Vague(..));
    let is_one = first.number.words.len() == 1 && first.unit.is_none() && words.any(first.number.words.start, "one");
    // `118 of the 200 seats`
    let among =
        counted::past_of(words, end).and_then(|at| number::read(words, at)).filter(|_| first.unit.is_none() && !is_one);
    // `dozens of people`, `35m of its devices`
    let of = counted::past_of(words, end).filter(|after| is_vague || *after > end + 1).map_or(0, |after| after - end);
    if is_vague && of == 1 {
        let behind = unit::behind(words, end + 1, 0).and_then(|unit| measured::settled(words, &first.number, unit));
        first.unit = behind.or(first.unit);
        end = first.unit.as_ref().map_or(end, |unit| unit.end);
    }
    let mut kind = if matches!(first.number.amount, Amount::Part(_)) { FigureKind::Ratio } else { FigureKind::Count };
    let mut name;
    let mut noun = end..end;
    match first.unit {
        Some(unit) => {
            kind = unit.kind;
            // `sixfold` is six times.
            name = Some(if unit.name == spelled::FOLD { "count".to_owned() } else { unit.name });
            if kind == FigureKind::Duration
                && let Some(after) = of_age(words, at, end)
            {
                (kind, end) = (FigureKind::Age, after);
                name = name.map(|name: String| name + " of age");
            }
        }
        None if kind == FigureKind::Count && is_age(words, at, end, value) => {
            (kind, name) = (FigureKind::Age, Some("year of age".to_owned()));
        }
        None if kind == FigureKind::Count && words.any(end, "times") => {
            (noun, name) = (end..end + 1, Some("count".to_owned()));
        }
        None if kind == FigureKind::Count => {
            noun = counted::counted(words, among.as_ref().map_or(end + of, |all| all.words.end));
            name = counted::counted_name(words, noun.clone());
            // In `two of the city's bridges` no city is counted.
            if noun.is_empty() || (of > 0 || among.is_some()) && words.shape(noun.end) == Shape::Clitic {
                (noun, name) = (end..end, None);
            } else if let Some((by, after)) = unit::reckoned_by(words, noun.end) {
                name = name.map(|name| concat(&[&name, " per ", &by]));
                end = after;
            }
        }
        None => name = Some(part_of(words, end)),
    }
    if is_one && noun.is_empty() && !first.negative {
        return None;
    }
    // `a three-judge bench`: such a count only describes.
    let describes = kind == FigureKind::Count && words.is_hyphen(end);
    // `11 live`, `220 sharp`: without a plural it is not sure that a noun was found.
    let counts = |word: &str| unit::is_plural(word) || unit::is_harmed(word);
    let is_noun = noun.is_empty() || value.abs() <= 1.0 || counts(words.at(noun.end - 1));
    let is_idiom = value == 0.0 && first.number.style == Style::Spelled;
    // `down the 101`, `the Six-Day War`
    let is_named = name.is_none() && words.any(first.start.wrapping_sub(1), "the")
        || kind == FigureKind::Duration
            && words.shape(end.wrapping_sub(1)) == Shape::Title
            && words.shape(end).is_capitalized();
    let telling = is_noun && !(is_one || describes || is_idiom || is_named || is_vague) && high.is_none_or(|_| of == 0);
    // `20 "colonies"`
    let is_quoted = counted::is_quote(words.at(noun.end)) && noun.clone().any(|at| counted::is_quote(words.at(at)));
    noun.end += usize::from(is_quoted);
    let last = if among.is_some() { end } else { end.max(noun.end) };
    let start = first.start - usize::from(words.any(first.start.wrapping_sub(1), "magnitude"));
    Some(Quantity { words: start..last, kind, value, high, unit: name, noun, telling })
}

/// The other end of a range: `10-20`, `$2-3 million`, `15 to 22 miles`, `between 62 and 68`.
///
/// `from 4.1 to 3.9` is one, `rose 4 % to 93` and `rose 4 to 93` are none, nor is the score `3-1`.
fn second(words: Words<'_>, first: &Measured) -> Option<Measured> {
    let mut link = first.end;
    let led = |list: &str| (1..=4).any(|back| is_any(words.before(first.start, back), list));
    let dash = words.is_dash(link) && words.glued(link);
    let or = first.unit.is_none() && words.any(link, "or");
    // `from 450 up to 900`
    link += usize::from(words.any(link, "up") && words.any(link + 1, "to"));
    let to = words.any(link + usize::from(dash), "to");
    if dash && to {
        link += 1;
    } else if !(dash || to || or || words.any(link, "and") && led("between")) {
        return None;
    }
    let hyphen = usize::from(to && words.is_hyphen(link + 1));
    // `from $38 to around $68`
    let about = usize::from(to && words.any(link + 1, "about around nearly almost roughly some"));
    let second = measured::read(words, link + 1 + hyphen + about)?;
    let name = |measured: &Measured| measured.unit.as_ref().map(|unit| unit.name.clone());
    let same = match (name(first), name(&second)) {
        (None, _) => true,
        (Some(left), Some(right)) => right.starts_with(&left),
        (Some(_), None) => first.money && dash || words.any(first.start.wrapping_sub(1), "from"),
    };
    let (low, high) = (first.number.amount.value()?, second.number.amount.value()?);
    let moves = led("from between ranging range");
    let rises = second.negative || low < high || matches!(second.number.amount, Amount::Decimal { exponent: 1.., .. });
    // `three or four years` are from three to four, `14 or 40` are not.
    if or {
        return ((low..=low + 1.0).contains(&high) && second.unit.is_some()).then_some(second);
    }
    // `rose 2 to 4 percent`
    let shares = first.unit.is_none() && second.unit.as_ref().is_some_and(|unit| unit.kind == FigureKind::Percent);
    let fits = same && (moves || rises && (dash || shares || !cue::is_change(words, first.start)));
    fits.then_some(second)
}

/// In `2-3 million` both are millions; in `$200 to $4 million` they are not.
fn share_power(first: &mut Amount, second: &Amount) {
    if let (Amount::Decimal { digits, exponent: own @ 0 }, Amount::Decimal { digits: more, exponent }) = (first, second)
        && decimal(digits, 0) < decimal(more, 0)
    {
        *own = *exponent;
    }
}

/// Behind these a number is a part of a name.
const LABELS: &str = "section sections article chapter page room gate route highway phase level type version model covid category round \
                      top stage step class grade number season episode";

/// Is the bare number a part of a name? `Boeing 737`, `Section 144`, `COVID-19` and `No. 10` are;
/// `London 40 %` and `In 14 towns` are not.
fn is_name(words: Words<'_>, first: &Measured) -> bool {
    let at = first.start;
    let before = at.wrapping_sub(1);
    let is_tied = words.glued(at) && words.glued(before) && !is_prefix(words.before(at, 2));
    if first.money || first.unit.as_ref().is_some_and(|unit| unit.kind != FigureKind::Measure || unit.end > at + 1) {
        return is_tied && words.is_dash(before);
    }
    if words.glued(at) && (words.is_dash(before) || words.at(before) == ".") {
        return is_tied;
    }
    if words.any(before, "no # § № nos") || words.at(before) == "." && words.any(at.wrapping_sub(2), "no") {
        return true;
    }
    // `Section 50C`
    if first.number.style == Style::Full && first.number.rest == 0 {
        return false;
    }
    // `the top three seeds`
    let label = words.any(before, LABELS) && !(words.any(before, "top") && unit::is_plural(words.at(at + 1)));
    let capital = words.shape(before).is_capitalized() && (role::of(words, before) == Role::Content);
    match first.number.style {
        Style::Bare => label || capital,
        // `says Ten Brink`
        Style::Spelled => {
            let next = at + 1;
            let opens = words.shape(before) == Shape::Lower
                && words.shape(next) == Shape::Title
                && !unit::is_plural(words.at(next));
            label || words.shape(at) == Shape::Title && (capital || opens)
        }
        Style::Full => label,
    }
}

/// May a number be glued to the word by a hyphen? `sub-7`, `minus-4`, `then-18` may, but `pre-1967` names a time and
/// `under-21` a team.
fn is_prefix(word: &str) -> bool {
    is_any(word, "sub minus then now a to")
}

/// Is the number the pronoun `one`, or part of a phrase that counts nothing? `one of the`, `no one`, `that one`.
fn is_pronoun(words: Words<'_>, first: &Measured) -> bool {
    let at = first.start;
    words.any(at, "one")
        && first.number.words.len() == 1
        && first.unit.is_none()
        && (words.any(at.wrapping_sub(1), "no the this that any every each some another which number")
            || words.any(at + 1, "another day thing who more time")
            || words.shape(at + 1) == Shape::Clitic)
}

/// The unit of a part: `% condo` of `half the condos`, `% child` of `one in five children`, `% -` of `a third of those`.
fn part_of(words: Words<'_>, at: usize) -> String {
    let whole = counted::past_of(words, at).unwrap_or(at);
    let whole = whole + usize::from(whole == at && words.any(at, "the its their all such"));
    let named = whole > at && !words.any(whole - 1, "these those") || words.any(at.wrapping_sub(2), "in of every");
    let noun = if named { counted::counted(words, whole) } else { at..at };
    "% ".to_owned() + counted::counted_name(words, noun).as_deref().unwrap_or("-")
}

/// Does a quantity begin at the word, cues such as `nearly` passed over?
pub(super) fn begins(words: Words<'_>, at: usize) -> bool {
    let first = (at..at + 4).find(|at| !cue::leads(words, *at)).unwrap_or(at);
    words.shape(first) == Shape::Number
        || number::read(words, first).is_some()
        || unit::money_before(words, first).is_some()
}
