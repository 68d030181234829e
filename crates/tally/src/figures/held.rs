//! Which items baskets hold, equal baskets together.

use basketry_domain::{ItemId, Voter};

use crate::{GivenBasket, View};

/// The items a basket holds, at whichever level. A level the item does not have counts as not holding it.
///
/// Of two that differ, the one comes first that does not hold the first item, in the file's order, they differ in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held(
    /// A bit for each item, the first item highest.
    Vec<u64>,
);

impl Held {
    /// `items` is how many there are in the file.
    fn new(items: usize, basket: GivenBasket<'_>) -> Self {
        let mut words = vec![0; items.div_ceil(64)];
        basket.choices().for_each(|(item, _)| words[item / 64] |= 1 << (63 - item % 64));
        Self(words)
    }

    /// Whether each item is held, in the file's order.
    #[cfg(test)]
    pub(super) fn of(holds: impl Iterator<Item = bool>) -> Self {
        let mut words = Vec::new();
        for (at, holds) in holds.enumerate() {
            if at % 64 == 0 {
                words.push(0);
            }
            if let Some(word) = words.last_mut().filter(|_| holds) {
                *word |= 1 << (63 - at % 64);
            }
        }
        Self(words)
    }

    /// Whether it holds an item, by where that stands in the file.
    pub(super) fn has(&self, item: usize) -> bool {
        self.0.get(item / 64).is_some_and(|word| word >> (63 - item % 64) & 1 == 1)
    }

    /// How many items one of the two holds and the other does not (Hamming, 1950).
    pub(super) fn apart(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(one, other)| (one ^ other).count_ones()).sum()
    }

    /// As far apart as baskets over as many items can be, or further.
    pub(super) fn farthest(&self) -> u32 {
        self.0.iter().map(|_| u64::BITS).sum()
    }
}

impl View<'_> {
    /// The different baskets of persons, or of tables, by what they hold, each with how many there are; in order.
    pub(super) fn held(&self, voter: Voter) -> Vec<(Held, usize)> {
        let items = self.consultation().items.len();
        let different = self.different_baskets(voter).map(|(basket, times)| (Held::new(items, basket), times));
        let mut held: Vec<(Held, usize)> = different.collect();
        held.sort_unstable();
        held.dedup_by(|next, one| {
            let same = next.0 == one.0;
            one.1 += if same { next.1 } else { 0 };
            same
        });
        held
    }

    /// How many baskets of persons, or of tables, break a rule.
    pub(super) fn faulty(&self, voter: Voter) -> usize {
        self.different_baskets(voter).filter(|(basket, _)| basket.is_faulty()).map(|(_, times)| times).sum()
    }

    /// Every item, in the file's order.
    pub(super) fn item_ids(&self) -> Vec<ItemId> {
        self.consultation().items.iter().map(|item| item.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn held(holds: &[bool]) -> Held {
        Held::of(holds.iter().copied())
    }

    proptest! {
        #[test]
        fn as_a_list_of_yes_and_no(pairs in prop::collection::vec(any::<(bool, bool)>(), 0..150)) {
            let (one, other): (Vec<bool>, Vec<bool>) = pairs.into_iter().unzip();
            prop_assert_eq!(held(&one).cmp(&held(&other)), one.cmp(&other));
            let apart = one.iter().zip(&other).filter(|(one, other)| one != other).count();
            prop_assert_eq!(held(&one).apart(&held(&other)) as usize, apart);
            prop_assert!(one.len() <= held(&one).farthest() as usize);
            for (at, holds) in one.iter().enumerate() {
                prop_assert_eq!(held(&one).has(at), *holds);
            }
        }
    }
}
