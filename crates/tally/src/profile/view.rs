//! A part of the profile that figures are made of.

use basketry_domain::{Basket, Consultation, Fault, SectionId, Voter};

use super::Counted;

/// Counted ballots, all or some, under their consultation. Figures are methods of it, so whatever can be grouped
/// can be compared.
#[derive(Clone, Debug)]
pub struct View<'a> {
    consultation: &'a Consultation,
    ballots: Vec<&'a Counted>,
}

impl<'a> View<'a> {
    pub(super) fn new(consultation: &'a Consultation, ballots: Vec<&'a Counted>) -> Self {
        Self { consultation, ballots }
    }

    /// The consultation.
    pub fn consultation(&self) -> &'a Consultation {
        self.consultation
    }

    /// The ballots, in order of id.
    pub fn ballots(&self) -> &[&'a Counted] {
        &self.ballots
    }

    /// The ballots for which `keep` holds.
    #[must_use]
    pub fn filter(&self, keep: impl Fn(&Counted) -> bool) -> Self {
        Self::new(self.consultation, self.ballots.iter().copied().filter(|counted| keep(counted)).collect())
    }

    /// The baskets of persons or of tables, with the ballots they are on.
    pub fn baskets(&self, voter: Voter) -> impl Iterator<Item = (&'a Counted, &'a Basket)> {
        let of_voter = self.ballots.iter().copied().filter(move |counted| counted.ballot.voter == voter);
        of_voter.filter_map(|counted| counted.ballot.basket.as_ref().map(|basket| (counted, basket)))
    }
}

impl Counted {
    /// The section the ballot's workshop represents.
    pub fn section(&self, consultation: &Consultation) -> Option<SectionId> {
        let named = self.ballot.workshop.as_ref()?;
        let workshop = consultation.workshops.iter().find(|workshop| &workshop.id == named)?;
        Some(workshop.section.clone())
    }

    /// Whether its basket breaks a rule.
    pub fn basket_is_faulty(&self) -> bool {
        self.faults.iter().any(|fault| matches!(fault, Fault::Basket(_)))
    }
}
