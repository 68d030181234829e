//! Merging: each ballot once, whichever way and however often it arrives.

use basketry_domain::{Ballot, Fault, Points, Reaction, Voter};
use basketry_example::{ballot, basket, consultation, points, reference};
use std::sync::Arc;

use basketry_ballots::{Ballots, Given};
use basketry_tally::{Handover, SetAside, merge};
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn handover(source: &str, ballots: &[Ballot]) -> Handover {
    Handover::new(source, Ballots::of(ballots).unwrap())
}

/// Few ids, few contents and some of another revision, so that copies and conflicts are frequent.
fn ballots() -> impl Strategy<Value = Ballot> {
    (0_u8..6, 1_u32..3, 0_u8..3).prop_map(|(seed, revision, care)| Ballot {
        consultation: reference(revision),
        first_reaction: points(care * 50, 100 - care * 50),
        ..ballot(seed, Voter::Person)
    })
}

fn handovers() -> impl Strategy<Value = Vec<Handover>> {
    let one = ("[a-c]", prop::collection::vec(ballots(), 0..5));
    prop::collection::vec(one.prop_map(|(source, ballots)| handover(&source, &ballots)), 0..6)
}

proptest! {
    #[test]
    fn order_and_repetition_change_nothing(
        handovers in handovers(),
        swaps in prop::collection::vec(any::<(Index, Index)>(), 0..9),
        repeats in prop::collection::vec(any::<Index>(), 0..4),
    ) {
        let mut other = handovers.clone();
        if !handovers.is_empty() {
            other.extend(repeats.iter().map(|index| index.get(&handovers).clone()));
            let length = other.len();
            for (a, b) in &swaps {
                other.swap(a.index(length), b.index(length));
            }
        }
        for handover in &mut other {
            let turned: Vec<Ballot> = handover.ballots.iter().map(Given::ballot).collect();
            handover.ballots = Arc::new(Ballots::of(turned.iter().rev()).unwrap());
        }
        let consultation = consultation();
        let (first, second) = (merge(&consultation, &handovers), merge(&consultation, &other));
        prop_assert_eq!(&first.profile, &second.profile);
        prop_assert_eq!(first.received - first.duplicates, second.received - second.duplicates);
    }

    #[test]
    fn no_ballot_is_lost(handovers in handovers()) {
        let consultation = consultation();
        let profile = merge(&consultation, &handovers).profile;
        for given in handovers.iter().flat_map(|handover| handover.ballots.iter()).map(Given::ballot) {
            let counted = profile.get(given.id);
            let among_counted = counted.is_some_and(|c| c.ballot() == given || c.conflicts().contains(&given));
            let aside = profile.set_aside().any(|aside| aside.id() == given.id && aside.ballots().contains(&given));
            prop_assert!(among_counted != aside);
        }
    }
}

proptest! {
    /// What is found by codes and columns is what the ballot itself says.
    #[test]
    fn faults_are_those_of_the_ballot(
        choices in prop::collection::btree_map(select(&["clinic", "visits", "bridge", "moon"][..]), 0_u8..4, 0..4),
        given in prop::collection::btree_map(select(&["care", "roads", "moon"][..]), select(&[0_u8, 40, 60, 100][..]), 0..3),
        workshop in select(&["hall", "nowhere"][..]),
        first: bool,
        considered: bool,
    ) {
        let consultation = consultation();
        let reaction = Reaction {
            points: Points::from_map(given.into_iter().map(|(area, points)| (area.parse().unwrap(), points))),
            ..Reaction::default()
        };
        let considered_view = considered.then(|| reaction.clone());
        let first_reaction = first.then_some(reaction);
        let ballot = Ballot {
            workshop: Some(workshop.parse().unwrap()),
            basket: basket(&choices.into_iter().collect::<Vec<_>>()),
            first_reaction,
            considered_view,
            ..ballot(1, Voter::Person)
        };
        let profile = merge(&consultation, &[handover("a", std::slice::from_ref(&ballot))]).profile;
        let counted = profile.get(ballot.id).unwrap();
        let faults = ballot.faults(&consultation);
        prop_assert_eq!(counted.faults(&consultation), faults.clone());
        prop_assert_eq!(counted.is_faulty(), !faults.is_empty());
        let of_basket = faults.iter().any(|fault| matches!(fault, Fault::Basket(_)));
        prop_assert_eq!(counted.basket_is_faulty(), of_basket);
        let view = profile.view(&consultation);
        prop_assert_eq!((view.voters(Voter::Person), view.voters(Voter::Table)), (1, 0));
        prop_assert_eq!(view.sound().ballots().len(), usize::from(!of_basket));
    }
}

#[test]
fn the_same_ballot_twice_counts_once() {
    let consultation = consultation();
    let given = [ballot(1, Voter::Person), ballot(2, Voter::Person)];
    let merged = merge(&consultation, &[handover("file", &given), handover("screen", &given[..1])]);
    assert_eq!((merged.received, merged.duplicates, merged.profile.counted().len()), (3, 1, 2));
    let sources = merged.profile.get(given[0].id).unwrap().sources();
    assert_eq!(sources.iter().collect::<Vec<_>>(), ["file", "screen"]);
}

#[test]
fn one_id_with_two_contents_is_a_conflict() {
    let consultation = consultation();
    let small = Ballot { assisted: false, ..ballot(1, Voter::Person) };
    let large = Ballot { assisted: true, ..small.clone() };
    let profile = merge(&consultation, &[handover("a", &[large.clone(), small.clone()])]).profile;
    let conflicts: Vec<_> = profile.conflicts().collect();
    assert_eq!(conflicts.len(), 1);
    assert_eq!((conflicts[0].ballot(), conflicts[0].conflicts()), (small.clone(), vec![large]));
}

#[test]
fn a_ballot_of_another_revision_is_set_aside() {
    let consultation = consultation();
    let old = Ballot { consultation: reference(2), ..ballot(1, Voter::Person) };
    let profile = merge(&consultation, &[handover("a", std::slice::from_ref(&old))]).profile;
    assert_eq!(profile.counted().len(), 0);
    assert_eq!(profile.set_aside().map(SetAside::ballots).collect::<Vec<_>>(), [[old]]);
}

#[test]
fn a_faulty_ballot_is_flagged_and_counted() {
    let consultation = consultation();
    let lost = Ballot {
        workshop: Some("nowhere".parse().unwrap()),
        basket: basket(&[("visits", 1)]),
        ..ballot(1, Voter::Person)
    };
    let profile = merge(&consultation, &[handover("a", &[lost])]).profile;
    let faults = profile.faulty().next().unwrap().faults(&consultation);
    assert!(faults.contains(&Fault::UnknownWorkshop) && faults.len() == 2);
}
