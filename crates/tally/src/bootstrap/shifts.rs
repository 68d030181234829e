//! How far a mean shift could be another.

use super::draw::Draw;
use crate::exact::mean;
use crate::{Exact, Interval, Shifts};

/// The mean of shifts, each time of others drawn out of them. See [`crate::AreaPoints::shifts`].
#[derive(Clone, Debug)]
pub struct MeanShift {
    /// The different shifts, ascending.
    shifts: Vec<i16>,
    draw: Draw,
    /// Of each round: the sum of the shifts drawn.
    sums: Vec<i64>,
}

impl MeanShift {
    /// No round yet.
    pub fn new(shifts: &Shifts, seed: u64) -> Self {
        let draw = Draw::new(seed, (0..).zip(shifts.different().map(|(_, times)| times as u64)));
        Self { shifts: shifts.different().map(|(shift, _)| shift).collect(), draw, sums: Vec::new() }
    }

    /// Draws as many shifts as there are.
    pub fn round(&mut self) {
        let (shifts, mut sum) = (&self.shifts, 0);
        self.draw.round(|at| sum += i64::from(shifts[at as usize]));
        self.sums.push(sum);
    }

    /// How many rounds there were.
    pub fn rounds(&self) -> usize {
        self.sums.len()
    }

    /// The percentile interval: of the means of all rounds, in order, a fortieth is left off at either end, rounded
    /// down. So at least 95 in 100 rounds are within. `None` without a shift or a round.
    pub fn interval(&self) -> Option<Interval> {
        let mut sums = self.sums.clone();
        sums.sort_unstable();
        let off = sums.len() / 40;
        let at = |sum: Option<&i64>| -> Option<Exact> { mean(i128::from(*sum?), self.draw.size()) };
        Some(Interval { lower: at(sums.get(off))?, upper: at(sums.iter().rev().nth(off))? })
    }
}
