//! The rules, and the one place where they are listed.

mod best;
mod book;
mod equal_shares;
mod greedy;
mod knapsack;
mod money_weighted;
mod offers;
mod phragmen;
mod progress;
mod variant;

pub use variant::{Completion, Satisfaction, Variant};

use num_bigint::BigInt;
use num_traits::Zero;

use crate::{BallotKind, BigExact, Change, Count, CountError, Decision, Election, Reason, Selection, TiePolicy};

/// A way to get from an election to a selection.
///
/// The contract, checked for every registered rule by the shared properties in `tests/properties.rs`: the selection
/// stays within the budget; a ballot with multiplicity `n` counts as `n` ballots; the order of ballots and projects
/// changes nothing, and ids change nothing but ties.
pub trait Rule: Sync {
    /// A short name for files and commands.
    fn id(&self) -> &'static str;

    /// The variants it has, the usual one first; never empty.
    fn variants(&self) -> &'static [Variant];

    /// Counts. Called through [`Rule::count`], which has checked the variant and the ballots.
    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError>;

    /// Whether it can read such ballots.
    fn reads(&self, kind: BallotKind, variant: Variant) -> bool {
        match variant.satisfaction {
            Some(Satisfaction::Additive) => kind == BallotKind::Points,
            // Naming a project in a ranking is not support for it: a full ranking names them all.
            _ => kind != BallotKind::Ranking,
        }
    }

    /// Whether a project that is funded with some of a change in its favour is funded with any more of it too, as long
    /// as ties are broken in one order of all projects. True only where that is proved.
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
        self.run(election, variant, policy)
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
        Decision::Skipped(Reason::OverBudget { short }) => Some(short.minor().unsigned_abs()),
        _ => None,
    });
    short.min().map_or(u64::MAX, |short| short.saturating_sub(1))
}

/// A fraction of whole numbers; nothing when there is nothing to divide by. To bring it to lowest terms would take
/// longer than the count.
fn fraction(numer: BigInt, denom: BigInt) -> BigExact {
    if denom.is_zero() { BigExact::zero() } else { BigExact::new_raw(numer, denom) }
}
