//! What is an election, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use basketry_domain::Money;
use basketry_tally::{BallotKind, Election, ElectionError, Place, Project, ProjectId, Vote};

fn project(id: &str, cost: i64) -> Project {
    Project::new(ProjectId::from(id), Money::from_minor(cost))
}

fn election(projects: Vec<Project>) -> Result<Election, ElectionError> {
    Election::new(Money::from_minor(3), BallotKind::Approval, projects)
}

fn small() -> Election {
    election(vec![project("b", 2), project("a", 1)]).unwrap()
}

fn of_kind(kind: BallotKind) -> (Election, Vec<Place>) {
    let projects = ["a", "b", "c"].map(|id| project(id, 1)).into();
    let election = Election::new(Money::from_minor(3), kind, projects).unwrap();
    let places = election.places().collect();
    (election, places)
}

#[test]
fn kinds_are_never_mixed() {
    let (mut approval, places) = of_kind(BallotKind::Approval);
    let refused = approval.add(Vote { places: &places, points: &[3, 2, 1] }, 1);
    assert_eq!(refused, Err(ElectionError::Points { projects: 0, points: 3 }));
    let (mut points, places) = of_kind(BallotKind::Points);
    assert_eq!(points.add(Vote::naming(&places), 1), Err(ElectionError::Points { projects: 3, points: 0 }));
    let (mut choice, places) = of_kind(BallotKind::ChooseOne);
    assert_eq!(choice.add(Vote::naming(&places), 1), Err(ElectionError::MoreThanOne));
    assert_eq!(choice.add(Vote::naming(&places[..1]), 1), Ok(()));
}

#[test]
fn only_rankings_have_an_order() {
    for (kind, different) in [(BallotKind::Approval, 1), (BallotKind::Basket, 1), (BallotKind::Ranking, 2)] {
        let (mut election, places) = of_kind(kind);
        election.add(Vote::naming(&[places[0], places[2]]), 1).unwrap();
        election.add(Vote::naming(&[places[2], places[0]]), 1).unwrap();
        assert_eq!((election.votes().count(), election.voters()), (different, 2), "{kind}");
        let repeats = [places[1], places[0], places[1]];
        assert_eq!(election.add(Vote::naming(&repeats), 1), Err(ElectionError::Repeated), "{kind}");
    }
}

#[test]
fn points_stay_with_their_projects() {
    let (mut election, places) = of_kind(BallotKind::Points);
    election.add(Vote { places: &[places[2], places[0]], points: &[5, 0] }, 2).unwrap();
    election.add(Vote { places: &[places[0], places[2]], points: &[0, 5] }, 1).unwrap();
    election.add(Vote { places: &[places[0], places[2]], points: &[5, 0] }, 1).unwrap();
    let support: Vec<_> = election.support().iter().map(|support| (support.voters, support.points)).collect();
    assert_eq!(support, [(4, 5), (0, 0), (4, 15)]);
    assert_eq!(election.votes().map(|(_, times)| times).collect::<Vec<_>>(), [3, 1]);
}

#[test]
fn elections_with_the_same_ballots_are_equal() {
    let (empty, places) = of_kind(BallotKind::Ranking);
    let of = |ballots: &[&[Place]]| {
        let mut election = empty.clone();
        for ballot in ballots {
            election.add(Vote::naming(ballot), 1).unwrap();
        }
        election
    };
    let (up, down) = ([places[0], places[1]], [places[1], places[0]]);
    assert_eq!(of(&[&up, &down, &up]), of(&[&down, &up, &up]));
    assert_ne!(of(&[&up, &down, &up]), of(&[&down, &up, &down]));
    assert_ne!(of(&[&up]), of(&[&up, &[]]));
}

#[test]
fn projects_stand_in_order_of_id_and_equal_ballots_together() {
    let mut election = small();
    let b = election.place(&ProjectId::from("b")).unwrap();
    election.add(Vote::naming(&[b]), 1).unwrap();
    election.add(Vote::naming(&[b]), 2).unwrap();
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
    assert_eq!(small().add(Vote::naming(&[c]), 1), Err(ElectionError::UnknownPlace));
    assert_eq!(small().add(Vote::default(), u64::MAX), Err(ElectionError::TooMany));
}
