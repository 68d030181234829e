//! Many amounts of money, equal ones together.

use basketry_domain::Money;

use crate::exact::mean;
use crate::{Exact, HashMap, Quartiles};

/// Amounts, ascending. Of a million baskets many spend the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// Each amount once, ascending, with how many there are up to it and of it.
    up_to: Vec<(Money, usize)>,
}

/// Amounts that are being counted.
#[derive(Default)]
pub(super) struct Counting(HashMap<i64, usize>);

impl Amounts {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.up_to.last().map_or(0, |(_, up_to)| *up_to)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.up_to.is_empty()
    }

    /// The smallest.
    pub fn first(&self) -> Option<&Money> {
        self.up_to.first().map(|(amount, _)| amount)
    }

    /// The largest.
    pub fn last(&self) -> Option<&Money> {
        self.up_to.last().map(|(amount, _)| amount)
    }

    /// The amounts, ascending, each as often as there are.
    pub fn iter(&self) -> impl Iterator<Item = Money> {
        self.different().flat_map(|(amount, times)| std::iter::repeat_n(amount, times))
    }

    /// How many are this amount.
    pub fn times(&self, amount: Money) -> usize {
        self.different().find(|(other, _)| *other == amount).map_or(0, |(_, times)| times)
    }

    /// The mean, in minor units; `None` when there are none.
    pub fn mean(&self) -> Option<Exact> {
        let sum = self.different().map(|(amount, times)| i128::from(amount.minor()) * i128::from(times as u64));
        mean(sum.sum(), self.len())
    }

    /// Median and quartiles, in minor units; `None` when there are none.
    pub fn quartiles(&self) -> Option<Quartiles> {
        Quartiles::of(self.len() as u64, |place| {
            let at = self.up_to.partition_point(|(_, up_to)| *up_to as u64 <= place);
            self.up_to.get(at).map(|(amount, _)| i128::from(amount.minor()))
        })
    }

    /// Each amount once, with how many there are.
    fn different(&self) -> impl Iterator<Item = (Money, usize)> {
        self.up_to.iter().scan(0, |before, (amount, up_to)| {
            let times = up_to - *before;
            *before = *up_to;
            Some((*amount, times))
        })
    }
}

impl Counting {
    pub(super) fn add(&mut self, amount: Money, times: usize) {
        *self.0.entry(amount.minor()).or_default() += times;
    }

    pub(super) fn done(self) -> Amounts {
        let mut up_to: Vec<(Money, usize)> =
            self.0.into_iter().map(|(amount, times)| (Money::from_minor(amount), times)).collect();
        up_to.sort_unstable();
        let mut sum = 0;
        for (_, times) in &mut up_to {
            sum += *times;
            *times = sum;
        }
        Amounts { up_to }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_a_sorted_list(amounts in prop::collection::vec(-3_i64..6, 0..40)) {
            let mut list: Vec<Money> = amounts.into_iter().map(Money::from_minor).collect();
            let mut counting = Counting::default();
            for amount in &list {
                counting.add(*amount, 1);
            }
            let counted = counting.done();
            list.sort_unstable();
            prop_assert!(counted.iter().eq(list.iter().copied()));
            prop_assert_eq!((counted.len(), counted.is_empty()), (list.len(), list.is_empty()));
            prop_assert_eq!((counted.first(), counted.last()), (list.first(), list.last()));
            prop_assert_eq!(counted.quartiles(), Quartiles::of_sorted(&list));
            let nothings = list.iter().filter(|amount| **amount == Money::ZERO).count();
            prop_assert_eq!(counted.times(Money::ZERO), nothings);
            let sum = list.iter().map(|amount| i128::from(amount.minor())).sum();
            prop_assert_eq!(counted.mean(), mean(sum, list.len()));
        }
    }
}
