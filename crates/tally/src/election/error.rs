//! Why something is not an election.

use std::fmt;

use basketry_domain::Money;

use super::{BallotKind, ProjectId};

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
    /// A ranking names a project twice.
    Repeated,
    /// A ballot is of another kind than the election's.
    Kind {
        /// The election's kind.
        expected: BallotKind,
        /// The ballot's kind.
        found: BallotKind,
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
            Self::Repeated => f.write_str("a ranking names a project twice"),
            Self::Kind { expected, found } => write!(f, "a ballot is of kind {found}, expected {expected}"),
            Self::TooMany => f.write_str("there are more projects or ballots than can be counted exactly"),
        }
    }
}

impl std::error::Error for ElectionError {}
