//! Ballots by columns, equal ones together.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

use super::{Place, Vote};

/// The different ballots.
#[derive(Clone, Debug, Default)]
pub(super) struct Ballots {
    /// By ballot: where its places end.
    ends: Vec<u32>,
    /// The places of all ballots, one after the other.
    places: Vec<Place>,
    /// The points for them; none for kinds without points.
    points: Vec<u32>,
    /// By ballot: how many voters gave it.
    times: Vec<u64>,
    known: HashTable<Known>,
}

/// A ballot that was given before.
#[derive(Clone, Copy, Debug)]
struct Known {
    hash: u32,
    number: u32,
}

impl Ballots {
    /// Adds a ballot that `times` voters gave; `None` when there are too many to be numbered.
    pub(super) fn add(&mut self, vote: Vote<'_>, times: u64) -> Option<()> {
        let Self { ends, places, points, known, .. } = self;
        // Always the same: which ballots are equal is all that is asked of it.
        let hash = (spread(FxBuildHasher.hash_one(vote)) >> 32) as u32;
        // Mostly there are no points, and to compare nothing with nothing takes long on some processors.
        let alike = |other: Vote<'_>| other.places == vote.places && (points.is_empty() || other.points == vote.points);
        let same = |one: &Known| one.hash == hash && alike(part(ends, places, points, one.number as usize));
        match known.entry(spread(hash.into()), same, |one| spread(one.hash.into())) {
            Entry::Occupied(one) => self.times[one.get().number as usize] += times,
            Entry::Vacant(free) => {
                let end = u32::try_from(places.len() + vote.places.len()).ok()?;
                free.insert(Known { hash, number: u32::try_from(ends.len()).ok()? });
                ends.push(end);
                places.extend_from_slice(vote.places);
                points.extend_from_slice(vote.points);
                self.times.push(times);
            }
        }
        Some(())
    }

    /// The different ballots, each with how many voters gave it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Vote<'_>, u64)> {
        let vote = |number| part(&self.ends, &self.places, &self.points, number);
        self.times.iter().enumerate().map(move |(number, times)| (vote(number), *times))
    }

    /// The same ballots given by other voters: by ballot, how many. Those of nobody are left out.
    pub(super) fn given_by(&self, times: &[u64]) -> Self {
        let mut drawn = Self::default();
        // By ballot: its number among those that are left.
        let mut numbers = Vec::with_capacity(times.len());
        let (mut left, mut end) = (0, 0);
        for (number, times) in times.iter().enumerate() {
            numbers.push(left);
            if *times > 0 {
                let (range, vote) = (range(&self.ends, number), part(&self.ends, &self.places, &self.points, number));
                left += 1;
                end += range.end - range.start;
                drawn.ends.push(end);
                drawn.places.extend_from_slice(vote.places);
                drawn.points.extend_from_slice(vote.points);
                drawn.times.push(*times);
            }
        }
        drawn.known.reserve(drawn.ends.len(), |one| spread(one.hash.into()));
        for one in self.known.iter().filter(|one| times[one.number as usize] > 0) {
            let known = Known { number: numbers[one.number as usize], ..*one };
            drawn.known.insert_unique(spread(one.hash.into()), known, |one| spread(one.hash.into()));
        }
        drawn
    }
}

/// A hash over the whole width that the table uses: where words are short it has half of that.
fn spread(hash: u64) -> u64 {
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn range(ends: &[u32], number: usize) -> Range<u32> {
    number.checked_sub(1).map_or(0, |before| ends[before])..ends[number]
}

fn part<'a>(ends: &[u32], places: &'a [Place], points: &'a [u32], number: usize) -> Vote<'a> {
    let range = range(ends, number);
    let range = range.start as usize..range.end as usize;
    // Either every ballot has points or none has.
    Vote { places: &places[range.clone()], points: points.get(range).unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn given(ballots: &Ballots) -> BTreeMap<Vote<'_>, u64> {
        ballots.iter().collect()
    }

    proptest! {
        /// As if those who gave them had been added one by one, also for a ballot that is added later.
        #[test]
        fn given_by_others_as_if_added(
            ballots in prop::collection::vec((prop::collection::btree_map(0_usize..5, 0_u32..3, 0..4), 0_u64..3), 0..12),
            later in any::<prop::sample::Index>(),
            with_points in any::<bool>(),
        ) {
            let columns: Vec<(Vec<Place>, Vec<u32>)> = ballots
                .iter()
                .map(|(ballot, _)| ballot.iter().map(|(at, points)| (Place::at(*at), *points)).unzip())
                .collect();
            let vote = |at: usize| {
                let (places, points) = &columns[at];
                Vote { places, points: if with_points { points } else { &[] } }
            };
            let mut all = Ballots::default();
            let mut times: BTreeMap<Vote<'_>, u64> = BTreeMap::new();
            for (at, (_, drawn)) in ballots.iter().enumerate() {
                all.add(vote(at), 1).unwrap();
                *times.entry(vote(at)).or_default() += drawn;
            }
            let by_ballot: Vec<u64> = all.iter().map(|(vote, _)| times[&vote]).collect();
            let mut drawn = all.given_by(&by_ballot);
            times.retain(|_, times| *times > 0);
            prop_assert_eq!(given(&drawn), times.clone());
            prop_assert_eq!(drawn.iter().count(), times.len());
            if !ballots.is_empty() {
                let later = vote(later.index(ballots.len()));
                drawn.add(later, 2).unwrap();
                *times.entry(later).or_default() += 2;
                prop_assert_eq!(drawn.iter().count(), times.len());
                prop_assert_eq!(given(&drawn), times);
            }
        }
    }
}
