//! Why it cannot be said what would have bought a project.

use std::fmt;

use crate::{CountError, ProjectId, Tie};

/// Why it cannot be said what would have bought a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnoughError {
    /// The election has no such project.
    UnknownProject(ProjectId),
    /// The election cannot be counted in this way.
    Count(CountError),
    /// Nobody has decided a tie in the count as it is, so that it is not known what it leaves out.
    Tied(Tie),
}

impl fmt::Display for EnoughError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownProject(id) => write!(f, "there is no project {id}"),
            Self::Count(error) => error.fmt(f),
            Self::Tied(tie) => write!(f, "nobody has decided the {tie}"),
        }
    }
}

impl std::error::Error for EnoughError {}
