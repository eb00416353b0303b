//! Nutgraf and its floor on the texts that its peers are timed with, as lines of JSON.
//!
//! `cargo xtask bench --peers` runs it and the peers.

mod archive;

use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use nutgraf::{Extent, Options, summarize};
use serde_json::json;
use unicode_segmentation::UnicodeSegmentation;

/// The first article is read again and again, so often or so long.
const RUNS: usize = 200;
const SECONDS: u64 = 5;

fn main() {
    let Some(folder) = std::env::var_os("PEERS") else {
        eprintln!("skipped: `cargo xtask bench --peers` times this and others");
        return;
    };
    let articles = archive::articles();
    let texts = json!({ "articles": articles, "runs": RUNS, "seconds": SECONDS });
    fs::write(Path::new(&folder).join("texts.json"), texts.to_string()).unwrap();
    time("floor", &articles, |text| text.unicode_words().count() + text.unicode_sentences().count());
    // Each article is made of several: behind the foot of one, the next would be set aside and cost nothing.
    let all = Options { extent: Extent::Whole, ..Options::default() };
    time("nutgraf, native", &articles, |text| summarize(text, &all).picks.len());
}

/// Prints the milliseconds that all articles took together, and those of each run over the first.
fn time(name: &str, articles: &[String], read: impl Fn(&str) -> usize) {
    let clock = |articles: &[String]| {
        let start = Instant::now();
        for article in articles {
            black_box(read(article));
        }
        start.elapsed().as_secs_f64() * 1000.0
    };
    let archive = clock(articles);
    let begun = Instant::now();
    let is_time = |_: &usize| begun.elapsed() < Duration::from_secs(SECONDS);
    let article: Vec<f64> = (0..RUNS).take_while(is_time).map(|_| clock(&articles[..1])).collect();
    println!("{}", json!({ "name": name, "archive": archive, "article": article }));
}
