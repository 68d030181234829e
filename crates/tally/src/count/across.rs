//! What several selections have in common, and where they part.

use crate::{Election, ProjectId, Selection};

/// Several selections of one election side by side, as from different rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    /// How many selections there are; the base.
    pub selections: usize,
    /// Every project of the election, in ascending order of id.
    pub projects: Vec<FundedBy>,
}

/// Which selections fund a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundedBy {
    /// The project.
    pub project: ProjectId,
    /// Those that fund it, by where they stand among the given, counted from 0; ascending.
    pub selections: Vec<usize>,
}

impl Across {
    /// Puts selections side by side.
    pub fn new(election: &Election, selections: &[&Selection]) -> Self {
        let project = |project: &crate::Project| FundedBy { project: project.id.clone(), selections: Vec::new() };
        let mut projects: Vec<FundedBy> = election.projects().iter().map(project).collect();
        for (at, selection) in selections.iter().enumerate() {
            for place in selection.selected.iter().filter_map(|id| election.place(id)) {
                projects[place.index()].selections.push(at);
            }
        }
        Self { selections: selections.len(), projects }
    }

    /// The projects that all of them fund; none without a selection.
    pub fn shared(&self) -> impl Iterator<Item = &ProjectId> {
        self.funded_by(|selections| selections > 0 && selections == self.selections)
    }

    /// The projects that some of them fund and others do not.
    pub fn parted(&self) -> impl Iterator<Item = &ProjectId> {
        self.funded_by(|selections| selections > 0 && selections < self.selections)
    }

    /// The projects that none of them funds.
    pub fn unfunded(&self) -> impl Iterator<Item = &ProjectId> {
        self.funded_by(|selections| selections == 0)
    }

    fn funded_by(&self, so_many: impl Fn(usize) -> bool) -> impl Iterator<Item = &ProjectId> {
        let projects = self.projects.iter().filter(move |one| so_many(one.selections.len()));
        projects.map(|one| &one.project)
    }
}
