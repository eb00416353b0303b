//! When a figure holds: the date that its own clause gives as its time.

use std::ops::Range;

use super::{
    Figure, FigureKind, Period, cue, number,
    phrase::past_bracket,
    quantity::{self, Quantity},
    role::{self, Role},
    subject, unit,
    words::Words,
};
use crate::token::Shape;

/// Which of several times a duration is.
const WHICH: &str = "past last next first previous coming final";

/// Gives each figure of a sentence its date, the nearer where there are two; times have their own.
///
/// `places` are the words of the figures.
pub(super) fn add_periods(words: Words<'_>, figures: &mut [Figure], places: &[Range<usize>]) {
    let dates: Vec<(&Range<usize>, Period)> =
        places.iter().zip(figures.iter()).filter_map(|(place, figure)| Some((place, figure.period?))).collect();
    let mut next = 0;
    for (figure, place) in figures.iter_mut().zip(places).filter(|(figure, _)| figure.period.is_none()) {
        while dates.get(next).is_some_and(|(date, _)| date.start < place.start) {
            next += 1;
        }
        // `cut the rate on Friday from 4 % to 3 %`
        let from = usize::from(figure.high.is_some() && words.any(place.start.wrapping_sub(1), "from"));
        let place = place.start - from..place.end;
        let near = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|at| dates.get(at));
        let held = near.filter(|(date, _)| holds(words, date, &place));
        // `75 % in May and 90 ships left in June`
        let is_past_joint = |date: &Range<usize>| {
            let is_list =
                || words.at(date.end) == "," && lead(words, date).is_some_and(|lead| !is_fronted(words, lead));
            date.end < place.start && (words.any(date.end, "and but or to") || is_list())
        };
        let distance = |date: &Range<usize>| date.start.max(place.start).saturating_sub(date.end.min(place.end));
        let nearest = held.min_by_key(|(date, _)| (is_past_joint(date), distance(date)));
        let shared = || dates.get(next.checked_sub(1)?).filter(|(date, _)| is_shared(words, date, &place));
        let nearest = nearest.or_else(shared);
        figure.period = nearest.map(|(date, period)| bounded(words, date, *period));
    }
}

/// The words of the time that a duration is: `past five years` of `over the past five years`, `first nine months of 2025`
/// and `two years ago`.
pub(super) fn time(words: Words<'_>, duration: &Range<usize>) -> Option<Range<usize>> {
    let end = duration.end;
    if words.any(end, "ago") {
        return Some(duration.start..end + 1);
    }
    let which = duration.start.wrapping_sub(1);
    let is_time =
        words.any(which, WHICH) && words.any(which.wrapping_sub(1), "the its his her their in over for during within");
    let year = end + 1 + usize::from(words.any(end + 1, "the this last"));
    let is_year = words.any(year, "year") || words.at(year).len() == 4 && words.shape(year) == Shape::Number;
    let end = if words.any(end, "of") && is_year { year + 1 } else { end };
    (is_time && !words.any(end, "of")).then_some(which..end)
}

/// Does `over` before a time say within what? `a raise of 3 % over two years` took two, `for over two years` took more.
pub(super) fn is_span(words: Words<'_>, quantity: &Quantity) -> bool {
    let over = quantity.words.start.wrapping_sub(1);
    let before = role::of(words, over.wrapping_sub(1));
    quantity.kind == FigureKind::Duration
        && words.any(over, "over")
        && !matches!(before, Role::Preposition | Role::Verb | Role::Break)
}

/// Does the date hold on for the figure, which `and` ties to it? In `12 men were held on Sunday, and 40 cars were seized` it
/// does, in `, and 40 have fled` it does not.
fn is_shared(words: Words<'_>, date: &Range<usize>, figure: &Range<usize>) -> bool {
    let is_next = figure.start == date.end + 2 && words.at(date.end) == "," && words.any(date.end + 1, "and");
    let goes_on = |at| words.any(at, "have has will can is are");
    is_next && !(figure.end..figure.end + 2).any(goes_on) && lead(words, date).is_some()
}

/// The period with what bounds it: `since January` is open at its end, `by June` at its beginning.
fn bounded(words: Words<'_>, date: &Range<usize>, period: Period) -> Period {
    let article = usize::from(words.any(date.start.wrapping_sub(1), "the"));
    let is_moment = words.any(date.end + 1, "when");
    let Some(tie) = date.start.checked_sub(1 + article).filter(|_| !is_moment) else { return period };
    let span = words.span(tie..date.end);
    match words.at(tie) {
        "since" | "from" => Period { span, from: period.from, to: None },
        "by" | "until" => Period { span, from: None, to: period.to },
        _ => period,
    }
}

/// The most words of a base with its `from`.
const BASE: usize = 6;

/// The most words between a figure and its date.
const REACH: usize = 40;

/// Is the date in the words `date` the time of the figure in the words `figure`?
///
/// In `In 2020, 40 boats sank`, `sales rose 4 % on Monday` and `between May 1 and June 3 pirates took 12 ships` it is;
/// not in `12 % more than in 2025`, `4,000 people, the most since its founding in 1987` and `the 2015 fire killed 3`.
fn holds(words: Words<'_>, date: &Range<usize>, figure: &Range<usize>) -> bool {
    let Some(lead) = lead(words, date) else { return false };
    let is_behind = date.start >= figure.end;
    // `lost $40m (€36m) on Monday`
    let end = past_bracket(words, figure.end);
    let mut between = if is_behind { end.min(lead)..lead } else { date.end..figure.start };
    // `rose from $3m in 2019 to $5m`
    let is_of_base =
        !is_behind && words.any(date.end, "to") && (lead.saturating_sub(BASE)..lead).any(|at| words.any(at, "from"));
    // `rose 4 % since May to $3m`
    let is_since = !is_behind
        && words.any(lead, "since")
        && words.any(lead.wrapping_sub(1), unit::SHARES)
        && words.any(figure.start.wrapping_sub(1), "to");
    // `$15 an hour from May and 4 days of leave`
    let is_start = !is_behind && lead > 0 && words.any(lead, "from");
    if is_of_base || is_since || is_start {
        return false;
    }
    let fronted = !is_behind && is_fronted(words, lead);
    between.start += usize::from(fronted && words.any(between.start, ", :"));
    if between.len() > REACH {
        return false;
    }
    between.clone().all(|at| !parts(words, at, &between, is_behind, fronted))
}

/// The first word of the adverbial that the date stands in; none where it describes a noun or dates something else.
fn lead(words: Words<'_>, date: &Range<usize>) -> Option<usize> {
    const SAYING: &str = "said says told reported announced published dated";
    const ORIGINS: &str = "founded founding foundation made built established created creation signed began inception independence \
         formed formation ended ending held scheduled due win started start launched provided approved passed \
         enacted adopted elected bought acquired reached set";
    // `in the 2011 census`
    const EVENTS: &str = "election elections polls census season tournament";
    let starts_alone = words.any(date.end, "ago")
        || words.any(date.start, "between from last this next yesterday today tomorrow the")
        || words.ends(date.start, "day");
    let mut at = date.start;
    while at > 0
        && (words.any(at - 1, "the its his her their early late mid - fiscal year month") || words.any(at - 1, WHICH))
    {
        at -= 1;
    }
    let before = at.wrapping_sub(1);
    // `over the last year`, but `4 % over last year`
    let is_share = words.any(before.wrapping_sub(1), unit::SHARES);
    let compares = words.any(before, "over") && (is_share || words.any(at, "this last"));
    // `debt as on March 31`, `as of March 31`
    let is_state = words.any(before, "on of") && words.any(at.wrapping_sub(2), "as");
    // `$15 an hour from January`, but `up from January`
    let opens = words.any(before, "from")
        && !words.any(date.end, "to until till through ' ’ 's ’s")
        && !(before.saturating_sub(BASE)..before).any(|at| cue::is_motion(words, at));
    let tied =
        is_state || opens || !compares && words.any(before, "in on at during for over throughout since by until");
    if !tied && (!starts_alone || role::of(words, before) == Role::Preposition) {
        return None;
    }
    let lead = at - usize::from(tied) - usize::from(is_state);
    // `since construction began in 2018`
    if let Some(since) = words.last_of(lead.saturating_sub(4)..lead, "since").filter(|_| tied) {
        return Some(since);
    }
    let governor = lead.checked_sub(1);
    // `a law passed in 1990` dates the law, `it was passed in 1990` what was passed.
    let is_owner = words.shape(date.end) == Shape::Clitic;
    let is_origin = governor
        .filter(|_| !is_owner)
        .is_some_and(|at| words.any(at, ORIGINS) && !words.any(at.wrapping_sub(1), "was were been"))
        || governor.is_some_and(|at| words.any(at, SAYING));
    let describes = role::of(words, date.end) == Role::Content
        && words.shape(date.end) == Shape::Lower
        && lead > 0
        && !words.any(date.end, EVENTS);
    (!is_origin && !describes).then_some(lead)
}

/// Does the adverbial stand before its clause? `In 2020, …` and `…, between May 1 and June 3, …` do.
fn is_fronted(words: Words<'_>, lead: usize) -> bool {
    // `In a ballot last month, …`
    let is_in_phrase = || {
        lead <= REACH
            && role::of(words, 0) == Role::Preposition
            && (1..lead).all(|at| role::of(words, at) != Role::Verb)
    };
    lead == 0
        // `debt as on March 31, 2024, stood at`
        || words.any(lead, "as")
        || matches!(words.at(lead - 1), "," | ";" | "“" | "\"")
        || words.any(lead - 1, "that and but far")
        || is_in_phrase()
}

/// Does another clause begin at the word, which stands between a figure and the date before it or `is_behind` it? In `In
/// May, hail fell and killed 12` the date, `fronted`, is that of both verbs.
fn parts(words: Words<'_>, at: usize, between: &Range<usize>, is_behind: bool, fronted: bool) -> bool {
    const HARM: &str = "killed died dead injured wounded hurt drowned";
    const CLAUSES: &str = "after before since until till amid despite following except says said";
    let word = words.at(at);
    let is_first = between.start == at;
    if word == "," {
        // `hit the coast on Friday, killing 12`
        let follows = words.ends(at + 1, "ing");
        // `burst on Monday, sending water through the town and killing 12`
        let leads_on = follows && (is_first || fronted) && !words.any(at + 1, "according") && !is_behind;
        // `61 tonnes in 2025, 3 percent less than`, `in 2009, when 64 died`, `27 people, among them eight children, drowned`
        let compares = between.len() == 1 && is_compared(words, between.end)
            // `$4m in 2025, up 3 percent`, `in 2025, a 3 percent rise`
            || between.len() == 2 && words.any(at + 1, "up down a");
        // `612,000 passengers last year, a rise of 5 %`
        let names_change = words.any(at + 1, "a an") && (at + 2..at + 4).any(|at| cue::is_motion(words, at));
        // `2,400 jobs, or 8 % of its staff, by June`
        let closes = at + 1 == between.end && !is_first || words.any(at + 1, "or");
        // `the mill, which opened in 2019 and cost $4m, employs 40`
        let tells_apart = |open: usize| open < between.start && words.any(open + 1, "which who whose");
        // `27 people, among them eight children, drowned`
        let goes_on = closes
            || names_change
            || words.any(at + 1, "when among including mostly aged") && is_first
            // `closed on Friday, with 40 jobs lost`
            || is_first && !is_behind && words.any(at + 1, "with")
            || fronted && words.any(at + 1, "but while")
            || is_first && words.any(at.wrapping_sub(3), "them including")
            || !is_first && role::of(words, at + 1) == Role::Verb && !words.ends(at + 1, "ing");
        return !(compares || goes_on) && (is_first && !follows || !(leads_on || is_list(words, at)))
            || subject::aside(words, at).is_some_and(tells_apart);
    }
    // `12 people died when the boat sank on Sunday`, `the 12 people who sank in May`
    if words.any(at, "when as") || is_first && words.any(at, "that who") {
        return false;
    }
    if words.any(at, if fronted { "and or but while" } else { "and or" }) {
        // `gave $9 for the drive and took 6 doses in April`: April is the doses', but `will cut 40 jobs and shut 6 mines by May`.
        let shares = is_list(words, at)
            && (is_first
                || words.any(between.end, "by")
                || role::of(words, at + 1) != Role::Verb
                || words.ends(at + 1, "ing"));
        return !fronted && !shares && (at + 1..between.end).any(|at| role::of(words, at) == Role::Verb);
    }
    if words.any(at, "( ) ; : — – “ ” \"") || words.is_dash(at) && !words.glued(at) {
        return true;
    }
    if words.any(at, "from against") {
        return quantity::begins(words, at + 1)
            || words.any(at + 1, "a an") && unit::behind(words, at + 2, 0).is_some();
    }
    let is_bound = words.any(at, "than") && quantity::begins(words, at + 1);
    // `crashed shortly after takeoff on Sunday`, `struck before dawn on Monday`
    let is_moment = || {
        words.any(at.wrapping_sub(1), "shortly soon just moments minutes")
            || words.any(at + 1, "dawn sunrise noon midday sunset dusk midnight")
    };
    // `40 died after a boat sank on Friday`
    let harmed = || is_behind && words.any(at, "after") && words.has(between.start.saturating_sub(4)..at, HARM);
    words.any(at, CLAUSES) && !is_moment() && !harmed()
        || role::of(words, at) == Role::Break && words.shape(at).is_word() && !is_bound
        || words.any(at, "as compared versus")
}

/// Is the share at word `at` more or less than another? `3 percent less` is.
fn is_compared(words: Words<'_>, at: usize) -> bool {
    let end = number::read(words, at).map_or(at, |number| number.words.end);
    let end = unit::behind(words, end, 0).map_or(end, |unit| unit.end);
    words.any(end, "more less fewer higher lower below above up down")
}

/// Does the comma or `and` only lead to another figure or verb of the same clause? In `killing 12, wounding 30 and
/// taking 5` they do.
fn is_list(words: Words<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(words.any(at + 1, "and"));
    let object = (next + 1..next + 4).find(|at| !cue::leads(words, *at)).unwrap_or(next + 1);
    quantity::begins(words, next) || role::of(words, next) == Role::Verb && quantity::begins(words, object)
}
