//! Who is behind a figure, by section.

use basketry_disclosure::{Crosstab, Groups, Kind, Rows, Threshold};

/// The group of all.
pub(crate) const EVERYBODY: usize = 0;

/// The group of a section by its place in the file; the one after the last is of those of whom no section is known.
pub(crate) fn of_section(place: usize) -> usize {
    place + 1
}

/// People by section.
pub(crate) struct Base {
    groups: Groups,
}

impl Base {
    /// How many people there are in each section, and last in none.
    pub(crate) fn new(sizes: impl Iterator<Item = usize>, threshold: Threshold) -> Self {
        let kind = |(place, people)| Kind { groups: vec![EVERYBODY, of_section(place)], people: number(people) };
        let kinds: Vec<Kind> = sizes.enumerate().map(kind).collect();
        let count = kinds.len() + 1;
        Self { groups: Groups::new(kinds, count, &[], threshold) }
    }

    pub(crate) fn shows(&self, group: usize) -> bool {
        self.groups.is_shown(group)
    }

    /// Whether there is nobody at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.groups.kinds().iter().all(|kind| kind.people == 0)
    }

    /// How many groups there are: everybody, the sections, and those of none.
    pub(crate) fn count(&self) -> usize {
        self.groups.count()
    }

    /// The size of a group.
    pub(crate) fn size(&self, group: usize) -> u64 {
        self.groups.kinds().iter().filter(|kind| kind.groups.contains(&group)).map(|kind| kind.people).sum()
    }

    /// A table over these people; nothing of it is shown if it cannot be protected.
    pub(crate) fn table(&self, rows: &Rows) -> Option<Crosstab> {
        Crosstab::new(&self.groups, rows, &|_, _| None).ok()
    }

    pub(crate) fn threshold(&self) -> Threshold {
        self.groups.threshold()
    }

    pub(crate) fn median_allowed(&self, group: usize) -> bool {
        self.shows(group) && self.groups.threshold().median_allowed(self.size(group))
    }

    pub(crate) fn quartiles_allowed(&self, group: usize) -> bool {
        self.shows(group) && self.groups.threshold().quartiles_allowed(self.size(group))
    }
}

pub(crate) fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
