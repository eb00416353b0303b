//! Logarithms in whole numbers, so that every machine computes the same points.

/// The binary logarithm of `n` in thousandths, linear between powers of two; 0 for 0 and 1.
///
/// Linear interpolation is off by at most 0.086 (Mitchell 1962), which no ranking notices.
pub fn log2(n: u32) -> i32 {
    let Some(whole) = n.checked_ilog2() else { return 0 };
    let rest = u64::from(n) - (1 << whole);
    whole as i32 * 1000 + (rest * 1000 / (1 << whole)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_two_are_exact_and_the_rest_lies_between() {
        assert_eq!([0, 1, 2, 3, 4, 6, 1024].map(log2), [0, 0, 1000, 1500, 2000, 2500, 10_000]);
        assert_eq!(log2(u32::MAX), 31_999);
    }
}
