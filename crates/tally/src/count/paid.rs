//! Who paid for a project.

use super::{Merit, Step};
use crate::BigExact;

/// Who paid for a project, under a rule that shares its cost among those who support it. [`Payments`](crate::Payments)
/// tells what each of them paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paid {
    /// Its supporters, out of equal shares of the money: each the step's price for every unit of satisfaction, or all
    /// they had left. Who had nothing left is in neither number, and nobody pays for a project that costs nothing.
    Shares {
        /// How many voters paid the price in full.
        full: u64,
        /// The satisfaction these get out of it together: minor units, votes or points, as the variant has it.
        satisfaction: u128,
        /// How many voters paid less than that: all they had left.
        rest: u64,
    },
    /// All its supporters: each of them now carries the step's load, whatever they carried before (Phragmén).
    Loads {
        /// How many voters they are.
        voters: u64,
    },
    /// Nobody: a completion bought it with what was left of the budget.
    Nobody,
}

impl Step {
    /// What those who paid all they had left paid together, in minor units; `None` unless the project was bought out of
    /// equal shares.
    pub fn paid_by_rest(&self) -> Option<BigExact> {
        let (Some(Paid::Shares { satisfaction, .. }), Some(Merit::Price(price))) = (self.paid, &self.merit) else {
            return None;
        };
        // All fractions here stand over the denominator of the price.
        let (numer, denom) = (price.numer(), price.denom());
        Some(BigExact::new_raw(denom * self.cost.minor() - numer * satisfaction, denom.clone()))
    }
}
