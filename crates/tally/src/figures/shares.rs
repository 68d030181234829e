//! How many baskets hold each item, and at which level.

use basketry_domain::{Item, ItemId, Voter};

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
        self.found().of(voter).shares.get_or_init(|| self.count_shares(voter)).clone()
    }

    fn count_shares(&self, voter: Voter) -> Shares {
        let empty = |item: &Item| ItemShare { item: item.id.clone(), levels: vec![0; item.levels.len()] };
        let mut items: Vec<ItemShare> = self.consultation().items.iter().map(empty).collect();
        let (mut baskets, mut faulty) = (0, 0);
        for (basket, times) in self.different_baskets(voter) {
            baskets += times;
            faulty += if basket.is_faulty() { times } else { 0 };
            for (item, level) in basket.choices() {
                items[item].levels[usize::from(level) - 1] += times;
            }
        }
        Shares { voter, baskets, faulty, items }
    }
}
