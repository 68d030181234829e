//! What a rule that shares costs does not look at any more, because it cannot be had beside what is bought.
//!
//! Phragmén's rule does so under constraints that every part of a kept selection keeps too (Masařík, Pierczyński and
//! Skowron, "A Generalised Theory of Proportionality in Collective Decision Making", EC 2024), as exclusions, maxima and
//! ring-fences are. Equal shares go on in the same way, and let a project wait for what it requires. Under Phragmén's rule
//! the supporters of one that waited would come to carry less than before, so it honours no requirements. Neither has a
//! way to honour minima, which a selection may keep and a part of it not.

use basketry_domain::Money;

use super::room::Room;
use crate::{Constraint, Election, Place, ProjectId, Reason};

pub(super) struct Barrier<'a> {
    election: &'a Election,
    room: Room<'a>,
    /// Whether projects require or exclude others at all.
    related: bool,
    /// What is bought, if so.
    bought: Vec<Place>,
    /// What is left of the budget.
    left: Money,
}

impl<'a> Barrier<'a> {
    /// Whether a constraint is one that every part of a kept selection keeps too.
    pub(super) fn honours(constraint: Constraint) -> bool {
        matches!(constraint, Constraint::Excludes | Constraint::Maximum | Constraint::RingFence)
    }

    /// Nothing is bought yet; `None` where nothing can ever be in the way.
    pub(super) fn new(election: &'a Election) -> Option<Self> {
        let demanded = election.constraints();
        (!demanded.is_empty()).then(|| Self {
            election,
            room: Room::new(election),
            related: demanded.iter().any(|one| matches!(one, Constraint::Requires | Constraint::Excludes)),
            bought: Vec::new(),
            left: election.budget(),
        })
    }

    pub(super) fn buy(&mut self, place: Place) {
        self.room.buy(place);
        if self.related {
            self.bought.push(place);
        }
        self.left = self.left - self.election.project(place).cost;
    }

    /// Why a project cannot be bought any more, unless it is for the budget: the rule itself sees to that.
    pub(super) fn reason(&self, place: Place) -> Option<Reason> {
        let excludes = self.bought.iter().find(|other| self.election.clash(place, **other));
        if let Some(other) = excludes {
            return Some(Reason::Excludes(self.election.project(*other).id.clone()));
        }
        let fits = self.election.project(place).cost <= self.left;
        self.room.obstacle(place).filter(|reason| fits || !matches!(reason, Reason::RingFenced { .. }))
    }

    /// A project it requires that is not bought.
    pub(super) fn waits(&self, place: Place) -> Option<&ProjectId> {
        self.election.project(place).requires.iter().find(|id| !self.is_bought(id))
    }

    /// Whether all of these, none of which is barred, can be bought, and nothing waits for any of them.
    pub(super) fn lets_through(&self, places: &[Place]) -> bool {
        let clash = |(at, place): (usize, &Place)| places[..at].iter().any(|other| self.election.clash(*place, *other));
        self.room.holds(places) && !places.iter().enumerate().any(clash) && !self.frees(places)
    }

    /// Whether something waits for one of several.
    fn frees(&self, places: &[Place]) -> bool {
        let ids: Vec<&ProjectId> = places.iter().map(|place| &self.election.project(*place).id).collect();
        let projects = self.election.projects().iter();
        let mut waiting = projects.filter(|project| !self.is_bought(&project.id));
        self.related && places.len() > 1 && waiting.any(|project| project.requires.iter().any(|id| ids.contains(&id)))
    }

    fn is_bought(&self, id: &ProjectId) -> bool {
        self.election.place(id).is_some_and(|place| self.bought.contains(&place))
    }
}
