//! What one vote says.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::error::{Error, Expected, Fault};
use super::field::Columns;
use super::rows::Row;

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

/// One vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The line it is on.
    pub line: u64,
    /// Who gave it, as spelt in the file; may be empty.
    pub voter: String,
    /// The projects it names, each as its index in [`super::File::projects`], in the vote's order. May be none.
    pub projects: Vec<usize>,
    /// The points for each of these projects; empty for kinds without points.
    pub points: Vec<u32>,
}

impl Vote {
    /// Reads a vote, and says which project it names a second time where that does no harm.
    pub(super) fn read(
        row: &Row,
        columns: &Columns,
        kind: VoteKind,
        places: &HashMap<String, usize>,
    ) -> Result<(Self, Option<String>), Error> {
        let named = list(columns.get(row, "vote"));
        let unknown = |id: &str| Error::at(row.line, Fault::UnknownProject { project: id.to_owned() });
        let place = |id: &&str| places.get(*id).copied().ok_or_else(|| unknown(id));
        let mut projects = named.iter().map(place).collect::<Result<Vec<usize>, Error>>()?;

        let mut seen = HashSet::new();
        let again = projects.iter().position(|place| !seen.insert(*place)).map(|index| named[index].to_owned());
        if let Some(project) = again.clone() {
            if !matches!(kind, VoteKind::Approval | VoteKind::Knapsack) {
                return Err(Error::at(row.line, Fault::RepeatedProject { project }));
            }
            seen.clear();
            projects.retain(|place| seen.insert(*place));
        }
        if kind == VoteKind::ChooseOne && projects.len() > 1 {
            return Err(Error::at(row.line, Fault::MoreThanOne { found: projects.len() }));
        }
        let points = if kind.has_points() { points(row, columns, projects.len())? } else { Vec::new() };
        let voter = columns.get(row, "voter_id").to_owned();
        Ok((Self { line: row.line, voter, projects, points }, again))
    }
}

fn points(row: &Row, columns: &Columns, projects: usize) -> Result<Vec<u32>, Error> {
    let given = list(columns.get(row, "points"));
    if given.len() != projects {
        return Err(Error::at(row.line, Fault::PointsCount { projects, points: given.len() }));
    }
    let wrong = |found: &str| {
        let fault = Fault::Value { name: "points", found: found.to_owned(), expected: Expected::Points };
        Error::at(row.line, fault)
    };
    // Some files print whole points as `3.0`.
    let whole = |text: &str| text.strip_suffix(".0").unwrap_or(text).parse().map_err(|_| wrong(text));
    given.into_iter().map(whole).collect()
}

fn list(text: &str) -> Vec<&str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect()
}
