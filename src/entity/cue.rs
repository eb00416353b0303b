//! What the words around a name say of its kind, where the model has seen too few like it.

use std::ops::Range;

use super::{EntityKind, kind::Votes, lexicon::Tags, window::Window};
use crate::letters::is_any;

/// Votes of one cue: a few of the model's own weights.
const CUE: i32 = 40;

/// Adds what the neighbors of the name say.
pub(super) fn weigh(around: &Window<'_>, name: &Range<usize>, votes: &mut Votes) {
    use EntityKind::{Location, Organization, Person};
    let Range { start, end } = *name;
    let (before, after) = (start.wrapping_sub(1), end);
    let owns = around.is_clitic(after);
    let owned = |tags| owns && around.tags(after + 1).any(tags);
    let of = |tags| matches!(around.text(before), "of" | "for") && around.tags(before.wrapping_sub(1)).any(tags);
    let executive = owns && around.text(after + 1) == "chief" && around.text(after + 2) == "executive";
    if of(Tags::ASSET) || owned(Tags::ASSET) || executive {
        votes.add(Organization, CUE);
    }
    if is_any(around.text(before), "reach reached reaches visit visited visiting via")
        || owned(Tags::SITE)
        || (of(Tags::SITE) && !around.is_capitalized(before.wrapping_sub(1)))
        || lists_places(around, name)
    {
        votes.add(Location, CUE);
    }
    // `Duke of York` is no place.
    if around.text(start + 1) == "of" && is_any(around.text(start), "duke duchess earl countess") {
        votes.add(Person, 3 * CUE);
    }
    let noun = around.apposition(after);
    for (tags, kind) in [(Tags::TITLE, Person), (Tags::ORGANIZATION, Organization), (Tags::SITE, Location)] {
        if noun.any(tags) {
            return votes.add(kind, CUE);
        }
    }
}

/// A place is joined with a place: `Tollvik and Norway`.
fn lists_places(around: &Window<'_>, name: &Range<usize>) -> bool {
    let (before, after) = (name.start.wrapping_sub(1), name.end);
    (around.text(before) == "and" && around.tags(before.wrapping_sub(1)).any(Tags::PLACE))
        || (around.text(after) == "and" && around.tags(after + 1).any(Tags::PLACE))
}
