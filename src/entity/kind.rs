//! Weighs what a name is by its own words and by the words around it.

use super::{EntityKind, lexicon::Tags, mention::Mention, words::Words};
use crate::token::Shape;

/// Points for each kind; those of all mentions of a name are added.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes([i32; 6]);

impl Votes {
    /// Adds points for one kind.
    pub fn add(&mut self, kind: EntityKind, points: i32) {
        if let Some(sum) = self.0.get_mut(kind as usize) {
            *sum += points;
        }
    }

    /// Adds the points of another mention of the same name.
    pub fn merge(&mut self, other: Self) {
        for (sum, points) in self.0.iter_mut().zip(other.0) {
            *sum += points;
        }
    }

    /// The kind with the most points; without any, a person, as most unknown names in news are.
    pub fn kind(self) -> EntityKind {
        use EntityKind::{Event, Group, Location, Organization, Other, Person};
        let (mut best, mut most) = (Person, i32::MIN);
        for (kind, points) in [Person, Organization, Location, Group, Event, Other].into_iter().zip(self.0) {
            if points > most {
                (best, most) = (kind, points);
            }
        }
        best
    }
}

/// Weighs one mention.
pub(super) fn weigh(words: &Words<'_>, mention: &Mention) -> Votes {
    let mut votes = Votes::default();
    weigh_inside(words, mention, &mut votes);
    weigh_around(words, mention, &mut votes);
    votes
}

/// The name's own words: lists first, then the head, then its looks.
fn weigh_inside(words: &Words<'_>, mention: &Mention, votes: &mut Votes) {
    use EntityKind::{Event, Group, Location, Organization, Other, Person};
    let tokens = mention.tokens.clone();
    let (first, last) = (tokens.start, tokens.end - 1);
    let whole = |tags| words.phrase(first, tokens.end, tags) == tokens.len();
    if whole(Tags::PLACE) || (words.text(last) == "." && words.has(first, Tags::PLACE) && tokens.len() == 2) {
        votes.add(Location, 30);
    } else if whole(Tags::PEOPLE) {
        votes.add(Group, 30);
    } else if whole(Tags::AGENCY) {
        votes.add(Organization, 30);
    }
    if tokens.len() == 1 {
        match words.shape(first) {
            Shape::Upper => votes.add(Organization, 6),
            Shape::Mixed | Shape::Alphanumeric => votes.add(Organization, 2),
            // `example.com`
            _ if words.text(first).contains('.') => votes.add(Organization, 6),
            _ => {}
        }
        if words.has(first, Tags::WORK) {
            votes.add(Other, 12);
        }
        if words.has(first, Tags::GIVEN) {
            votes.add(Person, 5);
        }
        return;
    }
    // The head stands last, or before the first preposition: `Bank` in `Reserve Bank of India`.
    let preposition = tokens.clone().find(|at| matches!(words.text(*at), "of" | "for" | "on" | "against"));
    let head = words.tags(preposition.unwrap_or(tokens.end) - 1);
    let pairs = [
        (Tags::ORGANIZATION | Tags::AGENCY, Organization),
        (Tags::SITE, Location),
        (Tags::EVENT, Event),
        (Tags::WORK, Other),
    ];
    if let Some((_, kind)) = pairs.into_iter().find(|(tags, _)| head.any(*tags)) {
        votes.add(kind, 12);
    } else if words.has(first, Tags::SITE) && !words.has(first, Tags::GIVEN) {
        votes.add(Location, 4);
    } else if words.has(last, Tags::PLACE) && preposition.is_none() && !words.has(first, Tags::GIVEN) {
        votes.add(Organization, 4);
    }
    if head.any(Tags::PEOPLE) && !whole(Tags::PEOPLE) && preposition.is_none() {
        votes.add(Group, 4);
    }
    for at in tokens.clone() {
        let tags = words.tags(at);
        if tags.any(Tags::ORGANIZATION) {
            votes.add(Organization, 3);
        }
        if tags.any(Tags::SUBJECT) {
            votes.add(Organization, 2);
        }
        if words.text(at) == "&" || (at == first && tags.any(Tags::PEOPLE | Tags::PLACE | Tags::AGENCY)) {
            votes.add(Organization, 3);
        }
        if words.shape(at) == Shape::Upper && !words.is_initial(at) && at == last {
            votes.add(Organization, 3);
        }
        if at > first && (words.is_initial(at) || matches!(words.text(at), "bin" | "ibn" | "van" | "von")) {
            votes.add(Person, 3);
        }
    }
    if words.has(first, Tags::GIVEN) {
        votes.add(Person, 9);
    } else if tokens.clone().skip(1).any(|at| words.has(at, Tags::GIVEN)) {
        votes.add(Person, 4);
    }
    if words.shape(last) == Shape::Lower {
        votes.add(Person, 8);
    }
    let names = tokens.clone().filter(|at| words.shape(*at) == Shape::Title).count();
    if (2..=3).contains(&names) && names == tokens.len() {
        votes.add(Person, 3);
    }
}

/// The words before and after.
fn weigh_around(words: &Words<'_>, mention: &Mention, votes: &mut Votes) {
    use EntityKind::{Event, Location, Organization, Other, Person};
    let sentence = words.story.sentences.get(mention.sentence as usize).map(super::words::range).unwrap_or_default();
    let inside = |at: usize| if sentence.contains(&at) { words.text(at) } else { "" };
    let tags = |at: usize| if sentence.contains(&at) { words.tags(at) } else { Tags::default() };
    let (before, after) = (mention.tokens.start.wrapping_sub(1), mention.tokens.end);
    let stop = usize::from(inside(before) == ".");
    if tags(before.wrapping_sub(stop)).any(Tags::TITLE) {
        votes.add(Person, if mention.tokens.len() < 5 { 8 } else { 2 });
    }
    match inside(before) {
        "in" | "In" | "near" | "outside" | "across" | "throughout" | "around" | "towards" | "toward" => {
            votes.add(Location, 4);
        }
        "at" | "from" | "to" | "into" => votes.add(Location, 1),
        "the" | "The" => {
            votes.add(Person, -5);
            votes.add(Location, -1);
            votes.add(Organization, 2);
        }
        "by" | "with" | "told" | "whom" => votes.add(Person, 1),
        "said" | "says" | "added" => votes.add(Person, 3),
        "called" | "titled" => votes.add(Other, 1),
        "during" => votes.add(Event, 3),
        "of" if tags(before.wrapping_sub(1)).any(Tags::SITE) => votes.add(Location, 4),
        _ if tags(before).any(Tags::ORGANIZATION) && words.shape(before) == Shape::Lower => votes.add(Organization, 3),
        _ if tags(before).any(Tags::SITE) && words.shape(before) == Shape::Lower => votes.add(Location, 1),
        _ => {}
    }
    // Places are listed with places: `Bergen, Oslo and Narvik`.
    let joined = |text| matches!(text, "," | "and");
    if (joined(inside(before)) && tags(before.wrapping_sub(1)).any(Tags::PLACE))
        || (joined(inside(after)) && tags(after + 1).any(Tags::PLACE))
    {
        votes.add(Location, 3);
    }
    match inside(after) {
        "said" | "says" | "told" | "added" | "explained" | "noted" | "stressed" | "asked" | "recalled" | "who" => {
            votes.add(Person, 3);
            votes.add(Organization, 2);
        }
        "," => match inside(after + 1) {
            "who" | "whose" => votes.add(Person, 5),
            "where" => votes.add(Location, 6),
            _ if words.shape(after + 1) == Shape::Number && inside(after + 2) == "," => votes.add(Person, 6),
            _ if tags(after + 1).any(Tags::TITLE) => votes.add(Person, 3),
            _ => {}
        },
        "'s" | "’s" if tags(after + 1).any(Tags::SITE) && words.shape(after + 1) == Shape::Lower => {
            votes.add(Location, 3);
        }
        "announced" | "launched" => votes.add(Organization, 2),
        _ if tags(after).any(Tags::SITE) && words.shape(after) == Shape::Lower => votes.add(Location, 4),
        _ if tags(after).any(Tags::EVENT) && words.shape(after) == Shape::Lower => votes.add(Event, 2),
        _ => {}
    }
}
