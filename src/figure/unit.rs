//! Units: what stands before or behind a number, under one name each.

use std::{borrow::Cow, sync::LazyLock};

use super::{
    FigureKind,
    words::{Table, Words, head},
};
use crate::{
    letters::{any_is, concat, in_small_letters, is_any, joined, lower, replaced, where_is},
    span::Span,
    token::Shape,
};

/// A unit and the index of the word after it.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub name: String,
    pub kind: FigureKind,
    pub end: usize,
}

/// What money is named, and the signs, codes and other names that mean it. Those with a capital are read as they are
/// written alone, the rest in any case; codes that are words (ALL, COP, TOP, TRY) are left out.
static CURRENCIES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("currencies.txt")));
/// What a unit is named, and the signs and other names that mean it. Case counts in signs: `MW` is no `mW`.
static UNITS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("units.txt")));

/// The last words of a share.
pub(super) const SHARES: &str = "% percent cent points";

/// The units of time.
const TIMES: &str = "millisecond second minute hour day night week fortnight month year decade century";

/// The most words that the name of a unit has.
const LONGEST: usize = 4;

/// The money whose sign or code begins at word `at` and stands before a number: `$`, `HK $`, `Rs.`, `EUR`.
pub(super) fn money_before(words: Words<'_>, at: usize) -> Option<Unit> {
    (1..=3).rev().find_map(|count| {
        let end = at + count;
        let is_number = |at| matches!(words.shape(at), Shape::Number | Shape::Alphanumeric);
        let is_number_next = is_number(end) || words.is_dash(end) && is_number(end + 1) || words.at(end) == ".";
        if !is_number_next {
            return None;
        }
        let code: String = (at..end).map(|word| words.at(word)).collect();
        let is_sign_alone = !any_is(&code, |c| c.is_ascii_alphabetic());
        let is_short = code.len() <= 4 || code.starts_with("Rs");
        let fits = may_be_money(words.at(at)) && (is_sign_alone || is_short && code != "EURO");
        let name = money_named(&code).filter(|_| fits)?;
        Some(Unit { name: name.to_owned(), kind: FigureKind::Money, end })
    })
}

/// May money before a number begin with the word? Signs and codes may; names, such as the one of `Euro 2028`, do not.
pub(super) fn may_be_money(word: &str) -> bool {
    const SHORT: &str = "Birr Bt Dh Dhs Ksh Kshs NRs Php Rp Sh Shs Tk Tsh Ush";
    let is_short = word.len() <= 4 && word.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
    !any_is(word, |c| c.is_ascii_lowercase()) || word.starts_with("Rs") || is_short && is_any(word, SHORT)
}

/// Do the letters mean money only before thousands set apart, decimals or a power? `R1,200` and `N5 million` are money,
/// `R10` is a road, `SDG 13` a goal. `PS21,700` is `£21,700` where letters are kept to ASCII, and a `PS5` plays games.
pub(super) fn is_code_of_many(letters: &str) -> bool {
    ((1..=2).contains(&letters.len()) || letters == "SDG")
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && CURRENCIES.look_up(letters).is_some()
}

/// The money that a sign or code means, also glued before digits: `Rs` of `Rs500`.
pub(super) fn money_named(code: &str) -> Option<&'static str> {
    CURRENCIES.look_up(code).or_else(|| CURRENCIES.look_up(&code.to_ascii_lowercase()))
}

/// The money whose letters stand in one word with the digits behind them, a sign before them or not: `Rs500`, `$US160`.
pub(super) fn money_glued(words: Words<'_>, at: usize) -> Option<&'static str> {
    let letters = letters_before(words.at(at));
    let signed = || money_named(&concat(&[words.before(at, 1), letters]));
    if letters.is_empty() { None } else { money_named(letters).or_else(signed) }
}

/// The letters that a word begins with.
pub(super) fn letters_before(word: &str) -> &str {
    word.get(..where_is(word, |c| !c.is_alphabetic()).unwrap_or_default()).unwrap_or_default()
}

/// The unit behind a number: of the word before `at` its last `rest` bytes, else the words from `at`.
///
/// `miles`, `per cent`, `km/h`, `euros`, `-inch`, and what it is reckoned by: `dollars a week`, `barrels per day`.
pub(super) fn behind(words: Words<'_>, at: usize, rest: usize) -> Option<Unit> {
    let hyphen = usize::from(rest == 0 && words.is_hyphen(at));
    // `20 (kg)`
    let bracket = usize::from(rest == 0 && matches!(words.at(at), "(" | "[") && matches!(words.at(at + 2), ")" | "]"));
    let mut unit = longest(words, at + hyphen + bracket, rest)?;
    unit.end += bracket;
    if let Some((by, end)) = reckoned_by(words, unit.end) {
        unit.name = concat(&[&unit.name, " per ", &by]);
        unit.end = end;
        if unit.kind == FigureKind::Duration {
            unit.kind = FigureKind::Measure;
        }
    }
    Some(unit)
}

/// `per barrel`, `a week`, `an hour`, `/month`: what a unit is reckoned by, in the singular, and the word after.
pub(super) fn reckoned_by(words: Words<'_>, at: usize) -> Option<(String, usize)> {
    let by = at + 1;
    let per = words.any(at, "per") || words.any(at, "/") && !is_plural(words.at(by));
    let article = words.any(at, "a an each every");
    let hyphens = words.is_dash(at) && words.glued(at) && words.any(by, "a");
    let by = if hyphens { by + 2 } else { by };
    if per && words.shape(by).is_word() {
        let unit = longest(words, by, 0);
        return Some(unit.map_or_else(|| (lower(&singular(words.at(by))), by + 1), |unit| (unit.name, unit.end)));
    }
    if !(article || hyphens) {
        return None;
    }
    let time = longest(words, by, 0).filter(|unit| {
        // `$6bn a year earlier` is not by the year.
        let elsewhere = words.any(unit.end, "earlier ago before later after previously old");
        unit.kind == FigureKind::Duration && !elsewhere
    });
    let piece = words.any(by, "share barrel ton tonne gallon ounce pound ticket acre tablet head unit");
    time.map(|unit| (unit.name, unit.end)).or_else(|| piece.then(|| (singular(words.at(by)).into(), by + 1)))
}

/// The longest unit that begins with the last `rest` bytes of the word before `at`, or at the word itself.
fn longest(words: Words<'_>, at: usize, rest: usize) -> Option<Unit> {
    let first = if rest > 0 { at.checked_sub(1)? } else { at };
    let start = words.tokens.get(first)?.span;
    let start = if rest > 0 { start.end.saturating_sub(rest as u32) } else { start.start };
    // Few words begin a name of several.
    let begin = Span { start, end: words.tokens.get(first)?.span.end }.of(words.text);
    let several = in_small_letters(head(begin), |head| UNITS.goes_on_behind(head) || CURRENCIES.goes_on_behind(head));
    let longest = if several { LONGEST } else { 1 };
    (first..first + longest).rev().find_map(|last| {
        let stop = words.tokens.get(last)?.span.end;
        let text = Span { start, end: stop }.of(words.text);
        if text.len() > 32 {
            return None;
        }
        let (kind, name) = if last == first { named(text) } else { named(&joined(text.split_whitespace())) }?;
        Some(Unit { name: name.to_owned(), kind, end: last + 1 })
    })
}

/// Is the word a unit of time? `month` and `hrs` are.
pub(super) fn is_time(word: &str) -> bool {
    named(word).is_some_and(|(kind, _)| kind == FigureKind::Duration)
}

/// Looks for a sign as it is written, then for a name in any case and number.
fn named(key: &str) -> Option<(FigureKind, &'static str)> {
    let unit = |key: &str| {
        let name = UNITS.look_up(key)?;
        let kind = match name {
            "percentage" | "percentage point" | "basis point" => FigureKind::Percent,
            // Its sign stands behind a number alone: the `P` of `S&P 500` is none.
            "penny sterling" => FigureKind::Money,
            name if is_any(name, TIMES) => FigureKind::Duration,
            _ => FigureKind::Measure,
        };
        Some((kind, name))
    };
    // `45 N` is no money.
    let money = |key: &str| CURRENCIES.look_up(key).filter(|_| !is_code_of_many(key));
    let look = |key: &str| unit(key).or_else(|| Some((FigureKind::Money, money(key)?)));
    let in_any_case = |small: &str| {
        let other = |form: &str, than: &str| if form == than { None } else { look(form) };
        look(key).or_else(|| other(small, key)).or_else(|| other(&singular(small), small))
    };
    // `5G` has no grams, and `A` is no article of measure.
    if key.len() == 1 { in_any_case(key) } else { in_small_letters(key, in_any_case) }
}

/// The singular of an English plural; other words stay as they are.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    const IRREGULAR: &str = "children child abuses abuse buses bus olives olive calories calorie ookies ookie lives life wives wife women woman men man geese goose teeth tooth mice mouse feet foot oxen ox wolves wolf shelves shelf calves calf halves half knives knife thieves thief leaves leaf loaves loaf movies movie heroes hero potatoes potato tomatoes tomato";
    // The women of `policewomen` and the men of `fishermen`, too.
    let last = word.bytes().last();
    // Few words end as one of them does.
    let may_be = matches!(
        word.as_bytes(),
        [.., b'v' | b's' | b'i' | b'o', b'e', b's']
            | [.., b'e', b'n' | b't']
            | [.., b's' | b'c', b'e']
            | [.., b't', b'h']
    );
    if may_be && let Some(one) = replaced(word, IRREGULAR) {
        return one.into();
    }
    let ends = |endings: &str| endings.split(' ').any(|ending| word.ends_with(ending));
    // `12 Israelis`, but one crisis
    let is_people = || ends("elis anis aqis audis idis aitis iratis eshis outhis omalis menis taxis rabbis");
    if last != Some(b's') || word.len() < 4 || ends("ss us is series species premises") && !is_people() {
        return word.into();
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return concat(&[stem, "y"]).into();
    }
    let ending = if ends("sses shes ches xes zzes nuses puses tuses ruses") { 2 } else { 1 };
    word.get(..word.len() - ending).unwrap_or(word).into()
}

/// Is `word` a plural? `civilians`, `people` and `fishermen` are; `gas`, `process` and `series` are not.
pub(super) fn is_plural(word: &str) -> bool {
    const UNCHANGED: &str = "people police staff personnel troops cattle aircraft spacecraft crew sheep fish deer species series premises \
         livestock poultry offspring";
    is_any(word, UNCHANGED) || (word.len() > 3 || is_any(word, "men")) && singular(word) != word
}

/// Is it a word for people harmed, that counts them without a noun: `40 injured`?
pub(super) fn is_harmed(word: &str) -> bool {
    is_any(word, "dead injured wounded missing homeless hurt")
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals_have_a_singular() {
        for (plural, one) in [
            ("civilians", "civilian"),
            ("cities", "city"),
            ("losses", "loss"),
            ("houses", "house"),
            ("policewomen", "policewoman"),
            ("people", "people"),
            ("crisis", "crisis"),
            ("gas", "gas"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }
}
