//! How much changed from the first reactions to the considered views of the same persons, and which way.

use super::{AreaPoints, Points};
use crate::exact::mean;
use crate::{Exact, Movement, Split, movements};

impl AreaPoints {
    /// By how much the sum grew; negative when it shrank. The mean of it is [`AreaPoints::mean_shift`].
    pub fn net(&self) -> i64 {
        self.considered - self.first
    }

    /// How many points were given or taken away, both counted: what hides behind the net.
    pub fn gross(&self) -> i64 {
        let points = |(shift, times): (i16, usize)| i64::from(shift).abs() * i64::try_from(times).unwrap_or(i64::MAX);
        self.shifts.different().map(points).sum()
    }

    /// The gross change for each person; `None` without a pair.
    pub fn mean_gross(&self) -> Option<Exact> {
        mean(self.gross().into(), self.shifts.len())
    }

    /// How many gave it more than before, and how many less. A few who changed much can move the net the other way.
    pub fn split(&self) -> Split {
        Split { up: self.up(), down: self.down() }
    }
}

impl Points {
    /// How many of the paired persons moved any points at all.
    pub fn moved(&self) -> usize {
        self.moved
    }

    /// How many points went from one area to another: half of the gross changes of the areas, for whoever takes a
    /// point from one gives it to another.
    pub fn switched(&self) -> i64 {
        self.areas.iter().map(AreaPoints::gross).sum::<i64>() / 2
    }

    /// How many of their 100 points persons gave to another area; `None` without a pair.
    pub fn mean_switched(&self) -> Option<Exact> {
        mean(self.switched().into(), self.paired)
    }

    /// For every area in order, whether more persons went up than down. There is one test for each area, and all of
    /// them are held against `alpha` together, see [`movements`].
    pub fn movements(&self, alpha: Exact) -> Vec<Movement> {
        movements(&self.areas.iter().map(AreaPoints::split).collect::<Vec<_>>(), alpha)
    }
}
