//! Which tables' baskets are shown.

use std::collections::BTreeSet;

use basketry_disclosure::Threshold;
use basketry_domain::{BallotId, Voter};
use basketry_tally::{Counted, View};

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
    pub(crate) fn new(whole: &View<'_>, threshold: Threshold) -> Self {
        let people = whole.people_at_tables();
        let tables = whole.ballots().filter(|counted| counted.voter() == Voter::Table);
        let large = tables.filter(|counted| {
            let people = counted.workshop().zip(counted.table()).and_then(|known| people.get(&known));
            people.is_some_and(|people| !threshold.is_small(number(*people)))
        });
        let large: BTreeSet<BallotId> = large.map(Counted::id).collect();
        let tables = whole.shares(Voter::Table).baskets;
        let together = large.is_empty().then(|| {
            // Tables are counted as people are.
            let shares = [whole.sound().shares(Voter::Table)];
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
