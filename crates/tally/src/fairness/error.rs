//! Why it cannot be said how a selection treats the voters.

use std::fmt;

use crate::{BallotKind, Constraint, ProjectId};

/// Why it cannot be said how a selection treats the voters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FairnessError {
    /// The selection names a project that the election does not have.
    UnknownProject(ProjectId),
    /// Claims are defined for ballots that name projects, without order and without points.
    Ballots(BallotKind),
    /// Claims are defined for satisfaction by cost and by cardinality.
    Additive,
    /// Claims are not defined where projects require or exclude each other, or areas have limits other than pots.
    Constraints(Constraint),
}

impl fmt::Display for FairnessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownProject(id) => write!(f, "there is no project {id}"),
            Self::Ballots(kind) => write!(f, "claims cannot be made with {kind} ballots"),
            Self::Additive => f.write_str("claims cannot be made with satisfaction additive"),
            Self::Constraints(constraint) => write!(f, "claims cannot be made with {constraint}"),
        }
    }
}

impl std::error::Error for FairnessError {}
