//! Bounds of a chance, where numbers are too long to be exact.

use num_bigint::{BigInt, BigUint};
use num_traits::{One, Zero};

use super::Chance;
use crate::BigExact;

/// Bounds of `2 (C(n, 0) + ... + C(n, few)) / 2^n` for `n` persons who moved and `few < n / 2` of them one way.
///
/// All `C(n, i)` together are `2^n`, so only their proportions matter: with the largest, in the middle, set to 1, each
/// is `i / (n - i + 1)` of its neighbour nearer to the middle. They are followed outwards, rounded down and rounded
/// up, until nothing is left of the former. Of two ends `t` and an inside `m` the chance is `2 t / (2 t + m)`, which
/// rises with `t` and falls with `m`.
///
/// The step number `j` leaves at most `1 - (2 j - 1) / n`, so `d` steps leave at most `exp(-d^2 / n)`, and there are no
/// more than `sqrt(n bits ln 2) + 1` of them: 10,000 for a million persons. Each moves the bounds apart by less than 2
/// units, so that those of the sums differ by about `d^2` and those of the chance by less than `2 n bits`.
pub(super) fn within(moved: usize, few: usize, bits: usize) -> Chance {
    let unit = BigUint::one() << bits;
    let mut ways = Between { low: unit.clone(), high: unit.clone() };
    let (mut inside, mut end) = (Between::default(), Between::default());
    let mut down = moved / 2;
    loop {
        (if down > few { &mut inside } else { &mut end }).add(&ways);
        if ways.low.is_zero() || down == 0 {
            break;
        }
        ways = ways.part(down, moved - down + 1);
        down -= 1;
    }
    // The next is at most `down / (moved - down + 1)` of this one, and so on, smaller each time: a geometric series.
    let rest = ways.part(down, moved - 2 * down + 1).high;
    inside.high += &rest;
    end.high += rest;
    // Both halves, with the middle, if there is one, counted once.
    let middle = if moved.is_multiple_of(2) { unit } else { BigUint::zero() };
    let chance = |end: BigUint, inside: BigUint| {
        let ends = BigInt::from(end * 2_u8);
        BigExact::new(ends.clone(), ends + BigInt::from(inside * 2_u8 - &middle))
    };
    Chance { at_least: chance(end.low, inside.high), at_most: chance(end.high, inside.low) }
}

/// What a number is between.
#[derive(Clone, Debug, Default)]
struct Between {
    low: BigUint,
    high: BigUint,
}

impl Between {
    fn add(&mut self, other: &Self) {
        self.low += &other.low;
        self.high += &other.high;
    }

    /// `numer / denom` of it.
    fn part(&self, numer: usize, denom: usize) -> Self {
        Self { low: &self.low * numer / denom, high: (&self.high * numer + (denom - 1)) / denom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paired::Split;
    use proptest::prelude::*;

    /// 30 digits after the point, from the sum in another program.
    #[test]
    fn very_many_persons() {
        let cases: [(usize, usize, &str); 4] = [
            (6_000, 2_900, "010191041523412897456201062569"),
            (6_001, 2_850, "000107321255933742578064912576"),
            (1_000_000, 499_000, "045608299865382086420309662036"),
            (1_000_001, 497_500, "000000573280843185329695160531"),
        ];
        for (moved, few, digits) in cases {
            let chance = Split { up: few, down: moved - few }.chance();
            let last = BigExact::new(1.into(), BigInt::from(10).pow(digits.len().try_into().unwrap()));
            let from = BigExact::from_integer(digits.parse().unwrap()) * &last;
            assert!(from <= chance.at_least && chance.at_most <= from + last, "{few} of {moved}");
        }
    }

    #[test]
    fn what_is_next_to_impossible_is_at_most_next_to_nothing() {
        let chance = Split { up: 1_000_000, down: 0 }.chance();
        assert_eq!(chance.is_at_most(&BigExact::new(1.into(), BigInt::from(10).pow(25))), Some(true));
    }

    proptest! {
        #[test]
        fn the_exact_chance_lies_between(up in 0_usize..400, down in 0_usize..400, bits in 1_usize..200) {
            let (moved, few) = (up + down, up.min(down));
            prop_assume!(few < moved / 2);
            let exact = Split { up, down }.chance().exact().unwrap().clone();
            let bounds = within(moved, few, bits);
            prop_assert!(bounds.at_least <= exact && exact <= bounds.at_most);
            prop_assert!(bounds.at_most - bounds.at_least <= BigExact::new((2 * moved * bits).into(), BigInt::one() << bits));
        }
    }
}
