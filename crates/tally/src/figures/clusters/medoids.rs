//! Partitioning around medoids, with the swaps found as in "Faster k-Medoids Clustering" (Schubert and Rousseeuw, 2019):
//! the same swaps as looking at each by itself, with one pass over the baskets for all medoids.
//!
//! Distances and numbers of baskets are whole, so every swap brings all baskets together closer by one at least, and
//! there is an end. Ties go to the smallest basket.

use super::super::held::Held;

pub(super) struct Medoids<'a> {
    /// The different baskets, in order, each with how many there are.
    held: &'a [(Held, usize)],
    /// Which of them are the medoids, ascending.
    chosen: Vec<usize>,
    /// By basket.
    near: Vec<Near>,
    /// Further than any two baskets are apart.
    far: i64,
}

/// The medoid nearest to a basket.
#[derive(Clone, Copy)]
struct Near {
    /// By where it stands among the chosen.
    medoid: usize,
    distance: i64,
    /// The distance of the second nearest; `far` when there is none.
    second: i64,
}

/// One medoid for another, and by how much that changes the distance of all baskets together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Swap {
    change: i64,
    /// The basket that becomes a medoid.
    to: usize,
    /// By where it stands among the chosen.
    from: usize,
}

impl<'a> Medoids<'a> {
    /// As many medoids as asked for, or as there are baskets.
    pub(super) fn find(held: &'a [(Held, usize)], so_many: usize) -> Self {
        let mut medoids = Self::start(held, so_many);
        while medoids.swap().is_some() {}
        medoids
    }

    /// The medoids, ascending.
    pub(super) fn chosen(&self) -> &[usize] {
        &self.chosen
    }

    /// By basket: its medoid, by where that stands among the chosen. Of equally near ones the smallest.
    pub(super) fn nearest(&self) -> impl Iterator<Item = usize> {
        self.near.iter().map(|near| near.medoid)
    }

    /// One after the other the basket that brings all together closest to a medoid.
    fn start(held: &'a [(Held, usize)], so_many: usize) -> Self {
        let far = held.first().map_or(0, |(basket, _)| i64::from(basket.farthest())) + 1;
        let nowhere = Near { medoid: 0, distance: far, second: far };
        let mut medoids = Self { held, chosen: Vec::new(), near: vec![nowhere; held.len()], far };
        for _ in 0..so_many.min(held.len()) {
            let closer = |to: usize| -> i64 {
                let gain = |at: usize| (medoids.near[at].distance - medoids.distance(at, to)).max(0);
                (0..held.len()).map(|at| medoids.times(at) * gain(at)).sum()
            };
            // Two different baskets are apart, so that a medoid is never the best again. The first of equals is taken.
            let best = (0..held.len()).min_by_key(|to| -closer(*to));
            medoids.chosen.extend(best);
            medoids.assign();
        }
        medoids
    }

    /// The best swap there is, made; `None` when none brings the baskets closer.
    fn swap(&mut self) -> Option<Swap> {
        let open = (0..self.held.len()).filter(|at| self.chosen.binary_search(at).is_err());
        let loss = self.loss();
        let best = open.filter_map(|to| self.best_for(to, &loss)).min().filter(|swap| swap.change < 0)?;
        self.chosen[best.from] = best.to;
        self.assign();
        Some(best)
    }

    /// By medoid: how much further all baskets were without it.
    fn loss(&self) -> Vec<i64> {
        let mut loss = vec![0; self.chosen.len()];
        for (at, near) in self.near.iter().enumerate() {
            loss[near.medoid] += self.times(at) * (near.second - near.distance);
        }
        loss
    }

    /// The best medoid to swap for `to`.
    fn best_for(&self, to: usize, loss: &[i64]) -> Option<Swap> {
        let (mut changes, mut all) = (loss.to_vec(), 0);
        for (at, near) in self.near.iter().enumerate() {
            let (distance, times) = (self.distance(at, to), self.times(at));
            if distance < near.distance {
                // Goes there whichever is swapped, also when its own is.
                all += times * (distance - near.distance);
                changes[near.medoid] += times * (near.distance - near.second);
            } else if distance < near.second {
                changes[near.medoid] += times * (distance - near.second);
            }
        }
        let swaps = changes.into_iter().enumerate().map(|(from, change)| Swap { change: change + all, to, from });
        swaps.min()
    }

    /// Puts the medoids in order and every basket to the nearest.
    fn assign(&mut self) {
        self.chosen.sort_unstable();
        for at in 0..self.near.len() {
            let mut near = Near { medoid: 0, distance: self.far, second: self.far };
            for (medoid, to) in self.chosen.iter().enumerate() {
                let distance = self.distance(at, *to);
                if distance < near.distance {
                    near = Near { medoid, distance, second: near.distance };
                } else {
                    near.second = near.second.min(distance);
                }
            }
            self.near[at] = near;
        }
    }

    fn distance(&self, one: usize, other: usize) -> i64 {
        i64::from(self.held[one].0.apart(&self.held[other].0))
    }

    fn times(&self, at: usize) -> i64 {
        // There are never so many baskets.
        i64::try_from(self.held[at].1).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn baskets() -> impl Strategy<Value = Vec<(Held, usize)>> {
        let basket = (prop::collection::vec(any::<bool>(), 7), 1_usize..5);
        prop::collection::btree_map(
            basket.clone().prop_map(|(holds, _)| holds),
            basket.prop_map(|(_, times)| times),
            0..14,
        )
        .prop_map(|all| all.into_iter().map(|(holds, times)| (Held::of(holds.into_iter()), times)).collect())
    }

    /// How far all baskets are from the nearest of these.
    fn apart(held: &[(Held, usize)], medoids: &[usize]) -> i64 {
        let nearest = |basket: &Held| medoids.iter().map(|at| basket.apart(&held[*at].0)).min().unwrap();
        held.iter().map(|(basket, times)| i64::from(nearest(basket)) * i64::try_from(*times).unwrap()).sum()
    }

    /// The medoids after the best swap, found by trying them all; of equals the one for the smallest basket.
    fn best_swapped(held: &[(Held, usize)], medoids: &[usize]) -> Option<Vec<usize>> {
        let open = (0..held.len()).filter(|at| !medoids.contains(at));
        let with = |to: usize| {
            (0..medoids.len()).map(move |from| {
                let mut other = medoids.to_vec();
                other[from] = to;
                other.sort_unstable();
                (to, from, other)
            })
        };
        let all = open.flat_map(with);
        all.min_by_key(|(to, from, other)| (apart(held, other), *to, *from)).map(|(_, _, other)| other)
    }

    proptest! {
        /// Each swap is the best of all, and what it is said to change is what it changes.
        #[test]
        fn every_swap_is_the_best(held in baskets(), so_many in 1_usize..5, bad in any::<bool>()) {
            let mut medoids = Medoids::start(&held, so_many);
            if bad {
                medoids.chosen = (0..so_many.min(held.len())).collect();
                medoids.assign();
            }
            if held.is_empty() {
                prop_assert_eq!(medoids.swap(), None);
                return Ok(());
            }
            loop {
                let before = apart(&held, &medoids.chosen);
                let best = best_swapped(&held, &medoids.chosen);
                if let Some(swap) = medoids.swap() {
                    let after = apart(&held, &medoids.chosen);
                    prop_assert!(after < before);
                    prop_assert_eq!(after - before, swap.change);
                    prop_assert_eq!(Some(&medoids.chosen), best.as_ref());
                } else {
                    prop_assert!(best.is_none_or(|best| apart(&held, &best) >= before));
                    break;
                }
            }
        }

        /// A single medoid is the best there is, and the smallest of the best.
        #[test]
        fn one_medoid_is_the_best(held in baskets()) {
            let medoids = Medoids::find(&held, 1);
            let best = (0..held.len()).min_by_key(|at| apart(&held, &[*at]));
            prop_assert_eq!(medoids.chosen(), best.as_slice());
        }

        #[test]
        fn every_basket_goes_to_the_nearest(held in baskets(), so_many in 1_usize..20) {
            let medoids = Medoids::find(&held, so_many);
            prop_assert_eq!(medoids.chosen().len(), so_many.min(held.len()));
            prop_assert_eq!(medoids.nearest().count(), held.len());
            for ((basket, _), nearest) in held.iter().zip(medoids.nearest()) {
                let distance = |medoid: usize| basket.apart(&held[medoids.chosen()[medoid]].0);
                let best = (0..medoids.chosen().len()).min_by_key(|medoid| distance(*medoid));
                prop_assert_eq!(Some(nearest), best);
            }
        }
    }
}
