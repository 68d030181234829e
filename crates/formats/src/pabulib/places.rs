//! Where each project stands in the file, by its id.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// The places of projects, from 0. Most ids fit a word, and millions of votes name them: those are compared as words.
#[derive(Default)]
pub(super) struct Places {
    short: HashMap<u64, u16, FixedState>,
    long: HashMap<String, u16, FixedState>,
}

impl Places {
    /// Where a project stands.
    pub(super) fn get(&self, id: &str) -> Option<u16> {
        match word(id) {
            Some(word) => self.short.get(&word),
            None => self.long.get(id),
        }
        .copied()
    }

    /// Adds a project; the place of the one with the same id, where there is one.
    pub(super) fn insert(&mut self, id: &str, place: u16) -> Option<u16> {
        match word(id) {
            Some(word) => self.short.insert(word, place),
            None => self.long.insert(id.to_owned(), place),
        }
    }
}

/// A short id as a word: its bytes, and how many they are.
fn word(id: &str) -> Option<u64> {
    let length = u8::try_from(id.len()).ok().filter(|length| *length < 8)?;
    Some(id.bytes().fold(length.into(), |word, byte| word << 8 | u64::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_has_the_place_it_was_given(ids in prop::collection::hash_set("[\0a1]{0,9}", 0..40)) {
            let mut places = Places::default();
            for (id, place) in ids.iter().zip(0..) {
                prop_assert_eq!((places.get(id), places.insert(id, place)), (None, None));
            }
            for (id, place) in ids.iter().zip(0..) {
                prop_assert_eq!((places.get(id), places.insert(id, place)), (Some(place), Some(place)));
            }
        }
    }
}
