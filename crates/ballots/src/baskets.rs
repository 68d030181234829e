//! Baskets, equal ones once.

use std::fmt;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::arena::{Arena, At};
use crate::bytes::Cursor;
use crate::dictionary::Hash;
use crate::rows::Rows;

/// Different baskets, numbered as they came. Each is a run of codes, one more than the code of the choice, and ends with
/// a zero.
#[derive(Clone, Default)]
pub(crate) struct Baskets {
    runs: Arena,
    at: Rows<At>,
    /// Their numbers; the hash of one is that of its run. With a million different ones, keeping it as well would be
    /// eight megabytes.
    known: HashTable<u32>,
}

impl Baskets {
    /// The number of a basket; `None` when there are too many.
    pub(crate) fn code(&mut self, run: &[u8]) -> Option<u32> {
        let Self { runs, at, known } = self;
        let same = |code: &u32| at.get(*code as usize).is_some_and(|at| runs.from(*at).starts_with(run));
        let hash = |run: &[u8]| Hash::new().text(run).finish();
        let hash_of = |code: &u32| at.get(*code as usize).map_or(0, |at| hash(own(runs.from(*at))));
        match known.entry(hash(run), same, hash_of) {
            Entry::Occupied(one) => Some(*one.get()),
            Entry::Vacant(free) => {
                let code = u32::try_from(self.at.len()).ok().filter(|code| *code < u32::MAX)?;
                free.insert(code);
                self.at.push(self.runs.keep([run, &[], &[]]));
                Some(code)
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.at.len()
    }

    /// The codes of its choices.
    pub(crate) fn get(&self, code: u32) -> Codes<'_> {
        let run = self.at.get(code as usize).map_or(&[][..], |at| self.runs.from(*at));
        Codes(Cursor(run))
    }
}

impl fmt::Debug for Baskets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} different baskets", self.len())
    }
}

/// A run without what follows it. Only the last byte of a number is below 128, and only the end is zero.
fn own(run: &[u8]) -> &[u8] {
    let end = run.iter().position(|byte| *byte == 0).map_or(run.len(), |end| end + 1);
    &run[..end]
}

/// Codes up to a zero.
#[derive(Clone, Debug)]
pub(crate) struct Codes<'a>(pub(crate) Cursor<'a>);

impl Iterator for Codes<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let one_more = u32::try_from(self.0.number()).unwrap_or(0);
        one_more.checked_sub(1)
    }
}
