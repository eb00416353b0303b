//! What the kinds of the core are called in JSON.

use crate::{
    article::BlockKind,
    entity::EntityKind,
    figure::{Bound, Change, FigureKind},
};

pub fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Quotation => "quotation",
        BlockKind::ListItem => "list-item",
        BlockKind::Caption => "caption",
        BlockKind::Table => "table",
        BlockKind::Note => "note",
        BlockKind::Furniture => "furniture",
    }
}

pub fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Location => "location",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
        EntityKind::Other => "other",
    }
}

pub fn figure_kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "count",
        FigureKind::Money => "money",
        FigureKind::Percent => "percent",
        FigureKind::Measure => "measure",
        FigureKind::Duration => "duration",
        FigureKind::Date => "date",
        FigureKind::Ordinal => "ordinal",
        FigureKind::Ratio => "ratio",
        FigureKind::Age => "age",
    }
}

pub fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::More => "more",
        Bound::Less => "less",
    }
}

pub fn change(change: Change) -> &'static str {
    match change {
        Change::None => "none",
        Change::Up => "up",
        Change::Down => "down",
    }
}
