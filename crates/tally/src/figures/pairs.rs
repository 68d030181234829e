//! Which items go together.

use std::cmp::Reverse;

use basketry_domain::{ItemId, Voter};

use crate::exact::share;
use crate::{Exact, View};

/// How many baskets hold both items of every pair. Persons and tables are counted apart.
///
/// Every basket counts, also one that breaks a rule; to leave those out, filter the view first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs {
    /// Whose baskets.
    pub voter: Voter,
    /// How many baskets there are; the base.
    pub baskets: usize,
    /// How many of them break a rule.
    pub faulty: usize,
    /// Every pair once, in the file's order of the first and then of the second.
    pub pairs: Vec<Pair>,
}

/// How often two items go together. Which of them is the first changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The two items, in the file's order.
    pub items: [ItemId; 2],
    /// How many baskets hold each, at any level.
    pub holds: [usize; 2],
    /// How many hold both.
    pub both: usize,
    /// How many baskets there are; the base.
    pub baskets: usize,
}

impl Pairs {
    /// Two items, in either order; `None` when they are the same or one is not there.
    pub fn pair(&self, one: &ItemId, other: &ItemId) -> Option<&Pair> {
        self.pairs.iter().find(|pair| one != other && pair.items.contains(one) && pair.items.contains(other))
    }

    /// The pairs that some basket holds either of, those that go together most first: by Jaccard index, of equals the
    /// first in the file's order.
    pub fn closest(&self) -> Vec<&Pair> {
        let with_index = self.pairs.iter().filter_map(|pair| Some((pair.jaccard()?, pair)));
        let mut pairs: Vec<(Exact, &Pair)> = with_index.collect();
        pairs.sort_by_key(|(index, _)| Reverse(*index));
        pairs.into_iter().map(|(_, pair)| pair).collect()
    }
}

impl Pair {
    /// Of the baskets that hold either, the share that holds both (Jaccard, 1901): 0 when they are never together, 1
    /// when always. `None` when nobody holds either.
    pub fn jaccard(&self) -> Option<Exact> {
        share(self.both, self.holds[0] + self.holds[1] - self.both)
    }

    /// How many times as often they go together as if one had nothing to do with the other: over 1 when who holds one
    /// is more likely to hold the other. `None` when nobody holds one of them.
    pub fn lift(&self) -> Option<Exact> {
        Some(share(self.both, self.holds[0])? * share(self.baskets, self.holds[1])?)
    }
}

impl View<'_> {
    /// How often the items go together in the baskets of persons, or of tables.
    pub fn pairs(&self, voter: Voter) -> Pairs {
        let (items, mut baskets, mut inside) = (self.item_ids(), 0, Vec::new());
        // By first and second item; an item with itself is how many hold it.
        let mut both = vec![vec![0; items.len()]; items.len()];
        for (basket, times) in self.different_baskets(voter) {
            baskets += times;
            inside.clear();
            inside.extend(basket.choices().map(|(item, _)| item));
            inside.sort_unstable();
            for (at, first) in inside.iter().enumerate() {
                for second in &inside[at..] {
                    both[*first][*second] += times;
                }
            }
        }
        let pair = |first: usize, second: usize| Pair {
            items: [first, second].map(|item| items[item].clone()),
            holds: [first, second].map(|item| both[item][item]),
            both: both[first][second],
            baskets,
        };
        let all = (0..items.len()).flat_map(|first| (first + 1..items.len()).map(move |second| (first, second)));
        let pairs = all.map(|(first, second)| pair(first, second)).collect();
        Pairs { voter, baskets, faulty: self.faulty(voter), pairs }
    }
}
