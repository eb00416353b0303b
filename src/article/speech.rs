//! Who speaks: the labels of an interview, and the line under a post that a story embeds.

use super::{day, evidence::Evidence};
use crate::letters::first_is;

/// A label or a signature is no longer than this, in words.
const LABEL: u32 = 4;
const SIGNATURE: u32 = 12;

/// Does the line name who speaks, and nothing else? `Q:` does, and a name before a colon that comes back, `Ada Roe:`.
pub(super) fn is_label(line: &str, evidence: &Evidence) -> bool {
    let name = line.trim_end_matches(&[':', '.'][..]);
    let is_letter = matches!(name, "Q" | "A" | "Question" | "Answer");
    let is_name = || evidence.repeated && evidence.words <= LABEL && evidence.words == evidence.capitals;
    name.len() < line.len() && (is_letter || line.ends_with(':') && is_name())
}

/// Is the line a question of an interview: `Q: Why now?`
pub(super) fn asks(line: &str) -> bool {
    ["Q:", "Q.", "Question:"].iter().any(|label| line.starts_with(label))
}

/// Does the line say who wrote a post, and when: `— Ames Line (@amesline) May 19, 2026`?
pub(super) fn is_signature(line: &str, evidence: &Evidence) -> bool {
    let name = line.trim_start_matches(&['—', '–', '-', '―', ' ', '\u{a0}'][..]);
    name.len() < line.len()
        && first_is(name, char::is_uppercase)
        && evidence.words <= SIGNATURE
        && !evidence.stop
        && (name.split('(').skip(1).any(|rest| rest.starts_with('@')) || day::is_named_in(name))
}
