//! Weights: worked by hand, and what must hold of any ballots and margins.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use basketry_domain::{Ballot, Consultation, Section, Voter};
use basketry_example::{ballot, basket, points};
use basketry_tally::{Asked, Exact, GroupId, Grouping, Margin, Profile, RakingError, Weights};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::figures::{profile, ratio};
use crate::groups::{answer, answering, asking};

const SECTIONS: [(&str, &str); 2] = [("hall", "old"), ("school", "young")];
const ANSWERS: [&str; 2] = ["bus", "car"];

/// A person of a section and an answer, by their places.
fn person(seed: u8, section: usize, came: usize) -> Ballot {
    let workshop = Some(SECTIONS[section].0.parse().unwrap());
    answering("came", &[ANSWERS[came]], Ballot { workshop, ..ballot(seed, Voter::Person) })
}

fn people(cells: &[(usize, usize)]) -> Vec<Ballot> {
    (1..).zip(cells).map(|(seed, (section, came))| person(seed, *section, *came)).collect()
}

fn sections(old: u32, young: u32) -> Margin {
    let group = |id: &str| GroupId::Section(id.parse().unwrap());
    Margin { grouping: Grouping::Section, populations: BTreeMap::from([(group("old"), old), (group("young"), young)]) }
}

fn answers(bus: u32, car: u32) -> Margin {
    let group = |id: &str| GroupId::Answer(id.parse().unwrap());
    Margin { grouping: answer("came"), populations: BTreeMap::from([(group("bus"), bus), (group("car"), car)]) }
}

fn weights(ballots: Vec<Ballot>, margins: &[Margin], at_most: Option<u32>) -> Result<Weights, RakingError> {
    let consultation = asking();
    let at_most = at_most.and_then(NonZeroU32::new);
    profile(&consultation, ballots).view(&consultation).weights(margins, at_most)
}

fn each(weights: &Weights) -> Vec<Exact> {
    weights.of.values().copied().collect()
}

fn ratios(parts: &[(i128, i128)]) -> Vec<Exact> {
    parts.iter().map(|(numer, denom)| Exact::new(*numer, *denom)).collect()
}

/// Whether two numbers differ by no more than one part in so many.
fn close(one: Exact, other: Exact, parts: i128) -> bool {
    let off = if one > other { one - other } else { other - one };
    off * parts <= Exact::from_integer(1)
}

#[test]
fn one_margin() {
    let found = weights(people(&[(0, 0), (0, 1), (1, 0), (1, 1)]), &[sections(300, 100)], None).unwrap();
    assert_eq!(each(&found), ratios(&[(3, 2), (3, 2), (1, 2), (1, 2)]));
    assert_eq!((Some(found.largest), Some(found.smallest)), (ratio(3, 2), ratio(1, 2)));
    // 4 × 4 over 9/4 + 9/4 + 1/4 + 1/4.
    assert_eq!(Some(found.effective), ratio(16, 5));
    assert_eq!((found.rounds, found.converged, found.unfitted, found.capped), (1, true, 0, 0));
}

/// Where answers do not depend on sections, a weight is the product of the two.
#[test]
fn two_margins() {
    let margins = [sections(3, 1), answers(10, 30)];
    let found = weights(people(&[(0, 0), (0, 1), (1, 0), (1, 1)]), &margins, None).unwrap();
    assert_eq!(each(&found), ratios(&[(3, 4), (9, 4), (1, 4), (3, 4)]));
    assert_eq!((found.rounds, found.converged), (1, true));
}

#[test]
fn a_ballot_that_cannot_be_fitted_weighs_one_and_tables_weigh_nothing() {
    let mut ballots = people(&[(0, 0), (0, 1), (1, 0), (1, 1)]);
    ballots.push(Ballot { workshop: None, ..person(5, 0, 0) });
    ballots.push(Ballot { voter: Voter::Table, ..person(6, 1, 1) });
    let found = weights(ballots, &[sections(3, 1)], Some(2)).unwrap();
    assert_eq!(each(&found), ratios(&[(3, 2), (3, 2), (1, 2), (1, 2), (1, 1)]));
    assert_eq!((found.unfitted, found.converged), (1, true));
    assert_eq!(Some(found.effective), ratio(25, 6));
}

#[test]
fn large_weights_are_cut_and_the_margin_is_not_met() {
    let mut cells = vec![(0, 0); 7];
    cells.push((1, 0));
    let free = weights(people(&cells), &[sections(1, 1)], None).unwrap();
    // Four sevenths are no whole number of parts.
    assert_eq!((Some(free.largest), free.converged), (ratio(4, 1), true));
    assert!(close(free.smallest, Exact::new(4, 7), 1 << 40));
    let cut = weights(people(&cells), &[sections(1, 1)], Some(2)).unwrap();
    assert_eq!((Some(cut.largest), cut.capped, cut.converged), (ratio(2, 1), 1, false));
    assert_eq!((cut.smallest, cut.rounds), (free.smallest, 1_000));
    assert_eq!(weights(people(&cells), &[sections(1, 1)], Some(4)).unwrap().capped, 1);
}

/// Without a limit the old by car weigh 2.1. When they weigh 2, the old by bus must weigh 1, and so on round the table.
#[test]
fn what_is_cut_is_made_up_for_by_others() {
    let margins = [sections(3, 1), answers(3, 7)];
    let cells = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let near = |found: &Weights, expected: [(i128, i128); 4]| {
        let expected = ratios(&expected);
        each(found).into_iter().zip(expected).all(|(weight, expected)| close(weight, expected, 100_000))
    };
    let free = weights(people(&cells), &margins, None).unwrap();
    assert!(free.converged && near(&free, [(9, 10), (21, 10), (3, 10), (7, 10)]));
    let cut = weights(people(&cells), &margins, Some(2)).unwrap();
    assert!(cut.converged && near(&cut, [(1, 1), (2, 1), (1, 5), (4, 5)]), "{cut:?}");
    assert_eq!((free.capped, cut.capped, Some(cut.largest)), (0, 1, ratio(2, 1)));
}

/// Only the old came by bus, and only the young by car, so that one margin gives the other.
#[test]
fn margins_that_contradict_each_other_are_not_met() {
    let found = weights(people(&[(0, 0), (1, 1)]), &[sections(3, 1), answers(1, 1)], None).unwrap();
    assert_eq!((found.rounds, found.converged), (1_000, false));
    // The last margin was fitted last.
    assert_eq!(each(&found), ratios(&[(1, 1), (1, 1)]));
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let group = |id: &str| GroupId::Section(id.parse().unwrap());
    let refused = |cells: &[(usize, usize)], margin: Margin| weights(people(cells), &[margin], None).unwrap_err();
    assert_eq!(refused(&[(0, 0)], sections(1, 1)), RakingError::NoBallots(group("young")));
    assert_eq!(refused(&[(0, 0), (1, 0)], sections(1, 0)), RakingError::NoPopulation(group("young")));
    assert_eq!(refused(&[(0, 0)], sections(0, 0)), RakingError::NoPeople(Grouping::Section));
    assert_eq!(refused(&[], sections(1, 1)), RakingError::Nobody);
    let several = Margin { grouping: answer("would"), ..answers(1, 1) };
    assert_eq!(refused(&[(0, 0)], several), RakingError::Several(answer("would")));
    let strange = Margin { grouping: Grouping::Workshop, ..sections(1, 1) };
    assert_eq!(refused(&[(0, 0)], strange), RakingError::UnknownGroup(group("old")));
    // The only one of the young gave no answer, and cannot stand for them.
    let mut ballots = people(&[(0, 0), (0, 1), (1, 1)]);
    ballots[2] = answering("came", &[], ballots[2].clone());
    let silent = weights(ballots, &[sections(1, 1), answers(1, 1)], None).unwrap_err();
    assert_eq!(silent.to_string(), "there are people but no ballots in the group section young");
    // A group of nobody, in which nobody is, is in nobody's way.
    assert_eq!(each(&weights(people(&[(0, 0)]), &[sections(5, 0)], None).unwrap()), ratios(&[(1, 1)]));
}

#[test]
fn the_populations_of_the_file() {
    let mut consultation = asking();
    assert_eq!(Margin::sections(&consultation), None);
    let with = |(section, population): (Section, u32)| Section { population: Some(population), ..section };
    consultation.sections = consultation.sections.into_iter().zip([30, 10]).map(with).collect();
    assert_eq!(Margin::sections(&consultation), Some(sections(30, 10)));
}

/// The old weigh 3/2 each, the young 1/2.
#[test]
fn weighted_figures_stand_beside_raw_ones() {
    let consultation = asking();
    let mut ballots = people(&[(0, 0), (0, 1), (1, 0), (1, 1)]);
    ballots[0] = Ballot { basket: basket(&[("clinic", 1)]), considered_view: points(100, 0), ..ballots[0].clone() };
    ballots[2] = Ballot { basket: basket(&[("bridge", 1)]), considered_view: points(20, 80), ..ballots[2].clone() };
    ballots[3] = Ballot { basket: basket(&[("clinic", 9)]), considered_view: points(20, 8), ..ballots[3].clone() };
    let all = profile(&consultation, ballots);
    let view = all.view(&consultation);
    let weights = view.weights(&[sections(3, 1)], None).unwrap();
    let shares = view.weighted_shares(&weights);
    // 25/4 over 9/4 + 1/4 + 1/4.
    assert_eq!((shares.base.ballots, shares.base.left_out), (3, 0));
    assert_eq!((Some(shares.base.weight), Some(shares.base.effective)), (ratio(5, 2), ratio(25, 11)));
    let told: Vec<_> = shares.items.iter().map(|item| (item.of.as_str(), item.raw, item.weighted)).collect();
    let (third, none) = (ratio(1, 3), ratio(0, 1));
    assert_eq!(told, [("clinic", third, ratio(3, 5)), ("visits", none, none), ("bridge", third, ratio(1, 5))]);
    let means = view.weighted_points(Asked::Considered, &weights);
    assert_eq!((means.base.ballots, Some(means.base.weight)), (2, ratio(2, 1)));
    let told: Vec<_> = means.areas.iter().map(|area| (area.raw, area.weighted)).collect();
    assert_eq!(told, [(ratio(60, 1), ratio(80, 1)), (ratio(40, 1), ratio(20, 1))]);
    let nobody = view.weighted_points(Asked::First, &weights);
    assert_eq!((nobody.areas[0].raw, nobody.areas[0].weighted, Some(nobody.base.effective)), (None, None, none));
    // Weights of others say nothing of these.
    let others = view.filter(|counted| counted.ballot().basket.is_none()).weights(&[], None).unwrap();
    assert_eq!((view.weighted_shares(&others).base.ballots, view.weighted_shares(&others).base.left_out), (0, 3));
}

/// At least one ballot in each of the four cells.
fn cells() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0_usize..2, 0_usize..2), 0..40).prop_map(|mut cells| {
        cells.extend([(0, 0), (0, 1), (1, 0), (1, 1)]);
        cells
    })
}

/// What the ballots of a group weigh, as a part of all.
fn part(profile: &Profile, consultation: &Consultation, weights: &Weights, grouping: &Grouping, at: usize) -> Exact {
    let group = &profile.view(consultation).groups(grouping).groups[at];
    let sum: Exact = group.view.ballots().map(|counted| weights.of[&counted.id()]).sum();
    sum / weights.of.values().sum::<Exact>()
}

proptest! {
    #[test]
    fn margins_are_met_and_nothing_else_is_changed(cells in cells(), old in 1_u32..100, bus in 1_u32..100) {
        let consultation = asking();
        let profile = profile(&consultation, people(&cells));
        let margins = [sections(old, 100 - old), answers(bus, 100 - bus)];
        let weights = profile.view(&consultation).weights(&margins, None).unwrap();
        prop_assert!(weights.converged);
        for (margin, people) in margins.iter().zip([old, bus]) {
            let share = part(&profile, &consultation, &weights, &margin.grouping, 0);
            prop_assert!(close(share, Exact::new(people.into(), 100), 200_000));
        }
        // The one table of weights that meets the margins and is a product of a factor for each group.
        let of = |cell| weights.of.values().zip(&cells).find(|(_, other)| **other == cell).map(|(weight, _)| *weight).unwrap();
        prop_assert!(close(of((0, 0)) * of((1, 1)), of((0, 1)) * of((1, 0)), 1_000_000));
        let number = Exact::from_integer(cells.len() as i128);
        prop_assert!(Exact::from_integer(1) <= weights.effective && weights.effective <= number);
        prop_assert!(weights.smallest <= weights.largest && each(&weights).contains(&weights.smallest));
    }

    #[test]
    fn proportions_that_are_there_already_leave_every_weight_at_one(cells in cells(), times in 1_u32..1_000) {
        let count = |wanted: &dyn Fn(&(usize, usize)) -> bool| {
            cells.iter().map(|cell| u32::from(wanted(cell)) * times).sum()
        };
        let margins = [
            sections(count(&|cell| cell.0 == 0), count(&|cell| cell.0 == 1)),
            answers(count(&|cell| cell.1 == 0), count(&|cell| cell.1 == 1)),
        ];
        let weights = weights(people(&cells), &margins, Some(1)).unwrap();
        prop_assert!(each(&weights).iter().all(|weight| *weight == Exact::from_integer(1)));
        prop_assert_eq!((weights.rounds, weights.converged), (0, true));
        prop_assert_eq!(weights.effective, Exact::from_integer(cells.len() as i128));
    }

    #[test]
    fn who_gave_which_ballot_changes_nothing(
        cells in cells(), swaps in prop::collection::vec(any::<(Index, Index)>(), 1..9), old in 1_u32..100, most in 0_u32..6,
    ) {
        let mut others = cells.clone();
        for (a, b) in swaps {
            others.swap(a.index(cells.len()), b.index(cells.len()));
        }
        let margins = [sections(old, 100 - old), answers(1, 2)];
        let first = weights(people(&cells), &margins, Some(most)).unwrap();
        let second = weights(people(&others), &margins, Some(most)).unwrap();
        let by_cell = |cells: &[(usize, usize)], weights: &Weights| {
            cells.iter().copied().zip(each(weights)).collect::<BTreeMap<_, _>>()
        };
        prop_assert_eq!(by_cell(&cells, &first), by_cell(&others, &second));
        prop_assert_eq!((first.effective, first.rounds, first.capped), (second.effective, second.rounds, second.capped));
        let mut turned = people(&cells);
        turned.reverse();
        prop_assert_eq!(&weights(turned, &margins, Some(most)).unwrap(), &first);
    }

    #[test]
    fn no_weight_is_above_what_is_allowed(
        cells in prop::collection::vec((0_usize..2, 0_usize..2), 1..40), old in 1_u32..1_000, bus in 1_u32..1_000, most in 1_u32..6,
    ) {
        let consultation = asking();
        let margins = [sections(old, 1_000 - old), answers(bus, 1_000 - bus)];
        if let Ok(found) = weights(people(&cells), &margins, Some(most)) {
            prop_assert!(found.largest <= Exact::from_integer(most.into()));
            prop_assert!(found.smallest > Exact::from_integer(0));
            prop_assert!(found.effective <= Exact::from_integer(cells.len() as i128));
            let largest = each(&found).iter().filter(|weight| **weight == Exact::from_integer(most.into())).count();
            prop_assert_eq!(found.capped, largest);
            if found.converged {
                let profile = profile(&consultation, people(&cells));
                let share = part(&profile, &consultation, &found, &Grouping::Section, 0);
                prop_assert!(close(share, Exact::new(old.into(), 1_000), 200_000));
            }
            // Where the cut is in nobody's way, it is as if there were none.
            let free = weights(people(&cells), &margins, None).unwrap();
            if free.rounds == 1 && free.largest < Exact::from_integer(most.into()) {
                prop_assert_eq!(found, free);
            }
        }
    }
}
