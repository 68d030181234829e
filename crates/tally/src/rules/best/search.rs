//! Branch and bound over the candidates (Horowitz and Sahni, "Computing Partitions with Applications to the Knapsack
//! Problem", 1974), with the bound of Dantzig ("Discrete-Variable Extremum Problems", 1957).
//!
//! The next best candidate is taken, then given up, and what follows is tried each time. What can still be reached is
//! what taking the best candidates one after the other comes to, with a part of the first that no longer fits. Where areas
//! have limits, with the part of each that has room.

use super::bounds::Spending;
use super::candidates::Candidates;

/// The search took more looks than there was patience for.
pub(super) struct GaveUp;

pub(super) struct Search<'a> {
    candidates: &'a Candidates<'a>,
    /// By number: whether it is bought, where that is decided. What is bought, is bought with all it requires.
    fate: Vec<Option<bool>>,
    /// The numbers of those decided, in the order of deciding.
    decided: Vec<usize>,
    /// The candidates taken that have not been given up yet, and how many were decided before each.
    taken: Vec<(usize, usize)>,
    /// Candidates before this one are decided or do not fit.
    from: usize,
    /// What is left to spend.
    room: u64,
    /// The same for the areas; `None` where they have no limits.
    spending: Option<Spending<'a>>,
    /// The weight of what is bought.
    weight: u128,
    /// How many looks at a candidate are left.
    patience: u64,
}

impl<'a> Search<'a> {
    pub(super) fn new(candidates: &'a Candidates<'a>, patience: u64) -> Self {
        let (fate, room) = (vec![None; candidates.list.len()], candidates.room);
        let costs = candidates.list.iter().map(|candidate| (candidate.area, candidate.cost));
        let spending = (!candidates.bounds.is_empty()).then(|| candidates.bounds.start(costs));
        Self { candidates, fate, decided: Vec::new(), taken: Vec::new(), from: 0, room, spending, weight: 0, patience }
    }

    /// Goes on to the next selection that weighs `goal` or more and cannot be added to; false when there is none.
    ///
    /// Adding to a selection keeps the minima it keeps, so that the heaviest that keeps them all cannot be added to.
    pub(super) fn find(&mut self, goal: u128) -> Result<bool, GaveUp> {
        loop {
            let (reach, next) = self.look_ahead()?;
            let may = |spending: &Spending<'_>| {
                if next.is_some() { spending.may_reach_minima() } else { spending.reaches_minima() }
            };
            if reach < goal || !self.spending.as_ref().is_none_or(may) {
                if !self.turn_back() {
                    return Ok(false);
                }
            } else if let Some(next) = next {
                self.taken.push((next, self.decided.len()));
                self.take(next);
                self.from = next + 1;
            } else {
                return Ok(true);
            }
        }
    }

    /// Begins anew.
    pub(super) fn restart(&mut self) {
        self.undo(0);
        self.taken.clear();
        self.from = 0;
    }

    /// Wants a candidate bought whatever comes; false when it cannot be. To be called before anything is searched.
    pub(super) fn demand(&mut self, at: usize) -> bool {
        if self.fits(at) {
            self.take(at);
        }
        self.fate[at] == Some(true)
    }

    /// Wants a candidate not bought; false when it already is. To be called before anything is searched.
    pub(super) fn ban(&mut self, at: usize) -> bool {
        if self.fate[at].is_none() {
            self.give_up(at);
        }
        self.fate[at] == Some(false)
    }

    /// Whether what is bought brings every area to its minimum.
    pub(super) fn reaches_minima(&self) -> bool {
        self.spending.as_ref().is_none_or(Spending::reaches_minima)
    }

    /// The weight of what is bought.
    pub(super) fn weight(&self) -> u128 {
        self.weight
    }

    /// By number: whether it is bought.
    pub(super) fn bought(&self) -> Vec<bool> {
        self.fate.iter().map(|fate| *fate == Some(true)).collect()
    }

    /// No selection that can be made from here weighs more than this; and the next candidate that fits.
    fn look_ahead(&mut self) -> Result<(u128, Option<usize>), GaveUp> {
        if let Some(spending) = self.spending.clone() {
            return self.look_ahead_within(spending);
        }
        let (mut reach, mut room, mut next) = (self.weight, self.room, None);
        for (at, candidate) in self.candidates.list.iter().enumerate().skip(self.from) {
            self.patience = self.patience.checked_sub(1).ok_or(GaveUp)?;
            if !self.fits(at) {
                continue;
            }
            next = next.or(Some(at));
            if candidate.cost > room {
                return Ok((reach + candidate.part(room), next));
            }
            room -= candidate.cost;
            reach += candidate.weight;
        }
        Ok((reach, next))
    }

    /// The same where areas have limits. Of candidates that can be had in parts, the best first, each as far as there is
    /// room, are still the best of all: what areas can spend together, out of ring-fences, open money and maxima, is a
    /// polymatroid (Edmonds, "Submodular Functions, Matroids, and Certain Polyhedra", 1970).
    fn look_ahead_within(&mut self, mut spending: Spending<'_>) -> Result<(u128, Option<usize>), GaveUp> {
        let (mut reach, mut room, mut next) = (self.weight, self.room, None);
        for (at, candidate) in self.candidates.list.iter().enumerate().skip(self.from) {
            self.patience = self.patience.checked_sub(1).ok_or(GaveUp)?;
            if !self.fits(at) {
                continue;
            }
            next = next.or(Some(at));
            let part = candidate.cost.min(room).min(spending.room(candidate.area));
            room -= part;
            spending.spend(candidate.area, part);
            // Rounded up: several parts may come to more than each of them rounded down.
            reach += if part < candidate.cost { candidate.part(part) + 1 } else { candidate.weight };
        }
        Ok((reach, next))
    }

    /// Whether an undecided candidate can be bought, with all it requires.
    fn fits(&self, at: usize) -> bool {
        let list = &self.candidates.list;
        if self.fate[at].is_some() || list[at].cost > self.room {
            return false;
        }
        let undecided = || list[at].with.iter().filter(|other| self.fate[**other].is_none()).map(|other| &list[*other]);
        if undecided().map(|other| other.cost).sum::<u64>() > self.room {
            return false;
        }
        let Some(spending) = &self.spending else { return true };
        if list[at].with.len() == 1 {
            return list[at].cost <= spending.room(list[at].area);
        }
        let mut then = spending.clone();
        undecided().all(|other| {
            let fits = other.cost <= then.room(other.area);
            then.spend(other.area, if fits { other.cost } else { 0 });
            fits
        })
    }

    /// Buys a candidate that fits. What it requires is undecided or bought: otherwise it would have been given up.
    fn take(&mut self, at: usize) {
        let list = &self.candidates.list;
        for bought in list[at].with.iter().copied() {
            if self.fate[bought].is_none() {
                self.decide(bought, true);
                self.room -= list[bought].cost;
                self.weight += list[bought].weight;
                for lost in list[bought].beside.iter().copied() {
                    self.give_up(lost);
                }
            }
        }
    }

    /// Does without a candidate and whatever requires it, none of which is bought.
    fn give_up(&mut self, at: usize) {
        for lost in self.candidates.list[at].without.iter().copied() {
            if self.fate[lost].is_none() {
                self.decide(lost, false);
            }
        }
    }

    /// Gives up the candidate taken last; false when there is none.
    fn turn_back(&mut self) -> bool {
        let Some((at, before)) = self.taken.pop() else { return false };
        self.undo(before);
        self.give_up(at);
        self.from = at + 1;
        true
    }

    fn decide(&mut self, at: usize, fate: bool) {
        self.fate[at] = Some(fate);
        self.decided.push(at);
        if let Some(spending) = &mut self.spending {
            let candidate = &self.candidates.list[at];
            if fate {
                spending.spend(candidate.area, candidate.cost);
            } else {
                spending.lose(candidate.area, candidate.cost);
            }
        }
    }

    fn undo(&mut self, before: usize) {
        for at in self.decided.drain(before..).rev() {
            let candidate = &self.candidates.list[at];
            let bought = self.fate[at].take() == Some(true);
            if bought {
                self.room += candidate.cost;
                self.weight -= candidate.weight;
            }
            match &mut self.spending {
                Some(spending) if bought => spending.take_back(candidate.area, candidate.cost),
                Some(spending) => spending.regain(candidate.area, candidate.cost),
                None => {}
            }
        }
    }
}
