//! Draws from a seed.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Draws. The same seed gives the same ones everywhere.
#[derive(Debug)]
pub(crate) struct Draw(Xoshiro256PlusPlus);

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A number below `end`, as evenly as a benchmark needs.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0.next_u64() % end
    }

    /// Whether it is one time in `times`.
    pub(crate) fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// A place, by the sums of weights up to each.
    pub(crate) fn weighted(&mut self, sums: &[u64]) -> usize {
        let at = self.below(sums.last().copied().unwrap_or(1));
        sums.partition_point(|sum| *sum <= at)
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}

/// For as many places as there are, the sums of weights that fall as one over the place: a few are drawn often, most
/// rarely.
pub(crate) fn falling(places: u64) -> Vec<u64> {
    let weights = (0..places).scan(0, |sum, place| {
        *sum += 1_000_000 / (place + 10);
        Some(*sum)
    });
    weights.collect()
}
