//! Quantities: a number with its sign, its money or unit or what it counts, and the other end of its range.

use std::ops::Range;

use super::{
    FigureKind,
    age::{is_age, of_age},
    decimal::decimal,
    number,
    number::{Amount, Number, Style},
    role,
    role::Role,
    spelled, unit,
    unit::Unit,
    words::{Words, is_any},
};
use crate::token::Shape;

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

/// A number with the money before it and the unit behind it.
struct Measured {
    number: Number,
    unit: Option<Unit>,
    /// Whether the unit stands before the number.
    money: bool,
    negative: bool,
    start: usize,
    end: usize,
}

/// The words for a sign.
pub(super) const MINUS: &str = "minus negative";

/// The quantity that begins at word `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Option<Quantity> {
    let mut first = measured(words, at)?;
    if is_name(words, &first) || !first.negative && is_pronoun(words, &first) {
        return None;
    }
    let (mut end, mut high) = (first.end, None);
    if let Some(second) = second(words, &first) {
        share_power(&mut first.number.amount, &second.number.amount);
        high = second.number.amount.value();
        end = second.end;
        first.unit = second.unit.or(first.unit);
    }
    let mut value = first.number.amount.value()?;
    if let Some((part, after)) = subunits(words, &first).filter(|_| high.is_none()) {
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
    let among = past_of(words, end)
        .and_then(|at| number::read(words, at))
        .filter(|all| first.unit.is_none() && all.rest == 0 && !is_one);
    // `dozens of people`, `35m of its devices`
    let of = past_of(words, end).filter(|after| is_vague || *after > end + 1).map_or(0, |after| after - end);
    if is_vague && of == 1 {
        first.unit = unit::behind(words, end + 1, 0).or(first.unit);
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
                && let Some(after) = of_age(words, end)
            {
                (kind, end) = (FigureKind::Age, after);
                name = name.map(|name: String| name + " of age");
            }
        }
        None if kind == FigureKind::Count && is_age(words, at, end) => {
            (kind, name) = (FigureKind::Age, Some("year of age".to_owned()));
        }
        None if kind == FigureKind::Count && words.any(end, "times") => {
            (noun, name) = (end..end + 1, Some("count".to_owned()));
        }
        None if kind == FigureKind::Count => {
            noun = role::counted(words, among.as_ref().map_or(end + of, |all| all.words.end));
            name = role::counted_name(words, noun.clone());
            // In `two of the city's bridges` no city is counted.
            if noun.is_empty() || (of > 0 || among.is_some()) && words.shape(noun.end) == Shape::Clitic {
                (noun, name) = (end..end, None);
            } else if let Some((by, after)) = unit::reckoned_by(words, noun.end) {
                name = name.map(|name| [&name, " per ", &by].concat());
                end = after;
            }
        }
        None => name = Some(part_of(words, end)),
    }
    if is_one && kind == FigureKind::Count && noun.is_empty() && !first.negative {
        return None;
    }
    // `a three-judge bench`: such a count only describes.
    let describes = kind == FigureKind::Count && words.is_dash(end) && words.glued(end) && words.glued(end + 1);
    // `11 live`, `220 sharp`: without a plural it is not sure that a noun was found.
    let is_noun = noun.is_empty() || value.abs() <= 1.0 || unit::is_plural(words.at(noun.end - 1));
    let is_idiom = value == 0.0 && first.number.style == Style::Spelled;
    // `down the 101`
    let is_named = name.is_none() && words.any(first.start.wrapping_sub(1), "the");
    let telling = is_noun && !(is_one || describes || is_idiom || is_named || is_vague) && high.is_none_or(|_| of == 0);
    let last = if among.is_some() { end } else { end.max(noun.end) };
    Some(Quantity { words: first.start..last, kind, value, high, unit: name, noun, telling })
}

/// The number at `at` with its sign, money and unit.
fn measured(words: Words<'_>, at: usize) -> Option<Measured> {
    let money = unit::money_before(words, at);
    let mut start = money.as_ref().map_or(at, |money| money.end);
    start += usize::from(words.at(start) == "." && money.is_some());
    let minus = words.is_dash(start) && words.glued(start + 1) && (money.is_some() || !words.glued(start));
    let negative = minus || words.any(start, MINUS);
    start += usize::from(negative);
    if negative {
        start += usize::from(words.is_dash(start) && words.glued(start));
    }
    let mut number = number::read(words, start)?;
    let money = money.or_else(|| {
        let name = unit::money_named(letters_before(words, start))?.to_owned();
        Some(Unit { name, kind: FigureKind::Money, end: start })
    });
    let mut end = number.words.end;
    let mut found = unit::behind(words, end, number.rest);
    let letters = words.before(end, 1).get(words.before(end, 1).len() - number.rest..).unwrap_or_default();
    if matches!(letters, "m" | "M") && (money.is_some() || is_million(words, end)) {
        if let Amount::Decimal { exponent, .. } = &mut number.amount {
            *exponent = 6;
        }
        (number.rest, number.style) = (0, Style::Full);
        found = unit::behind(words, end, 0);
    }
    if number.rest > 0 && found.is_none() {
        return None;
    }
    if number.style != Style::Spelled && words.any(start.wrapping_sub(1), "magnitude") {
        found = found.or_else(|| Some(Unit { name: "magnitude".to_owned(), kind: FigureKind::Measure, end }));
    }
    // Of twelve who ran, `three won`; money is `3,000 won`.
    found = found.filter(|unit| number.style == Style::Full || !words.any(unit.end - 1, "won"));
    // `361 million pounds` are money, `4 million pounds of beef` are none.
    if let Some(unit) =
        found.as_mut().filter(|unit| unit.name == "pound-mass" && number::power(words.before(unit.end, 2)).is_some())
        && words.any(unit.end - 1, "pounds")
        && !words.any(unit.end, "of")
    {
        (unit.name, unit.kind) = ("pound sterling".to_owned(), FigureKind::Money);
    }
    // `30 MUSD`
    if let Some(name) = words.at(end).strip_prefix('M').and_then(unit::money_named)
        && let Amount::Decimal { exponent, .. } = &mut number.amount
        && words.shape(end) == Shape::Upper
    {
        *exponent += 6;
        found = Some(Unit { name: name.to_owned(), kind: FigureKind::Money, end: end + 1 });
    }
    // `75 USD million`
    if let (Amount::Decimal { exponent: exponent @ 0, .. }, Some(unit)) = (&mut number.amount, &mut found)
        && unit.kind == FigureKind::Money
        && let Some(power) = number::power(words.at(unit.end))
    {
        *exponent = power;
        unit.end += 1;
    }
    let is_money = money.is_some();
    if let Some(mut money) = money {
        if let Some((by, after)) = unit::reckoned_by(words, end) {
            money.name = [&money.name, " per ", &by].concat();
            end = after;
        }
        found = Some(Unit { end, ..money });
    }
    let end = found.as_ref().map_or(end, |unit| unit.end);
    Some(Measured { number, unit: found, money: is_money, negative, start: at, end })
}

/// The letters that stand in one word with the digits behind them: `Rs` of `Rs500`.
fn letters_before(words: Words<'_>, at: usize) -> &str {
    let word = words.at(at);
    word.get(..word.find(|c: char| !c.is_alphabetic()).unwrap_or_default()).unwrap_or_default()
}

/// Is the `m` of `2.7m` a million? Before the noun of what is counted it is, before `tall` or `race` it is not.
fn is_million(words: Words<'_>, at: usize) -> bool {
    let at = past_of(words, at).unwrap_or(at);
    let noun = role::counted(words, at);
    noun.end > noun.start && unit::is_plural(words.at(noun.end - 1))
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
    let hyphen = usize::from(to && words.is_dash(link + 1) && words.glued(link + 2));
    let second = measured(words, link + 1 + hyphen)?;
    let name = |measured: &Measured| measured.unit.as_ref().map(|unit| unit.name.clone());
    let same = match (name(first), name(&second)) {
        (None, _) => true,
        (Some(left), Some(right)) => right.starts_with(&left),
        (Some(_), None) => first.money && dash || words.any(first.start.wrapping_sub(1), "from"),
    };
    let (low, high) = (first.number.amount.value()?, second.number.amount.value()?);
    let moves = led("from between ranging range");
    let rises =
        !second.negative && (low < high || matches!(second.number.amount, Amount::Decimal { exponent: 1.., .. }));
    // `three or four years` are from three to four, `14 or 40` are not.
    if or {
        return ((low..=low + 1.0).contains(&high) && second.unit.is_some()).then_some(second);
    }
    // `rose 2 to 4 percent`
    let shares = first.unit.is_none() && second.unit.as_ref().is_some_and(|unit| unit.kind == FigureKind::Percent);
    let fits = same && (moves || rises && (dash || shares || !super::cue::is_change(words, first.start)));
    fits.then_some(second)
}

/// What smaller units add, and where they end: the inches of `5 feet 2 inches`, the cents of `3 dollars and 50 cents`
/// and of `17 USD 25.`
fn subunits(words: Words<'_>, first: &Measured) -> Option<(f64, usize)> {
    const PARTS: [(&str, &str, f64); 5] = [
        ("foot", "inch", 12.0),
        ("pound-mass", "ounce", 16.0),
        ("sterling", "sterling", 100.0),
        ("rupee", "paisa", 100.0),
        ("dollar", "cent", 100.0),
    ];
    let unit = first.unit.as_ref().filter(|_| !first.money)?;
    let part = PARTS.iter().find(|(whole, _, _)| unit.name.ends_with(whole));
    if part.is_none() && unit.kind != FigureKind::Money {
        return None;
    }
    let at = first.end + usize::from(words.any(first.end, "and"));
    let second = measured(words, at).filter(|second| !second.money && !second.negative)?;
    let is_closed = |at| words.shape(at) == Shape::Mark;
    let (parts, end) = match (&second.unit, part) {
        (Some(unit), Some((_, part, parts))) if unit.name.ends_with(part) => (*parts, second.end),
        (None, Some((_, "inch", parts))) if words.any(second.end, "in") && is_closed(second.end + 1) => {
            (*parts, second.end + 1)
        }
        (None, _)
            if unit.kind == FigureKind::Money
                && second.number.style == Style::Bare
                && words.at(at).len() == 2
                && is_closed(second.end) =>
        {
            (100.0, second.end)
        }
        _ => return None,
    };
    let more = second.number.amount.value()?;
    (more < parts).then_some((more / parts, end))
}

/// In `2-3 million` both are millions; in `$200 to $4 million` they are not.
fn share_power(first: &mut Amount, second: &Amount) {
    if let (Amount::Decimal { digits, exponent: own @ 0 }, Amount::Decimal { digits: more, exponent }) = (first, second)
        && decimal(digits, 0) < decimal(more, 0)
    {
        *own = *exponent;
    }
}

/// Is the bare number a part of a name? `Boeing 737`, `Section 144`, `COVID-19` and `No. 10` are;
/// `London 40 %` and `In 14 towns` are not.
fn is_name(words: Words<'_>, first: &Measured) -> bool {
    let at = first.start;
    let before = at.wrapping_sub(1);
    if first.money || first.unit.as_ref().is_some_and(|unit| unit.kind != FigureKind::Measure || unit.end > at + 1) {
        return words.glued(at) && words.is_dash(before) && words.glued(before) && !is_prefix(words.before(at, 2));
    }
    if words.glued(at) && (words.is_dash(before) || words.at(before) == ".") {
        return words.glued(before) && !is_prefix(words.before(at, 2));
    }
    if words.any(before, "no # § № nos") || words.at(before) == "." && words.any(at.wrapping_sub(2), "no") {
        return true;
    }
    let label = words.any(
        before,
        "section article chapter page room gate route highway phase level type version model covid category round \
         top stage step class grade",
    );
    let capital = words.shape(before).is_capitalized() && (role::of(words, before) == Role::Content);
    match first.number.style {
        Style::Bare => label || capital && !is_weekday(words.at(before)),
        Style::Spelled => label || capital && words.shape(at) == Shape::Title,
        Style::Full => false,
    }
}

/// May a number be glued to the word by a hyphen? `sub-7`, `minus-4`, `then-18` may.
fn is_prefix(word: &str) -> bool {
    is_any(word, "sub minus then now under over pre a to")
}

fn is_weekday(word: &str) -> bool {
    word.ends_with("day")
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
    let whole = past_of(words, at).unwrap_or(at);
    let whole = whole + usize::from(whole == at && words.any(at, "the its their all"));
    let named = whole > at && !words.any(whole - 1, "these those") || words.any(at.wrapping_sub(2), "in of");
    let noun = if named { role::counted(words, whole) } else { at..at };
    "% ".to_owned() + role::counted_name(words, noun).as_deref().unwrap_or("-")
}

/// The word after `of`, `of the` or `of its`.
fn past_of(words: Words<'_>, at: usize) -> Option<usize> {
    const DETERMINERS: &str = "the its his her their our my your these those";
    words.any(at, "of").then(|| at + 1 + usize::from(words.any(at + 1, DETERMINERS)))
}
