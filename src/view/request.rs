use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, de::Error};

use crate::{
    date::Date,
    offsets::Offsets,
    options::{Budget, Extent, Focus, Marked, Options},
};

/// The options of one call, as JSON has them; every field may be absent or `null`.
///
/// # A wrong option says which it is and what is allowed
///
/// ```
/// let wrong = serde_json::from_str::<nutgraf::view::Request>(r#"{"sentences": 0}"#);
/// assert!(wrong.unwrap_err().to_string().starts_with("`sentences` must be a whole number of at least 1"));
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct Request {
    /// The headline, where it is known and not in the text.
    #[serde(deserialize_with = "title")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
    pub title: Option<String>,
    /// The day of publication, `YYYY-MM-DD`.
    #[serde(deserialize_with = "published")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
    pub published: Option<Date>,
    /// The most sentences; 3 where no limit is given, never more than 30.
    #[serde(deserialize_with = "sentences")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number | null"))]
    pub sentences: Option<NonZeroU32>,
    /// The most words in all, split at white space.
    #[serde(deserialize_with = "words")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number | null"))]
    pub words: Option<NonZeroU32>,
    /// The part of the story's sentences, from 0 to 1.
    #[serde(deserialize_with = "share")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number | null"))]
    pub share: Option<f64>,
    /// What the summary leans to.
    #[serde(deserialize_with = "focus")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "\"balanced\" | \"names\" | \"figures\" | null"))]
    pub focus: Focus,
    /// A sentence that one of these touches is always picked.
    #[serde(deserialize_with = "pins")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub pins: Vec<RangeView>,
    /// Text that one of these covers is as if it were furniture.
    #[serde(deserialize_with = "skips")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub skips: Vec<RangeView>,
    /// Text that one of these touches is story, however much it looks like furniture.
    #[serde(deserialize_with = "keeps")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub keeps: Vec<RangeView>,
    /// A block that one of these touches is a caption.
    #[serde(deserialize_with = "captions")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub captions: Vec<RangeView>,
    /// A block of the story that one of these touches is a heading.
    #[serde(deserialize_with = "headings")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub headings: Vec<RangeView>,
    /// A block of the story that one of these touches is an item of a list.
    #[serde(deserialize_with = "items")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub items: Vec<RangeView>,
    /// A block of the story that one of these touches is a quotation.
    #[serde(deserialize_with = "quotations")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub quotations: Vec<RangeView>,
    /// Whether all of the text is story.
    #[serde(deserialize_with = "whole")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "boolean | null"))]
    pub whole: bool,
}

/// A stretch of the text in the caller's unit, end excluded.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RangeView {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl Request {
    /// The options for the text that `offsets` counts.
    pub fn options(self, offsets: &Offsets<'_>) -> Options {
        let spans =
            |ranges: Vec<RangeView>| ranges.iter().map(|range| offsets.to_bytes(range.start, range.end)).collect();
        let markup = Marked {
            captions: spans(self.captions),
            headings: spans(self.headings),
            items: spans(self.items),
            quotations: spans(self.quotations),
        };
        Options {
            title: self.title,
            published: self.published,
            budget: Budget {
                sentences: self.sentences.map(NonZeroU32::get),
                words: self.words.map(NonZeroU32::get),
                share: self.share,
            },
            focus: self.focus,
            pins: spans(self.pins),
            skips: spans(self.skips),
            keeps: spans(self.keeps),
            markup,
            extent: if self.whole { Extent::Whole } else { Extent::Article },
        }
    }
}

/// Reads a field that may be `null`, and names it and what it may be where it is something else.
fn field<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
    name: &str,
    allowed: &str,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(from).map_err(|_| D::Error::custom(format_args!("`{name}` must be {allowed}")))
}

fn title<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    field(from, "title", "a string")
}

fn published<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let allowed = "a day of the calendar as \"YYYY-MM-DD\"";
    let iso: Option<String> = field(from, "published", allowed)?;
    let parse = |iso: String| {
        Date::parse(&iso).ok_or_else(|| D::Error::custom(format_args!("`published` must be {allowed}, not {iso:?}")))
    };
    iso.map(parse).transpose()
}

fn sentences<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NonZeroU32>, D::Error> {
    field(from, "sentences", "a whole number of at least 1")
}

fn words<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NonZeroU32>, D::Error> {
    field(from, "words", "a whole number of at least 1")
}

fn share<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    let allowed = "a number from 0 to 1";
    let share: Option<f64> = field(from, "share", allowed)?;
    match share {
        Some(share) if !(0.0..=1.0).contains(&share) => {
            Err(D::Error::custom(format_args!("`share` must be {allowed}, not {share}")))
        }
        share => Ok(share),
    }
}

fn focus<'de, D: Deserializer<'de>>(from: D) -> Result<Focus, D::Error> {
    let allowed = "\"balanced\", \"names\" or \"figures\"";
    let name: Option<String> = field(from, "focus", allowed)?;
    match name.as_deref() {
        None | Some("balanced") => Ok(Focus::Balanced),
        Some("names") => Ok(Focus::Names),
        Some("figures") => Ok(Focus::Figures),
        Some(other) => Err(D::Error::custom(format_args!("`focus` must be {allowed}, not {other:?}"))),
    }
}

fn ranges<'de, D: Deserializer<'de>>(from: D, name: &str) -> Result<Vec<RangeView>, D::Error> {
    Ok(field(from, name, "a list of {\"start\", \"end\"} with whole numbers of at least 0")?.unwrap_or_default())
}

fn pins<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "pins")
}

fn skips<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "skips")
}

fn keeps<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "keeps")
}

fn captions<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "captions")
}

fn headings<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "headings")
}

fn items<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "items")
}

fn quotations<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<RangeView>, D::Error> {
    ranges(from, "quotations")
}

fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(field(from, "whole", "true or false")?.unwrap_or_default())
}
