//! The points persons gave, at one of the two times they were asked.

use basketry_domain::{AreaId, Points, Voter};

use super::points::comparable;
use crate::{Counted, View};

/// At which of the two times points were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// The first reaction.
    First,
    /// The considered view.
    Considered,
}

/// The points of the persons who gave any, whatever they gave at the other time.
#[derive(Clone, Debug)]
pub(super) struct Given<'a> {
    /// Points that add up to 100 and all go to areas of the consultation, with their ballots, in order of id.
    pub(super) points: Vec<(&'a Counted, &'a Points)>,
    /// How many gave points that cannot be compared.
    pub(super) left_out: usize,
}

impl Given<'_> {
    /// The points of one area, ascending.
    pub(super) fn of(&self, area: &AreaId) -> Vec<u8> {
        let mut points: Vec<u8> = self.points.iter().map(|(_, points)| points.of(area)).collect();
        points.sort_unstable();
        points
    }
}

impl<'a> View<'a> {
    /// The points persons gave at that time.
    pub(super) fn given(&self, asked: Asked) -> Given<'a> {
        let mut given = Given { points: Vec::new(), left_out: 0 };
        for counted in self.ballots().iter().copied().filter(|counted| counted.ballot.voter == Voter::Person) {
            let reaction = match asked {
                Asked::First => &counted.ballot.first_reaction,
                Asked::Considered => &counted.ballot.considered_view,
            };
            match reaction {
                Some(reaction) if comparable(self.consultation(), reaction) => {
                    given.points.push((counted, &reaction.points));
                }
                Some(_) => given.left_out += 1,
                None => {}
            }
        }
        given
    }
}
