//! What voters have left, in whole parts of a minor unit.
//!
//! A part is a power of two of a minor unit, so small that the money of all voters together just fits a word. What a
//! purse says is off by a few parts at most, and [`Purses::slack`] says by how many: no error grows out of another,
//! since every due is rounded from its exact value. Comparisons that are closer than that go to the [`Ledger`].

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::super::book::{Book, Column, Supporter};
use super::super::offers::Offers;
use super::ledger::{Exactly, Ledger, Sum};
use crate::{BigExact, Merit, Place};

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
    /// By ballot: what each of its voters has left, in parts.
    left: Vec<u64>,
    /// By ballot: whether its voters have nothing left at all.
    empty: Vec<bool>,
    /// By place: the supporters, without those who were known to have nothing left when it was last looked at.
    live: Vec<Cow<'a, [Supporter]>>,
    /// By place: what a unit cost when it was last looked at, in parts.
    hints: Vec<u64>,
    /// What a purse says and what is really in it differ by no more than this, in parts.
    slack: u64,
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

/// How the supporters of a project pay for it.
pub(super) struct Payment {
    pub(super) due: Exactly,
    /// The due of a unit, rounded down, in parts.
    pub(super) parts: u64,
}

impl<'a> Purses<'a> {
    /// Everybody's first share of `money`, in minor units.
    pub(super) fn new(book: &'a Book, money: u64) -> Self {
        let bits = BITS.saturating_sub(u64::BITS - money.leading_zeros());
        let all = money << bits;
        Self {
            book,
            ledger: Ledger::new(money, book.voters, book.columns.len()),
            bits,
            all,
            left: vec![all / book.voters; book.times.len()],
            empty: vec![money == 0; book.times.len()],
            live: book.columns.iter().map(|column| Cow::Borrowed(&*column.supporters)).collect(),
            hints: vec![0; book.columns.len()],
            slack: 1,
        }
    }

    /// What a project costs its supporters, nearly; `None` when they cannot pay for it, for certain.
    fn nearly(&mut self, place: Place) -> Option<Nearly> {
        let column = &self.book.columns[place.index()];
        if column.cost == 0 {
            return Some(Nearly { rest: 0, shares: 1, slack: 0 });
        }
        let cost = column.cost.checked_mul(1 << self.bits).filter(|cost| *cost <= self.all)?;
        let (empty, live) = (&self.empty, &mut self.live[place.index()]);
        let (mut voters, mut units, mut money, mut gone) = (0_u64, 0_u128, 0_u64, 0);
        for one in live.iter() {
            if empty[one.ballot as usize] {
                gone += 1;
                continue;
            }
            let times = self.book.times(one.ballot);
            voters += times;
            units += u128::from(times) * u128::from(one.units);
            money += self.left[one.ballot as usize] * times;
        }
        if gone * 4 > live.len() {
            live.to_mut().retain(|one| !empty[one.ballot as usize]);
        }
        if u128::from(cost) > u128::from(money) + u128::from(self.slack) * u128::from(voters) {
            return None;
        }
        let mut now = Nearly { rest: cost, shares: units, slack: 0 };
        // Dues only rise: what a unit cost before is a good start.
        let mut due = now.due().max(self.hints[place.index()]);
        loop {
            let next = self.capped(place, cost, units, due);
            if next.shares > 0 {
                now = next;
            }
            if next.shares == 0 || now.due() <= due {
                self.hints[place.index()] = now.due();
                return Some(now);
            }
            due = now.due();
        }
    }

    /// What is left to pay, and for whom, when those pay all they have whose purse is below `due` parts a unit.
    fn capped(&self, place: Place, cost: u64, units: u128, due: u64) -> Nearly {
        let (mut voters, mut fewer, mut paid) = (0_u64, 0_u128, 0_u64);
        for one in self.live(place) {
            let left = self.left[one.ballot as usize];
            if left < due.saturating_mul(u64::from(one.units)) {
                let times = self.book.times(one.ballot);
                voters += times;
                fewer += u128::from(times) * u128::from(one.units);
                paid += left * times;
            }
        }
        Nearly { rest: cost.saturating_sub(paid), shares: units - fewer, slack: self.slack.saturating_mul(voters) }
    }

    /// What a project costs its supporters, exactly; `None` when they cannot pay for it.
    ///
    /// With `C` the set of those who pay all they have, the due is the largest of `(cost - purses of C) / units of the
    /// others` over all sets: starting from any set, the set of those whose purse is below the due so far leads to a
    /// larger one, until it is the set itself.
    fn payment_for(&self, place: Place) -> Option<Payment> {
        let column = &self.book.columns[place.index()];
        if column.cost == 0 {
            return Some(Payment { due: Exactly { numer: BigInt::ZERO, shares: 1 }, parts: 0 });
        }
        let live: Vec<Supporter> = self.live(place).collect();
        let hint = u128::from(self.hints[place.index()]);
        let short = |one: &Supporter| u128::from(self.left[one.ballot as usize]) < hint * u128::from(one.units);
        let mut capped: Vec<bool> = live.iter().map(short).collect();
        if capped.iter().all(|capped| *capped) {
            capped.fill(false);
        }
        loop {
            let payment = self.payment(column, &live, &capped)?;
            let next = self.below(&live, &payment);
            if next == capped {
                return Some(payment);
            }
            capped = next;
        }
    }

    /// The due when exactly these pay all they have; `None` when nobody is left to pay it.
    fn payment(&self, column: &Column, live: &[Supporter], capped: &[bool]) -> Option<Payment> {
        let mut sum = self.ledger.nothing();
        let mut shares = 0_u128;
        for (one, capped) in live.iter().zip(capped) {
            let times = self.book.times(one.ballot);
            if *capped {
                self.ledger.add(&mut sum, self.book.entries(one.ballot), times);
            } else {
                shares += u128::from(times) * u128::from(one.units);
            }
        }
        if shares == 0 {
            return None;
        }
        let due = Exactly { numer: self.ledger.missing(column.cost, &sum), shares };
        // A due is no larger than the cost, which fits.
        let parts = self.ledger.parts(&due, self.bits).to_u64().unwrap_or(0);
        Some(Payment { due, parts })
    }

    /// Whose purse is below their due, exactly.
    fn below(&self, live: &[Supporter], payment: &Payment) -> Vec<bool> {
        let mut close = Close::default();
        live.iter().map(|one| self.against(*one, payment, &mut close) == Ordering::Less).collect()
    }

    /// What a voter has left against their due, exactly.
    fn against(&self, one: Supporter, payment: &Payment, close: &mut Close) -> Ordering {
        let left = u128::from(self.left[one.ballot as usize]);
        let (units, slack) = (u128::from(one.units), u128::from(self.slack));
        let due = u128::from(payment.parts) * units;
        if left + slack < due {
            Ordering::Less
        } else if left > due + units + slack {
            Ordering::Greater
        } else {
            close.compare(&self.ledger, self.book.entries(one.ballot), one.units, &payment.due)
        }
    }

    /// Buys a project. Whoever has less than their due, or just that, has nothing left.
    pub(super) fn buy(&mut self, place: Place, payment: Payment) {
        let column = &self.book.columns[place.index()];
        let mut close = Close::default();
        if column.cost > 0 {
            let live: Vec<Supporter> = self.live(place).collect();
            for one in &live {
                let at = one.ballot as usize;
                if self.against(*one, &payment, &mut close) == Ordering::Greater {
                    // Less than a part would round to nothing; the ledger knows better.
                    let due = payment.parts.saturating_mul(u64::from(one.units));
                    self.left[at] = self.left[at].saturating_sub(due);
                } else {
                    self.left[at] = 0;
                    self.empty[at] = true;
                }
            }
            self.slack += u64::from(column.most);
        }
        self.ledger.buy(place, payment.due);
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

    /// The supporters of a project who have something left.
    fn live(&self, place: Place) -> impl Iterator<Item = Supporter> {
        self.live[place.index()].iter().copied().filter(|one| !self.empty[one.ballot as usize])
    }

    /// What the supporters of a project have left between them.
    pub(super) fn money_of(&self, place: Place) -> BigExact {
        let mut sum = self.ledger.nothing();
        for one in &self.book.columns[place.index()].supporters {
            if !self.empty[one.ballot as usize] {
                self.ledger.add(&mut sum, self.book.entries(one.ballot), self.book.times(one.ballot));
            }
        }
        self.ledger.amount(&sum)
    }
}

impl Nearly {
    /// What a unit costs, in parts, rounded up.
    fn due(&self) -> u64 {
        // No more than the rest, unless nobody is left to pay.
        u64::try_from(u128::from(self.rest).div_ceil(self.shares.max(1))).unwrap_or(u64::MAX)
    }
}

impl Offers for Purses<'_> {
    type Price = Payment;

    /// In parts of parts, for each unit of satisfaction.
    fn at_least(&mut self, place: Place) -> Option<u128> {
        let nearly = self.nearly(place)?;
        let scale = u128::from(self.book.columns[place.index()].scale);
        Some((u128::from(nearly.rest.saturating_sub(nearly.slack)) << FINER) / (nearly.shares * scale))
    }

    fn exactly(&mut self, place: Place) -> Option<Payment> {
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

/// Comparisons too close for parts. Voters who paid for the same have the same left, and are compared once.
#[derive(Default)]
struct Close(BTreeMap<(u32, Vec<u128>), Ordering>);

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
