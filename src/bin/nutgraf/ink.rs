//! What ties a summary to the words that it was made of, in whatever markup a page has them.

use nutgraf::{offsets::Unit, view::SummaryView};
use serde::Serialize;

/// A summary, with the hash of its text where offsets count the ink of it.
#[derive(Serialize)]
pub(crate) struct Tied<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    #[serde(flatten)]
    pub summary: &'a SummaryView<'a>,
}

impl<'a> Tied<'a> {
    pub(crate) fn new(text: &str, summary: &'a SummaryView<'a>, unit: Unit) -> Self {
        Self { hash: (unit == Unit::Ink).then(|| hash(text)), summary }
    }
}

/// The hash that `www/element/ink.js` makes of the same text: cyrb53 of the UTF-16 code units that are no white space.
fn hash(text: &str) -> String {
    let ink = text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (mut a, mut b) = (0xdead_beef_u32, 0x41c6_ce57_u32);
    for unit in ink.encode_utf16() {
        a = (a ^ u32::from(unit)).wrapping_mul(2_654_435_761);
        b = (b ^ u32::from(unit)).wrapping_mul(1_597_334_677);
    }
    let mix = |one: u32, other: u32| {
        (one ^ one >> 16).wrapping_mul(2_246_822_507) ^ (other ^ other >> 13).wrapping_mul(3_266_489_909)
    };
    let low = mix(a, b);
    format!("{:x}", u64::from(mix(b, low) & 0x1f_ffff) << 32 | u64::from(low))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn the_hash_is_that_of_the_ink_alone() {
        // As its author gives it: cyrb53("a") is 7929297801672961.
        assert_eq!(hash(" \u{a0}a\r\n"), format!("{:x}", 7_929_297_801_672_961_u64));
        assert_eq!(hash("The sea 🌊\n\nrose."), hash("The\tsea\u{3000}🌊 rose."));
        assert_ne!(hash("The sea rose."), hash("The sea rises."));
    }
}
