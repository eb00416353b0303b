//! The answer as text for a terminal and as Markdown.

use nutgraf::{
    offsets::Offsets,
    view::{FigureView, SummaryView},
};

/// The most names and figures that a panel shows.
const MOST: usize = 8;

/// What every format shows, with white space folded: hard-wrapped lines are no part of a story.
struct Panel {
    title: Option<String>,
    sentences: Vec<String>,
    figures: Vec<(String, String)>,
    names: Vec<(String, usize)>,
}

impl Panel {
    fn new(text: &str, offsets: &Offsets<'_>, view: &SummaryView<'_>) -> Self {
        let title = view.title.map(|title| fold(offsets.to_bytes(title.start, title.end).of(text)));
        let sentences = view.picks.iter().map(|pick| fold(pick.text)).collect();
        let mut key: Vec<&FigureView<'_>> = view.figures.iter().filter(|figure| figure.rank.is_some()).collect();
        key.sort_by_key(|figure| figure.rank);
        let figures = key.iter().take(MOST).map(|figure| (fold(figure.text), details(figure))).collect();
        let names = view.entities.iter().take(MOST).map(|entity| {
            let short = entity.short.map(|short| format!(" ({})", fold(short))).unwrap_or_default();
            (fold(entity.name) + &short, entity.mentions.len())
        });
        Self { title, sentences, figures, names: names.collect() }
    }
}

/// `killing civilians · between January 1 and September 30 · Resolute Support Mission reporting`.
fn details(figure: &FigureView<'_>) -> String {
    let label = figure.label.as_deref();
    let when = figure.period.as_ref().map(|period| period.text).filter(|when| *when != figure.text);
    let source = figure.source.map(|source| source.text);
    [label, when, source].into_iter().flatten().map(fold).collect::<Vec<_>>().join(" · ")
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// For a terminal: the sentences, then the figures and the names in columns.
pub(crate) fn text(text: &str, offsets: &Offsets<'_>, view: &SummaryView<'_>) -> String {
    let panel = Panel::new(text, offsets, view);
    let mut out = String::new();
    if let Some(title) = &panel.title {
        out += &format!("{title}\n\n");
    }
    for sentence in &panel.sentences {
        out += &format!("• {sentence}\n");
    }
    if !panel.figures.is_empty() {
        out += "\nKey figures\n";
        let width = panel.figures.iter().map(|(figure, _)| figure.chars().count()).max().unwrap_or_default();
        for (figure, details) in &panel.figures {
            out += format!("  {figure:width$}  {details}").trim_end();
            out += "\n";
        }
    }
    if !panel.names.is_empty() {
        let names: Vec<String> = panel.names.iter().map(|(name, count)| format!("{name} ×{count}")).collect();
        out += &format!("\nNames\n  {}\n", names.join(", "));
    }
    out
}

/// As Markdown; characters of the story that Markdown would take for its own are escaped.
pub(crate) fn markdown(text: &str, offsets: &Offsets<'_>, view: &SummaryView<'_>) -> String {
    let panel = Panel::new(text, offsets, view);
    let mut out = String::new();
    if let Some(title) = &panel.title {
        out += &format!("# {}\n\n", escape_markdown(title));
    }
    for sentence in &panel.sentences {
        out += &format!("- {}\n", escape_markdown(sentence));
    }
    if !panel.figures.is_empty() {
        out += "\n## Key figures\n\n";
        for (figure, details) in &panel.figures {
            let dash = if details.is_empty() { "" } else { " – " };
            out += &format!("- **{}**{dash}{}\n", escape_markdown(figure), escape_markdown(details));
        }
    }
    if !panel.names.is_empty() {
        out += "\n## Names\n\n";
        for (name, count) in &panel.names {
            out += &format!("- {} ×{count}\n", escape_markdown(name));
        }
    }
    out
}

fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
