//! Every invariant holds when the article is looked for in any text, with any part of it skipped or kept.

#![no_main]

#[path = "../../tests/hold/mod.rs"]
mod hold;

use libfuzzer_sys::fuzz_target;
use nutgraf::{Options, Span};

fuzz_target!(|input: (u16, u16, u16, &str)| {
    let (a, b, c, text) = input;
    let span = |start: u16, end: u16| vec![Span { start: start.into(), end: end.into() }];
    let options = Options { skips: span(a, b), keeps: span(b, c), ..Options::default() };
    hold::hold(text, &options).expect("an invariant is broken");
});
