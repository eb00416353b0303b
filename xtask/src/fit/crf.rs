//! A linear-chain conditional random field, trained by stochastic gradient ascent: `AdaGrad` with regularized dual
//! averaging (Xiao 2010), whose L1 penalty leaves most weights at nothing.

use nutgraf::fit::{self, KINDS, LABELS, OUTSIDE, ROWS, begins, may_follow};

use super::data::{Document, Set};

/// Times that each stretch is seen.
const EPOCHS: usize = 12;

/// The pull to zero, for each stretch seen. Raise it and the file is smaller.
const PENALTY: f32 = 0.000_03;

/// The length of a step.
const RATE: f32 = 0.1;

/// What a weight is a whole number of.
const UNIT: f32 = 0.1;

/// Rows with fewer tokens than this have no weights.
const RAREST: u32 = 2;

/// A weight for each label.
pub type Row = [f32; LABELS];

/// Weights as whole numbers, see [`fit::Model`].
pub struct Weights {
    pub after: [[i8; LABELS]; LABELS],
    pub rows: Vec<[i8; LABELS]>,
}

/// Tokens with their features and labels.
struct Sequence {
    features: Vec<Vec<u32>>,
    labels: Vec<usize>,
}

/// Trains on the documents of the sets that teach.
pub fn train<'a>(documents: impl Iterator<Item = &'a Document>) -> Weights {
    let sequences: Vec<Sequence> = documents.filter(|document| document.set.teaches()).flat_map(sequences).collect();
    let mut trainer = Trainer::new(&sequences);
    let mut order: Vec<usize> = (0..sequences.len()).collect();
    let mut seed = 1_u64;
    for _ in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            // Knuth's multiplier: the order must be mixed, and the same each time.
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(at, (seed >> 33) as usize % (at + 1));
        }
        for at in &order {
            trainer.learn(&sequences[*at]);
        }
    }
    trainer.weights()
}

/// The stretches of a document. A feature of a set with other guidelines, or with noise, is doubled by one of the set's
/// own, which is trained and thrown away: what is peculiar to the set is learned there ("frustratingly easy domain
/// adaptation", Daumé 2007).
fn sequences(document: &Document) -> Vec<Sequence> {
    let own = match document.set {
        Set::Gmb => Some(1),
        Set::Wnut => Some(2),
        _ => None,
    };
    let end = document.part.unwrap_or(u32::MAX);
    let found = fit::sequences(&document.text).into_iter();
    let read = |tokens: fit::Sequence| {
        let (mut features, mut labels) = (Vec::new(), Vec::new());
        let mut last = 0;
        for (span, mut list) in tokens {
            let at = document.names.partition_point(|name| name.1 <= span.start);
            let name = document.names.get(at).filter(|name| name.0 < span.end);
            let kind =
                name.and_then(|name| kind(document.set, &name.2, &document.text[name.0 as usize..name.1 as usize]));
            let label = |(name, kind): (&(u32, u32, String), usize)| begins(kind) + usize::from(last > name.0);
            // Some sets have `Kigali, Rwanda` as one place, others as two.
            let comma = document.text[span.start as usize..span.end as usize] == *"," && kind == Some(LOCATION);
            labels.push(name.zip(kind).filter(|_| !comma).map_or(OUTSIDE, label));
            last = if comma { 0 } else { span.end };
            if let Some(own) = own {
                list.extend_from_within(..);
                let half = list.len() / 2;
                list[half..].iter_mut().for_each(|feature| *feature += (own * ROWS) as u32);
            }
            features.push(list);
        }
        Sequence { features, labels }
    };
    found.filter(|tokens| tokens.first().is_some_and(|(span, _)| span.start < end)).map(read).collect()
}

/// The index of places in [`KINDS`].
const LOCATION: usize = 2;

/// The index in [`KINDS`] of what a set calls `named`; dates and money are no names.
fn kind(set: Set, named: &str, text: &str) -> Option<usize> {
    use nutgraf::EntityKind::{Group, Location, Organization, Other, Person};
    // Two sets have peoples in one class with other names.
    let ends = ["an", "ans", "ese", "ish", "ic", "i", "is", "ch", "lim", "lims", "ew", "ews", "hs", "ts", "st"];
    let people = !text.contains(' ') && ends.iter().any(|end| text.ends_with(end));
    let kind = match (set, named.to_ascii_lowercase().as_str()) {
        (_, "per" | "person") => Person,
        (_, "org" | "organization" | "corporation") | (Set::Wnut, "group") => Organization,
        (Set::Gmb, "gpe") => {
            if people {
                Group
            } else {
                Location
            }
        }
        (_, "loc" | "location" | "geo" | "facility") => Location,
        (_, "norp") => Group,
        (Set::Wikigold, "misc") => {
            if people {
                Group
            } else {
                Other
            }
        }
        (_, "misc" | "product" | "creative-work" | "art" | "eve") => Other,
        _ => return None,
    };
    KINDS.iter().position(|known| *known == kind)
}

/// A weight in training: the sum of its gradients, and of their squares.
#[derive(Clone)]
struct Table {
    weight: Vec<Row>,
    sum: Vec<Row>,
    squares: Vec<Row>,
}

impl Table {
    fn new(rows: usize) -> Self {
        Self { weight: vec![[0.0; LABELS]; rows], sum: vec![[0.0; LABELS]; rows], squares: vec![[0.001; LABELS]; rows] }
    }

    fn learn(&mut self, row: usize, gradient: &Row, penalty: f32) {
        for (label, step) in gradient.iter().enumerate() {
            self.sum[row][label] += step;
            self.squares[row][label] += step * step;
        }
        self.settle(row, penalty);
    }

    fn settle(&mut self, row: usize, penalty: f32) {
        for label in 0..LABELS {
            let sum = self.sum[row][label];
            let left = (sum.abs() - penalty).max(0.0);
            self.weight[row][label] = sum.signum() * left * RATE / self.squares[row][label].sqrt();
        }
    }
}

struct Trainer {
    rows: Table,
    after: Table,
    counts: Vec<u32>,
    seen: f32,
}

impl Trainer {
    fn new(sequences: &[Sequence]) -> Self {
        let mut counts = vec![0; 3 * ROWS];
        for feature in sequences.iter().flat_map(|sequence| sequence.features.iter().flatten()) {
            counts[*feature as usize] += 1;
        }
        Self { rows: Table::new(3 * ROWS), after: Table::new(LABELS), counts, seen: 0.0 }
    }

    /// One step up the gradient of the likelihood of the sequence's labels.
    fn learn(&mut self, sequence: &Sequence) {
        self.seen += 1.0;
        let penalty = self.seen * PENALTY;
        let (tokens, between) = self.expect(sequence);
        for (features, gradient) in sequence.features.iter().zip(&tokens) {
            for feature in features.iter().map(|feature| *feature as usize).filter(|row| self.counts[*row] >= RAREST) {
                self.rows.learn(feature, gradient, penalty);
            }
        }
        for (row, gradient) in between.iter().enumerate() {
            self.after.learn(row, gradient, 0.0);
        }
    }

    /// The gradient by token and by pair of labels: what stands there less what the weights expect, by the
    /// forward-backward algorithm.
    fn expect(&self, sequence: &Sequence) -> (Vec<Row>, [Row; LABELS]) {
        let count = sequence.labels.len();
        let mut pair = [[0.0; LABELS]; LABELS];
        for (before, row) in pair.iter_mut().enumerate() {
            for (label, cell) in
                row.iter_mut().enumerate().filter(|(label, _)| may_follow(*label, false).contains(&before))
            {
                *cell = self.after.weight[before][label].exp();
            }
        }
        let token = |features: &Vec<u32>| {
            let mut row = [0.0; LABELS];
            for weights in features.iter().map(|feature| &self.rows.weight[*feature as usize]) {
                row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
            let most = row.iter().copied().fold(f32::MIN, f32::max);
            row.map(|sum: f32| (sum - most).exp())
        };
        let local: Vec<Row> = sequence.features.iter().map(token).collect();
        let mut forward: Vec<Row> = Vec::with_capacity(count);
        let mut before = [0.0; LABELS];
        before[OUTSIDE] = 1.0;
        for local in &local {
            let mut row = [0.0; LABELS];
            for label in 0..LABELS {
                let into: f32 = (0..LABELS).map(|from| before[from] * pair[from][label]).sum();
                row[label] = into * local[label];
            }
            before = scaled(row);
            forward.push(before);
        }
        let mut behind = [0.0; LABELS];
        for (from, cell) in behind.iter_mut().enumerate() {
            *cell = pair[from][OUTSIDE];
        }
        let mut tokens = vec![[0.0; LABELS]; count];
        let mut between = [[0.0; LABELS]; LABELS];
        let last = forward.last().map_or([0.0; LABELS], |row| product(row, &behind));
        for (from, share) in scaled(last).iter().enumerate() {
            between[from][OUTSIDE] -= share;
        }
        between[sequence.labels[count - 1]][OUTSIDE] += 1.0;
        let mut start = [0.0; LABELS];
        start[OUTSIDE] = 1.0;
        for at in (0..count).rev() {
            let label = sequence.labels[at];
            tokens[at] = scaled(product(&forward[at], &behind)).map(|share| -share);
            tokens[at][label] += 1.0;
            let (before, gold) = if at == 0 { (&start, OUTSIDE) } else { (&forward[at - 1], sequence.labels[at - 1]) };
            let here = product(&local[at], &behind);
            let mut shares = [[0.0; LABELS]; LABELS];
            let (mut sum, mut next) = (0.0, [0.0; LABELS]);
            for from in 0..LABELS {
                for to in 0..LABELS {
                    let share = pair[from][to] * here[to];
                    next[from] += share;
                    shares[from][to] = before[from] * share;
                    sum += shares[from][to];
                }
            }
            for (row, shares) in between.iter_mut().zip(&shares) {
                row.iter_mut().zip(shares).for_each(|(cell, share)| *cell -= share / sum);
            }
            between[gold][label] += 1.0;
            behind = scaled(next);
        }
        (tokens, between)
    }

    /// The weights in whole numbers, those of the sets' own features left out.
    fn weights(mut self) -> Weights {
        let whole = |row: &Row| row.map(|weight| (weight / UNIT).round().clamp(-127.0, 127.0) as i8);
        let penalty = self.seen * PENALTY;
        for row in 0..ROWS {
            self.rows.settle(row, penalty);
        }
        let rows = self.rows.weight.iter().take(ROWS).map(whole).collect();
        let mut after = [[0; LABELS]; LABELS];
        after.iter_mut().zip(&self.after.weight).for_each(|(to, from)| *to = whole(from));
        Weights { after, rows }
    }
}

fn product(left: &Row, right: &Row) -> Row {
    std::array::from_fn(|label| left[label] * right[label])
}

/// The row with a sum of one.
fn scaled(row: Row) -> Row {
    let sum: f32 = row.iter().sum();
    row.map(|cell| cell / sum.max(f32::MIN_POSITIVE))
}
