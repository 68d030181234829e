//! The points persons gave, at one of the two times they were asked.

use basketry_domain::Voter;

use crate::{Counted, View};

/// At which of the two times points were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// The first reaction.
    First,
    /// The considered view.
    Considered,
}

impl View<'_> {
    /// Looks at the points every person gave at that time, area by area in the file's order, with their ballot. Nothing
    /// may depend on which comes first. Returns how many gave points that cannot be compared: they do not add up to 100,
    /// or not all go to areas of the consultation.
    pub(super) fn each_given(&self, asked: Asked, mut look: impl FnMut(Counted<'_>, &[u8])) -> usize {
        let mut by_area = vec![0; self.consultation().areas.len()];
        let mut left_out = 0;
        for counted in self.given_by(Voter::Person) {
            let [first, considered] = counted.given().reactions();
            let reaction = match asked {
                Asked::First => first,
                Asked::Considered => considered,
            };
            match reaction {
                Some(reaction) if counted.sheet().points(reaction, &mut by_area) => look(counted, &by_area),
                Some(_) => left_out += 1,
                None => {}
            }
        }
        left_out
    }
}
