//! Where the points of the first reactions went.

use basketry_domain::AreaId;
use num_traits::Zero;

use super::{AreaPoints, Points};
use crate::BigExact;

/// How many points went from each area to each, over the persons with both.
///
/// A ballot does not say which point went where: what a person takes away is spread over what they give, in
/// proportion. Whoever takes 10 from one area and 10 from another, and gives 15 and 5, moves 7.5 and 2.5 from each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The areas of rows and columns, in the file's order.
    pub areas: Vec<AreaId>,
    /// By the area of the first reaction, then by that of the considered view: the points. Each row adds up to the
    /// first reactions, each column to the considered views; on the diagonal are the points that stayed.
    pub points: Vec<Vec<BigExact>>,
}

impl Points {
    /// Where the points went.
    ///
    /// A person who moves `m` points adds a fraction over `m`, and `m` is any number up to 100. All of those numbers
    /// have no common multiple below 6.9 × 10^40, which is more than [`crate::Exact`] can hold, so the fractions have
    /// no bounds. Before that, the numerators over each `m` are added up by themselves: each is the product of two
    /// shifts, at most 10,000, and so a word holds those of 900 million million persons.
    pub fn flow(&self) -> Flow {
        let size = self.areas.len();
        let stayed = |area: &AreaPoints| {
            let lost = area.shifts.different().filter(|(shift, _)| *shift < 0);
            area.first
                + lost.map(|(shift, times)| i64::from(shift) * i64::try_from(times).unwrap_or(i64::MAX)).sum::<i64>()
        };
        let stayed: Vec<i64> = self.areas.iter().map(stayed).collect();
        let between = |from: usize, to: usize| {
            let numers = self.over.iter().map(|(moved, numers)| (*moved, numers[from * size + to]));
            let numers = numers.filter(|(_, numer)| *numer != 0);
            let parts = numers.map(|(moved, numer)| BigExact::new(numer.into(), moved.into()));
            let still = if from == to { stayed[from] } else { 0 };
            parts.fold(BigExact::from_integer(still.into()), |sum, part| sum + part)
        };
        let row = |from: usize| (0..size).map(|to| between(from, to)).collect();
        Flow { areas: self.areas.iter().map(|area| area.area.clone()).collect(), points: (0..size).map(row).collect() }
    }
}

impl Flow {
    /// The points that went to another area.
    pub fn switched(&self) -> BigExact {
        let other = |from: usize| self.points[from].iter().enumerate().filter(move |(to, _)| *to != from);
        (0..self.points.len()).flat_map(other).fold(BigExact::zero(), |sum, (_, points)| sum + points)
    }
}
