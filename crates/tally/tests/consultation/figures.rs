//! Figures worked by hand.

use basketry_ballots::Ballots;
use basketry_domain::{Ballot, Consultation, Money, Voter};
use basketry_example::{ballot, basket, consultation, live_with, points};
use basketry_tally::{
    Count, Decision, Exact, GroupId, Grouping, Handover, Profile, Reason, Satisfaction, TiePolicy, Variant, adopt,
    merge, rule,
};

pub(crate) fn profile(consultation: &Consultation, ballots: Vec<Ballot>) -> Profile {
    merge(consultation, &[Handover::new("test", Ballots::of(ballots).unwrap())]).profile
}

fn at_school(ballot: Ballot) -> Ballot {
    Ballot { workshop: Some("school".parse().unwrap()), table: Some(2), ..ballot }
}

pub(crate) fn ratio(numer: i128, denom: i128) -> Option<Exact> {
    Some(Exact::new(numer, denom))
}

#[test]
fn points_before_and_after_are_of_the_same_persons() {
    let person = |seed, first, considered| Ballot {
        first_reaction: first,
        considered_view: considered,
        ..ballot(seed, Voter::Person)
    };
    let consultation = consultation();
    let table = Ballot { voter: Voter::Table, ..person(9, points(0, 100), points(100, 0)) };
    let ballots = vec![
        person(1, points(50, 50), points(80, 20)),
        person(2, points(60, 40), points(50, 50)),
        person(3, points(10, 90), points(10, 90)),
        at_school(person(4, points(100, 0), None)),
        person(5, None, points(0, 100)),
        person(6, None, None),
        person(7, points(90, 0), points(50, 50)),
        table,
    ];
    let profile = profile(&consultation, ballots);
    let points = profile.view(&consultation).points();
    let attrition = (points.paired, points.first_only, points.considered_only, points.neither, points.left_out);
    assert_eq!(attrition, (3, 1, 1, 1, 1));
    let care = &points.areas[0];
    assert_eq!(care.shifts.different().collect::<Vec<_>>(), [(-10, 1), (0, 1), (30, 1)]);
    assert_eq!((care.up(), care.down(), care.unchanged()), (1, 1, 1));
    assert_eq!(care.mean_first(), ratio(40, 1));
    assert_eq!(care.mean_considered(), ratio(140, 3));
    assert_eq!(care.mean_shift(), ratio(20, 3));

    let sections = profile.view(&consultation).groups(&Grouping::Section).groups;
    let young = sections[1].view.points();
    assert_eq!(sections[1].id, GroupId::Section("young".parse().unwrap()));
    assert_eq!((young.first_only, young.areas[0].mean_first()), (1, None));
}

#[test]
fn shares_count_persons_and_tables_apart() {
    let consultation = consultation();
    let with = |seed, voter, choices: &[(&str, u8)]| Ballot { basket: basket(choices), ..ballot(seed, voter) };
    let ballots = vec![
        with(1, Voter::Person, &[("clinic", 1), ("bridge", 1)]),
        with(2, Voter::Person, &[("clinic", 2)]),
        with(3, Voter::Person, &[]),
        with(4, Voter::Person, &[("clinic", 9), ("bridge", 1)]),
        ballot(5, Voter::Person),
        with(6, Voter::Table, &[("bridge", 1)]),
    ];
    let profile = profile(&consultation, ballots);
    let view = profile.view(&consultation);
    let shares = view.shares(Voter::Person);
    assert_eq!((shares.baskets, shares.faulty), (4, 1));
    let levels: Vec<_> = shares.items.iter().map(|item| item.levels.clone()).collect();
    assert_eq!(levels, [vec![1, 1], vec![0], vec![2]]);
    assert_eq!(shares.items[0].usual_levels(), [1, 2]);
    assert_eq!(view.shares(Voter::Table).items[2].holds(), 1);
    let sound = view.filter(|counted| !counted.is_faulty()).shares(Voter::Person);
    assert_eq!((sound.baskets, sound.faulty), (3, 0));
}

#[test]
fn money_counts_nothings_too() {
    let consultation = consultation();
    let with = |seed, choices: &[(&str, u8)]| Ballot { basket: basket(choices), ..ballot(seed, Voter::Person) };
    let ballots = vec![
        with(1, &[("clinic", 1), ("visits", 1)]),
        with(2, &[("clinic", 2)]),
        with(3, &[]),
        with(4, &[("clinic", 2), ("visits", 1), ("bridge", 1)]),
    ];
    let profile = profile(&consultation, ballots);
    let money = profile.view(&consultation).money(Voter::Person);
    assert_eq!((money.baskets, money.faulty), (4, 1));
    let care = &money.areas[0];
    assert!(care.amounts.iter().eq([0, 60, 70, 90].map(Money::from_minor)));
    assert_eq!((care.mean(), care.zeros()), (ratio(55, 1), 1));
    let quartiles = care.quartiles().unwrap();
    assert_eq!(Some(quartiles.lower), ratio(45, 1));
    assert_eq!(Some(quartiles.median), ratio(65, 1));
    assert_eq!(Some(quartiles.upper), ratio(75, 1));
    assert!(money.left.iter().eq([-40, 30, 40, 100].map(Money::from_minor)));
}

#[test]
fn tables_stand_side_by_side_with_what_their_people_say() {
    let consultation = consultation();
    let table = |seed, choices: &[(&str, u8)]| Ballot {
        basket: basket(choices),
        dissent: vec!["not me".to_owned()],
        ..ballot(seed, Voter::Table)
    };
    let person = |seed, score| Ballot { closing: live_with(score), ..ballot(seed, Voter::Person) };
    let ballots = vec![
        at_school(table(1, &[("bridge", 1)])),
        table(2, &[("clinic", 2), ("visits", 1)]),
        person(3, 4),
        person(4, 1),
        ballot(5, Voter::Person),
        at_school(person(6, 5)),
    ];
    let profile = profile(&consultation, ballots);
    let tables = profile.view(&consultation).tables();
    let [hall, school] = tables.tables.as_slice() else { panic!("two tables") };
    assert_eq!(hall.levels, [Some(2), Some(1), None]);
    assert_eq!((hall.cost.minor(), hall.left.minor(), hall.faulty), (90, 10, false));
    assert_eq!((hall.live_with.scores, hall.live_with.silent), ([1, 0, 0, 1, 0], 1));
    assert_eq!(school.levels, [None, None, Some(1)]);
    assert_eq!(school.live_with.given(), 1);
}

#[test]
fn baskets_become_an_election() {
    let consultation = consultation();
    let with = |seed, choices: &[(&str, u8)]| Ballot { basket: basket(choices), ..ballot(seed, Voter::Person) };
    let ballots = vec![
        with(1, &[("clinic", 2), ("visits", 1)]),
        with(2, &[("clinic", 1), ("visits", 1)]),
        with(3, &[("clinic", 1), ("bridge", 1)]),
        with(4, &[("clinic", 2)]),
        with(5, &[("gone", 1)]),
    ];
    let profile = profile(&consultation, ballots);
    let adopted = adopt(&profile.view(&consultation), Voter::Person).unwrap();
    assert_eq!(adopted.levels.values().copied().collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(adopted.level_ties.len(), 1);
    assert_eq!(adopted.election.voters(), 5);
    let greedy = rule("greedy").unwrap();
    let counted = greedy.count(&adopted.election, Variant::plain(Satisfaction::Cost), &TiePolicy::Report).unwrap();
    let Count::Settled(selection) = counted else { panic!("no tie here") };
    let selected: Vec<_> = selection.selected.iter().map(ToString::to_string).collect();
    assert_eq!((selected, selection.left().minor()), (vec!["clinic".to_owned(), "visits".to_owned()], 30));
    let last = &selection.steps[2].decision;
    assert_eq!(last, &Decision::Skipped(Reason::Excludes("visits".into())));
}
