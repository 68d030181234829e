//! What must hold for every count.

use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::Money;
use basketry_tally::{
    BigExact, Completion, Count, CountError, Decision, Election, Limits, Paid, Payments, ProjectId, Rule, Selection,
    Step, TiePolicy, Variant, rules,
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
        Err(CountError::Constraints { constraint, .. }) => {
            let demanded = election.constraints().contains(&constraint);
            assert!(demanded && !rule.honours(variant, constraint), "{}: {constraint}", what());
        }
        Err(CountError::OutOfReach { .. }) => {
            assert!(!election.limits().minima.is_empty(), "{}: there is no minimum", what());
        }
        Err(CountError::TooLarge { .. }) => {}
        Err(CountError::NoSuchVariant { .. }) => panic!("{}: a variant of its own", what()),
    }
}

/// The selection keeps the budget, the limits and what projects require and exclude, and its steps tell all of it.
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
    check_limits(election, &funded, what);
    let told: BTreeSet<&ProjectId> = selection.steps.iter().map(|step| &step.project).collect();
    assert_eq!(told, election.projects().iter().map(|project| &project.id).collect(), "{what}: steps");
    assert_eq!(told.len(), selection.steps.len(), "{what}: a project has two steps");
    check_steps(election, selection, what);
}

fn check_limits(election: &Election, funded: &BTreeSet<&ProjectId>, what: &str) {
    let Limits { minima, maxima, ring_fences, pots } = election.limits();
    let bought = || election.projects().iter().filter(|project| funded.contains(&project.id));
    let mut spent: BTreeMap<Option<&String>, Money> = BTreeMap::new();
    for project in bought() {
        let of_area = spent.entry(project.area.as_ref()).or_default();
        *of_area = *of_area + project.cost;
    }
    let of = |area: &String| spent.get(&Some(area)).copied().unwrap_or_default();
    assert!(minima.iter().all(|(area, least)| of(area) >= *least), "{what}: below a minimum");
    assert!(maxima.iter().chain(pots).all(|(area, most)| of(area) <= *most), "{what}: over a maximum or a pot");
    let fence = |area: Option<&String>| area.and_then(|area| ring_fences.get(area)).copied().unwrap_or_default();
    let open: Money = spent.iter().map(|(area, spent)| (*spent - fence(*area)).max(Money::ZERO)).sum();
    let fenced: Money = ring_fences.values().copied().sum();
    assert!(open <= election.budget() - fenced, "{what}: over what is open to all");
}

fn check_steps(election: &Election, selection: &Selection, what: &str) {
    let support = election.support();
    let pots = election.limits().pots.clone();
    // By pot; without pots, of the budget.
    let mut lefts: BTreeMap<Option<String>, Money> = pots.into_iter().map(|(area, left)| (Some(area), left)).collect();
    lefts.insert(None, election.budget());
    let mut bought = selection.selected.iter();
    for Step { project, cost, support: stated, left: before, decision, pot, .. } in &selection.steps {
        let left = lefts.entry(pot.clone()).or_default();
        assert_eq!(before, left, "{what}: what was left before {project}");
        let place = election.place(project).map(|place| (election.project(place).cost, support[place.index()]));
        assert_eq!(place, Some((*cost, *stated)), "{what}: {project}");
        if *decision == Decision::Bought {
            assert_eq!(bought.next(), Some(project), "{what}: the order of buying");
            *left = *left - *cost;
        }
    }
    let spent: Money =
        selection.steps.iter().filter(|step| step.decision == Decision::Bought).map(|step| step.cost).sum();
    assert_eq!((bought.next(), spent), (None, selection.cost), "{what}");
}

/// Voters who were asked to pay for a project paid just what it costs.
fn check_payments(election: &Election, variant: Variant, selection: &Selection, what: &str) {
    for (area, pot) in election.pots() {
        check_payments(&pot, variant, &selection.in_pot(area, &pot), what);
    }
    if !election.limits().pots.is_empty() {
        return;
    }
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
