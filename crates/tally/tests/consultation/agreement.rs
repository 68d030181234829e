//! Agreement, pairs and clusters: worked by hand, and what must hold of any baskets.

use std::num::NonZeroUsize;

use basketry_ballots::Ballots;
use basketry_domain::{Ballot, Consultation, Voter};
use basketry_example::{ballot, basket, consultation};
use basketry_tally::{Cluster, Exact, Handover, ItemShare, Pair, Profile, View, merge};
use proptest::prelude::*;
use proptest::sample::Index;

const ITEMS: [&str; 3] = ["clinic", "visits", "bridge"];

fn given(seed: u8, workshop: Option<&str>, choices: &[(&str, u8)]) -> Ballot {
    let workshop = workshop.map(|id| id.parse().unwrap());
    Ballot { workshop, basket: basket(choices), ..ballot(seed, Voter::Person) }
}

/// Three baskets of the old, four of the young and one of neither, and a table's.
fn by_hand() -> Profile {
    let (old, young) = (Some("hall"), Some("school"));
    let ballots = vec![
        given(1, old, &[("clinic", 1), ("bridge", 1)]),
        given(2, old, &[("clinic", 2), ("bridge", 9)]),
        given(3, old, &[("clinic", 1), ("visits", 1)]),
        given(4, young, &[("clinic", 1), ("bridge", 1)]),
        given(5, young, &[("bridge", 1)]),
        given(6, young, &[("clinic", 1)]),
        given(7, young, &[("clinic", 2), ("bridge", 1)]),
        given(8, None, &[("bridge", 1)]),
        Ballot { voter: Voter::Table, ..given(9, young, &[("visits", 1)]) },
        ballot(10, Voter::Person),
    ];
    profile(&consultation(), ballots)
}

fn profile(consultation: &Consultation, ballots: Vec<Ballot>) -> Profile {
    merge(consultation, &[Handover::new("test", Ballots::of(ballots).unwrap())]).profile
}

fn so_many(number: usize) -> NonZeroUsize {
    NonZeroUsize::new(number).unwrap()
}

fn ratio(numer: i128, denom: i128) -> Option<Exact> {
    Some(Exact::new(numer, denom))
}

#[test]
fn sections_agree_and_part() {
    let consultation = consultation();
    let profile = by_hand();
    let agreement = profile.view(&consultation).agreement(Voter::Person);
    assert_eq!((agreement.overall.baskets, agreement.elsewhere()), (8, 1));
    let sections: Vec<_> = agreement
        .sections
        .iter()
        .map(|section| {
            let holds: Vec<usize> = section.shares.items.iter().map(ItemShare::holds).collect();
            (section.section.as_str(), section.shares.baskets, holds)
        })
        .collect();
    assert_eq!(sections, [("old", 3, vec![3, 1, 1]), ("young", 4, vec![3, 0, 3])]);
    assert_eq!(agreement.agreed(), [&"clinic".parse().unwrap()]);
    // Six, one and five of eight.
    let disputed: Vec<&str> = agreement.disputed().iter().map(|share| share.item.as_str()).collect();
    assert_eq!(disputed, ["bridge", "clinic", "visits"]);
    let gaps = agreement.gaps();
    let told: Vec<_> = gaps
        .iter()
        .map(|gap| {
            let of =
                |section: &basketry_tally::SectionHolds| (section.section.to_string(), section.holds, section.baskets);
            (gap.item.as_str(), of(&gap.least), of(&gap.most), Some(gap.width))
        })
        .collect();
    let section = |id: &str, holds, baskets| (id.to_owned(), holds, baskets);
    assert_eq!(
        told,
        [
            ("bridge", section("old", 1, 3), section("young", 3, 4), ratio(5, 12)),
            ("visits", section("young", 0, 4), section("old", 1, 3), ratio(1, 3)),
            ("clinic", section("young", 3, 4), section("old", 3, 3), ratio(1, 4)),
        ]
    );
}

#[test]
fn half_is_not_agreed_and_a_section_without_baskets_has_no_say() {
    let consultation = consultation();
    let with = |seed, choices: &[(&str, u8)]| given(seed, Some("hall"), choices);
    let both = profile(&consultation, vec![with(1, &[("bridge", 1)]), with(2, &[])]);
    let agreement = both.view(&consultation).agreement(Voter::Person);
    assert!(agreement.agreed().is_empty() && agreement.gaps().is_empty());
    assert_eq!(agreement.disputed()[0].item.as_str(), "bridge");
    let three = profile(&consultation, vec![with(1, &[("bridge", 1)]), with(2, &[]), with(3, &[("bridge", 1)])]);
    assert_eq!(three.view(&consultation).agreement(Voter::Person).agreed(), [&"bridge".parse().unwrap()]);
    let nobody = three.view(&consultation).agreement(Voter::Table);
    assert!(nobody.agreed().is_empty() && nobody.disputed().is_empty() && nobody.gaps().is_empty());
}

#[test]
fn sections_that_do_not_differ_are_named_in_the_order_of_the_file() {
    let consultation = consultation();
    let with = |seed, workshop| given(seed, Some(workshop), &[("bridge", 1)]);
    let profile = profile(&consultation, vec![with(1, "school"), with(2, "hall")]);
    let gaps = profile.view(&consultation).agreement(Voter::Person).gaps();
    let items: Vec<&str> = gaps.iter().map(|gap| gap.item.as_str()).collect();
    assert_eq!(items, ITEMS);
    assert!(gaps.iter().all(|gap| gap.least.section.as_str() == "old" && gap.most.section.as_str() == "old"));
}

#[test]
fn pairs_go_together_more_or_less() {
    let consultation = consultation();
    let profile = by_hand();
    let pairs = profile.view(&consultation).pairs(Voter::Person);
    // One has a level that is not there, and one the clinic for 60 with the bridge for 50.
    assert_eq!((pairs.baskets, pairs.faulty, pairs.pairs.len()), (8, 2, 3));
    let pair = |one: &str, other: &str| pairs.pair(&one.parse().unwrap(), &other.parse().unwrap());
    let together = pair("bridge", "clinic").unwrap();
    assert_eq!((together.holds, together.both, together.baskets), ([6, 5], 3, 8));
    assert_eq!((together.jaccard(), together.lift()), (ratio(3, 8), ratio(4, 5)));
    let needed = pair("clinic", "visits").unwrap();
    assert_eq!((needed.jaccard(), needed.lift()), (ratio(1, 6), ratio(4, 3)));
    let never = pair("visits", "bridge").unwrap();
    assert_eq!((never.jaccard(), never.lift()), (ratio(0, 1), ratio(0, 1)));
    assert_eq!(pairs.closest(), [together, needed, never]);
    assert_eq!((pair("clinic", "clinic"), pair("clinic", "gone")), (None, None));
    let table = profile.view(&consultation).pairs(Voter::Table);
    assert_eq!((table.pairs[0].jaccard(), table.pairs[0].lift()), (ratio(0, 1), None));
    assert_eq!((table.pairs[1].jaccard(), table.closest().len()), (None, 2));
}

/// Two baskets hold the bridge (B), two the clinic (C), three both (CB) and one the clinic with visits (CV). From CB all
/// others are 6 apart, from C 8, from B 10, from CV 14. With C beside CB it is 3, with any other two 4 or more.
#[test]
fn clusters_are_around_the_baskets_closest_to_all() {
    let consultation = consultation();
    let profile = by_hand();
    let view = profile.view(&consultation);
    let ids = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect();
    let cluster = |medoid: &[&str], baskets, holds: [usize; 3], apart| Cluster {
        medoid: ids(medoid),
        baskets,
        holds: holds.to_vec(),
        apart,
    };
    let one = view.clusters(Voter::Person, so_many(1));
    assert_eq!(one.clusters, [cluster(&["clinic", "bridge"], 8, [6, 1, 5], 6)]);
    let two = view.clusters(Voter::Person, so_many(2));
    assert_eq!((two.baskets, two.left_out, two.faulty, two.apart()), (8, 0, 2, 3));
    assert_eq!(two.items, ids(&ITEMS) as Vec<_>);
    let around = [cluster(&["clinic", "bridge"], 5, [3, 0, 5], 2), cluster(&["clinic"], 3, [3, 1, 0], 1)];
    assert_eq!(two.clusters, around);
    let all = view.clusters(Voter::Person, so_many(9));
    let each = [
        cluster(&["clinic", "bridge"], 3, [3, 0, 3], 0),
        cluster(&["bridge"], 2, [0, 0, 2], 0),
        cluster(&["clinic"], 2, [2, 0, 0], 0),
        cluster(&["clinic", "visits"], 1, [1, 1, 0], 0),
    ];
    assert_eq!(all.clusters, each);
    let nobody = view.filter(|_| false).clusters(Voter::Person, so_many(2));
    assert_eq!((nobody.baskets, nobody.clusters.len()), (0, 0));
}

/// Baskets with a section: which of the items they hold, and where.
fn baskets() -> impl Strategy<Value = Vec<Ballot>> {
    let workshop = prop::option::of(prop::sample::select(&["hall", "school"][..]));
    let one = (prop::sample::subsequence(&ITEMS[..], 0..=3), workshop);
    prop::collection::vec(one, 0..20).prop_map(|all| {
        let choices = |items: Vec<&'static str>| items.into_iter().map(|item| (item, 1)).collect::<Vec<_>>();
        (1..).zip(all).map(|(seed, (items, workshop))| given(seed, workshop, &choices(items))).collect()
    })
}

/// All figures of a view.
fn told(view: &View<'_>) -> String {
    let clusters: Vec<_> = (1..4).map(|number| view.clusters(Voter::Person, so_many(number))).collect();
    let agreement = view.agreement(Voter::Person);
    format!("{agreement:?} {:?} {:?} {clusters:?}", agreement.gaps(), view.pairs(Voter::Person))
}

proptest! {
    #[test]
    fn who_gave_which_basket_changes_nothing(ballots in baskets(), swaps in prop::collection::vec(any::<(Index, Index)>(), 1..9)) {
        let mut others = ballots.clone();
        for (a, b) in swaps.iter().filter(|_| !ballots.is_empty()) {
            others.swap(a.index(ballots.len()), b.index(ballots.len()));
        }
        for (other, ballot) in others.iter_mut().zip(&ballots) {
            other.id = ballot.id;
        }
        let consultation = consultation();
        let (first, second) = (profile(&consultation, ballots), profile(&consultation, others));
        prop_assert_eq!(told(&first.view(&consultation)), told(&second.view(&consultation)));
    }

    /// An item that every section agrees on is held by more than half of the baskets of all sections together.
    #[test]
    fn agreed_by_all_is_agreed_overall(ballots in baskets()) {
        let consultation = consultation();
        let profile = profile(&consultation, ballots);
        let somewhere = profile.view(&consultation).filter(|counted| counted.workshop().is_some());
        let agreement = somewhere.agreement(Voter::Person);
        prop_assert_eq!(agreement.elsewhere(), 0);
        for share in &agreement.overall.items {
            let most = share.holds() * 2 > agreement.overall.baskets;
            prop_assert!(most || !agreement.agreed().contains(&&share.item));
        }
        for gap in agreement.gaps() {
            prop_assert!(Exact::from_integer(0) <= gap.width && gap.width <= Exact::from_integer(1));
        }
    }

    /// Counted one by one, and the other way round when the file is.
    #[test]
    fn pairs_are_symmetric(ballots in baskets()) {
        let consultation = consultation();
        let pairs = profile(&consultation, ballots.clone()).view(&consultation).pairs(Voter::Person);
        let turned = Consultation { items: consultation.items.iter().rev().cloned().collect(), ..consultation.clone() };
        let others = profile(&turned, ballots.clone()).view(&turned).pairs(Voter::Person);
        prop_assert_eq!(pairs.pairs.len(), 3);
        for pair in &pairs.pairs {
            let [one, other] = &pair.items;
            let holding = |wanted: &dyn Fn(bool, bool) -> bool| {
                let baskets = ballots.iter().map(|ballot| ballot.basket.as_ref().unwrap());
                baskets.filter(|basket| wanted(basket.level(one).is_some(), basket.level(other).is_some())).count()
            };
            let (both, either) = (holding(&|one, other| one && other), holding(&|one, other| one || other));
            prop_assert_eq!(pair.both, both);
            prop_assert_eq!(pair.holds, [holding(&|one, _| one), holding(&|_, other| other)]);
            let index = pair.jaccard();
            prop_assert_eq!(index, ratio(both as i128, either.max(1) as i128).filter(|_| either > 0));
            prop_assert_eq!(pairs.pair(other, one), Some(pair));
            let same = |other: &Pair| (other.jaccard(), other.lift()) == (index, pair.lift());
            prop_assert!(others.pair(one, other).is_some_and(same));
        }
    }

    #[test]
    fn every_basket_is_in_one_cluster(ballots in baskets(), number in 1_usize..10) {
        let consultation = consultation();
        let profile = profile(&consultation, ballots);
        let view = profile.view(&consultation);
        let (shares, clusters) = (view.shares(Voter::Person), view.clusters(Voter::Person, so_many(number)));
        prop_assert_eq!((clusters.baskets, clusters.left_out), (shares.baskets, 0));
        prop_assert_eq!(clusters.clusters.iter().map(|cluster| cluster.baskets).sum::<usize>(), shares.baskets);
        for (at, share) in shares.items.iter().enumerate() {
            prop_assert_eq!(clusters.clusters.iter().map(|cluster| cluster.holds[at]).sum::<usize>(), share.holds());
        }
        // Nobody is lost by looking for more, and more are never further apart than one.
        prop_assert!(clusters.clusters.len() <= number);
        prop_assert!(clusters.clusters.windows(2).all(|pair| pair[0].baskets >= pair[1].baskets));
        prop_assert!(clusters.apart() <= view.clusters(Voter::Person, so_many(1)).apart());
    }
}
