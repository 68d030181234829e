//! Pots: every rule counts each as an election of its own.

use std::collections::BTreeMap;

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Count, CountError, Election, Limits, Place, Selection, Step, Tie, TiePolicy, Variant, Vote,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::common::{every_variant, kind};
use crate::{AREAS, Draft, id, related};

/// Projects, each in an area that has a pot, and related within it only.
fn potted() -> impl Strategy<Value = (Draft, BTreeMap<usize, i64>)> {
    (related(), prop::collection::vec(0_i64..60, AREAS.len())).prop_map(|(draft, mut pots)| {
        let areas: Vec<usize> = draft.areas.iter().map(|area| area % AREAS.len()).collect();
        for at in 0..pots.len() {
            let left = draft.budget - pots[..at].iter().sum::<i64>();
            pots[at] = pots[at].min(left);
        }
        let pots = pots.into_iter().enumerate().filter(|(area, _)| areas.contains(area)).collect();
        let within = |pairs: &[(usize, usize)]| pairs.iter().copied().filter(|(a, b)| areas[*a] == areas[*b]).collect();
        let (requires, excludes) = (within(&draft.requires), within(&draft.excludes));
        let none = BTreeMap::new;
        let bare = Draft { minima: none(), maxima: none(), ring_fences: none(), ..draft };
        (Draft { areas, requires, excludes, ..bare }, pots)
    })
}

pub(crate) fn election(draft: &Draft, pots: &BTreeMap<usize, i64>, kind: BallotKind) -> Election {
    let pots = pots.iter().map(|(area, amount)| (AREAS[*area].to_owned(), Money::from_minor(*amount))).collect();
    draft.unlimited(kind).limited(Limits { pots, ..Limits::default() }).unwrap()
}

/// One pot made anew: what the ballots say about its projects, without those that say nothing.
fn alone(draft: &Draft, kind: BallotKind, area: usize, amount: i64) -> Election {
    let whole = draft.unlimited(kind);
    let inside = |place: &Place| whole.project(*place).area.as_deref() == Some(AREAS[area]);
    let projects = whole.places().filter(inside).map(|place| whole.project(place).clone()).collect();
    let mut election = Election::new(Money::from_minor(amount), kind, projects).unwrap();
    for (ballot, times) in &draft.ballots {
        let given = ballot.iter().filter_map(|(at, points)| Some((election.place(&id(*at))?, *points)));
        let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
        if !places.is_empty() {
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, *times).unwrap();
        }
    }
    election
}

/// One selection after the other.
fn together(budget: i64, of_pots: Vec<(&str, Selection)>) -> Selection {
    let mut all = Selection {
        selected: Vec::new(),
        cost: Money::ZERO,
        budget: Money::from_minor(budget),
        shared: None,
        shared_in_pots: BTreeMap::new(),
        steps: Vec::new(),
        ties: Vec::new(),
    };
    for (area, selection) in of_pots {
        let before = all.selected.len();
        all.ties.extend(selection.ties.into_iter().map(|tie| Tie { after: before + tie.after, ..tie }));
        all.shared_in_pots.extend(selection.shared.map(|shared| (area.to_owned(), shared)));
        all.steps.extend(selection.steps.into_iter().map(|step| Step { pot: Some(area.to_owned()), ..step }));
        all.selected.extend(selection.selected);
        all.cost = all.cost + selection.cost;
    }
    all
}

proptest! {
    #[test]
    fn each_pot_is_an_election_of_its_own((draft, pots) in potted(), lots in any::<Index>()) {
        let policies = [TiePolicy::Lexicographic, TiePolicy::Drawn((0..8).rev().map(id).collect())];
        let policy = lots.get(&policies);
        for (rule, variant) in every_variant() {
            let election = election(&draft, &pots, kind(variant));
            let counted = rule.count(&election, variant, policy);
            if let Err(CountError::Constraints { constraint, .. }) = counted {
                prop_assert!(election.constraints().contains(&constraint) && !rule.honours(variant, constraint));
                continue;
            }
            let mut of_pots = Vec::new();
            for (area, amount) in &pots {
                let pot = alone(&draft, kind(variant), *area, *amount);
                match rule.count(&pot, variant, policy).unwrap() {
                    Count::Settled(selection) => {
                        // Its payments are replayed from what it holds of the whole.
                        let whole = counted.as_ref().unwrap().selection();
                        let expected = Selection { ties: Vec::new(), ..selection.clone() };
                        prop_assert_eq!(whole.in_pot(AREAS[*area], &pot), expected);
                        of_pots.push((AREAS[*area], selection));
                    }
                    Count::Tied { .. } => prop_assert!(false, "every tie is broken"),
                }
            }
            prop_assert_eq!(counted, Ok(Count::Settled(together(draft.budget, of_pots))), "{} {}", rule.id(), variant);
        }
    }

    #[test]
    fn pots_come_with_their_ballots((draft, pots) in potted()) {
        for kind in [BallotKind::Points, BallotKind::Basket] {
            let election = election(&draft, &pots, kind);
            let found: Vec<(&str, Election)> = election.pots().collect();
            let expected = pots.iter().map(|(area, amount)| (AREAS[*area], alone(&draft, kind, *area, *amount)));
            prop_assert_eq!(found, expected.collect::<Vec<_>>());
        }
    }
}

/// Two of three vote in the east, where p0 and p1 cost 6 each; the third in the west alone.
fn two() -> (Draft, BTreeMap<usize, i64>) {
    let ballot = |named: &[usize]| (named.iter().map(|at| (*at, 1)).collect(), 1);
    let ballots = vec![ballot(&[0, 1, 2]), ballot(&[0, 1]), ballot(&[2, 3])];
    let draft = Draft { budget: 30, costs: vec![6, 6, 8, 5], areas: vec![0, 0, 2, 2], ballots, ..Draft::default() };
    (draft, [(0, 10), (2, 12)].into())
}

/// 5 each for the two of the east, who buy one of two alike; 6 each for the two of the west. The third of the voters
/// has no share of the east: with 10 for three, p0 would be paid for all the same, but with 9 it would not.
#[test]
fn whoever_names_nothing_of_a_pot_has_no_share_of_it() {
    let (draft, pots) = two();
    let election = election(&draft, &pots, BallotKind::Approval);
    let voters: Vec<(&str, u64)> = election.pots().map(|(area, pot)| (area, pot.voters())).collect();
    assert_eq!(voters, [("east", 2), ("west", 2)]);
    let rule = basketry_tally::rule("equal-shares").unwrap();
    let variant: Variant = rule.variants()[1];
    let Ok(Count::Settled(selection)) = rule.count(&election, variant, &TiePolicy::Lexicographic) else {
        panic!("ties are broken")
    };
    assert_eq!(selection.selected, [id(0), id(2)]);
    let told: Vec<(Option<&str>, i64)> =
        selection.steps.iter().map(|step| (step.pot.as_deref(), step.left.minor())).collect();
    assert_eq!(told, [(Some("east"), 10), (Some("east"), 4), (Some("west"), 12), (Some("west"), 4)]);
    assert_eq!((selection.cost.minor(), selection.left().minor()), (14, 16));
}

/// The west is counted once the lot for the east is drawn.
#[test]
fn a_tie_in_a_pot_is_a_tie() {
    let (draft, pots) = two();
    let election = election(&draft, &pots, BallotKind::Approval);
    let rule = basketry_tally::rule("greedy").unwrap();
    let variant = rule.variants()[0];
    let Ok(Count::Tied { until, tie }) = rule.count(&election, variant, &TiePolicy::Report) else {
        panic!("p0 and p1 are alike")
    };
    assert_eq!((until.selected, tie.projects), (Vec::new(), vec![id(0), id(1)]));
    let Ok(Count::Settled(drawn)) = rule.count(&election, variant, &TiePolicy::Drawn(vec![id(1)])) else {
        panic!("the lot decides")
    };
    assert_eq!(drawn.selected, [id(1), id(2)]);
}
