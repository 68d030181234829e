//! Which tables' baskets are shown.

use std::collections::{BTreeMap, BTreeSet};

use basketry_disclosure::Threshold;
use basketry_domain::{BallotId, Voter};
use basketry_tally::View;

use super::base::{Base, number};
use super::items::ItemCounts;

/// A table's basket is what the people at it chose: it is shown where they are enough.
pub(crate) struct TableBaskets {
    /// The ballots of tables with enough people.
    large: BTreeSet<BallotId>,
    /// Whether that is all tables.
    pub(crate) all: bool,
    /// Where no table is shown by itself: how many tables' baskets that keep the rules hold each item.
    pub(crate) together: Option<Vec<ItemCounts>>,
}

impl TableBaskets {
    pub(crate) fn new(whole: &View<'_>, sound: &View<'_>, threshold: Threshold) -> Self {
        let mut people: BTreeMap<_, u64> = BTreeMap::new();
        let ballots = || whole.ballots().iter().map(|counted| &counted.ballot);
        for ballot in ballots().filter(|ballot| ballot.voter == Voter::Person) {
            if let (Some(workshop), Some(table)) = (&ballot.workshop, ballot.table) {
                *people.entry((workshop, table)).or_default() += 1;
            }
        }
        let at = |workshop, table| people.get(&(workshop, table)).copied().unwrap_or(0);
        let large: BTreeSet<BallotId> = ballots()
            .filter(|ballot| ballot.voter == Voter::Table)
            .filter(|ballot| {
                let known = ballot.workshop.as_ref().zip(ballot.table);
                known.is_some_and(|(workshop, table)| !threshold.is_small(at(workshop, table)))
            })
            .map(|ballot| ballot.id)
            .collect();
        let tables = whole.baskets(Voter::Table).count();
        let together = large.is_empty().then(|| {
            // Tables are counted as people are.
            let shares = [sound.shares(Voter::Table)];
            let base = Base::new(shares.iter().map(|shares| shares.baskets), threshold);
            base.shows(super::EVERYBODY).then(|| ItemCounts::all(&base, &shares))
        });
        Self { all: number(tables) == number(large.len()), together: together.flatten(), large }
    }

    /// Whether a table's basket is shown by itself.
    pub(crate) fn shows(&self, table: &BallotId) -> bool {
        self.large.contains(table)
    }
}
