//! Who wrote the story.

use std::sync::LazyLock;

use super::{Byline, day, phrases::fold};
use crate::{
    index::Index,
    letters::{any_is, first_is, is_any, lower},
    span::Span,
};

/// What comes before the names.
const LEADS: [&str; 15] = [
    "by",
    "interview",
    "interview by",
    "photographs and text by",
    "posted by",
    "report by",
    "reported by",
    "story and photos by",
    "story by",
    "text and photographs by",
    "text by",
    "words and photographs by",
    "words and pictures by",
    "words by",
    "written by",
];

/// Words that part one name from the next.
const ANDS: &str = "and & with |";

/// Small words inside a name.
const PARTICLES: &str = "al bin da de del den der di dos el la le van von";

/// Small words after which follows where the author works.
const ENDS: &str = "at for from in of on";

/// A byline is no longer than this, in bytes.
const LONGEST: usize = 160;

/// The names in `block` where it is a byline and nothing else.
///
/// `By Ada Roe`, `BY ADA ROE and Li Po, Staff Writers`, `Ada Roe | Harbor Correspondent`, `Reuters` and
/// `PTI | Dover | Updated: 19 May` are bylines;
/// `By Monday the ferry had left.` and `Ada Roe, 34, of Dover` are none.
pub(super) fn read(text: &str, block: Span) -> Option<Byline> {
    let line = block.of(text).trim_start_matches(&['\u{200b}', '\u{feff}'][..]);
    let block = Span { start: block.end - line.len() as u32, ..block };
    if line.len() > LONGEST {
        return None;
    }
    let signed = line.split('|').next().map_or(line, str::trim_end);
    if is_agency(signed) {
        let start = block.start as usize;
        return Some(Byline { span: block, authors: vec![Span::new(start..start + signed.len())] });
    }
    let lead = LEADS.iter().filter_map(|lead| lead_of(line, lead)).max().unwrap_or_default();
    let mut authors = Vec::new();
    let mut name: Option<Span> = None;
    let (mut listed, mut role) = (false, false);
    for word in words(text, block, lead) {
        let core = word.of(text);
        let bare = core.trim_end_matches(&['.', ',', ';', ':', ')'][..]);
        let small = lower(bare);
        let last = core.ends_with(&[',', ';'][..]);
        if is_any(&small, ANDS) || is_any(core, "• · - – —") {
            authors.extend(name.take());
            listed = false;
            continue;
        }
        if is_role(&small) {
            role = true;
            // `Harbor` in `Ada Roe, Harbor Correspondent` is no second author.
            name = name.filter(|_| !listed);
            break;
        }
        let ended = day::is_name(bare) || any_is(bare, char::is_numeric) || core.starts_with('(');
        if ended || (is_any(&small, ENDS) && (name.is_some() || !authors.is_empty())) {
            break;
        }
        let particle = name.is_some() && is_any(&small, PARTICLES);
        if !(particle || first_is(bare, char::is_uppercase)) {
            return None;
        }
        let kept = if last { Span::new(word.start as usize..word.start as usize + bare.len()) } else { word };
        name = Some(name.map_or(kept, |name| name.join(kept)));
        if last {
            authors.extend(name.take());
            listed = true;
        }
    }
    authors.extend(name);
    let long = |author: &Span| author.of(text).split_whitespace().count() > 5;
    let short = |author: &Span| author.of(text).split_whitespace().count() < 2;
    let unled = lead == 0 && (!role || authors.iter().any(short));
    if unled || authors.is_empty() || authors.iter().any(long) {
        return None;
    }
    Some(Byline { span: block, authors })
}

/// How many bytes of `line` the lead and the space or colon after it take.
fn lead_of(line: &str, lead: &str) -> Option<usize> {
    let head = line.get(..lead.len())?;
    let after = line.get(lead.len()..)?;
    (head.eq_ignore_ascii_case(lead) && after.starts_with(&[' ', ':', '\t', '\n'][..])).then_some(lead.len() + 1)
}

/// The words of the block behind its lead.
fn words(text: &str, block: Span, lead: usize) -> impl Iterator<Item = Span> {
    let mut at = block.start as usize + lead;
    let line = Span::new(at..block.end as usize).of(text);
    line.split(char::is_whitespace).filter_map(move |word| {
        let span = Span::new(at..at + word.len());
        at = span.end as usize
            + text.get(span.end as usize..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some(span)
    })
}

/// Is the line the name of a news agency and nothing else?
fn is_agency(line: &str) -> bool {
    // News agencies as they sign a story alone on its line, in small letters.
    static AGENCIES: LazyLock<Index> = LazyLock::new(|| Index::read(include_str!("agencies.txt")));
    AGENCIES.has(&fold(line))
}

fn is_role(word: &str) -> bool {
    // Words of a byline that are no part of a person's name.
    static ROLES: LazyLock<Index> = LazyLock::new(|| Index::read(include_str!("roles.txt")));
    ROLES.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(line: &str) -> Vec<&str> {
        let byline = read(line, Span::new(0..line.len()));
        byline.map(|byline| byline.authors.iter().map(|author| author.of(line)).collect()).unwrap_or_default()
    }

    #[test]
    fn names_are_told_from_roles_and_days() {
        assert_eq!(authors("By Ada Roe"), ["Ada Roe"]);
        assert_eq!(authors("BY ADA ROE and Li van Po, Staff Writers"), ["ADA ROE", "Li van Po"]);
        assert_eq!(authors("Written by: Ada B. Roe, Harbor Correspondent"), ["Ada B. Roe"]);
        assert_eq!(authors("By ADA ROE JAN. 13, 2026"), ["ADA ROE"]);
        assert_eq!(authors("Ada Roe, Staff Writer"), ["Ada Roe"]);
        assert_eq!(authors("By Reuters"), ["Reuters"]);
        assert_eq!(authors("The Associated Press"), ["The Associated Press"]);
        assert_eq!(authors("R. Roe | Updated: 19 May 2026"), ["R. Roe"]);
        for other in ["By Monday the ferry had left.", "Ada Roe, 34, of Dover", "Ada Roe", "By", "Bylaws Passed"] {
            assert!(authors(other).is_empty(), "{other}");
        }
    }
}
