//! Branch and bound over the candidates (Horowitz and Sahni, "Computing Partitions with Applications to the Knapsack
//! Problem", 1974), with the bound of Dantzig ("Discrete-Variable Extremum Problems", 1957).
//!
//! The next best candidate is taken, then given up, and what follows is tried each time. What can still be reached is
//! what taking the best candidates one after the other comes to, with a part of the first that no longer fits.

use super::candidates::Candidates;

/// The search took more looks than there was patience for.
pub(super) struct GaveUp;

pub(super) struct Search<'a> {
    candidates: &'a Candidates,
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
    /// The weight of what is bought.
    weight: u128,
    /// How many looks at a candidate are left.
    patience: u64,
}

impl<'a> Search<'a> {
    pub(super) fn new(candidates: &'a Candidates, patience: u64) -> Self {
        let (fate, room) = (vec![None; candidates.list.len()], candidates.room);
        Self { candidates, fate, decided: Vec::new(), taken: Vec::new(), from: 0, room, weight: 0, patience }
    }

    /// Goes on to the next selection that weighs `goal` or more and cannot be added to; false when there is none.
    pub(super) fn find(&mut self, goal: u128) -> Result<bool, GaveUp> {
        loop {
            let (reach, next) = self.look_ahead()?;
            if reach < goal {
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

    /// Whether an undecided candidate can be bought, with all it requires.
    fn fits(&self, at: usize) -> bool {
        let list = &self.candidates.list;
        if self.fate[at].is_some() || list[at].cost > self.room {
            return false;
        }
        let undecided = list[at].with.iter().filter(|other| self.fate[**other].is_none());
        undecided.map(|other| list[*other].cost).sum::<u64>() <= self.room
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
    }

    fn undo(&mut self, before: usize) {
        for at in self.decided.drain(before..) {
            if self.fate[at].take() == Some(true) {
                self.room += self.candidates.list[at].cost;
                self.weight -= self.candidates.list[at].weight;
            }
        }
    }
}
