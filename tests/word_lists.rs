//! Every word list of the crate: one entry a line, sorted and unique, comments on top.

use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn word_lists_are_sorted_and_unique() {
    let lists = word_lists(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(!lists.is_empty(), "no word list in src");
    let mut wrong = String::new();
    for path in lists {
        let text = fs::read_to_string(&path).unwrap();
        let entries: Vec<&str> = text.lines().skip_while(|line| line.starts_with('#')).collect();
        let out_of_order = entries.windows(2).filter(|pair| pair[0] >= pair[1]).map(|pair| pair[1]);
        let untidy = entries.iter().copied().filter(|entry| entry.trim() != *entry || entry.is_empty());
        for entry in out_of_order.chain(untidy) {
            wrong += &format!("\n{}: {entry:?}", path.display());
        }
    }
    assert!(wrong.is_empty(), "out of order, doubled or untidy:{wrong}");
}

/// Every `.txt` below `folder`.
fn word_lists(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension() {
            _ if path.is_dir() => found.append(&mut word_lists(&path)),
            Some(extension) if extension == "txt" => found.push(path),
            _ => {}
        }
    }
    found.sort();
    found
}
