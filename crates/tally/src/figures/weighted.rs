//! Figures with weights, beside the raw ones.

use basketry_domain::{Area, AreaId, Ballot, Basket, Item, ItemId, Voter};

use super::Weights;
use super::raking::effective;
use crate::exact::{mean, share};
use crate::{Asked, Exact, View};

/// A figure without and with weights, of the same ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighted<K> {
    /// The figure of what.
    pub of: K,
    /// Every ballot counted once; `None` without a ballot.
    pub raw: Option<Exact>,
    /// Every ballot counted with its weight; `None` without a ballot.
    pub weighted: Option<Exact>,
}

/// The ballots a weighted figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightedBase {
    /// How many there are.
    pub ballots: usize,
    /// How many are left out, raw and weighted, because they have no weight.
    pub left_out: usize,
    /// What they weigh together.
    pub weight: Exact,
    /// As how many of equal weight they are, see [`Weights::effective`]; 0 without a ballot.
    pub effective: Exact,
}

/// The share of persons' baskets that hold each item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightedShares {
    /// The base: baskets, also those that break a rule.
    pub base: WeightedBase,
    /// Every item, in the file's order. A level the item does not have counts as not holding it.
    pub items: Vec<Weighted<ItemId>>,
}

/// The mean of persons' points for each area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightedPoints {
    /// Which points.
    pub asked: Asked,
    /// The base: persons with points that can be compared.
    pub base: WeightedBase,
    /// Every area, in the file's order: the mean, out of 100.
    pub areas: Vec<Weighted<AreaId>>,
}

impl View<'_> {
    /// The share of persons' baskets that hold each item, raw and weighted.
    pub fn weighted_shares(&self, weights: &Weights) -> WeightedShares {
        let consultation = self.consultation();
        let baskets = self.baskets(Voter::Person).map(|(counted, basket)| (&counted.ballot, basket));
        let (base, baskets) = WeightedBase::of(baskets, weights);
        let item = |item: &Item| {
            let holds = |basket: &Basket| basket.level(&item.id).and_then(|level| item.cost(level));
            let holding = baskets.iter().filter(|(_, basket)| holds(basket).is_some());
            let (count, weight) = holding.fold((0, Exact::ZERO), |(count, sum), (weight, _)| (count + 1, sum + weight));
            Weighted { of: item.id.clone(), raw: share(count, base.ballots), weighted: base.part(weight) }
        };
        let items = consultation.items.iter().map(item).collect();
        WeightedShares { base, items }
    }

    /// The mean of the points persons gave each area at one of the two times, whatever they gave at the other; raw and
    /// weighted.
    pub fn weighted_points(&self, asked: Asked, weights: &Weights) -> WeightedPoints {
        let given = self.given(asked).points.into_iter().map(|(counted, points)| (&counted.ballot, points));
        let (base, given) = WeightedBase::of(given, weights);
        let area = |area: &Area| {
            let points = given.iter().map(|(weight, points)| (*weight, i128::from(points.of(&area.id))));
            let (sum, weighted) = points
                .fold((0, Exact::ZERO), |(sum, weighted), (weight, points)| (sum + points, weighted + weight * points));
            Weighted { of: area.id.clone(), raw: mean(sum, base.ballots), weighted: base.part(weighted) }
        };
        let areas = self.consultation().areas.iter().map(area).collect();
        WeightedPoints { asked, base, areas }
    }
}

impl WeightedBase {
    /// The base of what is on ballots that have a weight, and these with it.
    fn of<'a, T>(all: impl Iterator<Item = (&'a Ballot, T)>, weights: &Weights) -> (Self, Vec<(Exact, T)>) {
        let (mut weighted, mut left_out) = (Vec::new(), 0);
        for (ballot, what) in all {
            match weights.of.get(&ballot.id) {
                Some(weight) => weighted.push((*weight, what)),
                None => left_out += 1,
            }
        }
        let each = || weighted.iter().map(|(weight, _)| *weight);
        let effective = effective(each()).unwrap_or(Exact::ZERO);
        let base = Self { ballots: weighted.len(), left_out, weight: each().sum(), effective };
        (base, weighted)
    }

    fn part(&self, weight: Exact) -> Option<Exact> {
        (self.weight > Exact::ZERO).then(|| weight / self.weight)
    }
}
