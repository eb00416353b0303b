//! Every invariant holds whatever is asked of any text.

#![no_main]

#[path = "../../tests/hold/mod.rs"]
mod hold;

use libfuzzer_sys::{
    arbitrary::{self, Arbitrary},
    fuzz_target,
};
use nutgraf::{Budget, Date, Extent, Focus, Marked, Options, Span};

#[derive(Arbitrary, Debug)]
struct Asked<'a> {
    text: &'a str,
    title: Option<&'a str>,
    published: Option<(u16, u8, u8)>,
    sentences: Option<u8>,
    words: Option<u8>,
    share: Option<u8>,
    leaning: u8,
    whole: bool,
    spans: [Option<(u16, u16)>; 7],
}

fuzz_target!(|asked: Asked<'_>| {
    let spans = |index: usize| {
        asked.spans[index].map(|(start, end)| Span { start: start.into(), end: end.into() }).into_iter().collect()
    };
    let published = asked.published.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let options = Options {
        title: asked.title.map(str::to_owned),
        published: published.and_then(|day| Date::parse(&day)),
        budget: Budget {
            sentences: asked.sentences.map(u32::from),
            words: asked.words.map(u32::from),
            share: asked.share.map(|share| f64::from(share) / 255.0),
        },
        focus: [Focus::Balanced, Focus::Names, Focus::Figures][usize::from(asked.leaning % 3)],
        pins: spans(0),
        skips: spans(1),
        keeps: spans(2),
        markup: Marked { captions: spans(3), headings: spans(4), items: spans(5), quotations: spans(6) },
        extent: if asked.whole { Extent::Whole } else { Extent::Article },
    };
    hold::hold(asked.text, &options).expect("an invariant is broken");
});
