//! How many baskets hold each item, as far as it is shown.

use basketry_disclosure::{Crosstab, Rows};
use basketry_tally::{ItemShare, Shares};

use super::base::{Base, number};

/// One item's counts.
pub(crate) struct ItemCounts {
    table: Option<Crosstab>,
    levels: usize,
    /// How many hold it, by group; for whoever may know.
    holds: Vec<u64>,
    /// How many baskets there are, by group.
    baskets: Vec<u64>,
    threshold: u64,
}

impl ItemCounts {
    /// Every item; `shares` are those of each section, and last of none.
    pub(crate) fn all(base: &Base, shares: &[Shares]) -> Vec<Self> {
        let items = shares.first().map_or(0, |first| first.items.len());
        (0..items).map(|item| Self::new(base, shares, item)).collect()
    }

    fn new(base: &Base, shares: &[Shares], item: usize) -> Self {
        let parts: Vec<Option<&ItemShare>> = shares.iter().map(|shares| shares.items.get(item)).collect();
        let levels = parts.iter().flatten().map(|part| part.levels.len()).max().unwrap_or(0);
        let at = |level: usize| parts.iter().map(|part| part.map_or(0, |part| number(part.levels[level]))).collect();
        let holds: Vec<u64> = parts.iter().map(|part| part.map_or(0, |part| number(part.holds()))).collect();
        let without = shares.iter().zip(&holds).map(|(shares, holds)| number(shares.baskets) - holds).collect();
        let counts = (0..levels).map(at).chain([without]).collect();
        let subtotals = if levels > 1 { vec![(0..levels).collect()] } else { Vec::new() };
        let all = holds.iter().sum();
        Self {
            table: base.table(&Rows { counts, subtotals }),
            levels,
            holds: [all].into_iter().chain(holds).collect(),
            baskets: (0..base.count()).map(|group| base.size(group)).collect(),
            threshold: base.threshold().count(),
        }
    }

    /// How many hold it at any level.
    pub(crate) fn holds(&self, group: usize) -> Option<u64> {
        // With several levels their sum comes after them and those without.
        let row = if self.levels > 1 { self.levels + 1 } else { 0 };
        self.table.as_ref().filter(|_| self.levels > 0)?.shown(row, group)
    }

    /// How many hold it at a level, the first being nought.
    pub(crate) fn level(&self, level: usize, group: usize) -> Option<u64> {
        self.table.as_ref().filter(|_| level < self.levels)?.shown(level, group)
    }

    /// Whether all is told of it: then its money says nothing new.
    pub(crate) fn is_told(&self, group: usize) -> bool {
        self.holds(group).is_some() && (0..self.levels).all(|level| self.level(level, group).is_some())
    }

    /// Whether fewer than the threshold hold it.
    pub(crate) fn is_small(&self, group: usize) -> bool {
        self.holds.get(group).is_none_or(|holds| *holds < self.threshold)
    }

    /// Whether it is shown, or held back for its own sake and not for another's.
    pub(crate) fn is_plain(&self, group: usize) -> bool {
        let without = self.baskets.get(group).zip(self.holds.get(group)).map(|(all, holds)| all - holds);
        self.holds(group).is_some() || self.is_small(group) || without.is_none_or(|without| without < self.threshold)
    }
}
