//! How likely an uneven split is when nothing but chance decides.
//!
//! The sign test in its exact, two-sided form (Conover, "Practical Nonparametric Statistics", 1999, section 3.4): if
//! each of `n` persons goes up or down with equal chance, `i` of them go down with the chance `C(n, i) / 2^n`.

use num_bigint::{BigInt, BigUint};
use num_traits::One;

use super::Split;
use super::bounds::within;
use crate::BigExact;

/// So many persons are counted exactly: beyond, the numbers get long and the sum slow.
const EXACT: usize = 5000;
/// Places after the point, in base two, for more persons than that.
pub(super) const BITS: usize = 128;

/// The chance of a split as uneven as this one or more so, whichever way, when each person goes up or down with equal
/// chance. Known exactly, or to lie within bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// It is no smaller.
    pub at_least: BigExact,
    /// It is no larger.
    pub at_most: BigExact,
}

impl Chance {
    /// The chance itself, where it is known exactly.
    pub fn exact(&self) -> Option<&BigExact> {
        Some(&self.at_least).filter(|low| **low == self.at_most)
    }

    /// Whether it is no larger than `level`; `None` when the bounds cannot tell.
    pub fn is_at_most(&self, level: &BigExact) -> Option<bool> {
        (self.at_most <= *level).then_some(true).or_else(|| (self.at_least > *level).then_some(false))
    }

    fn known(exact: BigExact) -> Self {
        Self { at_least: exact.clone(), at_most: exact }
    }
}

impl Split {
    /// The chance of a split as uneven or more so: exactly for up to 5,000 who moved, beyond that within bounds less
    /// than `10^-25` apart for as many as there are people on earth.
    pub fn chance(self) -> Chance {
        self.chance_within(if self.moved() <= EXACT { EXACT } else { BITS })
    }

    /// The same exactly for up to `bits` who moved, and beyond that with so many places after the point.
    pub(super) fn chance_within(self, bits: usize) -> Chance {
        let (moved, few) = (self.moved(), self.up.min(self.down));
        if few == moved / 2 {
            // As even as it can be.
            Chance::known(BigExact::one())
        } else if moved <= bits {
            Chance::known(exactly(moved, few))
        } else {
            within(moved, few, bits)
        }
    }
}

/// `2 (C(n, 0) + ... + C(n, few)) / 2^n`, for `few < n / 2`: both ends are equally likely.
fn exactly(moved: usize, few: usize) -> BigExact {
    let mut ways = BigUint::one();
    let mut sum = ways.clone();
    for down in 1..=few {
        ways = ways * (moved - down + 1) / down;
        sum += &ways;
    }
    // Only twos can be reduced.
    let twos = moved - 1;
    let shared = sum.trailing_zeros().and_then(|zeros| usize::try_from(zeros).ok()).unwrap_or(0).min(twos);
    BigExact::new_raw(BigInt::from(sum >> shared), BigInt::one() << (twos - shared))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fraction(numer: u64, denom: u64) -> Chance {
        Chance::known(BigExact::new(numer.into(), denom.into()))
    }

    fn chance(up: usize, down: usize) -> BigExact {
        Split { up, down }.chance().exact().unwrap().clone()
    }

    #[test]
    fn worked_by_hand() {
        let cases = [
            ((0, 0), fraction(1, 1)),
            ((1, 0), fraction(1, 1)),
            ((2, 0), fraction(1, 2)),
            ((5, 0), fraction(1, 16)),
            ((0, 6), fraction(1, 32)),
            // 1 + 7 ways of 128, twice.
            ((6, 1), fraction(1, 8)),
            // 1 + 10 + 45 ways of 1024, twice.
            ((2, 8), fraction(7, 64)),
            ((4, 4), fraction(1, 1)),
            ((4, 5), fraction(1, 1)),
            // 1 + 15 + 105 + 455 ways of 32,768, twice.
            ((3, 12), fraction(9, 256)),
        ];
        for ((up, down), expected) in cases {
            assert_eq!(Split { up, down }.chance(), expected, "{up} up, {down} down");
        }
    }

    /// Every way in which up to 12 persons can go up or down.
    #[test]
    fn as_many_ways_as_there_are() {
        for moved in 0_usize..=12 {
            let unevenness = |up: usize| up.abs_diff(moved - up);
            for up in 0..=moved {
                let ways = (0_u32..1 << moved).map(|way| way.count_ones() as usize);
                let as_uneven = ways.filter(|way| unevenness(*way) >= unevenness(up)).count();
                let expected = BigExact::new(as_uneven.into(), (1 << moved).into());
                assert_eq!(chance(up, moved - up), expected, "{up} of {moved}");
            }
        }
    }

    #[test]
    fn the_bounds_tell_what_they_can() {
        let of = |hundredths: i64| BigExact::new(hundredths.into(), 100.into());
        let bounds = Chance { at_least: of(4), at_most: of(6) };
        let levels = [3, 4, 5, 6, 7].map(|level| bounds.is_at_most(&of(level)));
        assert_eq!(levels, [Some(false), None, None, Some(true), Some(true)]);
        assert_eq!((bounds.exact(), Chance::known(of(5)).exact()), (None, Some(&of(5))));
    }

    proptest! {
        #[test]
        fn both_ways_alike_and_in_lowest_terms(up in 0_usize..300, down in 0_usize..300) {
            let there = chance(up, down);
            prop_assert_eq!(&there, &chance(down, up));
            let lowest = there.reduced();
            prop_assert_eq!(lowest.denom(), there.denom());
        }

        /// One more on the larger side makes chance less likely; one from the smaller side over to it even more so.
        #[test]
        fn the_more_uneven_the_less_likely(few in 1_usize..200, more in 1_usize..200) {
            let many = few + more;
            prop_assert!(chance(many + 1, few) < chance(many, few));
            prop_assert!(chance(many + 1, few - 1) < chance(many, few));
        }
    }
}
