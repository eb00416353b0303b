//! The sets of names, as texts with the spans of their names.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::variants;
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

/// Where a name begins and ends, in bytes, and its type as the set has it.
pub type Name = (u32, u32, String);

/// A text and its names.
pub struct Document {
    pub set: Set,
    pub text: String,
    /// In the order of the text.
    pub names: Vec<Name>,
    /// The fifth of the countries to which it belongs, of the set that has countries.
    pub fold: Option<usize>,
    /// What of the text is trained on, if not all: the headline of one, see [`variants`].
    pub part: Option<u32>,
}

impl Set {
    /// Is it trained on?
    pub fn teaches(self) -> bool {
        !matches!(self, Self::EwtDev | Self::EwtTest)
    }
}

/// Reads every set in `data`, and adds the variants of its documents.
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
    let made = variants::of(&documents);
    documents.extend(made);
    Ok(documents)
}

/// Has the script that scores names write texts and spans of a set, so that training and scoring see the same.
fn read_set(data: &Path, file: &str) -> Result<Vec<(String, String, Vec<Name>)>> {
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
