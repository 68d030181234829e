//! A count under way.

use crate::{Decision, Election, Merit, Paid, Place, Reason, Selection, Step, Support};

pub(super) struct Progress<'a> {
    pub(super) election: &'a Election,
    pub(super) so_far: Selection,
    support: Vec<Support>,
}

impl<'a> Progress<'a> {
    /// The beginning of a count.
    pub(super) fn new(election: &'a Election) -> Self {
        Self { election, so_far: Selection::empty(election.budget()), support: election.support() }
    }

    pub(super) fn cost(&self, place: Place) -> basketry_domain::Money {
        self.election.project(place).cost
    }

    pub(super) fn buy(&mut self, place: Place, merit: Merit, paid: Option<Paid>) {
        let project = self.election.project(place);
        let step = Step { paid, ..self.step(place, Some(merit), Decision::Bought) };
        self.so_far.selected.push(project.id.clone());
        self.so_far.cost = self.so_far.cost + project.cost;
        self.so_far.steps.push(step);
    }

    pub(super) fn skip(&mut self, place: Place, reason: Reason) {
        let step = self.step(place, None, Decision::Skipped(reason));
        self.so_far.steps.push(step);
    }

    fn step(&self, place: Place, merit: Option<Merit>, decision: Decision) -> Step {
        let project = self.election.project(place);
        let (support, left) = (self.support[place.index()], self.so_far.left());
        Step { project: project.id.clone(), cost: project.cost, support, merit, paid: None, left, decision, pot: None }
    }
}
