//! Who supports what, in the form the rules with a purse or a load for every voter need.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::{CountError, Decision, Election, Merit, Place, Reason, Selection, Step, Support, Tie, TiePolicy};

/// Voters with equal ballots, as one supporter of one project.
#[derive(Clone, Copy)]
pub(super) struct Supporter {
    /// Which ballot, in the order of [`Election::votes`].
    pub(super) ballot: usize,
    /// How many voters gave it.
    pub(super) times: u64,
    /// The points they each give to the project.
    pub(super) points: u32,
}

/// A count under way, with every voter's supporters at hand.
pub(super) struct Progress<'a> {
    pub(super) election: &'a Election,
    /// By place.
    pub(super) supporters: Vec<Vec<Supporter>>,
    /// The projects not decided yet, in order.
    pub(super) open: Vec<Place>,
    pub(super) so_far: Selection,
    support: Vec<Support>,
}

impl<'a> Progress<'a> {
    /// A count of an election without `requires` and `excludes`, which these rules have no answer to.
    pub(super) fn new(election: &'a Election, rule: &'static str) -> Result<Self, CountError> {
        if election.projects().iter().any(|project| !(project.requires.is_empty() && project.excludes.is_empty())) {
            return Err(CountError::Constraints { rule });
        }
        let mut supporters = vec![Vec::new(); election.projects().len()];
        for (ballot, (vote, times)) in election.votes().enumerate() {
            for place in vote.named() {
                let points = vote.points(place);
                supporters[place.index()].push(Supporter { ballot, times, points });
            }
        }
        let (open, support) = (election.places().collect(), election.support());
        Ok(Self { election, supporters, open, so_far: Selection::empty(election.budget()), support })
    }

    pub(super) fn decide(&mut self, place: Place, merit: Option<Merit>, decision: Decision) {
        let project = self.election.project(place);
        let left = self.so_far.left();
        if decision == Decision::Bought {
            self.so_far.selected.push(project.id.clone());
            self.so_far.cost = self.so_far.cost + project.cost;
        }
        self.open.retain(|other| *other != place);
        let (project, cost, support) = (project.id.clone(), project.cost, self.support[place.index()]);
        self.so_far.steps.push(Step { project, cost, support, merit, left, decision });
    }

    pub(super) fn skip(&mut self, place: Place, reason: Reason) {
        self.decide(place, None, Decision::Skipped(reason));
    }

    /// The one to take of places with equal merit, or the tie nobody has decided.
    pub(super) fn choose(&mut self, tied: &[Place], matters: bool, policy: &TiePolicy) -> Result<Place, Tie> {
        if let ([first, ..], false) = (tied, matters) {
            return Ok(*first);
        }
        let id = |place: &Place| self.election.project(*place).id.clone();
        let taken = policy.take(self.election, tied);
        let projects = tied.iter().map(id).collect();
        let tie = Tie { after: self.so_far.selected.len(), projects, taken: taken.as_ref().map(id) };
        let Some(place) = taken else { return Err(tie) };
        self.so_far.ties.push(tie);
        Ok(place)
    }

    /// Whether some ballot supports more than one of these places.
    pub(super) fn share_supporters(&self, places: &[Place]) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let ballots = |place: &Place| self.supporters[place.index()].iter().map(|supporter| supporter.ballot);
        places.len() > 1 && !places.iter().flat_map(ballots).all(|ballot| seen.insert(ballot))
    }
}

/// A fraction of whole numbers; nothing when there is nothing to divide by.
pub(super) fn fraction(numer: BigInt, denom: BigInt) -> BigRational {
    if denom.is_zero() { BigRational::zero() } else { BigRational::new(numer, denom) }
}
