//! From a Pabulib file to the election it holds.

use basketry_formats::Notice;
use basketry_pabulib::{self as pabulib, VoteKind};
use basketry_tally::{BallotKind, Election, ElectionError, Place, Project, ProjectId, Vote};

use crate::notice::election_notice;

/// The election a file holds; amounts stay in the file's scale.
pub fn pabulib_election(file: &pabulib::File) -> Result<Election, Notice> {
    election(file).map_err(|error| election_notice(&error))
}

fn election(file: &pabulib::File) -> Result<Election, ElectionError> {
    let project = |from: &pabulib::Project| Project {
        name: from.name.clone(),
        area: from.category.clone(),
        ..Project::new(ProjectId::from(from.id.as_str()), from.cost)
    };
    let kind = match file.kind {
        VoteKind::Approval => BallotKind::Approval,
        VoteKind::ChooseOne => BallotKind::ChooseOne,
        VoteKind::Ordinal => BallotKind::Ranking,
        VoteKind::Cumulative | VoteKind::Scoring => BallotKind::Points,
        VoteKind::Knapsack => BallotKind::Basket,
    };
    let mut election = Election::new(file.budget, kind, file.projects.iter().map(project).collect())?;
    let id = |project: &pabulib::Project| ProjectId::from(project.id.as_str());
    let place = |project| election.place(&id(project)).ok_or_else(|| ElectionError::UnknownProject(id(project)));
    let places = file.projects.iter().map(place).collect::<Result<Vec<Place>, _>>()?;
    let mut named = Vec::new();
    for given in file.votes.iter() {
        named.clear();
        named.extend(given.projects.iter().map(|index| places[usize::from(*index)]));
        election.add(Vote { places: &named, points: given.points }, 1)?;
    }
    Ok(election)
}
