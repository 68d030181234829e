//! Equal shares and Phragmén against slow counts with a fraction for every voter, in which what cannot be bought beside
//! what is bought is not looked at. With equal shares a project waits for what it requires.

use basketry_tally::{BigExact, Completion, Count, Election, ProjectId, Rule, Satisfaction, TiePolicy, Variant, rule};
use proptest::prelude::*;

use crate::common::kind;
use crate::{Draft, id, related};

fn whole(number: i64) -> BigExact {
    BigExact::from_integer(number.into())
}

/// Related projects, and no minima, which these rules refuse.
fn drafts() -> impl Strategy<Value = Draft> {
    related().prop_map(|draft| Draft { minima: [].into(), ..draft })
}

/// What each voter gets out of each project.
fn utilities(draft: &Draft, satisfaction: Satisfaction) -> Vec<Vec<i64>> {
    let utility = |at: usize, points: Option<&u32>| match (satisfaction, points) {
        (_, None) => 0,
        (Satisfaction::Cost, Some(_)) => draft.costs[at].max(1),
        (Satisfaction::Cardinality, Some(_)) => 1,
        (Satisfaction::Additive, Some(points)) => i64::from(*points),
    };
    let all = 0..draft.costs.len();
    let voter =
        |ballot: &std::collections::BTreeMap<usize, u32>| all.clone().map(|at| utility(at, ballot.get(&at))).collect();
    draft.ballots.iter().flat_map(|(ballot, times)| (0..*times).map(move |_| voter(ballot))).collect()
}

/// Whether a project can be had beside those bought. What the budget itself does not pay for is up to the rule.
fn can(draft: &Draft, bought: &[usize], at: usize) -> bool {
    let set = bought.iter().fold(1 << at, |set, at| set | 1 << at);
    if draft.cost(set) > draft.budget { draft.is_free(set) } else { draft.fits(set) }
}

/// The projects that can be bought now.
fn open<'a>(draft: &'a Draft, bought: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
    (0..draft.costs.len()).filter(|at| !bought.contains(at) && can(draft, bought, *at) && !waits(draft, bought, *at))
}

/// Whether something is missing that a project requires.
fn waits(draft: &Draft, bought: &[usize], at: usize) -> bool {
    draft.requires.iter().any(|(one, other)| *one == at && !bought.contains(other))
}

fn equal_shares(draft: &Draft, satisfaction: Satisfaction) -> Vec<usize> {
    let utilities = utilities(draft, satisfaction);
    let mut purses = vec![whole(draft.budget) / whole(i64::try_from(utilities.len()).unwrap().max(1)); utilities.len()];
    let mut bought = Vec::new();
    loop {
        let price = |at: usize| {
            let mut supporters: Vec<_> = utilities.iter().zip(&purses).filter(|(voter, _)| voter[at] > 0).collect();
            supporters.sort_by_key(|(voter, purse)| *purse / whole(voter[at]));
            let (mut rest, mut units) =
                (whole(draft.costs[at]), supporters.iter().map(|(voter, _)| voter[at]).sum::<i64>());
            for (voter, purse) in supporters {
                if purse * whole(units) >= &rest * whole(voter[at]) {
                    return Some(rest / whole(units));
                }
                rest -= purse;
                units -= voter[at];
            }
            None
        };
        let Some((price, at)) = open(draft, &bought).filter_map(|at| Some((price(at)?, at))).min() else {
            return bought;
        };
        for (voter, purse) in utilities.iter().zip(&mut purses) {
            let due = &price * whole(voter[at]);
            *purse = if *purse > due { &*purse - due } else { whole(0) };
        }
        bought.push(at);
    }
}

fn phragmen(draft: &Draft) -> Vec<usize> {
    let supports = utilities(draft, Satisfaction::Cardinality);
    let mut loads = vec![whole(0); supports.len()];
    let (mut bought, mut open) = (Vec::new(), (0..draft.costs.len()).collect::<Vec<_>>());
    loop {
        // What is barred stays so, also when there is not even money for it any more.
        open.retain(|at| !bought.contains(at) && can(draft, &bought, *at));
        let load = |at: usize| {
            let carried: BigExact =
                supports.iter().zip(&loads).filter(|(voter, _)| voter[at] > 0).map(|(_, load)| load).sum();
            let supporters = supports.iter().filter(|voter| voter[at] > 0).count();
            (whole(draft.costs[at]) + carried) / whole(i64::try_from(supporters).unwrap())
        };
        let possible = |at: &usize| draft.costs[*at] <= draft.budget && draft.supporters(*at) > 0;
        let loaded: Vec<_> = open.iter().copied().filter(possible).map(|at| (load(at), at)).collect();
        let Some((lightest, first)) = loaded.iter().min().cloned() else { return bought };
        let left = draft.budget - bought.iter().map(|at| draft.costs[*at]).sum::<i64>();
        if loaded.iter().any(|(load, at)| *load == lightest && draft.costs[*at] > left) {
            return bought;
        }
        for (voter, load) in supports.iter().zip(&mut loads).filter(|(voter, _)| voter[first] > 0) {
            assert!(voter[first] == 1 && *load <= lightest);
            *load = lightest.clone();
        }
        bought.push(first);
    }
}

fn selected(rule: &dyn Rule, variant: Variant, election: &Election) -> Vec<ProjectId> {
    match rule.count(election, variant, &TiePolicy::Lexicographic).unwrap() {
        Count::Settled(selection) => selection.selected,
        Count::Tied { .. } => panic!("a lexicographic count is always settled"),
    }
}

fn ids(bought: Vec<usize>) -> Vec<ProjectId> {
    bought.into_iter().map(id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn equal_shares_look_at_nothing_that_is_barred(draft in drafts()) {
        let rule = rule("equal-shares").unwrap();
        for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
            let variant = Variant::plain(satisfaction);
            let election = draft.election(kind(variant));
            let bought = equal_shares(&draft, satisfaction);
            prop_assert_eq!(selected(rule, variant, &election), ids(bought.clone()));
            // What greedy adds, it adds to this, and as long as something fits.
            let completed = selected(rule, variant.with(Completion::Greedy), &election);
            prop_assert_eq!(&completed[..bought.len()], &ids(bought)[..]);
            let set = crate::set_of(&completed);
            prop_assert!(draft.keeps(set));
            let completed: Vec<usize> = completed.iter().map(crate::number).collect();
            let fits = |at: &usize| draft.fits(set | 1 << at) && !waits(&draft, &completed, *at);
            let more = (0..draft.costs.len()).find(|at| set >> at & 1 == 0 && fits(at));
            prop_assert_eq!(more, None);
        }
    }

    #[test]
    fn phragmen_looks_at_nothing_that_is_barred(draft in drafts()) {
        let draft = Draft { requires: Vec::new(), ..draft };
        let rule = rule("phragmen").unwrap();
        let variant = rule.variants()[0];
        prop_assert_eq!(selected(rule, variant, &draft.election(kind(variant))), ids(phragmen(&draft)));
    }
}
