//! What a ballot says, kind by kind.

use std::collections::{BTreeMap, BTreeSet};
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
    /// Projects within the budget.
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

/// What one ballot says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vote {
    /// Projects approved of.
    Approval(BTreeSet<Place>),
    /// The project chosen.
    ChooseOne(Option<Place>),
    /// Projects from the most to the least wanted.
    Ranking(Vec<Place>),
    /// Points for projects. A project named with 0 points counts as named.
    Points(BTreeMap<Place, u32>),
    /// Projects put in a basket. One over the budget is kept as given.
    Basket(BTreeSet<Place>),
}

impl Vote {
    /// An approval ballot.
    pub fn approval(places: impl IntoIterator<Item = Place>) -> Self {
        Self::Approval(places.into_iter().collect())
    }

    /// A basket.
    pub fn basket(places: impl IntoIterator<Item = Place>) -> Self {
        Self::Basket(places.into_iter().collect())
    }

    /// Its kind.
    pub fn kind(&self) -> BallotKind {
        match self {
            Self::Approval(_) => BallotKind::Approval,
            Self::ChooseOne(_) => BallotKind::ChooseOne,
            Self::Ranking(_) => BallotKind::Ranking,
            Self::Points(_) => BallotKind::Points,
            Self::Basket(_) => BallotKind::Basket,
        }
    }

    /// The projects it names.
    pub fn named(&self) -> Box<dyn Iterator<Item = Place> + '_> {
        match self {
            Self::Approval(places) | Self::Basket(places) => Box::new(places.iter().copied()),
            Self::ChooseOne(place) => Box::new(place.iter().copied()),
            Self::Ranking(places) => Box::new(places.iter().copied()),
            Self::Points(points) => Box::new(points.keys().copied()),
        }
    }

    /// The points it gives to a project.
    pub fn points(&self, place: Place) -> u32 {
        match self {
            Self::Points(points) => points.get(&place).copied().unwrap_or(0),
            _ => 0,
        }
    }

    /// Whether it names a project twice; only a ranking can.
    pub(crate) fn repeats(&self) -> bool {
        match self {
            Self::Ranking(places) => places.iter().collect::<BTreeSet<_>>().len() < places.len(),
            _ => false,
        }
    }
}
