//! An election: a budget, projects and ballots of one kind, grouped by content.

mod error;
mod project;
mod vote;

pub use error::ElectionError;
pub use project::{Place, Project, ProjectId};
pub use vote::{BallotKind, Vote};

use std::collections::BTreeMap;

use basketry_domain::Money;

/// What rules count.
///
/// Projects are held in ascending order of id and ballots grouped by content, so that neither the order of a file
/// nor that of the ballots can decide anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    budget: Money,
    kind: BallotKind,
    projects: Vec<Project>,
    votes: BTreeMap<Vote, u64>,
    voters: u64,
}

/// How much support a project has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Voters whose ballot names it.
    pub voters: u64,
    /// Points given to it; nothing where ballots carry no points.
    pub points: u64,
}

/// More voters than this would let exact comparisons overflow: voters, points and cost have to fit 127 bits.
const MOST_VOTERS: u64 = u32::MAX as u64;
/// The costs of more projects than this could overflow a sum, at [`Money::MAX`] each.
const MOST_PROJECTS: usize = 9_000;

impl Election {
    /// An election without ballots yet.
    pub fn new(budget: Money, kind: BallotKind, mut projects: Vec<Project>) -> Result<Self, ElectionError> {
        let payable = |amount: Money| Money::ZERO <= amount && amount <= Money::MAX;
        if !payable(budget) {
            return Err(ElectionError::Budget(budget));
        }
        projects.sort_by(|a, b| a.id.cmp(&b.id));
        if let Some(dear) = projects.iter().find(|project| !payable(project.cost)) {
            return Err(ElectionError::Cost(dear.id.clone(), dear.cost));
        }
        if let Some(pair) = projects.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(ElectionError::DuplicateProject(pair[0].id.clone()));
        }
        if projects.len() > MOST_PROJECTS {
            return Err(ElectionError::TooMany);
        }
        let election = Self { budget, kind, projects, votes: BTreeMap::new(), voters: 0 };
        let related = election.projects.iter().flat_map(|project| project.requires.iter().chain(&project.excludes));
        if let Some(unknown) = related.clone().find(|id| election.place(id).is_none()) {
            return Err(ElectionError::UnknownProject(unknown.clone()));
        }
        Ok(election)
    }

    /// Adds a ballot that `times` voters gave. Ballots of another kind are refused: kinds are never mixed.
    pub fn add(&mut self, vote: Vote, times: u64) -> Result<(), ElectionError> {
        if vote.kind() != self.kind {
            return Err(ElectionError::Kind { expected: self.kind, found: vote.kind() });
        }
        if vote.named().any(|place| place.index() >= self.projects.len()) {
            return Err(ElectionError::UnknownPlace);
        }
        if vote.repeats() {
            return Err(ElectionError::Repeated);
        }
        let voters = self.voters.checked_add(times).filter(|voters| *voters <= MOST_VOTERS);
        self.voters = voters.ok_or(ElectionError::TooMany)?;
        if times > 0 {
            *self.votes.entry(vote).or_default() += times;
        }
        Ok(())
    }

    /// How much money there is.
    pub fn budget(&self) -> Money {
        self.budget
    }

    /// What kind of ballots these are.
    pub fn kind(&self) -> BallotKind {
        self.kind
    }

    /// The projects in ascending order of id.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// Every place, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> + use<> {
        (0..self.projects.len()).map(Place::at)
    }

    /// The project at a place of this election.
    pub fn project(&self, place: Place) -> &Project {
        &self.projects[place.index()]
    }

    /// Where a project stands.
    pub fn place(&self, id: &ProjectId) -> Option<Place> {
        self.projects.binary_search_by(|project| project.id.cmp(id)).ok().map(Place::at)
    }

    /// The different ballots, each with how many voters gave it.
    pub fn votes(&self) -> impl Iterator<Item = (&Vote, u64)> {
        self.votes.iter().map(|(vote, times)| (vote, *times))
    }

    /// How many ballots there are, empty ones included.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// The support of every project, by place.
    pub fn support(&self) -> Vec<Support> {
        let mut support = vec![Support::default(); self.projects.len()];
        for (vote, times) in self.votes() {
            for place in vote.named() {
                let of = &mut support[place.index()];
                of.voters += times;
                of.points += times * u64::from(vote.points(place));
            }
        }
        support
    }
}
