//! Every invariant holds for texts of the words that figures are read by.

#![no_main]

#[path = "../../tests/hold/mod.rs"]
mod hold;
mod words;

use libfuzzer_sys::fuzz_target;
use nutgraf::{Extent, Options};

const LISTS: &[&str] = &[
    include_str!("../../src/figure/cues/about.txt"),
    include_str!("../../src/figure/cues/down.txt"),
    include_str!("../../src/figure/cues/lead.txt"),
    include_str!("../../src/figure/cues/less.txt"),
    include_str!("../../src/figure/cues/more.txt"),
    include_str!("../../src/figure/cues/up.txt"),
    include_str!("../../src/figure/currencies.txt"),
    include_str!("../../src/figure/roles/break.txt"),
    include_str!("../../src/figure/roles/filler.txt"),
    include_str!("../../src/figure/roles/participle.txt"),
    include_str!("../../src/figure/roles/preposition.txt"),
    include_str!("../../src/figure/roles/pronoun.txt"),
    include_str!("../../src/figure/roles/verb.txt"),
    include_str!("../../src/figure/speakers.txt"),
    include_str!("../../src/figure/units.txt"),
    include_str!("../../src/sentence/calendar.txt"),
    include_str!("../../src/sentence/numbered.txt"),
    SPELLED,
];

const SPELLED: &str = "one\ntwo\nthird\nseven\neleven\ntwenty\nforty\nninety\nhundred\nthousand\nmillion\nbillion\ntrillion\nlakh\ncrore\n\
    dozen\nhalf\nquarter\npercent\nper cent\nin five\nout of\n7\n0\n-3\n1,23,456\n99999999999999999999\n0.0001\n1st\n20th\n5G\n'90s\n\
    2024-12-31\n31/12/2024\nFeb. 30\nQ3\n9:30\n3-2\nkm\nkg\nbn\nm\nyear\nweek\ntoday\nyesterday\nlast\nnext\nsince\nuntil\nby";

fuzz_target!(|choices: Vec<(u16, u8)>| {
    let options = Options { extent: Extent::Whole, ..Options::default() };
    hold::hold(&words::text(LISTS, &choices), &options).expect("an invariant is broken");
});
