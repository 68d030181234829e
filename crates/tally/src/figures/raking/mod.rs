//! Weights that make the ballots of persons stand for the people there are.

mod error;
mod fitting;
mod margin;

pub use error::RakingError;
pub use margin::Margin;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use basketry_domain::{BallotId, Voter};

use crate::profile::Placing;
use crate::{Counted, Exact, GroupId, HashMap, View};
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
        let persons = self.filter(|counted| counted.voter() == Voter::Person);
        let so_many = persons.ballots().len();
        if so_many == 0 {
            return Err(RakingError::Nobody);
        }
        if so_many > Weights::MOST {
            return Err(RakingError::TooMany);
        }
        let cells = Cells::new(&persons, margins)?;
        let counts = cells.counts();
        let populations = populations(&cells, margins, &counts)?;
        let mut fitting = Fitting::new(counts, &populations);
        let most = at_most.map(|times| u128::from(times.get()) * ONE);
        let (rounds, converged) = fitting.fit(most);
        let fitted: BTreeMap<&[usize], u128> = fitting.iter().map(|cell| (&*cell.groups, cell.weight)).collect();
        let weights: Vec<Exact> =
            cells.groups.iter().map(|groups| exact(fitted.get(&**groups).copied().unwrap_or(ONE))).collect();
        let one = exact(ONE);
        let weight_of = |cell: &Option<usize>| cell.map_or(one, |cell| weights[cell]);
        let unfitted = cells.of.iter().filter(|cell| cell.is_none()).count();
        let mut times: Vec<(Exact, usize)> = weights.iter().copied().zip(cells.times()).collect();
        times.extend((unfitted > 0).then_some((one, unfitted)));
        let weighing = |weight: Exact| times.iter().filter(|(other, _)| *other == weight).map(|(_, times)| times).sum();
        Ok(Weights {
            effective: effective(times.iter().copied()).unwrap_or(one),
            rounds,
            largest: times.iter().map(|(weight, _)| *weight).max().unwrap_or(one),
            smallest: times.iter().map(|(weight, _)| *weight).min().unwrap_or(one),
            converged,
            unfitted,
            capped: most.map(exact).map_or(0, weighing),
            of: persons.ballots().map(Counted::id).zip(cells.of.iter().map(weight_of)).collect(),
        })
    }
}

/// As how many ballots of equal weight ballots of these weights, each with how many have it, are; `None` when there are
/// none.
pub(super) fn effective(weights: impl Iterator<Item = (Exact, usize)>) -> Option<Exact> {
    let zero = Exact::from_integer(0);
    let (sum, squares) = weights.fold((zero, zero), |(sum, squares), (weight, times)| {
        let all = weight * i128::from(times as u64);
        (sum + all, squares + all * weight)
    });
    (squares > zero).then(|| sum * sum / squares)
}

/// Ballots by the groups they are in.
struct Cells {
    /// For every margin all groups there are.
    all: Vec<Vec<GroupId>>,
    /// By cell: for every margin, the place of the group.
    groups: Vec<Vec<usize>>,
    /// By ballot: its cell; `None` where it is in no group of some margin.
    of: Vec<Option<usize>>,
}

impl Cells {
    fn new(persons: &View<'_>, margins: &[Margin]) -> Result<Self, RakingError> {
        let consultation = persons.consultation();
        let placings: Vec<Placing<'_>> = margins.iter().map(|margin| margin.grouping.placing(consultation)).collect();
        for (margin, placing) in margins.iter().zip(&placings) {
            margin.check(consultation, &placing.groups)?;
        }
        let mut known: HashMap<Vec<usize>, usize> = HashMap::default();
        let (mut groups, mut one) = (Vec::new(), Vec::new());
        let of = persons.ballots().map(|counted| {
            one.clear();
            for (at, placing) in placings.iter().enumerate() {
                placing.put(counted, &mut one);
                if one.len() <= at {
                    return None;
                }
            }
            let next = known.len();
            Some(*known.entry_ref(one.as_slice()).or_insert_with(|| {
                groups.push(one.clone());
                next
            }))
        });
        Ok(Self { of: of.collect(), all: placings.into_iter().map(|placing| placing.groups).collect(), groups })
    }

    /// By cell: how many ballots there are.
    fn times(&self) -> Vec<usize> {
        let mut times = vec![0; self.groups.len()];
        self.of.iter().flatten().for_each(|cell| times[*cell] += 1);
        times
    }

    /// The same by its groups.
    fn counts(&self) -> BTreeMap<Vec<usize>, u32> {
        // There are no more than [`Weights::MOST`].
        let times = self.times().into_iter().map(|times| u32::try_from(times).unwrap_or(u32::MAX));
        self.groups.iter().cloned().zip(times).collect()
    }
}

/// The population of each group of every margin, all of which have people if, and only if, they have ballots.
fn populations(
    cells: &Cells,
    margins: &[Margin],
    counts: &BTreeMap<Vec<usize>, u32>,
) -> Result<Vec<Vec<u32>>, RakingError> {
    let of = |(at, margin): (usize, &Margin)| {
        let groups = cells.all[at].iter().enumerate();
        groups
            .map(|(place, group)| {
                let population = margin.of(group);
                match (population > 0, counts.keys().any(|groups| groups[at] == place)) {
                    (true, false) => Err(RakingError::NoBallots(group.clone())),
                    (false, true) => Err(RakingError::NoPopulation(group.clone())),
                    _ => Ok(population),
                }
            })
            .collect()
    };
    margins.iter().enumerate().map(of).collect()
}

fn exact(parts: u128) -> Exact {
    // Weights are below 2^64 parts.
    let whole = |parts: u128| i128::try_from(parts).unwrap_or(i128::MAX);
    Exact::new(whole(parts), whole(ONE))
}
