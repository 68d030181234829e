//! What voters have left, in whole parts of a minor unit.
//!
//! A part is a power of two of a minor unit, so small that the money of all voters together just fits a word. What a
//! purse says is off by a few parts at most, and [`Purses::slack`] says by how many: no error grows out of another,
//! since every due is rounded from its exact value. Comparisons that are closer than that go to the [`Ledger`].

mod due;

use std::cmp::Ordering;

pub(super) use self::due::Payment;
use super::super::book::Book;
use super::super::offers::Offers;
use super::classes::{Classes, Group};
use super::ledger::{Ledger, Sum};
use super::seen::{Alike, Seen};
use crate::{BigExact, Merit, Paid, Place};

/// Bits of a word that the money of all voters may take; the sign and a factor of two are left.
const BITS: u32 = 62;
/// Bits by which prices are finer than parts.
const FINER: u32 = 64;

pub(super) struct Purses<'a> {
    book: &'a Book,
    ledger: Ledger,
    /// A minor unit is `1 << bits` parts.
    bits: u32,
    /// All money, in parts.
    all: u64,
    classes: Classes<'a>,
    /// By class: what each of its voters has left, in parts.
    held: Vec<u64>,
    /// By place: what a unit cost when it was last looked at, in parts.
    hints: Vec<u64>,
    /// What a purse says and what is really in it differ by no more than this, in parts. It holds where every due is
    /// exact; with rough ones a span follows how far off purses are.
    slack: u64,
    /// Who paid for what was bought, in order.
    paid: Vec<Paid>,
}

/// What a project costs its supporters, nearly: `rest / shares` for each unit, never more than it really is by more
/// than `slack`.
#[derive(Clone, Copy)]
pub(super) struct Nearly {
    /// What those who pay in full have to pay together, in parts.
    rest: u64,
    /// The units of those who pay in full.
    shares: u128,
    /// `rest` may really be smaller by this.
    slack: u64,
}

/// How many bits of parts a minor unit can have where there is so much money between all.
pub(super) fn bits(money: u64) -> u32 {
    BITS.saturating_sub(u64::BITS - money.leading_zeros())
}

impl<'a> Purses<'a> {
    /// Everybody's first share of `money`, in minor units.
    pub(super) fn new(book: &'a Book, money: u64) -> Self {
        Self::in_parts(book, money, bits(money))
    }

    /// The same, with `1 << bits` parts to a minor unit.
    pub(super) fn in_parts(book: &'a Book, money: u64, bits: u32) -> Self {
        let all = money << bits;
        Self {
            book,
            ledger: Ledger::new(money, book.voters),
            bits,
            all,
            classes: Classes::onward(book),
            held: vec![all / book.voters],
            hints: vec![0; book.columns.len()],
            slack: 1,
            paid: Vec::new(),
        }
    }

    /// What a project costs its supporters, nearly; `None` when they cannot pay for it, for certain. No nearer than it
    /// takes to see that a unit of satisfaction costs more than `enough`.
    fn nearly(&mut self, place: Place, enough: u128) -> Option<Nearly> {
        let column = &self.book.columns[place.index()];
        if column.cost == 0 {
            return Some(Nearly { rest: 0, shares: 1, slack: 0 });
        }
        let cost = column.cost.checked_mul(1 << self.bits).filter(|cost| *cost <= self.all)?;
        // Dues only rise: what a unit cost before is a good start.
        let mut due = self.hints[place.index()];
        let mut now: Option<Nearly> = None;
        let after = self.classes.bought();
        let groups = self.classes.groups(place, after);
        loop {
            let alike = |one: &Group| Alike { left: self.held[one.class as usize], times: one.times, units: one.units };
            let (seen, _) = Seen::to(due, column.most > 1, groups.iter().map(alike));
            if now.is_none()
                && u128::from(cost) > u128::from(seen.money) + u128::from(self.slack) * u128::from(seen.voters)
            {
                return None;
            }
            let next = Nearly {
                rest: cost.saturating_sub(seen.capped_money),
                shares: seen.units - seen.capped_units,
                slack: self.slack.saturating_mul(seen.capped),
            };
            if next.shares == 0 {
                // Too close to tell, or too high a start: nothing is known but that all would have to pay.
                return Some(now.unwrap_or(Nearly { rest: cost, shares: seen.units.max(1), slack: 0 }));
            }
            now = Some(next);
            self.hints[place.index()] = next.due().max(due);
            if next.due() <= due || next.at_least(column.scale) > enough {
                return now;
            }
            due = next.due();
        }
    }

    fn left(&self, group: &Group) -> u64 {
        self.held[group.class as usize]
    }

    /// The supporters of a project who have something left.
    fn groups(&mut self, place: Place) -> Vec<Group> {
        let after = self.classes.bought();
        self.classes.groups(place, after).to_vec()
    }

    /// Buys a project. Whoever has less than their due, or just that, has nothing left.
    pub(super) fn buy(&mut self, place: Place, payment: Payment) {
        let column = &self.book.columns[place.index()];
        let (mut full, mut rest) = (0, 0);
        let mut gone = Vec::new();
        let groups = self.groups(place);
        for one in &groups {
            let order = self.against(one, &payment);
            *(if order == Ordering::Less { &mut rest } else { &mut full }) += one.times;
            gone.push(order != Ordering::Greater);
            // Less than a part would round to nothing; the ledger knows better.
            let due = payment.parts.saturating_mul(u64::from(one.units));
            self.held.push(if order == Ordering::Greater { self.left(one).saturating_sub(due) } else { 0 });
        }
        self.slack += u64::from(column.most);
        let satisfaction = payment.due.shares * u128::from(column.scale);
        let paid = Paid::Shares { full, satisfaction, rest };
        self.paid.push(if column.cost > 0 { paid } else { Paid::Shares { full: 0, satisfaction: 0, rest: 0 } });
        self.classes.buy(place, self.classes.bought(), &gone);
        self.ledger.buy(payment.due);
    }

    /// What a unit of satisfaction costs at least, at any time: as much as if everybody paid in full.
    pub(super) fn floor(&self, place: Place) -> u128 {
        let column = &self.book.columns[place.index()];
        let cost = column.cost.checked_mul(1 << self.bits).filter(|cost| *cost <= self.all);
        // What costs more than there is, is found to be too dear when it is looked at.
        cost.map_or(0, |cost| (u128::from(cost) << FINER) / (column.units * u128::from(column.scale)).max(1))
    }

    /// What a unit of satisfaction cost when this project was bought, as the `at`th.
    pub(super) fn merit(&self, at: usize, place: Place) -> Merit {
        Merit::Price(self.ledger.price(at, self.book.columns[place.index()].scale))
    }

    /// Who paid for the `at`th project that was bought.
    pub(super) fn paid(&self, at: usize) -> Paid {
        self.paid[at]
    }

    /// What all voters had between them at first, in minor units.
    pub(super) fn money(&self) -> u64 {
        self.all >> self.bits
    }

    /// By place: what the supporters of a project have left between them, for those that are asked for.
    pub(super) fn money_left(&mut self, wanted: &[Place]) -> Vec<Option<BigExact>> {
        let mut left = vec![None; self.book.columns.len()];
        for place in wanted {
            let groups = self.groups(*place);
            left[place.index()] = Some(self.ledger.amount(&self.sum(&groups)));
        }
        left
    }

    /// The money of groups of voters.
    fn sum<'g>(&self, groups: impl IntoIterator<Item = &'g Group>) -> Sum {
        let mut sum = self.ledger.nothing();
        for one in groups {
            sum.add(self.classes.paid(one.class), one.times);
        }
        sum
    }
}

impl Nearly {
    /// What a unit costs, in parts, rounded up.
    fn due(&self) -> u64 {
        // No more than the rest, unless nobody is left to pay.
        u64::try_from(u128::from(self.rest).div_ceil(self.shares.max(1))).unwrap_or(u64::MAX)
    }

    /// What a unit of satisfaction costs at least, in parts of parts.
    fn at_least(&self, scale: u64) -> u128 {
        (u128::from(self.rest.saturating_sub(self.slack)) << FINER) / (self.shares * u128::from(scale))
    }
}

impl Offers for Purses<'_> {
    type Price = Payment;

    /// In parts of parts, for each unit of satisfaction.
    fn at_least(&mut self, place: Place, enough: u128) -> Option<u128> {
        let nearly = self.nearly(place, enough)?;
        Some(nearly.at_least(self.book.columns[place.index()].scale))
    }

    fn exactly(&mut self, place: Place) -> Option<Payment> {
        // A good start saves sums, which take far longer than looks.
        self.nearly(place, u128::MAX)?;
        self.payment_for(place)
    }

    fn at_most(&self, place: Place, price: &Payment) -> u128 {
        ((u128::from(price.parts) + 1) << FINER) / u128::from(self.book.columns[place.index()].scale) + 1
    }

    fn compare(&self, (one, due): (Place, &Payment), (other, than): (Place, &Payment)) -> Ordering {
        let scale = |place: Place| self.book.columns[place.index()].scale;
        let here = &due.due.numer * than.due.shares * scale(other);
        here.cmp(&(&than.due.numer * due.due.shares * scale(one)))
    }
}
