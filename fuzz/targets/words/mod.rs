//! Texts of words that the program has lists of: bytes alone hardly ever spell one.

/// The text that `choices` makes of the entries of `lists`: each picks an entry, its first letter and what stands behind it.
pub fn text(lists: &[&str], choices: &[(u16, u8)]) -> String {
    let entries: Vec<&str> = lists.iter().flat_map(|list| list.lines()).flat_map(forms).collect();
    let mut text = String::new();
    for (entry, manner) in choices {
        let entry = entries[usize::from(*entry) % entries.len()];
        let (first, rest) = entry.split_at(entry.chars().next().map_or(0, char::len_utf8));
        match manner % 4 {
            0 => text += entry,
            1 => text += &entry.to_uppercase(),
            _ => text.extend([&first.to_uppercase(), rest]),
        }
        text += JOINTS[usize::from(manner / 4) % JOINTS.len()];
    }
    text
}

/// An entry as `basis point = bp, bps` is any of its words.
fn forms(entry: &str) -> impl Iterator<Item = &str> {
    entry.split(" = ").flat_map(|part| part.split(", ")).filter(|form| !form.is_empty())
}

const JOINTS: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "",
    "-",
    " - ",
    "–",
    " — ",
    ", ",
    "; ",
    ": ",
    ". ",
    ".\n",
    "\n\n",
    "? ",
    "! ",
    "/",
    "'s ",
    "’s ",
    "s' ",
    " (",
    ") ",
    ". “",
    ",” ",
    "\" ",
    " \"",
    "'",
    ".",
    "% ",
    " $",
    " £",
    " €",
    " of ",
    " the ",
    " and ",
    " to ",
    " said ",
    " from ",
    " between ",
    " 5 ",
    " 12 ",
    " 1,200 ",
    " 3.5 ",
    " 2026 ",
    " 1e9",
    "½ ",
    " No. ",
    " million ",
    " & ",
    " x ",
    "+",
    " -",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "…",
    " • ",
    "| ",
    "\t",
];
