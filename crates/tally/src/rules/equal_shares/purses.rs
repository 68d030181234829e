//! What voters have left, in whole parts of a minor unit.
//!
//! A part is a power of two of a minor unit, so small that the money of all voters together just fits a word. What a
//! purse says is off by a few parts at most, and [`Purses::slack`] says by how many: no error grows out of another,
//! since every due is rounded from its exact value. Comparisons that are closer than that go to the [`Ledger`].

mod due;

use std::borrow::Cow;
use std::cmp::Ordering;

use self::due::Close;
pub(super) use self::due::Payment;
use super::super::book::{Book, Supporter};
use super::super::offers::Offers;
use super::ledger::{Ledger, Sum};
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
    /// By ballot.
    held: Vec<Purse>,
    /// By place: the supporters, without those who were known to have nothing left when it was last looked at.
    live: Vec<Cow<'a, [Supporter]>>,
    /// By place: what a unit cost when it was last looked at, in parts.
    hints: Vec<u64>,
    /// What a purse says and what is really in it differ by no more than this, in parts. It holds where every due is
    /// exact; with rough ones a span follows how far off purses are.
    slack: u64,
    /// Who paid for what was bought, in order.
    paid: Vec<Paid>,
}

/// What the voters of one ballot have.
#[derive(Clone, Copy)]
struct Purse {
    /// What each of them has left, in parts.
    left: u64,
    /// How many voters with something left there are.
    times: u64,
}

/// The supporters of a project, seen in one go.
#[derive(Default)]
struct Seen {
    voters: u64,
    money: u64,
    units: u128,
    /// Those whose purse is below their due.
    capped: u64,
    capped_money: u64,
    capped_units: u128,
    /// How many ballots have nothing left.
    gone: usize,
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
        let left = all / book.voters;
        Self {
            book,
            ledger: Ledger::new(money, book.voters, book.columns.len()),
            bits,
            all,
            held: book.times.iter().map(|times| Purse { left, times: if money == 0 { 0 } else { *times } }).collect(),
            live: book.columns.iter().map(|column| Cow::Borrowed(&*column.supporters)).collect(),
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
        loop {
            let seen = self.see(place, column.most > 1, due);
            if now.is_none() {
                if u128::from(cost) > u128::from(seen.money) + u128::from(self.slack) * u128::from(seen.voters) {
                    return None;
                }
                self.forget_gone(place, seen.gone);
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

    /// Sees how the supporters of a project stand to a due of so many parts a unit.
    fn see(&self, place: Place, by_units: bool, due: u64) -> Seen {
        let mut seen = Seen::default();
        let (mut voters, mut capped) = (0_u64, 0_u64);
        // The money of all voters fits a word, so that no sum of theirs runs over.
        for one in self.live[place.index()].iter() {
            let Purse { left, times } = self.held[one.ballot as usize];
            let due = if by_units { due.saturating_mul(one.units.into()) } else { due };
            // All ones for those who are below, so that nothing branches.
            let below = u64::from(left < due).wrapping_neg();
            let money = left.wrapping_mul(times);
            voters = voters.wrapping_add(times);
            capped = capped.wrapping_add(times & below);
            seen.money = seen.money.wrapping_add(money);
            seen.capped_money = seen.capped_money.wrapping_add(money & below);
            seen.gone = seen.gone.wrapping_add(usize::from(times == 0));
            if by_units {
                let units = u128::from(times) * u128::from(one.units);
                seen.units += units;
                seen.capped_units += units * u128::from(below & 1);
            }
        }
        if !by_units {
            (seen.units, seen.capped_units) = (voters.into(), capped.into());
        }
        Seen { voters, capped, ..seen }
    }

    /// Leaves out supporters who have nothing left, once there are many.
    fn forget_gone(&mut self, place: Place, gone: usize) {
        let (purses, live) = (&self.held, &mut self.live[place.index()]);
        if gone * 4 > live.len() {
            live.to_mut().retain(|one| purses[one.ballot as usize].times > 0);
        }
    }

    fn left(&self, one: Supporter) -> u64 {
        self.held[one.ballot as usize].left
    }

    /// Buys a project. Whoever has less than their due, or just that, has nothing left.
    pub(super) fn buy(&mut self, place: Place, payment: Payment) {
        let column = &self.book.columns[place.index()];
        let mut close = Close::default();
        let (mut full, mut rest, mut satisfaction) = (0, 0, 0);
        if column.cost > 0 {
            satisfaction = payment.due.shares * u128::from(column.scale);
            // Nobody asks for a bought project again.
            let live = std::mem::take(&mut self.live[place.index()]);
            for one in live.iter() {
                let mut purse = self.held[one.ballot as usize];
                if purse.times == 0 {
                    continue;
                }
                let order = self.against(*one, &payment, &mut close);
                *(if order == Ordering::Less { &mut rest } else { &mut full }) += purse.times;
                if order == Ordering::Greater {
                    // Less than a part would round to nothing; the ledger knows better.
                    let due = payment.parts.saturating_mul(u64::from(one.units));
                    purse.left = purse.left.saturating_sub(due);
                } else {
                    purse = Purse { left: 0, times: 0 };
                }
                self.held[one.ballot as usize] = purse;
            }
            self.slack += u64::from(column.most);
        }
        self.paid.push(Paid::Shares { full, satisfaction, rest });
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

    /// Who paid for the `at`th project that was bought.
    pub(super) fn paid(&self, at: usize) -> Paid {
        self.paid[at]
    }

    /// What all voters had between them at first, in minor units.
    pub(super) fn money(&self) -> u64 {
        self.all >> self.bits
    }

    /// The supporters of a project who have something left.
    pub(super) fn live(&self, place: Place) -> impl Iterator<Item = Supporter> {
        self.live[place.index()].iter().copied().filter(|one| self.held[one.ballot as usize].times > 0)
    }

    /// By place: what the supporters of a project have left between them, for those that are asked for.
    pub(super) fn money_left(&self, wanted: &[Place]) -> Vec<Option<BigExact>> {
        let mut sums: Vec<Option<Sum>> = self.book.columns.iter().map(|_| None).collect();
        for place in wanted {
            sums[place.index()] = Some(self.ledger.nothing());
        }
        let mut paid = Vec::new();
        for (ballot, _) in (0..).zip(&self.held).filter(|(_, purse)| purse.times > 0) {
            let entries = self.book.entries(ballot);
            paid.clear();
            paid.extend(self.ledger.paid(entries));
            for (place, _) in entries {
                if let Some(sum) = &mut sums[place.index()] {
                    sum.add(paid.iter().copied(), self.book.times(ballot));
                }
            }
        }
        sums.into_iter().map(|sum| Some(self.ledger.amount(&sum?))).collect()
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
