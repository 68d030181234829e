//! The best selection under limits against a slow count that looks at every set of projects.

use basketry_tally::{Count, CountError, ProjectId, Rule, Satisfaction, TiePolicy, Variant, rule};
use proptest::prelude::*;

use crate::common::kind;
use crate::{Draft, has, id, related};

/// What a set brings; by cost, how many supporters its projects for nothing have decides what is alike.
fn value(draft: &Draft, satisfaction: Satisfaction, set: u32) -> (u64, u64) {
    let bought = || (0..draft.costs.len()).filter(|at| has(set, *at));
    let points = |at: usize| {
        draft.ballots.iter().map(|(ballot, times)| times * u64::from(ballot.get(&at).copied().unwrap_or(0))).sum()
    };
    let each = |at: usize| -> u64 {
        match satisfaction {
            Satisfaction::Cost => draft.supporters(at) * draft.costs[at].unsigned_abs(),
            Satisfaction::Cardinality => draft.supporters(at),
            Satisfaction::Additive => points(at),
        }
    };
    let free = bought().filter(|at| satisfaction == Satisfaction::Cost && draft.costs[*at] == 0);
    (bought().map(each).sum(), free.map(|at| draft.supporters(at)).sum())
}

/// The best of the sets that keep all, and hold nothing that nobody supports.
fn best(draft: &Draft, satisfaction: Satisfaction) -> Vec<u32> {
    let supported = |set: &u32| (0..draft.costs.len()).all(|at| !has(*set, at) || draft.supporters(at) > 0);
    let valued: Vec<_> = draft
        .sets()
        .filter(|set| supported(set) && draft.keeps(*set))
        .map(|set| (value(draft, satisfaction, set), set))
        .collect();
    let most = valued.iter().map(|(value, _)| *value).max();
    valued.into_iter().filter(|(value, _)| Some(*value) == most).map(|(_, set)| set).collect()
}

fn ids(set: u32) -> Vec<ProjectId> {
    (0..8).filter(|at| has(set, *at)).map(id).collect()
}

/// Every tie that the first of the tied decides, as the sure projects and the tied ones, and the set that is left.
fn decided(mut best: Vec<u32>) -> (Vec<(usize, Vec<ProjectId>)>, u32) {
    let mut ties = Vec::new();
    loop {
        let (sure, some) = best.iter().fold((u32::MAX, 0), |(sure, some), set| (sure & set, some | set));
        let open = some & !sure;
        if open == 0 {
            return (ties, sure);
        }
        ties.push((ids(sure).len(), ids(open)));
        best.retain(|set| has(*set, open.trailing_zeros() as usize));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn no_set_that_keeps_the_limits_is_better(draft in related()) {
        let rule = rule("best").unwrap();
        for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive] {
            let variant = Variant::plain(satisfaction);
            let counted = rule.count(&draft.election(kind(variant)), variant, &TiePolicy::Lexicographic);
            let best = best(&draft, satisfaction);
            if best.is_empty() {
                prop_assert_eq!(counted, Err(CountError::OutOfReach { rule: "best" }));
                continue;
            }
            let (ties, set) = decided(best);
            let Ok(Count::Settled(selection)) = counted else { return Err(TestCaseError::fail(format!("{counted:?}"))) };
            prop_assert_eq!(&selection.selected, &ids(set));
            let told: Vec<_> = selection.ties.iter().map(|tie| (tie.after, tie.projects.clone())).collect();
            prop_assert_eq!(told, ties);
        }
    }

    /// As far as the rule says that more money changes nothing, it changes nothing.
    #[test]
    fn more_money_changes_nothing_until_then(draft in related()) {
        let rule: &dyn Rule = rule("best").unwrap();
        let variant = Variant::plain(Satisfaction::Cost);
        let settled = |draft: &Draft| match rule.count(&draft.election(kind(variant)), variant, &TiePolicy::Lexicographic) {
            Ok(Count::Settled(selection)) => Some(selection),
            _ => None,
        };
        if let Some(selection) = settled(&draft) {
            for more in 1..=rule.unmoved(&draft.election(kind(variant)), variant, &selection).min(9) {
                let richer = Draft { budget: draft.budget + i64::try_from(more).unwrap(), ..draft.clone() };
                prop_assert_eq!(settled(&richer).map(|selection| selection.selected), Some(selection.selected.clone()));
            }
        }
    }
}
