//! Documents made of others: what a page has beside running text, and the sets have not.

use super::data::{Document, Set};

/// All that is made of the documents.
pub fn of(documents: &[Document]) -> Vec<Document> {
    let places = (0..documents.len()).flat_map(|at| (0..HEADLINES).map(move |turn| (at, turn)));
    let headlines = places.filter_map(|(at, turn)| headline(at + turn, &documents[at]));
    headlines.chain(documents.iter().filter_map(table)).chain(documents.iter().flat_map(alone)).collect()
}

/// How many headlines are made of a document.
const HEADLINES: usize = 2;

/// A document with one of its own sentences above it as a headline, in capitals or with a capital on each word:
/// in headlines the case of a letter says little, and no set has enough of them.
fn headline(at: usize, document: &Document) -> Option<Document> {
    if !document.set.teaches() || document.text.len() < 400 {
        return None;
    }
    // Which sentence, and which way, is drawn by the place of the document.
    let ends: Vec<usize> = document.text.match_indices(". ").map(|(at, _)| at).collect();
    let index = at * 37 % ends.len().max(1);
    let start = index.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| end + 2);
    let end = start + document.text.get(start..*ends.get(index)?)?.len().min(110);
    let end = document.text.get(start..)?.char_indices().map(|(at, _)| start + at).find(|at| *at >= end)?;
    let names = document.names.iter().filter(|name| name.0 as usize >= start && name.1 as usize <= end);
    let source = document.text.get(start..end)?.replace('\n', " ");
    let line = if at.is_multiple_of(2) { source.to_uppercase() } else { titled(&source) };
    if line.len() != source.len() || names.clone().count() == 0 {
        return None;
    }
    let shift = line.len() as u32 + 2;
    let moved = names.map(|name| (name.0 - start as u32, name.1 - start as u32, name.2.clone()));
    let rest = document.names.iter().map(|name| (name.0 + shift, name.1 + shift, name.2.clone()));
    Some(Document {
        set: document.set,
        names: moved.chain(rest).collect(),
        text: format!("{line}\n\n{}", document.text),
        fold: document.fold,
        part: Some(shift - 2),
    })
}

fn titled(line: &str) -> String {
    let mut out = String::new();
    for word in line.split_inclusive(' ') {
        let small = matches!(
            word.trim_end(),
            "a" | "an" | "and" | "as" | "at" | "by" | "for" | "in" | "of" | "on" | "the" | "to" | "with"
        );
        let mut chars = word.chars();
        match chars.next().filter(|_| !small) {
            Some(first) => out.extend(first.to_uppercase().chain(chars)),
            None => out += word,
        }
    }
    out
}

/// Every third sentence as a text by itself: a name must be found without the rest of its story, too.
fn alone(document: &Document) -> Vec<Document> {
    if !document.set.teaches() || document.text.len() < 400 {
        return Vec::new();
    }
    let ends: Vec<usize> = document.text.match_indices(". ").map(|(at, _)| at + 1).collect();
    let cut = |pair: &[usize]| {
        let (start, end) = (pair[0] as u32 + 1, pair[1] as u32);
        let text = document.text.get(start as usize..end as usize)?.to_owned();
        let names = document.names.iter().filter(|name| name.0 >= start && name.1 <= end);
        let names = names.map(|name| (name.0 - start, name.1 - start, name.2.clone())).collect();
        Some(Document { set: document.set, text, names, fold: document.fold, part: Some(u32::MAX) })
    };
    ends.windows(2).step_by(3).filter_map(cut).collect()
}

/// The results of matches between organizations of the document: sets of running text have no tables.
fn table(document: &Document) -> Option<Document> {
    let of_type = |types: &'static [&str]| {
        let names = document.names.iter().filter(move |name| types.contains(&name.2.to_ascii_lowercase().as_str()));
        names.filter_map(|name| Some((document.text.get(name.0 as usize..name.1 as usize)?, name.2.as_str())))
    };
    if !matches!(document.set, Set::Worldwide | Set::Wikigold) {
        return None;
    }
    let short = |name: &(&str, &str)| name.0.split(' ').count() < 3 && !name.0.contains('\n');
    let clubs: Vec<_> = of_type(&["org", "organization"]).filter(short).collect();
    let people: Vec<_> = of_type(&["per", "person"]).filter(short).collect();
    let places: Vec<_> = of_type(&["loc", "location"]).filter(short).collect();
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut push = |before: &str, name: &(&str, &str), after: &str| {
        text += before;
        names.push((text.len() as u32, (text.len() + name.0.len()) as u32, name.1.to_owned()));
        text += name.0;
        text += after;
    };
    for (row, pair) in clubs.chunks_exact(2).take(4).enumerate() {
        push("", &pair[0], &format!(" {row} "));
        push("", &pair[1], if row % 2 == 0 { " 1\n\n" } else { " 0\n\n" });
    }
    for (row, (person, place)) in people.iter().zip(&places).take(4).enumerate() {
        push(&format!("{}. ", row + 1), person, " (");
        push("", place, &format!(") {}:0{}.{}\n\n", row + 1, row + 3, 7 - row));
    }
    (!names.is_empty()).then_some(Document {
        set: document.set,
        text,
        names,
        fold: document.fold,
        part: Some(u32::MAX),
    })
}
