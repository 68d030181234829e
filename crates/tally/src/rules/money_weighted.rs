//! The money-weighted count: the project with the most money on it first, and on to the next one that fits.
//!
//! A ballot puts the whole cost on each project it names, or its points. This is the greedy rule for total satisfaction
//! by cost (Talmon and Faliszewski, "A Framework for Approval-Based Budgeting Methods", AAAI 2019). It differs from
//! greedy, which compares by votes or by each unit of cost, in that of two projects with equally many votes the dearer
//! one comes first.

use super::{Rule, Satisfaction, Variant, fit_nothing_more, greedy};
use crate::{Change, Constraint, Count, CountError, Election, Merit, Place, Selection, TiePolicy};

pub(super) struct MoneyWeighted;

impl Rule for MoneyWeighted {
    fn id(&self) -> &'static str {
        "money-weighted"
    }

    /// Money, and points.
    fn variants(&self) -> &'static [Variant] {
        const { &[Variant::plain(Satisfaction::Cost), Variant::plain(Satisfaction::Additive)] }
    }

    fn honours(&self, variant: Variant, constraint: Constraint) -> bool {
        greedy::Greedy { skips: true }.honours(variant, constraint)
    }

    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let support = election.support();
        let put = |place: Place| {
            let of = support[place.index()];
            let cost = u128::from(election.project(place).cost.minor().unsigned_abs());
            Merit::Total(match variant.satisfaction {
                Some(Satisfaction::Additive) => of.points.into(),
                _ => cost * u128::from(of.voters),
            })
        };
        greedy::by(self.id(), election, policy, put)
    }

    /// More votes bring a project further forward, as in greedy. A lower cost takes money off it, but no points.
    fn keeps(&self, variant: Variant, change: Change) -> bool {
        match change {
            Change::Budget => false,
            Change::Cost => variant.satisfaction == Some(Satisfaction::Additive),
            Change::Supporters => true,
        }
    }

    fn unmoved(&self, _: &Election, _: Variant, selection: &Selection) -> u64 {
        fit_nothing_more(selection)
    }
}
