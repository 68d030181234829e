//! Every registered rule keeps every limit, or refuses with a code.

use basketry_domain::Money;
use basketry_tally::{
    Count, CountError, Decision, Election, Limits, Reason, Rule, Selection, Step, TiePolicy, Variant,
};
use proptest::prelude::*;

use crate::common::{every_variant, kind};
use crate::{AREAS, Draft, has, limited, number, plain, related, set_of};

/// The count, unless the rule refuses, which it does only for what it does not honour or what cannot be reached.
fn counted(
    draft: &Draft,
    rule: &dyn Rule,
    variant: Variant,
    policy: &TiePolicy,
) -> Result<Option<Count>, TestCaseError> {
    let election = draft.election(kind(variant));
    let demanded = election.constraints();
    let refused = demanded.iter().find(|constraint| !rule.honours(variant, **constraint));
    match rule.count(&election, variant, policy) {
        Ok(count) => {
            prop_assert_eq!(refused, None);
            Ok(Some(count))
        }
        Err(CountError::Constraints { constraint, .. }) => {
            prop_assert_eq!(Some(&constraint), refused);
            Ok(None)
        }
        Err(CountError::OutOfReach { .. }) => {
            let supported = |set: u32| (0..draft.costs.len()).all(|at| !has(set, at) || draft.supporters(at) > 0);
            let can = |set: &u32| draft.keeps(*set) && (rule.id() != "best" || supported(*set));
            prop_assert_eq!(draft.sets().find(can), None);
            Ok(None)
        }
        Err(error) => Err(TestCaseError::fail(error.to_string())),
    }
}

fn settled(draft: &Draft, rule: &dyn Rule, variant: Variant) -> Result<Option<Selection>, TestCaseError> {
    match counted(draft, rule, variant, &TiePolicy::Lexicographic)? {
        Some(Count::Tied { .. }) => Err(TestCaseError::fail("a lexicographic count is always settled")),
        count => Ok(count.map(|count| count.selection().clone())),
    }
}

/// Whether a reason for leaving out a project beside a set is true, as far as limits go.
fn is_true(draft: &Draft, set: u32, at: usize, reason: &Reason, later: u32) -> bool {
    let with = set | 1 << at;
    let area = |name: &String| AREAS.iter().position(|area| area == name).unwrap();
    // What can still be bought beside it: the sets between these two.
    let rest: Vec<u32> = draft.sets().filter(|more| more & with == with && more & !(with | later) == 0).collect();
    let missing = |more: &u32| draft.taken(*more) - draft.open_money();
    match reason {
        Reason::OverMaximum { area: name, over } => {
            over.is_positive() && draft.spent(with, area(name)) - draft.maxima[&area(name)] == over.minor()
        }
        Reason::RingFenced { short } => short.is_positive() && missing(&with) == short.minor(),
        Reason::KeptFor { short, areas } => {
            let reaching = rest.iter().filter(|more| draft.reaches(**more));
            short.is_positive()
                && reaching.map(missing).min() == Some(short.minor())
                && areas.is_sorted()
                && areas.iter().all(|name| draft.spent(with, area(name)) < draft.minima[&area(name)])
        }
        Reason::MinimumLost { area: name } => {
            let most = draft.maxima.get(&area(name)).copied().unwrap_or(i64::MAX);
            !rest.iter().any(|more| (draft.minima[&area(name)]..=most).contains(&draft.spent(*more, area(name))))
        }
        Reason::OverBudget { short } => short.is_positive() && draft.cost(with) - draft.budget == short.minor(),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_demanded_is_kept_or_the_rule_refuses(draft in related()) {
        for (rule, variant) in every_variant() {
            let Some(selection) = settled(&draft, rule, variant)? else { continue };
            let set = set_of(&selection.selected);
            prop_assert!(draft.keeps(set), "{} {variant}: {:?}", rule.id(), selection.selected);
            prop_assert_eq!(selection.cost.minor(), draft.cost(set));
            prop_assert_eq!(selection.steps.len(), draft.costs.len());
            let mut bought = 0;
            for (step, Step { project, decision, left, .. }) in selection.steps.iter().enumerate() {
                let at = number(project);
                let later = selection.steps[step + 1..].iter().fold(0, |set, step| set | 1 << number(&step.project));
                prop_assert_eq!(left.minor(), draft.budget - draft.cost(bought));
                match decision {
                    Decision::Bought => bought |= 1 << at,
                    Decision::Skipped(reason) => {
                        prop_assert!(is_true(&draft, bought, at, reason, later), "{} {variant} {at}: {reason:?}", rule.id());
                    }
                }
            }
        }
    }

    /// A tie that is not told changes nothing, and one that is told is a lot to draw.
    #[test]
    fn ties_are_told_where_they_matter(draft in related()) {
        let lots = |at: Vec<usize>| TiePolicy::Drawn(at.into_iter().map(crate::id).collect());
        for (rule, variant) in every_variant() {
            let Some(selection) = settled(&draft, rule, variant)? else { continue };
            let all = 0..draft.costs.len();
            let replayed = counted(&draft, rule, variant, &lots(all.clone().collect()))?;
            prop_assert_eq!(replayed, Some(Count::Settled(selection.clone())));
            let backwards = counted(&draft, rule, variant, &lots(all.rev().collect()))?.unwrap();
            match counted(&draft, rule, variant, &TiePolicy::Report)?.unwrap() {
                Count::Settled(reported) => {
                    prop_assert_eq!(&reported, &selection);
                    prop_assert_eq!(set_of(&backwards.selection().selected), set_of(&selection.selected));
                }
                Count::Tied { tie, .. } => prop_assert_eq!(&tie.projects, &selection.ties[0].projects),
            }
        }
    }

    /// Limits that bind nothing change nothing; nor do none.
    #[test]
    fn limits_that_bind_nothing_change_nothing(draft in plain()) {
        let wide = |amount: i64| (0..AREAS.len()).filter(|area| draft.areas.contains(area)).map(|area| (area, amount)).collect();
        let wide = Draft { minima: wide(0), maxima: wide(draft.costs.iter().sum()), ring_fences: wide(0), ..draft.clone() };
        for (rule, variant) in every_variant() {
            let plain = rule.count(&draft.unlimited(kind(variant)), variant, &TiePolicy::Lexicographic);
            prop_assert_eq!(&rule.count(&draft.election(kind(variant)), variant, &TiePolicy::Lexicographic), &plain);
            let bound = [
                Draft { minima: wide.minima.clone(), ..draft.clone() },
                Draft { maxima: wide.maxima.clone(), ..draft.clone() },
                Draft { ring_fences: wide.ring_fences.clone(), ..draft.clone() },
            ];
            for draft in bound {
                let counted = counted(&draft, rule, variant, &TiePolicy::Lexicographic)?;
                prop_assert!(counted.is_none_or(|count| Ok(&count) == plain.as_ref()), "{} {variant}", rule.id());
            }
        }
    }

    /// Where the ballots come first or last, and whether they come together.
    #[test]
    fn the_order_of_ballots_changes_nothing(draft in related()) {
        let one = |(ballot, times): &(_, u64)| vec![(Clone::clone(ballot), 1); usize::try_from(*times).unwrap()];
        let turned = Draft { ballots: draft.ballots.iter().rev().flat_map(one).collect(), ..draft.clone() };
        for (rule, variant) in every_variant() {
            prop_assert_eq!(settled(&draft, rule, variant)?, settled(&turned, rule, variant)?);
        }
    }
}

/// That the drafts are worth drawing.
#[test]
fn every_reason_and_refusal_comes_up() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut times = [0; 5];
    for _ in 0..400 {
        let draft = limited().new_tree(&mut runner).unwrap().current();
        for (rule, variant) in every_variant() {
            let counted = rule.count(&draft.election(kind(variant)), variant, &TiePolicy::Lexicographic);
            times[4] += usize::from(matches!(counted, Err(CountError::OutOfReach { .. })));
            let Ok(Count::Settled(selection)) = counted else { continue };
            for step in &selection.steps {
                match &step.decision {
                    Decision::Skipped(Reason::OverMaximum { .. }) => times[0] += 1,
                    Decision::Skipped(Reason::RingFenced { .. }) => times[1] += 1,
                    Decision::Skipped(Reason::KeptFor { .. }) => times[2] += 1,
                    Decision::Skipped(Reason::MinimumLost { .. }) => times[3] += 1,
                    _ => {}
                }
            }
        }
    }
    // Seldom is an area so tight that one of its projects is in the way of its minimum.
    assert!(times.iter().zip([100, 100, 30, 2, 100]).all(|(times, least)| *times > least), "{times:?}");
}

/// The limits are a part of what an election is.
#[test]
fn elections_differ_by_their_limits() {
    let draft = Draft { budget: 9, costs: vec![3], areas: vec![0], maxima: [(0, 4)].into(), ..Draft::default() };
    let of = |draft: &Draft| -> Election { draft.election(basketry_tally::BallotKind::Approval) };
    assert_eq!(of(&draft), of(&draft));
    assert_ne!(of(&draft), of(&Draft { maxima: [(0, 5)].into(), ..draft.clone() }));
    assert_eq!(of(&draft).limits().maxima["east"], Money::from_minor(4));
    assert_eq!(of(&draft).limited(Limits::default()).unwrap().constraints(), []);
}
