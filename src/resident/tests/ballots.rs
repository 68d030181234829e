//! What of the answers becomes a ballot.

use basketry_domain::{Ballot, Channel, TensionChoice, Voter};

use super::{Action, Ask, MINUTE, State, consultation, id, person, table};

fn ballot(state: &State) -> Ballot {
    state.draft.ballot(&state.consultation, &state.session, MINUTE.into())
}

#[test]
fn nothing_answered_is_an_empty_ballot() {
    let ballot = ballot(&person());
    assert_eq!((ballot.first_reaction, ballot.basket, ballot.considered_view), (None, None, None));
    assert_eq!((ballot.voter, ballot.channel), (Voter::Person, Channel::Online));
}

#[test]
fn points_that_do_not_add_up_are_left_out() {
    let state = person();
    let area = state.consultation.areas[0].id.clone();
    let half = state.after_action(Action::SetPoints(Ask::First, area, 50)).with_all_points(Ask::Considered);
    let ballot = ballot(&half);
    assert_eq!(ballot.first_reaction, None);
    assert!(ballot.considered_view.is_some());
}

#[test]
fn only_tensions_the_basket_meets_are_accepted() {
    let tension = consultation().tensions[0].id.clone();
    let state =
        person().after_all([Action::Put(id("classes-day"), 2), Action::Settle(tension, TensionChoice::Accepted)]);
    let [answer] = &ballot(&state).tensions[..] else { panic!("one tension is met") };
    assert_eq!(answer.choice, TensionChoice::Accepted);
    assert!(ballot(&state.after_action(Action::Take(id("classes-day")))).tensions.is_empty());
}

#[test]
fn a_tension_is_changed_once_the_basket_no_longer_meets_it() {
    let tension = consultation().tensions[0].id.clone();
    let changing = person().after_all([
        Action::Put(id("classes-day"), 2),
        Action::SettleWhy(tension.clone(), "Nights matter".into()),
        Action::Settle(tension, TensionChoice::Changed),
    ]);
    assert!(ballot(&changing).tensions.is_empty(), "nothing is changed yet");
    let changed = ballot(&changing.clone().after_action(Action::Put(id("classes-day"), 1)));
    let [answer] = &changed.tensions[..] else { panic!("the change leaves a trace") };
    assert_eq!((answer.choice, answer.why.as_deref()), (TensionChoice::Changed, Some("Nights matter")));
    assert_eq!(changed.faults(&changing.consultation), []);
}

#[test]
fn a_reason_without_a_choice_is_no_answer_to_a_tension() {
    let tension = consultation().tensions[0].id.clone();
    let state = person().after_all([Action::Put(id("classes-day"), 2), Action::SettleWhy(tension, "Why".into())]);
    assert!(ballot(&state).tensions.is_empty());
    assert!(ballot(&state.after_action(Action::Take(id("classes-day")))).tensions.is_empty());
}

#[test]
fn a_reason_for_money_left_is_a_basket_even_when_nothing_is_in_it() {
    let state = person().after_action(Action::UnspentReason(" Save it ".into()));
    let ballot = ballot(&state);
    assert_eq!(ballot.unspent_reason.as_deref(), Some("Save it"));
    assert!(ballot.basket.is_some_and(|basket| basket.is_empty()));
}

#[test]
fn a_table_always_has_a_basket_and_says_who_sees_it_differently() {
    let ballot = ballot(&table().after_action(Action::Dissent("Two of us".into())));
    assert_eq!((ballot.voter, ballot.channel, ballot.table), (Voter::Table, Channel::Tablet, Some(2)));
    assert!(ballot.basket.is_some());
    assert_eq!(ballot.dissent, ["Two of us"]);
}

#[test]
fn readings_are_in_the_order_of_their_ids_however_they_were_opened() {
    let state = person();
    let mut areas: Vec<_> = state.consultation.areas.iter().map(|area| area.id.clone()).collect();
    let there = state.clone().after_all(areas.iter().cloned().map(Action::OpenSheet));
    areas.reverse();
    let back = state.after_all(areas.into_iter().map(Action::OpenSheet));
    assert_eq!(ballot(&there), ballot(&back));
}
