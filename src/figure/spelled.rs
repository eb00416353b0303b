//! Numbers in words: `twenty-three`, `two dozen`, `half a million`, `two-thirds`, `tens of thousands`.

use std::sync::LazyLock;

use super::{
    decimal::decimal,
    number::{Amount, Number, Style, power},
    unit,
    words::{Words, is_any},
};
use crate::{index::Index, letters::in_small_letters};

/// The words that a number may begin with; `sixfold` is left to [`fold`].
pub(super) const OPENERS: [&str; 3] =
    ["a an half dozens tens hundreds thousands millions billions trillions", SMALL, TENS];

/// How many times: the ending of `sixfold`.
pub(super) const FOLD: &str = "fold";

/// The number in words that begins at word `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Option<Number> {
    vague(words, at).or_else(|| part(words, at)).or_else(|| fold(words, at)).or_else(|| in_words(words, at))
}

/// `and a half` behind a whole number: its decimals, and where it ends.
pub(super) fn and_a_half(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    if !(words.any(at, "and") && words.any(at + 1, "a one")) {
        return None;
    }
    match words.at(at + 2) {
        "half" => Some((".5", at + 3)),
        "quarter" => Some((".25", at + 3)),
        _ => None,
    }
}

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                     sixteen seventeen eighteen nineteen";
/// Their words, each with its place in both.
static NUMBERS: LazyLock<Index> = LazyLock::new(|| Index::of(&[SMALL, TENS]));
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// `seven` and `seventy`; `seventeenth` and `dozen` are none.
fn small(word: &str) -> Option<u64> {
    let place = in_small_letters(word, |word| NUMBERS.get(word))?;
    Some(u64::from(if place < 20 { place } else { place * 10 - 180 }))
}

/// `sixfold`: how many times.
fn fold(words: Words<'_>, at: usize) -> Option<Number> {
    let amount = Amount::whole(small(words.at(at).strip_suffix(FOLD)?)?);
    Some(Number { words: at..at + 1, amount, style: Style::Spelled, rest: 4 })
}

/// `twenty-three`, `a hundred and six`, `two dozen`, `three and a half million`, `a million`.
fn in_words(words: Words<'_>, at: usize) -> Option<Number> {
    let article = words.any(at, "a an");
    let mut end = at + usize::from(article);
    let (mut total, mut current, mut last) = (0_u64, u64::from(article), None);
    loop {
        let word = words.at(end);
        if let Some(n) = small(word).filter(|_| !(article && last.is_none())) {
            // `twenty three` is one number, `eight nine` are two.
            if last.is_some_and(|last| last < 20 || last < 100 && n >= 10) {
                break;
            }
            current = current.checked_add(n)?;
            last = Some(n);
            end += 1;
        } else if is_any(word, "hundred dozen") && (article || current > 0) {
            current = current.checked_mul(if word.eq_ignore_ascii_case("hundred") { 100 } else { 12 })?;
            last = Some(100);
            end += 1;
        } else if let Some(power) = power(word).filter(|_| current > 0) {
            total = total.checked_add(current.checked_mul(10_u64.checked_pow(power)?)?)?;
            (current, last) = (0, Some(100));
            end += 1;
        } else if (words.is_dash(end) && words.glued(end) || words.any(end, "and") && last >= Some(100))
            && last.is_some_and(|last| last >= 20)
            && small(words.at(end + 1)).is_some_and(|n| last >= Some(100) || n < 10)
        {
            end += 1;
        } else {
            break;
        }
    }
    last?;
    if let Some((half, after)) = and_a_half(words, end).filter(|_| total == 0) {
        let exponent = power(words.at(after)).unwrap_or_default();
        let digits = current.to_string() + half;
        let words = at..after + usize::from(exponent > 0);
        return Some(Number { words, amount: Amount::Decimal { digits, exponent }, style: Style::Spelled, rest: 0 });
    }
    let amount = Amount::whole(total.checked_add(current)?);
    Some(Number { words: at..end, amount, style: Style::Spelled, rest: 0 })
}

/// `half of`, `half a million`, `a third of`, `two-thirds`, `three quarters of`; not `the second half`.
fn part(words: Words<'_>, at: usize) -> Option<Number> {
    const UNDER: [(&str, f64); 8] = [
        ("half", 2.0),
        ("third", 3.0),
        ("quarter", 4.0),
        ("fourth", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("eighth", 8.0),
        ("tenth", 10.0),
    ];
    if let Some(exponent) = power(words.at(at + 2)).filter(|_| words.any(at, "a") && words.any(at + 1, "quarter")) {
        let amount = Amount::Decimal { digits: "0.25".to_owned(), exponent };
        return Some(Number { words: at..at + 3, amount, style: Style::Spelled, rest: 0 });
    }
    let under = |word: &str| UNDER.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, value)| *value);
    let number = |end, amount| Some(Number { words: at..end, amount, style: Style::Spelled, rest: 0 });
    if words.any(at, "half") {
        let exponent = power(words.at(at + 2)).filter(|_| words.any(at + 1, "a"));
        if let Some(exponent) = exponent {
            return number(at + 3, Amount::Decimal { digits: "0.5".to_owned(), exponent });
        }
        if words.any(at + 1, "a") && words.any(at + 2, "dozen") {
            return number(at + 3, Amount::whole(6));
        }
        if words.any(at + 1, "a an") && unit::behind(words, at + 2, 0).is_some() {
            return number(at + 2, Amount::Decimal { digits: "0.5".to_owned(), exponent: 0 });
        }
        let of_something = words.any(at + 1, "of the its their all those");
        let of_a_game = at > 0 && words.any(at - 1, "first second the this last each and");
        return (of_something && !of_a_game).then(|| number(at + 1, Amount::Part(0.5)))?;
    }
    if words.any(at, "one") && words.any(at + 1, "in") {
        let under = small(words.at(at + 2)).map(|n| n as f64).or_else(|| decimal(words.at(at + 2), 0));
        let under = under.filter(|under| *under > 1.0 && *under <= 1000.0 && !words.any(at + 3, "years months days"));
        return under.and_then(|under| number(at + 3, Amount::Part(1.0 / under)));
    }
    let over = if words.any(at, "a") { 1 } else { small(words.at(at)).filter(|n| (1..10).contains(n))? };
    let name = at + 1 + usize::from(words.is_dash(at + 1) && words.glued(at + 1));
    let word = words.at(name);
    let under = under(word).or_else(|| under(word.strip_suffix('s')?))?;
    // `a third of` is a part, `a third man` is none; nor is `three halves`, `two quarters`.
    let hyphen = name > at + 1;
    let fits = (over as f64) < under && (words.any(name + 1, "of") || (hyphen || word.ends_with('s')) && under > 2.0);
    fits.then(|| number(name + 1, Amount::Part(over as f64 / under)))?
}

/// `dozens`, `hundreds of thousands`, `tens of millions`.
fn vague(words: Words<'_>, at: usize) -> Option<Number> {
    let plural = |word: &str| match word.to_ascii_lowercase().as_str() {
        "tens" => Some(1),
        "hundreds" => Some(2),
        "thousands" => Some(3),
        "millions" => Some(6),
        "billions" => Some(9),
        "trillions" => Some(12),
        _ => None,
    };
    if words.any(at, "dozens") {
        return Some(Number { words: at..at + 1, amount: Amount::Vague(12.0, 120.0), style: Style::Spelled, rest: 0 });
    }
    let first = plural(words.at(at))?;
    let second = plural(words.at(at + 2)).filter(|second| words.any(at + 1, "of") && *second > 2);
    if first == 1 && second.is_none() {
        return None;
    }
    let power = first + second.unwrap_or_default();
    let value = |exponent| Amount::Decimal { digits: "1".to_owned(), exponent }.value();
    let amount = Amount::Vague(value(power)?, value(power + 1)?);
    Some(Number { words: at..at + if second.is_some() { 3 } else { 1 }, amount, style: Style::Spelled, rest: 0 })
}
