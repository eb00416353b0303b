//! Which names are one: stories written for the project, with all that they name.
//!
//! A file of `tests/gold/entities` is a story, a line `---`, and a line `NAME | KIND | FORM; FORM` for each entity.
//! A form stands for all its places that no longer form takes; `Sharma#2` is the second place of a surname that several
//! have. What is no sentence of the story, such as its headline, is not asked for.

use std::{fs, path::Path};

use nutgraf::{Options, Span, summarize};

/// The least B³ F1 (Bagga and Baldwin 1998) in percent.
const LEAST: f64 = 92.0;

#[test]
fn mentions_of_one_are_gathered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/entities");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut precision, mut recall, mut kinds, mut count) = (Mean::default(), Mean::default(), Mean::default(), 0);
    for file in &files {
        let whole = fs::read_to_string(file).unwrap();
        let (story, gold) = whole.split_once("\n---\n").unwrap_or_else(|| panic!("{}: no ---", file.display()));
        let summary = summarize(story, &Options::default());
        let asked: Vec<(String, Vec<Span>)> = locate(story, gold)
            .into_iter()
            .map(|(kind, spans)| {
                let told = |span: &Span| summary.sentences.iter().any(|sentence| sentence.span.contains(*span));
                (kind, spans.into_iter().filter(told).collect())
            })
            .collect();
        let found: Vec<(String, Vec<Span>)> = summary
            .entities
            .iter()
            .map(|entity| (format!("{:?}", entity.kind).to_lowercase(), entity.mentions.clone()))
            .collect();
        count += asked.len();
        overlap(&found, &asked, &mut precision);
        overlap(&asked, &found, &mut recall);
        for (kind, spans) in asked.iter().filter(|(_, spans)| !spans.is_empty()) {
            let same = found.iter().find(|(_, found)| spans.iter().any(|span| found.contains(span)));
            kinds.add(f64::from(same.is_some_and(|(found, _)| found == kind)));
            let shown = |spans: &[Span]| spans.iter().map(|span| span.of(story)).collect::<Vec<_>>().join("; ");
            if same.is_none_or(|(found, others)| found != kind || others != spans) {
                let (found, others) = same.map_or(("nothing", String::new()), |(kind, spans)| (kind, shown(spans)));
                let name = file.file_stem().unwrap_or_default().to_string_lossy();
                println!("{name}: {kind} {} | found {found} {others}", shown(spans));
            }
        }
    }
    let (p, r) = (precision.percent(), recall.percent());
    let f1 = 2.0 * p * r / (p + r);
    println!(
        "{} stories, {count} entities: B³ P {p:.1} R {r:.1} F1 {f1:.1}, kinds {:.1} %",
        files.len(),
        kinds.percent()
    );
    assert!(files.len() >= 25 && count >= 300);
    assert!(f1 >= LEAST, "{f1:.1}");
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1.0;
    }

    fn percent(&self) -> f64 {
        100.0 * self.sum / self.count
    }
}

/// For each mention of `own`, the part of its entity that stands together in `other` too.
fn overlap(own: &[(String, Vec<Span>)], other: &[(String, Vec<Span>)], mean: &mut Mean) {
    for (_, spans) in own {
        for span in spans {
            let there = other.iter().find(|(_, others)| others.contains(span));
            let shared = there.map_or(0, |(_, others)| spans.iter().filter(|span| others.contains(span)).count());
            mean.add(shared as f64 / spans.len() as f64);
        }
    }
}

/// The kind of each entity and where its mentions stand.
fn locate(story: &str, gold: &str) -> Vec<(String, Vec<Span>)> {
    // A name may run over the end of a line.
    let folded = story.replace('\n', " ");
    let mut entities = Vec::new();
    let mut forms = Vec::new();
    for (index, line) in gold.lines().enumerate() {
        let parts: Vec<&str> = line.split(" | ").collect();
        assert_eq!(parts.len(), 3, "{line}");
        entities.push((parts[1].to_owned(), Vec::new()));
        forms.extend(parts[2].split("; ").map(|form| (index, form.split_once('#').unwrap_or((form, "")))));
    }
    forms.sort_by_key(|(_, (form, _))| std::cmp::Reverse(form.len()));
    let mut taken: Vec<Span> = Vec::new();
    for same in forms.chunk_by(|(_, (a, _)), (_, (b, _))| a == b) {
        let places = places(&folded, same[0].1.0, &taken);
        for (index, (form, place)) in same {
            let own = match place.parse::<usize>() {
                Ok(place) => &places[place - 1..place],
                Err(_) => &places[..],
            };
            assert!(!own.is_empty(), "`{form}` stands nowhere free");
            entities[*index].1.extend(own);
        }
        taken.extend(places);
    }
    for (_, spans) in &mut entities {
        spans.sort();
    }
    entities
}

/// Where `form` stands as whole words, and in no span of `taken`.
fn places(story: &str, form: &str, taken: &[Span]) -> Vec<Span> {
    let whole = |span: &Span| {
        let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (&story[..span.start as usize], &story[span.end as usize..]);
        !joined(before.chars().next_back()) && !joined(after.chars().next())
    };
    let spans = story.match_indices(form).map(|(at, _)| Span::new(at..at + form.len()));
    spans.filter(|span| whole(span) && !taken.iter().any(|other| other.overlaps(*span))).collect()
}
