//! How the supporters of a project stand to a due.

use std::ops::RangeInclusive;

/// The supporters of a project, seen in one go.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) voters: u64,
    pub(super) money: u64,
    pub(super) units: u128,
    /// Those whose purse is below their due.
    pub(super) capped: u64,
    pub(super) capped_money: u64,
    pub(super) capped_units: u128,
}

/// Supporters who have the same left and get as many units.
#[derive(Clone, Copy)]
pub(super) struct Alike {
    /// What each of them has left, in parts.
    pub(super) left: u64,
    /// How many voters they are.
    pub(super) times: u64,
    pub(super) units: u32,
}

impl Seen {
    /// Sees how supporters stand to a due of so many parts for each unit, and a range of dues to which they stand the
    /// same; `by_units` where some get more units than one.
    pub(super) fn to(due: u64, by_units: bool, all: impl Iterator<Item = Alike>) -> (Self, RangeInclusive<u64>) {
        if by_units { (Self::by_units(due, all), due..=due) } else { Self::by_one(due, all) }
    }

    fn by_one(due: u64, all: impl Iterator<Item = Alike>) -> (Self, RangeInclusive<u64>) {
        let mut seen = Self::default();
        let (mut below, mut above) = (0, u64::MAX);
        // The money of all voters fits a word, so that no sum of theirs runs over.
        for Alike { left, times, .. } in all {
            // All ones for those who are below, so that nothing branches.
            let mask = u64::from(left < due).wrapping_neg();
            let money = left.wrapping_mul(times);
            seen.voters = seen.voters.wrapping_add(times);
            seen.capped = seen.capped.wrapping_add(times & mask);
            seen.money = seen.money.wrapping_add(money);
            seen.capped_money = seen.capped_money.wrapping_add(money & mask);
            below = below.max((left + 1) & mask);
            above = above.min(left | mask);
        }
        (seen.units, seen.capped_units) = (seen.voters.into(), seen.capped.into());
        (seen, below..=above)
    }

    fn by_units(due: u64, all: impl Iterator<Item = Alike>) -> Self {
        let mut seen = Self::default();
        for Alike { left, times, units } in all {
            let money = left.wrapping_mul(times);
            let gets = u128::from(times) * u128::from(units);
            seen.voters = seen.voters.wrapping_add(times);
            seen.money = seen.money.wrapping_add(money);
            seen.units += gets;
            if left < due.saturating_mul(units.into()) {
                seen.capped = seen.capped.wrapping_add(times);
                seen.capped_money = seen.capped_money.wrapping_add(money);
                seen.capped_units += gets;
            }
        }
        seen
    }
}
