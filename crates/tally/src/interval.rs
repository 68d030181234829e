//! Between which bounds a share may be.

use crate::Exact;

/// A lower and an upper bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Not less than this.
    pub lower: Exact,
    /// Not more than this.
    pub upper: Exact,
}

/// Bounds of shares are whole parts of this.
const PARTS: u128 = 1_000_000;

/// 1.96 squared, as a fraction: a little more than what 95 % ask for, which is 1.95996… squared.
const SQUARE: (u128, u128) = (2_401, 625);

impl Interval {
    /// The score interval of a share `part / whole` at 95 % (Wilson, "Probable Inference, the Law of Succession, and
    /// Statistical Inference", 1927), in whole millionths, rounded outward. It speaks of those who answered as if they
    /// had been drawn at random out of many.
    ///
    /// `None` when `whole` is 0, less than `part` or more than `u32::MAX`.
    pub fn of_share(part: usize, whole: usize) -> Option<Self> {
        let (k, n) = (u32::try_from(part).ok()?.into(), u32::try_from(whole).ok()?.into());
        if n == 0 || k > n {
            return None;
        }
        let upper = PARTS - below(n - k, n);
        let exact = |parts: u128| Some(Exact::new(i128::try_from(parts).ok()?, i128::try_from(PARTS).ok()?));
        Some(Self { lower: exact(below(k, n))?, upper: exact(upper)? })
    }
}

/// The lower bound of `k / n` in whole parts, rounded down. The upper bound is that of the others, seen from 1.
///
/// With `z² = a / b` it is the smaller root of `(bn + a) p² - (2bk + a) p + bk² / n`.
fn below(k: u128, n: u128) -> u128 {
    let (a, b) = SQUARE;
    // Fits 126 bits: the parts squared 40, `4ab` 23, and `k (n - k)` no more than 62.
    let inside = (PARTS * PARTS * 4 * a * b * k * (n - k)).div_ceil(n) + PARTS * PARTS * a * a;
    let floor = inside.isqrt();
    // Whole numbers may be rounded before the division as well: the result is the same.
    let root = if floor * floor == inside { floor } else { floor + 1 };
    (PARTS * (2 * b * k + a)).saturating_sub(root) / (2 * (b * n + a))
}

#[cfg(test)]
mod tests {
    use num_traits::ToPrimitive as _;
    use proptest::prelude::*;

    use super::*;
    use crate::BigExact;

    fn of(part: usize, whole: usize) -> Option<(u32, u32)> {
        let parts = |exact: Exact| (exact * 1_000_000).to_integer().to_u32();
        let interval = Interval::of_share(part, whole)?;
        parts(interval.lower).zip(parts(interval.upper))
    }

    /// Newcombe, "Two-sided Confidence Intervals for the Single Proportion" (1998), table I, method 3.
    #[test]
    fn as_published() {
        let published = [(81, 263, 2553, 3662), (15, 148, 624, 1605), (0, 20, 0, 1611), (1, 29, 61, 1718)];
        for (part, whole, lower, upper) in published {
            let (from, to) = of(part, whole).unwrap();
            assert_eq!(((from + 50) / 100, (to + 50) / 100), (lower, upper), "{part} of {whole}");
        }
    }

    #[test]
    fn none_and_all_are_bounds_themselves() {
        assert_eq!(of(0, 0), None);
        assert_eq!(of(2, 1), None);
        // The upper bound is z² / (1 + z²) = 2401 / 3026.
        assert_eq!(of(0, 1), Some((0, 793_457)));
        assert_eq!(of(1, 1), Some((206_543, 1_000_000)));
        let most = u32::MAX as usize;
        assert_eq!(of(most, most).map(|(_, upper)| upper), Some(1_000_000));
        assert_eq!(of(most / 2, most), Some((499_985, 500_015)));
    }

    /// The lower bound is 0.03749099996…: what is under the root has to be rounded up.
    #[test]
    fn a_bound_just_short_of_a_part_is_rounded_outward() {
        assert_eq!(of(12, 185), Some((37_490, 109_943)));
    }

    /// How far `n (p - k/n)²` is over `z² p (1 - p)`: inside the interval it is not.
    fn over(p: Exact, k: u32, n: u32) -> BigExact {
        let big = |exact: Exact| BigExact::new((*exact.numer()).into(), (*exact.denom()).into());
        let (share, n) = (big(Exact::new(k.into(), n.into())), BigExact::from_integer(n.into()));
        let (p, one, square) = (big(p), BigExact::from_integer(1.into()), big(Exact::new(2_401, 625)));
        let off = &p - share;
        &off * &off * n - square * &p * (one - &p)
    }

    proptest! {
        /// By what the interval is: the shares that the one found is not too far from. One part further in is inside.
        #[test]
        fn bounds_are_the_nearest_outside(n in prop_oneof![1_u32..400, any::<u32>().prop_map(|n| n.max(1))], k in any::<u32>()) {
            let k = u32::try_from(u64::from(k) % (u64::from(n) + 1)).unwrap();
            let Interval { lower, upper } = Interval::of_share(k as usize, n as usize).unwrap();
            let (zero, part) = (BigExact::from_integer(0.into()), Exact::new(1, 1_000_000));
            let share = Exact::new(k.into(), n.into());
            prop_assert!(lower <= share && share <= upper);
            prop_assert!(over(lower, k, n) >= zero && over(upper, k, n) >= zero);
            for inner in [lower + part, upper - part] {
                prop_assert!((lower < inner && inner < upper && over(inner, k, n) < zero) || upper - lower <= part * 2);
            }
        }
    }
}
