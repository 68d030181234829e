//! The budget divided over the areas: worked by hand, and what must hold of any ballots.

use basketry_domain::{Area, Ballot, Budget, Consultation, Money, Points, Reaction, Voter};
use basketry_example::{ballot, basket, consultation, points};
use basketry_tally::{Allocation, AreaPart, Asked, Basis, BigExact, Exact};
use proptest::prelude::*;

use crate::figures::{profile, ratio};

const CONSIDERED: Basis = Basis::Points(Asked::Considered);
const BASKETS: Basis = Basis::Baskets(Voter::Person);

fn with_budget(amount: i64) -> Consultation {
    let small = consultation();
    Consultation { budget: Budget { amount: Money::from_minor(amount), ..small.budget.clone() }, ..small }
}

fn person(seed: u8, considered: Option<Reaction>) -> Ballot {
    Ballot { considered_view: considered, ..ballot(seed, Voter::Person) }
}

fn spending(seed: u8, choices: &[(&str, u8)]) -> Ballot {
    Ballot { basket: basket(choices), ..ballot(seed, Voter::Person) }
}

fn allocation(consultation: &Consultation, ballots: Vec<Ballot>, basis: Basis) -> Allocation {
    profile(consultation, ballots).view(consultation).allocation(basis)
}

/// The mean or median, the fraction and the amount of each area.
fn parts(parts: &[(Exact, (i64, i64), i64)]) -> Vec<(Exact, BigExact, i64)> {
    let part = |(given, (numer, denom), amount): &(_, (i64, i64), i64)| {
        (*given, BigExact::new((*numer).into(), (*denom).into()), *amount)
    };
    parts.iter().map(part).collect()
}

fn told(parts: Option<&Vec<AreaPart>>) -> Vec<(Exact, BigExact, i64)> {
    let parts = parts.unwrap().iter();
    parts.map(|part| (part.given, part.exact.clone(), part.amount.minor())).collect()
}

fn whole(points: i128) -> Exact {
    Exact::from_integer(points)
}

#[test]
fn points_divide_by_their_mean_and_by_their_median() {
    let consultation = with_budget(1_001);
    let ballots = vec![
        person(1, points(50, 50)),
        person(2, points(80, 20)),
        person(3, points(90, 10)),
        person(4, points(90, 0)),
        person(5, None),
        Ballot { first_reaction: points(30, 70), ..person(6, points(90, 10)) },
        // A first reaction that cannot be compared does not matter here.
        Ballot { first_reaction: points(30, 7), ..person(7, points(91, 9)) },
        Ballot { voter: Voter::Table, ..person(8, points(0, 100)) },
    ];
    let considered = allocation(&consultation, ballots.clone(), CONSIDERED);
    assert_eq!((considered.voters, considered.left_out, considered.faulty), (5, 1, 0));
    // 401 and 99 of 500; 1001 times that is 802.802 and 198.198.
    let mean = [(Exact::new(401, 5), (401_401, 500), 803), (Exact::new(99, 5), (99_099, 500), 198)];
    assert_eq!(told(considered.mean.as_ref()), parts(&mean));
    let median = [(whole(90), (9_009, 10), 901), (whole(10), (1_001, 10), 100)];
    assert_eq!(told(considered.median.as_ref()), parts(&median));
    let first = allocation(&consultation, ballots, Basis::Points(Asked::First));
    assert_eq!((first.voters, first.left_out), (1, 1));
    let alone = parts(&[(whole(30), (3_003, 10), 300), (whole(70), (7_007, 10), 701)]);
    assert_eq!((told(first.mean.as_ref()), told(first.median.as_ref())), (alone.clone(), alone));
}

/// Of three areas the medians may add up to more than 100, or to nothing.
#[test]
fn medians_of_points_are_scaled() {
    const AREAS: [&str; 3] = ["a", "b", "c"];
    let small = consultation();
    let areas = AREAS.map(|id| Area { id: id.parse().unwrap(), ..small.areas[0].clone() });
    let consultation = Consultation { areas: areas.into(), ..small };
    let reaction = |points: [u8; 3]| {
        let points = AREAS.map(|id| id.parse().unwrap()).into_iter().zip(points);
        Some(Reaction { points: Points::from_map(points), ..Reaction::default() })
    };
    let divided = |all: [[u8; 3]; 3]| {
        let ballots = (1..).zip(all).map(|(seed, points)| person(seed, reaction(points)));
        allocation(&consultation, ballots.collect(), CONSIDERED)
    };
    let more = divided([[60, 40, 0], [60, 0, 40], [0, 50, 50]]);
    // Of 100: 42.86 and twice 28.57; two units are left, the second for the first of the equal ones.
    let median = [(whole(60), (300, 7), 43), (whole(40), (200, 7), 29), (whole(40), (200, 7), 28)];
    assert_eq!(told(more.median.as_ref()), parts(&median));
    let nothing = divided([[100, 0, 0], [0, 100, 0], [0, 0, 100]]);
    assert_eq!(nothing.median, None);
    let third = |amount| (Exact::new(100, 3), (100, 3), amount);
    assert_eq!(told(nothing.mean.as_ref()), parts(&[third(34), third(33), third(33)]));
}

#[test]
fn of_an_even_number_the_median_is_between_the_middle_two_and_of_equal_fractions_the_first_gains() {
    let consultation = with_budget(101);
    let ballots = vec![
        person(1, points(100, 0)),
        person(2, points(55, 45)),
        person(3, points(45, 55)),
        person(4, points(0, 100)),
    ];
    let considered = allocation(&consultation, ballots, CONSIDERED);
    let half = parts(&[(whole(50), (101, 2), 51), (whole(50), (101, 2), 50)]);
    assert_eq!((told(considered.mean.as_ref()), told(considered.median.as_ref())), (half.clone(), half));
}

#[test]
fn baskets_divide_by_the_money_they_spend() {
    let consultation = with_budget(200);
    let ballots = vec![
        spending(1, &[("clinic", 2), ("visits", 1)]),
        spending(2, &[("clinic", 1), ("bridge", 1)]),
        spending(3, &[("clinic", 1)]),
        spending(4, &[("clinic", 9)]),
        Ballot { voter: Voter::Table, ..spending(5, &[("bridge", 1)]) },
    ];
    let baskets = allocation(&consultation, ballots.clone(), BASKETS);
    assert_eq!((baskets.voters, baskets.left_out, baskets.faulty), (4, 0, 1));
    // 90, 40, 40 and 0 are 170 for care; 50 once are 50 for roads.
    let mean = [(Exact::new(85, 2), (1_700, 11), 155), (Exact::new(25, 2), (500, 11), 45)];
    assert_eq!(told(baskets.mean.as_ref()), parts(&mean));
    // The median for roads is nothing.
    assert_eq!(told(baskets.median.as_ref()), parts(&[(whole(40), (200, 1), 200), (whole(0), (0, 1), 0)]));
    let tables = allocation(&consultation, ballots, Basis::Baskets(Voter::Table));
    assert_eq!(told(tables.mean.as_ref()), parts(&[(whole(0), (0, 1), 0), (whole(50), (200, 1), 200)]));
}

#[test]
fn nothing_cannot_be_divided() {
    let consultation = consultation();
    let ballots = vec![spending(1, &[("clinic", 1)]), spending(2, &[("bridge", 1)]), spending(3, &[])];
    let baskets = allocation(&consultation, ballots, BASKETS);
    assert_eq!((baskets.mean.is_some(), baskets.median), (true, None));
    let nobody = allocation(&consultation, vec![ballot(1, Voter::Person)], CONSIDERED);
    assert_eq!((nobody.voters, nobody.mean, nobody.median), (0, None, None));
}

/// Areas, each person's points in them as parts of 100, and what they put in a basket.
fn ballots() -> impl Strategy<Value = Vec<Ballot>> {
    let items = prop::sample::subsequence(&["clinic", "visits", "bridge"][..], 0..=3);
    let make = |(seed, (care, given, items)): (u8, (u8, u8, Vec<&str>))| {
        let given =
            Points::from_map([("care".parse().unwrap(), care), ("roads".parse().unwrap(), given - care.min(given))]);
        let choices: Vec<(&str, u8)> = items.into_iter().map(|item| (item, 1)).collect();
        let reaction = Reaction { points: given, ..Reaction::default() };
        Ballot { basket: basket(&choices), ..person(seed, Some(reaction)) }
    };
    let one = (0_u8..=100, prop::sample::select(&[100_u8, 100, 100, 90][..]), items);
    prop::collection::vec(one, 0..12).prop_map(move |all| (1..).zip(all).map(make).collect())
}

proptest! {
    #[test]
    fn all_of_the_budget_is_divided(ballots in ballots(), budget in 1..1_000_000_000_000_000_i64) {
        let consultation = with_budget(budget);
        for basis in [CONSIDERED, BASKETS] {
            let allocation = allocation(&consultation, ballots.clone(), basis);
            prop_assert_eq!(allocation.voters + allocation.left_out, ballots.len());
            if basis == CONSIDERED {
                prop_assert_eq!(allocation.mean.is_some(), allocation.voters > 0);
            }
            for areas in [allocation.mean, allocation.median].into_iter().flatten() {
                prop_assert_eq!(areas.iter().map(|part| part.amount.minor()).sum::<i64>(), budget);
                let exact: BigExact = areas.iter().map(|part| part.exact.clone()).sum();
                prop_assert_eq!(exact, BigExact::from_integer(budget.into()));
                for part in &areas {
                    let off = BigExact::from_integer(part.amount.minor().into()) - &part.exact;
                    prop_assert!(off < BigExact::from_integer(1.into()) && off > BigExact::from_integer((-1).into()));
                }
                // In proportion to what was given.
                let given = |part: &AreaPart| BigExact::new((*part.given.numer()).into(), (*part.given.denom()).into());
                prop_assert_eq!(&areas[0].exact * given(&areas[1]), &areas[1].exact * given(&areas[0]));
            }
        }
    }

    /// With two areas the medians of points add up to 100 like the means.
    #[test]
    fn with_two_areas_medians_of_points_need_no_scaling(ballots in ballots()) {
        let considered = allocation(&consultation(), ballots, CONSIDERED);
        for areas in [considered.mean, considered.median].into_iter().flatten() {
            prop_assert_eq!(Some(areas[0].given + areas[1].given), ratio(100, 1));
            prop_assert_eq!(areas[0].exact.numer() * areas[0].given.denom(), areas[0].exact.denom() * areas[0].given.numer());
        }
    }
}
