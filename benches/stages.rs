//! What each stage costs natively, beside the floor: the words and sentences of `unicode-segmentation` alone.
//!
//! `cargo bench --features stages`

mod archive;

use archive::{articles, fixtures};
use divan::{
    Bencher,
    counter::{BytesCount, ItemsCount},
};
use nutgraf::{Extent, Options, stages::Reading, summarize};
use unicode_segmentation::UnicodeSegmentation;

/// One text of so many bytes.
const LONG: usize = 10_000_000;

fn main() {
    divan::main();
}

/// The stories behind one another. All of it is read as story, or what repeats would be set aside and cost nothing.
fn long() -> String {
    let stories: Vec<String> = fixtures::stories().into_iter().map(|(_, text)| text + "\n\n").collect();
    stories.iter().flat_map(|text| text.chars()).cycle().take(LONG).collect()
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

fn floor(text: &str) -> usize {
    text.unicode_words().count() + text.unicode_sentences().count()
}

/// The floor for one text of 10 MB.
#[divan::bench(sample_count = 5)]
fn a_floor_long(bencher: Bencher) {
    let text = long();
    bencher.counter(BytesCount::of_str(&text)).bench(|| floor(&text));
}

/// Article, tokens and sentences of one text of 10 MB.
#[divan::bench(sample_count = 5)]
fn b_reading_long(bencher: Bencher) {
    let text = long();
    bencher.counter(BytesCount::of_str(&text)).bench(|| Reading::of(&text, Extent::Whole));
}

/// The floor for each article.
#[divan::bench(sample_count = 20)]
fn c_floor(bencher: Bencher) {
    let texts = articles();
    bencher.counter(bytes(&texts)).bench(|| texts.iter().map(|text| floor(text)).sum::<usize>());
}

/// Article, tokens and sentences of each article.
#[divan::bench(sample_count = 20)]
fn d_reading(bencher: Bencher) {
    let texts = articles();
    bencher
        .counter(bytes(&texts))
        .bench(|| texts.iter().map(|text| Reading::of(text, Extent::Article).tokens()).sum::<usize>());
}

/// The names of each article, by the token.
#[divan::bench(sample_count = 20)]
fn e_entities(bencher: Bencher) {
    by_token(bencher, |reading| reading.entities(&[]).len());
}

/// The figures of each article, by the token.
#[divan::bench(sample_count = 20)]
fn f_figures(bencher: Bencher) {
    by_token(bencher, |reading| reading.figures().len());
}

/// Times what is done with each article once it is read.
fn by_token(bencher: Bencher, find: fn(&Reading<'_>) -> usize) {
    let texts = articles();
    let readings: Vec<Reading<'_>> = texts.iter().map(|text| Reading::of(text, Extent::Article)).collect();
    let tokens: usize = readings.iter().map(Reading::tokens).sum();
    bencher.counter(bytes(&texts)).counter(ItemsCount::new(tokens)).bench(|| readings.iter().map(find).sum::<usize>());
}

/// Everything, for each article.
#[divan::bench(sample_count = 20)]
fn g_whole(bencher: Bencher) {
    let texts = articles();
    let options = Options::default();
    bencher
        .counter(bytes(&texts))
        .bench(|| texts.iter().map(|text| summarize(text, &options).picks.len()).sum::<usize>());
}
