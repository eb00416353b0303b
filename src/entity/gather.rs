//! Gathers mentions under one name each: full names with surnames, and names with their short forms.

use super::{Entity, EntityKind, kind::Votes, lexicon::Tags, mention::Mention, words::Words};
use crate::{
    index::Index,
    letters::{concat, lower},
    token::Shape,
};

/// Votes for a body where the story gives the initials of a name: more than what surrounds it can say, less than a list.
const DEFINED: i32 = 12;

/// Stands for no form.
const NONE: u32 = u32::MAX;

/// All mentions with the same words.
struct Form<'m> {
    /// The first of them.
    first: &'m Mention,
    votes: Votes,
    /// The form that this one is short for; itself where it stands alone.
    full: usize,
}

impl Form<'_> {
    fn is_person(&self) -> bool {
        self.votes.kind() == EntityKind::Person
    }
}

/// Gathers the mentions into entities, in the order of their first mention.
pub(super) fn gather(words: &Words<'_>, mentions: &[Mention]) -> Vec<Entity> {
    let (mut forms, mut form_of) = group(mentions);
    join_brackets(words, mentions, &form_of, &mut forms);
    join_initials(words, &mut forms);
    join_plurals(words, &mut forms);
    join_parts(words, &mut forms);
    tell_namesakes(words, mentions, &mut form_of, &forms);
    collect(words, mentions, &form_of, &forms)
}

/// The forms in the order of the text, and the form of each mention.
fn group<'m>(mentions: &'m [Mention]) -> (Vec<Form<'m>>, Vec<usize>) {
    let (mut forms, mut index) = (Vec::<Form<'m>>::new(), Index::default());
    let mut form_of = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let at = *index.number(&mention.key, forms.len() as u32) as usize;
        match forms.get_mut(at) {
            Some(form) => form.votes.merge(mention.votes),
            None => forms.push(Form { first: mention, votes: mention.votes, full: at }),
        }
        form_of.push(at);
    }
    (forms, form_of)
}

/// `Reserve Bank of India (RBI)` and `RBI (Reserve Bank of India)`.
fn join_brackets(words: &Words<'_>, mentions: &[Mention], form_of: &[usize], forms: &mut [Form<'_>]) {
    for (pair, of) in mentions.windows(2).zip(form_of.windows(2)) {
        let ([left, right], [left_form, right_form]) = (pair, of) else { continue };
        let bracketed = left.tokens.end + 1 == right.tokens.start
            && words.text(left.tokens.end) == "("
            && words.text(right.tokens.end) == ")";
        if bracketed && abbreviates(words, right, left) {
            define(forms, *right_form, *left_form);
        } else if bracketed && abbreviates(words, left, right) {
            define(forms, *left_form, *right_form);
        }
    }
}

/// Attaches a short form to its definition. Bodies are given initials, people hardly ever.
fn define(forms: &mut [Form<'_>], short: usize, full: usize) {
    if let Some(form) = forms.get_mut(full) {
        form.votes.add(EntityKind::Organization, DEFINED);
    }
    attach(forms, short, full);
}

/// Is `short` made of letters that `full` has in this order, or of its capitals in any? So is `TTP` for
/// `Tehrik-i-Taliban Pakistan`, and `FPP`, which is Portuguese, for `Popular Front of Pernambuco`.
fn abbreviates(words: &Words<'_>, short: &Mention, full: &Mention) -> bool {
    let letters = short.span.of(words.story.text).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
    let capitals = words.shape(short.tokens.start) != Shape::Title || short.tokens.len() > 1;
    let mut rest = full.key.chars().filter(|c| !c.is_whitespace());
    let mut letters = letters.peekable();
    let same_start = letters.peek() == full.key.chars().next().as_ref();
    let mut ordered = || letters.all(|letter| rest.any(|c| c == letter));
    let fits = same_start && ordered() || sorted(&short.key) == sorted(&initials(words, full));
    capitals && fits && short.key.len() * 2 <= full.key.len()
}

fn sorted(letters: &str) -> Vec<u32> {
    let mut letters: Vec<u32> = letters.chars().map(u32::from).collect();
    letters.sort_unstable();
    letters
}

/// The first letters of the words with a capital, made small.
fn initials(words: &Words<'_>, name: &Mention) -> String {
    let capitals = name.tokens.clone().filter(|at| words.shape(*at).is_capitalized());
    lower(&capitals.filter_map(|at| words.text(at).chars().next()).collect::<String>())
}

/// `UN` where the story has one name, `United Nations`, with these initials.
fn join_initials(words: &Words<'_>, forms: &mut [Form<'_>]) {
    // Of names with the same initials none is meant.
    let mut by_initials = Index::default();
    for (form, at) in forms.iter().zip(0..) {
        let initials = initials(words, form.first);
        if form.votes.kind() != EntityKind::Person {
            let full = by_initials.number(&initials, at);
            *full = if *full == at { at } else { NONE };
        }
    }
    for at in 0..forms.len() {
        let Some(form) = forms.get(at) else { return };
        let acronym = words.shape(form.first.tokens.start) == Shape::Upper && form.first.tokens.len() <= 2;
        let full = by_initials.get(&form.first.key).filter(|full| *full != NONE).map(|full| full as usize);
        if let Some(full) = full.filter(|full| acronym && *full != at && form.full == at) {
            attach(forms, at, full);
        }
    }
}

/// `Afghans` and `Afghan` are one people.
fn join_plurals(words: &Words<'_>, forms: &mut [Form<'_>]) {
    let people = |form: &Form<'_>| form.first.tokens.clone().all(|at| words.has(at, Tags::PEOPLE));
    let singulars = forms.iter().enumerate().filter(|(_, form)| people(form));
    let mut index = Index::default();
    for (at, form) in singulars {
        index.number(&form.first.key, at as u32);
    }
    for at in 0..forms.len() {
        let Some(form) = forms.get(at) else { return };
        let singular = form.first.key.strip_suffix('s').and_then(|key| index.get(key));
        if let Some(singular) = singular.filter(|_| people(form)) {
            attach(forms, at, singular as usize);
        }
    }
}

/// Surnames, given names and first words of organizations: `Sharma`, `Varawut`, `Zenith` after the full name.
fn join_parts(words: &Words<'_>, forms: &mut [Form<'_>]) {
    let (mut surnames, mut others) = (Index::default(), Index::default());
    for (form, at) in forms.iter().zip(0..) {
        let tokens = form.first.tokens.clone();
        let kind = form.votes.kind();
        if tokens.len() < 2 || !matches!(kind, EntityKind::Person | EntityKind::Organization) {
            continue;
        }
        let person = kind == EntityKind::Person;
        if person {
            surnames.number(&words.key(tokens.end - 1..tokens.end), at);
            // `Ting-kwok` is one name, and `al-Assad` and `de Souza` as well.
            let hyphen = tokens.clone().skip(1).find(|at| words.is_hyphen(*at)).map(|hyphen| hyphen - 1);
            let particle = tokens.clone().skip(1).find(|at| words.has(*at, Tags::PARTICLE));
            for start in hyphen.into_iter().chain(particle) {
                surnames.number(&words.key(start..tokens.end), at);
            }
        }
        let parts = if person { tokens.len() - 1 } else { 1 };
        for part in tokens.take(parts).filter(|at| words.shape(*at).is_capitalized() && !words.is_initial(*at)) {
            if person || !words.has(part, Tags::KNOWN | Tags::HEAD | Tags::SUBJECT | Tags::OPENER | Tags::GIVEN) {
                others.number(&words.key(part..part + 1), at);
            }
        }
    }
    for at in 0..forms.len() {
        let Some(form) = forms.get(at) else { return };
        let tokens = form.first.tokens.clone();
        let fixed = words.has(tokens.start, Tags::KNOWN) || words.shape(tokens.start) == Shape::Upper;
        let surname = words.has(tokens.start, Tags::PARTICLE) || tokens.clone().any(|at| words.is_hyphen(at));
        if form.full != at || fixed || (tokens.len() > 1 && !surname) {
            continue;
        }
        let key = form.first.key.as_str();
        let full = surnames.get(key).or_else(|| others.get(key)).map(|full| full as usize);
        // `Selm` of `in Selm` is no short form of `Selm Police`.
        let is_place = form.votes.kind() == EntityKind::Location;
        let may_join = |full: &usize| *full != at && (!is_place || forms.get(*full).is_some_and(Form::is_person));
        if let Some(full) = full.filter(may_join) {
            attach(forms, at, full);
        }
    }
}

/// A surname that several people have is the one's with the same honorific, else the one's named last in full.
fn tell_namesakes(words: &Words<'_>, mentions: &[Mention], form_of: &mut [usize], forms: &[Form<'_>]) {
    let (mut latest, mut titled) = (Index::default(), Index::default());
    for (mention, of) in mentions.iter().zip(form_of) {
        let surname = mention.key.rsplit(' ').next().unwrap_or_default();
        let before = mention.tokens.start.wrapping_sub(1);
        let before = if words.text(before) == "." { before.wrapping_sub(1) } else { before };
        let title = Some(words.text(before)).filter(|_| words.has(before, Tags::TITLE));
        let attached = forms.get(*of).is_some_and(|form| form.full != *of);
        if mention.tokens.len() == 1 && attached {
            let same_title = title.and_then(|title| titled.get(&concat(&[title, " ", surname])));
            let Some(full) = same_title.or_else(|| latest.get(surname)) else { continue };
            *of = full as usize;
        } else if mention.tokens.len() > 1 && forms.get(*of).is_some_and(Form::is_person) {
            *latest.number(surname, 0) = *of as u32;
        }
        if let Some(title) = title {
            titled.number(&concat(&[title, " ", surname]), *of as u32);
        }
    }
}

/// Makes the form `short` stand for what `full` stands for; a form that already does keeps its own.
fn attach(forms: &mut [Form<'_>], short: usize, full: usize) {
    let root = root(forms, full);
    if let Some(form) = forms.get_mut(short).filter(|form| form.full == short) {
        form.full = root;
    }
}

/// The form that stands for itself at the end of the chain. Every link is laid to a root, so chains are short.
fn root(forms: &[Form<'_>], mut at: usize) -> usize {
    while let Some(form) = forms.get(at).filter(|form| form.full != at) {
        at = form.full;
    }
    at
}

/// One entity for each form that stands for itself, in the order of its first mention.
fn collect(words: &Words<'_>, mentions: &[Mention], form_of: &[usize], forms: &[Form<'_>]) -> Vec<Entity> {
    let roots: Vec<usize> = (0..forms.len()).map(|at| root(forms, at)).collect();
    let mut place: Vec<Option<usize>> = vec![None; forms.len()];
    let mut entities: Vec<Entity> = Vec::new();
    for (mention, form) in mentions.iter().zip(form_of) {
        let Some(root) = roots.get(*form).copied() else { continue };
        let Some(slot) = place.get_mut(root) else { continue };
        let at = *slot.get_or_insert(entities.len());
        if at == entities.len() {
            let kind = forms.get(root).map_or(EntityKind::Other, |form| kind_of(words, form));
            entities.push(Entity { name: mention.span, kind, short: None, mentions: Vec::new() });
        }
        let Some(entity) = entities.get_mut(at) else { continue };
        entity.mentions.push(mention.span);
        let short = *form != root && words.shape(mention.tokens.start) == Shape::Upper;
        if short {
            entity.short = entity.short.or(Some(mention.span));
        }
        let named_short = entity.short == Some(entity.name);
        if named_short || (!short && mention.span.len() > entity.name.len()) {
            entity.name = mention.span;
        }
    }
    entities
}

/// The kind of a form; one of the others is an event if its head says so.
fn kind_of(words: &Words<'_>, form: &Form<'_>) -> EntityKind {
    let kind = form.votes.kind();
    let tokens = form.first.tokens.clone();
    let event = tokens.clone().any(|at| words.has(at, Tags::EVENT));
    if kind == EntityKind::Other && event { EntityKind::Event } else { kind }
}
