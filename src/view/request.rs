use std::num::NonZeroU32;

use crate::{
    date::Date,
    letters::concat,
    offsets::Offsets,
    options::{Budget, Extent, Focus, Marked, Options},
};

/// The options of one call, as JSON has them; every field may be absent or `null`.
///
/// # A wrong option says which it is and what is allowed
///
/// ```
/// let asked = serde_json::json!({"sentences": 0});
/// let wrong = nutgraf::view::Request::read(&asked).unwrap_err();
/// assert_eq!(wrong, "`sentences` must be a whole number of at least 1");
/// ```
#[derive(Clone, Debug, Default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Request {
    /// The headline, where it is known and not in the text.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
    pub title: Option<String>,
    /// The day of publication, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
    pub published: Option<Date>,
    /// The most sentences; 3 where no limit is given, never more than 30.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number | null"))]
    pub sentences: Option<NonZeroU32>,
    /// The most words in all, split at white space.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number | null"))]
    pub words: Option<NonZeroU32>,
    /// The part of the story's sentences, from 0 to 1.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number | null"))]
    pub share: Option<f64>,
    /// What the summary leans to.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "\"balanced\" | \"names\" | \"figures\" | null"))]
    pub focus: Focus,
    /// A sentence that one of these touches is always picked.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub pins: Vec<RangeView>,
    /// Text that one of these covers is as if it were furniture.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub skips: Vec<RangeView>,
    /// Text that one of these touches is story, however much it looks like furniture.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub keeps: Vec<RangeView>,
    /// A block that one of these touches is a caption.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub captions: Vec<RangeView>,
    /// A block of the story that one of these touches is a heading.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub headings: Vec<RangeView>,
    /// A block of the story that one of these touches is an item of a list.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub items: Vec<RangeView>,
    /// A block of the story that one of these touches is a quotation.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "RangeView[] | null"))]
    pub quotations: Vec<RangeView>,
    /// Whether all of the text is story.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "boolean | null"))]
    pub whole: bool,
}

/// A stretch of the text in the caller's unit, end excluded.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct RangeView {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl Request {
    /// Reads the options; what is wrong with them is said in a sentence for who wrote them.
    pub fn read<S: Source>(from: &S) -> Result<Self, String> {
        if !from.is_object() {
            return Err("the options must be an object".to_owned());
        }
        let count =
            |name| field(from, name, "a whole number of at least 1", |count| NonZeroU32::new(whole_number(count)?));
        let ranges = |name| {
            let allowed = "a list of {\"start\", \"end\"} with whole numbers of at least 0";
            let ranges = field(from, name, allowed, |list| list.items()?.iter().map(range).collect());
            ranges.map(Option::unwrap_or_default)
        };
        Ok(Self {
            title: field(from, "title", "a string", S::text)?,
            published: field(from, "published", "a day of the calendar as \"YYYY-MM-DD\"", |day| {
                Date::parse(&day.text()?)
            })?,
            sentences: count("sentences")?,
            words: count("words")?,
            share: field(from, "share", "a number from 0 to 1", |share| {
                share.number().filter(|share| (0.0..=1.0).contains(share))
            })?,
            focus: field(from, "focus", "\"balanced\", \"names\" or \"figures\"", focus)?.unwrap_or_default(),
            pins: ranges("pins")?,
            skips: ranges("skips")?,
            keeps: ranges("keeps")?,
            captions: ranges("captions")?,
            headings: ranges("headings")?,
            items: ranges("items")?,
            quotations: ranges("quotations")?,
            whole: field(from, "whole", "true or false", S::flag)?.unwrap_or_default(),
        })
    }

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

/// A value as JSON has it, wherever it comes from; each answer is none where it is of another kind.
pub trait Source: Sized {
    /// Whether it has fields.
    fn is_object(&self) -> bool;
    /// The field of that name, if it has it and the field is not `null`.
    fn field(&self, name: &str) -> Option<Self>;
    /// What a list holds.
    fn items(&self) -> Option<Vec<Self>>;
    /// A string.
    fn text(&self) -> Option<String>;
    /// A number.
    fn number(&self) -> Option<f64>;
    /// True or false.
    fn flag(&self) -> Option<bool>;
}

#[cfg(feature = "cli")]
impl Source for serde_json::Value {
    fn is_object(&self) -> bool {
        self.is_object()
    }

    fn field(&self, name: &str) -> Option<Self> {
        self.get(name).filter(|value| !value.is_null()).cloned()
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }
}

/// Reads a field that may be absent, and names it and what it may be where it is something else.
fn field<S: Source, T>(
    from: &S,
    name: &str,
    allowed: &str,
    read: impl Fn(&S) -> Option<T>,
) -> Result<Option<T>, String> {
    let Some(value) = from.field(name) else { return Ok(None) };
    read(&value).map(Some).ok_or_else(|| concat(&["`", name, "` must be ", allowed]))
}

fn whole_number(from: &impl Source) -> Option<u32> {
    let number = from.number()?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

fn range(from: &impl Source) -> Option<RangeView> {
    Some(RangeView { start: whole_number(&from.field("start")?)?, end: whole_number(&from.field("end")?)? })
}

fn focus(from: &impl Source) -> Option<Focus> {
    match from.text()?.as_str() {
        "balanced" => Some(Focus::Balanced),
        "names" => Some(Focus::Names),
        "figures" => Some(Focus::Figures),
        _ => None,
    }
}
