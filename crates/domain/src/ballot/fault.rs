//! What can be wrong with a ballot that arrives. It is flagged, never thrown away.

use crate::{Ballot, Consultation, Points, Reaction, Refusal};

/// Something an organiser should know about a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It was given for another revision, or for a file with other content.
    OtherRevision,
    /// It names a workshop the consultation does not have.
    UnknownWorkshop,
    /// It gives points to an area the consultation does not have.
    UnknownArea,
    /// Its points do not add up to 100.
    PointsTotal {
        /// What they add up to.
        given: u16,
    },
    /// Its basket breaks a rule.
    Basket(Refusal),
}

impl Ballot {
    /// Everything that is wrong with the ballot under `consultation`.
    pub fn faults(&self, consultation: &Consultation) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.consultation != consultation.reference {
            faults.push(Fault::OtherRevision);
        }
        let known = |id| consultation.workshops.iter().any(|workshop| &workshop.id == id);
        if self.workshop.as_ref().is_some_and(|id| !known(id)) {
            faults.push(Fault::UnknownWorkshop);
        }
        for reaction in [&self.first_reaction, &self.considered_view].into_iter().flatten() {
            faults.extend(reaction.faults(consultation));
        }
        if let Some(basket) = &self.basket {
            faults.extend(basket.faults(consultation).into_iter().map(Fault::Basket));
        }
        faults
    }
}

impl Reaction {
    /// Everything that is wrong with its points under `consultation`.
    pub fn faults(&self, consultation: &Consultation) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.points.map().keys().any(|area| consultation.area(area).is_none()) {
            faults.push(Fault::UnknownArea);
        }
        let given = self.points.given();
        if given != Points::TOTAL {
            faults.push(Fault::PointsTotal { given });
        }
        faults
    }
}
