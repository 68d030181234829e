//! Ballots by columns, equal ones together.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::{Place, Vote};

/// The different ballots. The hasher is a fixed one: which ballots are equal is all that is asked of it.
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
    hasher: FixedState,
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
        let Self { ends, places, points, known, hasher, .. } = self;
        let hash = (hasher.hash_one(vote) >> 32) as u32;
        let same = |one: &Known| one.hash == hash && part(ends, places, points, one.number as usize) == vote;
        match known.entry(spread(hash), same, |one| spread(one.hash)) {
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
}

/// A hash over the whole width that the table uses.
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn part<'a>(ends: &[u32], places: &'a [Place], points: &'a [u32], number: usize) -> Vote<'a> {
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    let range = start as usize..ends[number] as usize;
    // Either every ballot has points or none has.
    Vote { places: &places[range.clone()], points: points.get(range).unwrap_or_default() }
}
