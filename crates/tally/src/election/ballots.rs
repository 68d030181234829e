//! Ballots by columns, equal ones together.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

use super::{Place, Vote};

/// The different ballots, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Ballots {
    said: Arc<Said>,
    /// By ballot: how many voters gave it. Nobody may give one that others gave.
    times: Vec<u64>,
}

/// What ballots say.
#[derive(Clone, Debug, Default)]
struct Said {
    /// By ballot: where its places end.
    ends: Vec<u32>,
    /// The places of all ballots, one after the other.
    places: Vec<Place>,
    /// The points for them; none for kinds without points.
    points: Vec<u32>,
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
        let Said { ends, places, points, known } = Arc::make_mut(&mut self.said);
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

    /// The ballots that somebody gave, each with how many voters did.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Vote<'_>, u64)> {
        let given = self.times.iter().enumerate().filter(|(_, times)| **times > 0);
        given.map(|(number, times)| (self.vote(number), *times))
    }

    /// How many numbers there are.
    pub(super) fn numbers(&self) -> usize {
        self.times.len()
    }

    /// The numbers of the ballots that somebody gave, each with how many voters did, in order of what the ballots say.
    pub(super) fn in_order(&self) -> Vec<(u32, u64)> {
        let given = (0_u32..).zip(&self.times).filter(|(_, times)| **times > 0);
        let mut order: Vec<([u64; 2], u32)> =
            given.map(|(number, _)| (beginning(self.vote(number as usize)), number)).collect();
        // Nearly all differ at their beginning, and to go where all of it stands takes long.
        let whole = |number: u32| self.vote(number as usize);
        order.sort_unstable_by(|(one, at), (other, there)| one.cmp(other).then_with(|| whole(*at).cmp(&whole(*there))));
        order.into_iter().map(|(_, number)| (number, self.times[number as usize])).collect()
    }

    /// The same ballots given by other voters: by number, how many.
    pub(super) fn given_by(&self, times: &[u64]) -> Self {
        Self { said: self.said.clone(), times: times.to_vec() }
    }

    fn vote(&self, number: usize) -> Vote<'_> {
        part(&self.said.ends, &self.said.places, &self.said.points, number)
    }
}

/// The first eight places of a ballot: two that differ there come in the order of the ballots.
fn beginning(vote: Vote<'_>) -> [u64; 2] {
    // A ballot that ends comes before one that goes on.
    let place = |at: usize| vote.places.get(at).map_or(0, |place| place.index() as u64 + 1);
    let four = |from: usize| (from..from + 4).fold(0, |four, at| four << 16 | place(at));
    [four(0), four(4)]
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
            let in_order = drawn.in_order().into_iter().map(|(number, times)| (drawn.vote(number as usize), times));
            prop_assert!(in_order.eq(times.iter().map(|(vote, times)| (*vote, *times))));
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
