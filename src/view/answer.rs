//! The twins of what the core found.

use serde::Serialize;

/// All that Nutgraf found in a text. Every `start` and `end` counts in the caller's unit, end excluded.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[expect(missing_docs, reason = "the fields are those of `Summary`")]
pub struct SummaryView<'t> {
    pub title: Option<SpanView>,
    pub byline: Option<BylineView<'t>>,
    pub dateline: Option<DatelineView<'t>>,
    pub blocks: Vec<BlockView>,
    pub removed: Vec<RemovedView>,
    pub sentences: Vec<SentenceView>,
    pub picks: Vec<PickView<'t>>,
    pub entities: Vec<EntityView<'t>>,
    pub figures: Vec<FigureView<'t>>,
}

/// A stretch of the text.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "see `SummaryView`")]
pub struct SpanView {
    pub start: u32,
    pub end: u32,
}

/// A stretch of the text with its words.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "see `SummaryView`")]
pub struct SlicedView<'t> {
    pub start: u32,
    pub end: u32,
    pub text: &'t str,
}

/// Who wrote the story.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "the fields are those of `Byline`")]
pub struct BylineView<'t> {
    pub start: u32,
    pub end: u32,
    pub authors: Vec<&'t str>,
}

/// Where, by whom and when the story was filed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[expect(missing_docs, reason = "the fields are those of `Dateline`; the date is ISO 8601")]
pub struct DatelineView<'t> {
    pub start: u32,
    pub end: u32,
    pub place: Option<&'t str>,
    pub agency: Option<&'t str>,
    pub date: Option<String>,
}

/// A block and its kind.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "the fields are those of `Block`")]
pub struct BlockView {
    pub start: u32,
    pub end: u32,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = r#""title" | "byline" | "dateline" | "heading" | "paragraph" | "quotation" | "list-item" | "caption" | "table" | "note" | "furniture""#
        )
    )]
    pub kind: &'static str,
}

/// A stretch that was set aside, and why.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "the fields are those of `Removed`")]
pub struct RemovedView {
    pub start: u32,
    pub end: u32,
    pub reason: &'static str,
}

/// A sentence with its score, which is the sum of its parts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "the fields are those of `Sentence`")]
pub struct SentenceView {
    pub start: u32,
    pub end: u32,
    pub block: u32,
    pub score: i32,
    pub parts: Vec<PartView>,
}

/// One part of a score.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "see `Reason`")]
pub struct PartView {
    pub reason: &'static str,
    pub points: i32,
}

/// A chosen sentence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[expect(missing_docs, reason = "the fields are those of `Pick`")]
pub struct PickView<'t> {
    pub sentence: u32,
    pub start: u32,
    pub end: u32,
    pub text: &'t str,
    pub score: i32,
    pub parts: Vec<PartView>,
    pub pinned: bool,
    pub antecedent: Option<AntecedentView>,
}

/// Whom a pronoun means.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[expect(missing_docs, reason = "start and end are those of a span")]
pub struct AntecedentView {
    /// The index of the entity.
    pub entity: u32,
    pub start: u32,
    pub end: u32,
}

/// Someone or something with a name.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[expect(missing_docs, reason = "the fields are those of `Entity`")]
pub struct EntityView<'t> {
    pub name: &'t str,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = r#""person" | "organization" | "location" | "group" | "event" | "other""#)
    )]
    pub kind: &'static str,
    pub short: Option<&'t str>,
    pub mentions: Vec<SpanView>,
}

/// A quantity or a date.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[expect(missing_docs, reason = "the fields are those of `Figure`")]
pub struct FigureView<'t> {
    pub start: u32,
    pub end: u32,
    pub text: &'t str,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = r#""count" | "money" | "percent" | "measure" | "duration" | "date" | "ordinal" | "ratio" | "age""#
        )
    )]
    pub kind: &'static str,
    #[cfg_attr(not(target_arch = "wasm32"), serde(serialize_with = "number"))]
    pub value: Option<f64>,
    #[cfg_attr(not(target_arch = "wasm32"), serde(serialize_with = "number"))]
    pub high: Option<f64>,
    pub unit: Option<String>,
    #[cfg_attr(target_arch = "wasm32", tsify(type = r#""exact" | "about" | "more" | "less""#))]
    pub bound: &'static str,
    #[cfg_attr(target_arch = "wasm32", tsify(type = r#""none" | "up" | "down""#))]
    pub change: &'static str,
    pub reached: bool,
    pub concept: Option<String>,
    pub label: Option<String>,
    pub period: Option<PeriodView<'t>>,
    pub source: Option<SlicedView<'t>>,
    pub sentence: u32,
    pub quoted: bool,
    pub rank: Option<u32>,
}

/// A time that the story gives.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[expect(missing_docs, reason = "the fields are those of `Period`; the dates are ISO 8601")]
pub struct PeriodView<'t> {
    pub start: u32,
    pub end: u32,
    pub text: &'t str,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Prints `1818`, not `1818.0`: readers of JSON tell counts from measures by the fraction. JavaScript has one kind of number.
#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::ref_option, reason = "serde hands over the field by reference")]
fn number<S: serde::Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    /// From here on, doubles skip whole numbers.
    const SAFE: f64 = 9_007_199_254_740_992.0;
    match value {
        None => to.serialize_none(),
        Some(value) if value.fract() == 0.0 && value.abs() < SAFE => to.serialize_i64(*value as i64),
        Some(value) => to.serialize_f64(*value),
    }
}
