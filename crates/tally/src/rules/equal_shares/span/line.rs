//! What is known of prices from below, for more than one share and for more than one step.
//!
//! At a given share a price only rises from purchase to purchase. So what is known of it after some purchases holds after
//! any that follow, and at every share for which it was shown, as long as those purchases were the same.

use num_traits::ToPrimitive as _;

use super::rate::{Ahead, Between, MARGIN, number, wide};
use crate::rules::book::{Book, Column};

/// The rounding of a price, many times over.
pub(super) const ROUNDING: f64 = 1e-12;

/// A price is at least `value - slope * growth of the share` for all money from `base` to `until`. A price that nobody
/// can pay is an infinite one. Prices are in minor units for each unit of satisfaction, money is that of all voters.
#[derive(Clone, Copy)]
pub(super) struct Line {
    /// How many purchases it was seen after.
    pub(super) after: usize,
    pub(super) base: u64,
    pub(super) until: u64,
    pub(super) value: f64,
    /// How fast it falls at most.
    pub(super) slope: f64,
    /// How fast it likely falls; of an infinite price, the money with which it likely ends.
    pub(super) likely: f64,
    /// What a unit costs, nearly.
    pub(super) due: f64,
}

/// What is known of a price from above: it is `value` at the lower end of a span and falls by `falls` in it.
#[derive(Clone, Copy)]
pub(super) struct Upper {
    pub(super) value: f64,
    pub(super) falls: Between,
}

impl Line {
    /// Nothing costs less than nothing.
    pub(super) const NOTHING: Self =
        Self { after: 0, base: 0, until: u64::MAX, value: 0.0, slope: 0.0, likely: 0.0, due: 0.0 };

    /// What holds at any time and any share: everybody pays in full.
    pub(super) fn floor(column: &Column) -> Self {
        let due = number(column.cost) / wide(column.units.max(1));
        let value = due / number(column.scale) * (1.0 - ROUNDING);
        Self { after: 0, base: 0, until: u64::MAX, value, slope: 0.0, likely: 0.0, due }
    }

    /// As long as all that its supporters have is less than it costs, nobody can pay for a project.
    pub(super) fn out_of_reach(column: &Column, voters: u64) -> Option<Self> {
        let enough = (u128::from(column.cost) * u128::from(voters)).div_ceil(column.voters.max(1).into());
        let until = u64::try_from(enough).unwrap_or(u64::MAX).checked_sub(1)?;
        Some(Self { until, value: f64::INFINITY, likely: number(until), ..Self::floor(column) })
    }

    /// The bound for so much money between all; `None` where it says nothing.
    pub(super) fn at(&self, money: u64, book: &Book) -> Option<f64> {
        if money < self.base || money > self.until {
            return None;
        }
        if money == self.base || self.slope == 0.0 {
            return Some(self.value);
        }
        let fallen = self.slope * number(money - self.base) / number(book.voters);
        Some(self.value - fallen - ROUNDING * (self.value + fallen))
    }

    /// Whether the price surely stays above another for so many steps of so many minor units; without one, whether nobody
    /// can pay it all that way.
    pub(super) fn holds(&self, other: Option<Upper>, money: u64, steps: u64, step: u64, book: &Book) -> bool {
        let Some(value) = self.at(money, book) else { return false };
        if self.until - money < steps.saturating_mul(step) {
            return false;
        }
        value == f64::INFINITY
            || other.is_some_and(|other| {
                let raised = number(steps) * number(step) / number(book.voters);
                let nearer = self.nearer(other) * raised;
                other.value < value && nearer < (value - other.value) * (1.0 - 2.0 * MARGIN)
            })
    }

    /// How fast, at most, the price comes nearer to another as the share grows.
    fn nearer(&self, other: Upper) -> f64 {
        self.slope * (1.0 + MARGIN) - other.falls.least * (1.0 - MARGIN)
    }

    /// By how many steps of so many minor units `money` can be raised so that the price stays above another; without
    /// one, so that nobody can pay it.
    pub(super) fn reach(&self, other: Option<Upper>, money: u64, step: u64, book: &Book) -> Ahead {
        let nothing = Ahead { safe: 0, likely: 0 };
        let Some(value) = self.at(money, book) else { return nothing };
        let known = (self.until - money) / step;
        if value == f64::INFINITY {
            let likely = (self.likely - number(money)) / number(step);
            return Ahead { safe: known, likely: likely.max(0.0).to_u64().unwrap_or(u64::MAX).max(known) };
        }
        let Some(other) = other.filter(|other| other.value < value) else { return nothing };
        let most = self.nearer(other);
        let least = 2.0 * (self.likely - other.falls.least.midpoint(other.falls.most)) - most;
        let growth = number(step) / number(book.voters);
        let Ahead { safe, likely } = Ahead::new(value - other.value, Between { least, most }.by(1.0 / growth));
        Ahead { safe: safe.min(known), likely }
    }
}

#[cfg(test)]
mod tests {
    use basketry_domain::Money;
    use proptest::prelude::*;

    use super::*;
    use crate::{BallotKind, Election, Satisfaction};

    proptest! {
        #[test]
        fn what_holds_is_in_reach(
            (base, until, value, slope) in (0_u64..100, 100_u64..1000, 0.0..10.0, 0.0..1.0),
            other in prop::option::of((0.0..10.0, 0.0..1.0)),
            (money, steps, step) in (0_u64..300, 0_u64..60, 1_u64..9),
        ) {
            let election = Election::new(Money::from_minor(1), BallotKind::Approval, Vec::new()).unwrap();
            let book = Book::new(&election, Satisfaction::Cost);
            let line = Line { base, until, value, slope, ..Line::NOTHING };
            let other = other.map(|(value, falls)| Upper { value, falls: Between { least: falls, most: falls } });
            let reach = line.reach(other, money, step, &book).safe;
            if money < base || money > until {
                prop_assert!(!line.holds(other, money, steps, step, &book));
            } else if line.holds(other, money, steps, step, &book) {
                prop_assert!(steps <= reach);
            } else {
                prop_assert!(reach < steps || reach == 0);
            }
        }
    }
}
