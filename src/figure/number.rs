//! Numbers in digits, in words and in both: `1,818`, `5.2 crore`, `1.13bn`, `twenty-three`, `two-thirds`, `dozens`.

use std::ops::Range;

use super::{decimal::decimal, spelled, unit, words::Words};
use crate::{
    letters::{concat, digits, has, in_small_letters, where_is},
    token::Shape,
};

/// A number and the words it stands in.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub words: Range<usize>,
    pub amount: Amount,
    pub style: Style,
    /// How many bytes at the end of the last word are letters that no number word takes: `mm` of `1.5mm`.
    pub rest: usize,
}

/// How much, kept in decimal until all of it is known: products of floats are not exact.
#[derive(Clone, Debug)]
pub(super) enum Amount {
    /// These digits times ten to the power of the exponent.
    Decimal { digits: String, exponent: u32 },
    /// A part of something.
    Part(f64),
    /// `dozens`, `tens of thousands`: from the one to the other.
    Vague(f64, f64),
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `737`, `2020`: digits alone, which names and years have too.
    Bare,
    /// `1,818`, `5.2`, `3 million`.
    Full,
    /// `twenty-three`.
    Spelled,
}

impl Number {
    pub(super) fn new(words: Range<usize>, amount: Amount, style: Style) -> Self {
        Self { words, amount, style, rest: 0 }
    }
}

impl Amount {
    /// The value; numbers that no `f64` holds have none.
    pub(super) fn value(&self) -> Option<f64> {
        let value = match self {
            Self::Decimal { digits, exponent } => decimal(digits, *exponent)?,
            Self::Part(value) | Self::Vague(value, _) => *value,
        };
        Some(value).filter(|value: &f64| value.is_finite())
    }

    pub(super) fn whole(value: u64) -> Self {
        Self::Decimal { digits: digits(value, 1), exponent: 0 }
    }
}

/// The longest run of digits that is read as a number; what is longer is a key or noise.
const LONGEST: usize = 40;

/// The number that begins at word `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Option<Number> {
    match words.shape(at) {
        Shape::Number | Shape::Alphanumeric => in_digits(words, at),
        Shape::Lower | Shape::Title => spelled::read(words, at),
        Shape::Mark if words.at(at) == "." && !words.glued(at) && words.glued(at + 1) => {
            // `.500`, as averages are written.
            let digits = words.at(at + 1);
            let fits = digits.len() < LONGEST && digits.bytes().all(|b| b.is_ascii_digit());
            let amount = || Amount::Decimal { digits: concat(&["0.", digits]), exponent: 0 };
            fits.then(|| Number::new(at..at + 2, amount(), Style::Full))
        }
        _ => None,
    }
}

fn in_digits(words: Words<'_>, at: usize) -> Option<Number> {
    // The letters of money may be glued before the digits: `Rs500`, `USD10m`.
    let code = unit::letters_before(words.at(at));
    let word = words.at(at).strip_prefix(code)?;
    if !code.is_empty() && unit::money_glued(words, at).is_none() {
        return None;
    }
    let part = |value, end| Some(Number::new(at..end, Amount::Part(value), Style::Full));
    if let Some((value, end)) = fraction(words, at) {
        return part(value, end);
    }
    let cut = where_is(word, char::is_alphabetic).unwrap_or(word.len());
    let (digits, letters) = word.split_at_checked(cut).filter(|(digits, _)| digits.len() < LONGEST)?;
    let mut digits = separate(digits)?;
    let mut end = at + 1;
    let mut style = if digits.len() == word.len() && !has(&digits, b'.') { Style::Bare } else { Style::Full };
    if letters.is_empty() {
        // Spaces may set thousands apart: `12 000`.
        let is_group = |end| words.at(end).len() == 3 && words.at(end).bytes().all(|b| b.is_ascii_digit());
        while digits.len() <= 3 * (end - at)
            && end < at + 5
            && !has(&digits, b'.')
            && is_group(end)
            && is_one_space(words, end)
        {
            digits.push_str(words.at(end));
            end += 1;
            style = Style::Full;
        }
        // `10 1/2 miles`
        if let Some((value, end)) = fraction(words, end) {
            return part(decimal(&digits, 0)? + value, end);
        }
        // `24/7`
        if words.at(end) == "/" && words.glued(end) {
            return None;
        }
    }
    let mut exponent = glued_power(letters).unwrap_or_default();
    let rest = if exponent == 0 { letters.len() } else { 0 };
    if rest == 0 && exponent == 0 {
        if let Some((half, after)) = spelled::and_a_half(words, end).filter(|_| !has(&digits, b'.')) {
            digits.push_str(half);
            end = after;
        }
        // `$20-million`, `3 lakh-crore`
        let next = |end: usize| {
            let at = end + usize::from(words.is_dash(end) && words.glued(end));
            Some((power(words.at(at))?, at + 1))
        };
        while let Some((more, after)) = next(end).filter(|(more, _)| exponent + more <= 15) {
            exponent += more;
            end = after;
        }
    }
    let style = if exponent > 0 { Style::Full } else { style };
    if style == Style::Bare
        && let Some((value, after)) = spelled::out_of(words, end, decimal(&digits, 0)?)
        && (words.any(end, "out") || spelled::opens(words, at))
    {
        return part(value, after);
    }
    let amount = Amount::Decimal { digits, exponent };
    let (amount, end) = with_lower(words, end, amount, exponent);
    Some(Number { words: at..end, amount, style, rest })
}

/// `2 crore 50 lakh`, `3 hundred and 21`: the amount with what lower powers add, and where it ends.
fn with_lower(words: Words<'_>, mut end: usize, mut amount: Amount, mut exponent: u32) -> (Amount, usize) {
    while exponent > 0 {
        let at = end + usize::from(exponent == 2 && words.any(end, "and"));
        let lower = power(words.at(at + 1)).unwrap_or_default();
        let more = decimal(words.at(at), lower).or_else(|| spelled::small(words.at(at)).map(|more| more as f64));
        let fits = lower < exponent && (lower > 0 || exponent == 2 && at > end);
        let Some(sum) = amount.value().zip(more).map(|(amount, more)| amount + more).filter(|_| fits) else { break };
        (amount, end, exponent) = (Amount::whole(sum as u64), at + 1 + usize::from(lower > 0), lower);
    }
    (amount, end)
}

/// The digits without what sets thousands apart, with a point for the decimals.
///
/// English `1,234.5`, Indian `1,23,456`, European `1.234.567,8` and Swiss `1'234` are read; `192.168.1.2` is refused.
fn separate(text: &str) -> Option<String> {
    let plain = text.replace(&['\'', '’', '\u{202f}', '_'][..], "");
    if !plain.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
        return None;
    }
    let (comma, point) = (plain.rfind(','), plain.rfind('.'));
    let (whole, decimals) = match (comma, point) {
        (Some(comma), Some(point)) => plain.split_at_checked(comma.max(point))?,
        (None, Some(point)) if plain.find('.') == Some(point) => plain.split_at_checked(point)?,
        (Some(comma), None) if plain.find(',') == Some(comma) && plain.len() - comma != 4 => {
            plain.split_at_checked(comma)?
        }
        _ => (plain.as_str(), ""),
    };
    let mut groups = whole.as_bytes().rsplit(|byte| matches!(byte, b',' | b'.'));
    let last = groups.next()?;
    let grouped = last.len() == 3 && groups.all(|group| (1..=3).contains(&group.len()));
    if !(grouped || whole.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let mut digits = whole.replace(&[',', '.'][..], "");
    if decimals.len() > 1 {
        digits.push('.');
        digits.push_str(decimals.get(1..).unwrap_or_default());
    }
    (!digits.is_empty()).then_some(digits)
}

/// Does one space, and no line break, part the word from the one before?
fn is_one_space(words: Words<'_>, at: usize) -> bool {
    let between = words.tokens.get(at.wrapping_sub(1)).zip(words.tokens.get(at));
    between.is_some_and(|(left, right)| {
        let gap = words.text.get(left.span.end as usize..right.span.start as usize);
        matches!(gap, Some(" " | "\u{a0}" | "\u{2009}"))
    })
}

/// The fraction at word `at`, and the word after it: `½`, `3/4`.
fn fraction(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let (over, under) = (words.at(at), words.at(at + 2));
    let is_tied = words.at(at + 1) == "/" && words.glued(at + 1) && words.glued(at + 2);
    if is_tied && is_part(over, under) {
        return Some((decimal(over, 0)? / decimal(under, 0)?, at + 3));
    }
    Some((vulgar(over)?, at + 1))
}

/// Is `over/under` a part? `1/4` and `2/3` are; `24/7`, `9/11` and `20/05` are not.
pub(super) fn is_part(over: &str, under: &str) -> bool {
    let (over, under) = (over.parse().unwrap_or(u32::MAX), under.parse().unwrap_or(0));
    over < under && (under <= 8 || under == 10)
}

fn vulgar(word: &str) -> Option<f64> {
    let value = match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        _ => return None,
    };
    Some(value)
}

/// The power of ten of letters right behind digits. `m` is none: it may be meters, which only what follows tells.
fn glued_power(letters: &str) -> Option<u32> {
    let power = match letters {
        "k" | "K" => 3,
        "mn" | "mln" | "mil" => 6,
        "bn" | "b" | "B" => 9,
        "tn" | "trn" => 12,
        _ => return power(letters),
    };
    Some(power)
}

/// The power of ten that a word stands for: `thousand`, `lakh`, `million`, `crore`, `bn`.
pub(super) fn power(word: &str) -> Option<u32> {
    in_small_letters(word, |word| match word {
        "hundred" => Some(2),
        "thousand" => Some(3),
        "lakh" | "lakhs" | "lac" => Some(5),
        "million" | "mn" | "mln" => Some(6),
        "crore" | "crores" | "cr" => Some(7),
        "billion" | "bn" => Some(9),
        "trillion" | "tn" => Some(12),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::separate;

    #[test]
    fn separators_of_several_countries_are_read() {
        for (text, digits) in [
            ("1,818", "1818"),
            ("1,23,456", "123456"),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("3,5", "3.5"),
            ("1'234", "1234"),
            ("4.800", "4.800"),
        ] {
            assert_eq!(separate(text).as_deref(), Some(digits), "{text}");
        }
        for text in ["192.168.1.2", "1,2,3", "", "٣"] {
            assert_eq!(separate(text), None, "{text}");
        }
    }
}
