//! Greedy against its definition: each project in turn, if some selection that keeps all limits goes on from there.

use std::cmp::Reverse;

use basketry_tally::{Count, CountError, Rule, TiePolicy, rule};
use proptest::prelude::*;

use crate::common::kind;
use crate::{Draft, id, limited, number};

/// What is bought when each project of a list is bought if some of the later ones can bring the rest to what keeps all.
fn by_definition(draft: &Draft, order: &[usize]) -> Option<Vec<usize>> {
    let goes_on = |bought: u32, rest: &[usize]| {
        let rest = rest.iter().fold(0, |set, at| set | 1 << at);
        draft.sets().any(|set| set & bought == bought && set & !(bought | rest) == 0 && draft.keeps(set))
    };
    let (mut bought, mut list) = (0, Vec::new());
    goes_on(0, order).then_some(())?;
    for (turn, at) in order.iter().enumerate() {
        if goes_on(bought | 1 << at, &order[turn + 1..]) {
            bought |= 1 << at;
            list.push(*at);
        }
    }
    Some(list)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn greedy_is_by_definition(
        draft in limited(),
        excludes in prop::collection::vec((0_usize..8, 0_usize..8), 0..4),
    ) {
        let known = |(one, other): &(usize, usize)| one != other && *one.max(other) < draft.costs.len();
        let excludes: Vec<_> = excludes.into_iter().filter(known).collect();
        let draft = if draft.minima.is_empty() { Draft { excludes, ..draft } } else { draft };
        let greedy: &dyn Rule = rule("greedy").unwrap();
        for variant in greedy.variants() {
            let election = draft.election(kind(*variant));
            match greedy.count(&election, *variant, &TiePolicy::Lexicographic) {
                Ok(Count::Settled(selection)) => {
                    let mut steps: Vec<_> = selection.steps.iter().collect();
                    steps.sort_by_key(|step| (Reverse(step.merit.clone()), number(&step.project)));
                    let order: Vec<usize> = steps.iter().map(|step| number(&step.project)).collect();
                    let expected = by_definition(&draft, &order).unwrap();
                    prop_assert_eq!(selection.selected, expected.into_iter().map(id).collect::<Vec<_>>());
                }
                Err(CountError::OutOfReach { .. }) => {
                    let order: Vec<usize> = (0..draft.costs.len()).collect();
                    prop_assert_eq!(by_definition(&draft, &order), None);
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
