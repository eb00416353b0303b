//! A number with the sign, the money or the unit that stands beside it, and what smaller units add to it.

use super::{
    FigureKind, counted,
    number::{self, Amount, Number, Style},
    unit,
    unit::Unit,
    words::Words,
};
use crate::{
    letters::{concat, is_any},
    token::Shape,
};

/// A number with the money before it and the unit behind it.
pub(super) struct Measured {
    pub number: Number,
    pub unit: Option<Unit>,
    /// Whether the unit stands before the number.
    pub money: bool,
    pub negative: bool,
    pub start: usize,
    pub end: usize,
}

/// Words that say that an amount in pounds is money.
const PRICES: &str =
    "cost costs fare fares fee fees fine paid pay pays price prices rent rents salary spent tax wage wages";

/// How far before the amount they may stand.
const REACH: usize = 12;

/// The words for a sign.
pub(super) const MINUS: &str = "minus negative";

/// The number at `at` with its sign, money and unit.
pub(super) fn read(words: Words<'_>, at: usize) -> Option<Measured> {
    let money = unit::money_before(words, at);
    let mut start = money.as_ref().map_or(at, |money| money.end);
    start += usize::from(words.at(start) == "." && money.is_some());
    let minus = words.is_dash(start) && words.glued(start + 1) && (money.is_some() || !words.glued(start));
    // Not `plus or minus 3 points`
    let is_said = words.any(start, MINUS) && !words.any(start.wrapping_sub(2), "plus");
    let negative = minus || is_said;
    start += usize::from(negative);
    // `minus-4`, but not the dash of `so it stands -- 30 years on`
    start += usize::from(is_said && words.is_dash(start));
    let mut number = number::read(words, start)?;
    let code = match number.words.start - at {
        0 => unit::letters_before(words.at(at)),
        1 => words.at(at),
        // `H. R. 1280`
        _ if words.at(at + 1) == "." => words.at(at),
        _ => "",
    };
    if number.style == Style::Bare && unit::is_code_of_many(code) {
        return None;
    }
    let glued = unit::money_glued(words, start);
    let money = glued.map(|name| Unit { name: name.to_owned(), kind: FigureKind::Money, end: start }).or(money);
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
    let of = usize::from(words.any(start.wrapping_sub(1), "of"));
    if number.style != Style::Spelled && words.any(start.wrapping_sub(1 + of), "magnitude") {
        found = found.or_else(|| Some(Unit { name: "magnitude".to_owned(), kind: FigureKind::Measure, end }));
    }
    found = found.and_then(|unit| settled(words, &number, unit)).or_else(|| past_adjective(words, end));
    if number.rest > 0 && found.is_none() {
        return None;
    }
    // `30 MUSD`
    if let Some(name) = words.at(end).strip_prefix('M').filter(|code| code.len() == 3).and_then(unit::money_named)
        && let Amount::Decimal { exponent, .. } = &mut number.amount
    {
        *exponent += 6;
        found = Some(Unit { name: name.to_owned(), kind: FigureKind::Money, end: end + 1 });
    }
    let is_money = money.is_some();
    if let Some(mut money) = money {
        if let Some((by, after)) = unit::reckoned_by(words, end) {
            money.name = concat(&[&money.name, " per ", &by]);
            end = after;
        }
        found = Some(Unit { end, ..money });
    }
    let end = found.as_ref().map_or(end, |unit| unit.end);
    Some(Measured { number, unit: found, money: is_money, negative, start: at, end })
}

/// The unit, where its word may mean another or none: of twelve who ran `three won`, but `3,000 won` are money, as are
/// `361 million pounds`, and `4 million pounds of beef` are none. A share may cost `118p`, a screen of `1080p` has lines.
pub(super) fn settled(words: Words<'_>, number: &Number, unit: Unit) -> Option<Unit> {
    let last = unit.end - 1;
    if words.any(last, "won") {
        return Some(unit).filter(|_| number.style == Style::Full);
    }
    if is_any(words.at(last), "240p 360p 480p 720p 1080p 1440p 2160p") {
        return None;
    }
    // The letter of a name measures nothing: `six C-130 aircraft`, `a Boeing 777F`.
    let is_capital = words.at(last).bytes().last().is_some_and(|last| last.is_ascii_uppercase());
    let is_tied = || match number.rest {
        1 => last > 1 && words.shape(last - 1).is_capitalized(),
        _ => words.at(last).len() == 1 && words.is_hyphen(unit.end) && words.glued(unit.end),
    };
    if is_capital && is_tied() {
        return None;
    }
    let is_price = || words.has(last.saturating_sub(REACH)..last, PRICES);
    let is_sum = words.any(last, "pounds")
        && !words.any(unit.end, "of")
        && (number::power(words.before(last, 1)).is_some() || words.before(last, 1) == "of" || is_price());
    Some(if is_sum { Unit { name: "pound sterling".to_owned(), kind: FigureKind::Money, ..unit } } else { unit })
}

/// The unit behind an adjective: `50 previous years`, `three straight days`.
fn past_adjective(words: Words<'_>, at: usize) -> Option<Unit> {
    let is_told = words.any(at, "additional consecutive extra full more past previous straight");
    unit::behind(words, at + 1, 0).filter(|_| is_told)
}

/// Is the `m` of `2.7m` a million? Before a plural that is counted it is, before `tall` or `race` it is not.
fn is_million(words: Words<'_>, at: usize) -> bool {
    let at = counted::past_of(words, at).unwrap_or(at);
    let noun = counted::counted(words, at);
    noun.end > noun.start && unit::is_plural(words.at(noun.end - 1))
}

/// What smaller units add, and where they end: the inches of `5 feet 2 inches`, the cents of `3 dollars and 50 cents`
/// and of `17 USD 25.`
pub(super) fn subunits(words: Words<'_>, first: &Measured) -> Option<(f64, usize)> {
    const PARTS: [(&str, &str, f64); 7] = [
        ("hour", "minute", 60.0),
        ("minute", "second", 60.0),
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
    let second = read(words, at).filter(|second| !second.money)?;
    let is_closed = |at| words.shape(at) == Shape::Mark;
    let (parts, end) = match (&second.unit, part) {
        (Some(unit), Some((_, part, parts))) if unit.name.ends_with(part) => (*parts, second.end),
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
