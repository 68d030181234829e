//! Sequential Phragmén (Los, Christoff and Grossi, "Proportional Budget Allocations", IJCAI 2022).
//!
//! Every funded project is a load its supporters carry, shared so that all of them end up with the same. The project
//! that makes this load smallest is bought. The rule stops as soon as one of the best projects does not fit.

use std::cmp::Ordering;

use basketry_domain::Money;
use num_bigint::BigInt;

use super::supporters::{Progress, fraction};
use super::{Completion, Rule, Variant};
use crate::{Count, CountError, Decision, Election, Merit, Place, Reason, TiePolicy};

pub(super) struct Phragmen;

impl Rule for Phragmen {
    fn id(&self) -> &'static str {
        "phragmen"
    }

    fn variants(&self) -> &'static [Variant] {
        &[Variant { satisfaction: None, completion: Completion::None }]
    }

    fn run(&self, election: &Election, _: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let progress = Progress::new(election, self.id())?;
        let loads = vec![BigInt::ZERO; election.votes().count()];
        Ok(Run { progress, denom: BigInt::from(1), loads }.count(policy))
    }
}

struct Run<'a> {
    progress: Progress<'a>,
    /// What all loads are divided by.
    denom: BigInt,
    /// By ballot: what each of its voters carries, times `denom`.
    loads: Vec<BigInt>,
}

/// What the supporters of a project would each carry: `sum / (denom * voters)`.
struct Load {
    sum: BigInt,
    voters: u64,
}

impl Load {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.sum * other.voters).cmp(&(&other.sum * self.voters))
    }
}

impl Run<'_> {
    fn count(mut self, policy: &TiePolicy) -> Count {
        while let Some((load, tied)) = self.lightest() {
            let (left, cost) =
                (self.progress.so_far.left(), |place: &Place| self.progress.election.project(*place).cost);
            if tied.iter().any(|place| cost(place) > left) {
                self.stop(left);
                break;
            }
            let together: Money = tied.iter().map(cost).sum();
            let matters = tied.len() > 1 && (together > left || self.progress.share_supporters(&tied));
            match self.progress.choose(&tied, matters, policy) {
                Ok(place) => self.buy(place, &load),
                Err(tie) => return Count::Tied { until: self.progress.so_far, tie },
            }
        }
        Count::Settled(self.progress.so_far)
    }

    /// The smallest load and all projects that come to it. Skips projects nobody would carry.
    fn lightest(&mut self) -> Option<(Load, Vec<Place>)> {
        let mut best: Option<(Load, Vec<Place>)> = None;
        for place in self.progress.open.clone() {
            let load = self.load(place);
            if load.voters == 0 {
                self.progress.skip(place, Reason::Unsupported);
                continue;
            }
            match best.as_mut().map(|(least, tied)| (load.cmp(least), tied)) {
                Some((Ordering::Greater, _)) => {}
                Some((Ordering::Equal, tied)) => tied.push(place),
                _ => best = Some((load, vec![place])),
            }
        }
        best
    }

    fn load(&self, place: Place) -> Load {
        let supporters = &self.progress.supporters[place.index()];
        let carried: BigInt = supporters.iter().map(|one| &self.loads[one.ballot] * one.times).sum();
        let cost = BigInt::from(self.progress.election.project(place).cost.minor());
        Load { sum: cost * &self.denom + carried, voters: supporters.iter().map(|one| one.times).sum() }
    }

    fn buy(&mut self, place: Place, load: &Load) {
        self.denom *= load.voters;
        for carried in &mut self.loads {
            *carried *= load.voters;
        }
        for one in &self.progress.supporters[place.index()] {
            self.loads[one.ballot].clone_from(&load.sum);
        }
        let merit = Merit::Load(fraction(load.sum.clone(), self.denom.clone()));
        self.progress.decide(place, Some(merit), Decision::Bought);
    }

    fn stop(&mut self, left: Money) {
        for place in self.progress.open.clone() {
            let cost = self.progress.election.project(place).cost;
            let over = Reason::OverBudget { short: cost - left };
            self.progress.skip(place, if cost > left { over } else { Reason::Stopped });
        }
    }
}
