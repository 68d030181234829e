//! Several tests at once.

use num_traits::{One, Zero};

use super::Chance;
use crate::BigExact;

/// The chances of several tests, each raised so that all may be held against one level: then the chance that any of
/// them is taken for a movement by mistake is no larger than that level. In the order given.
///
/// Holm, "A Simple Sequentially Rejective Multiple Test Procedure" (1979): the smallest of `m` is taken `m` times, the
/// next `m - 1` times and so on, none smaller than the one before and none above 1.
///
/// Put otherwise, each becomes the largest number of tests, itself among them, times the smallest chance of these:
/// this only rises when chances rise. Hence bounds of the chances give bounds of what they are raised to.
pub fn holm(chances: &[Chance]) -> Vec<Chance> {
    let low = raised(&chances.iter().map(|chance| &chance.at_least).collect::<Vec<_>>());
    let high = raised(&chances.iter().map(|chance| &chance.at_most).collect::<Vec<_>>());
    low.into_iter().zip(high).map(|(at_least, at_most)| Chance { at_least, at_most }).collect()
}

fn raised(chances: &[&BigExact]) -> Vec<BigExact> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by_key(|place| chances[*place]);
    let mut result = vec![BigExact::one(); chances.len()];
    let mut before = BigExact::zero();
    for (smaller, place) in order.into_iter().enumerate() {
        let times = BigExact::from_integer((chances.len() - smaller).into());
        before = before.max(chances[place] * times).min(BigExact::one());
        result[place] = before.clone();
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hundredths(chances: &[u8]) -> Vec<Chance> {
        let exact = |chance: &u8| BigExact::new((*chance).into(), 100.into());
        chances.iter().map(|chance| Chance { at_least: exact(chance), at_most: exact(chance) }).collect()
    }

    #[test]
    fn worked_by_hand() {
        // 4 times 1, 3 times 2, 2 times 4 and 3 again: raised to 8, the one before.
        assert_eq!(holm(&hundredths(&[4, 1, 2, 4])), hundredths(&[8, 4, 6, 8]));
        // 3 times 1, 2 times 40, and no chance is above 1.
        assert_eq!(holm(&hundredths(&[90, 1, 40])), hundredths(&[90, 3, 80]));
        assert_eq!(holm(&hundredths(&[60, 60])), hundredths(&[100, 100]));
        assert_eq!(holm(&[]), []);
    }

    /// The closed test by Marcus, Peritz and Gabriel (1976), set by set.
    fn over_all_sets(chances: &[u8]) -> Vec<u8> {
        let tests = chances.len();
        let sets = || (1_usize..1 << tests).map(|set| (0..tests).filter(move |test| set >> test & 1 == 1));
        let of_set = |set: Vec<usize>| set.iter().map(|test| chances[*test]).min().unwrap() as usize * set.len();
        let of_test = |test: usize| {
            let with = sets().map(Iterator::collect::<Vec<_>>).filter(|set| set.contains(&test));
            with.map(of_set).max().unwrap().min(100).try_into().unwrap()
        };
        (0..tests).map(of_test).collect()
    }

    proptest! {
        #[test]
        fn it_is_the_closed_test(chances in prop::collection::vec(0_u8..=100, 0..7)) {
            prop_assert_eq!(holm(&hundredths(&chances)), hundredths(&over_all_sets(&chances)));
        }

        #[test]
        fn bounds_stay_bounds(chances in prop::collection::vec((0_u8..=100, 0_u8..9, 0_u8..9), 0..7)) {
            let of = |chance: fn(&(u8, u8, u8)) -> u8| holm(&hundredths(&chances.iter().map(chance).collect::<Vec<_>>()));
            let (low, exact) = (of(|(chance, less, _)| chance.saturating_sub(*less)), of(|(chance, ..)| *chance));
            let high = of(|(chance, _, more)| (chance + more).min(100));
            let bounded: Vec<Chance> = hundredths(&chances.iter().map(|(chance, ..)| *chance).collect::<Vec<_>>())
                .into_iter()
                .zip(&chances)
                .map(|(chance, (_, less, more))| Chance {
                    at_least: (&chance.at_least - BigExact::new((*less).into(), 100.into())).max(BigExact::zero()),
                    at_most: (&chance.at_most + BigExact::new((*more).into(), 100.into())).min(BigExact::one()),
                })
                .collect();
            for (place, bounds) in holm(&bounded).into_iter().enumerate() {
                prop_assert_eq!((&bounds.at_least, &bounds.at_most), (&low[place].at_least, &high[place].at_most));
                prop_assert!(bounds.at_least <= exact[place].at_least && exact[place].at_most <= bounds.at_most);
            }
        }
    }
}
