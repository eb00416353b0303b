//! What each stage costs natively, beside the floor: the words and sentences of `unicode-segmentation` alone.
//!
//! `cargo bench --features stages`

#[path = "../tests/fixtures/mod.rs"]
mod fixtures;

use divan::{
    Bencher,
    counter::{BytesCount, ItemsCount},
};
use nutgraf::{Extent, Options, stages::Reading, summarize};
use unicode_segmentation::UnicodeSegmentation;

/// Articles are read by themselves, so many bytes of them and so many words in each.
const ARCHIVE: usize = 1_000_000;
const WORDS: usize = 1_000;

/// One text of so many bytes.
const LONG: usize = 10_000_000;

fn main() {
    divan::main();
}

/// Articles as long as those of papers: the paragraphs of the tests' stories, one story behind the other, again and again.
fn archive() -> Vec<String> {
    let stories: Vec<String> = fixtures::stories().into_iter().map(|(_, text)| text).collect();
    let mut paragraphs = stories.iter().flat_map(|text| text.split("\n\n")).cycle();
    let article = || {
        let (mut article, mut words) = (String::new(), 0);
        for paragraph in paragraphs.by_ref() {
            words += paragraph.split_whitespace().count();
            article += paragraph;
            article += "\n\n";
            if words >= WORDS {
                break;
            }
        }
        article
    };
    let mut length = 0;
    std::iter::repeat_with(article)
        .take_while(|article| {
            length += article.len();
            length <= ARCHIVE
        })
        .collect()
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
    let texts = archive();
    bencher.counter(bytes(&texts)).bench(|| texts.iter().map(|text| floor(text)).sum::<usize>());
}

/// Article, tokens and sentences of each article.
#[divan::bench(sample_count = 20)]
fn d_reading(bencher: Bencher) {
    let texts = archive();
    bencher
        .counter(bytes(&texts))
        .bench(|| texts.iter().map(|text| Reading::of(text, Extent::Article).tokens()).sum::<usize>());
}

/// The names of each article, by the token.
#[divan::bench(sample_count = 20)]
fn e_entities(bencher: Bencher) {
    by_token(bencher, |reading| reading.entities().len());
}

/// The figures of each article, by the token.
#[divan::bench(sample_count = 20)]
fn f_figures(bencher: Bencher) {
    by_token(bencher, |reading| reading.figures().len());
}

/// Times what is done with each article once it is read.
fn by_token(bencher: Bencher, find: fn(&Reading<'_>) -> usize) {
    let texts = archive();
    let readings: Vec<Reading<'_>> = texts.iter().map(|text| Reading::of(text, Extent::Article)).collect();
    let tokens: usize = readings.iter().map(Reading::tokens).sum();
    bencher.counter(bytes(&texts)).counter(ItemsCount::new(tokens)).bench(|| readings.iter().map(find).sum::<usize>());
}

/// Everything, for each article.
#[divan::bench(sample_count = 20)]
fn g_whole(bencher: Bencher) {
    let texts = archive();
    let options = Options::default();
    bencher
        .counter(bytes(&texts))
        .bench(|| texts.iter().map(|text| summarize(text, &options).picks.len()).sum::<usize>());
}
