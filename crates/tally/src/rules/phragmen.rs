//! Sequential Phragmén (Los, Christoff and Grossi, "Proportional Budget Allocations", IJCAI 2022).
//!
//! Every funded project is a load its supporters carry, shared so that all of them end up with the same. The project
//! that makes this load smallest is bought. The rule stops as soon as one of the best projects does not fit; one that
//! costs more than the whole budget does not take part.
//!
//! What a voter carries is therefore the load of the last bought project they support, and what the supporters of a
//! project carry together is a sum of earlier loads with whole coefficients.

use std::cmp::Ordering;

use basketry_domain::Money;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::barrier::Barrier;
use super::book::Book;
use super::offers::{Offers, Open};
use super::progress::Progress;
use super::{Completion, Rule, Satisfaction, Variant, fit_nothing_more, fraction};
use crate::{Change, Constraint, Count, CountError, Election, Merit, Paid, Place, Reason, Selection, Tie, TiePolicy};

pub(super) struct Phragmen;

impl Rule for Phragmen {
    fn id(&self) -> &'static str {
        "phragmen"
    }

    fn variants(&self) -> &'static [Variant] {
        &[Variant { satisfaction: None, completion: Completion::None }]
    }

    fn honours(&self, _: Variant, constraint: Constraint) -> bool {
        Barrier::honours(constraint)
    }

    fn run(&self, election: &Election, _: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let book = Book::new(election, Satisfaction::Cardinality);
        let mut progress = Progress::new(election);
        for place in election.places().filter(|place| book.columns[place.index()].supporters.is_empty()) {
            progress.skip(place, Reason::Unsupported);
        }
        let (possible, too_dear): (Vec<Place>, Vec<Place>) =
            book.supported().into_iter().partition(|place| progress.cost(*place) <= election.budget());
        for place in too_dear {
            progress.skip(place, Reason::OverBudget { short: progress.cost(place) - election.budget() });
        }
        let mut open = Open::new(possible, |_| 0);
        let mut loads = Loads::new(&book, election.budget());
        let mut barrier = Barrier::new(election);
        loop {
            if let Some(barrier) = &barrier {
                bar(&mut progress, &mut open, barrier);
            }
            let lightest = open.cheapest(&mut loads);
            let tied: Vec<Place> = lightest.iter().map(|(place, _)| *place).collect();
            let left = progress.so_far.left();
            if tied.iter().any(|place| progress.cost(*place) > left) {
                stop(&mut progress, &open, left);
            } else if !tied.is_empty() {
                let barred = |tied: &[Place]| barrier.as_ref().is_some_and(|barrier| !barrier.lets_through(tied));
                let together: Money = tied.iter().map(|place| progress.cost(*place)).sum();
                let matters = tied.len() > 1 && (together > left || book.overlap(&tied) || barred(&tied));
                let mut chosen = tied[0];
                if matters {
                    let taken = policy.take(election, &tied);
                    let tie = Tie::new(election, progress.so_far.selected.len(), &tied, taken);
                    let Some(taken) = taken else { return Ok(Count::Tied { until: progress.so_far, tie }) };
                    chosen = taken;
                    progress.so_far.ties.push(tie);
                }
                for (place, load) in lightest.into_iter().filter(|(place, _)| *place == chosen) {
                    let paid = Paid::Loads { voters: load.voters };
                    progress.buy(place, loads.buy(place, load), Some(paid));
                    open.take(place);
                    if let Some(barrier) = &mut barrier {
                        barrier.buy(place);
                    }
                }
                continue;
            }
            return Ok(Count::Settled(progress.so_far));
        }
    }

    /// A lower cost or more supporters who carry nothing yet make the load smaller at any time, so that a project is
    /// bought no later than before. Until then all is as before.
    fn keeps(&self, _: Variant, change: Change) -> bool {
        change != Change::Budget
    }

    /// No load depends on the budget.
    fn unmoved(&self, _: &Election, _: Variant, selection: &Selection) -> u64 {
        fit_nothing_more(selection)
    }
}

/// Leaves out what cannot be bought any more.
fn bar(progress: &mut Progress<'_>, open: &mut Open, barrier: &Barrier<'_>) {
    for place in open.places() {
        if let Some(reason) = barrier.reason(place) {
            progress.skip(place, reason);
            open.take(place);
        }
    }
}

fn stop(progress: &mut Progress<'_>, open: &Open, left: Money) {
    for place in open.places() {
        let cost = progress.cost(place);
        let over = Reason::OverBudget { short: cost - left };
        progress.skip(place, if cost > left { over } else { Reason::Stopped });
    }
}

/// What voters carry.
struct Loads<'a> {
    book: &'a Book,
    /// A minor unit is `1 << bits` parts. All voters together carry no more than the budget, which fits a word.
    bits: u32,
    /// By ballot: what each of its voters carries, in parts, rounded down.
    carried: Vec<u64>,
    /// By ballot: which bought project made it so, counted from 1; 0 when none did.
    since: Vec<u32>,
    /// The loads of the projects bought so far.
    agreed: Vec<Load>,
    /// What the numerator of the next load stands over, before its own voters.
    denom: BigInt,
}

/// What each supporter carries after a project is bought: `numer / product of all voters so far, its own included`.
struct Load {
    numer: BigInt,
    voters: u64,
}

impl<'a> Loads<'a> {
    fn new(book: &'a Book, budget: Money) -> Self {
        let dearest = book.columns.iter().map(|column| column.cost).max().unwrap_or(0);
        // A project is looked at before it is known to fit.
        let most = budget.minor().unsigned_abs().saturating_add(dearest);
        let ballots = book.times.len();
        Self {
            book,
            bits: most.leading_zeros().saturating_sub(1),
            carried: vec![0; ballots],
            since: vec![0; ballots],
            agreed: Vec::new(),
            denom: BigInt::from(1),
        }
    }

    fn buy(&mut self, place: Place, load: Load) -> Merit {
        let parts = self.parts(&load);
        self.denom *= load.voters;
        let merit = Merit::Load(fraction(load.numer.clone(), self.denom.clone()));
        self.agreed.push(load);
        let now = u32::try_from(self.agreed.len()).unwrap_or(u32::MAX);
        for one in &self.book.columns[place.index()].supporters {
            self.carried[one.ballot as usize] = parts;
            self.since[one.ballot as usize] = now;
        }
        merit
    }

    /// A load that nobody carries yet, in parts, rounded down.
    fn parts(&self, load: &Load) -> u64 {
        // A load is no larger than what all carry together, which fits.
        ((&load.numer << self.bits) / (&self.denom * load.voters)).to_u64().unwrap_or(u64::MAX)
    }
}

impl Offers for Loads<'_> {
    type Price = Load;

    /// In parts.
    fn at_least(&mut self, place: Place, _: u128) -> Option<u128> {
        let column = &self.book.columns[place.index()];
        let carried = |ballot: u32| self.carried[ballot as usize] * self.book.times(ballot);
        let sum: u64 = column.supporters.iter().map(|one| carried(one.ballot)).sum();
        Some((u128::from(column.cost << self.bits) + u128::from(sum)) / u128::from(column.voters))
    }

    fn exactly(&mut self, place: Place) -> Option<Load> {
        let column = &self.book.columns[place.index()];
        let mut since = vec![0_u64; self.agreed.len() + 1];
        for one in &column.supporters {
            since[self.since[one.ballot as usize] as usize] += self.book.times(one.ballot);
        }
        // Horner's scheme: each load stands over one factor more than the one before.
        let mut numer = BigInt::from(column.cost);
        for (load, voters) in self.agreed.iter().zip(&since[1..]) {
            numer *= load.voters;
            if *voters > 0 {
                numer += &load.numer * *voters;
            }
        }
        Some(Load { numer, voters: column.voters })
    }

    fn at_most(&self, _: Place, price: &Load) -> u128 {
        u128::from(self.parts(price)) + 1
    }

    fn compare(&self, (_, one): (Place, &Load), (_, other): (Place, &Load)) -> Ordering {
        (&one.numer * other.voters).cmp(&(&other.numer * one.voters))
    }
}
