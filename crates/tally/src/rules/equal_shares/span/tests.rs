//! What is seen from bounds, against exact counts.

use proptest::prelude::*;

use super::super::drawn::{elections, first};
use super::super::purses::Purses;
use super::super::run::Run;
use super::*;
use crate::Satisfaction;
use crate::rules::offers::Offers as _;

const SATISFACTIONS: [Satisfaction; 3] = [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Additive];

proptest! {
    /// Also after other looks, from which it knows more; and also after a look elsewhere.
    #[test]
    fn a_look_sees_what_a_count_buys(
        (election, budget) in elections(),
        looks in prop::collection::vec((0_u64..40, 0_u64..60), 1..8),
    ) {
        for satisfaction in SATISFACTIONS {
            let book = Book::new(&election, satisfaction);
            let (mut warm, mut money) = (Spans::new(&book), budget);
            for (further, width) in &looks {
                money += further * book.voters;
                let cold = Spans::new(&book).look(money, *width, book.voters);
                let seen = warm.look(money, *width, book.voters);
                if let (Some((bought, _)), Some((again, _))) = (&cold, &seen) {
                    prop_assert_eq!(bought, again);
                }
                for (bought, ahead) in [cold, seen].into_iter().flatten() {
                    prop_assert!(ahead.safe <= *width);
                    for raised in 0..=ahead.safe {
                        let end = Run::new(&book, money + raised * book.voters).count(&first);
                        prop_assert!(end.ties.is_empty());
                        prop_assert_eq!(&end.run.bought, &bought);
                    }
                }
            }
        }
    }

    /// Before anything is bought, purses are off by less than a part.
    #[test]
    fn a_due_is_found_wherever_it_begins((election, budget) in elections(), start in 0_u64..24) {
        for satisfaction in SATISFACTIONS {
            let book = Book::new(&election, satisfaction);
            let mut spans = Spans::new(&book);
            let mut span = spans.span(budget, 0, 1).unwrap();
            let mut purses = Purses::new(&book, budget);
            for place in book.supported() {
                let exact = purses.exactly(place).map(|payment| payment.parts());
                let begun = exact.unwrap_or(1 << span.bits).saturating_mul(start) / 8;
                let members = span.members(place);
                match span.roughly::<Low>(place, &members, begun) {
                    Roughly::Due(due) => prop_assert!(exact.unwrap().abs_diff(due) < 1000),
                    // Who have just enough seem to miss what rounding takes.
                    Roughly::Short { missing } => prop_assert!(exact.is_none() || missing <= book.voters.into()),
                    Roughly::Unclear => prop_assert!(false, "it is clear before anything is bought"),
                }
            }
        }
    }

    #[test]
    fn exact_dues_are_between_the_bounds((election, budget) in elections(), raised in 0_u64..300, width in 0_u64..60) {
        for satisfaction in SATISFACTIONS {
            let book = Book::new(&election, satisfaction);
            let money = budget + raised * book.voters;
            let mut spans = Spans::new(&book);
            let mut span = spans.span(money, width, book.voters).unwrap();
            let mut exact = Purses::in_parts(&book, money, span.bits);
            for place in Run::new(&book, money).count(&first).run.bought {
                for other in span.open.clone() {
                    let due = exact.exactly(other).map(|payment| number(payment.parts()));
                    match span.price(other) {
                        Priced::Short => prop_assert!(due.is_none()),
                        Priced::Price(low) => prop_assert!(low.least - 1.0 <= due.unwrap() && due.unwrap() <= low.most),
                        Priced::Unclear => {}
                    }
                    let known = span.at_least[other.index()] * span.scale(other);
                    prop_assert!(due.is_none_or(|due| known <= span.minor(due + 1.0) * (1.0 + ROUNDING)));
                }
                let due = exact.exactly(place).unwrap();
                let Priced::Price(low) = span.price(place) else { break };
                exact.buy(place, due);
                span.buy(place, low, true);
            }
        }
    }
}

/// Nobody's purse is known so badly that a look tells nothing, even after many purchases.
#[test]
fn bounds_stay_close() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut bought, mut close) = (0, 0);
    for _ in 0..100 {
        let (election, budget) = elections().new_tree(&mut runner).unwrap().current();
        let book = Book::new(&election, Satisfaction::Cost);
        let mut spans = Spans::new(&book);
        let mut span = spans.span(budget, 10, book.voters).unwrap();
        for place in Run::new(&book, budget).count(&first).run.bought {
            bought += 1;
            let Priced::Price(low) = span.price(place) else { break };
            // To a millionth of a minor unit.
            close += usize::from(span.minor(low.most - low.least) < 1e-6);
            span.buy(place, low, true);
        }
    }
    assert!(close * 10 > bought * 9, "{close} of {bought}");
}
