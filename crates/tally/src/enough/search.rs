//! The search for the smallest change, one count at a time.

use std::borrow::Cow;

use basketry_domain::Money;

use super::{Change, EnoughError, Needed};
use crate::{Count, CountError, Decision, Election, Place, ProjectId, Reason, Rule, Selection, TiePolicy, Variant};

/// Looks for the smallest change that gets a project funded, one count at a time, so that whoever waits can be told how
/// far it is, or stop.
///
/// A count that stops at a tie nobody has decided funds nothing here.
#[derive(Clone)]
pub struct Enough<'a> {
    /// The election, or the project's pot.
    election: Cow<'a, Election>,
    rule: &'a dyn Rule,
    variant: Variant,
    policy: TiePolicy,
    place: Place,
    change: Change,
    /// Whether what does not get it funded rules out everything below.
    keeps: bool,
    /// More of the change than this no election can hold.
    most: u64,
    /// Everything below this is ruled out.
    from: u64,
    /// Where halving goes on: nothing that was tried below this got it funded.
    above: u64,
    /// The smallest that was found to get it funded.
    found: Option<u64>,
    stage: Stage,
}

/// What is tried next.
#[derive(Clone, Copy)]
enum Stage {
    /// As much as there can be.
    Most,
    /// So much more than before.
    Doubling(u64),
    /// The middle between what does not do and what does.
    Halving,
    /// The smallest that is not ruled out.
    Upwards,
}

impl<'a> Enough<'a> {
    /// Counts the election as it is. Changed ones are counted by the same rule, with ties broken in the same way.
    pub fn new(
        election: &'a Election,
        rule: &'a dyn Rule,
        variant: Variant,
        policy: TiePolicy,
        project: &ProjectId,
        change: Change,
    ) -> Result<Self, EnoughError> {
        let place = election.place(project).ok_or_else(|| EnoughError::UnknownProject(project.clone()))?;
        let selection = match rule.count(election, variant, &policy).map_err(EnoughError::Count)? {
            Count::Settled(selection) => selection,
            Count::Tied { tie, .. } => return Err(EnoughError::Tied(tie)),
        };
        let most = most(election, place, change);
        let pot = election.pot_of(place).and_then(|area| election.pot(area));
        let election = pot.map_or(Cow::Borrowed(election), Cow::Owned);
        let place = election.place(project).ok_or_else(|| EnoughError::UnknownProject(project.clone()))?;
        let steady = election.limits().minima.is_empty() && decides_all(&policy, &election);
        let keeps = steady && rule.keeps(variant, change);
        let funded = selection.selected.contains(project);
        let from = if funded { 0 } else { least(&election, place, change, &selection).unwrap_or(most + 1) };
        let (found, stage) = (funded.then_some(0), Stage::Most);
        Ok(Self { election, rule, variant, policy, place, change, keeps, most, from, above: from, found, stage })
    }

    /// Counts again, at most so often, and tells what is known then. An error is that of the count that is next; what
    /// was found before stands.
    pub fn look(&mut self, recounts: u64) -> Result<Needed, CountError> {
        for _ in 0..recounts {
            if self.is_done() {
                break;
            }
            let amount = self.next();
            let told = self.count(amount)?;
            self.learn(amount, told);
        }
        Ok(self.so_far())
    }

    /// What is known by now.
    pub fn so_far(&self) -> Needed {
        match self.found {
            Some(enough) if enough == self.from => Needed::Exactly(enough),
            Some(enough) => Needed::AtMost(enough),
            None if self.from > self.most => Needed::Never,
            None => Needed::Unknown,
        }
    }

    /// Whether further counts can tell no more.
    pub fn is_done(&self) -> bool {
        matches!(self.so_far(), Needed::Exactly(_) | Needed::Never)
    }

    fn next(&self) -> u64 {
        match (self.stage, self.found) {
            (Stage::Most, _) => self.most,
            (Stage::Doubling(step), _) => self.above + step - 1,
            (Stage::Halving, Some(enough)) => u64::midpoint(self.above, enough),
            (Stage::Halving | Stage::Upwards, _) => self.from,
        }
    }

    fn learn(&mut self, amount: u64, told: Told) {
        match told {
            Told::Funded => self.found = Some(amount),
            Told::NotUntil(next) => {
                if self.keeps || amount == self.from {
                    self.from = self.from.max(next);
                }
                if !matches!(self.stage, Stage::Most) {
                    self.above = self.above.max(next);
                }
            }
        }
        let end = self.found.unwrap_or(self.most);
        self.stage = match self.stage {
            Stage::Most => Stage::Doubling(1),
            Stage::Doubling(step) => Stage::Doubling(step * 2),
            other => other,
        };
        if let Stage::Doubling(step) = self.stage
            && self.above + step > end
        {
            self.stage = Stage::Halving;
        }
        if matches!(self.stage, Stage::Halving) && self.found.is_none_or(|enough| self.above >= enough) {
            self.stage = Stage::Upwards;
        }
    }

    /// Counts with so much of the change.
    fn count(&self, amount: u64) -> Result<Told, CountError> {
        let Some(changed) = self.changed(amount) else { return Ok(Told::NotUntil(amount + 1)) };
        let selection = match self.rule.count(&changed, self.variant, &self.policy) {
            Ok(Count::Settled(selection)) => selection,
            // For a lower cost an area's minimum can be out of reach.
            Ok(Count::Tied { .. }) | Err(CountError::OutOfReach { .. }) => return Ok(Told::NotUntil(amount + 1)),
            Err(error) => return Err(error),
        };
        if selection.selected.contains(&self.election.project(self.place).id) {
            return Ok(Told::Funded);
        }
        let further = match self.change {
            Change::Budget => self.rule.unmoved(&changed, self.variant, &selection),
            Change::Cost | Change::Supporters => 0,
        };
        Ok(Told::NotUntil(amount.saturating_add(further).min(self.most) + 1))
    }

    /// The election with so much of the change; `None` when it cannot hold it.
    fn changed(&self, amount: u64) -> Option<Election> {
        let money = || i64::try_from(amount).ok().map(Money::from_minor);
        match self.change {
            Change::Budget => Some(self.election.with_budget(self.election.budget() + money()?)),
            Change::Cost => {
                let cost = self.election.project(self.place).cost;
                Some(self.election.with_cost(self.place, cost - money()?))
            }
            Change::Supporters => self.election.with_supporters(self.place, amount),
        }
    }
}

/// What a count tells.
#[derive(Clone, Copy)]
enum Told {
    Funded,
    /// Neither this much nor anything up to the next gets it funded.
    NotUntil(u64),
}

/// Whether ties between any projects are broken, always in the same order. Only then are rules steady.
fn decides_all(policy: &TiePolicy, election: &Election) -> bool {
    match policy {
        TiePolicy::Report => false,
        TiePolicy::Lexicographic => true,
        TiePolicy::Drawn(lots) => election.projects().iter().all(|project| lots.contains(&project.id)),
    }
}

/// More of a change than this no election can hold.
fn most(election: &Election, place: Place, change: Change) -> u64 {
    match change {
        Change::Budget => (Money::MAX - election.budget()).minor().unsigned_abs(),
        Change::Cost => election.project(place).cost.minor().unsigned_abs(),
        Change::Supporters => election.voters_to_come(),
    }
}

/// Less of a change than this gets a project funded by no rule, for what is funded costs no more than the budget; `None`
/// when nothing does.
fn least(election: &Election, place: Place, change: Change, selection: &Selection) -> Option<u64> {
    let project = election.project(place);
    let unsupported = Decision::Skipped(Reason::Unsupported);
    let short = u64::try_from((project.cost - election.budget()).minor()).unwrap_or(0);
    let possible = match change {
        Change::Supporters => short == 0,
        Change::Budget | Change::Cost => {
            !selection.steps.iter().any(|step| step.project == project.id && step.decision == unsupported)
        }
    };
    possible.then_some(short.max(1))
}
