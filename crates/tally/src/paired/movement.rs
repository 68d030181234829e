//! Which way persons moved, for words.

use std::cmp::Ordering;

use super::chance::BITS;
use super::{Chance, Split, holm};
use crate::{BigExact, Exact};

/// Which way persons moved. It says neither how far, nor whether for the better or the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// Nobody moved.
    None,
    /// Some moved, but chance alone would often do as much.
    NoClearChange,
    /// Clearly more went up than down.
    Up,
    /// Clearly more went down than up.
    Down,
}

/// Which way persons moved in each of several respects, in the order given. A movement is clear when its chance,
/// raised by [`holm`], is at most `alpha`; a respect in which nobody moved counts as one of the tests all the same,
/// for what is asked is settled beforehand.
///
/// Exact for any number of persons. Bounds that cannot tell are drawn closer; in the end every chance is counted
/// exactly, which takes long for very many persons, but is needed only when `alpha` and a chance are the same in more
/// places than anybody writes.
pub fn movements(splits: &[Split], alpha: Exact) -> Vec<Movement> {
    let alpha = BigExact::new((*alpha.numer()).into(), (*alpha.denom()).into());
    splits.iter().zip(clear(splits, &alpha, BITS)).map(|(split, clear)| movement(*split, clear)).collect()
}

fn movement(split: Split, clear: bool) -> Movement {
    match split.up.cmp(&split.down) {
        _ if split.moved() == 0 => Movement::None,
        Ordering::Greater if clear => Movement::Up,
        Ordering::Less if clear => Movement::Down,
        _ => Movement::NoClearChange,
    }
}

fn clear(splits: &[Split], alpha: &BigExact, mut bits: usize) -> Vec<bool> {
    loop {
        let chances: Vec<Chance> = splits.iter().map(|split| split.chance_within(bits)).collect();
        // As soon as there are as many bits as persons, nothing is left open.
        if let Some(clear) = holm(&chances).iter().map(|chance| chance.is_at_most(alpha)).collect() {
            return clear;
        }
        bits *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use num_traits::One;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// More persons than are counted exactly at first, and levels that only an exact count can tell from a chance.
        #[test]
        fn bounds_are_drawn_closer_until_they_tell(moved in 150_usize..600, less in 12_usize..70, bits in 1_usize..64) {
            let down = moved / 2 - less;
            let split = Split { up: moved - down, down };
            let exact = split.chance_within(moved).exact().unwrap().clone();
            let least = BigExact::new(BigInt::one(), BigInt::one() << moved);
            prop_assert_eq!(clear(&[split], &exact, bits), [true]);
            prop_assert_eq!(clear(&[split], &(&exact - &least), bits), [false]);
            prop_assert_eq!(clear(&[split; 2], &(&exact + &exact), bits), [true; 2]);
            prop_assert_eq!(clear(&[split; 2], &(&exact + &exact - least), bits), [false; 2]);
        }
    }
}
