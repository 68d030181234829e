//! The voter ids that came before.

use std::collections::HashSet;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

/// Ids that were given, each once.
#[derive(Default)]
pub(super) struct Voters {
    /// Numbers that were each larger than all before. In most files all are: nothing has to be looked up.
    rising: Vec<u64>,
    /// All others, told apart by 64 bits. Of a hundred million files with a million voters each, three get a wrong remark.
    others: HashSet<u64, FixedState>,
    hasher: FixedState,
}

/// How many digits surely fit a word.
const DIGITS: usize = 19;

impl Voters {
    /// Adds an id; `false` when it came before.
    pub(super) fn insert(&mut self, id: &str) -> bool {
        let Some(number) = number(id) else { return self.others.insert(self.hasher.hash_one(id)) };
        if self.rising.last().is_none_or(|last| *last < number) {
            self.rising.push(number);
            return true;
        }
        self.rising.binary_search(&number).is_err() && self.others.insert(self.hasher.hash_one(number))
    }
}

/// The number an id spells, unless another id spells it too.
fn number(id: &str) -> Option<u64> {
    let digits = id.as_bytes();
    if digits.len() > DIGITS || digits.first().is_none_or(|first| *first == b'0') {
        return None;
    }
    digits.iter().try_fold(0_u64, |number, digit| {
        let digit = digit.wrapping_sub(b'0');
        (digit < 10).then(|| number * 10 + u64::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_id_is_new_once(ids in prop::collection::vec("[0-9]{1,2}|[1-9][0-9]{18,19}|[0ab]{1,2}|-1|\\+1|é", 0..60), sorted in any::<bool>()) {
            let mut ids = ids;
            if sorted {
                ids.sort_by_key(|id| (id.len(), id.clone()));
            }
            let (mut voters, mut seen) = (Voters::default(), BTreeSet::new());
            for id in ids {
                prop_assert_eq!(voters.insert(&id), seen.insert(id.clone()), "{}", id);
            }
        }
    }
}
