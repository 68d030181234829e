//! Filling maps and sets.

/// Puts entries into a map or a set one by one.
///
/// `collect` would sort them first, with a copy of the whole sort for each type: the resident's module would be a tenth
/// larger.
pub fn gather<C: Default + Extend<T>, T>(entries: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(entries);
    all
}

/// The same for entries that are all there, or else nothing.
pub fn gather_all<C: Default + Extend<T>, T>(entries: impl IntoIterator<Item = Option<T>>) -> Option<C> {
    let mut all = C::default();
    for entry in entries {
        all.extend([entry?]);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{gather, gather_all};

    #[test]
    fn the_last_of_two_entries_with_one_key_stays_as_with_collect() {
        let entries = [(2, 'a'), (1, 'b'), (2, 'c')];
        let map: BTreeMap<_, _> = gather(entries);
        assert_eq!(map, entries.into_iter().collect());
    }

    #[test]
    fn one_missing_entry_leaves_nothing() {
        assert_eq!(gather_all([Some(2), Some(1)]), Some(BTreeSet::from([1, 2])));
        assert_eq!(gather_all::<BTreeSet<u8>, _>([Some(2), None]), None);
    }
}
