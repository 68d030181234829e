//! Ties, and what may break them.

use std::fmt;

use crate::{Election, Place, ProjectId};

/// Projects of equal merit among which the rule alone cannot choose, where the choice may change what is funded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// How many projects had been bought before.
    pub after: usize,
    /// The projects, in ascending order of id.
    pub projects: Vec<ProjectId>,
    /// The one taken first; `None` while nobody has decided.
    pub taken: Option<ProjectId>,
}

impl Tie {
    /// A tie between places of an election, with the one taken.
    pub(crate) fn new(election: &Election, after: usize, places: &[Place], taken: Option<Place>) -> Self {
        let id = |place: &Place| election.project(*place).id.clone();
        Self { after, projects: places.iter().map(id).collect(), taken: taken.as_ref().map(id) }
    }
}

/// How ties are broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TiePolicy {
    /// Not at all: the count stops and says between whom a lot must be drawn.
    Report,
    /// By id, ascending by code point.
    Lexicographic,
    /// By lots drawn beforehand: of tied projects the one that comes first in this list.
    /// The count stops at a tie that none of them decides. The same list replays the same count.
    Drawn(Vec<ProjectId>),
}

impl TiePolicy {
    /// The one to take, out of tied places in ascending order.
    pub(crate) fn take(&self, election: &Election, tied: &[Place]) -> Option<Place> {
        match self {
            Self::Report => None,
            Self::Lexicographic => tied.first().copied(),
            Self::Drawn(lots) => lots.iter().filter_map(|id| election.place(id)).find(|place| tied.contains(place)),
        }
    }
}

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.projects.iter().map(ProjectId::as_str).collect();
        write!(f, "tie between {}", names.join(", "))
    }
}
