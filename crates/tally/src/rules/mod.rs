//! The rules, and the one place where they are listed.

mod barrier;
mod best;
mod book;
mod equal_shares;
mod greedy;
mod knapsack;
mod money_weighted;
mod offers;
mod phragmen;
mod pots;
mod progress;
mod room;
mod variant;

pub use variant::{Completion, Satisfaction, Variant};

use num_bigint::BigInt;
use num_traits::Zero;

use crate::{
    BallotKind, BigExact, Change, Constraint, Count, CountError, Decision, Election, Reason, Selection, TiePolicy,
};

/// A way to get from an election to a selection.
///
/// The contract, checked for every registered rule by the shared properties in `tests/properties.rs` and in
/// `tests/limits`: the selection stays within the budget; a ballot with multiplicity `n` counts as `n` ballots; the order
/// of ballots and projects changes nothing, and ids change nothing but ties; and the selection keeps every limit of the
/// election and what its projects require and exclude, unless the rule refuses to count.
pub trait Rule: Sync {
    /// A short name for files and commands.
    fn id(&self) -> &'static str;

    /// The variants it has, the usual one first; never empty.
    fn variants(&self) -> &'static [Variant];

    /// Counts. Called through [`Rule::count`], which has checked the variant, the ballots and the constraints, and hands
    /// over each pot as an election of its own.
    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError>;

    /// Whether it can read such ballots.
    fn reads(&self, kind: BallotKind, variant: Variant) -> bool {
        match variant.satisfaction {
            Some(Satisfaction::Additive) => kind == BallotKind::Points,
            // Naming a project in a ranking is not support for it: a full ranking names them all.
            _ => kind != BallotKind::Ranking,
        }
    }

    /// Whether its selections keep what an election may demand of them. An election that demands something else is
    /// refused.
    fn honours(&self, _variant: Variant, _constraint: Constraint) -> bool {
        false
    }

    /// Whether a project that is funded with some of a change in its favour is funded with any more of it too, as long
    /// as ties are broken in one order of all projects and no area has a minimum. True only where that is proved.
    fn keeps(&self, _variant: Variant, _change: Change) -> bool {
        false
    }

    /// By how many minor units, at least, the budget can grow so that the count still settles on the projects of
    /// `selection`, as it does now; [`u64::MAX`] where any growth changes nothing.
    fn unmoved(&self, _election: &Election, _variant: Variant, _selection: &Selection) -> u64 {
        0
    }

    /// Counts `election`, or says why this rule cannot.
    fn count(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        if !self.variants().contains(&variant) {
            return Err(CountError::NoSuchVariant { rule: self.id(), variant });
        }
        if !self.reads(election.kind(), variant) {
            return Err(CountError::Ballots { rule: self.id(), variant, kind: election.kind() });
        }
        let mut demanded = election.constraints().into_iter();
        if let Some(constraint) = demanded.find(|constraint| !self.honours(variant, *constraint)) {
            return Err(CountError::Constraints { rule: self.id(), variant, constraint });
        }
        if election.limits().pots.is_empty() {
            self.run(election, variant, policy)
        } else {
            pots::count_each(election, |pot| self.run(pot, variant, policy))
        }
    }
}

/// Every rule there is.
pub fn rules() -> &'static [&'static dyn Rule] {
    &[
        &greedy::Greedy { skips: true },
        &greedy::Greedy { skips: false },
        &equal_shares::EqualShares,
        &phragmen::Phragmen,
        &best::Best::USUAL,
        &knapsack::Knapsack,
        &money_weighted::MoneyWeighted,
    ]
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static dyn Rule> {
    rules().iter().copied().find(|rule| rule.id() == id)
}

/// How many minor units more change nothing for a rule that asks of money only whether a project fits: those that are
/// not enough for any of the projects that did not fit.
fn fit_nothing_more(selection: &Selection) -> u64 {
    let short = selection.steps.iter().filter_map(|step| match step.decision {
        Decision::Skipped(
            Reason::OverBudget { short } | Reason::RingFenced { short } | Reason::KeptFor { short, .. },
        ) => Some(short.minor().unsigned_abs()),
        _ => None,
    });
    short.min().map_or(u64::MAX, |short| short.saturating_sub(1))
}

/// A fraction of whole numbers; nothing when there is nothing to divide by. To bring it to lowest terms would take
/// longer than the count.
fn fraction(numer: BigInt, denom: BigInt) -> BigExact {
    if denom.is_zero() { BigExact::zero() } else { BigExact::new_raw(numer, denom) }
}

/// The greatest number that divides both; of one and nothing, the one.
fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}
