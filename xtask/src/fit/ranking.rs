//! Fits the weights of the ranking: `cargo xtask fit ranking --data DIR`. `MODEL.md` tells what comes out.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use nutgraf::{Budget, stages::Weights};

use super::articles::{self, Article, Worth};
use crate::shell::root;

/// The weights that are fitted, in this order, from what they were by hand. The others are given, for readers' sake.
const FITTED: [(&str, i32); 7] = [
    ("recurrence_mean", 750),
    ("recurrence_sum", 20),
    ("new_facts", 200),
    ("repeats", -1500),
    ("quotation", -300),
    ("entities", 20),
    ("figures", 20),
];

/// What of that is tried, in hundredths. The least leaves names and figures among the parts.
const TRIED: [i32; 9] = [25, 35, 50, 70, 100, 140, 200, 280, 400];

/// A point of ROUGE is worth so many points of facts kept.
const FACTS: f64 = 0.05;

/// How often the weights are gone through at most.
const PASSES: usize = 4;

/// The parts that are left out in turn, each with the weights that make it.
const ABLATIONS: [(&str, &[&str]); 9] = [
    ("nothing", &[]),
    ("names", &["entities"]),
    ("figures", &["figures", "key_figure"]),
    ("new facts", &["new_facts"]),
    ("recurrence", &["recurrence_sum", "recurrence_mean"]),
    ("position", &["position", "lede"]),
    ("headline", &["headline"]),
    ("repeats", &["repeats"]),
    ("points back", &["points_back"]),
];

/// How many parts the articles are dealt into for `--folds`.
const FOLDS: usize = 4;

/// Fits to the training articles and writes the weights.
pub fn fit(data: &Path) -> Result<()> {
    let articles = articles::read(data, "cnndm_train")?;
    let weights = search(&articles.iter().collect::<Vec<_>>());
    write(&weights)
}

/// Scores each fourth of the training articles with weights of the others, beside the weights of the file.
pub fn folds(data: &Path) -> Result<()> {
    let articles = articles::read(data, "cnndm_train")?;
    println!("| fourth | fitted to the others | weights of the file |\n|---|---|---|");
    for fold in 0..FOLDS {
        let (held, rest): (Vec<_>, Vec<_>) = articles.iter().enumerate().partition(|(at, _)| at % FOLDS == fold);
        let [held, rest] = [held, rest].map(|part| part.into_iter().map(|(_, article)| article).collect::<Vec<_>>());
        let fitted = objective(&held, &search(&rest));
        println!("| {} | {fitted:.2} | {:.2} |", fold + 1, objective(&held, &Weights::FITTED));
    }
    Ok(())
}

/// Prints what each part of the score does, by leaving it out.
pub fn ablations(data: &Path) -> Result<()> {
    for set in ["cnndm_dev", "newssumm_dev"] {
        let articles = articles::read(data, set)?;
        for (named, budget) in [("3 sentences", sentences(3)), ("60 words", words(60))] {
            println!("\n| {set}, {named}, without | words | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | facts kept |");
            println!("|---|---:|---:|---:|---:|---:|");
            for (part, weights) in ABLATIONS {
                let rest = without(weights);
                let picks = |article: &Article| article.ranking.picks(budget, &rest);
                let all = |article: &Article| article.ranking.picks(budget, &Weights::FITTED);
                let length: usize = articles.iter().map(|article| article.length(&picks(article))).sum();
                let worth = |article: &Article| article.worth(&picks(article));
                let loss = |article: &Article| {
                    let (one, other) = (worth(article), article.worth(&all(article)));
                    std::array::from_fn(|at| one[at] - other[at])
                };
                let cells = if weights.is_empty() {
                    mean(&articles, worth).map(|(mean, _)| format!("{mean:.2}"))
                } else {
                    mean(&articles, loss).map(|(mean, half)| format!("{mean:+.2} ± {half:.2}"))
                };
                println!("| {part} | {:.1} | {} |", length as f64 / articles.len() as f64, cells.join(" | "));
            }
        }
    }
    Ok(())
}

fn without(names: &[&str]) -> Weights {
    let mut weights = Weights::FITTED;
    for name in names {
        set(&mut weights, name, 0);
    }
    weights
}

/// Tries each weight in turn along its line, the others held, until none moves.
///
/// A weight moves where that gains more than chance would: most of what is best by a hair here is not elsewhere.
fn search(articles: &[&Article]) -> Weights {
    let mut weights = Weights::FITTED;
    for (name, by_hand) in FITTED {
        set(&mut weights, name, by_hand);
    }
    let mut now = values(articles, &weights);
    for _ in 0..PASSES {
        let mut moved = false;
        for (name, by_hand) in FITTED {
            let tried = TRIED.map(|hundredths| {
                let mut tried = weights.clone();
                set(&mut tried, name, by_hand * hundredths / 100);
                (values(articles, &tried), tried)
            });
            let gain = |values: &[f64]| estimate(values.iter().zip(&now).map(|(one, other)| one - other));
            let best = tried.into_iter().max_by(|one, other| gain(&one.0).0.total_cmp(&gain(&other.0).0));
            let Some((values, tried)) = best else { continue };
            let (mean, half) = gain(&values);
            if mean > half {
                eprintln!("{name}: {mean:+.3} ± {half:.3}");
                (now, weights, moved) = (values, tried, true);
            }
        }
        if !moved {
            break;
        }
    }
    weights
}

fn set(weights: &mut Weights, name: &str, value: i32) {
    weights.by_name().filter(|(of, _)| *of == name).for_each(|(_, weight)| *weight = value);
}

/// What the weights are worth on the mean article.
fn objective(articles: &[&Article], weights: &Weights) -> f64 {
    estimate(values(articles, weights).into_iter()).0
}

/// What the weights are worth to each article: over short and longer summaries, the mean of the three ROUGE and a share of
/// the facts kept, half as they are and half over the lead of as many words. By itself the one rewards words, the other brevity.
fn values(articles: &[&Article], weights: &Weights) -> Vec<f64> {
    let budgets = [sentences(2), sentences(3), sentences(4), words(50), words(60), words(80)];
    let value = |worth: Worth| worth[..3].iter().sum::<f64>() / 3.0 + FACTS * worth[3];
    let worth = |article: &Article, budget: Budget| {
        let picks = article.ranking.picks(budget, weights);
        value(article.worth(&picks)) - value(article.lead(article.length(&picks))) / 2.0
    };
    let mean = |article: &&Article| budgets.map(|budget| worth(article, budget)).iter().sum::<f64>() / 6.0;
    articles.iter().map(mean).collect()
}

/// The mean of each measure, and half the width of its 95 % interval. Facts are asked where a reference has any.
fn mean(articles: &[Article], worth: impl Fn(&Article) -> Worth) -> [(f64, f64); 4] {
    let worths: Vec<(bool, Worth)> = articles.iter().map(|article| (article.has_facts(), worth(article))).collect();
    std::array::from_fn(|at| {
        let asked = worths.iter().filter(|(has_facts, _)| *has_facts || at < 3);
        estimate(asked.map(|(_, worth)| worth[at]))
    })
}

/// A mean, and half the width of its 95 % interval.
fn estimate(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.collect();
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
    (mean, 1.96 * (variance / count).sqrt())
}

fn sentences(count: u32) -> Budget {
    Budget { sentences: Some(count), ..Budget::default() }
}

fn words(count: u32) -> Budget {
    Budget { words: Some(count), ..Budget::default() }
}

/// Puts the numbers where the names stand in the file that the core reads.
fn write(weights: &Weights) -> Result<()> {
    let path = root().join("src/score/weights.txt");
    let mut text = String::new();
    for line in fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        let weight = weights.clone().by_name().find(|(of, _)| *of == name).map(|(_, weight)| *weight);
        text += &weight.map_or_else(|| line.to_owned(), |weight| format!("{name} {weight}"));
        text.push('\n');
    }
    fs::write(&path, &text).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{}", text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n"));
    Ok(())
}
