//! What is not the story, and why.

use crate::span::Span;

/// What page furniture is, in kinds that a reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`reason` says what each is")]
pub enum Furniture {
    Skipped,
    Repeat,
    Menu,
    Share,
    Related,
    Comments,
    Newsletter,
    Cookies,
    Legal,
    Advert,
    Stamp,
    Speaker,
    Apart,
}

impl Furniture {
    /// Why it was set aside, in words for the reader.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Skipped => "Left out at your request",
            Self::Repeat => "Repeats what stands elsewhere on the page",
            Self::Menu => "Menus and labels of the site",
            Self::Share => "Buttons to share the story or follow the site",
            Self::Related => "Links to other stories",
            Self::Comments => "Readers’ comments or the form for them",
            Self::Newsletter => "An offer to subscribe or sign in",
            Self::Cookies => "A notice on cookies or privacy",
            Self::Legal => "Copyright or legal terms of the site",
            Self::Advert => "Advertising",
            Self::Stamp => "Says when the story was published",
            Self::Speaker => "Says who is speaking",
            Self::Apart => "Stands apart from the story",
        }
    }

    /// Whether a line of this kind is a heading over more of its kind, as `Leave a comment` and `Top stories` are.
    pub(super) fn opens_section(self) -> bool {
        matches!(self, Self::Related | Self::Comments | Self::Newsletter | Self::Share | Self::Legal)
    }
}

/// A stretch that was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Where it stands; neighbors of one kind are one stretch.
    pub span: Span,
    /// What it was taken for.
    pub furniture: Furniture,
}
