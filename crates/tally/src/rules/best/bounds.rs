//! The limits of areas during the search, in minor units.

use std::collections::BTreeMap;

use basketry_domain::Money;

use crate::{Election, Limits, Place};

/// The limits of an election's areas.
pub(super) struct Bounds<'a> {
    election: &'a Election,
    /// Each area with a limit, and its number.
    numbers: BTreeMap<&'a String, usize>,
    areas: Vec<Bound>,
}

struct Bound {
    minimum: u64,
    maximum: u64,
    ring_fence: u64,
}

/// What is spent on each area, and what could be.
#[derive(Clone)]
pub(super) struct Spending<'a> {
    bounds: &'a Bounds<'a>,
    /// By area.
    spent: Vec<u64>,
    /// By area: what its projects cost that are not lost.
    possible: Vec<u64>,
    /// What is left of the open money.
    open: u64,
}

impl<'a> Bounds<'a> {
    pub(super) fn new(election: &'a Election) -> Self {
        let Limits { minima, maxima, ring_fences, .. } = election.limits();
        let names = minima.keys().chain(maxima.keys()).chain(ring_fences.keys());
        let mut numbers: BTreeMap<&String, usize> = names.map(|name| (name, 0)).collect();
        let mut areas = Vec::new();
        for (name, number) in &mut numbers {
            *number = areas.len();
            let of = |limits: &BTreeMap<String, Money>, none| {
                limits.get(*name).map_or(none, |amount| amount.minor().unsigned_abs())
            };
            let (minimum, maximum) = (of(minima, 0), of(maxima, u64::MAX));
            areas.push(Bound { minimum, maximum, ring_fence: of(ring_fences, 0) });
        }
        Self { election, numbers, areas }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// The number of a project's area, where that has a limit.
    pub(super) fn area_of(&self, place: Place) -> Option<usize> {
        self.numbers.get(self.election.project(place).area.as_ref()?).copied()
    }

    /// Nothing is spent, and of projects that each have an area and a cost none is lost.
    pub(super) fn start(&'a self, projects: impl Iterator<Item = (Option<usize>, u64)>) -> Spending<'a> {
        let open = self.election.limits().open_money(self.election.budget()).minor().unsigned_abs();
        let mut possible = vec![0; self.areas.len()];
        for (area, cost) in projects {
            if let Some(at) = area {
                possible[at] += cost;
            }
        }
        Spending { bounds: self, spent: vec![0; self.areas.len()], possible, open }
    }
}

impl Spending<'_> {
    /// How much more can be spent on an area.
    pub(super) fn room(&self, area: Option<usize>) -> u64 {
        let Some(at) = area else { return self.open };
        let (bound, spent) = (&self.bounds.areas[at], self.spent[at]);
        (bound.maximum - spent).min(bound.ring_fence.saturating_sub(spent) + self.open)
    }

    /// Spends an amount for which there is room.
    pub(super) fn spend(&mut self, area: Option<usize>, amount: u64) {
        self.open -= self.beyond_fence(area, amount);
        if let Some(at) = area {
            self.spent[at] += amount;
        }
    }

    /// Takes back what was spent.
    pub(super) fn take_back(&mut self, area: Option<usize>, amount: u64) {
        if let Some(at) = area {
            self.spent[at] -= amount;
        }
        self.open += self.beyond_fence(area, amount);
    }

    /// Loses a project of this cost.
    pub(super) fn lose(&mut self, area: Option<usize>, cost: u64) {
        if let Some(at) = area {
            self.possible[at] -= cost;
        }
    }

    /// Has a lost project back.
    pub(super) fn regain(&mut self, area: Option<usize>, cost: u64) {
        if let Some(at) = area {
            self.possible[at] += cost;
        }
    }

    /// Whether every area has come to its minimum.
    pub(super) fn reaches_minima(&self) -> bool {
        self.short().all(|(_, short)| short == 0)
    }

    /// Whether, as far as sums tell, every area can still come to its minimum.
    pub(super) fn may_reach_minima(&self) -> bool {
        let enough = |(at, bound): (usize, &Bound)| self.possible[at] >= bound.minimum;
        let open: u64 = self.short().map(|(at, short)| self.beyond_fence(Some(at), short)).sum();
        self.bounds.areas.iter().enumerate().all(enough) && open <= self.open
    }

    /// How much each area lacks of its minimum.
    fn short(&self) -> impl Iterator<Item = (usize, u64)> {
        let short = |(at, bound): (usize, &Bound)| (at, bound.minimum.saturating_sub(self.spent[at]));
        self.bounds.areas.iter().enumerate().map(short)
    }

    /// How much of an amount the area's ring-fence cannot pay.
    fn beyond_fence(&self, area: Option<usize>, amount: u64) -> u64 {
        let fenced = area.map_or(0, |at| self.bounds.areas[at].ring_fence.saturating_sub(self.spent[at]));
        amount.saturating_sub(fenced)
    }
}
