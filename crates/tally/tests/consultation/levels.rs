//! Levels of items as projects, and the money that goes to them unit by unit.

use std::cmp::Reverse;

use basketry_domain::{Ballot, Budget, Consultation, Item, Level, Money, Voter};
use basketry_example::{ballot, basket, consultation};
use basketry_tally::{
    Count, Decision, Election, ProjectId, Putting, Reason, Selection, TiePolicy, adopt, adopt_levels, rule, standing,
};
use proptest::prelude::*;

use crate::figures::profile;

fn person(seed: u8, choices: &[(&str, u8)]) -> Ballot {
    Ballot { basket: basket(choices), ..ballot(seed, Voter::Person) }
}

fn knapsack(election: &Election, policy: &TiePolicy) -> Selection {
    let rule = rule("knapsack").unwrap();
    let Count::Settled(selection) = rule.count(election, rule.variants()[0], policy).unwrap() else {
        panic!("a tie is left");
    };
    selection
}

fn decision(selection: &Selection, project: &str) -> Decision {
    let of = selection.steps.iter().find(|step| step.project.as_str() == project);
    of.unwrap().decision.clone()
}

/// The clinic's first level has 5 votes for each of its 40 units, and its second 3 for each of the 20 it adds. That
/// leaves 40 for bridge, which has 2 votes and costs 50.
#[test]
fn a_level_has_the_votes_of_those_who_chose_at_least_that() {
    let consultation = consultation();
    let ballots = vec![
        person(1, &[("clinic", 2)]),
        person(2, &[("clinic", 2)]),
        person(3, &[("clinic", 2), ("visits", 1)]),
        person(4, &[("clinic", 1), ("bridge", 1)]),
        person(5, &[("clinic", 1), ("bridge", 1)]),
        person(6, &[("clinic", 3)]),
        Ballot { voter: Voter::Table, ..person(7, &[("bridge", 1)]) },
    ];
    let profile = profile(&consultation, ballots);
    let adopted = adopt_levels(&profile.view(&consultation), Voter::Person).unwrap();
    let project = |id: &str| adopted.election.project(adopted.election.place(&id.into()).unwrap());
    let ids = |ids: &[ProjectId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        (project("clinic:2").cost.minor(), ids(&project("clinic:2").requires)),
        (20, vec!["clinic:1".to_owned()])
    );
    assert_eq!(ids(&project("visits:1").requires), ["clinic:1"]);
    assert_eq!(ids(&project("bridge:1").excludes), ["visits:1"]);
    assert_eq!(adopted.levels[&"clinic:2".into()], ("clinic".parse().unwrap(), 2));
    let support: Vec<u64> = adopted.election.support().iter().map(|support| support.voters).collect();
    assert_eq!((support, adopted.election.voters()), (vec![2, 5, 3, 1], 6), "bridge, clinic 1 and 2, visits");
    let selection = knapsack(&adopted.election, &TiePolicy::Report);
    assert_eq!(ids(&selection.selected), ["clinic:1", "clinic:2"]);
    let part = Reason::InPart { reached: Money::from_minor(40), short: Money::from_minor(10) };
    assert_eq!(decision(&selection, "bridge:1"), Decision::Skipped(part));
    assert_eq!(decision(&selection, "visits:1"), Decision::Skipped(Reason::Stopped));
    // Baskets for 60, 60, 90, 90 and 90: all the money they put on anything, level by level.
    let put: Vec<Putting> = standing(&adopted.election).iter().map(|one| one.put.unwrap().of).collect();
    assert_eq!(put, [200, 60, 100, 30].map(Putting::Money), "clinic 1 and 2, bridge, visits");
    // Each item at its usual level has the votes of all who hold it at any.
    let whole = adopt(&profile.view(&consultation), Voter::Person).unwrap();
    assert_eq!(whole.levels[&"clinic".parse().unwrap()], 2);
    let clinic = whole.election.place(&"clinic".into()).unwrap();
    assert_eq!((whole.election.project(clinic).cost.minor(), whole.election.support()[clinic.index()].voters), (60, 5));
}

/// Items with up to three levels, which neither require nor exclude one another.
fn free(budget: i64, costs: &[Vec<i64>]) -> Consultation {
    let small = consultation();
    let level = |cost: &i64| Level { cost: Money::from_minor(*cost), ..small.items[0].levels[0].clone() };
    let item = |(item, costs): (&Item, &Vec<i64>)| Item {
        levels: costs.iter().map(level).collect(),
        requires: Vec::new(),
        excludes: Vec::new(),
        ..item.clone()
    };
    let items = small.items.iter().zip(costs).map(item).collect();
    let budget = Budget { amount: Money::from_minor(budget), ..small.budget.clone() };
    Consultation { items, budget, ..small }
}

/// The items of the example, in order of id.
const ITEMS: [&str; 3] = ["bridge", "clinic", "visits"];

proptest! {
    /// Unit `k` of an item has a vote from each basket that puts at least `k` on it (Goel et al., 2019).
    #[test]
    fn units_of_money_by_definition(
        costs in prop::collection::vec(prop::collection::vec(1_i64..12, 1..4), 3),
        baskets in prop::collection::vec(prop::collection::vec(0_u8..4, 3), 0..9),
        budget in 1_i64..50,
    ) {
        let growing = |steps: &Vec<i64>| steps.iter().scan(0, |sum, step| { *sum += step; Some(*sum) }).collect();
        let costs: Vec<Vec<i64>> = costs.iter().map(growing).collect();
        let consultation = free(budget, &costs);
        let cost = |item: &str, level: u8| {
            let item = consultation.items.iter().find(|one| one.id.as_str() == item).unwrap();
            item.cost(level).map_or(0, Money::minor)
        };
        let chosen = |levels: &Vec<u8>| -> Vec<(&str, u8)> {
            ITEMS.into_iter().zip(levels.iter().copied()).filter(|(item, level)| cost(item, *level) > 0).collect()
        };
        let ballots = (1..).zip(&baskets).map(|(seed, levels)| person(seed, &chosen(levels))).collect();
        let profile = profile(&consultation, ballots);
        let adopted = adopt_levels(&profile.view(&consultation), Voter::Person).unwrap();
        let selection = knapsack(&adopted.election, &TiePolicy::Lexicographic);
        // By item, unit by unit: how many put at least so much on it.
        let mut units: Vec<(Reverse<usize>, usize, i64)> = Vec::new();
        for (at, item) in ITEMS.into_iter().enumerate() {
            let put: Vec<i64> = baskets.iter().map(|levels| cost(item, levels[at])).collect();
            let votes = |unit: i64| put.iter().filter(|put| **put >= unit).count();
            units.extend((1..=put.iter().copied().max().unwrap_or(0)).map(|unit| (Reverse(votes(unit)), at, unit)));
        }
        units.sort();
        units.truncate(usize::try_from(budget).unwrap());
        for (at, item) in ITEMS.into_iter().enumerate() {
            let of_item = selection.steps.iter().filter(|step| adopted.levels[&step.project].0.as_str() == item);
            let reached: i64 = of_item
                .map(|step| match step.decision {
                    Decision::Bought => step.cost.minor(),
                    Decision::Skipped(Reason::InPart { reached, .. }) => reached.minor(),
                    Decision::Skipped(_) => 0,
                })
                .sum();
            prop_assert_eq!(usize::try_from(reached).unwrap(), units.iter().filter(|unit| unit.1 == at).count());
        }
    }
}
