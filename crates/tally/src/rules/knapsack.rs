//! Knapsack voting (Goel, Krishnaswamy, Sakshuwong and Aitamurto, "Knapsack Voting for Participatory Budgeting",
//! TEAC 2019): the budget goes to the units of money with the most votes.
//!
//! Every unit of a project's cost has a vote from each ballot that holds the project. Units of one project have equally
//! many, so that projects are paid for one after the other, most votes first. It differs from greedy in where it ends:
//! the last project gets the money that is left and is paid for in part ([`Reason::InPart`]), nothing after it gets
//! any, and nothing gets any without a vote. Where levels of an item are projects that require the one below
//! ([`adopt_levels`](crate::adopt_levels)), the units that a higher level adds have the votes of those who chose at
//! least that level.
//!
//! A project waits for those it requires and gets nothing beside one that excludes it.

use std::cmp::Reverse;

use basketry_domain::Money;

use super::progress::Progress;
use super::{Completion, Rule, Variant};
use crate::{
    BallotKind, Change, Constraint, Count, CountError, Election, Merit, Place, Reason, Support, Tie, TiePolicy,
};

pub(super) struct Knapsack;

impl Rule for Knapsack {
    fn id(&self) -> &'static str {
        "knapsack"
    }

    fn variants(&self) -> &'static [Variant] {
        &[Variant { satisfaction: None, completion: Completion::None }]
    }

    /// Ballots that hold projects as a whole. Points are no units of money.
    fn reads(&self, kind: BallotKind, _: Variant) -> bool {
        matches!(kind, BallotKind::Basket | BallotKind::Approval | BallotKind::ChooseOne)
    }

    /// No limits: a project that the money reaches is paid for, in part if need be, whatever its area.
    fn honours(&self, _: Variant, constraint: Constraint) -> bool {
        matches!(constraint, Constraint::Requires | Constraint::Excludes)
    }

    fn run(&self, election: &Election, _: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        Ok(Run::new(election).count(policy))
    }

    /// A lower cost or more votes bring a project further forward, if anywhere. Until then all is as before, and there
    /// is no less money for it.
    fn keeps(&self, _: Variant, change: Change) -> bool {
        change != Change::Budget
    }
}

struct Run<'a> {
    election: &'a Election,
    support: Vec<Support>,
    progress: Progress<'a>,
    /// The places, most votes first.
    order: Vec<Place>,
    /// By place: whether it was bought, once that is decided.
    fate: Vec<Option<bool>>,
    /// What no project has got yet.
    money: Money,
}

impl<'a> Run<'a> {
    fn new(election: &'a Election) -> Self {
        let support = election.support();
        let mut order: Vec<Place> = election.places().collect();
        order.sort_by_key(|place| (Reverse(support[place.index()].voters), *place));
        let (progress, fate) = (Progress::new(election), vec![None; order.len()]);
        Self { election, support, progress, order, fate, money: election.budget() }
    }

    fn count(mut self, policy: &TiePolicy) -> Count {
        loop {
            self.skip_hopeless();
            let ready = self.ready();
            let Some(mut next) = ready.first().copied() else { break };
            if self.matters(&ready) {
                let taken = policy.take(self.election, &ready);
                let tie = Tie::new(self.election, self.progress.so_far.selected.len(), &ready, taken);
                let Some(taken) = taken else { return Count::Tied { until: self.progress.so_far, tie } };
                next = taken;
                self.progress.so_far.ties.push(tie);
            }
            let cost = self.progress.cost(next);
            if cost <= self.money {
                self.progress.buy(next, Merit::Votes(self.votes(next)), None);
                self.fate[next.index()] = Some(true);
                self.money = self.money - cost;
            } else {
                self.skip(next, Reason::InPart { reached: self.money, short: cost - self.money });
                self.money = Money::ZERO;
            }
        }
        // They require each other in a circle.
        for place in self.undecided() {
            let waits = self.election.project(place).requires.iter().find(|id| self.fate_of(id).is_none());
            self.skip(place, waits.cloned().map_or(Reason::Stopped, Reason::Requires));
        }
        Count::Settled(self.progress.so_far)
    }

    /// Skips what can never be bought any more, and what that leaves without what it requires.
    fn skip_hopeless(&mut self) {
        loop {
            let before = self.progress.so_far.steps.len();
            for place in self.undecided() {
                if let Some(reason) = self.obstacle(place) {
                    self.skip(place, reason);
                }
            }
            if self.progress.so_far.steps.len() == before {
                return;
            }
        }
    }

    fn obstacle(&self, place: Place) -> Option<Reason> {
        let project = self.election.project(place);
        if self.votes(place) == 0 {
            return Some(Reason::Unsupported);
        }
        if let Some(id) = project.requires.iter().find(|id| self.fate_of(id) == Some(false)) {
            return Some(Reason::Requires(id.clone()));
        }
        let mut bought = self.election.places().filter(|other| self.fate[other.index()] == Some(true));
        if let Some(other) = bought.find(|other| self.election.clash(place, *other)) {
            return Some(Reason::Excludes(self.election.project(other).id.clone()));
        }
        let out_of_money = project.cost.is_positive() && self.money == Money::ZERO;
        let nothing_left = self.progress.so_far.left() == Money::ZERO;
        let reason = if nothing_left { Reason::OverBudget { short: project.cost } } else { Reason::Stopped };
        out_of_money.then_some(reason)
    }

    /// Of the projects that wait for nothing those with the most votes, in order.
    fn ready(&self) -> Vec<Place> {
        let bought =
            |place: Place| self.election.project(place).requires.iter().all(|id| self.fate_of(id) == Some(true));
        let ready: Vec<Place> = self.undecided().into_iter().filter(|place| bought(*place)).collect();
        let most = ready.first().map(|place| self.votes(*place));
        ready.into_iter().take_while(|place| Some(self.votes(*place)) == most).collect()
    }

    /// Whether the order among projects with equally many votes may change what is funded, in full or in part.
    fn matters(&self, ready: &[Place]) -> bool {
        let together: Money = ready.iter().map(|place| self.progress.cost(*place)).sum();
        // What costs nothing is bought in any order.
        let takers = || ready.iter().filter(|place| self.progress.cost(**place).is_positive()).count();
        let clash = || ready.iter().any(|a| ready.iter().any(|b| self.election.clash(*a, *b)));
        let required = |place: Place| {
            let ids = &self.election.project(place).requires;
            ready.iter().any(|one| ids.contains(&self.election.project(*one).id))
        };
        let unlocks = || self.undecided().into_iter().any(required);
        ready.len() > 1 && (together > self.money && takers() > 1 || clash() || unlocks())
    }

    fn skip(&mut self, place: Place, reason: Reason) {
        let votes = Merit::Votes(self.votes(place));
        self.progress.skip(place, reason);
        if let Some(step) = self.progress.so_far.steps.last_mut() {
            step.merit = Some(votes);
        }
        self.fate[place.index()] = Some(false);
    }

    /// The places that are not decided, most votes first.
    fn undecided(&self) -> Vec<Place> {
        self.order.iter().copied().filter(|place| self.fate[place.index()].is_none()).collect()
    }

    fn fate_of(&self, id: &crate::ProjectId) -> Option<bool> {
        self.election.place(id).and_then(|place| self.fate[place.index()])
    }

    fn votes(&self, place: Place) -> u64 {
        self.support[place.index()].voters
    }
}
