//! Why something is not an election.

use std::fmt;

use basketry_domain::Money;

use super::ProjectId;

/// Why something is not an election, or not a ballot of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElectionError {
    /// The budget is negative or over [`Money::MAX`].
    Budget(Money),
    /// A project's cost is negative or over [`Money::MAX`].
    Cost(ProjectId, Money),
    /// Two projects have the same id.
    DuplicateProject(ProjectId),
    /// A project requires or excludes one that is not there.
    UnknownProject(ProjectId),
    /// A ballot names a place the election does not have.
    UnknownPlace,
    /// A ballot names a project twice.
    Repeated,
    /// A ballot for one project names several.
    MoreThanOne,
    /// A ballot has not as many points as projects, or has points where its kind has none.
    Points {
        /// How many points it should give.
        projects: usize,
        /// How many it gives.
        points: usize,
    },
    /// More projects or voters than can be counted exactly.
    TooMany,
    /// A limit is for an area that no project is in.
    UnknownArea(String),
    /// A limit of an area is negative or over the budget; a maximum, over [`Money::MAX`].
    Limit(String, Money),
    /// An area's minimum is above its maximum.
    MinimumAboveMaximum(String),
    /// Minima and ring-fences are together over the budget, where a ring-fence can pay for its area's minimum; or pots
    /// are.
    LimitsOverBudget,
    /// There are pots beside minima, maxima or ring-fences.
    PotsBesideLimits,
    /// A project is in no area that has a pot.
    NoPot(ProjectId),
    /// A project requires or excludes one of another pot.
    AcrossPots(ProjectId, ProjectId),
}

impl fmt::Display for ElectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Budget(amount) => write!(f, "the budget {} is out of range", amount.minor()),
            Self::Cost(id, cost) => write!(f, "the cost {} of project {id} is out of range", cost.minor()),
            Self::DuplicateProject(id) => write!(f, "two projects have the id {id}"),
            Self::UnknownProject(id) => write!(f, "there is no project {id}"),
            Self::UnknownPlace => f.write_str("a ballot names a project that is not there"),
            Self::Repeated => f.write_str("a ballot names a project twice"),
            Self::MoreThanOne => f.write_str("a ballot for one project names several"),
            Self::Points { projects, points } => write!(f, "a ballot gives {points} points for {projects} projects"),
            Self::TooMany => f.write_str("there are more projects or ballots than can be counted exactly"),
            Self::UnknownArea(area) => write!(f, "there is no project in the area {area}"),
            Self::Limit(area, _) => write!(f, "a limit of {area} is negative or more than the budget"),
            Self::MinimumAboveMaximum(area) => write!(f, "the minimum of {area} is more than its maximum"),
            Self::LimitsOverBudget => f.write_str("the limits keep more money for areas than the budget holds"),
            Self::PotsBesideLimits => f.write_str("there are pots beside other limits"),
            Self::NoPot(id) => write!(f, "there is no pot for project {id}"),
            Self::AcrossPots(id, other) => write!(f, "{id} requires or excludes {other}, which is in another pot"),
        }
    }
}

impl std::error::Error for ElectionError {}
