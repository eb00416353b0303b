//! The name model: a linear-chain conditional random field whose weights are whole numbers.
//!
//! `MODEL.md` tells what it was trained on; `cargo xtask fit entities` writes the file that is read here.

use std::{ops::Range, sync::LazyLock};

use super::kind::{KINDS, Votes};

/// What a token may be: no part of a name, or the first or a later token of one of the kinds.
pub const LABELS: usize = 1 + 2 * KINDS.len();

/// No part of a name.
pub const OUTSIDE: usize = 0;

/// The table has this many rows, and a feature is the number of one.
pub const ROWS: usize = 1 << 17;

/// What no sum of weights comes near: a label that cannot stand here.
const NEVER: i32 = i32::MIN / 4;

/// The weight of each label.
type Row<T> = [T; LABELS];

/// The model that this program was built with.
pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("names.bin")));

/// What speaks for each label, by feature, and for each label after each other.
pub struct Model {
    /// For each feature the index of its row. Most say nothing and have the first.
    places: Vec<u16>,
    /// The first is nothing but zeros.
    rows: Vec<Row<i8>>,
    /// What speaks for each label after each other, and the same for a token that is glued to the one before it.
    /// Before the first token, and behind the last, stands [`OUTSIDE`].
    after: [[Row<i32>; LABELS]; 2],
}

/// The number of the label that begins a name of the kind at `kind`.
pub fn begins(kind: usize) -> usize {
    1 + 2 * kind
}

/// The labels that `label` may follow. A later token of a name follows a token of the same kind only,
/// and nothing else follows one to which it is glued.
pub fn may_follow(label: usize, glued: bool) -> Range<usize> {
    match label {
        OUTSIDE if glued => OUTSIDE..OUTSIDE + 1,
        _ if label % 2 == 1 && glued => 0..0,
        _ if label == OUTSIDE || label % 2 == 1 => 0..LABELS,
        _ => label - 1..label + 1,
    }
}

impl Model {
    /// Reads the file of weights: those between labels; then how many others there are (four bytes), the gaps between
    /// them in a table of columns, and their values. A gap of 255 is followed by another.
    pub fn read(bytes: &[u8]) -> Self {
        let mut after = [[[NEVER; LABELS]; LABELS]; 2];
        let (between, rest) = bytes.split_at_checked(LABELS * LABELS).unwrap_or_default();
        for (at, weight) in between.iter().enumerate() {
            let (before, label) = (at / LABELS, at % LABELS);
            for (after, glued) in after.iter_mut().zip([false, true]) {
                if may_follow(label, glued).contains(&before) {
                    after[before][label] = weight.cast_signed().into();
                }
            }
        }
        let (count, rest) = rest.split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
        let gaps = rest.len().saturating_sub(u32::from_le_bytes(*count) as usize);
        let (gaps, values) = rest.split_at_checked(gaps).unwrap_or_default();
        let (mut at, mut values) = (0, values.iter());
        let (mut places, mut rows) = (vec![0; ROWS], vec![[0; LABELS]]);
        for gap in gaps {
            at += usize::from(*gap);
            if *gap == u8::MAX {
                continue;
            }
            let (label, feature) = (at / ROWS, at % ROWS);
            at += 1;
            let Some((place, value)) = places.get_mut(feature).zip(values.next()) else { break };
            if *place == 0 {
                *place = rows.len() as u16;
                rows.push([0; LABELS]);
            }
            if let Some(weight) = rows.get_mut(usize::from(*place)).and_then(|row| row.get_mut(label)) {
                *weight = value.cast_signed();
            }
        }
        Self { places, rows, after }
    }

    /// Adds what a feature says to the scores of a token. Not inlined at each of its features: the reader loads them all.
    #[inline(never)]
    pub(super) fn add(&self, feature: u32, scores: &mut Row<i32>) {
        let place = self.places.get(feature as usize).copied().unwrap_or_default();
        if place == 0 {
            return;
        }
        if let Some(row) = self.rows.get(usize::from(place)) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight);
            }
        }
    }

    /// The best labels for tokens with these scores, by the algorithm of Viterbi.
    /// A token that is glued to the one before it is part of the same name, or of none as well.
    pub(super) fn label(&self, tokens: &[Row<i32>], is_glued: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut best = [NEVER; LABELS];
        best[OUTSIDE] = 0;
        let mut origins: Vec<Row<u8>> = Vec::with_capacity(tokens.len());
        for (at, scores) in tokens.iter().enumerate() {
            let glued = at > 0 && is_glued(at);
            let (mut next, mut origin) = ([i32::MIN; LABELS], [0; LABELS]);
            let after = &self.after[usize::from(glued)];
            for (before, (best, weights)) in best.iter().zip(after).enumerate() {
                for ((next, origin), weight) in next.iter_mut().zip(&mut origin).zip(weights) {
                    let sum = best + weight;
                    let is_better = sum > *next;
                    *next = if is_better { sum } else { *next };
                    *origin = if is_better { before as i32 } else { *origin };
                }
            }
            for (next, score) in next.iter_mut().zip(scores) {
                *next = (*next + score).max(NEVER);
            }
            best = next;
            origins.push(origin.map(|origin| origin as u8));
        }
        let last = |label: &usize| (best[*label] + self.after[0][*label][OUTSIDE], std::cmp::Reverse(*label));
        let mut label = (0..LABELS).max_by_key(last).unwrap_or(OUTSIDE);
        let mut labels = vec![OUTSIDE; tokens.len()];
        for (slot, origin) in labels.iter_mut().zip(origins).rev() {
            *slot = label;
            label = usize::from(origin[label]);
        }
        labels
    }

    /// What the tokens of a name say for each kind.
    pub(super) fn votes(&self, name: &[Row<i32>]) -> Votes {
        let mut votes = Votes::default();
        for (index, kind) in KINDS.into_iter().enumerate() {
            let first = begins(index);
            let inside = self.after[0][first + 1][first + 1];
            let sum = name.iter().enumerate().map(|(at, scores)| match at {
                0 => scores[first],
                1 => scores[first + 1] + self.after[0][first][first + 1],
                _ => scores[first + 1] + inside,
            });
            votes.add(kind, sum.sum::<i32>() + self.after[0][OUTSIDE][first]);
        }
        votes
    }
}
