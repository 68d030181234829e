//! What a rule that shares costs does not look at any more, because it cannot be had beside what is bought.
//!
//! Phragmén's rule does so under constraints that every part of a kept selection keeps too (Masařík, Pierczyński and
//! Skowron, "A Generalised Theory of Proportionality in Collective Decision Making", EC 2024), as exclusions, maxima and
//! ring-fences are. Equal shares go on in the same way. Neither has a way to honour requirements and minima, which a
//! selection may keep and a part of it not.

use basketry_domain::Money;

use super::room::Room;
use crate::{Constraint, Election, Place, Reason};

pub(super) struct Barrier<'a> {
    election: &'a Election,
    room: Room<'a>,
    /// Whether projects exclude others at all.
    excludes: bool,
    /// What is bought, if so.
    bought: Vec<Place>,
    /// What is left of the budget.
    left: Money,
}

impl<'a> Barrier<'a> {
    /// Whether this is the way to honour a constraint.
    pub(super) fn honours(constraint: Constraint) -> bool {
        matches!(constraint, Constraint::Excludes | Constraint::Maximum | Constraint::RingFence)
    }

    /// Nothing is bought yet; `None` where nothing can ever be in the way.
    pub(super) fn new(election: &'a Election) -> Option<Self> {
        let demanded = election.constraints();
        (!demanded.is_empty()).then(|| Self {
            election,
            room: Room::new(election),
            excludes: demanded.contains(&Constraint::Excludes),
            bought: Vec::new(),
            left: election.budget(),
        })
    }

    pub(super) fn buy(&mut self, place: Place) {
        self.room.buy(place);
        if self.excludes {
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

    /// Whether all of these, none of which is barred, can be bought.
    pub(super) fn lets_through(&self, places: &[Place]) -> bool {
        let clash = |(at, place): (usize, &Place)| places[..at].iter().any(|other| self.election.clash(*place, *other));
        self.room.holds(places) && !places.iter().enumerate().any(clash)
    }
}
