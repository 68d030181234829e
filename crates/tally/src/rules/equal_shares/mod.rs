//! The Method of Equal Shares (Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive
//! Utilities", `NeurIPS` 2021).
//!
//! Every voter starts with an equal share of the budget. A project costs its supporters as little as possible per
//! unit of satisfaction when each pays in proportion to it, or all they have left. The project for which that price
//! is lowest is bought; it goes on until no project's supporters can pay for it.

mod add1;
mod classes;
#[cfg(test)]
mod drawn;
mod ledger;
mod purses;
mod run;
mod seen;
mod span;
mod unmoved;

use basketry_domain::Money;

use self::add1::add1;
use self::run::Run;
use self::unmoved::unmoved;
use super::barrier::Barrier;
use super::book::Book;
use super::greedy::complete;
use super::progress::Progress;
use super::{Completion, Rule, Satisfaction, Variant, fit_nothing_more};
use crate::{
    Change, Constraint, Count, CountError, Decision, Election, Merit, Paid, Place, Reason, Selection, Tie, TiePolicy,
};

pub(super) struct EqualShares;

impl Rule for EqualShares {
    fn id(&self) -> &'static str {
        "equal-shares"
    }

    fn variants(&self) -> &'static [Variant] {
        const {
            &[
                Variant::plain(Satisfaction::Cost),
                Variant::plain(Satisfaction::Cardinality),
                Variant::plain(Satisfaction::Additive),
                Variant::plain(Satisfaction::Cost).with(Completion::Add1),
                Variant::plain(Satisfaction::Cardinality).with(Completion::Add1),
                Variant::plain(Satisfaction::Additive).with(Completion::Add1),
                Variant::plain(Satisfaction::Cost).with(Completion::Greedy),
                Variant::plain(Satisfaction::Cardinality).with(Completion::Greedy),
                Variant::plain(Satisfaction::Additive).with(Completion::Greedy),
            ]
        }
    }

    /// Not with raised shares: where something is barred, they may have to rise without end.
    fn honours(&self, variant: Variant, constraint: Constraint) -> bool {
        variant.completion != Completion::Add1 && (constraint == Constraint::Requires || Barrier::honours(constraint))
    }

    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let book = Book::new(election, variant.satisfaction.unwrap_or(Satisfaction::Cost));
        let budget = election.budget().minor().unsigned_abs();
        let choose = |tied: &[Place]| policy.take(election, tied);
        let end = match variant.completion {
            Completion::None | Completion::Greedy => {
                Run::new(&book, budget).within(Barrier::new(election)).count(&choose)
            }
            Completion::Add1 => add1(&book, budget, &choose),
        };
        match told(election, &book, end) {
            Count::Settled(so_far) if variant.completion == Completion::Greedy => {
                Ok(paid_by_nobody(complete(self.id(), election, variant.satisfaction, policy, so_far)?))
            }
            count => Ok(count),
        }
    }

    /// A lower cost makes every price lower, so that a project is bought no later than before, with all as before until
    /// then. A completion with raised shares may stop earlier for it. More supporters make every share smaller.
    fn keeps(&self, variant: Variant, change: Change) -> bool {
        change == Change::Cost && variant.completion != Completion::Add1
    }

    /// What is left for greedy grows with the budget, and it asks only whether a project fits.
    fn unmoved(&self, election: &Election, variant: Variant, selection: &Selection) -> u64 {
        if variant.completion == Completion::Add1 || !election.constraints().is_empty() {
            return 0;
        }
        let book = Book::new(election, variant.satisfaction.unwrap_or(Satisfaction::Cost));
        let shared = selection.steps.iter().filter(|step| matches!(step.merit, Some(Merit::Price(_))));
        let bought: Vec<Place> = shared.filter_map(|step| election.place(&step.project)).collect();
        let (budget, most) = (election.budget().minor().unsigned_abs(), Money::MAX.minor().unsigned_abs());
        unmoved(&book, budget, &bought, most - budget).min(fit_nothing_more(selection))
    }
}

/// Says of what greedy bought that no voter paid for it.
fn paid_by_nobody(mut count: Count) -> Count {
    let (Count::Settled(so_far) | Count::Tied { until: so_far, .. }) = &mut count;
    for step in so_far.steps.iter_mut().filter(|step| step.decision == Decision::Bought) {
        step.paid = step.paid.or(Some(Paid::Nobody));
    }
    count
}

/// Where a count ends.
struct End<'a> {
    run: Run<'a>,
    /// The ties on the way that were decided, in the order they came up.
    ties: Vec<Tied>,
    /// The tie that nobody has decided.
    open: Option<Tied>,
}

/// Places with the same price, of which the rule alone cannot take one.
#[derive(Clone, PartialEq)]
struct Tied {
    /// How many projects had been bought before.
    after: usize,
    places: Vec<Place>,
    taken: Option<Place>,
}

/// The selection with its steps, and the reason for every project that is not in it.
fn told(election: &Election, book: &Book, End { mut run, ties, open }: End<'_>) -> Count {
    let tie = |tied: &Tied| Tie::new(election, tied.after, &tied.places, tied.taken);
    let mut progress = Progress::new(election);
    // Fewer than 63 bits, or it could not be counted in parts.
    progress.so_far.shared = i64::try_from(run.money()).ok().map(Money::from_minor);
    for (place, merit, paid) in run.purchases() {
        progress.buy(place, merit, Some(paid));
    }
    progress.so_far.ties = ties.iter().map(tie).collect();
    if let Some(open) = open {
        return Count::Tied { until: progress.so_far, tie: tie(&open) };
    }
    let mut left = run.money_left();
    for place in election.places() {
        if book.columns[place.index()].supporters.is_empty() {
            progress.skip(place, Reason::Unsupported);
        } else if let Some(have) = left[place.index()].take() {
            progress.skip(place, run.barred(place).unwrap_or(Reason::SupportersShort { have }));
        }
    }
    Count::Settled(progress.so_far)
}
