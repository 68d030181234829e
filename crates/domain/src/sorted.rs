//! Maps and sets of a few entries, kept as sorted lists: for those a tree is no quicker, and its code would cost
//! residents 4 KB.

use crate::gather;

/// A map in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// Whether there is such a key.
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// Gives a key a value, in place of the one it had.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// The value of a key, to be changed; a new one if there was none.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, V::default()));
            place
        });
        &mut self.0[place].1
    }

    /// Takes a key and its value out.
    pub fn remove(&mut self, key: &K) {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }
}

impl<K, V> SortedMap<K, V> {
    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, value)| self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        gather(entries)
    }
}

/// A set in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedSet<T>(Vec<T>);

impl<T: Ord> SortedSet<T> {
    /// Whether it has this entry.
    pub fn contains(&self, entry: &T) -> bool {
        self.0.binary_search(entry).is_ok()
    }

    /// Puts an entry in, if it is not in yet.
    pub fn insert(&mut self, entry: T) {
        if let Err(place) = self.0.binary_search(&entry) {
            self.0.insert(place, entry);
        }
    }

    /// Takes an entry out. Says whether it was in.
    pub fn remove(&mut self, entry: &T) -> bool {
        let found = self.0.binary_search(entry);
        found.map(|place| self.0.remove(place)).is_ok()
    }

    /// Takes all entries out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// Whether it has no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, entries: I) {
        entries.into_iter().for_each(|entry| self.insert(entry));
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        gather(entries)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::{SortedMap, SortedSet};

    proptest! {
        #[test]
        fn a_map_is_what_a_tree_would_be(changes in prop::collection::vec((0_u8..8, any::<Option<u8>>()), 0..40)) {
            let (mut map, mut tree) = (SortedMap::default(), BTreeMap::new());
            for (key, value) in changes {
                if let Some(value) = value {
                    map.insert(key, value);
                    tree.insert(key, value);
                } else {
                    map.remove(&key);
                    tree.remove(&key);
                }
                prop_assert_eq!((map.get(&key), map.contains_key(&key)), (tree.get(&key), tree.contains_key(&key)));
            }
            prop_assert!(map.iter().eq(&tree) && map.keys().eq(tree.keys()) && map.values().eq(tree.values()));
            prop_assert_eq!((map.len(), map.is_empty()), (tree.len(), tree.is_empty()));
            prop_assert_eq!(tree.into_iter().rev().collect::<SortedMap<_, _>>(), map);
        }

        #[test]
        fn a_set_is_what_a_tree_would_be(changes in prop::collection::vec((0_u8..8, any::<bool>()), 0..40)) {
            let (mut set, mut tree) = (SortedSet::default(), BTreeSet::new());
            for (entry, stays) in changes {
                if stays {
                    set.insert(entry);
                    tree.insert(entry);
                } else {
                    prop_assert_eq!(set.remove(&entry), tree.remove(&entry));
                }
                prop_assert_eq!(set.contains(&entry), tree.contains(&entry));
            }
            prop_assert_eq!(set.is_empty(), tree.is_empty());
            prop_assert!(set.clone().into_iter().eq(tree.clone()));
            prop_assert_eq!(tree.into_iter().rev().collect::<SortedSet<_>>(), set);
        }
    }
}
