//! What always holds of a basket.

mod support;

use basketry_domain::{Basket, Money, Refusal, SortedMap};
use proptest::prelude::*;
use support::{consultation, id};

const ITEMS: [&str; 6] = ["beds", "nurses", "visits", "van", "books", "no-such-item"];

fn money(minor: i64) -> Money {
    Money::from_minor(minor)
}

proptest! {
    #[test]
    fn whatever_is_pressed_the_basket_keeps_the_rules(presses in prop::collection::vec((0_usize..6, 0_u8..4), 0..60)) {
        let consultation = consultation();
        let mut basket = Basket::default();
        for (item, level) in presses {
            let before = basket.clone();
            let item = id(ITEMS[item]);
            let pressed =
                if level == 0 { basket.take(&consultation, &item) } else { basket.put(&consultation, &item, level) };
            if pressed.is_err() {
                prop_assert_eq!(&basket, &before, "a refused press changes nothing");
            }
            prop_assert!(basket.left(&consultation) >= Money::ZERO);
            prop_assert_eq!(basket.faults(&consultation), []);
        }
        let per_area: Money = basket.per_area(&consultation).into_iter().map(|spending| spending.amount).sum();
        prop_assert_eq!(per_area, basket.cost(&consultation));
    }

    #[test]
    fn what_can_be_put_in_is_put_in(start in 0_usize..5, level in 1_u8..3) {
        let consultation = consultation();
        let mut basket = Basket::default();
        let item = id(ITEMS[start]);
        let could = basket.can_put(&consultation, &item, level);
        prop_assert_eq!(basket.put(&consultation, &item, level), could);
    }

    #[test]
    fn the_list_of_refusals_says_what_asking_one_by_one_says(presses in prop::collection::vec((0_usize..5, 1_u8..3), 1..12)) {
        let consultation = consultation();
        let mut basket = Basket::default();
        for (item, level) in presses {
            let _ = basket.put(&consultation, &id(ITEMS[item]), level);
            let asked = consultation.items.iter().filter(|item| basket.level(&item.id).is_none());
            let asked: Vec<_> = asked.filter_map(|item| Some((&item.id, basket.can_put(&consultation, &item.id, 1).err()?))).collect();
            prop_assert_eq!(basket.refusals(&consultation), asked);
        }
    }
}

#[test]
fn overspending_is_refused_and_says_how_much_is_missing() {
    let consultation = consultation();
    let mut basket = Basket::default();
    basket.put(&consultation, &id("beds"), 2).unwrap();
    assert_eq!(basket.put(&consultation, &id("visits"), 1), Err(Refusal::OverBudget { short: money(20) }));
    assert_eq!(basket.left(&consultation), money(30));
}

#[test]
fn a_level_is_the_whole_cost_and_moving_gives_the_old_one_back() {
    let consultation = consultation();
    let mut basket = Basket::default();
    basket.put(&consultation, &id("visits"), 1).unwrap();
    basket.put(&consultation, &id("beds"), 1).unwrap();
    assert_eq!(basket.put(&consultation, &id("beds"), 2), Err(Refusal::OverBudget { short: money(20) }));
    basket.take(&consultation, &id("visits")).unwrap();
    basket.put(&consultation, &id("beds"), 2).unwrap();
    assert_eq!(basket.cost(&consultation), money(70));
}

#[test]
fn what_belongs_together_comes_and_goes_in_order() {
    let consultation = consultation();
    let mut basket = Basket::default();
    assert_eq!(basket.put(&consultation, &id("nurses"), 1), Err(Refusal::Requires(id("beds"))));
    basket.put(&consultation, &id("beds"), 1).unwrap();
    basket.put(&consultation, &id("nurses"), 1).unwrap();
    assert_eq!(basket.take(&consultation, &id("beds")), Err(Refusal::NeededBy(id("nurses"))));
}

#[test]
fn an_exclusion_holds_both_ways() {
    let consultation = consultation();
    for (first, second) in [("van", "visits"), ("visits", "van")] {
        let mut basket = Basket::default();
        basket.put(&consultation, &id(first), 1).unwrap();
        assert_eq!(basket.put(&consultation, &id(second), 1), Err(Refusal::Excludes(id(first))));
    }
}

#[test]
fn a_recorded_basket_is_flagged_not_changed() {
    let consultation = consultation();
    let choices = [(id("nurses"), 1), (id("van"), 1), (id("visits"), 1), (id("gone"), 1), (id("beds"), 9)];
    let choices: SortedMap<_, _> = choices.into_iter().collect();
    let basket = Basket::from_choices(choices.clone());
    assert_eq!(basket.choices(), &choices);
    assert_eq!(
        basket.faults(&consultation),
        [Refusal::Unknown(id("beds")), Refusal::Unknown(id("gone")), Refusal::Excludes(id("visits"))]
    );
}

#[test]
fn tensions_outcomes_and_spillovers_follow_what_is_in() {
    let consultation = consultation();
    let mut basket = Basket::default();
    basket.put(&consultation, &id("beds"), 1).unwrap();
    assert!(basket.tensions(&consultation).is_empty());
    basket.put(&consultation, &id("beds"), 2).unwrap();
    assert_eq!(basket.tensions(&consultation).len(), 1);
    let (served, unserved) = basket.outcomes(&consultation);
    let names = |outcomes: Vec<&basketry_domain::Outcome>| outcomes.iter().map(|o| o.name.clone()).collect::<Vec<_>>();
    assert_eq!((names(served), names(unserved)), (vec!["care".to_owned()], vec!["reading".to_owned()]));
    let spillovers = basket.spillovers(&consultation);
    assert_eq!(spillovers.iter().map(|s| (s.of.as_str(), s.amount)).collect::<Vec<_>>(), [("health", money(7))]);
}
