//! A budget in pots: an election of its own for each area.

use super::ballots::Ballots;
use super::{Draft, Election, Limits, Place, Vote};

impl Election {
    /// The pots in ascending order of area, each as an election of its own: with its budget, the area's projects and
    /// what the ballots say about these. None without pots.
    ///
    /// Its voters are those who name one of its projects, as in cities that vote area by area: whoever takes no part
    /// in an area is not counted there. A rule that shares the budget among voters would otherwise hand most of a pot
    /// to people who want nothing in it, and leave it unspent.
    pub fn pots(&self) -> impl Iterator<Item = (&str, Self)> {
        self.limits.pots.keys().filter_map(|area| Some((area.as_str(), self.pot(area)?)))
    }

    /// The pot a project is paid from; `None` without pots.
    pub fn pot_of(&self, place: Place) -> Option<&str> {
        let area = self.project(place).area.as_deref()?;
        self.limits.pots.contains_key(area).then_some(area)
    }

    /// One of [`Election::pots`].
    pub(crate) fn pot(&self, area: &str) -> Option<Self> {
        let budget = *self.limits.pots.get(area)?;
        let mut numbers = vec![None; self.projects.len()];
        let mut projects = Vec::new();
        for place in self.places().filter(|place| self.pot_of(*place) == Some(area)) {
            numbers[place.index()] = Some(Place::at(projects.len()));
            projects.push(self.project(place).clone());
        }
        let mut pot = Self {
            budget,
            kind: self.kind,
            projects,
            ballots: Ballots::default(),
            voters: 0,
            draft: Draft::default(),
            limits: Limits::default(),
        };
        let (mut places, mut points) = (Vec::new(), Vec::new());
        for (vote, times) in self.votes() {
            places.clear();
            points.clear();
            for (place, given) in vote.given() {
                if let Some(place) = numbers[place.index()] {
                    places.push(place);
                    points.push(given);
                }
            }
            if !places.is_empty() {
                // A part of a ballot is a ballot, and there are no more of them than before.
                let points = if vote.points.is_empty() { &[][..] } else { &points };
                pot.add(Vote { places: &places, points }, times).ok()?;
            }
        }
        Some(pot)
    }
}
