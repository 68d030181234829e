//! What was paid, exactly.
//!
//! A voter who still has money has paid in full for every bought project they support, so what they have left is the
//! first share minus the dues of those projects. What a project costs its supporters is therefore a sum of earlier dues
//! with whole coefficients, and no fraction has to be kept for any voter.

use num_bigint::BigInt;

use super::super::fraction;
use crate::BigExact;

/// The dues of the projects bought so far, each for one unit of satisfaction.
pub(super) struct Ledger {
    /// Every voter's share is `money / voters`.
    money: u64,
    voters: u64,
    /// In the order bought.
    entries: Vec<Due>,
    /// The voters times all shares: what `numer` of a due that is agreed next stands over, before its own shares.
    denom: BigInt,
}

/// What each unit of satisfaction cost: `numer / (voters * product of all shares so far, its own included)`.
struct Due {
    numer: BigInt,
    shares: u128,
}

/// Voters' money as a sum: `voters` first shares, less `paid[j]` times the due of the `j`th bought project.
pub(super) struct Sum {
    pub(super) voters: u64,
    pub(super) paid: Vec<u64>,
}

/// An exact due: `numer / (denom of the ledger * shares)` for each unit of satisfaction.
#[derive(Clone)]
pub(super) struct Exactly {
    pub(super) numer: BigInt,
    pub(super) shares: u128,
}

impl Sum {
    /// Adds the money of `times` voters who paid so many units of dues.
    pub(super) fn add(&mut self, paid: impl Iterator<Item = (usize, u64)>, times: u64) {
        self.voters += times;
        for (due, units) in paid {
            self.paid[due] += times * units;
        }
    }
}

impl Ledger {
    pub(super) fn new(money: u64, voters: u64) -> Self {
        Self { money, voters, entries: Vec::new(), denom: BigInt::from(voters) }
    }

    /// Nobody's money.
    pub(super) fn nothing(&self) -> Sum {
        Sum { voters: 0, paid: vec![0; self.entries.len()] }
    }

    /// What is missing of `cost` when all of `sum` is paid, times the ledger's denominator.
    pub(super) fn missing(&self, cost: u64, sum: &Sum) -> BigInt {
        // Horner's scheme: each due stands over one factor more than the one before.
        let mut missing = BigInt::from(cost) * self.voters - BigInt::from(sum.voters) * self.money;
        for (due, paid) in self.entries.iter().zip(&sum.paid) {
            missing *= due.shares;
            if *paid > 0 {
                missing += &due.numer * *paid;
            }
        }
        missing
    }

    /// A sum of money.
    pub(super) fn amount(&self, sum: &Sum) -> BigExact {
        fraction(-self.missing(0, sum), self.denom.clone())
    }

    /// The due rounded down to whole parts, of which `1 << bits` make a minor unit.
    pub(super) fn parts(&self, due: &Exactly, bits: u32) -> BigInt {
        (&due.numer << bits) / (&self.denom * due.shares)
    }

    /// The price at which the `at`th project was bought: its due for each unit of satisfaction that one unit stands for.
    pub(super) fn price(&self, at: usize, scale: u64) -> BigExact {
        let denom = self.entries[..=at].iter().fold(BigInt::from(self.voters), |denom, due| denom * due.shares);
        fraction(self.entries[at].numer.clone(), denom * scale)
    }

    /// Enters a project that was bought.
    pub(super) fn buy(&mut self, due: Exactly) {
        self.denom *= due.shares;
        self.entries.push(Due { numer: due.numer, shares: due.shares });
    }
}
