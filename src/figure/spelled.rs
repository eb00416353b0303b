//! Numbers in words: `twenty-three`, `two dozen`, `half a million`, `two-thirds`, `tens of thousands`.

use std::sync::LazyLock;

use super::{
    decimal::decimal,
    number::{Amount, Number, Style, power},
    unit,
    words::Words,
};
use crate::{
    index::Index,
    letters::{self, is_any, place},
    token::Shape,
};

/// The words that a number may begin with; `sixfold` is left to [`fold`], and `a` to [`goes_on`].
pub(super) const OPENERS: [&str; 4] =
    ["half quarter hundred dozens tens hundreds thousands millions billions trillions", SMALL, TENS, NOUGHT];

/// How many times: the ending of `sixfold`.
pub(super) const FOLD: &str = "fold";

/// The number in words that begins at word `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Option<Number> {
    let whole = in_words(words, at).filter(|whole| !is_place(words, whole));
    vague(words, at).or_else(|| part(words, at, whole.as_ref())).or(whole).or_else(|| fold(words, at))
}

/// Is the number the beginning of a place? `thirty-eighth` is; `thirty-second` may be so long, `two-third` is a part.
fn is_place(words: Words<'_>, whole: &Number) -> bool {
    let hyphen = whole.words.end;
    let is_tens = is_any(words.at(hyphen - 1), TENS);
    is_tens
        && words.is_dash(hyphen)
        && words.glued(hyphen)
        && words.any(hyphen + 1, "first third fourth fifth sixth seventh eighth ninth")
}

/// May a number that begins with `a` go on with `word`, as `a dozen`, `a third of` and `a million` do?
pub(super) fn goes_on(word: &str) -> bool {
    is_any(word, UNDER) || is_any(word, "quarter dozen dozens") || power(word).is_some()
}

/// `and a half` behind a whole number: its decimals, and where it ends.
pub(super) fn and_a_half(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    // `two-and-a-half`
    let hyphen = usize::from(words.is_dash(at) && words.glued(at));
    let (and, step) = (at + hyphen, 1 + hyphen);
    if !(words.any(and, "and") && words.any(and + step, "a one")) {
        return None;
    }
    let last = and + 2 * step;
    match words.at(last) {
        "half" => Some((".5", last + 1)),
        "quarter" => Some((".25", last + 1)),
        _ => None,
    }
}

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                     sixteen seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const NOUGHT: &str = "nought naught";

/// Their words, each with its place in all.
static NUMBERS: LazyLock<Index> = LazyLock::new(|| Index::of(&[SMALL, TENS, NOUGHT]));

/// What a number of parts is of: halves and so on; a quarter is written in two ways.
const UNDER: &str = "half third fourth fifth sixth seventh eighth ninth tenth";

/// `seven` and `seventy`; `seventeenth` and `dozen` are none.
pub(super) fn small(word: &str) -> Option<u64> {
    let place = NUMBERS.get_small(word)?;
    Some(match place {
        0..20 => place.into(),
        20..28 => u64::from(place) * 10 - 180,
        _ => 0,
    })
}

/// `sixfold`: how many times.
fn fold(words: Words<'_>, at: usize) -> Option<Number> {
    let amount = Amount::whole(small(words.at(at).strip_suffix(FOLD)?)?);
    Some(Number { rest: FOLD.len(), ..Number::new(at..at + 1, amount, Style::Spelled) })
}

/// `twenty-three`, `a hundred and six`, `two dozen`, `three and a half million`, `a million`, `two point five`.
fn in_words(words: Words<'_>, at: usize) -> Option<Number> {
    let is_some = words.any(at.wrapping_sub(1), "few several many");
    let alone = words.any(at, "hundred") && power(words.at(at + 1)).is_some() && !is_some;
    let article = words.any(at, "a an") || alone;
    let mut end = at + usize::from(article && !alone);
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
        } else if is_any(word, "hundred dozen dozens") && (article || (1..100).contains(&current)) {
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
    let decimals = and_a_half(words, end).map(|(half, after)| (half.to_owned(), after)).or_else(|| point(words, end));
    if let Some((decimals, after)) = decimals.filter(|_| total == 0) {
        let exponent = power(words.at(after)).unwrap_or_default();
        let digits = letters::digits(current, 1) + &decimals;
        let words = at..after + usize::from(exponent > 0);
        return Some(Number::new(words, Amount::Decimal { digits, exponent }, Style::Spelled));
    }
    let amount = Amount::whole(total.checked_add(current)?);
    Some(Number::new(at..end, amount, Style::Spelled))
}

/// The decimals behind `point`, and the word after them: `.05` of `point zero five`, `.71` of `point seventy-one`.
fn point(words: Words<'_>, at: usize) -> Option<(String, usize)> {
    let (mut digits, mut end) = (".".to_owned(), at + 1);
    let mut next = small(words.at(end)).filter(|_| words.any(at, "point"));
    while let Some(n) = next {
        let one = small(words.at(end + 2)).filter(|one| n >= 20 && *one < 10 && words.is_dash(end + 1));
        digits += &letters::digits(n + one.unwrap_or_default(), 1);
        end += if one.is_some() { 3 } else { 1 };
        next = small(words.at(end)).filter(|_| n < 10);
    }
    (end > at + 1).then_some((digits, end))
}

/// `half of`, `half a million`, `a third of`, `two-thirds`, `three quarters of`; not `the second half`.
fn part(words: Words<'_>, at: usize, whole: Option<&Number>) -> Option<Number> {
    let number = |end, amount| Some(Number::new(at..end, amount, Style::Spelled));
    // `an hour and a half`
    let article = at.wrapping_sub(usize::from(words.any(at, "half")));
    let adds = words.any(article.wrapping_sub(1), "and")
        && words.any(article, "a")
        && words.any(article.wrapping_add(1), "half");
    if adds {
        return None;
    }
    let (over, end) = if words.any(at, "half quarter a") {
        (1.0, at + usize::from(words.any(at, "a")))
    } else {
        let over = whole?;
        (over.amount.value()?, over.words.end)
    };
    let is_one = over <= 1.0;
    if let Some((part, end)) = out_of(words, end, over).filter(|_| whole.is_some()) {
        return number(end, Amount::Part(part)).filter(|_| opens(words, at));
    }
    // `two-thirds`, but not `Group A-half`
    let hyphen = usize::from(whole.is_some() && words.is_dash(end) && words.glued(end));
    let name = words.at(end + hyphen);
    let one = name.strip_suffix('s').filter(|_| !is_one).unwrap_or(name);
    let is_quarter = is_any(one, "quarter");
    let under = if is_quarter { 4 } else { place(one, UNDER)? + 2 };
    let end = end + hyphen + 1;
    let of = words.any(end, "of");
    // `half a million`, `a quarter million`, `three-quarters of a billion`
    let round = end + usize::from(of);
    let round = round + usize::from(words.any(round, "a"));
    if let Some(exponent) = power(words.at(round)).filter(|_| under == 2 || under == 4) {
        let digits = letters::digits((over * 100.0) as u64 / under as u64, 1);
        return number(round + 1, Amount::Decimal { digits, exponent: exponent - 2 });
    }
    if under == 2 && is_one && words.any(at, "half") {
        return half(words, at).and_then(|(end, amount)| number(end, amount));
    }
    if under == 2 && is_one && !of && unit::behind(words, end, 0).is_some() {
        return number(end, Amount::Decimal { digits: "0.5".to_owned(), exponent: 0 });
    }
    // `a third of` is a part, `a third man` is none; nor is `three halves`, `the last three quarters`.
    let is_time = is_quarter && words.any(at.wrapping_sub(1), "for in over past last next first");
    // `fell by a third`, but not `by a third man`
    let is_change = words.any(at.wrapping_sub(1), "by") && !words.shape(end).is_word();
    let fits = of || hyphen > 0 || is_one && is_change || !is_one && under > 2 && !is_time;
    (fits && (over < under as f64 || under > 4)).then(|| number(end, Amount::Part(over / under as f64)))?
}

/// `half a dozen`, `half an hour`, `half of them`, `nearly half`: where it ends, and how much it is.
fn half(words: Words<'_>, at: usize) -> Option<(usize, Amount)> {
    let (before, next) = (at.wrapping_sub(1), at + 1);
    if words.any(next, "a an") {
        if words.any(at + 2, "dozen") {
            return Some((at + 3, Amount::whole(6)));
        }
        let decimal = Amount::Decimal { digits: "0.5".to_owned(), exponent: 0 };
        return unit::behind(words, at + 2, 0).map(|_| (at + 2, decimal));
    }
    let of_something = words.any(next, "of the its their all those");
    let of_a_game = words.any(before, "first second the this last each and");
    let is_cued = words.any(before, "than nearly almost about over least around roughly");
    (is_cued || of_something && !of_a_game).then_some((next, Amount::Part(0.5)))
}

/// The part that `over` is of the number behind `in` or `out of`, and the word after it: `one in five`, `9 out of 10`.
///
/// `two in three attacks` may count as well; [`opens`] tells.
pub(super) fn out_of(words: Words<'_>, at: usize, over: f64) -> Option<(f64, usize)> {
    let out = words.any(at, "out") && words.any(at + 1, "of");
    let end = at + 1 + usize::from(out);
    let end = end + usize::from(words.any(end, "every"));
    if !(out || words.any(at, "in")) {
        return None;
    }
    let under = small(words.at(end)).map(|n| n as f64).or_else(|| decimal(words.at(end), 0))?;
    let is_round = matches!(under as u32, 0..=10 | 100 | 1000);
    let fits = over < under && (is_round || over <= 1.0 && under < 1000.0);
    fits.then_some((over / under, end + 1))
}

/// Does the number open its phrase, as `two in three` does where it is a part, and not in `killed two in three attacks`?
pub(super) fn opens(words: Words<'_>, at: usize) -> bool {
    at == 0
        || words.shape(at - 1) == Shape::Mark
        || words
            .any(at - 1, "that and but as says said about nearly almost than roughly around some only just every like")
}

/// `dozens`, `hundreds of thousands`, `tens of millions`.
fn vague(words: Words<'_>, at: usize) -> Option<Number> {
    let plural = |word: &str| {
        let place = place(word, "tens hundreds thousands millions billions trillions")?;
        [1, 2, 3, 6, 9, 12].get(place).copied()
    };
    if words.any(at, "dozens") {
        return Some(Number::new(at..at + 1, Amount::Vague(12.0, 120.0), Style::Spelled));
    }
    let first = plural(words.at(at))?;
    let second = plural(words.at(at + 2)).filter(|_| words.any(at + 1, "of"));
    if first == 1 && second.is_none() {
        return None;
    }
    let power = first + second.unwrap_or_default();
    let value = |exponent| Amount::Decimal { digits: "1".to_owned(), exponent }.value();
    let amount = Amount::Vague(value(power)?, value(power + 1)?);
    let end = at + if second.is_some() { 3 } else { 1 };
    Some(Number::new(at..end, amount, Style::Spelled))
}
