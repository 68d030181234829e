//! The short question that is asked twice: 100 points over the areas, how sure, and why.

use crate::{AreaId, SortedMap, gather};

/// Points over the service areas.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(SortedMap<AreaId, u8>);

impl Points {
    /// What there is to share out.
    pub const TOTAL: u16 = 100;

    /// Points as recorded; an area left out has none. Not checked against [`Points::TOTAL`].
    pub fn from_map(points: impl IntoIterator<Item = (AreaId, u8)>) -> Self {
        Self(gather(points))
    }

    /// The points of every area that has an entry.
    pub fn map(&self) -> &SortedMap<AreaId, u8> {
        &self.0
    }

    /// The points of an area.
    pub fn of(&self, area: &AreaId) -> u8 {
        self.0.get(area).copied().unwrap_or(0)
    }

    /// How many points are given.
    pub fn given(&self) -> u16 {
        self.0.values().copied().map(u16::from).fold(0, u16::saturating_add)
    }

    /// How many points are still to give; nothing when too many are given.
    pub fn left(&self) -> u16 {
        Self::TOTAL.saturating_sub(self.given())
    }

    /// Gives an area `points`, or as many as are left. Returns what it got.
    pub fn set(&mut self, area: &AreaId, points: u8) -> u8 {
        let free = self.left().saturating_add(u16::from(self.of(area)));
        let got = points.min(u8::try_from(free).unwrap_or(u8::MAX));
        self.0.insert(area.clone(), got);
        got
    }

    /// Whether exactly all points are given.
    pub fn is_complete(&self) -> bool {
        self.given() == Self::TOTAL
    }
}

/// First reaction or considered view: the same instrument, so that the two can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reaction {
    /// Points over the areas.
    pub points: Points,
    /// How sure they are.
    pub sure: Option<ScoreOutOfFive>,
    /// Why, in their words.
    pub reason: Option<String>,
}

/// A score from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreOutOfFive(u8);

impl ScoreOutOfFive {
    /// All scores, lowest first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The score, when it is from 1 to 5.
    pub fn new(score: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.0 == score)
    }

    /// From 1 to 5.
    pub const fn get(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_more_points_are_given_than_there_are(steps in prop::collection::vec((0_u8..6, any::<u8>()), 0..40)) {
            let mut points = Points::default();
            for (area, amount) in steps {
                if let Ok(area) = format!("area-{area}").parse() {
                    points.set(&area, amount);
                }
                prop_assert!(points.given() <= Points::TOTAL);
                prop_assert_eq!(points.given() + points.left(), Points::TOTAL);
            }
        }
    }
}
