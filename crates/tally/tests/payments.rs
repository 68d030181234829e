//! Who paid for what: worked by hand, and what must hold of every trace.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, BigExact, Completion, Count, Decision, Election, Merit, Paid, Payment, Payments, Place, Project,
    ProjectId, Reason, Satisfaction, Selection, Step, TiePolicy, Variant, Vote, rule,
};
use proptest::prelude::*;

const SATISFACTIONS: [Satisfaction; 3] = [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive];
const COMPLETIONS: [Completion; 3] = [Completion::None, Completion::Add1, Completion::Greedy];

fn exact(numer: i64, denom: i64) -> BigExact {
    BigExact::new(numer.into(), denom.into())
}

fn id(at: usize) -> ProjectId {
    ProjectId::from(('a'..='z').nth(at).unwrap().to_string())
}

/// Projects `a`, `b` and so on by cost, and ballots as points by project, each with how many gave it.
fn election(budget: i64, kind: BallotKind, costs: &[i64], ballots: &[(Vec<u32>, u64)]) -> Election {
    let project = |(at, cost): (usize, &i64)| Project::new(id(at), Money::from_minor(*cost));
    let projects = costs.iter().enumerate().map(project).collect();
    let mut election = Election::new(Money::from_minor(budget), kind, projects).unwrap();
    for (points, times) in ballots {
        let named = points.iter().take(costs.len()).enumerate().filter(|(_, points)| **points > 0);
        let given = named.map(|(at, points)| (election.place(&id(at)).unwrap(), *points));
        let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
        let points = if kind == BallotKind::Points { &*points } else { &[] };
        election.add(Vote { places: &places, points }, *times).unwrap();
    }
    election
}

fn settled(election: &Election, rule: &str, variant: Variant) -> Selection {
    let rule = basketry_tally::rule(rule).unwrap();
    let Count::Settled(selection) = rule.count(election, variant, &TiePolicy::Lexicographic).unwrap() else {
        panic!("a tie is left");
    };
    selection
}

fn step<'a>(selection: &'a Selection, project: &ProjectId) -> &'a Step {
    selection.steps.iter().find(|step| step.project == *project).unwrap()
}

/// The voters of each ballot and what each of them paid, least first.
fn amounts(payments: Option<Vec<Payment<'_>>>) -> Vec<(BigExact, u64)> {
    let mut amounts: Vec<_> =
        payments.unwrap().into_iter().map(|payment| (payment.each.reduced(), payment.voters)).collect();
    amounts.sort();
    amounts
}

/// Nine between three. `b` costs 1/2 a point and has 8: the second and the third voter pay 2 each. For `a`, which costs
/// 3, the second would have to pay twice what the first does and has 1 left, so that the first pays 2.
#[test]
fn out_of_equal_shares() {
    let ballots = [(vec![1, 0], 1), (vec![2, 4], 1), (vec![0, 4], 1)];
    let election = election(9, BallotKind::Points, &[3, 4], &ballots);
    let variant = Variant::plain(Satisfaction::Additive);
    let selection = settled(&election, "equal-shares", variant);
    assert_eq!(selection.shared, Some(Money::from_minor(9)));
    let [a, b] = [0, 1].map(|at| step(&selection, &id(at)));
    assert_eq!(b.paid, Some(Paid::Shares { full: 2, satisfaction: 8, rest: 0 }));
    assert_eq!((b.merit.clone(), b.paid_by_rest()), (Some(Merit::Price(exact(1, 2))), Some(exact(0, 1))));
    assert_eq!(a.paid, Some(Paid::Shares { full: 1, satisfaction: 1, rest: 1 }));
    assert_eq!((a.merit.clone(), a.paid_by_rest()), (Some(Merit::Price(exact(2, 1))), Some(exact(1, 1))));
    let payments = Payments::replay(&election, variant, &selection);
    assert_eq!(amounts(payments.of(&id(1))), [(exact(2, 1), 1), (exact(2, 1), 1)]);
    assert_eq!(amounts(payments.of(&id(0))), [(exact(1, 1), 1), (exact(2, 1), 1)]);
    assert_eq!(amounts(payments.left()), [(exact(1, 1), 1), (exact(1, 1), 1)]);
    assert_eq!(payments.of(&id(9)), None);
}

/// Ten voters have 10.3 each. Seven pay 10 each for `a`; three have 30.9 for `b`, which costs 33. Add1 gives everybody 1
/// more, so that they can pay 11 each. Greedy buys `b` with what is left of the budget, and then `c` does not fit.
#[test]
fn raised_shares_and_what_is_left_over() {
    let ballots = [(vec![1, 0, 0], 7), (vec![0, 1, 0], 3)];
    let election = election(103, BallotKind::Approval, &[70, 33, 5], &ballots);
    let plain = Variant::plain(Satisfaction::Cost);
    let raised = settled(&election, "equal-shares", plain.with(Completion::Add1));
    assert_eq!(raised.shared, Some(Money::from_minor(113)));
    let payments = Payments::replay(&election, plain, &raised);
    assert_eq!(amounts(payments.of(&id(1))), [(exact(11, 1), 3)]);
    assert_eq!(amounts(payments.left()), [(exact(3, 10), 3), (exact(13, 10), 7)]);
    let completed = settled(&election, "equal-shares", plain.with(Completion::Greedy));
    assert_eq!(completed.shared, Some(Money::from_minor(103)));
    let [a, b, c] = [0, 1, 2].map(|at| step(&completed, &id(at)).paid);
    assert_eq!(a, Some(Paid::Shares { full: 7, satisfaction: 490, rest: 0 }));
    assert_eq!((b, c), (Some(Paid::Nobody), None));
    assert_eq!(Payments::replay(&election, plain, &completed).of(&id(1)), None);
}

/// `a` is a load of 2 for two voters; then `b` is one of 3 for the third, and `c` for the second and third would be
/// (5 + 2 + 3) / 2 = 5 each: they pay 3 and 2 of it.
#[test]
fn as_loads() {
    let ballots = [(vec![1, 0, 0], 1), (vec![1, 0, 1], 1), (vec![0, 1, 1], 1)];
    let election = election(12, BallotKind::Approval, &[4, 3, 5], &ballots);
    let variant = rule("phragmen").unwrap().variants()[0];
    let selection = settled(&election, "phragmen", variant);
    assert_eq!((selection.selected.clone(), selection.shared), (vec![id(0), id(1), id(2)], None));
    let c = step(&selection, &id(2));
    assert_eq!((c.paid, c.merit.clone()), (Some(Paid::Loads { voters: 2 }), Some(Merit::Load(exact(5, 1)))));
    let payments = Payments::replay(&election, variant, &selection);
    assert_eq!(amounts(payments.of(&id(2))), [(exact(2, 1), 1), (exact(3, 1), 1)]);
    assert_eq!(payments.left(), None);
}

#[test]
fn rules_that_share_no_costs_name_no_payer() {
    let election = election(10, BallotKind::Approval, &[4, 7], &[(vec![1, 1], 2)]);
    for name in ["greedy", "greedy-no-skips", "best"] {
        let variant = Variant::plain(Satisfaction::Cost);
        let selection = settled(&election, name, variant);
        assert!(!selection.selected.is_empty() && selection.shared.is_none());
        assert!(selection.steps.iter().all(|step| step.paid.is_none() && step.paid_by_rest().is_none()));
        assert_eq!(Payments::replay(&election, variant, &selection).of(&selection.selected[0]), None);
    }
}

#[derive(Clone, Debug)]
struct Draft {
    budget: i64,
    costs: Vec<i64>,
    ballots: Vec<(Vec<u32>, u64)>,
}

/// Few different costs and many alike ballots, so that ties and payments that come out even are common.
fn drafts() -> impl Strategy<Value = Draft> {
    (1_usize..7, 1_i64..120).prop_flat_map(|(projects, budget)| {
        let cost = prop_oneof![Just(6_i64), Just(12), 0_i64..40];
        let points = prop_oneof![3 => Just(0_u32), 2 => Just(1), 1 => 0_u32..5];
        let ballot = (prop::collection::vec(points, projects), 1_u64..4);
        (prop::collection::vec(cost, projects), prop::collection::vec(ballot, 0..8))
            .prop_map(move |(costs, ballots)| Draft { budget, costs, ballots })
    })
}

impl Draft {
    fn election(&self, kind: BallotKind) -> Election {
        election(self.budget, kind, &self.costs, &self.ballots)
    }
}

fn sum(payments: &[Payment<'_>]) -> BigExact {
    payments.iter().map(|payment| &payment.each * BigExact::from_integer(payment.voters.into())).sum()
}

/// Checks that voters paid the cost of every purchase, which is what the step says of it.
fn check_purchases(election: &Election, variant: Variant, selection: &Selection) -> Result<(), TestCaseError> {
    let payments = Payments::replay(election, variant, selection);
    for step in &selection.steps {
        let place = election.place(&step.project).unwrap();
        let paid = payments.of(&step.project);
        match step.paid {
            None | Some(Paid::Nobody) => {
                prop_assert_eq!(step.paid.is_some(), step.decision == Decision::Bought);
                prop_assert!(paid.is_none() && step.paid_by_rest().is_none());
                prop_assert!(step.paid.is_none() || variant.completion == Completion::Greedy);
                continue;
            }
            Some(_) => prop_assert_eq!(&step.decision, &Decision::Bought),
        }
        let paid = paid.unwrap();
        prop_assert_eq!(sum(&paid), BigExact::from_integer(step.cost.minor().into()));
        prop_assert!(paid.iter().all(|payment| payment.vote.places.contains(&place)));
        match (step.paid, &step.merit) {
            (Some(Paid::Shares { full, satisfaction, rest }), Some(Merit::Price(price))) => {
                let gets = |vote: Vote<'_>| match variant.satisfaction.unwrap() {
                    Satisfaction::Cost => u128::from(step.cost.minor().unsigned_abs()),
                    Satisfaction::Cardinality => 1,
                    Satisfaction::Additive => vote.given().find(|(at, _)| *at == place).unwrap().1.into(),
                };
                let in_full =
                    |payment: &&Payment<'_>| payment.each == price * BigExact::from_integer(gets(payment.vote).into());
                let (payers, others): (Vec<&Payment<'_>>, Vec<_>) = paid.iter().partition(in_full);
                prop_assert_eq!(payers.iter().map(|payment| payment.voters).sum::<u64>(), full);
                let together = payers.iter().map(|payment| gets(payment.vote) * u128::from(payment.voters));
                prop_assert_eq!(together.sum::<u128>(), satisfaction);
                prop_assert_eq!(others.iter().map(|payment| payment.voters).sum::<u64>(), rest);
                let others: Vec<Payment<'_>> = others.into_iter().cloned().collect();
                prop_assert_eq!(step.paid_by_rest(), Some(sum(&others)));
                let left = payments.left().unwrap();
                prop_assert!(others.iter().all(|one| left.iter().all(|other| other.vote != one.vote)));
            }
            (Some(Paid::Loads { voters }), Some(Merit::Load(_))) => prop_assert_eq!(voters, step.support.voters),
            other => prop_assert!(false, "{:?}", other),
        }
    }
    Ok(())
}

/// Checks that what was bought is priceable (Peters and Skowron, "Proportionality and the Limits of Welfarism", EC 2020)
/// by the payments of the trace: nobody pays more than their share, and no supporters keep enough for a project that is
/// left out. With [`check_purchases`], everything is paid in full, and only by supporters.
fn check_priceability(election: &Election, variant: Variant, selection: &Selection) -> Result<(), TestCaseError> {
    let payments = Payments::replay(election, variant, selection);
    let left = payments.left().unwrap();
    let shared = BigExact::from_integer(selection.shared.unwrap().minor().into());
    let share = &shared / BigExact::from_integer(election.voters().max(1).into());
    let mut all = sum(&left);
    for (vote, _) in election.votes() {
        let paid = selection.selected.iter().filter_map(|id| payments.of(id)).flatten();
        let paid: BigExact = paid.filter(|payment| payment.vote == vote).map(|payment| payment.each).sum();
        let kept = left.iter().find(|payment| payment.vote == vote).map_or(exact(0, 1), |payment| payment.each.clone());
        prop_assert_eq!(paid + kept, share.clone());
    }
    for id in &selection.selected {
        all += payments.of(id).map_or(exact(0, 1), |paid| sum(&paid));
    }
    prop_assert_eq!(all, if election.voters() > 0 { shared } else { exact(0, 1) });
    for step in selection.steps.iter().filter(|step| step.decision != Decision::Bought) {
        let place = election.place(&step.project).unwrap();
        let gets = |payment: &&Payment<'_>| match variant.satisfaction {
            Some(Satisfaction::Additive) => payment.vote.given().any(|given| given.0 == place && given.1 > 0),
            _ => payment.vote.places.contains(&place),
        };
        let have = sum(&left.iter().filter(gets).cloned().collect::<Vec<_>>());
        prop_assert!(have < BigExact::from_integer(step.cost.minor().into()) || have == exact(0, 1));
        if let Decision::Skipped(Reason::SupportersShort { have: told }) = &step.decision {
            prop_assert_eq!(told, &have);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn equal_shares_are_priceable_and_every_purchase_is_paid_in_full(draft in drafts()) {
        for satisfaction in SATISFACTIONS {
            let points = satisfaction == Satisfaction::Additive;
            let election = draft.election(if points { BallotKind::Points } else { BallotKind::Approval });
            for completion in COMPLETIONS {
                let variant = Variant { satisfaction: Some(satisfaction), completion };
                let selection = settled(&election, "equal-shares", variant);
                check_purchases(&election, variant, &selection)?;
                check_priceability(&election, variant, &selection)?;
                let budget = selection.shared == Some(election.budget());
                prop_assert!(budget || completion == Completion::Add1 && selection.shared > Some(election.budget()));
            }
        }
    }

    /// All supporters carry the same load then, and what all voters carry is what everything cost.
    #[test]
    fn loads_are_level_and_add_up(draft in drafts()) {
        let election = draft.election(BallotKind::Approval);
        let variant = rule("phragmen").unwrap().variants()[0];
        let selection = settled(&election, "phragmen", variant);
        check_purchases(&election, variant, &selection)?;
        let payments = Payments::replay(&election, variant, &selection);
        let mut carried: Vec<(Vote<'_>, BigExact)> = election.votes().map(|(vote, _)| (vote, exact(0, 1))).collect();
        for step in selection.steps.iter().filter(|step| step.decision == Decision::Bought) {
            let place = election.place(&step.project).unwrap();
            let Some(Merit::Load(load)) = &step.merit else { panic!("a load is what is compared") };
            for payment in payments.of(&step.project).unwrap() {
                carried.iter_mut().find(|(vote, _)| *vote == payment.vote).unwrap().1 += payment.each;
            }
            let supporters = carried.iter().filter(|(vote, _)| vote.places.contains(&place));
            for (_, carries) in supporters {
                prop_assert_eq!(carries, load);
            }
        }
    }
}

#[test]
fn the_drafts_have_every_kind_of_payer() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut rest, mut nobody, mut raised) = (0, 0, 0);
    for _ in 0..200 {
        let election = drafts().new_tree(&mut runner).unwrap().current().election(BallotKind::Approval);
        let count =
            |completion| settled(&election, "equal-shares", Variant::plain(Satisfaction::Cardinality).with(completion));
        let (add1, greedy) = (count(Completion::Add1), count(Completion::Greedy));
        let capped = |step: &Step| matches!(step.paid, Some(Paid::Shares { rest, .. }) if rest > 0);
        rest += usize::from(add1.steps.iter().any(capped));
        nobody += usize::from(greedy.steps.iter().any(|step| step.paid == Some(Paid::Nobody)));
        raised += usize::from(add1.shared > Some(add1.budget));
    }
    assert!(rest > 10 && nobody > 20 && raised > 20, "{rest}, {nobody} and {raised} of 200");
}
