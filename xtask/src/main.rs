//! The project's own commands. `cargo xtask` lists them.

mod arrange;
mod bench;
mod build;
mod coverage;
mod dist;
mod eval;
mod fit;
mod growth;
mod offline;
mod peers;
mod serve;
mod shell;
mod size;
mod supply;
mod test;
mod toolchain;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;

/// What to do with the project.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
enum Task {
    /// Build the page and serve it on localhost
    Serve {
        /// The port; the next free one is taken where it is in use
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the wasm package into www/pkg
    Build,
    /// Make what a publisher ships: the npm package, the page as a site, the element and the page in one file each
    Dist {
        /// Then try the package as publishers would, with bundlers, types and Node.js
        #[arg(long = "try")]
        tried: bool,
    },
    /// Run every check and test, a real browser among them; installs what is missing
    Test,
    /// Print the bytes that the page loads
    Size,
    /// Time the stages natively, and a 1,000-word article in a real browser
    Bench {
        /// Time the whole beside other programs that read articles instead, and write the table of the README
        #[arg(long)]
        peers: bool,
    },
    /// Count how the steps of the program grow with the text, for stories and for the worst that could be built
    Growth {
        /// Up to 10 MB, for an hour, in place of 1 MB
        #[arg(long)]
        long: bool,
    },
    /// Print which lines of the core its tests run, and fail where they are too few
    Coverage,
    /// Compare the answers of the command line, Node.js and every engine, byte for byte
    Same {
        /// How many texts are generated beside the corpus
        #[arg(long, default_value_t = 10_000)]
        texts: u32,
    },
    /// Take the picture of the page for the README
    Picture,
    /// Score the program on public sets and print one table
    Eval {
        /// The folder of the sets; without it you are told where they come from
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Train a model and write it where the core reads it
    Fit {
        /// Which model
        model: Fitted,
        /// The folder of the sets
        #[arg(long)]
        data: PathBuf,
        /// Score what is left out of training, and write nothing
        #[arg(long, conflicts_with = "ablations")]
        folds: bool,
        /// Score the ranking without each of its parts, and write nothing
        #[arg(long)]
        ablations: bool,
    },
}

/// The models that are fitted.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Fitted {
    /// Names and their kinds
    Entities,
    /// Which sentences carry the story
    Ranking,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Serve { port } => build::package().and_then(|()| serve::run(port)),
        Task::Build => build::package(),
        Task::Dist { tried } => dist::run(tried),
        Task::Test => test::run(),
        Task::Size => build::package().and_then(|()| size::print()),
        Task::Bench { peers: true } => peers::run(),
        Task::Bench { peers: false } => bench::run(),
        Task::Growth { long } => growth::run(long),
        Task::Coverage => coverage::run(),
        Task::Same { texts } => test::same(texts),
        Task::Picture => build::package().and_then(|()| test::browser("picture.js")),
        Task::Eval { data } => eval::run(data.as_deref()),
        Task::Fit { model, data, folds, ablations } => {
            let work = match (folds, ablations) {
                (true, _) => fit::Work::Folds,
                (_, true) => fit::Work::Ablations,
                _ => fit::Work::Write,
            };
            fit::run(model, &data, work)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
