//! How many baskets hold each item, and at which level.

use basketry_domain::{Basket, Item, ItemId, Voter};

use crate::View;

/// How many baskets hold each item. Persons and tables are counted apart.
///
/// Every basket counts, also one that breaks a rule; to leave those out, filter the view first. A level the item
/// does not have counts as not holding it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Whose baskets.
    pub voter: Voter,
    /// How many baskets there are; the base.
    pub baskets: usize,
    /// How many of them break a rule.
    pub faulty: usize,
    /// Every item, in the file's order.
    pub items: Vec<ItemShare>,
}

/// How many baskets hold one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemShare {
    /// The item.
    pub item: ItemId,
    /// How many hold it at each level, the first level first.
    pub levels: Vec<usize>,
}

impl ItemShare {
    /// How many hold it at any level.
    pub fn holds(&self) -> usize {
        self.levels.iter().sum()
    }

    /// The levels most baskets hold it at, counted from 1; several when they tie, none when nobody holds it.
    pub fn usual_levels(&self) -> Vec<u8> {
        let most = self.levels.iter().copied().max().unwrap_or(0);
        let numbered = (1_u8..).zip(&self.levels);
        numbered.filter(|(_, count)| **count == most && most > 0).map(|(level, _)| level).collect()
    }
}

impl View<'_> {
    /// How many baskets of persons, or of tables, hold each item.
    pub fn shares(&self, voter: Voter) -> Shares {
        let baskets: Vec<&Basket> = self.baskets(voter).map(|(_, basket)| basket).collect();
        let share = |item: &Item| {
            let at = |level| baskets.iter().filter(|basket| basket.level(&item.id) == Some(level)).count();
            ItemShare {
                item: item.id.clone(),
                levels: (1_u8..).zip(&item.levels).map(|(level, _)| at(level)).collect(),
            }
        };
        let faulty = self.baskets(voter).filter(|(counted, _)| counted.basket_is_faulty()).count();
        let items = self.consultation().items.iter().map(share).collect();
        Shares { voter, baskets: baskets.len(), faulty, items }
    }
}
