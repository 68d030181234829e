//! Iterative proportional fitting, in whole parts of a ballot.

use std::collections::BTreeMap;

/// A weight of 1.
pub(super) const ONE: u128 = 1 << 40;

/// The sum of a group may be off by no more than one ballot in so many.
const TOLERANCE: u128 = 1_000_000;

/// Fitting ends after so many rounds, whether or not the margins are met.
const MOST_ROUNDS: usize = 1_000;

/// Ballots by the group they are in under every margin. Equal ballots have equal weights.
#[derive(Clone, Debug)]
pub(super) struct Fitting {
    cells: Vec<Cell>,
    /// For every margin and each of its groups, what its weights are to add up to.
    targets: Vec<Vec<u128>>,
    /// How many ballots there are.
    ballots: u128,
}

/// Ballots that are in the same group under every margin.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// For every margin, the place of the group.
    pub(super) groups: Vec<usize>,
    /// How many ballots there are.
    ballots: u128,
    /// The weight of each.
    pub(super) weight: u128,
}

impl Fitting {
    /// All weights are 1. `populations` are those of every margin and each of its groups; a group has people if, and
    /// only if, it has ballots.
    pub(super) fn new(counts: BTreeMap<Vec<usize>, u32>, populations: &[Vec<u32>]) -> Self {
        let cell = |(groups, ballots): (_, u32)| Cell { groups, ballots: ballots.into(), weight: ONE };
        let cells: Vec<Cell> = counts.into_iter().map(cell).collect();
        let ballots = cells.iter().map(|cell| cell.ballots).sum();
        let targets = populations.iter().map(|groups| {
            let people = groups.iter().copied().map(u128::from).sum();
            groups.iter().map(|group| nearest(ballots * ONE * u128::from(*group), people)).collect()
        });
        Self { cells, targets: targets.collect(), ballots }
    }

    /// Fits margin after margin, round after round. Weights above `most` are cut at the end of each round, so that
    /// the next one makes up for it. Tells how many rounds there were, and whether the margins are met.
    pub(super) fn fit(&mut self, most: Option<u128>) -> (usize, bool) {
        for rounds in 0..MOST_ROUNDS {
            if self.are_met() {
                return (rounds, true);
            }
            self.round(most);
        }
        (MOST_ROUNDS, self.are_met())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter()
    }

    /// With up to 2^22 ballots no sum and no target is much above 2^62 parts, and so the products stay below 2^128.
    fn round(&mut self, most: Option<u128>) {
        for margin in 0..self.targets.len() {
            let sums = self.sums(margin);
            for cell in &mut self.cells {
                let group = cell.groups[margin];
                // What has no part left could never be fitted again.
                cell.weight = nearest(cell.weight * self.targets[margin][group], sums[group]).max(1);
            }
        }
        for cell in &mut self.cells {
            cell.weight = most.map_or(cell.weight, |most| cell.weight.min(most));
        }
    }

    fn are_met(&self) -> bool {
        (0..self.targets.len()).all(|margin| {
            let sums = self.sums(margin).into_iter().zip(&self.targets[margin]);
            sums.map(|(sum, target)| sum.abs_diff(*target)).all(|off| off * TOLERANCE <= self.ballots * ONE)
        })
    }

    fn sums(&self, margin: usize) -> Vec<u128> {
        let mut sums = vec![0; self.targets[margin].len()];
        for cell in &self.cells {
            sums[cell.groups[margin]] += cell.ballots * cell.weight;
        }
        sums
    }
}

/// `numer / denom`, rounded to the nearest whole number, halves up.
fn nearest(numer: u128, denom: u128) -> u128 {
    (numer + denom / 2) / denom
}
