//! Every case in `tests/cases`: what each stage finds in a short text.
//!
//! A file holds cases, divided by a line `===`. A case is its claim (lines that begin with `# `), what is asked for where
//! that is not the usual (lines that begin with `@ `), its text, a line `---`, and what is found, as the functions below
//! print it. `BLESS=1 cargo test` rewrites what is found.

use std::{fs, path::Path};

use nutgraf::{BlockKind, Bound, Change, Date, Extent, Focus, Options, Score, Span, Summary, summarize};

#[test]
fn the_article_is_found_among_furniture() {
    check("article", Extent::Article, article);
}

#[test]
fn sentences_end_where_they_end() {
    check("sentences", Extent::Whole, sentences);
}

#[test]
fn names_are_found_and_gathered() {
    check("entities", Extent::Whole, entities);
}

#[test]
fn figures_are_understood() {
    check("figures", Extent::Whole, figures);
}

#[test]
fn points_are_given_for_what_a_sentence_shows() {
    check("scores", Extent::Whole, scores);
}

#[test]
fn sentences_are_chosen_that_can_stand_alone() {
    check("picks", Extent::Whole, picks);
}

/// Runs each case of `tests/cases/FOLDER` and shows every one that is wrong.
fn check(folder: &str, extent: Extent, print: fn(&Summary<'_>) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut count, mut wrong) = (0, String::new());
    for file in files {
        let mut blessed = Vec::new();
        for case in fs::read_to_string(&file).unwrap().split("\n===\n") {
            let (given, expected) =
                case.split_once("\n---\n").unwrap_or_else(|| panic!("{}: no --- in {case:?}", file.display()));
            let mut lines = given.lines().skip_while(|line| line.starts_with("# ")).peekable();
            let mut asked = Vec::new();
            while let Some(line) = lines.next_if(|line| line.starts_with("@ ")) {
                asked.push(line);
            }
            let text = lines.collect::<Vec<_>>().join("\n");
            let published = Date::parse("2026-05-20");
            let options = Options { extent, published, ..Options::default() };
            let found = print(&summarize(&text, &ask(options, &asked, &text)));
            if found.trim() != expected.trim() {
                wrong +=
                    &format!("\n{}\n{given}\n--- expected\n{}\n--- found\n{found}", file.display(), expected.trim());
            }
            blessed.push(format!("{given}\n---\n{}\n", found.trim()));
            count += 1;
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, blessed.join("===\n")).unwrap();
        }
    }
    assert!(count > 0, "no case in {}", folder.display());
    assert!(wrong.is_empty() || std::env::var_os("BLESS").is_some(), "{wrong}");
}

/// The options with what the lines ask for.
fn ask(mut options: Options, asked: &[&str], text: &str) -> Options {
    for line in asked {
        let span = |asked: &str| {
            let words = &line[asked.len()..];
            let start = text.find(words).unwrap_or_else(|| panic!("{line} is not in {text:?}"));
            Span::new(start..start + words.len())
        };
        match line.split(' ').collect::<Vec<_>>()[..] {
            [_, "sentences", count] => options.budget.sentences = count.parse().ok(),
            [_, "words", count] => options.budget.words = count.parse().ok(),
            [_, "title", ..] => options.title = Some(line["@ title ".len()..].to_owned()),
            [_, "article"] => options.extent = Extent::Article,
            [_, "focus", "names"] => options.focus = Focus::Names,
            [_, "focus", "figures"] => options.focus = Focus::Figures,
            [_, "pin", ..] => options.pins.push(span("@ pin ")),
            [_, "quotation", ..] => options.markup.quotations.push(span("@ quotation ")),
            _ => panic!("nothing is asked by {line:?}"),
        }
    }
    options
}

/// `KIND TEXT` for each block; what is furniture has its reason, what has parts has them below.
fn article(summary: &Summary<'_>) -> String {
    let slice = |span: Span| fold(span.of(summary.text));
    let mut out = String::new();
    for block in &summary.blocks {
        let reason = summary.removed.iter().find(|removed| removed.span.contains(block.span));
        let reason = reason.map(|removed| format!(" ({})", removed.furniture.reason())).unwrap_or_default();
        out += &format!("{:?}{reason}: {}\n", block.kind, slice(block.span));
        if block.kind == BlockKind::Byline {
            let authors = summary.byline.iter().flat_map(|byline| &byline.authors);
            out += &format!("  authors: {}\n", authors.map(|author| slice(*author)).collect::<Vec<_>>().join(", "));
        }
        if let Some(dateline) = summary.dateline.filter(|dateline| dateline.span == block.span) {
            let (place, agency) = (dateline.place.map(slice), dateline.agency.map(slice));
            let parts = [("place", place), ("agency", agency), ("date", dateline.date.map(|date| date.to_string()))];
            for (name, part) in parts {
                out += &part.map(|part| format!("  {name}: {part}\n")).unwrap_or_default();
            }
        }
    }
    out
}

/// A sentence a line.
fn sentences(summary: &Summary<'_>) -> String {
    summary.sentences.iter().map(|sentence| fold(sentence.span.of(summary.text)) + "\n").collect()
}

/// A sentence a line with its points below it, and below those of a pick what it earns beside the others.
fn scores(summary: &Summary<'_>) -> String {
    let parts = |score: &Score| -> Vec<String> {
        score.parts().map(|(reason, points)| format!("{} {points}", reason.name())).collect()
    };
    let mut out = String::new();
    for (index, (sentence, score)) in summary.sentences.iter().zip(&summary.scores).enumerate() {
        let mut lines = vec![fold(sentence.span.of(summary.text)), parts(score).join(", ")];
        for pick in summary.picks.iter().filter(|pick| pick.sentence as usize == index) {
            let added = parts(&pick.score).into_iter().filter(|part| !parts(score).contains(part));
            lines.push(std::iter::once("picked".to_owned()).chain(added).collect::<Vec<_>>().join(", "));
        }
        out += &(lines.join("\n  ") + "\n");
    }
    out
}

/// A pick a line, with whom its pronoun means in brackets before it.
fn picks(summary: &Summary<'_>) -> String {
    let slice = |span: Span| fold(span.of(summary.text));
    let line = |pick: &nutgraf::Pick| {
        let antecedent = pick.antecedent.map(|span| format!("[{}] ", slice(span))).unwrap_or_default();
        antecedent + &slice(summary.sentences[pick.sentence as usize].span) + "\n"
    };
    summary.picks.iter().map(line).collect()
}

/// `KIND NAME (SHORT): MENTION | MENTION` for each entity, the most salient first.
fn entities(summary: &Summary<'_>) -> String {
    let slice = |span: Span| fold(span.of(summary.text));
    let line = |entity: &nutgraf::Entity| {
        let short = entity.short.map(|short| format!(" ({})", slice(short))).unwrap_or_default();
        let mentions: Vec<String> = entity.mentions.iter().map(|mention| slice(*mention)).collect();
        format!("{:?} {}{short}: {}\n", entity.kind, slice(entity.name), mentions.join(" | "))
    };
    summary.entities.iter().map(line).collect()
}

/// `TEXT = KIND VALUE UNIT` for each figure, then what else is known of it, a line each.
fn figures(summary: &Summary<'_>) -> String {
    let slice = |span: Span| fold(span.of(summary.text));
    let words = |spans: &[Span]| spans.iter().map(|span| slice(*span)).collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    for figure in &summary.figures {
        out += &format!("{} = {:?}", slice(figure.span), figure.kind);
        out += &figure.value.map(|value| format!(" {value}")).unwrap_or_default();
        out += &figure.high.map(|high| format!("..{high}")).unwrap_or_default();
        out += &figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        out += if figure.rank.is_some() { ", key\n" } else { "\n" };
        let bound = (figure.bound != Bound::Exact).then(|| format!("{:?}", figure.bound));
        let to = if figure.reached { " to" } else { "" };
        let change = (figure.change != Change::None).then(|| format!("{:?}{to}", figure.change));
        let period = figure.period.map(|period| {
            let iso = |date: Option<Date>| date.map_or_else(|| "?".to_owned(), |date| date.to_string());
            format!("{} = {}..{}", slice(period.span), iso(period.from), iso(period.to))
        });
        let parts = [
            ("bound", bound),
            ("change", change),
            ("concept", Some(words(&figure.concept)).filter(|words| !words.is_empty())),
            ("label", Some(words(&figure.label)).filter(|words| !words.is_empty())),
            ("period", period),
            ("source", figure.source.map(slice)),
            ("quoted", figure.quoted.then(|| "yes".to_owned())),
        ];
        for (name, part) in parts {
            out += &part.map(|part| format!("  {name}: {part}\n")).unwrap_or_default();
        }
    }
    out
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
