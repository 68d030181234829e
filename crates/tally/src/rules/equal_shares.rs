//! The Method of Equal Shares (Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive
//! Utilities", `NeurIPS` 2021).
//!
//! Every voter starts with an equal share of the budget. A project costs its supporters as little as possible per
//! unit of satisfaction when each pays in proportion to it, or all they have left. The project for which that price
//! is lowest is bought; it goes on until no project's supporters can pay for it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::supporters::{Progress, Supporter, fraction};
use super::{Rule, Satisfaction, Variant};
use crate::{Count, CountError, Decision, Election, Merit, Place, Reason, TiePolicy};

pub(super) struct EqualShares;

impl Rule for EqualShares {
    fn id(&self) -> &'static str {
        "equal-shares"
    }

    fn variants(&self) -> &'static [Variant] {
        const {
            &[
                Variant::plain(Satisfaction::Cost),
                Variant::plain(Satisfaction::Cardinality),
                Variant::plain(Satisfaction::Additive),
            ]
        }
    }

    fn run(&self, election: &Election, variant: Variant, policy: &TiePolicy) -> Result<Count, CountError> {
        let progress = Progress::new(election, self.id())?;
        let voters = BigInt::from(election.voters().max(1));
        let purses = vec![BigInt::from(election.budget().minor()); election.votes().count()];
        Ok(Run { progress, variant, denom: voters, purses }.count(policy))
    }
}

struct Run<'a> {
    progress: Progress<'a>,
    variant: Variant,
    /// What all purses are divided by. One denominator for all keeps comparisons to whole numbers.
    denom: BigInt,
    /// By ballot: what each of its voters has left, times `denom`.
    purses: Vec<BigInt>,
}

/// What a project costs its supporters: `rest / (denom * shares * scale)` for each unit of satisfaction.
struct Price {
    /// What is left to pay once those who cannot pay in full have paid all they have, times `denom`.
    rest: BigInt,
    /// The satisfaction, in units of `scale`, of those who pay in full.
    shares: BigInt,
    /// The satisfaction that one of these units stands for.
    scale: BigInt,
}

impl Price {
    fn cmp(&self, other: &Self) -> Ordering {
        let here = &self.rest * &other.shares * &other.scale;
        here.cmp(&(&other.rest * &self.shares * &self.scale))
    }
}

impl Run<'_> {
    fn count(mut self, policy: &TiePolicy) -> Count {
        loop {
            let best = self.cheapest();
            if best.is_empty() {
                return Count::Settled(self.progress.so_far);
            }
            let tied: Vec<Place> = best.keys().copied().collect();
            let matters = self.progress.share_supporters(&tied);
            match self.progress.choose(&tied, matters, policy) {
                Ok(place) => self.buy(place, &best[&place]),
                Err(tie) => return Count::Tied { until: self.progress.so_far, tie },
            }
        }
    }

    /// The projects to be had for the lowest price. Skips projects nobody can pay for any more.
    fn cheapest(&mut self) -> BTreeMap<Place, Price> {
        let mut best: BTreeMap<Place, Price> = BTreeMap::new();
        for place in self.progress.open.clone() {
            match self.price(place) {
                Err(reason) => self.progress.skip(place, reason),
                Ok(price) => match best.values().next().map(|lowest| price.cmp(lowest)) {
                    Some(Ordering::Greater) => {}
                    Some(Ordering::Equal) => drop(best.insert(place, price)),
                    Some(Ordering::Less) | None => best = BTreeMap::from([(place, price)]),
                },
            }
        }
        best
    }

    fn price(&self, place: Place) -> Result<Price, Reason> {
        let supporters = &self.progress.supporters[place.index()];
        let cost = BigInt::from(self.progress.election.project(place).cost.minor());
        // A project for nothing has the price nothing, in whichever unit.
        let by_cost = self.variant.satisfaction == Some(Satisfaction::Cost) && !cost.is_zero();
        let scale = if by_cost { cost.clone() } else { BigInt::one() };
        let mut paying: Vec<&Supporter> = supporters.iter().filter(|one| self.units(one) > 0).collect();
        if paying.is_empty() {
            return Err(Reason::Unsupported);
        }
        let mut rest = cost * &self.denom;
        loop {
            let shares: BigInt = paying.iter().map(|one| BigInt::from(one.times) * self.units(one)).sum();
            if shares.is_zero() {
                return Err(Reason::SupportersShort { have: self.purse_of(supporters) });
            }
            let dues = self.dues(&paying, &rest, &shares);
            let before = paying.len();
            // Who cannot pay their due pays all they have, and the due of the others rises.
            paying.retain(|one| {
                let pays = self.purses[one.ballot] >= dues[&self.units(one)];
                if !pays {
                    rest -= &self.purses[one.ballot] * one.times;
                }
                pays
            });
            if paying.len() == before {
                return Ok(Price { rest, shares, scale });
            }
        }
    }

    /// By units of satisfaction: the least purse, times `denom`, that can pay in full.
    fn dues(&self, paying: &[&Supporter], rest: &BigInt, shares: &BigInt) -> BTreeMap<u32, BigInt> {
        let mut dues = BTreeMap::new();
        for one in paying {
            let units = self.units(one);
            dues.entry(units).or_insert_with(|| (rest * units + shares - BigInt::one()) / shares);
        }
        dues
    }

    fn buy(&mut self, place: Place, price: &Price) {
        let merit = Merit::Price(fraction(price.rest.clone(), &self.denom * &price.shares * &price.scale));
        let supporters = self.progress.supporters[place.index()].clone();
        for purse in &mut self.purses {
            *purse *= &price.shares;
        }
        self.denom *= &price.shares;
        for one in supporters {
            let purse = &mut self.purses[one.ballot];
            let due = &price.rest * units(self.variant, &one);
            *purse = if *purse > due { &*purse - due } else { BigInt::zero() };
        }
        self.shorten();
        self.progress.decide(place, Some(merit), Decision::Bought);
    }

    /// Divides purses and denominator by what they have in common, so that numbers stay as short as they can.
    fn shorten(&mut self) {
        let mut common = self.denom.clone();
        for purse in &self.purses {
            if common.is_one() {
                return;
            }
            common = gcd(common, purse.clone());
        }
        for purse in self.purses.iter_mut().chain([&mut self.denom]) {
            *purse /= &common;
        }
    }

    fn purse_of(&self, supporters: &[Supporter]) -> crate::BigExact {
        let paying = supporters.iter().filter(|one| self.units(one) > 0);
        fraction(paying.map(|one| &self.purses[one.ballot] * one.times).sum(), self.denom.clone())
    }

    fn units(&self, one: &Supporter) -> u32 {
        units(self.variant, one)
    }
}

fn units(variant: Variant, one: &Supporter) -> u32 {
    if variant.satisfaction == Some(Satisfaction::Additive) { one.points } else { 1 }
}

/// Euclid's; both are not negative.
fn gcd(mut a: BigInt, mut b: BigInt) -> BigInt {
    while !b.is_zero() {
        (a, b) = (b.clone(), a % b);
    }
    a
}
