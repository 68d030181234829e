//! A question answered yes or no, before and after.

use super::Split;
use crate::Exact;

/// How the same persons answered a yes-or-no question before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct YesNo {
    /// Yes both times.
    pub both: usize,
    /// Yes before, no after.
    pub only_before: usize,
    /// No before, yes after.
    pub only_after: usize,
    /// No both times.
    pub neither: usize,
}

impl YesNo {
    /// Counts answers, each before and after.
    pub fn of(answers: impl IntoIterator<Item = (bool, bool)>) -> Self {
        let mut counted = Self::default();
        for (before, after) in answers {
            counted.add(before, after);
        }
        counted
    }

    pub(crate) fn add(&mut self, before: bool, after: bool) {
        let count = match (before, after) {
            (true, true) => &mut self.both,
            (true, false) => &mut self.only_before,
            (false, true) => &mut self.only_after,
            (false, false) => &mut self.neither,
        };
        *count += 1;
    }

    /// How many answered; the base of the shares.
    pub fn persons(self) -> usize {
        self.both + self.only_before + self.only_after + self.neither
    }

    /// Those who changed their answer, up being to yes. Its chance is the exact form of the test in "Note on the
    /// Sampling Error of the Difference between Correlated Proportions or Percentages" (Psychometrika, 1947).
    pub fn split(self) -> Split {
        // McNemar's test.
        Split { up: self.only_after, down: self.only_before }
    }

    /// The share of yes after less the share before; `None` without a person.
    pub fn difference(self) -> Option<Exact> {
        let count = |persons: usize| i128::try_from(persons).ok();
        let persons = count(self.persons()).filter(|persons| *persons > 0)?;
        Some(Exact::new(count(self.only_after)? - count(self.only_before)?, persons))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn worked_by_hand() {
        let yes = (true, true);
        let (lost, won, no) = ((true, false), (false, true), (false, false));
        let counted = YesNo::of([yes, yes, lost, won, won, won, no, no]);
        assert_eq!(counted, YesNo { both: 2, only_before: 1, only_after: 3, neither: 2 });
        assert_eq!(counted.split(), Split { up: 3, down: 1 });
        // From 3 of 8 to 5 of 8.
        assert_eq!(counted.difference(), Some(Exact::new(1, 4)));
        assert_eq!(counted.split().effect(), Some(Exact::new(1, 2)));
        assert_eq!((YesNo::default().difference(), Split::default().effect()), (None, None));
    }

    proptest! {
        #[test]
        fn the_difference_is_that_of_the_shares(answers in prop::collection::vec(any::<(bool, bool)>(), 1..30)) {
            let counted = YesNo::of(answers.iter().copied());
            let share = |yes: usize| Exact::new(yes.try_into().unwrap(), answers.len().try_into().unwrap());
            let before = share(answers.iter().filter(|(before, _)| *before).count());
            let after = share(answers.iter().filter(|(_, after)| *after).count());
            prop_assert_eq!(counted.difference(), Some(after - before));
            prop_assert_eq!(counted.persons(), answers.len());
        }
    }
}
