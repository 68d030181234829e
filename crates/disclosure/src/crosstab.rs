//! A table of counts over the groups shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::groups::Groups;
use crate::publication::{CellId, Publication};
use crate::suppress::{Contradiction, Held, Pattern, suppress};
use crate::threshold::Threshold;

/// Answers to one question, each person in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Counts by row, then by kind of people as [`Groups`] has them.
    pub counts: Vec<Vec<u64>>,
    /// Rows that are told together too; they come after the others.
    pub subtotals: Vec<Vec<usize>>,
}

/// What is told of a count that was published before: whether it was shown.
pub type Before<'a> = &'a dyn Fn(usize, usize) -> Option<bool>;

/// A table, with what is held back of it.
#[derive(Clone, Debug)]
pub struct Crosstab {
    publication: Publication,
    pattern: Pattern,
    /// By row and group; groups that are not shown have none.
    cells: BTreeMap<(usize, usize), CellId>,
}

impl Crosstab {
    /// Protects a table. `before` says of a row and a group whether the count was shown in an earlier publication: it
    /// stays as it was.
    pub fn new(groups: &Groups, rows: &Rows, before: Before<'_>) -> Result<Self, Contradiction> {
        let threshold = groups.threshold();
        let table = Table::new(groups, rows, before);
        let mut already = Vec::new();
        if let Some(lower) = Threshold::ALL.into_iter().rev().find(|lower| *lower < threshold) {
            let published: Vec<usize> = (0..groups.count())
                .filter(|group| (0..rows.count()).any(|row| before(row, *group).is_some()))
                .collect();
            let finer = Groups::new(groups.kinds().to_vec(), groups.count(), &published, lower);
            let finer = Self::new(&finer, rows, before)?;
            let held = |(place, _): &(&(usize, usize), &CellId)| finer.held(place.0, place.1).is_some();
            already.extend(table.cells.iter().filter(held).map(|(_, cell)| *cell));
        }
        let pattern = suppress(&table.publication, threshold, &already)?;
        Ok(Self { publication: table.publication, pattern, cells: table.cells })
    }

    /// The count of a row in a group, where it is shown.
    pub fn shown(&self, row: usize, group: usize) -> Option<u64> {
        let cell = *self.cells.get(&(row, group))?;
        self.pattern.held(cell).is_none().then(|| self.publication.value(cell))
    }

    /// Why a count is held back. The group itself is not shown: as one that is small.
    pub fn held(&self, row: usize, group: usize) -> Option<Held> {
        self.cells.get(&(row, group)).map_or(Some(Held::Primary), |cell| self.pattern.held(*cell))
    }

    /// The counts and sums behind it.
    pub fn publication(&self) -> &Publication {
        &self.publication
    }

    /// What is held back of them.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }
}

impl Rows {
    /// How many rows there are, subtotals too.
    pub fn count(&self) -> usize {
        self.counts.len() + self.subtotals.len()
    }

    fn count_of(&self, row: usize, kind: usize) -> u64 {
        let one = |row: usize| self.counts.get(row).and_then(|counts| counts.get(kind)).copied().unwrap_or(0);
        match row.checked_sub(self.counts.len()) {
            None => one(row),
            Some(place) => self.subtotals.get(place).map_or(0, |parts| parts.iter().map(|part| one(*part)).sum()),
        }
    }
}

/// A table before anything is held back.
struct Table {
    publication: Publication,
    cells: BTreeMap<(usize, usize), CellId>,
}

impl Table {
    fn new(groups: &Groups, rows: &Rows, before: Before<'_>) -> Self {
        let mut table = Self { publication: Publication::default(), cells: BTreeMap::new() };
        // Which groups are told of which classes; of two groups of the same people one count is told.
        let mut told: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for group in (0..groups.count()).filter(|group| groups.is_shown(*group)) {
            told.entry(groups.classes_in(group)).or_default().push(group);
        }
        // By row and class. People of whom nothing is shown are in no sum.
        let mut single: BTreeMap<(usize, usize), CellId> = BTreeMap::new();
        for (place, class) in groups.classes().iter().enumerate().filter(|(_, class)| !class.groups.is_empty()) {
            let alone = told.remove(&vec![place]).unwrap_or_default();
            let count = |row: usize| class.kinds.iter().map(|kind| rows.count_of(row, *kind)).sum();
            for row in 0..rows.count() {
                let rank = u8::from(row >= rows.counts.len());
                single.insert((row, place), table.add((row, &alone), count(row), rank, before));
            }
            let size = table.publication.given(class.people);
            table.publication.sum(size, (0..rows.counts.len()).map(|row| single[&(row, place)]));
            table.subtotals(rows, |row| single[&(row, place)]);
        }
        for (classes, alike) in told.into_iter().filter(|(classes, _)| !classes.is_empty()) {
            for row in 0..rows.count() {
                let parts: Vec<CellId> = classes.iter().map(|class| single[&(row, *class)]).collect();
                let count = parts.iter().map(|part| table.publication.value(*part)).sum();
                let rank = 2 + u8::from(row >= rows.counts.len());
                let total = table.add((row, &alike), count, rank, before);
                table.publication.sum(total, parts);
            }
        }
        table.differences(groups, rows, &single);
        table
    }

    /// Small counts of people who are in two groups shown, or in one and not in the other. Nobody is told them; they are
    /// protected all the same.
    fn differences(&mut self, groups: &Groups, rows: &Rows, single: &BTreeMap<(usize, usize), CellId>) {
        let told: Vec<Vec<usize>> = (0..groups.count()).map(|group| groups.classes_in(group)).collect();
        let mut sets: BTreeSet<Vec<usize>> = BTreeSet::new();
        for (one, other) in told.iter().flat_map(|one| told.iter().map(move |other| (one, other))) {
            for both in [true, false] {
                sets.insert(one.iter().copied().filter(|class| other.contains(class) == both).collect());
            }
        }
        // One class is there already, and so is every group that is shown.
        for classes in sets.into_iter().filter(|set| set.len() > 1 && !told.contains(set)) {
            for row in 0..rows.count() {
                let parts: Vec<CellId> = classes.iter().map(|class| single[&(row, *class)]).collect();
                let count = parts.iter().map(|part| self.publication.value(*part)).sum();
                if groups.threshold().is_small(count) {
                    let total = self.publication.unpublished(count);
                    self.publication.sum(total, parts);
                }
            }
        }
    }

    /// The count of a row in some classes, which these groups tell.
    fn add(&mut self, (row, told_by): (usize, &[usize]), count: u64, rank: u8, before: Before<'_>) -> CellId {
        let earlier: Vec<bool> = told_by.iter().filter_map(|group| before(row, *group)).collect();
        let cell = match () {
            () if earlier.contains(&true) => self.publication.given(count),
            () if told_by.is_empty() || !earlier.is_empty() => self.publication.unpublished(count),
            () => self.publication.count(count, rank),
        };
        self.cells.extend(told_by.iter().map(|group| ((row, *group), cell)));
        cell
    }

    fn subtotals(&mut self, rows: &Rows, cell: impl Fn(usize) -> CellId) {
        for (place, parts) in rows.subtotals.iter().enumerate() {
            self.publication.sum(cell(rows.counts.len() + place), parts.iter().map(|part| cell(*part)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::groups::Kind;

    /// Everybody is group 0, and each column one of its own.
    fn protected(counts: &[&[u64]], subtotals: &[&[usize]], threshold: Threshold) -> Vec<Vec<Option<u64>>> {
        let columns = counts[0].len();
        let people = |column: usize| counts.iter().map(|row| row[column]).sum();
        let kind = |column: usize| Kind { groups: vec![0, column + 1], people: people(column) };
        let groups = Groups::new((0..columns).map(kind).collect(), columns + 1, &[], threshold);
        let rows = Rows {
            counts: counts.iter().map(|row| row.to_vec()).collect(),
            subtotals: subtotals.iter().map(|parts| parts.to_vec()).collect(),
        };
        let table = Crosstab::new(&groups, &rows, &|_, _| None).unwrap();
        (0..rows.count()).map(|row| (0..=columns).map(|group| table.shown(row, group)).collect()).collect()
    }

    #[test]
    fn of_two_rows_both_are_held_back() {
        let shown = protected(&[&[52], &[3]], &[], Threshold::Ten);
        assert_eq!(shown, [[None, None], [None, None]]);
        let shown = protected(&[&[42], &[13]], &[], Threshold::Ten);
        assert_eq!(shown, [[Some(42), Some(42)], [Some(13), Some(13)]]);
    }

    #[test]
    fn a_small_count_takes_a_square_with_it_and_totals_stay() {
        // The first section's three are held back, with what would give them away: a square of four.
        let shown = protected(&[&[3, 20, 30], &[27, 15, 40]], &[], Threshold::Ten);
        assert_eq!(shown[0], [Some(53), None, None, Some(30)]);
        assert_eq!(shown[1], [Some(82), None, None, Some(40)]);
    }

    #[test]
    fn levels_are_held_back_and_their_item_is_shown() {
        let shown = protected(&[&[4], &[30], &[20]], &[&[0, 1]], Threshold::Ten);
        assert_eq!(shown, [[None, None], [None, None], [Some(20), Some(20)], [Some(34), Some(34)]]);
    }

    #[test]
    fn a_zero_is_held_back_too() {
        let shown = protected(&[&[0], &[30], &[25]], &[], Threshold::Five);
        assert_eq!(shown[0][0], None);
        assert_eq!(shown.iter().flatten().filter(|cell| cell.is_none()).count(), 4);
    }

    #[test]
    fn what_ten_shows_five_shows_too() {
        let counts: [&[u64]; 2] = [&[3, 4, 8, 30], &[27, 25, 22, 40]];
        let (five, ten) = (protected(&counts, &[], Threshold::Five), protected(&counts, &[], Threshold::Ten));
        let pairs = five.iter().flatten().zip(ten.iter().flatten());
        assert!(pairs.clone().all(|(five, ten)| ten.is_none() || five == ten));
        assert!(pairs.clone().any(|(five, ten)| five.is_some() && ten.is_none()));
    }

    #[test]
    fn what_is_out_stays_out_and_what_came_since_is_protected() {
        // Forty people earlier, of whom thirty were shown to say yes; twelve came since, of whom eleven say yes.
        let kinds = vec![Kind { groups: vec![0, 1], people: 40 }, Kind { groups: vec![0], people: 12 }];
        let groups = Groups::new(kinds, 2, &[1], Threshold::Ten);
        let rows = Rows { counts: vec![vec![30, 11], vec![10, 1]], subtotals: Vec::new() };
        let before = |_: usize, group: usize| (group == 1).then_some(true);
        let table = Crosstab::new(&groups, &rows, &before).unwrap();
        assert_eq!([0, 1].map(|row| table.shown(row, 1)), [Some(30), Some(10)]);
        assert_eq!([0, 1].map(|row| table.shown(row, 0)), [None, None]);
    }
}
