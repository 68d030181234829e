//! How a selection treats the voters of an election: who gets what out of it, and who could have paid for more.
//!
//! A ballot has no groups. To compare the voters of groups, make one election of each.

mod claims;
mod coverage;
mod dues;
mod error;

pub use claims::{Claim, claims};
pub use coverage::{Coverage, Distribution, coverage};
pub use error::FairnessError;

use crate::{Election, ProjectId};

/// By place: whether the project is funded.
fn funded_places(election: &Election, funded: &[ProjectId]) -> Result<Vec<bool>, FairnessError> {
    let mut places = vec![false; election.projects().len()];
    for id in funded {
        let place = election.place(id).ok_or_else(|| FairnessError::UnknownProject(id.clone()))?;
        places[place.index()] = true;
    }
    Ok(places)
}
