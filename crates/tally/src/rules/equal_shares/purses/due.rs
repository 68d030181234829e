//! What a project costs its supporters, exactly.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::super::classes::Group;
use super::super::ledger::Exactly;
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

impl Purses<'_> {
    /// What a project costs its supporters, exactly; `None` when they cannot pay for it.
    ///
    /// With `C` the set of those who pay all they have, the due is the largest of `(cost - purses of C) / units of the
    /// others` over all sets: starting from any set, the set of those whose purse is below the due so far leads to a
    /// larger one, until it leads to the same.
    pub(super) fn payment_for(&mut self, place: Place) -> Option<Payment> {
        if self.book.columns[place.index()].cost == 0 {
            return Some(Payment { due: Exactly { numer: BigInt::ZERO, shares: 1 }, parts: 0 });
        }
        let groups = self.groups(place);
        let hint = self.hints[place.index()];
        let mut capped: Vec<bool> =
            groups.iter().map(|one| self.left(one) < hint.saturating_mul(one.units.into())).collect();
        if capped.iter().all(|capped| *capped) {
            capped.fill(false);
        }
        // Mostly the first set is the one, and no comparison is close.
        loop {
            let payment = self.payment(place, &groups, &capped)?;
            let next: Vec<bool> = groups.iter().map(|one| self.against(one, &payment) == Ordering::Less).collect();
            if next == capped {
                return Some(payment);
            }
            capped = next;
        }
    }

    /// The due when the capped pay all they have; `None` when nobody is left to pay it.
    fn payment(&self, place: Place, groups: &[Group], capped: &[bool]) -> Option<Payment> {
        let (mut sum, mut shares) = (self.ledger.nothing(), 0);
        for (one, capped) in groups.iter().zip(capped) {
            if *capped {
                sum.add(self.classes.paid(one.class), one.times);
            } else {
                shares += u128::from(one.times) * u128::from(one.units);
            }
        }
        if shares == 0 {
            return None;
        }
        let due = Exactly { numer: self.ledger.missing(self.book.columns[place.index()].cost, &sum), shares };
        // A due is no larger than the cost, which fits.
        let parts = self.ledger.parts(&due, self.bits).to_u64().unwrap_or(0);
        Some(Payment { due, parts })
    }

    /// What each voter of a group has left against their due, exactly.
    pub(super) fn against(&self, one: &Group, payment: &Payment) -> Ordering {
        self.nearly_against(one, payment).unwrap_or_else(|| {
            let left = -self.ledger.missing(0, &self.sum([&Group { times: 1, ..*one }]));
            (left * payment.due.shares).cmp(&(&payment.due.numer * one.units))
        })
    }

    /// What each voter of a group has left against their due, where parts can tell.
    fn nearly_against(&self, one: &Group, payment: &Payment) -> Option<Ordering> {
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
