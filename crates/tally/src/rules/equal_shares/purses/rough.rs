//! What a project costs its supporters, roughly: two bounds, for where nothing exact is asked for.
//!
//! Here the slack grows with every purchase, since one due is bounded by purses that others were taken from.

use super::super::super::book::Supporter;
use super::{FINER, Purse, Purses};
use crate::Place;

/// How many times an upper bound is made better before it is given up.
const TRIES: usize = 16;

/// What a unit costs, in parts.
#[derive(Clone, Copy)]
pub(in super::super) struct Rough {
    pub(super) least: u64,
    pub(super) most: u64,
}

impl Rough {
    /// A bound below what a unit costs, in parts.
    pub(in super::super) fn least(self) -> u64 {
        self.least
    }

    /// In the middle, so that the slack grows little.
    fn middle(self) -> u64 {
        self.least.midpoint(self.most)
    }
}

impl Purses<'_> {
    /// Bounds of what a project costs its supporters; `None` when they cannot pay for it or nobody can tell. `start` is
    /// where to begin, in parts for each unit: no more than it costs, or the upper bound is not a good one.
    pub(in super::super) fn roughly(&mut self, place: Place, start: u64) -> Option<Rough> {
        let column = &self.book.columns[place.index()];
        if column.cost == 0 {
            return Some(Rough { least: 0, most: 0 });
        }
        let cost = u128::from(column.cost) << self.bits;
        let slack = u128::from(self.slack);
        // As in looking nearly, but with all purses as low as they can be: what then brings in the cost is enough.
        let mut most = start.max(self.hints[place.index()]);
        for _ in 0..TRIES {
            let seen = self.see(place, column.most > 1, most);
            let short = slack * u128::from(seen.voters);
            let shares = seen.units - seen.capped_units;
            if cost > u128::from(seen.money) + short || shares == 0 {
                return None;
            }
            let rest = cost.saturating_sub(seen.capped_money.into());
            let need = u64::try_from((rest + short).div_ceil(shares)).ok()?;
            if need <= most {
                let least = rest.saturating_sub(slack * u128::from(seen.capped)) / shares;
                let least = u64::try_from(least).ok()?;
                let hint = &mut self.hints[place.index()];
                *hint = least.max(*hint);
                return Some(Rough { least, most });
            }
            most = need;
        }
        None
    }

    /// A bound above what a unit of satisfaction costs, in parts of parts.
    pub(in super::super) fn no_more(&self, place: Place, rough: Rough) -> u128 {
        (u128::from(rough.most) << FINER) / u128::from(self.book.columns[place.index()].scale) + 1
    }

    /// Buys a project for about what it costs. Whoever may have something left stays.
    pub(in super::super) fn spend(&mut self, place: Place, rough: Rough) {
        let column = &self.book.columns[place.index()];
        let middle = rough.middle();
        // Nobody asks for a bought project again.
        for one in std::mem::take(&mut self.live[place.index()]).iter() {
            if self.surely_capped(*one, rough) {
                self.held[one.ballot as usize] = Purse { left: 0, times: 0 };
            } else {
                let left = &mut self.held[one.ballot as usize].left;
                *left = left.saturating_sub(middle.saturating_mul(one.units.into()));
            }
        }
        let off = (rough.most - rough.least).div_ceil(2);
        self.slack = self.slack.saturating_add(off.saturating_mul(column.most.into()));
    }

    /// Whether a supporter can pay their due for certain, and keeps something.
    pub(in super::super) fn surely_pays(&self, one: Supporter, rough: Rough) -> bool {
        self.left(one) > rough.most.saturating_mul(one.units.into()).saturating_add(self.slack)
    }

    /// Whether a supporter cannot pay their due for certain.
    pub(in super::super) fn surely_capped(&self, one: Supporter, rough: Rough) -> bool {
        self.left(one).saturating_add(self.slack) < rough.least.saturating_mul(one.units.into())
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::super::super::drawn::{elections, first};
    use super::super::super::run::Run;
    use super::super::due::Close;
    use super::*;
    use crate::Satisfaction;
    use crate::rules::book::Book;
    use crate::rules::offers::Offers as _;

    proptest! {
        #[test]
        fn the_exact_due_is_between_the_bounds((election, budget) in elections(), raised in 0_u64..300) {
            for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
                let book = Book::new(&election, satisfaction);
                let money = budget + raised * book.voters;
                let (mut exact, mut rough) = (Purses::new(&book, money), Purses::new(&book, money));
                for place in Run::new(&book, money).count(&first).run.bought {
                    for other in book.supported() {
                        if rough.at_least(other, u128::MAX).is_none() {
                            prop_assert!(exact.exactly(other).is_none());
                        }
                    }
                    let due = exact.exactly(place).unwrap();
                    let Some(bounds) = rough.roughly(place, 0) else { break };
                    prop_assert!(bounds.least <= due.parts && due.parts <= bounds.most);
                    let mut close = Close::default();
                    for one in &book.columns[place.index()].supporters {
                        let order = exact.against(*one, &due, &mut close);
                        let left = exact.held[one.ballot as usize].times > 0;
                        prop_assert!(!left || !rough.surely_capped(*one, bounds) || order == Ordering::Less);
                        prop_assert!(!rough.surely_pays(*one, bounds) || (left && order == Ordering::Greater));
                    }
                    exact.buy(place, due);
                    rough.spend(place, bounds);
                }
            }
        }
    }

    #[test]
    fn the_bounds_stay_close() {
        use proptest::strategy::ValueTree as _;
        use proptest::test_runner::TestRunner;
        let mut runner = TestRunner::deterministic();
        let (mut bought, mut close) = (0, 0);
        for _ in 0..100 {
            let (election, budget) = elections().new_tree(&mut runner).unwrap().current();
            let book = Book::new(&election, Satisfaction::Cost);
            let mut purses = Purses::new(&book, budget);
            for place in Run::new(&book, budget).count(&first).run.bought {
                bought += 1;
                let Some(bounds) = purses.roughly(place, 0) else { break };
                // To a millionth of a minor unit.
                close += usize::from(bounds.most - bounds.least < 1 << (purses.bits - 20));
                purses.spend(place, bounds);
            }
        }
        assert!(close * 10 > bought * 9, "{close} of {bought}");
    }
}
