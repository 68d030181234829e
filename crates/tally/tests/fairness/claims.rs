//! Claims by hand, against the definition over every group of voters, and against what is proved of equal shares.

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Claim, Constraint, Election, Exact, FairnessError, Project, ProjectId, Satisfaction, TiePolicy, claims,
    rule,
};
use proptest::prelude::*;

use crate::definition::{by_definition, fails_for_a_cohesive_group, groups};
use crate::{Draft, id};

const BOTH: [Satisfaction; 2] = [Satisfaction::Cost, Satisfaction::Cardinality];

fn made(draft: &Draft, satisfaction: Satisfaction) -> Vec<Claim> {
    claims(&draft.election(BallotKind::Approval), &draft.selection(), satisfaction).unwrap()
}

fn claim(project: &str, cost: i64, voters: u64, money: (i128, i128), most: u64) -> Claim {
    Claim { project: project.into(), cost: Money::from_minor(cost), voters, money: Exact::from(money), most }
}

/// Six voters want a, b and c, four want d and e: shares of 10 each would pay for all five.
fn two_camps(funded: &str) -> Draft {
    Draft::by_hand(100, &[20; 5], &[(6, "abc"), (4, "de")], funded)
}

#[test]
fn a_camp_that_is_passed_over_has_a_claim() {
    for satisfaction in BOTH {
        let claimed = |funded: &str| made(&two_camps(funded), satisfaction);
        assert_eq!(claimed("abcde"), []);
        assert_eq!(claimed("abc"), [claim("d", 20, 4, (40, 1), 0), claim("e", 20, 4, (40, 1), 0)]);
        let most = if satisfaction == Satisfaction::Cost { 20 } else { 1 };
        assert_eq!(claimed("abcd"), [claim("e", 20, 4, (40, 1), most)]);
        assert_eq!(claimed("abde"), [claim("c", 20, 6, (60, 1), 2 * most)]);
    }
}

#[test]
fn a_share_that_is_not_quite_enough_gives_no_claim() {
    for satisfaction in BOTH {
        let short = Draft { budget: 99, ..two_camps("abcd") };
        assert_eq!(made(&short, satisfaction), []);
    }
}

/// Two of four voters want a for 1 and b for 10. That a is cheap leaves them money for b.
#[test]
fn what_a_cheap_project_leaves_over_counts() {
    let of = |budget| Draft::by_hand(budget, &[1, 10], &[(2, "ab"), (2, "")], "a");
    for (satisfaction, most) in BOTH.into_iter().zip([1, 1]) {
        assert_eq!(made(&of(22), satisfaction), [claim("b", 10, 2, (11, 1), most)]);
        assert_eq!(made(&of(21), satisfaction), []);
    }
}

/// One of three supporters of c has had a, which cost as much as all their shares; the others can do without them.
#[test]
fn who_got_enough_is_left_out_of_the_group() {
    let draft = Draft::by_hand(90, &[60, 30, 40], &[(1, "ac"), (1, "bc"), (1, "c")], "a");
    assert_eq!(made(&draft, Satisfaction::Cost), [claim("b", 30, 1, (30, 1), 0), claim("c", 40, 2, (60, 1), 0)]);
    let draft = Draft { funded: vec![true, true, false], ..draft };
    assert_eq!(made(&draft, Satisfaction::Cost), []);
    // By cardinality what a costs its one voter here is no more than c costs each of three.
    assert_eq!(made(&draft, Satisfaction::Cardinality), [claim("c", 40, 3, (90, 1), 1)]);
}

/// Everything costs 12. Three voters would pay 4 each for every project, two 6 each, one 12.
#[test]
fn the_fewer_a_group_are_the_more_each_of_them_pays() {
    let of = |budget| {
        let draft = Draft::by_hand(budget, &[12; 5], &[(1, "abce"), (1, "de"), (1, "e")], "abcd");
        made(&draft, Satisfaction::Cardinality)
    };
    assert_eq!(of(48), [claim("e", 12, 3, (48, 1), 3)]);
    assert_eq!(of(47), [claim("e", 12, 2, (94, 3), 1)]);
    assert_eq!(of(36), [claim("e", 12, 2, (24, 1), 1)]);
    // Without the first the second cannot pay either, and without both the third cannot.
    assert_eq!(of(35), []);
}

/// Two dues of one voter come to more than their share, or to less, by far less than the smallest part in use.
#[test]
fn the_smallest_difference_decides() {
    let of = |voters, both, costs: [i64; 2], budget| {
        let ballots = [(both, "ab"), (voters - both, "b"), (4_294_967_291 - voters, "")];
        made(&Draft::by_hand(budget, &costs, &ballots, "a"), Satisfaction::Cardinality)
    };
    let over = |budget| of(4_294_967_279, 4_294_967_231, [1_146_815_903, 2_497_941_039], budget);
    assert_eq!(over(3_644_756_965), []);
    assert_eq!(over(3_644_756_966).len(), 1);
    let under = |budget| of(4_294_967_279, 4_294_967_189, [3_382_169_696, 3_821_725_514], budget);
    assert_eq!(under(7_203_895_301).len(), 1);
    assert_eq!(under(7_203_895_300), []);
}

#[test]
fn what_has_no_claims_is_refused() {
    let draft = two_camps("abc");
    let refused = |election: &Election, satisfaction| claims(election, &draft.selection(), satisfaction).unwrap_err();
    for kind in [BallotKind::Points, BallotKind::Ranking] {
        assert_eq!(refused(&draft.election(kind), Satisfaction::Cost), FairnessError::Ballots(kind));
    }
    let plain = draft.election(BallotKind::Basket);
    assert_eq!(refused(&plain, Satisfaction::Additive), FairnessError::Additive);
    let mut projects = plain.projects().to_vec();
    projects[0] = Project { excludes: vec![id(1)], ..projects[0].clone() };
    let bound = Election::new(plain.budget(), plain.kind(), projects).unwrap();
    assert_eq!(refused(&bound, Satisfaction::Cost), FairnessError::Constraints(Constraint::Excludes));
    let unknown = ProjectId::from("z");
    let lost = claims(&plain, std::slice::from_ref(&unknown), Satisfaction::Cost);
    assert_eq!(lost, Err(FairnessError::UnknownProject(unknown)));
}

/// Few voters, few different costs, and any selection, also one over the budget.
fn drafts() -> impl Strategy<Value = Draft> {
    (prop_oneof![1 => 1_usize..5, 3 => 5_usize..7], 1_usize..8, 0_i64..60).prop_flat_map(
        |(projects, ballots, budget)| {
            let given = prop::collection::vec(prop::option::of(Just(1)), projects);
            let times = prop_oneof![4 => Just(1_u64), 1 => Just(2)];
            let cost = prop_oneof![Just(6_i64), Just(12), 0_i64..10];
            let funded = prop::collection::vec(prop::bool::weighted(0.7), projects);
            (prop::collection::vec(cost, projects), prop::collection::vec((times, given), ballots), funded)
                .prop_map(move |(costs, ballots, funded)| Draft { budget, costs, ballots, funded })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn claims_are_those_of_the_definition(draft in drafts()) {
        for satisfaction in BOTH {
            prop_assert_eq!(made(&draft, satisfaction), by_definition(&draft, satisfaction));
        }
    }

    #[test]
    fn without_claims_no_cohesive_group_is_passed_over(draft in drafts()) {
        for satisfaction in BOTH {
            prop_assert!(!made(&draft, satisfaction).is_empty() || !fails_for_a_cohesive_group(&draft, satisfaction));
        }
    }

    /// With projects of equal cost this is EJR+ for committees: a group that deserves so many projects all support one
    /// that is not funded, and each of them has fewer.
    #[test]
    fn with_equal_costs_both_satisfactions_are_the_axiom_for_committees(mut draft in drafts(), seats in 1_i64..7) {
        draft.costs.fill(6);
        draft.budget = 6 * seats;
        let voters = draft.voters();
        let fails = |project: usize| groups(&voters).any(|group| {
            let deserved = group.len() * usize::try_from(seats).unwrap() / voters.len();
            let has = |voter: &[usize]| voter.iter().filter(|project| draft.funded[**project]).count();
            group.iter().all(|voter| voter.contains(&project) && has(voter) < deserved)
        });
        let failing: Vec<ProjectId> =
            (0..draft.costs.len()).filter(|project| !draft.funded[*project] && fails(*project)).map(id).collect();
        for satisfaction in BOTH {
            let claimed: Vec<ProjectId> = made(&draft, satisfaction).into_iter().map(|claim| claim.project).collect();
            prop_assert_eq!(&claimed, &failing);
        }
    }

    #[test]
    fn equal_shares_leave_no_claims(draft in drafts()) {
        let equal_shares = rule("equal-shares").unwrap();
        let election = draft.election(BallotKind::Approval);
        for satisfaction in BOTH {
            for variant in equal_shares.variants().iter().filter(|variant| variant.satisfaction == Some(satisfaction)) {
                let count = equal_shares.count(&election, *variant, &TiePolicy::Lexicographic).unwrap();
                prop_assert_eq!(claims(&election, &count.selection().selected, satisfaction).unwrap(), []);
            }
        }
    }
}

#[test]
fn the_drafts_have_claims_and_have_none() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut claimed, mut partly, mut differing) = (0, 0, 0);
    for _ in 0..300 {
        let draft = drafts().new_tree(&mut runner).unwrap().current();
        let [cost, cardinality] = BOTH.map(|satisfaction| made(&draft, satisfaction));
        let support = draft.election(BallotKind::Approval).support();
        let place = |claim: &Claim| (0..support.len()).find(|at| id(*at) == claim.project).unwrap();
        claimed += usize::from(!cost.is_empty());
        partly += usize::from(cardinality.iter().any(|claim| claim.voters < support[place(claim)].voters));
        differing += usize::from(cost != cardinality);
    }
    assert!((60..240).contains(&claimed), "{claimed} of 300 have a claim");
    assert!(partly > 5, "only {partly} of 300 have a claim of some of the supporters");
    assert!(differing > 10, "only {differing} of 300 have other claims by cost than by cardinality");
}
