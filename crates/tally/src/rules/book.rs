//! An election by columns: who supports each project.

use crate::{Election, Place, Satisfaction};

/// The supporters of every project.
pub(super) struct Book {
    /// By place.
    pub(super) columns: Vec<Column>,
    /// By ballot: how many voters gave it.
    pub(super) times: Vec<u64>,
    /// How many voters share the budget; at least one.
    pub(super) voters: u64,
}

/// A project and its supporters.
pub(super) struct Column {
    /// In minor units.
    pub(super) cost: u64,
    /// The satisfaction that a unit stands for: the cost where that is what satisfies, else 1.
    pub(super) scale: u64,
    /// Those who get something out of it, and how many units each of their voters gets: in ascending order of these.
    pub(super) supporters: Vec<Supporter>,
    /// How many voters they are.
    pub(super) voters: u64,
    /// What they get between them, in units.
    pub(super) units: u128,
    /// The most units that any of them gets.
    pub(super) most: u32,
}

/// A ballot among the supporters of a project.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Supporter {
    /// Its number among the different ballots.
    pub(super) ballot: u32,
    /// What each of its voters gets out of the project, in units.
    pub(super) units: u32,
}

impl Book {
    /// The columns of an election under a satisfaction.
    pub(super) fn new(election: &Election, satisfaction: Satisfaction) -> Self {
        // What grows step by step is copied again and again.
        let mut named = vec![0; election.projects().len()];
        for (vote, _) in election.votes() {
            vote.places.iter().for_each(|place| named[place.index()] += 1);
        }
        let column = |place: Place| {
            let cost = election.project(place).cost.minor().unsigned_abs();
            // A project for nothing has the price nothing, in whichever unit.
            let scale = if satisfaction == Satisfaction::Cost { cost.max(1) } else { 1 };
            Column { cost, scale, supporters: Vec::with_capacity(named[place.index()]), voters: 0, units: 0, most: 1 }
        };
        let mut book = Self {
            columns: election.places().map(column).collect(),
            times: Vec::new(),
            voters: election.voters().max(1),
        };
        let by_points = satisfaction == Satisfaction::Additive;
        for (ballot, (vote, times)) in (0_u32..).zip(election.votes()) {
            book.times.push(times);
            for (at, place) in vote.places.iter().copied().enumerate() {
                let units = if by_points { vote.points.get(at).copied().unwrap_or(0) } else { 1 };
                if units > 0 {
                    let column = &mut book.columns[place.index()];
                    column.supporters.push(Supporter { ballot, units });
                    column.voters += times;
                    if by_points {
                        column.units += u128::from(times) * u128::from(units);
                        column.most = column.most.max(units);
                    }
                }
            }
        }
        for column in &mut book.columns {
            if by_points {
                column.supporters.sort_by_key(|one| one.units);
            } else {
                column.units = column.voters.into();
            }
        }
        book
    }

    /// The projects that somebody supports, in order.
    pub(super) fn supported(&self) -> Vec<Place> {
        let supported = self.columns.iter().enumerate().filter(|(_, column)| !column.supporters.is_empty());
        supported.map(|(at, _)| Place::at(at)).collect()
    }

    /// What these places cost together, in minor units.
    pub(super) fn cost(&self, places: &[Place]) -> u64 {
        places.iter().map(|place| self.columns[place.index()].cost).sum()
    }

    /// Whether no supported project that these places leave out costs as little as `left`.
    pub(super) fn is_exhaustive(&self, places: &[Place], left: u64) -> bool {
        self.supported().iter().all(|place| places.contains(place) || self.columns[place.index()].cost > left)
    }

    /// Whether some ballot supports more than one of these places. If none does, their order changes nothing.
    pub(super) fn overlap(&self, places: &[Place]) -> bool {
        let mut seen = vec![false; self.times.len()];
        let ballots = |place: &Place| self.columns[place.index()].supporters.iter().map(|one| one.ballot as usize);
        places.len() > 1 && places.iter().flat_map(ballots).any(|ballot| std::mem::replace(&mut seen[ballot], true))
    }

    /// How many voters gave a ballot.
    pub(super) fn times(&self, ballot: u32) -> u64 {
        self.times[ballot as usize]
    }
}
