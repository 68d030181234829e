//! What each rule honours, and which limits no election can have.

use basketry_domain::Money;
use basketry_tally::{BallotKind, Completion, Constraint, Election, ElectionError, Limits, Project, ProjectId, rules};

use crate::common::every_variant;

#[test]
fn every_rule_honours_what_it_can() {
    use Constraint::{Excludes, Maximum, Minimum, MinimumAmongRelated, Requires, RingFence};
    let all = [Requires, Excludes, Minimum, MinimumAmongRelated, Maximum, RingFence];
    for (rule, variant) in every_variant() {
        let honoured: Vec<Constraint> = all.into_iter().filter(|one| rule.honours(variant, *one)).collect();
        let expected = match rule.id() {
            "best" => all.to_vec(),
            "greedy" | "money-weighted" => vec![Requires, Excludes, Minimum, Maximum, RingFence],
            "greedy-no-skips" => vec![Requires, Excludes, Maximum, RingFence],
            "knapsack" => vec![Requires, Excludes],
            "phragmen" => vec![Excludes, Maximum, RingFence],
            "equal-shares" if variant.completion != Completion::Add1 => vec![Requires, Excludes, Maximum, RingFence],
            _ => Vec::new(),
        };
        assert_eq!(honoured, expected, "{} with {variant}", rule.id());
    }
    assert_eq!(rules().len(), 7, "say above what the new rule honours");
}

fn project(id: &str, area: &str) -> Project {
    Project { area: Some(area.to_owned()), ..Project::new(ProjectId::from(id), Money::from_minor(5)) }
}

/// Ten in two areas.
fn limited(limits: Limits, projects: Vec<Project>) -> Result<Election, ElectionError> {
    Election::new(Money::from_minor(10), BallotKind::Approval, projects).unwrap().limited(limits)
}

type Named = &'static [(&'static str, i64)];

fn limits([minima, maxima, ring_fences, pots]: [Named; 4]) -> Limits {
    let [minima, maxima, ring_fences, pots] = [minima, maxima, ring_fences, pots]
        .map(|limits| limits.iter().map(|(area, amount)| ((*area).to_owned(), Money::from_minor(*amount))).collect());
    Limits { minima, maxima, ring_fences, pots }
}

#[test]
fn limits_that_make_no_sense_are_refused() {
    let refused = |limits: [Named; 4]| {
        let projects = vec![project("a", "east"), project("b", "west")];
        limited(self::limits(limits), projects).map(|election| election.limits().clone()).err()
    };
    let none: Named = &[];
    let east = || "east".to_owned();
    assert_eq!(refused([&[("south", 1)], none, none, none]), Some(ElectionError::UnknownArea("south".to_owned())));
    assert_eq!(refused([none, &[("east", -1)], none, none]), Some(ElectionError::Limit(east(), Money::from_minor(-1))));
    assert_eq!(refused([none, none, &[("east", 11)], none]), Some(ElectionError::Limit(east(), Money::from_minor(11))));
    assert_eq!(refused([&[("east", 6)], &[("east", 5)], none, none]), Some(ElectionError::MinimumAboveMaximum(east())));
    assert_eq!(refused([&[("east", 5)], &[("east", 5)], none, none]), None);
    // A ring-fence pays for the minimum of its own area, not for that of another.
    assert_eq!(refused([&[("east", 7)], none, &[("east", 7), ("west", 3)], none]), None);
    assert_eq!(refused([&[("east", 7)], none, &[("west", 4)], none]), Some(ElectionError::LimitsOverBudget));
    assert_eq!(refused([&[("east", 5), ("west", 6)], none, none, none]), Some(ElectionError::LimitsOverBudget));
    assert_eq!(refused([none, none, &[("east", 5), ("west", 6)], none]), Some(ElectionError::LimitsOverBudget));
    assert_eq!(refused([none, none, none, &[("east", 5), ("west", 6)]]), Some(ElectionError::LimitsOverBudget));
    assert_eq!(refused([none, none, none, &[("east", 5), ("west", 5)]]), None);
    assert_eq!(refused([none, none, none, &[("east", 5)]]), Some(ElectionError::NoPot(ProjectId::from("b"))));
    let both: Named = &[("east", 1), ("west", 1)];
    assert_eq!(refused([none, both, none, both]), Some(ElectionError::PotsBesideLimits));
}

#[test]
fn what_belongs_together_is_in_one_pot() {
    let pots = || limits([&[], &[], &[], &[("east", 5), ("west", 5)]]);
    let needs = |id: &str, area: &str| Project { requires: vec![ProjectId::from("b")], ..project(id, area) };
    let (a, b) = (ProjectId::from("a"), ProjectId::from("b"));
    let apart = limited(pots(), vec![needs("a", "east"), project("b", "west")]);
    assert_eq!(apart, Err(ElectionError::AcrossPots(a, b)));
    assert!(limited(pots(), vec![needs("a", "west"), project("b", "west"), project("c", "east")]).is_ok());
    let outside = Project { area: None, ..project("d", "") };
    assert_eq!(
        limited(pots(), vec![project("a", "east"), project("b", "west"), outside]),
        Err(ElectionError::NoPot(ProjectId::from("d")))
    );
}
