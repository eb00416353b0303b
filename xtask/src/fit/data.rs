//! The sets of names, as texts with the spans of their names.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::shell::{self, root};

/// Where a document is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    Worldwide,
    Wikigold,
    Wnut,
    Gmb,
    EwtDev,
    EwtTest,
}

/// The files, and whether one is trained on: see `MODEL.md` for their licenses.
const FILES: [(&str, Set); 6] = [
    ("worldwide_dev", Set::Worldwide),
    ("wikigold", Set::Wikigold),
    ("wnut17_train", Set::Wnut),
    ("gmb", Set::Gmb),
    ("uner_ewt_dev", Set::EwtDev),
    ("uner_ewt_test", Set::EwtTest),
];

/// A text and its names.
pub struct Document {
    pub set: Set,
    pub text: String,
    /// In bytes, in the order of the text, with the type as the set has it.
    pub names: Vec<(u32, u32, String)>,
    /// The fifth of the countries to which it belongs, of the set that has countries.
    pub fold: Option<usize>,
    /// What of the text is trained on, if not all: see [`headlines`].
    pub part: Option<u32>,
}

impl Set {
    /// Is it trained on?
    pub fn teaches(self) -> bool {
        !matches!(self, Self::EwtDev | Self::EwtTest)
    }
}

/// Reads every set in `data`, and makes headlines of some sentences.
pub fn read(data: &Path) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    let mut countries = BTreeMap::<String, usize>::new();
    for (file, set) in FILES {
        for (id, text, names) in read_set(data, file)? {
            let country = id.split('_').next().unwrap_or_default().to_owned();
            if set == Set::Worldwide {
                *countries.entry(country.clone()).or_default() += names.len();
            }
            documents.push((country, Document { set, text, names, fold: None, part: None }));
        }
    }
    let folds = deal(countries);
    let mut documents: Vec<Document> = documents
        .into_iter()
        .map(|(country, document)| {
            let fold = folds.get(&country).copied().filter(|_| document.set == Set::Worldwide);
            Document { fold, ..document }
        })
        .collect();
    let places = (0..documents.len()).flat_map(|at| (0..HEADLINES).map(move |turn| (at, turn)));
    let headlines = places.filter_map(|(at, turn)| headline(at + turn, &documents[at]));
    let made: Vec<Document> =
        headlines.chain(documents.iter().filter_map(table)).chain(documents.iter().flat_map(alone)).collect();
    documents.extend(made);
    Ok(documents)
}

/// Has the script that scores names write texts and spans of a set, so that training and scoring see the same.
fn read_set(data: &Path, file: &str) -> Result<Vec<(String, String, Vec<(u32, u32, String)>)>> {
    let path = |name: String| data.join("entities").join(name).to_string_lossy().into_owned();
    let (gold, raw) = (path(format!("{file}.tsv")), path(format!("{file}_texts.jsonl")));
    fs::create_dir_all(root().join("target/eval"))?;
    let out = root().join(format!("target/eval/{file}-spans.jsonl")).to_string_lossy().into_owned();
    let script = root().join("xtask/eval/ner.py").to_string_lossy().into_owned();
    let mut args = vec![script.as_str(), "--gold", &gold, "--export", &out];
    if Path::new(&raw).is_file() {
        args.extend(["--raw", &raw]);
    }
    shell::run(shell::command("python3", &args))?;
    let read = |line: &str| {
        let row: Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().context("no text")?.to_owned();
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let offset = |value: &Value| Some(*bytes.get(usize::try_from(value.as_u64()?).ok()?)? as u32);
        let names = row["names"].as_array().context("no names")?.iter();
        let name = |name: &Value| Some((offset(&name[0])?, offset(&name[1])?, name[2].as_str()?.to_owned()));
        let names: Option<Vec<_>> = names.map(name).collect();
        Ok((row["id"].as_str().unwrap_or_default().to_owned(), text, names.context("a span outside the text")?))
    };
    let rows: Result<Vec<_>> = fs::read_to_string(&out)?.lines().map(read).collect();
    let rows = rows.with_context(|| format!("{out} cannot be read"))?;
    ensure!(!rows.is_empty(), "{gold} is empty");
    Ok(rows)
}

/// Deals the countries into folds with about as many names in each.
fn deal(countries: BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let mut largest: Vec<(usize, String)> = countries.into_iter().map(|(country, names)| (names, country)).collect();
    largest.sort_by(|a, b| b.cmp(a));
    let mut sums = [0; super::FOLDS];
    let place = |(names, country)| {
        let fold = (0..super::FOLDS).min_by_key(|fold| sums[*fold]).unwrap_or_default();
        sums[fold] += names;
        (country, fold)
    };
    largest.into_iter().map(place).collect()
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
    let line = if at % 2 == 0 { source.to_uppercase() } else { titled(&source) };
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
    let named = |kinds: &'static [&str]| {
        let names = document.names.iter().filter(move |name| kinds.contains(&name.2.to_ascii_lowercase().as_str()));
        names.filter_map(|name| Some((document.text.get(name.0 as usize..name.1 as usize)?, name.2.as_str())))
    };
    if !matches!(document.set, Set::Worldwide | Set::Wikigold) {
        return None;
    }
    let short = |name: &(&str, &str)| name.0.split(' ').count() < 3 && !name.0.contains('\n');
    let clubs: Vec<_> = named(&["org", "organization"]).filter(short).collect();
    let people: Vec<_> = named(&["per", "person"]).filter(short).collect();
    let places: Vec<_> = named(&["loc", "location"]).filter(short).collect();
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
    (!names.is_empty()).then(|| Document { set: document.set, text, names, fold: document.fold, part: Some(u32::MAX) })
}
