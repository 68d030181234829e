//! Projects, their names and their places.

use std::fmt;

use basketry_domain::Money;

/// Names a project, in whatever spelling its source uses. Ordered by code point.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(String);

impl ProjectId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ProjectId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for ProjectId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something money can be spent on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// Its name.
    pub name: String,
    /// What it costs; not negative.
    pub cost: Money,
    /// The area it belongs to, where known.
    pub area: Option<String>,
    /// Projects it makes no sense without.
    pub requires: Vec<ProjectId>,
    /// Projects that cannot be had together with it; either of the two may say so.
    pub excludes: Vec<ProjectId>,
}

impl Project {
    /// A project that goes with any other.
    pub fn new(id: ProjectId, cost: Money) -> Self {
        Self { id, name: String::new(), cost, area: None, requires: Vec::new(), excludes: Vec::new() }
    }
}

/// Where a project stands among the projects of its election, in ascending order of id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(u16);

impl Place {
    /// The place counted from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// An election holds fewer than `u16::MAX` projects; a place beyond that is one it does not have.
    pub(crate) fn at(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX))
    }
}
