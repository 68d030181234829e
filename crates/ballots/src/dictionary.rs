//! What is said again and again, kept once under a number.

use std::fmt;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Different entries, numbered as they came.
pub(crate) struct Dictionary<T> {
    entries: Vec<T>,
    known: HashTable<Known>,
}

#[derive(Clone, Copy)]
struct Known {
    hash: u32,
    code: u32,
}

impl<T> Dictionary<T> {
    /// The number of an entry that has this hash and is `same`. A new one is made; `None` when that cannot be, or when
    /// there are too many.
    pub(crate) fn code(
        &mut self,
        hash: u64,
        same: impl Fn(&T) -> bool,
        make: impl FnOnce() -> Option<T>,
    ) -> Option<u32> {
        let hash = short(hash);
        let entries = &mut self.entries;
        let is = |one: &Known| one.hash == hash && same(&entries[one.code as usize]);
        match self.known.entry(spread(hash), is, |one| spread(one.hash)) {
            Entry::Occupied(one) => Some(one.get().code),
            Entry::Vacant(free) => {
                let code = u32::try_from(entries.len()).ok().filter(|code| *code < u32::MAX)?;
                entries.push(make()?);
                free.insert(Known { hash, code });
                Some(code)
            }
        }
    }

    pub(crate) fn entries(&self) -> &[T] {
        &self.entries
    }
}

impl<T> Default for Dictionary<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), known: HashTable::new() }
    }
}

impl<T: Clone> Clone for Dictionary<T> {
    fn clone(&self) -> Self {
        Self { entries: self.entries.clone(), known: self.known.clone() }
    }
}

impl<T: fmt::Debug> fmt::Debug for Dictionary<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries.fmt(f)
    }
}

/// A hash of texts and numbers. Which entries are equal is all that is asked of it.
pub(crate) struct Hash(foldhash::fast::FoldHasher<'static>);

impl Hash {
    pub(crate) fn new() -> Self {
        Self(FixedState::default().build_hasher())
    }

    pub(crate) fn text(mut self, text: &[u8]) -> Self {
        self.0.write(text);
        self
    }

    pub(crate) fn number(mut self, number: u64) -> Self {
        self.0.write_u64(number);
        self
    }

    pub(crate) fn finish(self) -> u64 {
        self.0.finish()
    }
}

/// The half that is kept.
fn short(hash: u64) -> u32 {
    let [.., a, b, c, d] = hash.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// A kept half over all bits, as the table wants it.
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
