//! What voters get out of a selection.

use basketry_domain::Money;

use super::{FairnessError, funded_places};
use crate::exact::mean;
use crate::{BallotKind, Election, Exact, ProjectId, Quartiles};

/// What the voters of an election get out of a selection.
///
/// A voter gets something out of every funded project their ballot names, also where a ranking names it last or it
/// is given 0 points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// How much money there was.
    pub budget: Money,
    /// How many voters there are, those with an empty ballot included; the base of every figure.
    pub voters: u64,
    /// How many of them have a funded project on their ballot.
    pub covered: u64,
    /// What the funded projects on a ballot cost together, in minor units.
    pub cost: Distribution,
    /// How many funded projects there are on a ballot.
    pub cardinality: Distribution,
    /// How many points a ballot gives to funded projects; `None` where ballots carry no points.
    pub additive: Option<Distribution>,
}

/// How many voters have each satisfaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// Each satisfaction that somebody has, ascending, with how many voters have it.
    pub values: Vec<(u64, u64)>,
}

/// What the voters get out of funded projects, in whichever order these are named; naming one twice adds nothing.
///
/// Takes as long as there are projects on ballots, and the time to sort the different ballots.
pub fn coverage(election: &Election, funded: &[ProjectId]) -> Result<Coverage, FairnessError> {
    let funded = funded_places(election, funded)?;
    let mut covered = 0;
    let (mut costs, mut cardinalities, mut points) = (Vec::new(), Vec::new(), Vec::new());
    let with_points = election.kind() == BallotKind::Points;
    for (vote, times) in election.votes() {
        let (mut cost, mut cardinality, mut sum) = (0, 0, 0);
        for (place, given) in vote.given().filter(|(place, _)| funded[place.index()]) {
            cost += election.project(place).cost.minor().unsigned_abs();
            cardinality += 1;
            sum += u64::from(given);
        }
        covered += if cardinality > 0 { times } else { 0 };
        costs.push((cost, times));
        cardinalities.push((cardinality, times));
        if with_points {
            points.push((sum, times));
        }
    }
    Ok(Coverage {
        budget: election.budget(),
        voters: election.voters(),
        covered,
        cost: Distribution::of(costs),
        cardinality: Distribution::of(cardinalities),
        additive: with_points.then(|| Distribution::of(points)),
    })
}

impl Coverage {
    /// The share of voters with a funded project on their ballot; `None` without a voter.
    pub fn share(&self) -> Option<Exact> {
        ratio(i128::from(self.covered), self.voters)
    }

    /// The share of the budget spent on what a voter supports, on average; `None` without a voter or a budget.
    pub fn money(&self) -> Option<Exact> {
        let budget = i128::from(self.budget.minor());
        self.cost.mean().filter(|_| budget > 0).map(|mean| mean / budget)
    }
}

impl Distribution {
    /// The satisfaction of all voters together.
    pub fn sum(&self) -> i128 {
        self.values.iter().map(|(value, voters)| i128::from(*value) * i128::from(*voters)).sum()
    }

    /// How many voters there are.
    pub fn voters(&self) -> u64 {
        self.values.iter().map(|(_, voters)| voters).sum()
    }

    /// The mean per voter; `None` without a voter.
    pub fn mean(&self) -> Option<Exact> {
        ratio(self.sum(), self.voters())
    }

    /// Median and quartiles over the voters; `None` without a voter.
    pub fn quartiles(&self) -> Option<Quartiles> {
        Quartiles::of(self.voters(), |place| self.at(place))
    }

    fn of(mut values: Vec<(u64, u64)>) -> Self {
        values.sort_unstable();
        values.dedup_by(|(value, voters), (before, sum)| {
            let same = value == before;
            *sum += if same { *voters } else { 0 };
            same
        });
        Self { values }
    }

    /// What the voter at a place has, when they stand in ascending order and are counted from 0.
    fn at(&self, place: u64) -> Option<i128> {
        let mut up_to = 0;
        let found = self.values.iter().find(|(_, voters)| {
            up_to += voters;
            place < up_to
        });
        found.map(|(value, _)| i128::from(*value))
    }
}

fn ratio(sum: i128, voters: u64) -> Option<Exact> {
    mean(sum, usize::try_from(voters).ok()?)
}
