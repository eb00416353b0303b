//! Every invariant holds when all of any text is cut into sentences.

#![no_main]

#[path = "../../tests/hold/mod.rs"]
mod hold;

use libfuzzer_sys::fuzz_target;
use nutgraf::{Extent, Options};

fuzz_target!(|text: &str| {
    let options = Options { extent: Extent::Whole, ..Options::default() };
    hold::hold(text, &options).expect("an invariant is broken");
});
