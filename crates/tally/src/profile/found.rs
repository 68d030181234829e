//! Figures that were asked for before.

use std::sync::{Arc, OnceLock};

use basketry_domain::Voter;

use super::Number;
use crate::{Adopted, ElectionError, MoneyFigures, PointsFigures, Shares};

/// Some of the counted ballots, and what was found of them.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Ascending.
    pub(super) ballots: Arc<[Number]>,
    pub(super) found: Arc<Found>,
}

/// Figures of a part. Several charts ask for the same ones, and of a million ballots each look at all takes long.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) points: OnceLock<PointsFigures>,
    pub(super) sections: OnceLock<Parts>,
    /// Those without a basket that breaks a rule; none where these are all.
    pub(super) sound: OnceLock<Option<Part>>,
    of_persons: OfVoters,
    of_tables: OfVoters,
}

/// Figures of the baskets of persons, or of tables.
#[derive(Debug, Default)]
pub(crate) struct OfVoters {
    pub(crate) shares: OnceLock<Shares>,
    pub(crate) money: OnceLock<MoneyFigures>,
    pub(crate) adopted: OnceLock<Result<Adopted, ElectionError>>,
}

/// Parts by group.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub(super) groups: Vec<Part>,
    pub(super) rest: Part,
    /// How many ballots are in several groups.
    pub(super) in_several: usize,
}

impl Found {
    pub(crate) fn of(&self, voter: Voter) -> &OfVoters {
        match voter {
            Voter::Person => &self.of_persons,
            Voter::Table => &self.of_tables,
        }
    }
}

impl From<Vec<Number>> for Part {
    fn from(ballots: Vec<Number>) -> Self {
        Self { ballots: ballots.into(), found: Arc::default() }
    }
}
