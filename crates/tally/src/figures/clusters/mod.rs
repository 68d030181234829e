//! Baskets that are much alike, put together.

mod medoids;

use std::cmp::Reverse;
use std::num::NonZeroUsize;

use basketry_domain::{ItemId, Voter};

use super::held::Held;
use crate::View;
use medoids::Medoids;

/// Baskets in clusters, each around one of them. Persons and tables are counted apart.
///
/// Two baskets are as far apart as there are items that one holds and the other does not, at whichever level. Every
/// basket counts, also one that breaks a rule; to leave those out, filter the view first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clusters {
    /// Whose baskets.
    pub voter: Voter,
    /// How many baskets are in the clusters; the base.
    pub baskets: usize,
    /// How many baskets are in none, because they are of a kind so rare that there were too many different ones.
    pub left_out: usize,
    /// How many of all these baskets break a rule.
    pub faulty: usize,
    /// Every item, in the file's order.
    pub items: Vec<ItemId>,
    /// The clusters, the one with the most baskets first; of equals the one with the smallest medoid, which of two is
    /// the one that does not hold the first item they differ in.
    pub clusters: Vec<Cluster>,
}

/// Baskets that are much alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// What the basket in its middle holds, in the file's order.
    pub medoid: Vec<ItemId>,
    /// How many baskets there are; the base.
    pub baskets: usize,
    /// How many of them hold each item, in the order of [`Clusters::items`].
    pub holds: Vec<usize>,
    /// How far they are from the medoid, all together.
    pub apart: u64,
}

/// More different baskets than this take too long.
const MOST_DIFFERENT: usize = 2_000;

impl Clusters {
    /// How far all baskets are from the medoids of their clusters, together.
    pub fn apart(&self) -> u64 {
        self.clusters.iter().map(|cluster| cluster.apart).sum()
    }
}

impl View<'_> {
    /// Puts the baskets of persons, or of tables, into `so_many` clusters, or fewer where there are not so many
    /// different ones. Over 2,000 different ones the most frequent are taken; of equals the smallest.
    ///
    /// Partitioning around medoids (Kaufman and Rousseeuw, "Finding Groups in Data", 1990): a good start, and then
    /// swaps of a medoid for another basket as long as they bring baskets closer. The best of all clusterings may be
    /// another.
    pub fn clusters(&self, voter: Voter, so_many: NonZeroUsize) -> Clusters {
        let (held, left_out) = most_frequent(self.held(voter), MOST_DIFFERENT);
        let items = self.item_ids();
        let medoids = Medoids::find(&held, so_many.get());
        let mut clusters: Vec<(&Held, Cluster)> = medoids
            .chosen()
            .iter()
            .map(|medoid| {
                let middle = &held[*medoid].0;
                let inside = items.iter().enumerate().filter(|(item, _)| middle.has(*item));
                let medoid = inside.map(|(_, item)| item.clone()).collect();
                (middle, Cluster { medoid, baskets: 0, holds: vec![0; items.len()], apart: 0 })
            })
            .collect();
        for ((basket, times), cluster) in held.iter().zip(medoids.nearest()) {
            let (middle, cluster) = &mut clusters[cluster];
            cluster.baskets += times;
            cluster.apart += u64::from(basket.apart(middle)) * *times as u64;
            for (item, holds) in cluster.holds.iter_mut().enumerate() {
                *holds += if basket.has(item) { *times } else { 0 };
            }
        }
        // Equal ones stay in order of medoid.
        clusters.sort_by_key(|(_, cluster)| Reverse(cluster.baskets));
        let clusters: Vec<Cluster> = clusters.into_iter().map(|(_, cluster)| cluster).collect();
        let baskets = clusters.iter().map(|cluster| cluster.baskets).sum();
        Clusters { voter, baskets, left_out, faulty: self.faulty(voter), items, clusters }
    }
}

/// No more than `most` different baskets, in order, and how many baskets are left out.
fn most_frequent(mut held: Vec<(Held, usize)>, most: usize) -> (Vec<(Held, usize)>, usize) {
    // Equal ones stay in order.
    held.sort_by_key(|(_, times)| Reverse(*times));
    let rare = held.split_off(held.len().min(most));
    held.sort();
    (held, rare.iter().map(|(_, times)| times).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarest_and_of_those_the_largest_are_left_out() {
        let held = |number: usize| Held::of((0..3).map(move |bit| number >> (2 - bit) & 1 == 1));
        let all: Vec<_> = [2, 1, 5, 1, 1].into_iter().enumerate().map(|(at, times)| (held(at), times)).collect();
        let kept = |most| most_frequent(all.clone(), most);
        assert_eq!(kept(5), (all.clone(), 0));
        assert_eq!(kept(3), (all[..3].to_vec(), 2));
        assert_eq!(kept(1), (all[2..3].to_vec(), 5));
    }
}
