//! What the word lists know of a word or a phrase.

use std::{ops::BitOr, sync::LazyLock};

use crate::index::Index;

/// The lists in which a word or a phrase stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags(u16);

impl Tags {
    /// A country, city or region.
    pub const PLACE: Self = Self(1);
    /// A nationality, religion or people; its plural too.
    pub const PEOPLE: Self = Self(1 << 1);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 2);
    /// An honorific, rank, office or calling.
    pub const TITLE: Self = Self(1 << 3);
    /// A policy field, as ministries and ministers have it.
    pub const SUBJECT: Self = Self(1 << 4);
    /// The head of an organization's name.
    pub const ORGANIZATION: Self = Self(1 << 5);
    /// An organization known by one name.
    pub const AGENCY: Self = Self(1 << 6);
    /// The head of a place's name.
    pub const SITE: Self = Self(1 << 7);
    /// The head of an event's name.
    pub const EVENT: Self = Self(1 << 8);
    /// The head of the name of a law, agreement, prize or product.
    pub const WORK: Self = Self(1 << 9);
    /// No name by itself, however it is written.
    pub const PLAIN: Self = Self(1 << 10);
    /// A capital at the start of a sentence says nothing of it.
    pub const OPENER: Self = Self(1 << 11);
    /// A small word inside names: `de`, `bin`, `al`.
    pub const PARTICLE: Self = Self(1 << 12);
    /// The first word of a phrase in the lists.
    pub const PREFIX: Self = Self(1 << 13);
    /// What companies and clubs have.
    pub const ASSET: Self = Self(1 << 14);
    /// Those whom the name of a people or a place describes.
    pub const CROWD: Self = Self(1 << 15);
    /// Any head of a name.
    pub const HEAD: Self = Self(Self::ORGANIZATION.0 | Self::SITE.0 | Self::EVENT.0 | Self::WORK.0);
    /// A name that needs no other evidence.
    pub const KNOWN: Self = Self(Self::PLACE.0 | Self::PEOPLE.0 | Self::AGENCY.0);

    /// A bit for each list.
    pub fn bits(self) -> u32 {
        u32::from(self.0)
    }

    /// Whether the two have a list in common.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Those that are in `other` too.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Tags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Every list, in small letters but for acronyms, and what it says of an entry.
const LISTS: [(&str, Tags); 14] = [
    // Countries (ISO 3166), capitals, states and provinces, large cities, seas and regions.
    (include_str!("places.txt"), Tags::PLACE),
    // Nationalities, peoples and religions, as adjective and noun.
    (include_str!("peoples.txt"), Tags::PEOPLE),
    // Common given names of many cultures.
    (include_str!("given.txt"), Tags::GIVEN),
    // What stands before a name and is no part of it: honorifics, ranks, offices and callings.
    (include_str!("titles.txt"), Tags::TITLE),
    // Words of policy fields: they name a ministry or a minister, not a thing by themselves.
    (include_str!("subjects.txt"), Tags::SUBJECT),
    // Heads of the names of organizations.
    (include_str!("organizations.txt"), Tags::ORGANIZATION),
    // Organizations known by one name.
    (include_str!("agencies.txt"), Tags::AGENCY),
    // Heads of the names of places and buildings.
    (include_str!("sites.txt"), Tags::SITE),
    // Heads of the names of events.
    (include_str!("events.txt"), Tags::EVENT),
    // Heads of the names of laws, agreements, prizes, diseases, languages and products.
    (include_str!("works.txt"), Tags::WORK),
    // Words that are no name by themselves, however they are written: function words, openers of sentences, days and
    // months, number words, units; in small letters, but for those that are so only in capitals.
    (include_str!("plain.txt"), Tags::PLAIN),
    // Words that open a sentence with a capital of their own, but may well begin a name elsewhere.
    (include_str!("openers.txt"), Tags::OPENER),
    // What companies and clubs have.
    (include_str!("assets.txt"), Tags::ASSET),
    // Those whom the name of a people or a place describes, in the plural.
    (include_str!("crowds.txt"), Tags::CROWD),
];

const PARTICLES: &str = "al an ap ben bin bint da das de del della den der di do dos du el ibn la le ul ur van von y";

static LEXICON: LazyLock<Index> = LazyLock::new(|| {
    let listed = LISTS.iter().flat_map(|(list, tags)| list.lines().map(|entry| (entry, *tags)));
    let mut lexicon = Index::default();
    for (entry, tags) in listed.chain(PARTICLES.split(' ').map(|word| (word, Tags::PARTICLE))) {
        *lexicon.number(entry, 0) |= tags.bits();
        if let Some((first, _)) = entry.split_once(' ') {
            *lexicon.number(first, 0) |= Tags::PREFIX.bits();
        }
    }
    lexicon
});

/// What the lists know of `phrase`, which is in small letters with one space between words.
///
/// A plural is known by its singular: `kenyans`, `bridges`.
pub(super) fn tags_of(phrase: &str) -> Tags {
    let known = |phrase: &str| Tags(LEXICON.get(phrase).unwrap_or_default() as u16);
    let singular = phrase.strip_suffix('s').map(known).unwrap_or_default();
    known(phrase) | singular.and(Tags::PEOPLE | Tags::HEAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_is_the_same_people() {
        assert!(tags_of("kenyans").any(Tags::PEOPLE));
        assert!(tags_of("new zealand").any(Tags::PLACE));
        assert!(tags_of("new").any(Tags::PREFIX));
    }
}
