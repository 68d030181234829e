//! By how much persons changed what they give.

use std::collections::BTreeMap;

/// Shifts, equal ones together: considered view less first reaction, of as many persons as there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shifts {
    /// Each shift once, ascending, with how many there are.
    times: Vec<(i16, usize)>,
}

impl Shifts {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.times.iter().map(|(_, times)| times).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// Each shift once, ascending, with how many there are.
    pub fn different(&self) -> impl DoubleEndedIterator<Item = (i16, usize)> {
        self.times.iter().copied()
    }

    /// Shifts from `first` on, by how often each occurs.
    pub(super) fn counted(first: i16, times: &[u32]) -> Self {
        let all = (first..).zip(times).filter(|(_, times)| **times > 0);
        Self { times: all.map(|(shift, times)| (shift, *times as usize)).collect() }
    }
}

impl FromIterator<i16> for Shifts {
    fn from_iter<T: IntoIterator<Item = i16>>(shifts: T) -> Self {
        let mut times: BTreeMap<i16, usize> = BTreeMap::new();
        shifts.into_iter().for_each(|shift| *times.entry(shift).or_default() += 1);
        Self { times: times.into_iter().collect() }
    }
}
