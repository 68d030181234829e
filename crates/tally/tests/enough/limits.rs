//! What would have bought a project under limits of areas, against every smaller change tried one by one.

use std::collections::BTreeMap;

use basketry_tally::{BallotKind, Change, Constraint, Enough, Limits, Needed, TiePolicy};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::common::every_variant;
use crate::{CHANGES, Draft, area, check, constrained, draft, id, lexicographic, money, policies, usual};

/// The same with limits of one kind or two.
fn limited() -> impl Strategy<Value = Draft> {
    (constrained(), 0_usize..5, (0_u64..30, 0_u64..30)).prop_map(|(draft, kind, (even, odd))| {
        // What is for the one area is not for the other.
        let even = even.min(draft.budget);
        let amounts = [even, odd.min(draft.budget - even)].into_iter().enumerate().take(draft.costs.len());
        let amounts = || amounts.clone().map(|(at, amount)| (area(at).to_owned(), money(amount))).collect();
        let across = |pairs: &[(usize, usize)]| pairs.iter().any(|(one, other)| area(*one) != area(*other));
        let free = !across(&draft.requires) && !across(&draft.excludes);
        let none = Limits::default();
        let limits = match kind {
            0 if free => Limits { pots: amounts(), ..none },
            1 => Limits { minima: amounts(), ..none },
            2 => Limits { minima: amounts(), ring_fences: amounts(), ..none },
            3 => Limits { maxima: amounts(), ..none },
            _ => Limits { ring_fences: amounts(), ..none },
        };
        Draft { limits, ..draft }
    })
}

/// The even area must come to exactly 10. `a` does for 10, and beside one of the two for 5; for 9 it would be in the way.
#[test]
fn cheaper_may_be_in_the_way_of_a_minimum() {
    let even = |amount| BTreeMap::from([("even".to_owned(), money(amount))]);
    let limits = Limits { minima: even(10), maxima: even(10), ..Limits::default() };
    let draft = draft(20, &[12, 30, 5, 30, 5], &[(&[0], 3), (&[2], 2), (&[4], 1)]);
    let draft = Draft { limits, ..draft };
    let (rule, variant) = usual("greedy");
    let election = draft.election(BallotKind::Approval);
    let mut enough = Enough::new(&election, rule, variant, TiePolicy::Lexicographic, &id(0), Change::Cost).unwrap();
    let does = |cut: &u64| draft.changed(0, Change::Cost, *cut).funds((rule, variant), &TiePolicy::Lexicographic, 0);
    assert_eq!((1..=12).filter(does).collect::<Vec<_>>(), [2, 7, 12]);
    assert_eq!(enough.look(300), Ok(Needed::Exactly(2)));
}

/// More money for `a` is more money in its pot, which `c` takes all of, though 8 of the budget are in no pot. More voters
/// would want it before `c`, and still there would be too little.
#[test]
fn money_is_that_of_the_pot() {
    let pots = [("even".to_owned(), money(10)), ("odd".to_owned(), money(12))].into();
    let draft = draft(30, &[15, 12, 10], &[(&[0], 1), (&[1], 2), (&[2], 3)]);
    let draft = Draft { limits: Limits { pots, ..Limits::default() }, ..draft };
    assert_eq!(lexicographic(&draft, "greedy", 0), [Needed::Exactly(15), Needed::Exactly(15), Needed::Never]);
    assert_eq!(lexicographic(&draft, "greedy", 1), [Needed::Exactly(0); 3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    /// The same under limits, with every rule.
    #[test]
    fn nor_under_limits(
        draft in limited(),
        at in any::<Index>(),
        policy in any::<Index>(),
        change in any::<Index>(),
        recounts in prop_oneof![0_u64..20, Just(200)],
    ) {
        let (at, change) = (at.index(draft.costs.len()), *change.get(&CHANGES));
        for rule in every_variant() {
            check(&draft, rule, policy.get(&policies(&draft)), at, change, recounts)?;
        }
    }

    /// Once funded under limits other than minima, a project stays so as the change grows, with the rules that say so.
    #[test]
    fn rules_keep_it_under_limits(draft in limited(), backwards in any::<bool>()) {
        let limits = Limits { minima: BTreeMap::new(), ..draft.limits.clone() };
        let (draft, policy) = (Draft { limits, ..draft.clone() }, &policies(&draft)[usize::from(backwards)]);
        let election = draft.election(BallotKind::Approval);
        for (rule, variant) in every_variant() {
            let honours = |constraint: &Constraint| rule.honours(variant, *constraint);
            if !election.constraints().iter().all(honours) {
                continue;
            }
            for change in CHANGES.into_iter().filter(|change| rule.keeps(variant, *change)) {
                for at in 0..draft.costs.len() {
                    let far = if change == Change::Cost { draft.costs[at] } else { 12 };
                    let funded: Vec<bool> = (0..=far)
                        .map(|amount| draft.changed(at, change, amount).funds((rule, variant), policy, at))
                        .collect();
                    prop_assert!(funded.is_sorted(), "{} {variant} {change:?} {at}: {funded:?}", rule.id());
                }
            }
        }
    }
}
