//! How few are too few.

/// Figures of fewer people are held back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    /// Five, by choice.
    Five,
    /// Ten, as statistics and health bodies of the United Kingdom use.
    #[default]
    Ten,
}

impl Threshold {
    /// All there are, the lowest first.
    pub const ALL: [Self; 2] = [Self::Five, Self::Ten];

    /// The smallest count that is shown.
    pub const fn count(self) -> u64 {
        match self {
            Self::Five => 5,
            Self::Ten => 10,
        }
    }

    /// The threshold of this count, if there is one.
    pub fn of_count(count: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|threshold| threshold.count() == count)
    }

    /// Whether so many people are too few. Nobody is too few as well.
    pub const fn is_small(self, people: u64) -> bool {
        people < self.count()
    }

    /// Whether the median of so many people may be shown: as many as the threshold are on either side.
    pub const fn median_allowed(self, people: u64) -> bool {
        people >= 2 * self.count()
    }

    /// Whether quartiles of so many people may be shown: as many as the threshold are beyond each.
    pub const fn quartiles_allowed(self, people: u64) -> bool {
        people >= 4 * self.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_is_found_by_its_count() {
        assert_eq!((Threshold::of_count(5), Threshold::of_count(10)), (Some(Threshold::Five), Some(Threshold::Ten)));
        assert_eq!((Threshold::of_count(1), Threshold::of_count(0)), (None, None));
        assert!(Threshold::default().is_small(9) && Threshold::default().is_small(0));
        assert!(!Threshold::default().is_small(10));
        assert_eq!([19, 20].map(|n| Threshold::Ten.median_allowed(n)), [false, true]);
        assert_eq!([39, 40].map(|n| Threshold::Ten.quartiles_allowed(n)), [false, true]);
    }
}
