//! What a block shows of itself: whether it reads as prose, as a label, or as a set phrase of web pages.

use super::phrases::{Found, PHRASES, fold};
use crate::{
    index::Index,
    letters::{first_is, has, last_is},
    span::Span,
};

/// What a block shows, read from its characters alone.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, true of some lines and not of others")]
pub(super) struct Evidence {
    /// Its words; scripts that do not part them are counted at two characters a word.
    pub words: u32,
    /// Words with a capital first.
    pub capitals: u32,
    /// How many bytes of bullet or number it begins with.
    pub bullet: usize,
    /// Whether it ends as a sentence ends.
    pub stop: bool,
    /// Whether it breaks off in dots, as teasers do.
    pub teaser: bool,
    /// The set phrases in it.
    pub phrases: Found,
    /// Whether it begins as notes of editors do: `Correction: …`, `(Reporting by …)`.
    pub note: bool,
    /// Whether it begins or ends as captions do: `Photo: …`, `(AP Photo/…)`.
    pub credit: bool,
    /// The first block with the same words, where that is another.
    pub first: Option<usize>,
    /// Whether the same words stand further up or down.
    pub repeated: bool,
}

/// Words in a row of columns or a code listing say less than words of a sentence; a sentence has so many at least.
const SENTENCE: u32 = 5;

/// A list item is a sentence of its own from so many words on.
const ITEM: u32 = 10;

/// A line without a full stop, most of it in small letters, is prose from so many words on.
const FRAGMENT: u32 = 10;

/// A line of so many words that no stop ends is a heading.
const BARE: u32 = 4;

/// A set phrase of one word takes up so many words of a sentence, a longer one twice as many.
const PHRASED: u32 = 5;

/// In so many words of prose a set phrase of one word, such as `share`, may stand by chance.
pub(super) const DILUTED: u32 = 16;

/// A caption is no longer than this, in words.
const CAPTION: u32 = 60;

/// The colon of `Photo:` stands within so many bytes.
const CREDIT_HEAD: usize = 24;

impl Evidence {
    /// Whether it reads as one full sentence or more: `The ferry sailed at noon.`, not `Sign up.` or `Fares to rise…`.
    pub(super) fn is_sentence(&self) -> bool {
        self.stop && !self.teaser && self.words >= if self.bullet > 0 { ITEM } else { SENTENCE }
    }

    /// Whether it is a sentence, however short, and no phrase of a page: `He resigned.`, not `Sign up.`
    pub(super) fn is_short_sentence(&self) -> bool {
        self.stop && !self.teaser && self.bullet == 0 && self.words >= 2 && self.phrases.weight == 0
    }

    /// Whether it is a sentence in which no set phrase stands, or so few that a paragraph may have them by chance.
    pub(super) fn is_plain_sentence(&self) -> bool {
        self.is_sentence() && self.bullet == 0 && self.words >= ITEM && self.phrases.weight * DILUTED <= self.words
    }

    /// Whether it is little but set phrases, be it a sentence: `Sign up for our newsletter.`
    pub(super) fn is_set_phrase(&self) -> bool {
        self.words <= PHRASED * self.phrases.weight
    }

    /// Whether it reads as prose that no stop ends: a long line of which at least half the words are in small letters.
    pub(super) fn is_fragment(&self) -> bool {
        !self.is_sentence() && !self.teaser && self.words >= FRAGMENT && self.capitals * 2 <= self.words
    }

    /// Whether it can be nothing but a heading: few words, or most of them with a capital, and no stop.
    pub(super) fn is_bare(&self) -> bool {
        !self.stop && !self.is_fragment() && (self.words <= BARE || self.capitals * 2 > self.words)
    }
}

/// The evidence of each block.
pub(super) fn gather(text: &str, blocks: &[Span]) -> Vec<Evidence> {
    // How notes of the editors begin, and captions and picture credits, in small letters, without apostrophes.
    let [notes, credits]: [Vec<&str>; 2] =
        [include_str!("notes.txt"), include_str!("credits.txt")].map(|list| list.lines().collect());
    let mut firsts = Index::default();
    let mut all: Vec<Evidence> = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let (mut evidence, folded) = read(block.of(text));
        evidence.phrases = PHRASES.find(&folded);
        evidence.note = begins(&folded, &notes);
        evidence.credit = is_credit(block.of(text), &folded, &evidence, &credits);
        let first = *firsts.number(&folded, index as u32) as usize;
        if let Some(first) = all.get_mut(first) {
            first.repeated = true;
        }
        evidence.repeated = first < index;
        evidence.first = (evidence.repeated && !folded.is_empty()).then_some(first);
        all.push(evidence);
    }
    all
}

/// Does a folded line begin with an entry of `list`? An entry ends where a word ends.
fn begins(folded: &str, list: &[&str]) -> bool {
    let after = |entry: &str| folded.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let initial = folded.bytes().next();
    list.iter().any(|entry| entry.bytes().next() == initial && after(entry))
}

/// Is the line a caption or a credit? `Photo: Ada Roe`, `Image` and `The quay. (AP Photo/Ada Roe)` are;
/// `Image is everything, she said.` is a sentence.
fn is_credit(line: &str, folded: &str, evidence: &Evidence, credits: &[&str]) -> bool {
    let head = line.get(..line.floor_char_boundary(CREDIT_HEAD)).unwrap_or_default();
    let named = begins(folded, credits) && (!evidence.is_sentence() || has(head, b':'));
    let is_agency = |pair| matches!(pair, ("getty", "images") | ("ap" | "afp" | "file", "photo" | "photos"));
    let agency = || folded.split(' ').zip(folded.split(' ').skip(1)).any(is_agency);
    evidence.words <= CAPTION && (named || agency())
}

fn read(block: &str) -> (Evidence, String) {
    let bullet = bullet(block);
    let line = block.get(bullet..).unwrap_or_default();
    let (mut words, mut capitals) = (0, 0);
    for word in line.split_whitespace() {
        let unparted = if word.is_ascii() { 0 } else { word.chars().filter(|c| is_unparted(*c)).count() as u32 };
        if unparted > 0 {
            words += unparted.div_ceil(2);
        } else if let Some(first) = word.chars().find(|c| c.is_alphanumeric()) {
            words += 1;
            capitals += u32::from(first.is_uppercase() || first.is_numeric());
        }
    }
    let end = ending(line);
    let teaser = end.ends_with('…') || end.ends_with("...");
    (Evidence { words, capitals, bullet, stop: last_is(end, is_stop), teaser, ..Evidence::default() }, fold(line))
}

/// The line without the quotation marks and brackets behind its stop.
pub fn ending(line: &str) -> &str {
    line.trim_end_matches(&['"', '\'', '”', '’', '»', '«', '“', ')', ']', '」', '』', '\u{200b}'][..])
}

/// Does `c` end a sentence? The full stop of any script does; a colon and an ellipsis do not.
pub fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '‼' | '⁇')
        // Chinese and Japanese
        || matches!(c, '。' | '．' | '｡' | '！' | '？')
        // Devanagari, Arabic and Urdu
        || matches!(c, '।' | '॥' | '؟' | '۔')
        // Ethiopic, Burmese, Khmer, Tibetan, Armenian, Greek
        || matches!(c, '።' | '፧' | '፨' | '။' | '។' | '།' | '։' | '\u{37e}')
}

/// Is `c` of a script that does not part words by spaces: Thai, Lao, Burmese, Khmer, Chinese or Japanese?
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// How many bytes of bullet or number `line` begins with: 2 in `* Fares`, 3 in `4) Fares`, 0 in `*Fares` and `3.5 m`.
pub(super) fn bullet(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    let mark = match rest.chars().next() {
        Some('.' | ')') if (1..=3).contains(&digits) => 1,
        Some(c @ ('*' | '+' | '-' | '–' | '•' | '·' | '▪' | '■' | '‣' | '●' | '○' | '◦' | '›' | '»' | '>'))
            if digits == 0 =>
        {
            c.len_utf8()
        }
        _ => return 0,
    };
    let after = rest.get(mark..).unwrap_or_default();
    if after.is_empty() || first_is(after, char::is_whitespace) { line.len() - after.trim_start().len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_of_any_script_is_prose() {
        for prose in [
            "The ferry sailed at noon.",
            "Паром вышел из порта в полдень.",
            "渡轮中午出发，载有四十名乘客。",
            "नौका दोपहर को रवाना हुई।",
            "هل غادرت العبارة الميناء ظهر الاثنين؟",
        ] {
            assert!(read(prose).0.is_sentence(), "{prose}");
        }
        for label in ["Sign up.", "Fares to rise by the end of the...", "Top Stories", "* Home of the ferry.", ""] {
            assert!(!read(label).0.is_sentence(), "{label}");
        }
    }

    #[test]
    fn a_bullet_needs_a_space() {
        assert_eq!(["* a", "12. a", "•", "3.5 m", "-5 °C", "1234. a", "*a"].map(bullet), [2, 4, 3, 0, 0, 0, 0]);
    }
}
