//! A draft is stored after every change, and a reload finds it as it was.

use basketry_domain::{ScoreOutOfFive, Side, TensionChoice};
use basketry_formats::ballots::write_reference;
use proptest::prelude::*;

use super::{Action, Ask, Step, consultation, person};
use crate::common::session::Session;
use crate::resident::{Draft, KeptDraft, State};

/// As stored for a person who reads Polish.
fn stored(state: &State) -> Vec<u8> {
    state.draft.to_bytes(&state.consultation, &state.session, &state.reached.slug(), "pl")
}

fn reference() -> String {
    write_reference(&consultation().reference)
}

/// Anything a person can do on the pages; ids from the sample.
fn action() -> impl Strategy<Value = Action> {
    let consultation = consultation();
    let areas: Vec<_> = consultation.areas.iter().map(|area| area.id.clone()).collect();
    let items: Vec<_> = consultation.items.iter().map(|item| item.id.clone()).collect();
    let tensions: Vec<_> = consultation.tensions.iter().map(|tension| tension.id.clone()).collect();
    let arguments: Vec<_> = consultation.arguments.iter().map(|argument| argument.id.clone()).collect();
    let options = consultation.questions.iter().flat_map(|question| {
        question.options.iter().map(|option| Action::Answer(question.id.clone(), option.id.clone()))
    });
    let area = || prop::sample::select(areas.clone());
    let item = || prop::sample::select(items.clone());
    let tension = || prop::sample::select(tensions.clone());
    let ask = || prop::sample::select(vec![Ask::First, Ask::Considered]);
    let score = || prop::sample::select(ScoreOutOfFive::ALL.to_vec());
    let choice = prop::sample::select(vec![TensionChoice::Accepted, TensionChoice::Changed]);
    let text = || "[ -~£é\n]{0,12}";
    let reactions = prop_oneof![
        (ask(), area(), any::<u8>()).prop_map(|(ask, area, points)| Action::SetPoints(ask, area, points)),
        (ask(), prop::option::of(score())).prop_map(|(ask, score)| Action::SetSure(ask, score)),
        (ask(), text()).prop_map(|(ask, text)| Action::SetReason(ask, text)),
        ask().prop_map(Action::LeaveOut),
    ];
    let readings = prop_oneof![
        area().prop_map(Action::OpenSheet),
        (area(), any::<Option<bool>>()).prop_map(|(area, heard)| Action::HeardOf(area, heard)),
        (area(), prop::sample::select(arguments)).prop_map(|(area, argument)| Action::ToggleMoved(area, argument)),
        (area(), text()).prop_map(|(area, text)| Action::WriteArgument(area, text)),
        area().prop_map(|area| Action::AddArgument(area, Side::Against)),
        (area(), 0_usize..3).prop_map(|(area, place)| Action::RemoveArgument(area, place)),
    ];
    let baskets = prop_oneof![
        (item(), 0_u8..5).prop_map(|(item, level)| Action::Put(item, level)),
        item().prop_map(Action::Take),
        (tension(), choice).prop_map(|(tension, choice)| Action::Settle(tension, choice)),
        (tension(), text()).prop_map(|(tension, why)| Action::SettleWhy(tension, why)),
        text().prop_map(Action::UnspentReason),
    ];
    let closing = prop_oneof![
        text().prop_map(Action::Dissent),
        text().prop_map(Action::WhatChanged),
        text().prop_map(Action::Offer),
        prop::option::of(score()).prop_map(Action::LiveWith),
        any::<bool>().prop_map(Action::Assist),
        (1_u8..4).prop_map(Action::TextSize),
        prop::sample::select(options.collect::<Vec<_>>()),
        Just(Action::Reach(Step::Basket)),
    ];
    prop_oneof![reactions, readings, baskets, closing]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_stored_draft_is_read_back_as_it_was(actions in prop::collection::vec(action(), 0..40)) {
        let state = person().after_all(actions);
        let found = Draft::from_bytes(&stored(&state), &reference());
        prop_assert_eq!(found, Some(KeptDraft { draft: state.draft.clone(), reached: state.reached.slug(), language: "pl".into() }));
    }

    #[test]
    fn a_damaged_draft_never_stops_the_program(actions in prop::collection::vec(action(), 0..8), at in any::<prop::sample::Index>()) {
        let state = person().after_all(actions);
        let mut bytes = stored(&state);
        let place = at.index(bytes.len());
        bytes[place] ^= 0x55;
        // Whether something is found is left open; that it ends is what counts.
        drop(Draft::from_bytes(&bytes, &reference()));
    }
}

#[test]
fn a_draft_goes_on_where_the_person_was() {
    let person = person();
    let state = person.clone().after_action(Action::Reach(Step::Basket));
    let restored = person.after_action(Action::Restore(Box::new(state.draft.clone()), state.reached.slug()));
    assert_eq!(restored, state);
}

#[test]
fn a_draft_of_another_consultation_is_not_this_ones() {
    let mut other = consultation().reference;
    other.revision += 1;
    assert_eq!(Draft::from_bytes(&stored(&person()), &write_reference(&other)), None);
    assert_eq!(Draft::from_bytes(&[], &reference()), None);
}

#[test]
fn a_draft_knows_what_the_tablet_was_set_to() {
    let session = Session {
        workshop: Some("parents".into()),
        table: Some(7),
        for_table: true,
        facilitated: true,
        ..Session::own_device(reference(), "pl".into())
    };
    let state = State { session: session.clone(), ..person() };
    assert_eq!(Draft::set_to(&stored(&state)), Some(session));
    assert_eq!(Draft::set_to(&stored(&person())), Some(Session::own_device(reference(), "pl".into())));
    assert_eq!(Draft::set_to(&[]), None);
}
