//! Table baskets side by side.

use basketry_domain::{BallotId, Item, ItemId, Money, Voter, WorkshopId};

use crate::{Counted, View};

/// A matrix of items and table baskets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// The rows: every item, in the file's order.
    pub items: Vec<ItemId>,
    /// The columns: every table basket, by workshop and table, then by ballot id.
    pub tables: Vec<TableColumn>,
}

/// One table's basket, and what its people think of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// The table's ballot.
    pub ballot: BallotId,
    /// Its workshop, where known.
    pub workshop: Option<WorkshopId>,
    /// Its number in the workshop, where known.
    pub table: Option<u16>,
    /// The level of each item, in the order of [`Tables::items`]; `None` when it is not in the basket.
    pub levels: Vec<Option<u8>>,
    /// What it costs.
    pub cost: Money,
    /// What it leaves; negative when it is over the budget.
    pub left: Money,
    /// Whether the basket breaks a rule.
    pub faulty: bool,
    /// Who at the table sees it differently, in their words.
    pub dissent: Vec<String>,
    /// What the persons of this workshop and table say. Nobody when the table's number is not known.
    pub live_with: LiveWith,
}

/// Whether people could live with their table's basket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LiveWith {
    /// How many persons gave each score, 1 first.
    pub scores: [usize; 5],
    /// How many persons of the table gave none.
    pub silent: usize,
}

impl LiveWith {
    /// How many gave a score.
    pub fn given(&self) -> usize {
        self.scores.iter().sum()
    }
}

impl View<'_> {
    /// The table baskets side by side.
    pub fn tables(&self) -> Tables {
        let consultation = self.consultation();
        let level = |item: &Item, level: u8| item.cost(level).map(|_| level);
        let column = |counted: &Counted, basket: &basketry_domain::Basket| TableColumn {
            ballot: counted.ballot.id,
            workshop: counted.ballot.workshop.clone(),
            table: counted.ballot.table,
            levels: consultation
                .items
                .iter()
                .map(|item| basket.level(&item.id).and_then(|given| level(item, given)))
                .collect(),
            cost: basket.cost(consultation),
            left: basket.left(consultation),
            faulty: counted.basket_is_faulty(),
            dissent: counted.ballot.dissent.clone(),
            live_with: self.live_with(counted),
        };
        let mut tables: Vec<TableColumn> =
            self.baskets(Voter::Table).map(|(counted, basket)| column(counted, basket)).collect();
        let place = |column: &TableColumn| (column.workshop.clone(), column.table, column.ballot);
        tables.sort_by_key(place);
        Tables { items: consultation.items.iter().map(|item| item.id.clone()).collect(), tables }
    }

    fn live_with(&self, table: &Counted) -> LiveWith {
        let table = &table.ballot;
        let mut result = LiveWith::default();
        let known = table.workshop.is_some() && table.table.is_some();
        let ballots = self.ballots().iter().map(|counted| &counted.ballot).filter(|_| known);
        let persons = ballots.filter(|ballot| ballot.voter == Voter::Person);
        for person in persons.filter(|person| person.workshop == table.workshop && person.table == table.table) {
            match person.closing.live_with {
                Some(score) => result.scores[usize::from(score.get()) - 1] += 1,
                None => result.silent += 1,
            }
        }
        result
    }
}
