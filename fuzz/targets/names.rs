//! Every invariant holds for texts of the words that names are known by.

#![no_main]

#[path = "../../tests/hold/mod.rs"]
mod hold;
mod words;

use libfuzzer_sys::fuzz_target;
use nutgraf::{Extent, Options};

const LISTS: &[&str] = &[
    include_str!("../../src/entity/agencies.txt"),
    include_str!("../../src/entity/given.txt"),
    include_str!("../../src/entity/openers.txt"),
    include_str!("../../src/entity/organizations.txt"),
    include_str!("../../src/entity/peoples.txt"),
    include_str!("../../src/entity/places.txt"),
    include_str!("../../src/entity/sites.txt"),
    include_str!("../../src/entity/titles.txt"),
    include_str!("../../src/entity/works.txt"),
    include_str!("../../src/sentence/abbreviations.txt"),
    include_str!("../../src/sentence/speech.txt"),
];

fuzz_target!(|choices: Vec<(u16, u8)>| {
    let options = Options { extent: Extent::Whole, ..Options::default() };
    hold::hold(&words::text(LISTS, &choices), &options).expect("an invariant is broken");
});
