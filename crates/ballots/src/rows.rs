//! A long list in pieces. Nothing is moved when more comes, so that no memory is ever needed twice.

use std::ops::Index;

/// How many entries a piece has.
const PIECE: usize = 1 << 13;

/// A long list.
#[derive(Clone, Debug)]
pub(crate) struct Rows<T>(Vec<Vec<T>>);

impl<T> Rows<T> {
    pub(crate) fn push(&mut self, entry: T) {
        if self.len().is_multiple_of(PIECE) {
            self.0.push(Vec::with_capacity(PIECE));
        }
        if let Some(last) = self.0.last_mut() {
            last.push(entry);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.0.last().map_or(0, |last| (self.0.len() - 1) * PIECE + last.len())
    }

    pub(crate) fn get(&self, place: usize) -> Option<&T> {
        self.0.get(place / PIECE)?.get(place % PIECE)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }
}

impl<T> Index<usize> for Rows<T> {
    type Output = T;

    fn index(&self, place: usize) -> &T {
        &self.0[place / PIECE][place % PIECE]
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}
