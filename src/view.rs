//! The JSON twins of the core's types: what is asked and what is answered, in the caller's unit of offsets.

mod answer;
mod fill;
mod names;
mod request;

pub use answer::{
    AntecedentView, BlockView, BylineView, DatelineView, EntityView, FigureView, PartView, PeriodView, PickView,
    RemovedView, SentenceView, SlicedView, SpanView, SummaryView,
};
pub use request::{RangeView, Request, Source};
