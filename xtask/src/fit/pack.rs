//! Writes weights as the core reads them.

use nutgraf::fit::LABELS;

use super::crf::Weights;

/// The file that [`nutgraf::fit::Model::read`] reads.
pub fn write(weights: &Weights) -> Vec<u8> {
    let (mut gaps, mut values, mut gap) = (Vec::new(), Vec::new(), 0_u8);
    for cell in (0..LABELS).flat_map(|label| weights.rows.iter().map(move |row| row[label])) {
        if cell != 0 {
            gaps.push(gap);
            values.push(cell.cast_unsigned());
            gap = 0;
            continue;
        }
        gap += 1;
        if gap == u8::MAX {
            gaps.push(gap);
            gap = 0;
        }
    }
    let between = weights.after.iter().flatten().map(|weight| weight.cast_unsigned());
    let count = (values.len() as u32).to_le_bytes();
    between.chain(count).chain(gaps).chain(values).collect()
}
