//! The best selections: in which of them a project is, and in which it is not.

use super::candidates::Candidates;
use super::search::{GaveUp, Search};
use crate::Place;

pub(super) struct BestSets<'a> {
    candidates: &'a Candidates<'a>,
    search: Search<'a>,
    /// What a best selection weighs.
    weight: u128,
    /// Best selections with all that is demanded, by number; at least one.
    found: Vec<Vec<bool>>,
    /// The numbers of the candidates that every selection must hold.
    demanded: Vec<usize>,
    /// The numbers of the candidates that may be in some but not in all.
    doubtful: Vec<usize>,
}

impl<'a> BestSets<'a> {
    /// Finds a best selection; `None` when no selection brings every area to its minimum.
    pub(super) fn new(candidates: &'a Candidates<'a>, patience: u64) -> Result<Option<Self>, GaveUp> {
        let mut search = Search::new(candidates, patience);
        let (mut weight, mut best) = (0, search.reaches_minima().then(|| search.bought()));
        while search.find(weight + 1)? {
            (weight, best) = (search.weight(), Some(search.bought()));
        }
        let doubtful = (0..candidates.list.len()).collect();
        Ok(best.map(|best| Self { candidates, search, weight, found: vec![best], demanded: Vec::new(), doubtful }))
    }

    /// The projects that are in some but not in all best selections with what is demanded, in order.
    ///
    /// For each that all selections found so far agree on, looks for one that does not.
    pub(super) fn tied(&mut self) -> Result<Vec<Place>, GaveUp> {
        for at in self.doubtful.clone() {
            let holds = self.found[0][at];
            if self.found.iter().all(|bought| bought[at] == holds) && self.search_with(at, !holds)? {
                self.found.push(self.search.bought());
            }
        }
        let Self { doubtful, found, .. } = self;
        doubtful.retain(|at| found.iter().any(|bought| bought[*at] != found[0][*at]));
        Ok(self.places(self.doubtful.iter().copied()))
    }

    /// The projects that are in all best selections with what is demanded, in order.
    pub(super) fn sure(&self) -> Vec<Place> {
        let all = |at: &usize| self.found.iter().all(|bought| bought[*at]);
        self.places((0..self.candidates.list.len()).filter(all))
    }

    /// Leaves only the best selections that hold a tied project.
    pub(super) fn demand(&mut self, place: Place) {
        let at = self.candidates.list.iter().position(|candidate| candidate.place == place);
        self.found.retain(|bought| at.is_some_and(|at| bought[at]));
        self.demanded.extend(at);
    }

    /// Whether a best selection holds what is demanded, and a candidate or not.
    fn search_with(&mut self, at: usize, bought: bool) -> Result<bool, GaveUp> {
        let search = &mut self.search;
        search.restart();
        let demanded = self.demanded.iter().all(|demanded| search.demand(*demanded));
        let possible = demanded && if bought { search.demand(at) } else { search.ban(at) };
        Ok(possible && search.find(self.weight)?)
    }

    fn places(&self, numbers: impl Iterator<Item = usize>) -> Vec<Place> {
        let mut places: Vec<Place> = numbers.map(|at| self.candidates.list[at].place).collect();
        places.sort();
        places
    }
}
