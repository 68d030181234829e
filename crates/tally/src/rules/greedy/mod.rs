//! Greedy: the best project first, and on to the next one that fits.
//!
//! Best by votes (satisfaction cost, for satisfaction per cost is then the number of votes), by votes per cost
//! (cardinality) or by points per cost (additive). What does not fit is skipped, or ends the count where nothing is
//! skipped. Projects without support come last and are taken if they fit. A project waits for those it requires and is
//! skipped beside one that excludes it.
//!
//! A project is skipped as well where the limits of areas leave no room for it, or where it would put an area's minimum
//! out of reach. That does not end a count that skips nothing else. Such a count ends wherever a project does not fit,
//! minimum or not, and therefore knows no minima.

mod cover;
mod kept;

use std::collections::BTreeMap;

use basketry_domain::Money;

use self::cover::GaveUp;
use self::kept::Kept;
use super::room::Room;
use super::{Rule, Satisfaction, Variant, fit_nothing_more};
use crate::{
    Change, Constraint, Count, CountError, Decision, Election, Exact, Merit, Place, ProjectId, Reason, Selection, Step,
    Support, Tie, TiePolicy,
};

pub(super) struct Greedy {
    /// Whether it goes on after a project that does not fit.
    pub(super) skips: bool,
}

impl Rule for Greedy {
    fn id(&self) -> &'static str {
        if self.skips { "greedy" } else { "greedy-no-skips" }
    }

    fn variants(&self) -> &'static [Variant] {
        Variant::PLAIN
    }

    fn honours(&self, _: Variant, constraint: Constraint) -> bool {
        match constraint {
            Constraint::Minimum => self.skips,
            Constraint::MinimumAmongRelated => false,
            Constraint::Requires | Constraint::Excludes | Constraint::Maximum | Constraint::RingFence => true,
        }
    }

    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let support = election.support();
        let groups = by_merit(election, &support, variant.satisfaction);
        in_order(self.id(), Run::new(election, policy, support, &groups, self.skips))
    }

    /// A lower cost or more votes bring a project further forward, if anywhere. Until then all is as before, and what
    /// was bought before it is no more than it was. Only an area's minimum may want the higher cost.
    fn keeps(&self, _: Variant, change: Change) -> bool {
        change != Change::Budget
    }

    fn unmoved(&self, _: &Election, _: Variant, selection: &Selection) -> u64 {
        fit_nothing_more(selection)
    }
}

/// Takes projects by another merit, the most first, and skips what does not fit, for `rule`. It honours what greedy does.
pub(super) fn by(
    rule: &'static str,
    election: &Election,
    policy: &TiePolicy,
    merit: impl Fn(Place) -> Merit,
) -> Result<Count, CountError> {
    in_order(rule, Run::new(election, policy, election.support(), &grouped(election, merit), true))
}

fn in_order(rule: &'static str, mut run: Run<'_>) -> Result<Count, CountError> {
    let too_large = |GaveUp| CountError::TooLarge { rule };
    if run.loses_minimum(&[]).map_err(too_large)?.is_some() {
        return Err(CountError::OutOfReach { rule });
    }
    let nothing = Selection::empty(run.election.budget());
    run.count(nothing).map_err(too_large)
}

/// Spends what a rule left as greedy does, skipping what does not fit. Of the steps only the purchases stay. `rule`
/// knows no minima.
pub(super) fn complete(
    rule: &'static str,
    election: &Election,
    satisfaction: Option<Satisfaction>,
    policy: &TiePolicy,
    mut so_far: Selection,
) -> Result<Count, CountError> {
    so_far.steps.retain(|step| step.decision == Decision::Bought);
    let support = election.support();
    let groups = by_merit(election, &support, satisfaction);
    let mut run = Run::new(election, policy, support, &groups, true);
    for place in so_far.selected.iter().filter_map(|id| election.place(id)) {
        run.fate[place.index()] = Some(true);
        run.room.buy(place);
    }
    run.count(so_far).map_err(|GaveUp| CountError::TooLarge { rule })
}

/// The projects of equal merit, best first.
type Groups = [(Merit, Vec<Place>)];

fn by_merit(election: &Election, support: &[Support], satisfaction: Option<Satisfaction>) -> Vec<(Merit, Vec<Place>)> {
    let merit = |place: Place| {
        let (cost, of) = (election.project(place).cost, support[place.index()]);
        match satisfaction {
            Some(Satisfaction::Additive) => per_cost(of.points, cost),
            Some(Satisfaction::Cardinality) => per_cost(of.voters, cost),
            _ => Merit::Votes(of.voters),
        }
    };
    grouped(election, merit)
}

fn grouped(election: &Election, merit: impl Fn(Place) -> Merit) -> Vec<(Merit, Vec<Place>)> {
    let mut groups: BTreeMap<Merit, Vec<Place>> = BTreeMap::new();
    for place in election.places() {
        groups.entry(merit(place)).or_default().push(place);
    }
    groups.into_iter().rev().collect()
}

fn per_cost(support: u64, cost: Money) -> Merit {
    match (support, cost.minor()) {
        (0, _) => Merit::PerCost(Exact::from_integer(0)),
        (_, 0) => Merit::Free,
        (support, cost) => Merit::PerCost(Exact::new(i128::from(support), i128::from(cost))),
    }
}

struct Run<'a> {
    election: &'a Election,
    support: Vec<Support>,
    policy: &'a TiePolicy,
    /// By place: whether it was bought, once that is decided.
    fate: Vec<Option<bool>>,
    groups: &'a Groups,
    skips: bool,
    room: Room<'a>,
    /// Where areas have a minimum.
    kept: Option<Kept>,
}

impl<'a> Run<'a> {
    fn new(
        election: &'a Election,
        policy: &'a TiePolicy,
        support: Vec<Support>,
        groups: &'a Groups,
        skips: bool,
    ) -> Self {
        let fate = vec![None; election.projects().len()];
        let room = Room::new(election);
        let kept = (!election.limits().minima.is_empty()).then(|| Kept::new(&room));
        Self { election, support, policy, fate, groups, skips, room, kept }
    }

    fn count(mut self, mut so_far: Selection) -> Result<Count, GaveUp> {
        while let Some((merit, ready)) = self.next_ready(&mut so_far)? {
            let mut next = ready.first().copied();
            if self.matters(&ready, so_far.left())? {
                next = self.policy.take(self.election, &ready);
                let tie = Tie::new(self.election, so_far.selected.len(), &ready, next);
                if next.is_none() {
                    return Ok(Count::Tied { until: so_far, tie });
                }
                so_far.ties.push(tie);
            }
            let Some(place) = next else { break };
            if self.election.project(place).cost > so_far.left() {
                break;
            }
            self.decide(&mut so_far, place, merit, Decision::Bought);
        }
        self.drop_rest(&mut so_far)?;
        Ok(Count::Settled(so_far))
    }

    /// The best projects that can be bought now, or would be but for the money where nothing is skipped. Skips, on the
    /// way, what can never be bought.
    fn next_ready(&mut self, so_far: &mut Selection) -> Result<Option<(Merit, Vec<Place>)>, GaveUp> {
        for (merit, places) in self.groups {
            let mut ready = Vec::new();
            for place in places.iter().copied().filter(|place| self.fate[place.index()].is_none()).collect::<Vec<_>>() {
                let obstacle = self.obstacle(place, so_far.left())?;
                match obstacle.filter(|reason| self.skips || !matches!(reason, Reason::OverBudget { .. })) {
                    Some(reason) => self.decide(so_far, place, merit.clone(), Decision::Skipped(reason)),
                    None if self.waits(place).is_none() => ready.push(place),
                    None => {}
                }
            }
            if !ready.is_empty() {
                return Ok(Some((merit.clone(), ready)));
            }
        }
        Ok(None)
    }

    fn decide(&mut self, so_far: &mut Selection, place: Place, merit: Merit, decision: Decision) {
        let project = self.election.project(place);
        let (left, support) = (so_far.left(), self.support[place.index()]);
        let bought = decision == Decision::Bought;
        if bought {
            so_far.selected.push(project.id.clone());
            so_far.cost = so_far.cost + project.cost;
            self.room.buy(place);
        }
        self.fate[place.index()] = Some(bought);
        if let Some(kept) = &mut self.kept {
            kept.decided(self.room.area_of(place));
        }
        let (project, cost) = (project.id.clone(), project.cost);
        so_far.steps.push(Step { project, cost, support, merit: Some(merit), paid: None, left, decision, pot: None });
    }

    /// Why the project can never be bought any more.
    fn obstacle(&mut self, place: Place, left: Money) -> Result<Option<Reason>, GaveUp> {
        let project = self.election.project(place);
        let lost = project.requires.iter().find(|id| self.fate_of(id) == Some(false));
        if let Some(id) = lost {
            return Ok(Some(Reason::Requires(id.clone())));
        }
        let mut bought = self.election.places().filter(|other| self.fate[other.index()] == Some(true));
        if let Some(other) = bought.find(|other| self.election.clash(place, *other)) {
            return Ok(Some(Reason::Excludes(self.election.project(other).id.clone())));
        }
        if project.cost > left {
            return Ok(Some(Reason::OverBudget { short: project.cost - left }));
        }
        match self.room.obstacle(place) {
            None => self.loses_minimum(&[place]),
            reason => Ok(reason),
        }
    }

    /// Why buying these, for which there is room, would put a minimum out of reach.
    fn loses_minimum(&mut self, buying: &[Place]) -> Result<Option<Reason>, GaveUp> {
        let Some(kept) = &mut self.kept else { return Ok(None) };
        let open: Vec<Place> = self.election.places().filter(|place| self.fate[place.index()].is_none()).collect();
        kept.obstacle(self.election, &self.room, buying, &open)
    }

    /// A project it requires that is still undecided.
    fn waits(&self, place: Place) -> Option<&ProjectId> {
        self.election.project(place).requires.iter().find(|id| self.fate_of(id).is_none())
    }

    fn fate_of(&self, id: &ProjectId) -> Option<bool> {
        self.election.place(id).and_then(|place| self.fate[place.index()])
    }

    /// Whether the order among projects of equal merit may change what is funded. When all of them fit together
    /// and get in nobody's way, or none fits at all, it does not.
    fn matters(&mut self, ready: &[Place], left: Money) -> Result<bool, GaveUp> {
        let cost: Money = ready.iter().map(|place| self.election.project(*place).cost).sum();
        let clash = || ready.iter().any(|a| ready.iter().any(|b| self.election.clash(*a, *b)));
        let unlocks = || {
            let ids: Vec<&ProjectId> = ready.iter().map(|place| &self.election.project(*place).id).collect();
            let mut open = self.election.places().filter(|place| self.fate[place.index()].is_none());
            open.any(|place| self.election.project(place).requires.iter().any(|id| ids.contains(&id)))
        };
        let fits = || ready.iter().any(|place| self.election.project(*place).cost <= left);
        if ready.len() < 2 || !fits() {
            return Ok(false);
        }
        let free = cost <= left && !clash() && !unlocks() && self.room.holds(ready);
        Ok(!free || self.loses_minimum(ready)?.is_some())
    }

    /// What is not decided at the end waits for itself in a circle, or comes after what ended the count.
    fn drop_rest(&mut self, so_far: &mut Selection) -> Result<(), GaveUp> {
        for (merit, places) in self.groups {
            for place in places.iter().copied() {
                if self.fate[place.index()].is_none() {
                    let obstacle = self.obstacle(place, so_far.left())?;
                    let waits = || self.waits(place).cloned().map(Reason::Requires);
                    let reason = obstacle.or_else(waits).unwrap_or(Reason::Stopped);
                    self.decide(so_far, place, merit.clone(), Decision::Skipped(reason));
                }
            }
        }
        Ok(())
    }
}
