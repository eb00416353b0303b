//! The invariants that hold for every text, whoever wrote it: the tests check them, and so do the targets of `fuzz/`.

use nutgraf::{
    BlockKind, MOST_PICKS, Options, Span, Summary,
    offsets::{Offsets, Unit},
    summarize,
    view::SummaryView,
};

/// Checks every invariant of one text; the error says which is broken.
pub fn hold(text: &str, options: &Options) -> Result<(), String> {
    let summary = summarize(text, options);
    spans_are_slices(&summary)?;
    blocks_cover_the_text(&summary)?;
    sentences_cover_the_body(&summary)?;
    picks_are_ordered(&summary, options)?;
    facts_lie_in_sentences(&summary)?;
    let again = format!("{:?}", summarize(text, options));
    ensure(format!("{summary:?}") == again, || "two runs differ".to_owned())?;
    for unit in [Unit::Utf16, Unit::Chars, Unit::Bytes] {
        offsets_lead_back(&summary, unit)?;
    }
    Ok(())
}

fn ensure(holds: bool, broken: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken()) }
}

/// Every span is a slice of the text, without white space at its ends.
fn spans_are_slices(summary: &Summary<'_>) -> Result<(), String> {
    let blocks = summary.blocks.iter().map(|block| block.span);
    let sentences = summary.sentences.iter().map(|sentence| sentence.span);
    let mentions =
        summary.entities.iter().flat_map(|entity| entity.mentions.iter().chain([&entity.name]).chain(&entity.short));
    let figures = summary.figures.iter().flat_map(|figure| {
        let whole = [figure.span].into_iter().chain(figure.period.map(|period| period.span)).chain(figure.source);
        whole.chain(figure.concept.iter().chain(&figure.label).copied())
    });
    let removed = summary.removed.iter().map(|removed| removed.span);
    let byline = summary.byline.iter().flat_map(|byline| byline.authors.iter().copied().chain([byline.span]));
    let dateline =
        summary.dateline.iter().flat_map(|dateline| [Some(dateline.span), dateline.place, dateline.agency]).flatten();
    let all =
        blocks.chain(sentences).chain(mentions.copied()).chain(figures).chain(removed).chain(byline).chain(dateline);
    for span in all.chain(summary.title) {
        let slice = summary.text.get(span.start as usize..span.end as usize);
        ensure(slice.is_some_and(|slice| !slice.is_empty() && slice == slice.trim()), || {
            format!("{span:?} is the slice {slice:?}")
        })?;
    }
    Ok(())
}

/// Blocks stand in order, and only white space stands between them; what was removed is furniture.
fn blocks_cover_the_text(summary: &Summary<'_>) -> Result<(), String> {
    let mut end = 0;
    for block in &summary.blocks {
        let between = summary.text.get(end as usize..block.span.start as usize);
        ensure(between.is_some_and(|between| between.chars().all(is_blank)), || format!("{between:?} is in no block"))?;
        end = block.span.end;
        let removed = summary.removed.iter().any(|removed| removed.span.contains(block.span));
        ensure(removed == (block.kind == BlockKind::Furniture), || format!("{block:?} is removed: {removed}"))?;
    }
    let rest = summary.text.get(end as usize..).unwrap_or_default();
    ensure(rest.chars().all(is_blank), || format!("{rest:?} is in no block"))
}

/// Sentences stand in order in their blocks, and together cover each body block but for white space.
fn sentences_cover_the_body(summary: &Summary<'_>) -> Result<(), String> {
    let mut sentences = summary.sentences.iter().peekable();
    for (index, block) in summary.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_body()) {
        let mut end = block.span.start;
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block as usize == index) {
            let between = summary.text.get(end as usize..sentence.span.start as usize);
            ensure(between.is_some_and(|between| between.chars().all(is_blank)), || {
                format!("{between:?} is in no sentence")
            })?;
            end = sentence.span.end;
        }
        let rest = summary.text.get(end as usize..block.span.end as usize);
        ensure(rest.is_some_and(|rest| rest.chars().all(is_blank)), || format!("{rest:?} is in no sentence"))?;
    }
    ensure(sentences.next().is_none(), || "a sentence stands in no body block".to_owned())?;
    ensure(summary.sentences.len() == summary.scores.len(), || "a sentence has no score".to_owned())
}

fn picks_are_ordered(summary: &Summary<'_>, options: &Options) -> Result<(), String> {
    let picks = &summary.picks;
    ensure(picks.windows(2).all(|pair| pair[0].sentence < pair[1].sentence), || "picks are out of order".to_owned())?;
    ensure(picks.len() <= MOST_PICKS, || format!("{} picks", picks.len()))?;
    ensure(picks.is_empty() == summary.sentences.is_empty(), || "a story with sentences has no pick".to_owned())?;
    let span = |index: u32| summary.sentences[index as usize].span;
    for (index, sentence) in summary.sentences.iter().enumerate() {
        let wanted = options.pins.iter().any(|pin| pin.overlaps(sentence.span));
        let pinned = picks.iter().any(|pick| pick.pinned && pick.sentence as usize == index);
        ensure(wanted == pinned || picks.len() == MOST_PICKS, || {
            format!("pinned {pinned}, wanted {wanted}: {:?}", sentence.span)
        })?;
    }
    let words: usize = picks.iter().map(|pick| span(pick.sentence).of(summary.text).split_whitespace().count()).sum();
    let free = picks.iter().any(|pick| pick.pinned) || picks.len() == 1;
    let most = options.budget.words.map_or(usize::MAX, |words| words as usize);
    ensure(free || words <= most, || format!("{words} words where {most} are the most"))
}

/// Mentions do not overlap and lie in sentences, names are mentions; figures stand in order in theirs.
fn facts_lie_in_sentences(summary: &Summary<'_>) -> Result<(), String> {
    let in_one = |span: Span| summary.sentences.iter().any(|sentence| sentence.span.contains(span));
    let mut mentions: Vec<Span> = summary.entities.iter().flat_map(|entity| &entity.mentions).copied().collect();
    mentions.sort_unstable();
    ensure(mentions.windows(2).all(|pair| pair[0].end <= pair[1].start), || format!("mentions overlap: {mentions:?}"))?;
    ensure(mentions.iter().all(|mention| in_one(*mention)), || "a mention lies in no sentence".to_owned())?;
    for entity in &summary.entities {
        ensure(entity.mentions.is_sorted() && entity.mentions.contains(&entity.name), || format!("{entity:?}"))?;
    }
    let figures = &summary.figures;
    ensure(figures.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), || "figures overlap".to_owned())?;
    for figure in figures {
        let sentence = summary.sentences.get(figure.sentence as usize).map(|sentence| sentence.span);
        ensure(sentence.is_some_and(|sentence| sentence.contains(figure.span)), || {
            format!("{figure:?} is not in its sentence")
        })?;
        let finite = figure.value.into_iter().chain(figure.high).all(f64::is_finite);
        ensure(finite, || format!("{figure:?} has no finite value"))?;
    }
    let mut ranks: Vec<u32> = figures.iter().filter_map(|figure| figure.rank).collect();
    ranks.sort_unstable();
    ensure(ranks.iter().zip(1..).all(|(rank, expected)| *rank == expected), || format!("ranks are {ranks:?}"))
}

/// What a caller cuts out at the offsets of its unit is what the core saw there; scores are the sums of their parts.
fn offsets_lead_back(summary: &Summary<'_>, unit: Unit) -> Result<(), String> {
    let view = SummaryView::new(summary, &Offsets::new(summary.text, unit));
    let cut = |start: u32, end: u32| match unit {
        Unit::Chars => summary.text.chars().skip(start as usize).take((end - start) as usize).collect(),
        Unit::Bytes => summary.text[start as usize..end as usize].to_owned(),
        _ => {
            let units: Vec<u16> = summary.text.encode_utf16().collect();
            String::from_utf16(&units[start as usize..end as usize]).unwrap_or_default()
        }
    };
    let picks = view.picks.iter().map(|pick| (pick.start, pick.end, pick.text));
    let figures = view.figures.iter().map(|figure| (figure.start, figure.end, figure.text));
    let sources =
        view.figures.iter().filter_map(|figure| figure.source).map(|source| (source.start, source.end, source.text));
    for (start, end, text) in picks.chain(figures).chain(sources) {
        ensure(cut(start, end) == text, || {
            format!("{start}..{end} in {unit:?} is {:?}, not {text:?}", cut(start, end))
        })?;
    }
    let sentences = view.sentences.iter().map(|sentence| (sentence.score, &sentence.parts));
    for (score, parts) in sentences.chain(view.picks.iter().map(|pick| (pick.score, &pick.parts))) {
        ensure(score == parts.iter().map(|part| part.points).sum::<i32>(), || {
            format!("{score} is not the sum of {parts:?}")
        })?;
        let named: Vec<&str> = parts.iter().map(|part| part.reason).collect();
        ensure(named.contains(&"entities") && named.contains(&"figures"), || format!("{named:?}"))?;
    }
    Ok(())
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}
