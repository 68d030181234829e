//! Weights that make the ballots of persons stand for the people there are.

mod error;
mod fitting;
mod margin;

pub use error::RakingError;
pub use margin::Margin;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use basketry_domain::{BallotId, Voter};

use crate::{Exact, GroupId, Groups, View};
use fitting::{Fitting, ONE};

/// What each person's ballot weighs. A weighted figure is shown beside the raw one, never instead of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// The weight of every person's ballot, a whole number of parts of 1 / 2^40 and at least one.
    pub of: BTreeMap<BallotId, Exact>,
    /// As how many ballots of equal weight they are (Kish, "Survey Sampling", 1965): the square of the sum of the
    /// weights over the sum of their squares. Never more than there are.
    pub effective: Exact,
    /// How often every margin was fitted.
    pub rounds: usize,
    /// The largest weight.
    pub largest: Exact,
    /// The smallest weight.
    pub smallest: Exact,
    /// Whether the margins are met: no group's weights are further from its part of the fitted ballots than one
    /// millionth of these.
    pub converged: bool,
    /// How many ballots are in no group of some margin. They are not fitted, and weigh 1.
    pub unfitted: usize,
    /// How many ballots weigh as much as is allowed at most.
    pub capped: usize,
}

impl Weights {
    /// No more ballots than this can be weighted.
    pub const MOST: usize = 1 << 22;
}

impl View<'_> {
    /// Weights of the persons' ballots with which the groups of every margin have the proportions of their populations.
    ///
    /// Iterative proportional fitting (Deming and Stephan, "On a Least Squares Adjustment of a Sampled Frequency Table
    /// When the Expected Marginal Totals are Known", 1940): from a weight of 1 each, one margin after the other is
    /// met, until all are or 1,000 rounds are over. Each weight is rounded to a part of 1 / 2^40. The mean of those
    /// fitted is 1.
    ///
    /// No weight is more than `at_most` times that mean: larger ones are cut after every round, and the next round
    /// makes up for it where it can (Izrael, Battaglia and Frankel, "Extreme Survey Weight Adjustment as a Component
    /// of Sample Balancing", 2009). Where it cannot, the margins are not met.
    pub fn weights(&self, margins: &[Margin], at_most: Option<NonZeroU32>) -> Result<Weights, RakingError> {
        let persons = self.filter(|counted| counted.ballot.voter == Voter::Person);
        if persons.ballots().is_empty() {
            return Err(RakingError::Nobody);
        }
        if persons.ballots().len() > Weights::MOST {
            return Err(RakingError::TooMany);
        }
        let places = places(&persons, margins)?;
        let mut counts: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
        for groups in places.values().flatten() {
            *counts.entry(groups.clone()).or_default() += 1;
        }
        let populations = populations(&persons, margins, &counts)?;
        let mut fitting = Fitting::new(counts, &populations);
        let most = at_most.map(|times| u128::from(times.get()) * ONE);
        let (rounds, converged) = fitting.fit(most);
        let by_groups: BTreeMap<&Vec<usize>, u128> = fitting.iter().map(|cell| (&cell.groups, cell.weight)).collect();
        let weight = |groups: &Option<Vec<usize>>| {
            let fitted = groups.as_ref().and_then(|groups| by_groups.get(groups));
            exact(fitted.copied().unwrap_or(ONE))
        };
        let of: BTreeMap<BallotId, Exact> = places.iter().map(|(id, groups)| (*id, weight(groups))).collect();
        let capped = of.values().filter(|weight| most.map(exact) == Some(**weight)).count();
        let one = exact(ONE);
        Ok(Weights {
            effective: effective(of.values().copied()).unwrap_or(one),
            rounds,
            largest: of.values().copied().max().unwrap_or(one),
            smallest: of.values().copied().min().unwrap_or(one),
            converged,
            unfitted: places.values().filter(|groups| groups.is_none()).count(),
            capped,
            of,
        })
    }
}

/// As how many ballots of equal weight ballots of these weights are; `None` when there are none.
pub(super) fn effective(weights: impl Iterator<Item = Exact>) -> Option<Exact> {
    let zero = Exact::from_integer(0);
    let (sum, squares) = weights.fold((zero, zero), |(sum, squares), weight| (sum + weight, squares + weight * weight));
    (squares > zero).then(|| sum * sum / squares)
}

/// For every ballot the place of its group under each margin; `None` where it is in no group of one.
fn places(persons: &View<'_>, margins: &[Margin]) -> Result<BTreeMap<BallotId, Option<Vec<usize>>>, RakingError> {
    let ids = persons.ballots().iter().map(|counted| counted.ballot.id);
    let mut places: BTreeMap<BallotId, Option<Vec<usize>>> = ids.map(|id| (id, Some(Vec::new()))).collect();
    for margin in margins {
        let groups = persons.groups(&margin.grouping);
        margin.check(persons.consultation(), &group_ids(&groups))?;
        for (place, group) in groups.groups.iter().enumerate() {
            for counted in group.view.ballots() {
                if let Some(Some(places)) = places.get_mut(&counted.ballot.id) {
                    places.push(place);
                }
            }
        }
        for counted in groups.rest.ballots() {
            places.insert(counted.ballot.id, None);
        }
    }
    Ok(places)
}

/// The population of each group of every margin, all of which have people if, and only if, they have ballots.
fn populations(
    persons: &View<'_>,
    margins: &[Margin],
    counts: &BTreeMap<Vec<usize>, u32>,
) -> Result<Vec<Vec<u32>>, RakingError> {
    let of = |(at, margin): (usize, &Margin)| {
        let groups = group_ids(&persons.groups(&margin.grouping)).into_iter().enumerate();
        groups
            .map(|(place, group)| {
                let population = margin.of(&group);
                match (population > 0, counts.keys().any(|groups| groups[at] == place)) {
                    (true, false) => Err(RakingError::NoBallots(group)),
                    (false, true) => Err(RakingError::NoPopulation(group)),
                    _ => Ok(population),
                }
            })
            .collect()
    };
    margins.iter().enumerate().map(of).collect()
}

fn group_ids(groups: &Groups<'_>) -> Vec<GroupId> {
    groups.groups.iter().map(|group| group.id.clone()).collect()
}

fn exact(parts: u128) -> Exact {
    // Weights are below 2^64 parts.
    let whole = |parts: u128| i128::try_from(parts).unwrap_or(i128::MAX);
    Exact::new(whole(parts), whole(ONE))
}
