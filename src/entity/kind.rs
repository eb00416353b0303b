//! Weighs what a name is by its own words and by the words around it.

use super::{EntityKind, cue, lexicon::Tags, mention::Mention, words::Words};
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
    cue::weigh(words, mention, &mut votes);
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
    if preposition.is_some_and(|of| is_noble(words.text(of - 1))) {
        votes.add(Person, 15);
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

/// Does a place follow after `of`, as in `Duke of York`?
pub(super) fn is_noble(word: &str) -> bool {
    matches!(word, "Duke" | "Duchess" | "Earl" | "Countess" | "Prince" | "Princess")
}
