//! Points per area: the first reaction and the considered view of the same persons.

use basketry_domain::{AreaId, Ballot, Consultation, Reaction, Voter};

use crate::exact::mean;
use crate::{Exact, View, YesNo};

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
        let ballots = self.ballots().iter().map(|counted| &counted.ballot);
        for ballot in ballots.filter(|ballot| ballot.voter == Voter::Person) {
            points.add(consultation, ballot);
        }
        points
    }
}

impl Points {
    fn add(&mut self, consultation: &Consultation, ballot: &Ballot) {
        let reactions = (&ballot.first_reaction, &ballot.considered_view);
        let wrong =
            |reaction: &Option<Reaction>| reaction.as_ref().is_some_and(|given| !comparable(consultation, given));
        if wrong(reactions.0) || wrong(reactions.1) {
            self.left_out += 1;
            return;
        }
        match reactions {
            (Some(first), Some(considered)) => {
                self.paired += 1;
                for area in &mut self.areas {
                    let (first, considered) = (first.points.of(&area.area), considered.points.of(&area.area));
                    area.first += i64::from(first);
                    area.considered += i64::from(considered);
                    area.any.add(first > 0, considered > 0);
                    area.shifts.push(i16::from(considered) - i16::from(first));
                }
            }
            (Some(first), None) => {
                self.first_only += 1;
                for area in &mut self.areas {
                    area.first_only += i64::from(first.points.of(&area.area));
                }
            }
            (None, Some(_)) => self.considered_only += 1,
            (None, None) => self.neither += 1,
        }
    }
}

/// Whether the points add up to 100 and all go to areas of the consultation.
pub(super) fn comparable(consultation: &Consultation, reaction: &Reaction) -> bool {
    let known = |area| consultation.area(area).is_some();
    reaction.points.is_complete() && reaction.points.map().keys().all(known)
}
