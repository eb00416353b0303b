//! Whole stories: what a reader must find in them, and the answer to each as it stood when last approved.
//!
//! `tests/corpus/SLUG/answer.txt` is the approved answer; `BLESS=1 cargo test` rewrites it.

mod fixtures;

use std::fs;

use nutgraf::{Budget, Date, EntityKind, FigureKind, Options, Span, Summary, summarize};

/// Answers with four sentences, the length that the page opens with.
fn four(text: &str) -> Summary<'_> {
    let budget = Budget { sentences: Some(4), ..Budget::default() };
    summarize(text, &Options { budget, ..Options::default() })
}

#[test]
fn every_story_has_its_approved_answer() {
    let mut wrong = String::new();
    for (path, text) in fixtures::stories().into_iter().filter(|(path, _)| path.ends_with("story.txt")) {
        let approved = path.with_file_name("answer.txt");
        let answer = print(&four(&text));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&approved, &answer).unwrap();
        }
        let expected = fs::read_to_string(&approved).unwrap_or_default();
        if answer != expected {
            wrong += &format!("\n{}\n--- approved\n{expected}\n--- now\n{answer}", approved.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The answer in lines: parts, picks, key figures by rank, names, and what was set aside.
fn print(summary: &Summary<'_>) -> String {
    let slice = |span: Span| fold(span.of(summary.text));
    let words = |spans: &[Span]| spans.iter().map(|span| slice(*span)).collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    out += &summary.title.map(|title| format!("title: {}\n", slice(title))).unwrap_or_default();
    if let Some(byline) = &summary.byline {
        out += &format!("byline: {}\n", words(&byline.authors));
    }
    if let Some(dateline) = summary.dateline {
        let date = dateline.date.map(|date| date.to_string()).unwrap_or_default();
        let [place, agency] = [dateline.place, dateline.agency].map(|part| part.map(slice).unwrap_or_default());
        out += &format!("dateline: {place} | {agency} | {date}\n");
    }
    for pick in &summary.picks {
        out += &format!("pick: {}\n", slice(summary.sentences[pick.sentence as usize].span));
    }
    let mut key: Vec<_> = summary.figures.iter().filter(|figure| figure.rank.is_some()).collect();
    key.sort_by_key(|figure| figure.rank);
    for figure in key {
        let period = figure.period.map(|period| slice(period.span)).unwrap_or_default();
        let source = figure.source.map(slice).unwrap_or_default();
        out += &format!("figure: {} | {} | {period} | {source}\n", slice(figure.span), words(&figure.label));
    }
    for entity in &summary.entities {
        let short = entity.short.map(|short| format!(" ({})", slice(short))).unwrap_or_default();
        out += &format!("{:?}: {}{short} ×{}\n", entity.kind, slice(entity.name), entity.mentions.len()).to_lowercase();
    }
    for removed in &summary.removed {
        let words: Vec<&str> = removed.span.of(summary.text).split_whitespace().collect();
        let shown = words.iter().take(8).copied().collect::<Vec<_>>().join(" ");
        out += &format!("set aside: {} ({} words): {shown}\n", removed.furniture.reason(), words.len());
    }
    out
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a story of the `border-report` kind must show, whatever the words.
struct Expected<'a> {
    author: &'a str,
    place: &'a str,
    agency: &'a str,
    filed: &'a str,
    furniture_from: &'a str,
    twice: &'a str,
    killed: &'a str,
    wounded: &'a str,
    counted: &'a str,
    period: &'a str,
    months: [&'a str; 2],
    source: &'a str,
    days: [&'a str; 2],
    shorts: [(&'a str, &'a str); 2],
    whole_names: [&'a str; 2],
}

#[test]
fn a_casualty_report_is_understood() {
    let story = fixtures::stories().into_iter().find(|(path, _)| path.ends_with("border-report/story.txt")).unwrap().1;
    understood(
        &story,
        &Expected {
            author: "Marit Solberg",
            place: "Port Hadar",
            agency: "KNA",
            filed: "--11-09",
            furniture_from: "Top Stories",
            twice: "Odaleni Network continued attacks",
            killed: "1,646",
            wounded: "2,907",
            counted: "civilian",
            period: "between March 1 and October 31",
            months: ["--03-01", "--10-31"],
            source: "Valley Support Mission reporting",
            days: ["January 15", "April 12"],
            shorts: [("Northern Front-Khalej", "NF-K"), ("Harakat-i-Sahil Tashkar", "HST")],
            whole_names: ["Ministry of Water and Religious Endowments", "Odaleni Network"],
        },
    );
}

#[test]
fn the_sample_that_the_project_began_with_is_understood() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/sample-article.txt");
    let Ok(story) = fs::read_to_string(path) else {
        eprintln!("skipped: there is no {path}");
        return;
    };
    understood(
        &story,
        &Expected {
            author: "Sanjeev Sharma",
            place: "New Delhi",
            agency: "IANS",
            filed: "--12-17",
            furniture_from: "Top Stories",
            twice: "Haqqani Network continued attacks",
            killed: "1,818",
            wounded: "3,488",
            counted: "civilian",
            period: "between January 1 and September 30",
            months: ["--01-01", "--09-30"],
            source: "Resolute Support Mission reporting",
            days: ["February 29", "May 27"],
            shorts: [("Islamic State-Khorasan", "IS-K"), ("Tehrik-i-Taliban Pakistan", "TTP")],
            whole_names: ["Ministry of Haj and Religious Affairs", "Haqqani Network"],
        },
    );
}

fn understood(story: &str, expected: &Expected<'_>) {
    let summary = four(story);
    let slice = |span: Span| span.of(story);
    let shown = print(&summary);

    let byline = summary.byline.as_ref().expect("a byline");
    assert_eq!(byline.authors.iter().map(|author| slice(*author)).collect::<Vec<_>>(), [expected.author]);
    let dateline = summary.dateline.expect("a dateline");
    assert_eq!(dateline.place.map(slice), Some(expected.place));
    assert_eq!(dateline.agency.map(slice), Some(expected.agency));
    assert_eq!(dateline.date.map(|date| date.to_string()).as_deref(), Some(expected.filed));
    let apart = [summary.title.expect("a title"), byline.span, dateline.span];
    assert!(summary.sentences.iter().all(|sentence| apart.iter().all(|part| !part.overlaps(sentence.span))), "{shown}");

    let end = story.find(expected.furniture_from).expect("furniture") as u32;
    assert!(summary.sentences.iter().all(|sentence| sentence.span.end <= end), "{shown}");
    assert!(summary.figures.iter().all(|figure| figure.span.end <= end), "{shown}");
    assert!(summary.removed.iter().all(|removed| !removed.furniture.reason().is_empty()));

    let picks: Vec<&str> =
        summary.picks.iter().map(|pick| slice(summary.sentences[pick.sentence as usize].span)).collect();
    assert_eq!(picks.len(), 4);
    assert!(picks.iter().filter(|pick| pick.contains(expected.twice)).count() <= 1, "{shown}");
    assert!(picks.iter().any(|pick| pick.contains(expected.killed)), "{shown}");

    let figure =
        |words: &str| summary.figures.iter().find(|figure| slice(figure.span).starts_with(words)).expect(words);
    let (killed, wounded) = (figure(expected.killed), figure(expected.wounded));
    assert!(matches!(killed.rank, Some(1 | 2)), "{shown}");
    for (figure, verb) in [(killed, "killing"), (wounded, "wounding")] {
        let label = figure.label.iter().map(|span| slice(*span)).collect::<Vec<_>>().join(" ");
        assert_eq!(label, format!("{verb} {}s", expected.counted));
        assert_eq!((figure.kind, figure.unit.as_deref()), (FigureKind::Count, Some(expected.counted)));
        let period = figure.period.expect("a period");
        assert_eq!(slice(period.span), expected.period);
        assert_eq!([period.from, period.to].map(|date: Option<Date>| date.unwrap().to_string()), expected.months);
        assert_eq!(figure.source.map(slice), Some(expected.source));
    }
    for day in expected.days {
        assert_eq!(figure(day).kind, FigureKind::Date, "{day}");
    }

    for (name, short) in expected.shorts {
        let entity = summary.entities.iter().find(|entity| slice(entity.name) == name).expect(&shown);
        assert_eq!(entity.short.map(slice), Some(short));
        assert_eq!(entity.kind, EntityKind::Organization, "{name}");
    }
    for name in expected.whole_names {
        assert!(summary.entities.iter().any(|entity| slice(entity.name) == name), "{name}: {shown}");
    }
}
