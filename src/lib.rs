//! Finds the sentences and figures that carry a news story, verbatim, in the reader's browser.
//!
//! ```
//! let text = "LIMA, May 2 (NPA) - Floods closed 14 bridges on Monday. Repairs will take a year.";
//! let summary = nutgraf::summarize(text, &nutgraf::Options::default());
//! assert_eq!(summary.figures[0].span.of(text), "14 bridges");
//! ```
//!
//! The rooms, in the order of the data; `ARCHITECTURE.md` tells how they fit together.

// The core never panics: what may is denied here, and fuzzed in `tests/invariants.rs`.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::panic, clippy::string_slice, clippy::unwrap_used))]

// What is asked, and how the answer points into the text.
mod date;
mod options;
mod span;

// Words in small letters, and tables of them.
mod index;
mod letters;

// When the work may be laid down.
mod steps;

// The stages: one verb each.
mod article;
mod token;
mod sentence;
mod story;
mod entity;
mod figure;
mod words;
mod found;
mod score;
mod select;
mod summary;

// The boundary: bytes become UTF-16, Rust names become JSON.
pub mod offsets;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod wasm;

// For training and timing alone.
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;

pub use article::{Block, BlockKind, Byline, Dateline, Furniture, Removed};
pub use date::Date;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub use entity::fit;
pub use entity::{Entity, EntityKind};
pub use figure::{Bound, Change, Figure, FigureKind, Period};
pub use options::{Budget, Extent, Focus, MOST_PICKS, Marked, Options};
pub use score::{Reason, Score};
pub use select::Pick;
pub use sentence::Sentence;
pub use span::Span;
pub use summary::{Summary, summarize};
