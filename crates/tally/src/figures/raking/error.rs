//! Why ballots cannot be weighted in the way asked.

use std::fmt;

use super::Weights;
use crate::{GroupId, Grouping};

/// Why ballots cannot be weighted in the way asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RakingError {
    /// No person gave a ballot.
    Nobody,
    /// More than [`Weights::MOST`] persons gave one.
    TooMany,
    /// A person may be in several of these groups, so their populations do not add up to anything.
    Several(Grouping),
    /// The margin has no people at all.
    NoPeople(Grouping),
    /// The consultation has no such group under the margin's grouping.
    UnknownGroup(GroupId),
    /// The group has people, but nobody in it gave a ballot that is in a group of every margin.
    NoBallots(GroupId),
    /// Somebody in the group gave a ballot, but by the margin it has no people.
    NoPopulation(GroupId),
}

impl fmt::Display for RakingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str("there are no ballots of persons"),
            Self::TooMany => write!(f, "there are more than {} ballots of persons", Weights::MOST),
            Self::Several(grouping) => write!(f, "a person may be in several groups by {grouping}"),
            Self::NoPeople(grouping) => write!(f, "there are no people in the groups by {grouping}"),
            Self::UnknownGroup(group) => write!(f, "there is no group {group}"),
            Self::NoBallots(group) => write!(f, "there are people but no ballots in the group {group}"),
            Self::NoPopulation(group) => write!(f, "there are ballots but no people in the group {group}"),
        }
    }
}

impl std::error::Error for RakingError {}
