//! What a project costs its supporters, exactly.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::super::super::book::Supporter;
use super::super::ledger::{Exactly, Ledger, Sum};
use super::Purses;
use crate::Place;

/// How the supporters of a project pay for it.
pub(in super::super) struct Payment {
    pub(super) due: Exactly,
    /// The due of a unit, rounded down, in parts.
    pub(super) parts: u64,
}

#[cfg(test)]
impl Payment {
    /// The due of a unit, rounded down, in parts.
    pub(in super::super) fn parts(&self) -> u64 {
        self.parts
    }
}

/// Comparisons too close for parts. Voters who paid for the same have the same left, and are compared once.
#[derive(Default)]
pub(super) struct Close(BTreeMap<(u32, Vec<u64>), Ordering>);

impl Close {
    fn compare(&mut self, ledger: &Ledger, entries: &[(Place, u32)], units: u32, due: &Exactly) -> Ordering {
        let mut sum: Sum = ledger.nothing();
        ledger.add(&mut sum, entries, 1);
        let compare = |sum: &Sum| (-ledger.missing(0, sum) * due.shares).cmp(&(&due.numer * units));
        let known = self.0.get(&(units, sum.paid.clone())).copied();
        known.unwrap_or_else(|| {
            let order = compare(&sum);
            self.0.insert((units, sum.paid), order);
            order
        })
    }
}

impl Purses<'_> {
    /// What a project costs its supporters, exactly; `None` when they cannot pay for it.
    ///
    /// With `C` the set of those who pay all they have, the due is the largest of `(cost - purses of C) / units of the
    /// others` over all sets: starting from any set, the set of those whose purse is below the due so far leads to a
    /// larger one, until it leads to the same.
    pub(super) fn payment_for(&self, place: Place) -> Option<Payment> {
        if self.book.columns[place.index()].cost == 0 {
            return Some(Payment { due: Exactly { numer: BigInt::ZERO, shares: 1 }, parts: 0 });
        }
        let hint = self.hints[place.index()];
        let short = |one: Supporter| self.left(one) < hint.saturating_mul(one.units.into());
        let mut split = self.split(place, short);
        if split.1 == 0 {
            split = self.split(place, |_| false);
        } else {
            // Mostly the first set is the one, and no comparison is close.
            let payment = self.payment(place, &split)?;
            let order = |one: Supporter| self.nearly_against(one, &payment).map(Ordering::is_lt);
            if self.live(place).all(|one| order(one) == Some(short(one))) {
                return Some(payment);
            }
        }
        loop {
            let payment = self.payment(place, &split)?;
            let mut close = Close::default();
            let next = self.split(place, |one| self.against(one, &payment, &mut close) == Ordering::Less);
            if next == split {
                return Some(payment);
            }
            split = next;
        }
    }

    /// The money of the supporters who are capped, and the units of the others.
    fn split(&self, place: Place, mut capped: impl FnMut(Supporter) -> bool) -> (Sum, u128) {
        let mut sum = self.ledger.nothing();
        let mut shares = 0;
        for one in self.live(place) {
            let times = self.book.times(one.ballot);
            if capped(one) {
                self.ledger.add(&mut sum, self.book.entries(one.ballot), times);
            } else {
                shares += u128::from(times) * u128::from(one.units);
            }
        }
        (sum, shares)
    }

    /// The due when the capped pay `sum`; `None` when nobody is left to pay it.
    fn payment(&self, place: Place, (sum, shares): &(Sum, u128)) -> Option<Payment> {
        if *shares == 0 {
            return None;
        }
        let numer = self.ledger.missing(self.book.columns[place.index()].cost, sum);
        let due = Exactly { numer, shares: *shares };
        // A due is no larger than the cost, which fits.
        let parts = self.ledger.parts(&due, self.bits).to_u64().unwrap_or(0);
        Some(Payment { due, parts })
    }

    /// What a voter has left against their due, exactly.
    pub(super) fn against(&self, one: Supporter, payment: &Payment, close: &mut Close) -> Ordering {
        self.nearly_against(one, payment)
            .unwrap_or_else(|| close.compare(&self.ledger, self.book.entries(one.ballot), one.units, &payment.due))
    }

    /// What a voter has left against their due, where parts can tell.
    fn nearly_against(&self, one: Supporter, payment: &Payment) -> Option<Ordering> {
        let (left, units) = (self.left(one), u64::from(one.units));
        let due = payment.parts.saturating_mul(units);
        if left.saturating_add(self.slack) < due {
            Some(Ordering::Less)
        } else if left > due.saturating_add(units).saturating_add(self.slack) {
            Some(Ordering::Greater)
        } else {
            None
        }
    }
}
