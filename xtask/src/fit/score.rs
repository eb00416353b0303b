//! Exact spans found, as `ner.py` counts them.

use std::{collections::BTreeSet, fmt};

use nutgraf::{Entity, EntityKind};

use super::data::Document;

/// Types that are no names at all.
const NO_NAMES: [&str; 7] = ["DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"];

/// Right, found and asked for, with and without regard to the kind.
#[derive(Default)]
pub struct Tally {
    typed: [usize; 3],
    any: [usize; 3],
    /// By kind: person, organization, location.
    kinds: [[usize; 3]; 3],
}

type Names = BTreeSet<(u32, u32, usize)>;

impl Tally {
    pub fn count(&mut self, document: &Document, found: &[Entity]) {
        let mut asked = Names::new();
        let mut other = BTreeSet::new();
        for (start, end, named) in &document.names {
            match asked_kind(named) {
                Some(kind) => drop(asked.insert((*start, *end, kind))),
                None if !NO_NAMES.contains(&named.to_ascii_uppercase().as_str()) => drop(other.insert((*start, *end))),
                None => {}
            }
        }
        let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];
        let number = |entity: &Entity| kinds.iter().position(|kind| *kind == entity.kind);
        let spans = found.iter().filter_map(|entity| Some((number(entity)?, &entity.mentions)));
        let found: Names =
            spans.flat_map(|(kind, spans)| spans.iter().map(move |span| (span.start, span.end, kind))).collect();
        add(&mut self.typed, &asked, &found);
        for (kind, sums) in self.kinds.iter_mut().enumerate() {
            let of = |names: &Names| names.iter().filter(|name| name.2 == kind).copied().collect();
            add(sums, &of(&asked), &of(&found));
        }
        let bare = |names: &Names| names.iter().map(|name| (name.0, name.1, 0)).collect::<Names>();
        let found = bare(&found).into_iter().filter(|name| !other.contains(&(name.0, name.1))).collect();
        add(&mut self.any, &bare(&asked), &found);
    }

    pub fn add(&mut self, other: &Self) {
        let sums = |tally: &Self| [&[tally.typed, tally.any], &tally.kinds[..]].concat();
        let sum: Vec<[usize; 3]> =
            sums(self).iter().zip(sums(other)).map(|(a, b)| std::array::from_fn(|at| a[at] + b[at])).collect();
        (self.typed, self.any, self.kinds) = (sum[0], sum[1], [sum[2], sum[3], sum[4]]);
    }
}

fn asked_kind(named: &str) -> Option<usize> {
    match named.to_ascii_uppercase().as_str() {
        "PER" | "PERSON" => Some(0),
        "ORG" | "ORGANIZATION" => Some(1),
        "LOC" | "LOCATION" | "GPE" | "FAC" | "FACILITY" => Some(2),
        _ => None,
    }
}

fn add(sums: &mut [usize; 3], asked: &Names, found: &Names) {
    sums[0] += asked.intersection(found).count();
    sums[1] += found.len();
    sums[2] += asked.len();
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f1 = |sums: &[usize; 3]| 200.0 * sums[0] as f64 / (sums[1] + sums[2]).max(1) as f64;
        let [person, organization, location] = self.kinds.map(|sums| f1(&sums));
        write!(out, "typed {:.1}, any {:.1}; ", f1(&self.typed), f1(&self.any))?;
        write!(out, "person {person:.1}, organization {organization:.1}, location {location:.1}")
    }
}
