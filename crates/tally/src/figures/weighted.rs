//! Figures with weights, beside the raw ones.

use basketry_domain::{AreaId, ItemId, Voter};

use super::Weights;
use super::raking::effective;
use crate::exact::mean;
use crate::{Asked, Counted, Exact, HashMap, View};

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
        let items = &self.consultation().items;
        let mut sums = Sums::new(weights, items.len());
        for (counted, basket) in self.baskets(Voter::Person) {
            sums.add(counted, basket.choices().map(|(item, _)| (item, 1)));
        }
        let base = sums.base();
        WeightedShares { items: sums.of(&base, items.iter().map(|item| item.id.clone())), base }
    }

    /// The mean of the points persons gave each area at one of the two times, whatever they gave at the other; raw and
    /// weighted.
    pub fn weighted_points(&self, asked: Asked, weights: &Weights) -> WeightedPoints {
        let areas = &self.consultation().areas;
        let mut sums = Sums::new(weights, areas.len());
        self.each_given(asked, |counted, points| {
            sums.add(counted, points.iter().map(|points| i128::from(*points)).enumerate());
        });
        let base = sums.base();
        WeightedPoints { asked, areas: sums.of(&base, areas.iter().map(|area| area.id.clone())), base }
    }
}

/// Sums over ballots that have a weight, those of one weight together: there are few different ones.
struct Sums<'a> {
    weights: &'a Weights,
    left_out: usize,
    /// By numerator and denominator: the place of a weight in the lists below.
    places: HashMap<(i128, i128), usize>,
    different: Vec<(Exact, usize)>,
    /// By weight: the sums.
    by_weight: Vec<Vec<i128>>,
    /// How many sums there are.
    so_many: usize,
}

impl<'a> Sums<'a> {
    fn new(weights: &'a Weights, so_many: usize) -> Self {
        Self { weights, left_out: 0, places: HashMap::default(), different: Vec::new(), by_weight: Vec::new(), so_many }
    }

    fn add(&mut self, counted: Counted<'_>, what: impl Iterator<Item = (usize, i128)>) {
        let Some(weight) = self.weights.of.get(&counted.id()) else {
            self.left_out += 1;
            return;
        };
        let place = *self.places.entry((*weight.numer(), *weight.denom())).or_insert_with(|| {
            self.different.push((*weight, 0));
            self.by_weight.push(vec![0; self.so_many]);
            self.by_weight.len() - 1
        });
        self.different[place].1 += 1;
        what.for_each(|(at, much)| self.by_weight[place][at] += much);
    }

    fn base(&self) -> WeightedBase {
        let times = |(weight, times): &(Exact, usize)| *weight * i128::from(*times as u64);
        WeightedBase {
            ballots: self.different.iter().map(|(_, times)| times).sum(),
            left_out: self.left_out,
            weight: self.different.iter().map(times).sum(),
            effective: effective(self.different.iter().copied()).unwrap_or(Exact::ZERO),
        }
    }

    /// Of each sum its part of the base.
    fn of<K>(&self, base: &WeightedBase, names: impl Iterator<Item = K>) -> Vec<Weighted<K>> {
        let figure = |(at, of): (usize, K)| {
            let pairs = self.different.iter().zip(&self.by_weight);
            let weighted: Exact = pairs.map(|((weight, _), sums)| *weight * sums[at]).sum();
            let raw = mean(self.by_weight.iter().map(|sums| sums[at]).sum(), base.ballots);
            Weighted { of, raw, weighted: (base.weight > Exact::ZERO).then(|| weighted / base.weight) }
        };
        names.enumerate().map(figure).collect()
    }
}
