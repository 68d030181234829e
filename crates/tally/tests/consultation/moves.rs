//! Before and after: cases worked by hand, and every ballot counted point by point.

use basketry_domain::{Area, AreaId, Ballot, Consultation, Points, Reaction, Voter};
use basketry_example::{ballot, consultation, points};
use basketry_tally::{AreaPoints, BigExact, Exact, Movement, PointsFigures, Split, YesNo, holm, movements};
use proptest::prelude::*;

use crate::figures::{profile, ratio};

const AREAS: [&str; 4] = ["a", "b", "c", "d"];

/// Points of the four areas.
type Given = [u8; 4];

fn four_areas() -> Consultation {
    let care = &consultation().areas[0];
    let areas = AREAS.map(|id| Area { id: id.parse().unwrap(), ..care.clone() });
    Consultation { areas: areas.into(), ..consultation() }
}

fn reaction(given: Given) -> Reaction {
    let points = AREAS.map(|id| id.parse::<AreaId>().unwrap()).into_iter().zip(given);
    Reaction { points: Points::from_map(points), ..Reaction::default() }
}

fn person((seed, (first, considered)): (u8, (Option<Given>, Option<Given>))) -> Ballot {
    let (first_reaction, considered_view) = (first.map(reaction), considered.map(reaction));
    Ballot { first_reaction, considered_view, ..ballot(seed, Voter::Person) }
}

fn figures(persons: impl IntoIterator<Item = (Option<Given>, Option<Given>)>) -> PointsFigures {
    let consultation = four_areas();
    profile(&consultation, (1..).zip(persons).map(person).collect()).view(&consultation).points()
}

fn pairs(pairs: &[(Given, Given)]) -> PointsFigures {
    figures(pairs.iter().map(|(first, considered)| (Some(*first), Some(*considered))))
}

fn part(numer: i64, denom: i64) -> BigExact {
    BigExact::new(numer.into(), denom.into())
}

#[test]
fn worked_by_hand() {
    let figures = pairs(&[
        ([40, 40, 10, 10], [30, 30, 25, 15]),
        ([40, 40, 10, 10], [40, 40, 10, 10]),
        ([0, 90, 10, 0], [20, 60, 20, 0]),
    ]);
    assert_eq!((figures.moved(), figures.switched()), (2, 50));
    assert_eq!(figures.mean_switched(), ratio(50, 3));
    let a = &figures.areas[0];
    assert_eq!((a.net(), a.gross()), (10, 30));
    assert_eq!((a.mean_shift(), a.mean_gross()), (ratio(10, 3), ratio(10, 1)));
    assert_eq!((a.split(), a.split().effect()), (Split { up: 1, down: 1 }, ratio(0, 1)));
    assert_eq!(a.any, YesNo { both: 2, only_before: 0, only_after: 1, neither: 0 });
    assert_eq!(a.any.difference(), ratio(1, 3));
    let whole = |points: i64| part(points, 1);
    let half = |points: i64| part(points, 2);
    // The first takes 10 from each of two, a half of what they move; the third 30 from one.
    let expected = [
        vec![whole(70), whole(0), half(15), half(5)],
        vec![whole(20), whole(130), half(35), half(5)],
        vec![whole(0), whole(0), whole(30), whole(0)],
        vec![whole(0), whole(0), whole(0), whole(20)],
    ];
    assert_eq!(figures.flow().points, expected);
    assert_eq!(figures.flow().areas, AREAS.map(|id| id.parse().unwrap()));
}

/// The sum of `1 / m` up to 100 has a denominator above what 127 bits hold.
#[test]
fn fractions_over_every_number_of_points_stay_exact() {
    let moving = |moved: u8| ([1, 99, 0, 0], [0, 100 - moved, 1, moved - 1]);
    let flow = pairs(&(1..=100).map(moving).collect::<Vec<_>>()).flow();
    let numer = "14466636279520351160221518043104131447711".parse().unwrap();
    let denom = "2788815009188499086581352357412492142272".parse().unwrap();
    assert_eq!(flow.points[0][2], BigExact::new(numer, denom));
    assert!(flow.points[0][2].denom() > &i128::MAX.into());
    assert_eq!(flow.points[0].iter().sum::<BigExact>(), part(100, 1));
}

#[test]
fn those_who_dropped_out_stand_beside_those_who_stayed() {
    let stayed = ([50, 50, 0, 0], [0, 0, 50, 50]);
    let figures = figures([
        (Some(stayed.0), Some(stayed.1)),
        (Some([20, 80, 0, 0]), Some(stayed.1)),
        (Some([10, 0, 90, 0]), None),
        (Some([0, 0, 100, 0]), None),
        (Some([0, 10, 90, 0]), None),
        (None, Some([0, 0, 0, 100])),
        (Some([90, 0, 0, 0]), None),
    ]);
    let attrition = figures.attrition();
    assert_eq!((attrition.paired, attrition.first_only, attrition.considered_only), (2, 3, 1));
    assert_eq!(attrition.share(), ratio(3, 5));
    let means: Vec<_> = attrition.areas.iter().map(|area| (area.paired, area.first_only)).collect();
    let [b, c] = [(ratio(65, 1), ratio(10, 3)), (ratio(0, 1), ratio(280, 3))];
    assert_eq!(means, [(ratio(35, 1), ratio(10, 3)), b, c, (ratio(0, 1), ratio(0, 1))]);
    assert_eq!(attrition.areas[0].difference(), ratio(-95, 3));
    assert_eq!(pairs(&[stayed]).attrition().areas[0].difference(), None);
}

#[test]
fn tables_and_other_instruments_are_not_paired() {
    let consultation = consultation();
    let with = |seed, voter, first, considered| Ballot {
        first_reaction: first,
        considered_view: considered,
        ..ballot(seed, voter)
    };
    let ballots = vec![
        with(1, Voter::Table, points(0, 100), points(100, 0)),
        with(2, Voter::Person, points(0, 90), points(100, 0)),
        with(3, Voter::Person, points(60, 40), points(100, 0)),
    ];
    let figures = profile(&consultation, ballots).view(&consultation).points();
    assert_eq!((figures.moved(), figures.switched()), (1, 40));
    assert_eq!(figures.flow().points, [[part(60, 1), part(0, 1)], [part(40, 1), part(0, 1)]]);
}

/// Six persons who all go one way do so by chance once in 32: clear by itself, not among three.
#[test]
fn words_for_movements() {
    let (six, eight, split) = (Split { up: 6, down: 0 }, Split { up: 0, down: 8 }, Split { up: 9, down: 3 });
    let level = |numer: i128, denom: i128| Exact::new(numer, denom);
    let nobody = Split::default();
    let five = level(1, 20);
    assert_eq!(movements(&[six], five), [Movement::Up]);
    assert_eq!(movements(&[six], level(1, 32)), [Movement::Up]);
    assert_eq!(movements(&[six], level(1, 33)), [Movement::NoClearChange]);
    // 1/128 three times and 1/32 twice.
    assert_eq!(movements(&[six, eight, nobody], five), [Movement::NoClearChange, Movement::Down, Movement::None]);
    assert_eq!(movements(&[six, eight], five), [Movement::Up, Movement::Down]);
    assert_eq!(movements(&[split, Split { up: 3, down: 3 }], level(1, 1)), [Movement::Up, Movement::NoClearChange]);
    assert_eq!(movements(&[], five), []);
}

/// The most even split of a million persons that is clear, and the next. Their chances are 0.04988 and 0.05011.
#[test]
fn words_for_very_many() {
    let of_a_million = |down: usize| Split { up: 1_000_000 - down, down };
    let five = Exact::new(1, 20);
    assert_eq!(movements(&[of_a_million(499_019)], five), [Movement::Up]);
    assert_eq!(movements(&[of_a_million(499_020)], five), [Movement::NoClearChange]);
}

fn given() -> impl Strategy<Value = Given> {
    let cut = || prop_oneof![Just(0_u8), Just(100), 0_u8..=100];
    (cut(), cut(), cut()).prop_map(|(one, two, three)| {
        let mut cuts = [one, two, three];
        cuts.sort_unstable();
        [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]]
    })
}

/// Considered views near the first reaction and far from it, and some without either.
fn persons() -> impl Strategy<Value = Vec<(Option<Given>, Option<Given>)>> {
    let person = (given(), given(), 0_u8..8).prop_map(|(first, considered, kind)| match kind {
        0 => (Some(first), None),
        1 => (None, Some(considered)),
        2 => (Some(first), Some(first)),
        _ => (Some(first), Some(considered)),
    });
    prop::collection::vec(person, 0..20)
}

/// What one person moves from an area to another, or leaves there.
fn between(first: Given, considered: Given, from: usize, to: usize) -> BigExact {
    let gain = |area: usize| i64::from(considered[area].saturating_sub(first[area]));
    let all: i64 = (0..4).map(gain).sum();
    let lost = i64::from(first[from].saturating_sub(considered[from]));
    match (from == to, lost) {
        (true, _) => part(first[from].min(considered[from]).into(), 1),
        (false, 0) => part(0, 1),
        (false, lost) => part(lost * gain(to), all),
    }
}

proptest! {
    #[test]
    fn the_flow_is_what_persons_move_one_by_one(persons in persons()) {
        let flow = figures(persons.clone()).flow();
        let paired: Vec<_> = persons.iter().filter_map(|(first, considered)| (*first).zip(*considered)).collect();
        for (from, row) in flow.points.iter().enumerate() {
            for (to, points) in row.iter().enumerate() {
                let sum: BigExact = paired.iter().map(|(first, then)| between(*first, *then, from, to)).sum();
                prop_assert_eq!(points, &sum);
            }
        }
    }

    #[test]
    fn rows_are_first_reactions_and_columns_considered_views(persons in persons()) {
        let figures = figures(persons);
        let flow = figures.flow();
        for (place, area) in figures.areas.iter().enumerate() {
            prop_assert_eq!(flow.points[place].iter().sum::<BigExact>(), part(area.first, 1));
            let column: BigExact = flow.points.iter().map(|row| &row[place]).sum();
            prop_assert_eq!(column, part(area.considered, 1));
        }
        prop_assert!(flow.points.iter().flatten().all(|points| *points >= part(0, 1)));
        prop_assert_eq!(flow.switched(), part(figures.switched(), 1));
    }

    #[test]
    fn changes_add_up(persons in persons()) {
        let figures = figures(persons.clone());
        prop_assert_eq!(figures.areas.iter().map(AreaPoints::net).sum::<i64>(), 0);
        for (place, area) in figures.areas.iter().enumerate() {
            prop_assert!(area.net().abs() <= area.gross());
            prop_assert_eq!(area.split().moved() + area.unchanged(), figures.paired);
            let any = |given: &Option<Given>| given.is_some_and(|given| given[place] > 0);
            let both = persons.iter().filter(|(first, considered)| first.is_some() && considered.is_some());
            prop_assert_eq!(area.any, YesNo::of(both.map(|(first, considered)| (any(first), any(considered)))));
        }
        let moved = persons.iter().filter(|(first, then)| first.is_some() && then.is_some() && first != then);
        prop_assert_eq!(figures.moved(), moved.count());
    }

    /// Whose ballot has which id changes nothing.
    #[test]
    fn the_order_of_persons_changes_nothing(persons in persons(), turn in 0_usize..20) {
        let plain = figures(persons.clone());
        let mut turned = persons;
        turned.reverse();
        let by = turn.min(turned.len());
        turned.rotate_left(by);
        let turned = figures(turned);
        let five = Exact::new(1, 20);
        prop_assert_eq!(plain.flow(), turned.flow());
        prop_assert_eq!(plain.attrition(), turned.attrition());
        prop_assert_eq!(&plain, &turned);
        prop_assert_eq!(plain.movements(five), turned.movements(five));
    }

    /// Going the other way turns every movement round, and no area is clear among others that is not by itself.
    #[test]
    fn movements_turn_round(splits in prop::collection::vec((0_usize..30, 0_usize..30), 0..6), level in 0_i128..=40) {
        let alpha = Exact::new(level, 100);
        let there: Vec<Split> = splits.iter().map(|(up, down)| Split { up: *up, down: *down }).collect();
        let back: Vec<Split> = there.iter().map(|split| Split { up: split.down, down: split.up }).collect();
        let turned = movements(&back, alpha).into_iter().map(|movement| match movement {
            Movement::Up => Movement::Down,
            Movement::Down => Movement::Up,
            other => other,
        });
        let found = movements(&there, alpha);
        prop_assert_eq!(&found, &turned.collect::<Vec<_>>());
        let chances = holm(&there.iter().map(|split| split.chance()).collect::<Vec<_>>());
        let alpha_over = BigExact::new(level.into(), 100.into());
        for ((split, movement), chance) in there.iter().zip(found).zip(chances) {
            let clear = matches!(movement, Movement::Up | Movement::Down);
            prop_assert_eq!(clear, chance.exact().unwrap() <= &alpha_over);
            prop_assert!(!clear || movements(&[*split], alpha) == [movement]);
        }
    }
}
