//! Fits what is learned: `cargo xtask fit entities|ranking --data DIR`. `MODEL.md` describes what comes out.

mod articles;
mod crf;
mod data;
mod pack;
mod ranking;
mod rouge;
mod score;
mod variants;

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use nutgraf::fit::Model;

use self::{
    data::{Document, Set},
    score::Tally,
};
use crate::{
    Fitted,
    shell::{self, root},
};

/// How many parts the countries of the first set are dealt into for `--folds`.
const FOLDS: usize = 5;

/// What to do with a model.
#[derive(Clone, Copy)]
pub enum Work {
    /// Train it on all that is for training and write it.
    Write,
    /// Score what is left out of training.
    Folds,
    /// Leave out its parts in turn.
    Ablations,
}

/// Does the work on `model`.
pub fn run(model: Fitted, data: &Path, work: Work) -> Result<()> {
    if cfg!(debug_assertions) {
        // Without optimization this takes half an hour.
        let mut release = shell::command("cargo", &["run", "--release", "--quiet", "--package", "xtask", "--"]);
        release.args(std::env::args_os().skip(1));
        return shell::run(release);
    }
    if !data.is_dir() {
        bail!("{} is no folder.\n\n{}", data.display(), include_str!("../../eval/SOURCES.md"));
    }
    match (model, work) {
        (Fitted::Entities, Work::Write | Work::Folds) => entities(data, matches!(work, Work::Folds)),
        (Fitted::Entities, Work::Ablations) => bail!("only the ranking is a sum of parts"),
        (Fitted::Ranking, Work::Write) => ranking::fit(data),
        (Fitted::Ranking, Work::Folds) => ranking::folds(data),
        (Fitted::Ranking, Work::Ablations) => ranking::ablations(data),
    }
}

/// Trains on every set of `data` and writes the weights; with `folds` it scores countries that were left out instead.
fn entities(data: &Path, folds: bool) -> Result<()> {
    let documents = data::read(data)?;
    if folds {
        return cross(&documents);
    }
    let bytes = pack::write(&crf::train(documents.iter()));
    let path = root().join("src/entity/names.bin");
    fs::write(&path, &bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{}: {} bytes, {} under brotli", path.display(), bytes.len(), crate::size::brotli(&bytes)?);
    Ok(())
}

/// Scores each fifth of the countries by weights of the others.
fn cross(documents: &[Document]) -> Result<()> {
    let mut sum = Tally::default();
    for fold in 0..FOLDS {
        let (kept, rest): (Vec<_>, Vec<_>) = documents.iter().partition(|document| document.fold == Some(fold));
        let bytes = pack::write(&crf::train(rest.into_iter()));
        let model = Model::read(&bytes);
        let mut tally = Tally::default();
        for document in kept.into_iter().filter(|document| document.part.is_none()) {
            tally.count(document, &nutgraf::fit::entities(&document.text, &model));
        }
        println!("fold {}: {tally}; {} bytes under brotli", fold + 1, crate::size::brotli(&bytes)?);
        sum.add(&tally);
        if fold == 0 {
            beside(documents, &model);
        }
    }
    println!("all folds: {sum}");
    Ok(())
}

/// Scores the sets that are not trained on.
fn beside(documents: &[Document], model: &Model) {
    for set in [Set::EwtDev, Set::EwtTest] {
        let mut tally = Tally::default();
        for document in documents.iter().filter(|document| document.set == set) {
            tally.count(document, &nutgraf::fit::entities(&document.text, model));
        }
        println!("{set:?}: {tally}");
    }
}
