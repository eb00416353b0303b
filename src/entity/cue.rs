//! Weighs what a name is by the words before and after it.

use super::{
    EntityKind::{Event, Group, Location, Organization, Other, Person},
    kind::Votes,
    lexicon::Tags,
    mention::Mention,
    words::{Words, range},
};
use crate::token::Shape;

/// Adds what the neighbors of a mention say.
pub(super) fn weigh(words: &Words<'_>, mention: &Mention, votes: &mut Votes) {
    let sentence = words.story.sentences.get(mention.sentence as usize).map(range).unwrap_or_default();
    let around = Around { words, mention, sentence };
    around.weigh_title(votes);
    around.weigh_before(votes);
    around.weigh_list(votes);
    around.weigh_after(votes);
    if words.dateline() == mention.key {
        votes.add(Location, 8);
    }
}

/// A mention in its sentence, beyond which there is nothing.
struct Around<'a> {
    words: &'a Words<'a>,
    mention: &'a Mention,
    sentence: std::ops::Range<usize>,
}

impl Around<'_> {
    /// The token that stands `step` before the name, 1 being the nearest.
    fn before(&self, step: usize) -> Option<usize> {
        self.mention.tokens.start.checked_sub(step).filter(|at| self.sentence.contains(at))
    }

    /// The token that stands `step` behind the name, 1 being the nearest.
    fn after(&self, step: usize) -> Option<usize> {
        Some(self.mention.tokens.end + step - 1).filter(|at| self.sentence.contains(at))
    }

    fn text(&self, at: Option<usize>) -> &str {
        at.map(|at| self.words.text(at)).unwrap_or_default()
    }

    fn has(&self, at: Option<usize>, tags: Tags) -> bool {
        at.is_some_and(|at| self.words.has(at, tags))
    }

    /// Is it a common noun of `tags`, one or more? `river` and `bridges` are, of sites.
    fn is_common(&self, at: Option<usize>, tags: Tags) -> bool {
        let is_small = at.is_some_and(|at| self.words.shape(at) == Shape::Lower);
        is_small && (self.has(at, tags) || self.words.singular(at.unwrap_or_default()).any(tags))
    }

    fn weigh_title(&self, votes: &mut Votes) {
        let stop = usize::from(self.text(self.before(1)) == ".");
        if self.has(self.before(1 + stop), Tags::TITLE) {
            votes.add(Person, if self.mention.tokens.len() < 5 { 8 } else { 2 });
        }
    }

    fn weigh_before(&self, votes: &mut Votes) {
        let nearest = self.before(1);
        match self.text(nearest) {
            "in" | "In" | "near" | "outside" | "across" | "throughout" | "around" | "towards" | "toward" => {
                votes.add(Location, 4);
            }
            "reach" | "reached" | "reaches" | "reaching" | "visit" | "visited" | "visiting" | "via" => {
                votes.add(Location, 3);
            }
            "at" | "from" | "to" | "into" | "leave" | "left" => votes.add(Location, 1),
            "the" | "The" => {
                votes.add(Person, -5);
                votes.add(Location, -1);
                votes.add(Organization, 2);
            }
            "by" | "with" | "told" | "whom" => votes.add(Person, 1),
            "said" | "says" | "added" => votes.add(Person, 3),
            "called" | "titled" => votes.add(Other, 1),
            "during" => votes.add(Event, 3),
            "giant" | "startup" | "retailer" | "carrier" | "automaker" | "chipmaker" | "app" => {
                votes.add(Organization, 4);
            }
            "of" | "for" if is_business(self.text(self.before(2))) => votes.add(Organization, 5),
            "of" if self.is_common(self.before(2), Tags::SITE) || is_of_place(self.text(self.before(2))) => {
                votes.add(Location, 4);
            }
            "of" if self.is_common(self.before(2), Tags::TITLE) => votes.add(Organization, 2),
            _ if self.is_common(nearest, Tags::ORGANIZATION) => votes.add(Organization, 3),
            _ if self.is_common(nearest, Tags::SITE) => votes.add(Location, 1),
            _ => {}
        }
    }

    /// Places are listed with places: `Bergen, Oslo and Narvik`.
    fn weigh_list(&self, votes: &mut Votes) {
        let joins = |at| matches!(self.text(at), "," | "and");
        if (joins(self.before(1)) && self.has(self.before(2), Tags::PLACE))
            || (joins(self.after(1)) && self.has(self.after(2), Tags::PLACE))
        {
            votes.add(Location, 3);
        }
    }

    fn weigh_after(&self, votes: &mut Votes) {
        let (nearest, next) = (self.after(1), self.after(2));
        match self.text(nearest) {
            "said" | "says" | "told" | "added" | "explained" | "noted" | "stressed" | "asked" | "recalled" | "who" => {
                votes.add(Person, 3);
                votes.add(Organization, 2);
            }
            "," => self.weigh_apposition(votes),
            "'s" | "’s" if is_business(self.text(next)) => votes.add(Organization, 5),
            "'s" | "’s" if self.text(next) == "chief" && self.text(self.after(3)) == "executive" => {
                votes.add(Organization, 5);
            }
            "'s" | "’s" if is_kin(self.text(next)) => votes.add(Person, 4),
            "'s" | "’s" if self.is_common(next, Tags::SITE) => votes.add(Location, 3),
            "announced" | "launched" | "reported" | "acquired" | "operates" => votes.add(Organization, 2),
            text if is_business(text) => votes.add(Organization, 4),
            text if is_inhabitants(text) && self.is_demonym() => votes.add(Group, 5),
            _ if self.is_common(nearest, Tags::SITE) => votes.add(Location, 4),
            _ if self.is_common(nearest, Tags::EVENT) => votes.add(Event, 2),
            _ => {}
        }
    }

    /// `Grell, 34, …`, `Tollvik, where …`, `Orvane, a maker of pumps`.
    fn weigh_apposition(&self, votes: &mut Votes) {
        let next = self.after(2);
        match self.text(next) {
            "who" | "whose" => votes.add(Person, 5),
            "where" => votes.add(Location, 6),
            "which" => {
                votes.add(Person, -3);
                votes.add(Organization, 2);
            }
            "a" | "an" | "the" => {
                let nouns =
                    (3..8).map(|step| self.after(step)).take_while(|at| !matches!(self.text(*at), "," | "." | ""));
                for noun in nouns {
                    if self.is_common(noun, Tags::TITLE) {
                        return votes.add(Person, 3);
                    }
                    if self.is_common(noun, Tags::ORGANIZATION) {
                        return votes.add(Organization, 3);
                    }
                    if self.is_common(noun, Tags::SITE) {
                        return votes.add(Location, 3);
                    }
                }
            }
            _ if next.is_some_and(|at| self.words.shape(at) == Shape::Number) && self.text(self.after(3)) == "," => {
                votes.add(Person, 6);
            }
            _ if self.has(next, Tags::TITLE) => votes.add(Person, 3),
            _ => {}
        }
    }

    /// Does the name look like that of the people of a place? `Orlani` and `Tollvish` do.
    fn is_demonym(&self) -> bool {
        let text = self.text(Some(self.mention.tokens.start));
        let ends = ["i", "an", "ese", "ish"].iter().any(|end| text.ends_with(end));
        self.mention.tokens.len() == 1 && ends && text.len() > 4
    }
}

/// Is it what companies and clubs have? `shares` and `headquarters` are; `son` is not.
fn is_business(word: &str) -> bool {
    matches!(
        word,
        "shares"
            | "stock"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "executives"
            | "employees"
            | "customers"
            | "users"
            | "subsidiary"
            | "shareholders"
            | "revenue"
            | "revenues"
            | "profit"
            | "profits"
            | "headquarters"
            | "products"
            | "CEO"
            | "website"
            | "app"
            | "board"
            | "management"
            | "players"
            | "fans"
            | "branch"
            | "branches"
            | "stores"
            | "founder"
            | "co-founder"
            | "owner"
    )
}

/// Is it what a place has, though it is no place? `residents of` and `south of` go before one.
fn is_of_place(word: &str) -> bool {
    matches!(
        word,
        "residents"
            | "people"
            | "citizens"
            | "outskirts"
            | "south"
            | "north"
            | "east"
            | "west"
            | "southeast"
            | "southwest"
            | "northeast"
            | "northwest"
            | "mayor"
            | "suburbs"
            | "shores"
            | "streets"
            | "part"
            | "parts"
    )
}

/// Is it what people have? `son` and `lawyer` are; `shares` is not.
fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "wife"
            | "husband"
            | "son"
            | "daughter"
            | "father"
            | "mother"
            | "brother"
            | "sister"
            | "parents"
            | "family"
            | "lawyer"
            | "lawyers"
            | "death"
            | "life"
            | "career"
            | "friend"
            | "friends"
    )
}

/// Are they people who live or serve somewhere? `civilians` and `forces` are; `shares` is not.
fn is_inhabitants(word: &str) -> bool {
    matches!(
        word,
        "authorities"
            | "children"
            | "citizens"
            | "civilians"
            | "communities"
            | "elders"
            | "families"
            | "farmers"
            | "fighters"
            | "fishermen"
            | "forces"
            | "girls"
            | "herders"
            | "insurgents"
            | "leaders"
            | "men"
            | "migrants"
            | "militants"
            | "militias"
            | "nationals"
            | "officers"
            | "officials"
            | "people"
            | "peasants"
            | "rebels"
            | "refugees"
            | "residents"
            | "separatists"
            | "settlers"
            | "soldiers"
            | "students"
            | "traders"
            | "tribes"
            | "troops"
            | "villagers"
            | "voters"
            | "women"
            | "workers"
    )
}
