//! Table baskets side by side.

use basketry_domain::{BallotId, ItemId, Money, Voter, WorkshopId};

use crate::{Counted, GivenBasket, HashMap, View};

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

impl<'a> View<'a> {
    /// The table baskets side by side.
    pub fn tables(&self) -> Tables {
        let consultation = self.consultation();
        let live_with = self.live_with();
        let column = |counted: Counted<'_>, basket: GivenBasket<'_>| {
            let mut levels = vec![None; consultation.items.len()];
            basket.choices().for_each(|(item, level)| levels[item] = Some(level));
            let cost = basket.choices().filter_map(|(item, level)| consultation.items[item].cost(level)).sum();
            let at = counted.workshop().zip(counted.table());
            TableColumn {
                ballot: counted.id(),
                workshop: counted.workshop().cloned(),
                table: counted.table(),
                levels,
                cost,
                left: consultation.budget.amount - cost,
                faulty: counted.basket_is_faulty(),
                dissent: counted.ballot().dissent,
                live_with: at.and_then(|at| live_with.get(&at)).copied().unwrap_or_default(),
            }
        };
        let mut tables: Vec<TableColumn> =
            self.baskets(Voter::Table).map(|(counted, basket)| column(counted, basket)).collect();
        let place = |column: &TableColumn| (column.workshop.clone(), column.table, column.ballot);
        tables.sort_by_key(place);
        Tables { items: self.item_ids(), tables }
    }

    /// By workshop and table, what its persons say.
    fn live_with(&self) -> HashMap<(&'a WorkshopId, u16), LiveWith> {
        let mut by_table: HashMap<_, LiveWith> = HashMap::default();
        for person in self.given_by(Voter::Person) {
            if let Some(at) = person.workshop().zip(person.table()) {
                let says = by_table.entry(at).or_default();
                match person.live_with() {
                    Some(score) => says.scores[usize::from(score.get()) - 1] += 1,
                    None => says.silent += 1,
                }
            }
        }
        by_table
    }
}
