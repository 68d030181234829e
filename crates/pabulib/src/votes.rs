//! What one vote says.

use std::collections::BTreeMap;

use super::MOST_ROWS;
use super::error::{Error, Expected, Fault};
use super::field::Columns;
use super::places::Places;
use super::rows::{Row, Section, trimmed};
use super::voters::Voters;

/// What the votes of a file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteKind {
    /// Projects approved of.
    Approval,
    /// One project or none.
    ChooseOne,
    /// Projects from the most to the least wanted.
    Ordinal,
    /// Points out of a fixed sum.
    Cumulative,
    /// Points for each project on its own.
    Scoring,
    /// Projects within the budget.
    Knapsack,
}

impl VoteKind {
    /// The kind META states. Stanford's basket files state `approval` and say `knapsacks` in `subunit`.
    pub(super) fn of(meta: &BTreeMap<String, (u64, String)>, line: u64) -> Result<Self, Error> {
        let Some((stated_on, kind)) = meta.get("vote_type") else {
            return Err(Error::at(line, Fault::MissingKey { key: "vote_type" }));
        };
        let baskets = meta.get("subunit").is_some_and(|(_, subunit)| subunit.to_lowercase().contains("knapsack"));
        match kind.to_lowercase().as_str() {
            "approval" if baskets => Ok(Self::Knapsack),
            "approval" => Ok(Self::Approval),
            "choose-1" => Ok(Self::ChooseOne),
            "ordinal" => Ok(Self::Ordinal),
            "cumulative" => Ok(Self::Cumulative),
            "scoring" => Ok(Self::Scoring),
            "knapsack" => Ok(Self::Knapsack),
            _ => {
                let fault = Fault::Value { name: "vote_type", found: kind.clone(), expected: Expected::VoteKind };
                Err(Error::at(*stated_on, fault))
            }
        }
    }

    /// Whether votes of this kind carry points.
    pub fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }
}

/// The votes of a file in its order, by columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    lines: Vec<u32>,
    /// By vote: where its projects end.
    ends: Vec<u32>,
    projects: Vec<u16>,
    points: Vec<u32>,
}

/// One vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote<'a> {
    /// The line it is on.
    pub line: u64,
    /// The projects it names, each as its index in [`super::File::projects`], in the vote's order. May be none.
    pub projects: &'a [u16],
    /// The points for each of these projects; empty for kinds without points.
    pub points: &'a [u32],
}

impl Votes {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The votes.
    pub fn iter(&self) -> impl Iterator<Item = Vote<'_>> {
        let mut start = 0;
        self.lines.iter().zip(&self.ends).map(move |(line, end)| {
            let range = std::mem::replace(&mut start, *end as usize)..*end as usize;
            // Either every vote has points or none has.
            let points = self.points.get(range.clone()).unwrap_or_default();
            Vote { line: u64::from(*line), projects: &self.projects[range], points }
        })
    }
}

/// Reads votes.
pub(super) struct VoteReader {
    pub(super) kind: VoteKind,
    pub(super) votes: Votes,
    /// Votes with a voter id that an earlier one has, and where the first is.
    pub(super) same_voter: Option<(usize, u64)>,
    vote: usize,
    points: usize,
    voter: Option<usize>,
    /// By project: the last vote that names it, counted from 1.
    named_in: Vec<usize>,
    voters: Voters,
}

impl VoteReader {
    /// Reads votes of `kind` on so many projects, below a row of column names.
    pub(super) fn new(header: Row<'_>, kind: VoteKind, projects: usize) -> Result<Self, Error> {
        let needed: &[&str] = if kind.has_points() { &["vote", "points"] } else { &["vote"] };
        let columns = Columns::new(header, Section::Votes, needed)?;
        let place = |name| columns.place(name).unwrap_or(usize::MAX);
        Ok(Self {
            kind,
            votes: Votes::default(),
            same_voter: None,
            vote: place("vote"),
            points: place("points"),
            voter: columns.place("voter_id"),
            named_in: vec![0; projects],
            voters: Voters::default(),
        })
    }

    /// Reads a vote, and says which project it names a second time where that does no harm.
    pub(super) fn read(&mut self, row: Row<'_>, places: &Places) -> Result<Option<String>, Error> {
        let (start, number) = (self.votes.projects.len(), self.votes.len() + 1);
        let mut again = None;
        for (id, place) in places.of(row.get(self.vote)) {
            let unknown = || Error::at(row.line, Fault::UnknownProject { project: id.to_owned() });
            let place = place.ok_or_else(unknown)?;
            if std::mem::replace(&mut self.named_in[usize::from(place)], number) == number {
                again.get_or_insert(id);
            } else {
                self.votes.projects.push(place);
            }
        }
        let again = again.map(str::to_owned);
        if let Some(project) = again.clone().filter(|_| !matches!(self.kind, VoteKind::Approval | VoteKind::Knapsack)) {
            return Err(Error::at(row.line, Fault::RepeatedProject { project }));
        }
        let found = self.votes.projects.len() - start;
        if self.kind == VoteKind::ChooseOne && found > 1 {
            return Err(Error::at(row.line, Fault::MoreThanOne { found }));
        }
        if self.kind.has_points() {
            self.read_points(row, found)?;
        }
        let too_many = |_| Error::at(row.line, Fault::TooManyRows { limit: MOST_ROWS });
        self.votes.lines.push(u32::try_from(row.line).map_err(too_many)?);
        self.votes.ends.push(u32::try_from(self.votes.projects.len()).map_err(too_many)?);
        self.note_voter(row);
        Ok(again)
    }

    fn read_points(&mut self, row: Row<'_>, projects: usize) -> Result<(), Error> {
        let text = row.get(self.points);
        let points = list(text).count();
        if points != projects {
            return Err(Error::at(row.line, Fault::PointsCount { projects, points }));
        }
        for given in list(text) {
            // Some files print whole points as `3.0`.
            let points = given.strip_suffix(".0").unwrap_or(given).parse().map_err(|_| {
                let fault = Fault::Value { name: "points", found: given.to_owned(), expected: Expected::Points };
                Error::at(row.line, fault)
            })?;
            self.votes.points.push(points);
        }
        Ok(())
    }

    fn note_voter(&mut self, row: Row<'_>) {
        let voter = self.voter.map_or("", |column| row.get(column));
        if !voter.is_empty() && !self.voters.insert(voter) {
            self.same_voter.get_or_insert((0, row.line)).0 += 1;
        }
    }
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(trimmed).filter(|part| !part.is_empty())
}
