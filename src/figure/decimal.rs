//! Digits as numbers.

use crate::letters::any_is;

/// The number that `digits` such as `4.25` write, times ten to the `exponent`.
///
/// With up to 15 digits and powers up to 22 it is the nearest one: whole numbers up to 2⁵³ and powers of ten up to 10²²
/// are exact, and one multiplication or division rounds once (W. Clinger, How to Read Floating Point Numbers Accurately,
/// 1990). `str::parse` rounds longer ones right too, by a table that would be a twentieth of what a reader loads.
pub(super) fn decimal(digits: &str, exponent: u32) -> Option<f64> {
    let (mut whole, mut power, mut has_point) = (0_u64, exponent as i32, false);
    for c in digits.chars() {
        match c.to_digit(10) {
            None if c == '.' && !has_point => has_point = true,
            None => return None,
            // No `f64` tells more than 17 digits apart.
            Some(_) if whole >= 10_u64.pow(18) => power += i32::from(!has_point),
            Some(digit) => {
                whole = whole * 10 + u64::from(digit);
                power -= i32::from(has_point);
            }
        }
    }
    let scale = (0..power.unsigned_abs()).fold(1.0, |scale, _| scale * 10.0);
    let value = if power < 0 { whole as f64 / scale } else { whole as f64 * scale };
    any_is(digits, |c| c.is_ascii_digit()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_fifteen_digits_are_what_the_standard_library_makes_of_them() {
        let mut seed = 1_u64;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let mut digits = (seed % 10_u64.pow(1 + (seed >> 40) as u32 % 15)).to_string();
            let exponent = (seed >> 50) as u32 % 8;
            digits.insert((seed >> 44) as usize % (digits.len() + 1), '.');
            assert_eq!(decimal(&digits, exponent), format!("{digits}e{exponent}").parse().ok(), "{digits}e{exponent}");
        }
    }

    #[test]
    fn longer_numbers_are_near_and_what_is_none_is_none() {
        let pi = "3.1415926535897932384626433832795028841971";
        assert!((decimal(pi, 0).unwrap_or_default() - std::f64::consts::PI).abs() < 1e-15);
        let long = decimal(&"9".repeat(40), 0).unwrap_or_default();
        assert!((long / 1e40 - 1.0).abs() < 1e-15);
        for none in ["", ".", "1.2.3", "-1", "1e5", "inf", "٣"] {
            assert_eq!(decimal(none, 0), None, "{none}");
        }
    }
}
