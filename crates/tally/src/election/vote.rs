//! What a ballot says, kind by kind.

use std::fmt;

use super::Place;

/// The kinds of ballots. They ask different things, so an election has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BallotKind {
    /// As many projects as one likes.
    Approval,
    /// One project or none.
    ChooseOne,
    /// Projects from the most to the least wanted.
    Ranking,
    /// Points for projects.
    Points,
    /// Projects within the budget. A basket over it is kept as given.
    Basket,
}

impl fmt::Display for BallotKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Approval => "approval",
            Self::ChooseOne => "choose-1",
            Self::Ranking => "ranking",
            Self::Points => "points",
            Self::Basket => "basket",
        })
    }
}

/// What one ballot says. Its kind is that of the election.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vote<'a> {
    /// The projects it names: in a ranking from the most to the least wanted, else in any order.
    pub places: &'a [Place],
    /// The points for each of these projects; none for kinds without points. One with 0 points counts as named.
    pub points: &'a [u32],
}

impl<'a> Vote<'a> {
    /// A ballot that names projects.
    pub fn naming(places: &'a [Place]) -> Self {
        Self { places, points: &[] }
    }

    /// The projects it names, each with its points; with none for kinds without points.
    pub fn given(self) -> impl Iterator<Item = (Place, u32)> {
        let points = self.points.iter().copied().chain(std::iter::repeat(0));
        self.places.iter().copied().zip(points)
    }
}
