//! An election: a budget, projects and ballots of one kind, grouped by content.

mod ballots;
mod error;
mod limits;
mod pots;
mod project;
mod vote;

pub use error::ElectionError;
pub use limits::{Constraint, Limits};
pub use project::{Place, Project, ProjectId};
pub use vote::{BallotKind, Vote};

use std::collections::BTreeMap;

use basketry_domain::Money;

use ballots::Ballots;

/// What rules count.
///
/// Projects are held in ascending order of id and ballots grouped by content, so that neither the order of a file
/// nor that of the ballots can decide anything.
#[derive(Clone, Debug)]
pub struct Election {
    budget: Money,
    kind: BallotKind,
    projects: Vec<Project>,
    ballots: Ballots,
    voters: u64,
    draft: Draft,
    limits: Limits,
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
        let (ballots, draft, limits) = (Ballots::default(), Draft::default(), Limits::default());
        let election = Self { budget, kind, projects, ballots, voters: 0, draft, limits };
        let related = election.projects.iter().flat_map(|project| project.requires.iter().chain(&project.excludes));
        if let Some(unknown) = related.clone().find(|id| election.place(id).is_none()) {
            return Err(ElectionError::UnknownProject(unknown.clone()));
        }
        Ok(election)
    }

    /// Adds a ballot that `times` voters gave.
    pub fn add(&mut self, vote: Vote<'_>, times: u64) -> Result<(), ElectionError> {
        let points = if self.kind == BallotKind::Points { vote.places.len() } else { 0 };
        if vote.points.len() != points {
            return Err(ElectionError::Points { projects: points, points: vote.points.len() });
        }
        if self.kind == BallotKind::ChooseOne && vote.places.len() > 1 {
            return Err(ElectionError::MoreThanOne);
        }
        if vote.places.iter().any(|place| place.index() >= self.projects.len()) {
            return Err(ElectionError::UnknownPlace);
        }
        // Most come in order, and then none is named twice.
        let in_order = vote.places.is_sorted_by(|one, next| one < next);
        if !in_order {
            self.draft.put_in_order(vote);
            if self.draft.repeats() {
                return Err(ElectionError::Repeated);
            }
        }
        let voters = self.voters.checked_add(times).filter(|voters| *voters <= MOST_VOTERS);
        self.voters = voters.ok_or(ElectionError::TooMany)?;
        if times > 0 {
            let vote = if in_order || self.kind == BallotKind::Ranking { vote } else { self.draft.vote() };
            self.ballots.add(vote, times).ok_or(ElectionError::TooMany)?;
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

    /// Whether two projects cannot be had together.
    pub(crate) fn clash(&self, a: Place, b: Place) -> bool {
        let (a, b) = (self.project(a), self.project(b));
        a.excludes.contains(&b.id) || b.excludes.contains(&a.id)
    }

    /// The different ballots, each with how many voters gave it; their places in order, unless they are rankings.
    /// Nothing may depend on which comes first.
    pub fn votes(&self) -> impl Iterator<Item = (Vote<'_>, u64)> {
        self.ballots.iter()
    }

    /// The numbers of the different ballots, each with how many voters gave it, in order of what the ballots say.
    pub(crate) fn in_order(&self) -> Vec<(u32, u64)> {
        self.ballots.in_order()
    }

    /// How many numbers of ballots there are.
    pub(crate) fn numbers(&self) -> usize {
        self.ballots.numbers()
    }

    /// The same with other voters, each of whom gives one of these ballots: how many give each, by number. There are no
    /// more of them than before.
    pub(crate) fn given_by(&self, times: &[u64]) -> Self {
        Self {
            budget: self.budget,
            kind: self.kind,
            projects: self.projects.clone(),
            ballots: self.ballots.given_by(times),
            voters: times.iter().sum(),
            draft: Draft::default(),
            limits: self.limits.clone(),
        }
    }

    /// The same with another budget, which is neither negative nor over [`Money::MAX`], and no less than before where
    /// there are limits.
    pub(crate) fn with_budget(&self, budget: Money) -> Self {
        Self { budget, ..self.clone() }
    }

    /// The same with another cost of one project, which is neither negative nor over [`Money::MAX`].
    pub(crate) fn with_cost(&self, place: Place, cost: Money) -> Self {
        let mut changed = self.clone();
        changed.projects[place.index()].cost = cost;
        changed
    }

    /// The same with more voters who name one project and nothing else. Each gives it the most points that any ballot
    /// gives one project, and at least one; none for kinds without points. `None` when there are too many.
    pub(crate) fn with_supporters(&self, place: Place, voters: u64) -> Option<Self> {
        let given = self.votes().flat_map(|(vote, _)| vote.points.iter().copied()).max();
        let points = [given.unwrap_or(0).max(1)];
        let points = if self.kind == BallotKind::Points { &points[..] } else { &[] };
        let mut changed = self.clone();
        changed.add(Vote { places: &[place], points }, voters).ok()?;
        Some(changed)
    }

    /// How many more voters there can be.
    pub(crate) fn voters_to_come(&self) -> u64 {
        MOST_VOTERS - self.voters
    }

    /// How many ballots there are, empty ones included.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// The support of every project, by place.
    pub fn support(&self) -> Vec<Support> {
        let mut support = vec![Support::default(); self.projects.len()];
        for (vote, times) in self.votes() {
            for place in vote.places {
                support[place.index()].voters += times;
            }
            for (place, points) in vote.places.iter().zip(vote.points) {
                support[place.index()].points += times * u64::from(*points);
            }
        }
        support
    }
}

/// Two elections are equal when the same voters gave the same ballots, in whichever order.
impl PartialEq for Election {
    fn eq(&self, other: &Self) -> bool {
        let plain = |election: &Self| (election.budget, election.kind, election.voters);
        plain(self) == plain(other)
            && self.projects == other.projects
            && self.limits == other.limits
            && self.votes().collect::<BTreeMap<_, _>>() == other.votes().collect()
    }
}

impl Eq for Election {}

/// A ballot while it is being added.
#[derive(Clone, Debug, Default)]
struct Draft {
    given: Vec<(Place, u32)>,
    places: Vec<Place>,
    points: Vec<u32>,
}

impl Draft {
    fn put_in_order(&mut self, vote: Vote<'_>) {
        self.given.clear();
        self.given.extend(vote.given());
        self.given.sort_unstable_by_key(|(place, _)| *place);
        self.places.clear();
        self.places.extend(self.given.iter().map(|(place, _)| *place));
        self.points.clear();
        if !vote.points.is_empty() {
            self.points.extend(self.given.iter().map(|(_, points)| *points));
        }
    }

    fn repeats(&self) -> bool {
        self.places.windows(2).any(|pair| pair[0] == pair[1])
    }

    fn vote(&self) -> Vote<'_> {
        Vote { places: &self.places, points: &self.points }
    }
}
