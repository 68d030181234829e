//! Points per area: the first reaction and the considered view of the same persons.

use basketry_domain::{AreaId, Voter};

use crate::exact::mean;
use crate::{Counted, Exact, View, YesNo};

/// What became of the first reactions.
///
/// Only persons count, not tables. A reaction counts when its points add up to 100 and all go to areas of the
/// consultation; a person with one that does not is in [`Points::left_out`] and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// Persons with both; the base of every figure per area.
    pub paired: usize,
    /// Persons with a first reaction only.
    pub first_only: usize,
    /// Persons with a considered view only.
    pub considered_only: usize,
    /// Persons with neither.
    pub neither: usize,
    /// Persons left out because their points cannot be compared.
    pub left_out: usize,
    /// Every area, in the file's order.
    pub areas: Vec<AreaPoints>,
}

/// The points of one area, over the persons with both unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaPoints {
    /// The area.
    pub area: AreaId,
    /// The sum of the first reactions.
    pub first: i64,
    /// The sum of the considered views.
    pub considered: i64,
    /// The sum of the first reactions of those with a first reaction only.
    pub first_only: i64,
    /// Who gives it any points, before and after.
    pub any: YesNo,
    /// For each person considered view less first reaction, in order of ballot id.
    pub shifts: Vec<i16>,
}

impl AreaPoints {
    /// The mean of the first reactions; `None` without a pair.
    pub fn mean_first(&self) -> Option<Exact> {
        mean(self.first.into(), self.shifts.len())
    }

    /// The mean of the considered views; `None` without a pair.
    pub fn mean_considered(&self) -> Option<Exact> {
        mean(self.considered.into(), self.shifts.len())
    }

    /// The mean shift; `None` without a pair.
    pub fn mean_shift(&self) -> Option<Exact> {
        mean((self.considered - self.first).into(), self.shifts.len())
    }

    /// How many gave it more than before.
    pub fn up(&self) -> usize {
        self.shifts.iter().filter(|shift| **shift > 0).count()
    }

    /// How many gave it less than before.
    pub fn down(&self) -> usize {
        self.shifts.iter().filter(|shift| **shift < 0).count()
    }

    /// How many gave it as much as before.
    pub fn unchanged(&self) -> usize {
        self.shifts.len() - self.up() - self.down()
    }

    fn empty(area: AreaId) -> Self {
        Self { area, first: 0, considered: 0, first_only: 0, any: YesNo::default(), shifts: Vec::new() }
    }
}

impl View<'_> {
    /// Points per area before and after.
    pub fn points(&self) -> Points {
        let consultation = self.consultation();
        let areas = consultation.areas.iter().map(|known| AreaPoints::empty(known.id.clone())).collect();
        let mut points = Points { paired: 0, first_only: 0, considered_only: 0, neither: 0, left_out: 0, areas };
        let mut scratch = [0, 1].map(|_| vec![0; points.areas.len()]);
        self.given_by(Voter::Person).for_each(|counted| points.add(counted, &mut scratch));
        points
    }
}

impl Points {
    /// `scratch` has a place for each area, twice.
    fn add(&mut self, counted: Counted<'_>, scratch: &mut [Vec<u8>; 2]) {
        let reactions = counted.given().reactions();
        for (reaction, by_area) in reactions.iter().zip(&mut *scratch) {
            if reaction.is_some_and(|given| !counted.sheet().points(given, by_area)) {
                self.left_out += 1;
                return;
            }
        }
        let [first, considered] = scratch;
        match reactions.map(|reaction| reaction.is_some()) {
            [true, true] => {
                self.paired += 1;
                for (area, (first, considered)) in self.areas.iter_mut().zip(first.iter().zip(&*considered)) {
                    area.first += i64::from(*first);
                    area.considered += i64::from(*considered);
                    area.any.add(*first > 0, *considered > 0);
                    area.shifts.push(i16::from(*considered) - i16::from(*first));
                }
            }
            [true, false] => {
                self.first_only += 1;
                for (area, first) in self.areas.iter_mut().zip(first) {
                    area.first_only += i64::from(*first);
                }
            }
            [false, true] => self.considered_only += 1,
            [false, false] => self.neither += 1,
        }
    }
}
