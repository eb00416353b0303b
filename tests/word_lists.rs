//! Every word list of the crate: one entry a line, sorted and unique, comments on top. The weights are no list of words.

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
        let entries = || text.lines().skip_while(|line| line.starts_with('#'));
        let key = |entry: &'_ str| entry.split(" = ").next().map(str::to_owned);
        let out_of_order = entries()
            .zip(entries().skip(1))
            .filter(|(one, next)| one >= next || key(one) == key(next))
            .map(|(_, next)| next);
        let untidy = entries().filter(|entry| entry.trim() != *entry || entry.is_empty());
        wrong.extend(out_of_order.chain(untidy).map(|entry| format!("{}: {entry:?}", path.display())));
    }
    assert!(wrong.is_empty(), "out of order, doubled or untidy:\n{}", wrong.join("\n"));
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
