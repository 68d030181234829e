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
        }
    }
}

impl std::error::Error for ElectionError {}
