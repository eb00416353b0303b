//! Scores the program on public sets with the scripts of `xtask/eval`, and prints one table.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use crate::shell::{self, root};

/// Runs every set that stands in `data`.
pub fn run(data: Option<&Path>) -> Result<()> {
    let Some(data) = data.filter(|data| data.is_dir()) else {
        let named = data.map(|data| format!("{} is no folder.\n\n", data.display())).unwrap_or_default();
        bail!(
            "{named}`cargo xtask eval --data DIR` needs a folder of public sets.\n\n{}",
            include_str!("../eval/SOURCES.md")
        );
    };
    let mut build = shell::command("cargo", &["build", "--release", "--quiet", "--bin", "nutgraf"]);
    build.stdout(std::process::Stdio::null());
    shell::run(build)?;
    let bench = Bench { python: python()?, data: data.canonicalize()?, out: root().join("target/eval") };
    println!("| set | measure | P / R or words | score [95 %] | beside |\n|---|---|---|---|---|");
    for set in ["cnndm_dev", "newssumm_dev"] {
        bench.summaries(set, &["--sentences", "3"], "3 sentences")?;
        bench.summaries(set, &["--words", "60"], "60 words")?;
    }
    // The other sets of names are trained on: `cargo xtask fit entities --folds` scores what was left out of them.
    for set in ["uner_ewt_dev", "uner_ewt_test"] {
        bench.entities(set)?;
    }
    bench.figures("newsquant_dev")?;
    bench.recognizers()?;
    for set in ["golden_rules_english", "gum/gum_all", "gum/gum_news", "ewt/ewt_dev"] {
        bench.sentences(set)?;
    }
    bench.languages()?;
    for set in ["newspaper", "readability"] {
        bench.pasted(set)?;
    }
    Ok(())
}

/// A Python with the packages that the scripts need.
fn python() -> Result<PathBuf> {
    let home = root().join("target/eval/python");
    let python = home.join("bin/python3");
    let ready = || shell::output(&python.to_string_lossy(), &["-c", "import rouge_score"]).is_some();
    if !ready() {
        if !shell::has("python3") {
            shell::apt_install(&["python3", "python3-venv"], "Python 3")?;
        }
        eprintln!("The scripts need rouge-score from PyPI: installing it under target/eval/python.");
        shell::run(shell::command("python3", &["-m", "venv", &home.to_string_lossy()]))?;
        shell::run(shell::command(
            &python.to_string_lossy(),
            &["-m", "pip", "install", "--quiet", "rouge-score==0.1.2"],
        ))?;
    }
    Ok(python)
}

/// The program that is measured.
fn program() -> String {
    shell::target().join("release/nutgraf").to_string_lossy().into_owned()
}

/// Where the scripts, the sets and the predictions are.
struct Bench {
    python: PathBuf,
    data: PathBuf,
    out: PathBuf,
}

impl Bench {
    /// The path of a set, or `None`, said, where it is missing.
    fn gold(&self, path: &str) -> Option<String> {
        let gold = self.data.join(path);
        if !gold.is_file() {
            eprintln!("{path} is missing and left out; xtask/eval/SOURCES.md says where it comes from.");
            return None;
        }
        Some(gold.to_string_lossy().into_owned())
    }

    fn prediction(&self, name: &str) -> String {
        self.out.join(name.replace('/', "-") + ".jsonl").to_string_lossy().into_owned()
    }

    /// Runs a script and returns what it printed.
    fn script(&self, name: &str, args: &[&str]) -> Result<String> {
        fs::create_dir_all(&self.out)?;
        let script = root().join("xtask/eval").join(name);
        let mut command = shell::command(&self.python.to_string_lossy(), &[&script.to_string_lossy()]);
        let output = command.args(args).output()?;
        if !output.status.success() {
            bail!("{name} {}\n{}", args.join(" "), String::from_utf8_lossy(&output.stderr));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Lets the program answer a set.
    fn answer(&self, task: &str, gold: &str, pred: &str, budget: &[&str]) -> Result<()> {
        let asked = [task, "--gold", gold, "--pred", pred, "--bin", &program()];
        self.script("run_nutgraf.py", &[&asked, budget].concat()).map(drop)
    }

    /// Scores predictions; every script has `--json`.
    fn score(&self, script: &str, args: &[&str]) -> Result<Value> {
        let printed = self.script(script, &[args, &["--json"]].concat())?;
        serde_json::from_str(&printed).with_context(|| format!("{script} printed {printed}"))
    }

    fn summaries(&self, set: &str, budget: &[&str], named: &str) -> Result<()> {
        let Some(gold) = self.gold(&format!("summaries/{set}.jsonl")) else { return Ok(()) };
        let (ours, lead) = (self.prediction(set), self.prediction(&format!("{set}-lead")));
        self.answer("summaries", &gold, &ours, budget)?;
        self.answer("summaries", &gold, &lead, &["--lead", &ours])?;
        let against = ["--gold", gold.as_str(), "--pred", &ours, "--base", &lead];
        let rouge = self.score("rouge.py", &against)?;
        let facts = self.score("facts.py", &against)?;
        let set = format!("{set}, {named}");
        for measure in ["rouge1", "rouge2", "rougeLsum"] {
            let [own, gain] =
                [format!("{measure}_avg"), format!("{measure}_avg_minus_base")].map(|key| interval(&rouge[key]));
            row(&set, measure, &format!("{} words", rouge["mean_words"]), &own, &format!("over the lead {gain}"));
        }
        for (measure, own, gain) in [
            ("facts kept", "both_sentences", "both_minus_base"),
            ("facts kept with panel", "both_with_panel", "both_with_panel_minus_base"),
        ] {
            let gain = format!("over the lead {}", interval(&facts[gain]));
            row(&set, measure, &format!("{} words", facts["mean_words"]), &interval(&facts[own]), &gain);
        }
        let leans = self.score("dangling.py", &["--gold", &gold, "--pred", &ours])?;
        row(&set, "a sentence dangles", "", &format!("{} %", leans["any_dangles"]), "");
        Ok(())
    }

    fn entities(&self, set: &str) -> Result<()> {
        let Some(gold) = self.gold(&format!("entities/{set}.tsv")) else { return Ok(()) };
        let scored = ["--gold", gold.as_str()];
        let (texts, ours) = (self.prediction(&format!("{set}-texts")), self.prediction(set));
        self.script("ner.py", &[&scored[..], &["--export", &texts]].concat())?;
        self.answer("entities", &texts, &ours, &[])?;
        let report = self.score("ner.py", &[&scored[..], &["--pred", &ours]].concat())?;
        for measure in ["typed", "any name"] {
            precision_row(set, &format!("names, {measure}, F1"), &report[measure]);
        }
        Ok(())
    }

    fn figures(&self, set: &str) -> Result<()> {
        let Some(gold) = self.gold(&format!("figures/{set}.jsonl")) else { return Ok(()) };
        let (texts, ours) = (self.prediction(&format!("{set}-texts")), self.prediction(set));
        self.script("figures.py", &["--gold", &gold, "--export", &texts])?;
        self.answer("figures", &texts, &ours, &[])?;
        let report = self.score("figures.py", &["--gold", &gold, "--pred", &ours])?;
        for measure in ["value", "value+unit", "value+change", "value+concept_partial", "value+concept_complete"] {
            precision_row(set, &format!("{measure}, F1"), &report[measure]);
        }
        Ok(())
    }

    fn recognizers(&self) -> Result<()> {
        let Some(gold) = self.gold("figures/recognizers/Number_NumberModel.jsonl") else { return Ok(()) };
        let folder = Path::new(&gold).parent().context("a file stands in a folder")?.to_string_lossy();
        let report = self.score("recognizers.py", &["--gold", &folder, "--bin", &program()])?;
        for (kind, share) in report.as_object().into_iter().flatten() {
            row("recognizers", kind, "", &format!("{} % of {}", share["share"], share["scored"]), "");
        }
        Ok(())
    }

    fn sentences(&self, set: &str) -> Result<()> {
        let Some(gold) = self.gold(&format!("sentences/{set}.jsonl")) else { return Ok(()) };
        let ours = self.prediction(set);
        self.answer("sentences", &gold, &ours, &[])?;
        let report = self.score("sentences.py", &["--gold", &gold, "--pred", &ours])?;
        precision_row(set, "sentence boundaries, F1", &report);
        row(set, "exact", "", &format!("{} % of {}", report["exact"], report["inputs"]), "");
        Ok(())
    }

    /// The cases of every language, beside the sentence boundaries of UAX #29.
    fn languages(&self) -> Result<()> {
        let Some(english) = self.gold("sentences/pragmatic_segmenter/english.jsonl") else { return Ok(()) };
        let folder = Path::new(&english).parent().context("a file stands in a folder")?;
        let mut sets = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        sets.sort();
        for set in sets {
            let name = set.file_stem().unwrap_or_default().to_string_lossy();
            let (gold, ours, theirs) =
                (set.to_string_lossy(), self.prediction(&name), self.prediction(&format!("{name}-uax29")));
            self.answer("sentences", &gold, &ours, &[])?;
            fs::write(&theirs, by_uax29(&fs::read_to_string(&set)?)?)?;
            let [ours, theirs] =
                [ours, theirs].map(|pred| self.score("sentences.py", &["--gold", &gold, "--pred", &pred]));
            let (ours, theirs) = (ours?, theirs?);
            let boundaries = format!("boundaries {}, UAX #29 {}", ours["F1"], theirs["F1"]);
            let score = format!("{} % of {}", ours["exact"], ours["inputs"]);
            row(&format!("sentences, {name}"), "exact", &boundaries, &score, &format!("UAX #29 {} %", theirs["exact"]));
        }
        Ok(())
    }

    fn pasted(&self, set: &str) -> Result<()> {
        let Some(gold) = self.gold(&format!("pasted/{set}.jsonl")) else { return Ok(()) };
        let ours = self.prediction(set);
        self.answer("pasted", &gold, &ours, &[])?;
        let report = self.score("pasted.py", &["--gold", &gold, "--pred", &ours, "--min-cover", "0.9"])?;
        precision_row(set, "article in a pasted page, mean F1", &report);
        row(set, "pages with F1 of 0.9 and more", "", &format!("{} % of {}", report["F1>=0.9"], report["pages"]), "");
        Ok(())
    }
}

/// The predictions for a set of sentences by [UAX #29](https://unicode.org/reports/tr29/) alone.
fn by_uax29(gold: &str) -> Result<String> {
    let mut predictions = String::new();
    for (number, line) in gold.lines().enumerate() {
        let case: Value = serde_json::from_str(line)?;
        let id =
            case.get("id").map_or_else(|| number.to_string(), |id| id.as_str().map_or(id.to_string(), str::to_owned));
        let sentences: Vec<&str> = case["input"].as_str().unwrap_or_default().split_sentence_bounds().collect();
        predictions += &format!("{}\n", serde_json::json!({ "id": id, "sentences": sentences }));
    }
    Ok(predictions)
}

fn row(set: &str, measure: &str, detail: &str, score: &str, beside: &str) {
    println!("| {set} | {measure} | {detail} | {score} | {beside} |");
}

fn precision_row(set: &str, measure: &str, report: &Value) {
    let score = format!("{} [{}, {}]", report["F1"], report["F1_95"][0], report["F1_95"][1]);
    row(set, measure, &format!("{} / {}", report["P"], report["R"]), &score, "");
}

/// `30.4 [29.9, 31.0]` from a list of a mean and its interval.
fn interval(value: &Value) -> String {
    format!("{} [{}, {}]", value[0], value[1], value[2])
}
