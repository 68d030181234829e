//! Drawing with replacement, the same on every machine.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

/// What is drawn from: groups of equals.
///
/// The generator is xoshiro256++ (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021), begun
/// with `SplitMix64`. It is only ever asked for 64 bits.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    generator: Xoshiro256PlusPlus,
    /// For each one there is, the group it is in.
    groups: Vec<u32>,
}

impl Draw {
    /// Groups by number, each with how many are in it. Their order decides what is drawn.
    pub(super) fn new(seed: u64, groups: impl IntoIterator<Item = (u32, u64)>) -> Self {
        let each = groups.into_iter().flat_map(|(group, times)| (0..times).map(move |_| group));
        Self { generator: Xoshiro256PlusPlus::seed_from_u64(seed), groups: each.collect() }
    }

    /// How many there are, which is how many a round draws.
    pub(super) fn size(&self) -> usize {
        self.groups.len()
    }

    /// Draws as many as there are, and tells the group of each.
    pub(super) fn round(&mut self, mut each: impl FnMut(u32)) {
        for _ in 0..self.groups.len() {
            each(self.one());
        }
    }

    fn one(&mut self) -> u32 {
        let all = self.groups.len() as u64;
        loop {
            let found = below(self.generator.next_u64(), all).and_then(|at| usize::try_from(at).ok());
            if let Some(group) = found.and_then(|at| self.groups.get(at)) {
                return *group;
            }
        }
    }
}

/// A number below `all` out of 64 bits, each equally often; `None` for the few bits that are too many for that.
/// Lemire, "Fast Random Integer Generation in an Interval" (2019).
fn below(bits: u64, all: u64) -> Option<u64> {
    let (low, high) = bits.carrying_mul(all, 0);
    // The rest is less than `all`, so it is seldom needed.
    let even = low >= all || low >= all.wrapping_neg() % all;
    even.then_some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(seed: u64, groups: &[(u32, u64)], rounds: usize) -> Vec<u32> {
        let mut draw = Draw::new(seed, groups.iter().copied());
        let mut all = Vec::new();
        for _ in 0..rounds {
            draw.round(|group| all.push(group));
        }
        all
    }

    /// Worked out apart, after the authors' `splitmix64.c` and `xoshiro256plusplus.c`.
    #[test]
    fn what_is_drawn_never_changes() {
        assert_eq!(
            drawn(0, &[(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)], 4),
            [1, 1, 1, 0, 2, 0, 4, 4, 1, 0, 1, 0, 0, 0, 0, 2, 3, 0, 1, 2]
        );
        assert_eq!(drawn(u64::MAX, &[(7, 2), (3, 1)], 4), [7, 3, 3, 7, 7, 7, 3, 7, 7, 3, 7, 7]);
        assert_eq!(drawn(1, &[], 3), []);
    }

    #[test]
    fn the_rest_is_drawn_again() {
        // 2^64 is one more than a multiple of 3, so one is too many.
        assert_eq!([below(0, 3), below(1, 3), below(u64::MAX, 3)], [None, Some(0), Some(2)]);
        assert_eq!([below(0, 4), below(1 << 62, 4), below(u64::MAX, 4)], [Some(0), Some(1), Some(3)]);
        // There are not two for each, so that each is left with one.
        let most = (1 << 63) + 1;
        assert_eq!([0, 1, 2, 3].map(|bits| below(bits, most)), [None, Some(0), None, Some(1)]);
    }

    #[test]
    fn each_is_drawn_about_as_often() {
        let mut times = [0_u32; 3];
        for group in drawn(11, &[(0, 1), (1, 3), (2, 6)], 3_000) {
            times[group as usize] += 1;
        }
        // Four standard deviations of 30,000 draws are 208, 317 and 339.
        let expected = [(3_000, 208), (9_000, 317), (18_000, 339)];
        for (times, (mean, far)) in times.into_iter().zip(expected) {
            assert!(times.abs_diff(mean) <= far, "{times} of about {mean}");
        }
    }
}
