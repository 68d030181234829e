//! What is an election, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use basketry_domain::Money;
use basketry_tally::{BallotKind, Election, ElectionError, Project, ProjectId, Vote};

fn project(id: &str, cost: i64) -> Project {
    Project::new(ProjectId::from(id), Money::from_minor(cost))
}

fn election(projects: Vec<Project>) -> Result<Election, ElectionError> {
    Election::new(Money::from_minor(3), BallotKind::Approval, projects)
}

fn small() -> Election {
    election(vec![project("b", 2), project("a", 1)]).unwrap()
}

#[test]
fn kinds_are_never_mixed() {
    let refused = small().add(Vote::Ranking(Vec::new()), 1);
    let expected = ElectionError::Kind { expected: BallotKind::Approval, found: BallotKind::Ranking };
    assert_eq!(refused, Err(expected));
}

#[test]
fn projects_stand_in_order_of_id_and_equal_ballots_together() {
    let mut election = small();
    let b = election.place(&ProjectId::from("b")).unwrap();
    election.add(Vote::approval([b]), 1).unwrap();
    election.add(Vote::approval([b]), 2).unwrap();
    assert_eq!(election.votes().map(|(_, times)| times).collect::<Vec<_>>(), [3]);
    assert_eq!(election.support()[b.index()].voters, 3);
    assert_eq!(election.projects()[0].id.as_str(), "a");
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let a = ProjectId::from("a");
    assert_eq!(election(vec![project("a", -1)]), Err(ElectionError::Cost(a.clone(), Money::from_minor(-1))));
    assert_eq!(election(vec![project("a", 1), project("a", 2)]), Err(ElectionError::DuplicateProject(a)));
    let lost = Project { requires: vec![ProjectId::from("z")], ..project("a", 1) };
    assert_eq!(election(vec![lost]), Err(ElectionError::UnknownProject(ProjectId::from("z"))));
    let larger = election(vec![project("a", 1), project("b", 1), project("c", 1)]).unwrap();
    let c = larger.place(&ProjectId::from("c")).unwrap();
    assert_eq!(small().add(Vote::approval([c]), 1), Err(ElectionError::UnknownPlace));
    assert_eq!(small().add(Vote::approval([]), u64::MAX), Err(ElectionError::TooMany));
}
