//! Every word list of the crate: one entry a line, sorted and unique. The weights are no list of words.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

#[test]
fn word_lists_are_sorted_and_unique() {
    let lists = word_lists(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    assert!(!lists.is_empty(), "no word list in src");
    let mut wrong = Vec::new();
    for path in lists {
        let text = fs::read_to_string(&path).unwrap();
        let entries = || text.lines();
        let key = |entry: &'_ str| entry.split(" = ").next().map(str::to_owned);
        let out_of_order = entries()
            .zip(entries().skip(1))
            .filter(|(one, next)| one >= next || key(one) == key(next))
            .map(|(_, next)| next);
        let mut names: Vec<&str> =
            entries().flat_map(|entry| entry.split_once(" = ").map_or("", |(_, names)| names).split(", ")).collect();
        let is_of_names = entries().any(|entry| entry.contains(", "));
        names.sort_unstable();
        let twice = names.windows(2).filter(|pair| is_of_names && pair[0] == pair[1] && !pair[0].is_empty());
        let twice = twice.map(|pair| pair[0]);
        let untidy = entries().filter(|entry| entry.trim() != *entry || entry.is_empty());
        wrong.extend(out_of_order.chain(untidy).chain(twice).map(|entry| format!("{}: {entry:?}", path.display())));
    }
    assert!(wrong.is_empty(), "out of order, doubled or untidy:\n{}", wrong.join("\n"));
}

#[test]
fn a_word_is_of_one_kind() {
    for folder in ["src/figure/cues", "src/figure/roles"] {
        let lists = word_lists(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        let text: String = lists.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        let mut words: Vec<&str> = text.lines().collect();
        words.sort_unstable();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert!(!words.is_empty() && twice.is_empty(), "in two lists of {folder}: {twice:?}");
    }
}

/// Every `.txt` below `folder`.
fn word_lists(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut word_lists(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "txt") && !path.ends_with("weights.txt") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
