//! The reasons why a stop ends its sentence or does not.

use self::Verdict::{Ends, RunsOn};
use super::{
    stop::{Mark, Stop},
    words::List,
};
use crate::{
    letters::{any_is, first_is, has, is_any},
    token::Shape,
};

/// What becomes of the sentence at a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Ends,
    RunsOn,
}

/// A reason, and what follows from it.
type Rule = (fn(&Stop<'_>) -> bool, Verdict);

/// The first reason that applies decides; where none does, the sentence ends.
const RULES: [Rule; 18] = [
    // The mark is no stop.
    (nothing_is_said, RunsOn),
    (is_inside_wide_brackets, RunsOn),
    (does_nothing_else, Ends),
    (is_inside_a_word, RunsOn),
    (numbers_an_item, RunsOn),
    // The full stop abbreviates.
    (stands_before_a_name, RunsOn),
    (stands_before_a_number, RunsOn),
    (announces, RunsOn),
    (tells_the_time, RunsOn),
    (ends_what_it_abbreviates, Ends),
    (is_a_pronoun, Ends),
    (abbreviates, RunsOn),
    (is_a_german_ordinal, RunsOn),
    (may_abbreviate, RunsOn),
    // What follows belongs to it.
    (is_a_pause, RunsOn),
    (is_told_by_a_speaker, RunsOn),
    (the_writer_uses_no_capitals, Ends),
    (goes_on_in_small_letters, RunsOn),
];

/// Whether the sentence ends at `stop`.
pub fn ends(stop: &Stop<'_>) -> bool {
    RULES.iter().find(|(applies, _)| applies(stop)).is_none_or(|(_, verdict)| *verdict == Ends)
}

/// Is there no word before the stop? There is none in `“... and then`, and none in the brackets of `(?)`.
fn nothing_is_said(stop: &Stop<'_>) -> bool {
    let is_start = stop.mark - stop.first < 5 && (stop.first..stop.mark).all(|at| stop.line.shape(at) == Shape::Mark);
    is_start || matches!(stop.before(), "(" | "[" | "“" | "‘" | "«")
}

/// Does a stop of a script without spaces stand inside brackets? `（好！）` and `《走吧！爸爸》` have one each.
fn is_inside_wide_brackets(stop: &Stop<'_>) -> bool {
    if stop.kind != Mark::Certain {
        return false;
    }
    let bracket = (stop.mark..stop.mark + FARTHEST_BRACKET)
        .map(|at| stop.line.token(at))
        .find(|token| matches!(*token, "「" | "『" | "（" | "《" | "」" | "』" | "）" | "》"));
    matches!(bracket, Some("」" | "』" | "）" | "》"))
}

/// How many tokens ahead a closing bracket is looked for.
const FARTHEST_BRACKET: usize = 64;

/// Does the mark do nothing but end sentences? `。` and `؟` do, a full stop does not, nor a Greek `;` before a small letter.
fn does_nothing_else(stop: &Stop<'_>) -> bool {
    stop.kind == Mark::Certain && !is_small(stop.after())
}

/// Does what follows stand without a space? It does in `nutgraf.rs`, `U.S.-led`, `Yahoo!’s` and `“Really?”, he`;
/// refuses `end.Next` and `end.”Next`, where the space was forgotten.
fn is_inside_a_word(stop: &Stop<'_>) -> bool {
    let is_forgotten = stop.line.shape(stop.end).is_capitalized()
        && !stop.line.is_spaced(stop.mark)
        && (stop.is_closed() || is_whole_word(stop));
    !stop.line.token(stop.end).is_empty() && !stop.line.is_spaced(stop.end) && !is_forgotten
}

/// Is the word before the stop one that ends in a small letter, or a number? `end` and `1,000` are; `U.S` is not.
fn is_whole_word(stop: &Stop<'_>) -> bool {
    let mut letters = stop.before().chars().rev();
    letters.next().is_some_and(|letter| letter.is_lowercase() || letter.is_numeric()) && letters.next().is_some()
}

/// Does the stop only follow the number of an item, a section or a figure? It does in `2. Add the rice`, `b. Rice`,
/// `• IV. Rice` and `Figure 1. Exports`; refuses years and amounts, `1999. Then` and `$5. Then`.
fn numbers_an_item(stop: &Stop<'_>) -> bool {
    let label = stop.before();
    let is_label = if stop.line.shape(stop.mark.saturating_sub(1)) == Shape::Number {
        label.len() < 4
    } else {
        is_letter(label) || label.bytes().all(|letter| b"IVX".contains(&letter))
    };
    let leads = |at| {
        is_any(stop.line.token(at), "chapter figure section table")
            || stop.line.shape(at) == Shape::Mark && !matches!(stop.line.token(at), "$" | "€" | "£" | "¥" | "₹")
    };
    // No further, for a line of marks may be long.
    let near = stop.mark - stop.first < 4;
    stop.kind == Mark::Period && is_label && near && (stop.first..stop.mark - 1).all(leads)
}

/// Is it a title before a name, as in `Gen. Rawat` and, behind an article that lost its vowel, `l’Avv. Rossi`?
fn stands_before_a_name(stop: &Stop<'_>) -> bool {
    is_abbreviated(stop) && List::Titles.has(without_article(stop.before()))
}

/// The word behind an article that lost its vowel: `Avv` in `l’Avv`, `art` in `dell’art`.
fn without_article(word: &str) -> &str {
    word.split_once(['\'', '’']).map_or(word, |(_, word)| word)
}

/// Is it an abbreviation before a number, as in `No. 5`, `N°. 5`, `fig. 2` and `dell’art. 3`? Refuses `No. He`.
fn stands_before_a_number(stop: &Stop<'_>) -> bool {
    let is_listed =
        List::Numbered.has(without_article(stop.before())) || stop.before() == "°" && List::Numbered.has(stop.back(2));
    let is_number = matches!(stop.line.shape(stop.next()), Shape::Number | Shape::Alphanumeric) || stop.after() == "#";
    is_abbreviated(stop) && is_listed && is_number
}

/// Does it announce what follows? `e.g.`, `vs.` and `cf.` do, and the two words of `ad es.`, one of which ends sentences in German.
fn announces(stop: &Stop<'_>) -> bool {
    let is_example = (stop.back(2), stop.before()) == ("ad", "es");
    is_abbreviated(stop) && (is_example || List::Announcers.has(stop.before()))
}

/// Does a time of day need what follows? It does in `5 p.m. Monday`, `5 p.m. EST`, and where the sentence has nothing
/// else yet, `At 5 a.m. Ana woke`.
fn tells_the_time(stop: &Stop<'_>) -> bool {
    let is_all = stop.mark - stop.first == 3 && is_any(stop.line.token(stop.first), "after around at before by until");
    ends_what_it_abbreviates(stop) && (is_all || List::Calendar.has(stop.after()))
}

/// Does an abbreviation that ends what it belongs to stand before a capital? It does in `at 5 p.m. Ana` and `etc. Ana`.
fn ends_what_it_abbreviates(stop: &Stop<'_>) -> bool {
    is_abbreviated(stop) && List::Enders.has(stop.before()) && stop.line.shape(stop.next()).is_capitalized()
}

/// Is it the pronoun in `you and I. Then`? Refuses the initial in `Albert I. Jones` and the number in `Elizabeth I.`
fn is_a_pronoun(stop: &Stop<'_>) -> bool {
    let follows_a_name = stop.mark >= stop.first + 2 && stop.line.shape(stop.mark - 2).is_capitalized();
    is_abbreviated(stop) && stop.before() == "I" && !follows_a_name
}

/// Is it an abbreviation or an initial inside a sentence? `Inc.`, `U.S.`, `J.` and `Dec.` are, unless a word follows
/// that begins sentences and no names: `in the U.S. They`.
fn abbreviates(stop: &Stop<'_>) -> bool {
    let word = stop.before();
    let is_one = List::Abbreviations.has(word) || List::Enders.has(word) || is_initial(stop) || is_dotted(word);
    is_abbreviated(stop) && is_one && !is_followed_by_a_starter(stop)
}

/// Does a single full stop follow a word at once? `Dr.` has one; `Dr .`, `Dr...` and `Dr?` have none, and an acronym
/// among words in small letters only looks like an abbreviation: `the SEC. Peter`.
fn is_abbreviated(stop: &Stop<'_>) -> bool {
    let is_acronym = stop.line.shape(stop.mark.saturating_sub(1)) == Shape::Upper
        && stop.before().len() > 2
        && !has(stop.before(), b'.')
        && stop.line.shape(stop.next()) == Shape::Title;
    stop.kind == Mark::Period && !stop.line.is_spaced(stop.mark) && !is_acronym
}

/// Is it one letter that stands for a word? It is in `J. Orwell` and `p. 5`; refuses `5 °C.` and `x=y.`
fn is_initial(stop: &Stop<'_>) -> bool {
    is_letter(stop.before()) && !matches!(stop.back(2), "°" | "=" | "/" | "&" | "+")
}

/// Is it one letter? `J` and `p` are.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Is it made of letters with full stops between them? `U.S`, `a.m` and `Ph.D` are; `example.com` and `3.5` are not.
fn is_dotted(word: &str) -> bool {
    let is_short = |part: &str| part.len() < 5 && part.chars().all(char::is_alphabetic);
    has(word, b'.') && word.split('.').all(is_short) && word.split('.').any(is_letter)
}

/// Does a capitalized word follow that begins many sentences and few names? `The` does; `I.` and `No.` with a full
/// stop of their own do not.
fn is_followed_by_a_starter(stop: &Stop<'_>) -> bool {
    let next = stop.next();
    stop.line.shape(next).is_capitalized() && stop.line.token(next + 1) != "." && List::Starters.has(stop.after())
}

/// Is it a German ordinal, as in `vom 3. Oktober` and `im 19. Jahrhundert`?
fn is_a_german_ordinal(stop: &Stop<'_>) -> bool {
    is_abbreviated(stop)
        && is_any(stop.back(2), "am beim dem den der des im vom zum zur")
        && stop.back(3) != "I"
        && stop.before().parse::<u8>().is_ok()
}

/// Could it be an abbreviation that no list has, before a small letter? `Mlle. du` and `blvd. near` could; refuses
/// longer words, `closed. please`, what is no word, `5th. then`, an acronym, `NATO. lots`, and a small word that begins
/// sentences, `Ana. they`.
fn may_abbreviate(stop: &Stop<'_>) -> bool {
    let word = stop.before();
    let is_acronym = word.len() > 3 && stop.line.shape(stop.mark.saturating_sub(1)) == Shape::Upper;
    if is_acronym || any_is(word, char::is_numeric) {
        return false;
    }
    let is_short = first_is(word, char::is_uppercase) && word.len() < 5;
    let has_vowel = word
        .chars()
        .any(|letter| matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !letter.is_ascii());
    is_abbreviated(stop) && (is_short || !has_vowel) && is_small(stop.after()) && !List::Starters.has(stop.after())
}

/// Is it an ellipsis with a space before it and the pronoun behind it, whose capital tells nothing? `I ... I think` has
/// one; `I thought ... Then` and `gone . . . . I`, with a full stop of its own, have none.
fn is_a_pause(stop: &Stop<'_>) -> bool {
    let is_pronoun = matches!(stop.after().split(&['\'', '’'][..]).next(), Some("I"));
    stop.kind == Mark::Ellipsis && stop.marks() < 4 && stop.line.is_spaced(stop.mark) && is_pronoun
}

/// Does the speaker of a quotation follow it? `“Stop!” Ana cried` has one; `“Stop!” The train` has none.
fn is_told_by_a_speaker(stop: &Stop<'_>) -> bool {
    let next = stop.next();
    let is_name = stop.line.shape(next).is_capitalized() && (stop.after() == "I" || !List::Starters.has(stop.after()));
    let speaks = || (next + 1..next + 3).any(|at| List::Speech.has(stop.line.token(at)));
    stop.kind != Mark::Period && stop.is_closed() && is_name && speaks()
}

/// Does the sentence itself begin with a small letter, so that the next one tells nothing by having one too?
/// Refuses quotations, whose speaker has a small letter: `“wait!” she said`.
fn the_writer_uses_no_capitals(stop: &Stop<'_>) -> bool {
    stop.kind != Mark::Ellipsis && !stop.is_closed() && is_small(stop.line.token(stop.first))
}

/// Does the text go on in small letters? It does in `“Stop!” she said`, `Yahoo! and others` and `wait... what`;
/// refuses a plain full stop, which many forget the capital after.
fn goes_on_in_small_letters(stop: &Stop<'_>) -> bool {
    let is_plain = stop.kind == Mark::Period || asks_or_cries(stop);
    is_small(stop.after()) && (stop.is_closed() || !is_plain)
}

/// Does it ask, or cry behind a word in small letters, with no speaker after it? `Is it open? if so` and `what fun! we`
/// do; `Yahoo! in`, `Was it so? he wondered` and `all of it! — and` do not.
fn asks_or_cries(stop: &Stop<'_>) -> bool {
    let next = stop.next();
    let is_word = stop.line.shape(stop.mark.saturating_sub(1)) == Shape::Lower;
    let says = (next..next + 3).any(|at| List::Speech.has(stop.line.token(at)));
    stop.kind == Mark::Loud && next == stop.end && (is_word || stop.asks()) && !says
}

/// Does the word begin with a small letter and hold no capital? `she` does; `iPhone` and `और` do not.
fn is_small(word: &str) -> bool {
    first_is(word, char::is_lowercase) && !any_is(word, char::is_uppercase)
}
