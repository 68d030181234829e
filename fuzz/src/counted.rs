//! What must hold for every count.

use std::collections::BTreeSet;

use basketry_domain::Money;
use basketry_tally::{
    BigExact, Completion, Count, CountError, Decision, Election, Paid, Payments, ProjectId, Rule, Selection, Step,
    TiePolicy, Variant, rules,
};

/// The largest cost at which add1 is counted. Where prices fall alike and stay tied it counts again for each unit up to
/// there, which takes minutes for amounts of more digits.
const DEAREST_FOR_ADD1: Money = Money::from_minor(30_000);

/// Checks every rule in every variant on an election, and on the same election put together in another order.
pub fn check_every_rule(election: &Election, reordered: &Election) {
    assert_eq!(election, reordered);
    for rule in rules() {
        for variant in rule.variants() {
            check_count(*rule, *variant, election, reordered);
        }
    }
}

/// Checks one rule in one variant.
pub fn check_count(rule: &dyn Rule, variant: Variant, election: &Election, reordered: &Election) {
    let dear = || election.projects().iter().any(|project| project.cost > DEAREST_FOR_ADD1);
    if variant.completion == Completion::Add1 && dear() {
        return;
    }
    let what = || format!("{} with {variant}", rule.id());
    let counted = rule.count(election, variant, &TiePolicy::Lexicographic);
    assert_eq!(counted, rule.count(reordered, variant, &TiePolicy::Lexicographic), "{}", what());
    match counted {
        Ok(Count::Settled(selection)) => {
            check_selection(election, &selection, &what());
            check_payments(election, variant, &selection, &what());
            check_ties(rule, variant, election, &selection);
        }
        Ok(Count::Tied { .. }) => panic!("{}: ids break every tie", what()),
        Err(CountError::Ballots { kind, .. }) => assert!(kind == election.kind() && !rule.reads(kind, variant)),
        Err(CountError::Constraints { .. }) => {
            let related = |id: &&ProjectId| election.place(id).is_some();
            let mut ids =
                election.projects().iter().flat_map(|project| project.requires.iter().chain(&project.excludes));
            assert!(ids.any(|id| related(&id)), "{}: nothing is required or excluded", what());
        }
        Err(CountError::TooLarge { .. }) => {}
        Err(CountError::NoSuchVariant { .. }) => panic!("{}: a variant of its own", what()),
    }
}

/// The selection keeps the budget and what projects require and exclude, and its steps tell all of it.
fn check_selection(election: &Election, selection: &Selection, what: &str) {
    let funded: BTreeSet<&ProjectId> = selection.selected.iter().collect();
    assert_eq!(funded.len(), selection.selected.len(), "{what}: bought twice");
    let mut cost = Money::ZERO;
    for project in election.projects().iter().filter(|project| funded.contains(&project.id)) {
        cost = cost + project.cost;
        assert!(project.requires.iter().all(|id| funded.contains(id)), "{what}: {} lacks what it requires", project.id);
        assert!(!project.excludes.iter().any(|id| funded.contains(id)), "{what}: {} is excluded", project.id);
    }
    assert_eq!((cost, election.budget()), (selection.cost, selection.budget), "{what}");
    assert!(cost <= election.budget(), "{what}: over the budget");
    let told: BTreeSet<&ProjectId> = selection.steps.iter().map(|step| &step.project).collect();
    assert_eq!(told, election.projects().iter().map(|project| &project.id).collect(), "{what}: steps");
    assert_eq!(told.len(), selection.steps.len(), "{what}: a project has two steps");
    check_steps(election, selection, what);
}

fn check_steps(election: &Election, selection: &Selection, what: &str) {
    let support = election.support();
    let mut left = election.budget();
    let mut bought = selection.selected.iter();
    for Step { project, cost, support: stated, left: before, decision, .. } in &selection.steps {
        assert_eq!(*before, left, "{what}: what was left before {project}");
        let place = election.place(project).map(|place| (election.project(place).cost, support[place.index()]));
        assert_eq!(place, Some((*cost, *stated)), "{what}: {project}");
        if *decision == Decision::Bought {
            assert_eq!(bought.next(), Some(project), "{what}: the order of buying");
            left = left - *cost;
        }
    }
    assert_eq!((bought.next(), left), (None, selection.left()), "{what}");
}

/// Voters who were asked to pay for a project paid just what it costs.
fn check_payments(election: &Election, variant: Variant, selection: &Selection, what: &str) {
    let payments = Payments::replay(election, variant, selection);
    for step in &selection.steps {
        let asked = matches!(step.paid, Some(Paid::Shares { .. } | Paid::Loads { .. }));
        let paid = payments.of(&step.project).map(|paid| -> BigExact {
            paid.into_iter().map(|one| one.each * BigExact::from_integer(one.voters.into())).sum()
        });
        let cost = asked.then(|| BigExact::from_integer(step.cost.minor().into()));
        assert_eq!(paid, cost, "{what}: who paid for {}", step.project);
    }
}

/// A count without ties is what every policy gives; one with ties is replayed by lots.
fn check_ties(rule: &dyn Rule, variant: Variant, election: &Election, selection: &Selection) {
    let ids: Vec<ProjectId> = election.projects().iter().map(|project| project.id.clone()).collect();
    let reported = rule.count(election, variant, &TiePolicy::Report);
    match &reported {
        Ok(Count::Settled(settled)) => assert_eq!(settled, selection),
        Ok(Count::Tied { tie, until }) => {
            assert!(tie.taken.is_none() && tie.projects.len() > 1);
            assert!(until.cost <= election.budget());
            assert_eq!(selection.ties.first().map(|tie| &tie.projects), Some(&tie.projects));
        }
        Err(error) => panic!("{}: {error}", rule.id()),
    }
    assert_eq!(matches!(reported, Ok(Count::Settled(_))), selection.ties.is_empty());
    let drawn = rule.count(election, variant, &TiePolicy::Drawn(ids));
    assert_eq!(drawn, Ok(Count::Settled(selection.clone())), "{} with {variant}: lots in order of id", rule.id());
}
