//! Where each project stands in the file, by its id.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::rows::trimmed;

/// The places of projects, from 0. Most ids fit a word, and millions of votes name them: those are compared as words.
#[derive(Default)]
pub(super) struct Places {
    short: HashMap<Word, u16, FixedState>,
    long: HashMap<String, u16, FixedState>,
}

/// A short id: its bytes, and how many they are in the highest byte.
type Word = u64;
/// How many bytes a short id has at most.
const SHORT: usize = 7;

impl Places {
    /// The ids of a list, without the space around them and those that are empty, each with its place where it is known.
    pub(super) fn of<'a>(&self, list: &'a str) -> impl Iterator<Item = (&'a str, Option<u16>)> {
        let mut rest = Some(list);
        std::iter::from_fn(move || {
            loop {
                let text = rest?;
                let mut bytes: Word = 0;
                let mut length = text.len();
                for (at, byte) in text.bytes().enumerate() {
                    if byte == b',' {
                        length = at;
                        break;
                    }
                    bytes = bytes << 8 | Word::from(byte);
                }
                rest = text.get(length + 1..);
                let id = trimmed(&text[..length]);
                if id.len() == length && (1..=SHORT).contains(&length) {
                    return Some((id, self.short.get(&word(bytes, length)).copied()));
                }
                if !id.is_empty() {
                    return Some((id, self.get(id)));
                }
            }
        })
    }

    /// Where a project stands.
    fn get(&self, id: &str) -> Option<u16> {
        match short(id) {
            Some(word) => self.short.get(&word),
            None => self.long.get(id),
        }
        .copied()
    }

    /// Adds a project; the place of the one with the same id, where there is one.
    pub(super) fn insert(&mut self, id: &str, place: u16) -> Option<u16> {
        match short(id) {
            Some(word) => self.short.insert(word, place),
            None => self.long.insert(id.to_owned(), place),
        }
    }
}

fn short(id: &str) -> Option<Word> {
    let bytes = || id.bytes().fold(0, |bytes, byte| bytes << 8 | Word::from(byte));
    (id.len() <= SHORT).then(|| word(bytes(), id.len()))
}

fn word(bytes: Word, length: usize) -> Word {
    (length as Word) << (8 * SHORT) | bytes
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

        #[test]
        fn a_list_is_what_stands_between_commas(list in "([ é]?[ab]{0,8}[ \u{a0}]?,?){0,6}", known in "[ab]{1,8}") {
            let mut places = Places::default();
            places.insert(&known, 7);
            let ids = list.split(',').map(str::trim).filter(|id| !id.is_empty());
            let expected: Vec<(&str, Option<u16>)> = ids.map(|id| (id, (id == known).then_some(7))).collect();
            prop_assert_eq!(places.of(&list).collect::<Vec<_>>(), expected);
        }
    }
}
