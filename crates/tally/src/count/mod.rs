//! What counting gives: a selection with its steps, or a tie somebody has to decide.

mod across;
mod error;
mod paid;
mod payments;
mod tie;

pub use across::{Across, FundedBy};
pub use error::CountError;
pub use paid::Paid;
pub use payments::{Payment, Payments};
pub use tie::{Tie, TiePolicy};

use std::collections::BTreeMap;

use basketry_domain::Money;

use crate::{BigExact, Election, Exact, ProjectId, Support};

/// What a rule comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Count {
    /// Everything is decided.
    Settled(Selection),
    /// A lot must be drawn. Count again with [`TiePolicy::Drawn`] to go on from here.
    Tied {
        /// What was decided before.
        until: Selection,
        /// What the lot has to decide.
        tie: Tie,
    },
}

/// The projects a rule funds, with the steps that explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The projects in the order bought; with pots, in the order of these.
    pub selected: Vec<ProjectId>,
    /// What they cost together; never more than the budget.
    pub cost: Money,
    /// How much money there was.
    pub budget: Money,
    /// How much of it the voters had between them, each the same: the budget, or more where add1 raised their shares;
    /// `None` where no rule shared it out, and with pots.
    pub shared: Option<Money>,
    /// The same for each pot whose budget was shared out.
    pub shared_in_pots: BTreeMap<String, Money>,
    /// A step for every project looked at, in the order of looking.
    pub steps: Vec<Step>,
    /// The ties that had to be broken, and how.
    pub ties: Vec<Tie>,
}

/// How one project fared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The project.
    pub project: ProjectId,
    /// Its cost.
    pub cost: Money,
    /// Who supports it.
    pub support: Support,
    /// What the rule compared; `None` when it never came to comparing.
    pub merit: Option<Merit>,
    /// Who paid for it; `None` when it is not funded, or by a rule that shares no costs.
    pub paid: Option<Paid>,
    /// How much of the budget, or of the pot, was left before this step.
    pub left: Money,
    /// What was decided.
    pub decision: Decision,
    /// The area whose pot it is paid from; `None` without pots.
    pub pot: Option<String>,
}

/// What a rule compares projects by. Each rule says which it uses and whether more or less of it is better.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Merit {
    /// The number of voters.
    Votes(u64),
    /// Voters or points for each minor unit it costs.
    PerCost(Exact),
    /// It has support and costs nothing.
    Free,
    /// What the best supporter pays for each unit of satisfaction (equal shares).
    Price(BigExact),
    /// The load its supporters would carry after buying it (Phragmén).
    Load(BigExact),
    /// The satisfaction it brings all voters together: minor units, votes or points, as the variant has it.
    Total(u128),
}

/// What was decided about a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is funded.
    Bought,
    /// It is not, and why.
    Skipped(Reason),
}

/// Why a project is not funded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It costs more than is left of the budget.
    OverBudget {
        /// How much is missing.
        short: Money,
    },
    /// It makes no sense without this project, which is not funded.
    Requires(ProjectId),
    /// It cannot be had together with this project, which is funded.
    Excludes(ProjectId),
    /// Nobody supports it, and the rule funds nothing that nobody supports.
    Unsupported,
    /// Those who support it have too little money left between them to pay for it.
    SupportersShort {
        /// How much they have, in minor units.
        have: BigExact,
    },
    /// The money that the rule gives to one project after the other ended in it: it would be paid for in part (knapsack).
    InPart {
        /// So much of it the money reaches.
        reached: Money,
        /// How much is missing.
        short: Money,
    },
    /// The rule stopped before it: a project of equal or greater merit no longer fitted.
    Stopped,
    /// It would bring what is spent on its area over the area's maximum.
    OverMaximum {
        /// The area.
        area: String,
        /// By how much.
        over: Money,
    },
    /// It costs more than is left for its area: the rest of the budget can only go to others.
    RingFenced {
        /// How much is missing.
        short: Money,
    },
    /// It would take money that is kept so that these areas come to their minima.
    KeptFor {
        /// The areas, in ascending order.
        areas: Vec<String>,
        /// How much is missing.
        short: Money,
    },
    /// With it no selection could bring this area to its minimum within its maximum any more.
    MinimumLost {
        /// The area.
        area: String,
    },
}

impl Count {
    /// The selection, as far as it is decided.
    pub fn selection(&self) -> &Selection {
        match self {
            Self::Settled(selection) | Self::Tied { until: selection, .. } => selection,
        }
    }
}

impl Selection {
    /// Nothing bought yet.
    pub(crate) fn empty(budget: Money) -> Self {
        Self {
            selected: Vec::new(),
            cost: Money::ZERO,
            budget,
            shared: None,
            shared_in_pots: BTreeMap::new(),
            steps: Vec::new(),
            ties: Vec::new(),
        }
    }

    /// The part of it that was counted in one of the [pots](Election::pots) of its election, without the ties.
    #[must_use]
    pub fn in_pot(&self, area: &str, pot: &Election) -> Self {
        let own = self.steps.iter().filter(|step| step.pot.as_deref() == Some(area));
        let bought = own.clone().filter(|step| step.decision == Decision::Bought);
        Self {
            selected: bought.clone().map(|step| step.project.clone()).collect(),
            cost: bought.map(|step| step.cost).sum(),
            shared: self.shared_in_pots.get(area).copied(),
            steps: own.map(|step| Step { pot: None, ..step.clone() }).collect(),
            ..Self::empty(pot.budget())
        }
    }

    /// What is left of the budget.
    pub fn left(&self) -> Money {
        self.budget - self.cost
    }
}
