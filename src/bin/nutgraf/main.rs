//! The command line: `nutgraf story.txt`, and `nutgraf batch` for archives.

mod batch;
mod direction;
mod ink;
mod input;
mod panel;
mod render;

use std::{
    io::{self, Write},
    num::NonZeroU32,
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand, ValueEnum};
use nutgraf::{
    Date, Focus,
    offsets::{Offsets, Unit},
    summarize,
    view::{Request, SummaryView},
};

use ink::Tied;

/// Finds the sentences and figures that carry a news story, verbatim.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    one: One,
}

#[derive(Subcommand)]
enum Command {
    /// Reads JSON Lines of {"id", "text", …} from standard input and answers each with one line
    Batch {
        /// What `start` and `end` count
        #[arg(long, value_enum, default_value_t)]
        offsets: Offset,
    },
}

/// One story and what is asked of it.
#[derive(Args)]
struct One {
    /// The story as UTF-8 text; `-` or nothing reads standard input
    file: Option<String>,
    /// How long the summary may be: one sentence, 50 words, three sentences or a tenth of the story [default: standard]
    #[arg(long, value_enum, conflicts_with_all = ["sentences", "words", "share"])]
    length: Option<Length>,
    /// The most sentences [default: 3, at most 30]
    #[arg(long, value_name = "N")]
    sentences: Option<NonZeroU32>,
    /// The most words in all
    #[arg(long, value_name = "N")]
    words: Option<NonZeroU32>,
    /// The part of the story's sentences, from 0 to 1
    #[arg(long, value_name = "PART", value_parser = share)]
    share: Option<f64>,
    /// What the summary leans to
    #[arg(long, value_enum, default_value_t)]
    focus: Lean,
    /// The headline, where it is not in the text
    #[arg(long)]
    title: Option<String>,
    /// The day of publication, for dates like "on Wednesday"
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = published)]
    published: Option<Date>,
    /// All of the text is story: nothing is set aside
    #[arg(long)]
    whole: bool,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// What `start` and `end` count, with `--format json`; `ink` is what an element's `src` takes
    #[arg(long, value_enum, default_value_t)]
    offsets: Offset,
    #[command(flatten)]
    place: panel::Place,
}

/// The lengths that the page has by name, too.
#[derive(Clone, Copy, ValueEnum)]
enum Length {
    Headline,
    Brief,
    Standard,
    Long,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
    Markdown,
    Html,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Lean {
    #[default]
    Balanced,
    Names,
    Figures,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Offset {
    #[default]
    Utf16,
    Chars,
    Bytes,
    /// UTF-16 without white space, with a hash of it
    Ink,
}

impl From<Offset> for Unit {
    fn from(offset: Offset) -> Self {
        match offset {
            Offset::Utf16 => Self::Utf16,
            Offset::Chars => Self::Chars,
            Offset::Bytes => Self::Bytes,
            Offset::Ink => Self::Ink,
        }
    }
}

fn share(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or("must be a number from 0 to 1")
}

fn published(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or("must be a day of the calendar as YYYY-MM-DD")
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Some(Command::Batch { offsets }) => batch::run(io::stdin().lock(), io::stdout().lock(), offsets.into()),
        None => one(cli.one),
    };
    match done {
        Ok(code) => code,
        // Whoever reads our output may stop early, as `head` does; that is no failure of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nutgraf: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Summarizes one story; where there is nothing to show it says why and fails.
fn one(asked: One) -> io::Result<ExitCode> {
    let (name, text) = input::read(asked.file.as_deref())?;
    let unit = if matches!(asked.format, Format::Html) { Unit::Ink } else { asked.offsets.into() };
    let offsets = Offsets::new(&text, unit);
    let (sentences, words, share) = match asked.length {
        Some(Length::Headline) => (NonZeroU32::new(1), None, None),
        Some(Length::Brief) => (None, NonZeroU32::new(50), None),
        Some(Length::Standard) => (NonZeroU32::new(3), None, None),
        Some(Length::Long) => (None, None, Some(0.1)),
        None => (asked.sentences, asked.words, asked.share),
    };
    let request = Request {
        title: asked.title,
        published: asked.published,
        sentences,
        words,
        share,
        focus: match asked.focus {
            Lean::Balanced => Focus::Balanced,
            Lean::Names => Focus::Names,
            Lean::Figures => Focus::Figures,
        },
        whole: asked.whole,
        ..Request::default()
    };
    let view = SummaryView::new(&summarize(&text, &request.options(&offsets)), &offsets);
    let remark = input::remark(&name, &text, &view);
    if let Some(remark) = &remark {
        eprintln!("nutgraf: {remark}");
    }
    let rendered = match asked.format {
        Format::Json => serde_json::to_string(&Tied::new(&text, &view, unit))? + "\n",
        Format::Text => render::text(&text, &offsets, &view),
        Format::Markdown => render::markdown(&text, &offsets, &view),
        Format::Html => panel::html(&text, &offsets, &view, &asked.place)?,
    };
    io::stdout().lock().write_all(rendered.as_bytes())?;
    Ok(if view.picks.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
