//! What a figure is about: words of its sentence.

use std::ops::Range;

use super::{
    FigureKind, cue,
    label::SIZES,
    number, period,
    phrase::{ahead, behind, past_bracket},
    quantity::{self, Quantity},
    role::{self, Role},
    spelled,
    subject::{self, LONGEST, back},
    unit,
    words::Words,
};
use crate::{span::Span, token::Shape};

/// Participles that tie a measure to its noun: `a rover weighing 320 kg`.
const MEASURING: &str = "weighing costing measuring totaling totalling";

/// The words that `quantity` is about: `revenue` for `60 % of its revenue`, `V10 engine` for `5.2 litre V10 engine`,
/// `net worth` for `a net worth of $2bn`, else the subject: `Nasdaq` for `the Nasdaq fell 2 %`.
pub(super) fn about(words: Words<'_>, quantity: &Quantity, used: &[Range<usize>]) -> Vec<Span> {
    const OWNERS: &str = "its their his her";
    let start = quantity.words.start;
    let is_one_of = words.any(start, "one") && words.any(start + 1, "of");
    if is_one_of || is_subject(words, quantity) {
        return Vec::new();
    }
    let named = beside(words, quantity).or_else(|| asker(words, quantity)).or_else(|| getter(words, quantity));
    if let Some(name) = named {
        return spans(words, used, name);
    }
    let both = |first: Range<usize>, second: Range<usize>| {
        let mut all = spans(words, used, first);
        all.extend(spans(words, used, second));
        all
    };
    let found = after(words, quantity).or_else(|| of_which(words, start));
    let is_elided = found.is_none() && matches!(quantity.kind, FigureKind::Money | FigureKind::Percent);
    let doer = moved(words, quantity)
        .or_else(|| is_elided.then(|| own(words, start))?)
        .or_else(|| subject::of(words, start))
        .or_else(|| object(words, start))
        .unwrap_or_default();
    let Some(found) = found else {
        // `deaths` of `deaths outnumbered births by 400`
        let is_owned = |start: &usize| words.any(start.wrapping_sub(1), OWNERS) || beats(words, *start);
        let owner = Some(doer.start).filter(is_owned);
        let owner = owner.and_then(|start| subject::of(words, start)).unwrap_or_default();
        let mut all = both(owner, doer);
        // `food` of `gave food to 400 people`
        if !all.is_empty() && !quantity.noun.is_empty() && words.any(start.wrapping_sub(1), "to") {
            all.extend(spans(words, used, object(words, start).unwrap_or_default()));
        }
        return all;
    };
    // `60 % of its revenue` is about the owner too, `60 % of the workers` about them alone.
    let of_them = words.any(found.start.wrapping_sub(1), "of")
        && quantity.kind != FigureKind::Money
        && !words.any(found.start, OWNERS)
        && !makes_up(words, start);
    // `a photo of a 9-year-old boy`
    let is_alone = of_them || quantity.kind == FigureKind::Age || stands_alone(words, quantity, &found);
    let doer = if is_alone { 0..0 } else { doer.start..doer.end.min(found.start) };
    both(doer, found)
}

/// Is the phrase `found` that the quantity is of about nothing else?
fn stands_alone(words: Words<'_>, quantity: &Quantity, found: &Range<usize>) -> bool {
    let (start, end) = (quantity.words.start, quantity.words.end);
    let tie = found.start.wrapping_sub(1);
    if found.end > start {
        // `in the delta, where three in five homes are of wood`
        return quantity.kind == FigureKind::Ratio
            && role::of(words, found.end) == Role::Verb
            && cue::lead(words, start, "").is_some_and(|at| words.any(at, "where and ,"));
    }
    let before = role::of(words, tie.wrapping_sub(1));
    let is_new = words.any(tie, "a an");
    // `a good year, with exports of $4bn`
    words.any(tie, "with on") && words.before(tie, 1) == ","
        // `, and a rise of 4 % has been sought`
        || is_new && before == Role::Break && role::of(words, end) == Role::Verb
        // `in a trial with 40 children`
        || is_new && before == Role::Preposition && words.any(found.end, "with")
        || words.any(found.end, MEASURING)
}

/// Does the number at `start` say how much of a whole its subject is? `men make up 40 % of the staff`, `the deficit
/// stands at 4 % of output`.
fn makes_up(words: Words<'_>, start: usize) -> bool {
    let lead = cue::lead(words, start, "up for at to").unwrap_or_default();
    let verb = lead.wrapping_sub(1);
    words.any(lead, "up") && words.any(verb, "make makes made making")
        || words.any(lead, "for") && words.any(verb, "account accounts accounted accounting")
        || words.any(lead, "represent represents comprise comprises at")
        || words.any(lead, "to") && cue::is_motion(words, verb)
}

/// The name that an age or a change stands behind: `Ann Lee` of `hit Ann Lee, 34,`, `Orlen` of `banks and Orlen (up 4 %)`.
pub(super) fn beside(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let start = quantity.words.start;
    let way = start.wrapping_sub(1);
    let mark = match quantity.kind {
        FigureKind::Age if quantity.words.len() == 1 => way,
        // `the largest group, 640,000, came from Selm`, `Ann Lee, nine, left`
        FigureKind::Count if quantity.noun.is_empty() && words.any(way, ",") && words.any(quantity.words.end, ",") => {
            return behind(words, way)
                .filter(|_| quantity.value < 100.0 || words.shape(way.wrapping_sub(1)) == Shape::Lower);
        }
        FigureKind::Percent | FigureKind::Money if words.any(way, "up down") => way.wrapping_sub(1),
        _ => return None,
    };
    let is_name = |at: &usize| words.any(*at, "&") || words.shape(*at).is_capitalized() && period::is_free(words, *at);
    let first = (0..mark).rev().take_while(is_name).last().filter(|_| words.any(mark, ", ("))?;
    // `sales in Kesh, up 4 %` are those of the sales.
    let is_part = way != mark && role::of(words, first.wrapping_sub(1)) == Role::Preposition;
    (!is_part).then_some(first..mark)
}

/// `government` of `the $4m that the government asked for`.
fn asker(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let (before, that) = (quantity.words.start.wrapping_sub(1), quantity.words.end);
    if !(words.any(before, "the") && words.any(that, "that")) || quantity.kind == FigureKind::Duration {
        return None;
    }
    // `beating the $4m that analysts expected` tells of what beat it.
    let asks = |verb: usize| role::of(words, verb) == Role::Verb && !words.any(verb, "expected");
    ahead(words, that + 1).filter(|phrase| asks(phrase.end))
}

/// `CN` of `$4m for CN and $3m for CP`.
fn getter(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let (start, end) = (quantity.words.start, quantity.words.end);
    if !words.any(end, "for") || !words.shape(end + 1).is_capitalized() || !period::is_free(words, end + 1) {
        return None;
    }
    let name = ahead(words, end + 1)?;
    let and = start.wrapping_sub(1);
    let follows = words.any(and, "and ,") && (and.saturating_sub(LONGEST / 2)..and).any(|at| words.any(at, "for"));
    let leads = words.any(name.end, "and ,") && quantity::begins(words, name.end + 1);
    (follows || leads).then_some(name)
}

/// What is sold, moved or changed by the quantity: in `sold the farm for $4m`, `cut the rate by 2 %`, `cut the rate from
/// 4 %` and `pulled the index 2 % lower` farm, rate and index.
fn moved(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    const ASKS: &str = "ask asks asked sue sued fined";
    let start = quantity.words.start;
    let near = |list: &str| (start.saturating_sub(3)..start).any(|at| words.any(at, list));
    let is_raised = words.any(quantity.words.end, "higher lower");
    // `cut power to 400 homes` cuts no homes.
    let (by, from, to) = (near("by"), near("from"), near("to") && quantity.noun.is_empty());
    // `puts the losses at $3m`
    let put = near("at");
    let sold = quantity.kind == FigureKind::Money && near("for");
    let is_share = quantity.kind == FigureKind::Percent;
    if !(is_raised || by || from || to || put || sold || is_share) {
        return None;
    }
    let object = object(words, start)?;
    let mut before = object.start.saturating_sub(2)..object.start;
    let fits = is_raised
        || by
        || sold && !before.clone().any(|at| words.any(at, ASKS))
        || put && before.clone().any(|at| words.any(at, "put puts putting"))
        || (from || to || is_share) && before.any(|at| cue::moves(words, at));
    fits.then_some(object)
}

/// Does the verb before the object at word `object` set its subject above it? `outnumbered` does.
fn beats(words: Words<'_>, object: usize) -> bool {
    let verb = object.wrapping_sub(1 + usize::from(role::of(words, object.wrapping_sub(1)) == Role::Filler));
    words.any(verb, "beat beats exceed exceeded exceeds outnumber outnumbered outpaced topped")
}

/// Is what is counted the subject of its own clause? Then the figure is about nothing else: `and 38 boats were sent`.
pub(super) fn is_subject(words: Words<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.words.start, quantity.words.end);
    // `as 40 workers left`, but `as many as 40 workers`
    let is_clause = |at: usize| {
        words.any(at, "as") && !words.any(at + 1, "many much the") && !words.any(at.wrapping_sub(1), "many much")
    };
    let is_lead = |at: &usize| cue::leads(words, *at) && !is_clause(*at);
    let lead = (start.saturating_sub(LONGEST)..start).rev().find(|at| !is_lead(at));
    let opens = lead.is_none_or(|at| {
        role::of(words, at) == Role::Break && !words.any(at, "which who than")
            || words.any(at, "said says after before since until as")
    });
    // `five people on the ground were killed`, `40 homes and 9 km of road are gone`
    let both = words.any(end, "and");
    let tied = both || role::of(words, end) == Role::Preposition;
    let first = end + usize::from(both);
    // `212 villages no longer have`
    let ends = |at: &usize| match role::of(words, *at) {
        Role::Verb | Role::Break => true,
        Role::Filler => false,
        _ => !tied,
    };
    let verb = (first..first + LONGEST / 2).find(ends);
    let acts = |at: usize| role::of(words, at) == Role::Verb && !words.at(at).ends_with("ing");
    // `a third of the people voted`, `60 % said no`, but `of the men asked, 60 % said no`
    let is_part = match quantity.kind {
        FigureKind::Ratio => words.any(end, "of"),
        FigureKind::Percent => !tied && !words.any(end, "compared") && !words.any(0, "of"),
        _ => false,
    };
    (is_part || !quantity.noun.is_empty()) && opens && verb.is_some_and(acts)
}

/// The phrase behind: `of NOUN` after a part, or a noun that the quantity describes.
fn after(words: Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    // `a 1.8 billion-mile (2.8bn km) journey`
    let at = past_bracket(words, quantity.words.end);
    // `60 % of its revenue`, `a 25 % stake in a shipyard`
    let has_parts = matches!(
        quantity.kind,
        FigureKind::Percent | FigureKind::Ratio | FigureKind::Money | FigureKind::Measure | FigureKind::Count
    );
    // `40 hours of training`, but `within 40 hours of the vote`
    let lasts = quantity.kind == FigureKind::Duration
        && role::of(words, at + 1) == Role::Content
        && !words.any(quantity.words.start.wrapping_sub(1), "within");
    if (has_parts || lasts) && words.any(at, "of") {
        return forward(words, at + 1);
    }
    if quantity.kind == FigureKind::Percent && words.any(at, "stake share tax") {
        return forward(words, at);
    }
    let gains = quantity.kind == FigureKind::Money
        && words.any(at, "in")
        && spelled::small(words.at(at + 1)).is_none()
        && words.shape(at + 1) == Shape::Lower
        && role::of(words, at + 1) == Role::Content;
    if gains {
        let phrase = forward(words, at + 1)?;
        // `$4m in losses in the state`
        let place = phrase.clone().find(|at| words.any(*at, "in")).unwrap_or(phrase.end);
        return Some(phrase.start..place);
    }
    let describes = quantity.noun.is_empty()
        && quantity.kind != FigureKind::Count
        && words.shape(at) != Shape::Mark
        && role::of(words, at) == Role::Content
        && (!words.any(at, SIZES) || words.glued(at + 1));
    let phrase = forward(words, at).filter(|_| describes)?;
    // `turbocharged` of `a turbocharged 1.6 liter engine`
    let start = quantity.words.start;
    let is_noun = |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at).is_word();
    let first = (start.saturating_sub(LONGEST)..start).rev().take_while(is_noun).last().unwrap_or(start);
    Some(first..phrase.end)
}

/// The phrase before `of` or a bracket: `net worth of $2bn`, `sales of 5,800`.
fn of_which(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let of = (1..=4)
        .map(|back| start.wrapping_sub(back))
        .find(|at| words.any(*at, "of worth with") || words.any(*at, MEASURING))?;
    let between = of + 1..start;
    if between.clone().any(|at| matches!(role::of(words, at), Role::Content | Role::Verb) && words.shape(at).is_word())
    {
        return None;
    }
    // `hit 40 homes in a storm with 90 mph winds`
    let near = behind(words, of).filter(|near| words.any(of, "with") && words.any(near.start.wrapping_sub(1), "a an"));
    let phrase = near.or_else(|| back(words, of))?;
    // `the deaths of 40 people and the taking of 12 hostages`
    let and = phrase.clone().rev().find(|at| words.any(*at, "and") && words.any(at + 1, "the"));
    let phrase = and.map_or(phrase.start, |and| and + 2)..phrase.end;
    let general = words.any(phrase.end - 1, "total average maximum minimum record rate number most close excess");
    // `a strike over a pay offer of 3 %`
    let article = phrase.clone().rev().find(|at| words.any(*at, "a an")).filter(|_| !general);
    let phrase = article.map_or(phrase.start, |article| article + 1)..phrase.end;
    Some(phrase).filter(|phrase| !(general && phrase.len() == 1))
}

/// The object between the nearest verb and the number at `start`: `sales` for `lifted sales by 35 %`.
fn object(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let floor = start.saturating_sub(LONGEST);
    let end = (floor..start).rev().find(|at| !cue::leads(words, *at) && role::of(words, *at) != Role::Preposition)? + 1;
    let phrase = back(words, end).filter(|_| !words.any(end - 1, "and or"))?;
    let verb = phrase
        .start
        .checked_sub(1)
        .map(|at| if role::of(words, at) == Role::Filler { at.saturating_sub(1) } else { at })?;
    // `pushed up the price of oil by 4 %`
    let verb = verb.saturating_sub(usize::from(words.any(verb, "up down")));
    let named = phrase.clone().any(|at| words.shape(at).is_word() && role::of(words, at) == Role::Content);
    (named && role::of(words, verb) == Role::Verb).then_some(phrase)
}

/// The subject whose verb is left out: `car with its driver` of `a ticket will cost $8, and a car with its driver $31`.
fn own(words: Words<'_>, start: usize) -> Option<Range<usize>> {
    let noun = (start.saturating_sub(LONGEST)..start).rev().find(|at| !cue::leads(words, *at))?;
    let named = role::of(words, noun) == Role::Content && words.shape(noun).is_word() && !words.glued(noun + 1);
    let phrase = back(words, noun + 1).filter(|_| named)?;
    let article = phrase.start - usize::from(role::of(words, phrase.start.wrapping_sub(1)) == Role::Filler);
    // `the risk for women rose by 4 %, and that for men by 2 %`
    let stands_for = role::of(words, article.wrapping_sub(1)) == Role::Preposition
        && words.any(article.wrapping_sub(2), "that those");
    let opens = words.any(article.wrapping_sub(1), ", ; and") || stands_for;
    (opens && subject::verb(words, start).is_some()).then_some(phrase)
}

/// The phrase that begins at word `at`, with the `of` and `in` phrases behind it.
fn forward(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let first = at;
    let ties = |at: usize| words.any(at, "of on in for");
    let joins = |at: &usize| match role::of(words, *at) {
        Role::Content => {
            words.shape(*at) != Shape::Number || words.shape(*at - 1).is_capitalized() || ages(words, *at).is_some()
        }
        Role::Filler => true,
        Role::Preposition if ages(words, *at).is_some() => true,
        Role::Preposition => ties(*at) && !quantity::begins(words, at + 1),
        Role::Break => *at > first && words.any(*at, "and or") && is_pair(words, *at),
        _ => false,
    };
    let end = (at..at + LONGEST).take_while(joins).last()? + 1;
    let last = (at..end).rev().find(|at| role::of(words, *at) == Role::Content)?;
    Some(at..last + 1)
}

/// Does the `and` tie two nouns of one phrase? In `mail and spare parts to Selm` it does, in `mail and parts were lost` not.
fn is_pair(words: Words<'_>, and: usize) -> bool {
    let is_noun = |at: &usize| role::of(words, *at) == Role::Content && words.shape(*at) == Shape::Lower;
    let next = (and + 1..and + 4).find(|at| !is_noun(at)).unwrap_or(and + 1);
    is_noun(&(and - 1))
        && next > and + 1
        && !quantity::begins(words, and + 1)
        && matches!(role::of(words, next), Role::Preposition | Role::Break)
}

/// Is the word a time, a power of ten or the `reported` of `a reported $3m`, which say when and how much rather than what?
fn is_outside(words: Words<'_>, at: usize) -> bool {
    const OTHERS: &str = "magnitude quarter quarters time morning evening afternoon reported total combined close";
    let word = words.at(at);
    words.any(at, OTHERS)
        || spelled::small(word).is_some()
        || number::power(word).is_some()
        || !period::is_free(words, at) && !is_modifier(words, at)
        // `a decade of delay` is told of, `the month of May` is not.
        || unit::is_time(words.at(at + usize::from(words.is_dash(at))))
            && !(words.any(at + 1, "of") && period::is_free(words, at + 2))
}

/// Does the month or day belong to what it stands before? `the September contract` is no time.
fn is_modifier(words: Words<'_>, at: usize) -> bool {
    words.any(at.wrapping_sub(1), "a the its")
        && words.shape(at + 1) == Shape::Lower
        && role::of(words, at + 1) == Role::Content
}

/// The `aged 18 to 34` that the word is a part of: it says of whom a figure is.
fn ages(words: Words<'_>, at: usize) -> Option<Range<usize>> {
    let aged =
        (at.saturating_sub(3)..=at).rev().find(|at| words.shape(*at) == Shape::Lower && words.any(*at, "aged"))?;
    let ends = words.shape(aged + 3) == Shape::Number && words.any(aged + 2, "to -");
    ends.then_some(aged..aged + 4)
}

/// The content words of a phrase that no figure of its sentence uses, neighbors in one span.
fn spans(words: Words<'_>, used: &[Range<usize>], phrase: Range<usize>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let (mut last, mut behind) = (None, 0);
    for at in phrase.clone() {
        behind = behind.max(past_bracket(words, at));
        if at < behind {
            continue;
        }
        // `Farmers' League`
        let owns = || words.any(at, "' ’") && words.before(at, 1).ends_with('s');
        let inner = last.is_some()
            && words.shape(at) == Shape::Mark
            && words.glued(at)
            && (words.glued(at + 1) && words.at(at + 1) != "s" || owns())
            && at + 1 < phrase.end;
        let place = used.partition_point(|place| place.end <= at);
        let is_used = used.get(place).is_some_and(|place| place.start <= at);
        let is_said = (inner || role::of(words, at) == Role::Content) && !is_used && !is_outside(words, at);
        // The age itself is about those who have it.
        let of_whom = |ages: Range<usize>| used.last().is_none_or(|own| !ages.contains(&own.start));
        let is_age =
            || (words.shape(at) == Shape::Number || words.any(at, "aged")) && ages(words, at).is_some_and(of_whom);
        if !(is_said || is_age()) {
            continue;
        }
        let span = words.span(at..at + 1);
        match spans.last_mut().filter(|_| at > 0 && last == at.checked_sub(1)) {
            Some(before) => *before = before.join(span),
            None => spans.push(span),
        }
        last = Some(at);
    }
    spans
}
