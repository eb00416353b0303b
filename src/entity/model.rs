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

/// The weight of each label.
type Row<T> = [T; LABELS];

/// The model that this program was built with.
pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("names.bin")));

/// What speaks for each label, by feature, and for each label after each other.
pub struct Model {
    /// A bit for each feature that says anything: few do, and these bits stay in the processor's nearest memory.
    telling: Vec<u64>,
    /// For each word of `telling`, how many bits are set before it.
    before: Vec<u32>,
    /// The rows of the telling features.
    rows: Vec<Row<i8>>,
    /// Before the first token, and behind the last, stands [`OUTSIDE`].
    after: [Row<i8>; LABELS],
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
        let mut after = [[0; LABELS]; LABELS];
        let (between, rest) = bytes.split_at_checked(LABELS * LABELS).unwrap_or_default();
        for (to, from) in after.iter_mut().flatten().zip(between) {
            *to = from.cast_signed();
        }
        let (count, rest) = rest.split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
        let gaps = rest.len().saturating_sub(u32::from_le_bytes(*count) as usize);
        let (gaps, values) = rest.split_at_checked(gaps).unwrap_or_default();
        let mut telling = vec![0; ROWS / 64];
        for at in places(gaps) {
            if let Some(bits) = telling.get_mut(at % ROWS / 64) {
                *bits |= 1 << (at % 64);
            }
        }
        let mut count = 0;
        let ranks = telling.iter().map(|bits: &u64| {
            count += bits.count_ones();
            count - bits.count_ones()
        });
        let before = ranks.collect();
        let mut model = Self { telling, before, rows: vec![[0; LABELS]; count as usize], after };
        for (at, value) in places(gaps).zip(values) {
            let index = model.index(at % ROWS);
            let row = index.and_then(|index| model.rows.get_mut(index));
            if let Some(weight) = row.and_then(|row| row.get_mut(at / ROWS)) {
                *weight = value.cast_signed();
            }
        }
        model
    }

    /// Where the row of a feature stands.
    fn index(&self, feature: usize) -> Option<usize> {
        let (bits, bit) = (*self.telling.get(feature / 64)?, 1_u64 << (feature % 64));
        let before = || self.before.get(feature / 64);
        (bits & bit != 0).then(before)?.map(|before| (before + (bits & (bit - 1)).count_ones()) as usize)
    }

    /// Adds what a feature says to the scores of a token.
    pub(super) fn add(&self, feature: u32, scores: &mut Row<i32>) {
        if let Some(row) = self.index(feature as usize).and_then(|index| self.rows.get(index)) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight);
            }
        }
    }

    /// The best labels for tokens with these scores, by the algorithm of Viterbi.
    /// A token that is glued to the one before it is part of the same name, or of none as well.
    pub(super) fn label(&self, tokens: &[Row<i32>], is_glued: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut best = [i32::MIN / 2; LABELS];
        best[OUTSIDE] = 0;
        let mut origins: Vec<Row<u8>> = Vec::with_capacity(tokens.len());
        for (at, scores) in tokens.iter().enumerate() {
            let glued = at > 0 && is_glued(at);
            let (mut next, mut origin) = ([i32::MIN / 2; LABELS], [0; LABELS]);
            for (label, score) in scores.iter().enumerate() {
                for before in may_follow(label, glued) {
                    let sum = best[before] + i32::from(self.after[before][label]) + score;
                    if sum > next[label] {
                        (next[label], origin[label]) = (sum, before as u8);
                    }
                }
            }
            best = next;
            origins.push(origin);
        }
        let last = |label: &usize| (best[*label] + i32::from(self.after[*label][OUTSIDE]), std::cmp::Reverse(*label));
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
            let inside = i32::from(self.after[first + 1][first + 1]);
            let sum = name.iter().enumerate().map(|(at, scores)| match at {
                0 => scores[first],
                1 => scores[first + 1] + i32::from(self.after[first][first + 1]),
                _ => scores[first + 1] + inside,
            });
            votes.add(kind, sum.sum::<i32>() + i32::from(self.after[OUTSIDE][first]));
        }
        votes
    }
}

/// The places between which there are these gaps.
fn places(gaps: &[u8]) -> impl Iterator<Item = usize> {
    let mut next = 0;
    gaps.iter().filter_map(move |gap| {
        next += usize::from(*gap);
        (*gap != u8::MAX).then(|| {
            next += 1;
            next - 1
        })
    })
}
