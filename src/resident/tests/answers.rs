//! What each action changes, and what it must leave alone.

use basketry_domain::{ItemId, Points, Refusal, ScoreOutOfFive, Side, SortedSet, StageKind, TensionChoice};

use super::{Action, Ask, MINUTE, State, Step, ballot_id, consultation, id, person, person_of};
use crate::common::session::Session;
use crate::resident::{Held, Phase, Receipt};

fn receipt() -> Receipt {
    Receipt { id: ballot_id(1), confirmed: MINUTE.into(), language: "pl".into(), text_size: 3 }
}

fn answer(state: State, question: &str, option: &str) -> State {
    state.after_action(Action::Answer(id(question), id(option)))
}

#[test]
fn a_question_for_one_answer_replaces_it_and_takes_it_back() {
    let once = answer(answer(person(), "age", "25-34"), "age", "35-49");
    assert_eq!(once.draft.answers.get(&id("age")), Some(&SortedSet::from_iter([id("35-49")])));
    assert!(answer(once, "age", "35-49").draft.answers.is_empty());
}

#[test]
fn a_question_for_several_answers_keeps_them_all() {
    let state = answer(answer(person(), "shifts", "day"), "shifts", "weekend");
    let both = SortedSet::from_iter([id("day"), id("weekend")]);
    assert_eq!(state.draft.answers.get(&id("shifts")), Some(&both));
}

#[test]
fn the_first_reaction_is_closed_once_a_sheet_was_opened() {
    let area = consultation().areas[1].id.clone();
    let given = person().with_all_points(Ask::First).after_action(Action::OpenSheet(area.clone()));
    let later = [
        Action::SetPoints(Ask::First, area.clone(), 50),
        Action::SetReason(Ask::First, "changed".into()),
        Action::LeaveOut(Ask::First),
    ];
    let first = given.draft.first_reaction.clone();
    assert_eq!(given.after_all(later).draft.first_reaction, first);
}

#[test]
fn the_considered_view_stays_open() {
    let area = consultation().areas[0].id.clone();
    let state = person().after_action(Action::OpenSheet(area)).with_all_points(Ask::Considered);
    assert!(state.reaction(Ask::Considered).points.is_complete());
    assert_eq!(state.after_action(Action::LeaveOut(Ask::Considered)).draft.considered_view, None);
}

#[test]
fn points_never_exceed_what_there_is() {
    let state = person().with_all_points(Ask::First);
    let other = state.consultation.areas[1].id.clone();
    let state = state.after_action(Action::SetPoints(Ask::First, other.clone(), 30));
    assert_eq!(state.reaction(Ask::First).points.of(&other), 0);
    assert_eq!(state.reaction(Ask::First).points.given(), Points::TOTAL);
}

#[test]
fn a_refused_change_says_why_until_the_next_one() {
    let mut consultation = consultation();
    let dear: ItemId = consultation.items[1].id.clone();
    consultation.budget.amount = consultation.items[0].levels[0].cost;
    let cheap = consultation.items[0].id.clone();
    let full = person_of(consultation).after_action(Action::Put(cheap, 1));
    let once = full.after_action(Action::Put(dear.clone(), 1));
    let refused = once.refusal.clone().unwrap();
    assert_eq!((&refused.item, refused.times), (&dear, 1));
    assert!(matches!(refused.why, Refusal::OverBudget { .. }));
    assert_eq!(once.draft.basket.level(&dear), None);
    let twice = once.after_action(Action::Put(dear, 1));
    assert_eq!(twice.refusal.as_ref().map(|refused| refused.times), Some(2));
    assert_eq!(twice.after_action(Action::Assist(true)).refusal, None);
}

#[test]
fn a_page_that_is_held_says_so_until_something_changes() {
    let held = person().after_all([Action::Hold(Step::FirstPoints), Action::Hold(Step::FirstPoints)]);
    assert_eq!(held.held, Some(Held { at: Step::FirstPoints, times: 2 }));
    assert_eq!(held.with_all_points(Ask::First).held, None);
}

#[test]
fn own_arguments_are_kept_and_taken_back_but_empty_ones_are_not() {
    let area = consultation().areas[0].id.clone();
    let add =
        |text: &str| [Action::WriteArgument(area.clone(), text.into()), Action::AddArgument(area.clone(), Side::For)];
    let state = person().after_all([add("One"), add("  "), add("Two ")].concat());
    assert_eq!(state.draft.reading(&area).unwrap().added.len(), 2);
    assert_eq!(state.draft.written(&area), "", "what is added is no longer written");
    let remove = |place| Action::RemoveArgument(area.clone(), place);
    let state = state.after_all([remove(7), remove(0)]);
    assert_eq!(state.draft.reading(&area).unwrap().added[0].text, "Two");
}

#[test]
fn an_argument_moves_a_person_or_no_longer() {
    let state = person();
    let (area, argument) = (state.consultation.areas[0].id.clone(), state.consultation.arguments[0].id.clone());
    let toggle = || Action::ToggleMoved(area.clone(), argument.clone());
    let moved = state.after_action(toggle());
    assert!(moved.draft.reading(&area).unwrap().moved_by.contains(&argument));
    assert!(moved.after_action(toggle()).draft.reading(&area).unwrap().moved_by.is_empty());
}

#[test]
fn a_tension_keeps_its_choice_and_its_reason() {
    let tension = consultation().tensions[0].id.clone();
    let state = person().after_all([
        Action::Settle(tension.clone(), TensionChoice::Changed),
        Action::SettleWhy(tension.clone(), "Nights matter".into()),
    ]);
    let stance = state.draft.stance(&tension).unwrap();
    assert_eq!((stance.choice, stance.why.as_deref()), (Some(TensionChoice::Changed), Some("Nights matter")));
}

#[test]
fn a_reason_chooses_nothing() {
    let tension = consultation().tensions[0].id.clone();
    let state = person().after_action(Action::SettleWhy(tension.clone(), "Nights matter".into()));
    assert_eq!(state.draft.stance(&tension).unwrap().choice, None);
}

#[test]
fn a_ballot_is_not_confirmed_while_a_tension_is_not_accepted() {
    let tension = consultation().tensions[0].id.clone();
    let met = person().at_the_end().after_action(Action::Put(id("classes-day"), 2));
    let confirming = Action::Confirming(receipt());
    assert_eq!(met.clone().after_action(confirming.clone()).phase, Phase::Answering);
    let changing = met.clone().after_action(Action::Settle(tension.clone(), TensionChoice::Changed));
    assert_eq!(changing.after_action(confirming.clone()).phase, Phase::Answering);
    let accepted = met.after_action(Action::Settle(tension, TensionChoice::Accepted));
    assert_eq!(accepted.after_action(confirming).phase, Phase::Confirming(receipt()));
}

#[test]
fn money_is_illustrative_when_the_budget_or_something_in_the_basket_is() {
    let mut consultation = consultation();
    let [real, invented] = [0, 1].map(|place| consultation.items[place].id.clone());
    consultation.items[0].illustrative = false;
    consultation.items[1].illustrative = true;
    consultation.budget.illustrative = false;
    let marks = |state: &State| (state.spent_is_illustrative(), state.left_is_illustrative());
    let state = person_of(consultation.clone()).after_action(Action::Put(real, 1));
    assert_eq!(marks(&state), (false, false));
    assert_eq!(marks(&state.after_action(Action::Put(invented, 1))), (true, true));
    consultation.budget.illustrative = true;
    assert_eq!(marks(&person_of(consultation)), (false, true));
}

#[test]
fn another_text_size_is_no_answer() {
    let held = person().after_action(Action::Hold(Step::FirstPoints));
    let larger = held.clone().after_action(Action::TextSize(3));
    assert_eq!((larger.held, larger.draft.text_size), (held.held, 3));
    let failed = person().after_action(Action::NotStored(receipt(), "storage-full")).after_action(Action::TextSize(2));
    assert_eq!(failed.phase, Phase::NotStored(receipt(), "storage-full"));
}

#[test]
fn nothing_changes_while_the_ballot_is_being_stored_or_after() {
    for closing in [Action::Confirming(receipt()), Action::Stored(receipt())] {
        let state = person().after_action(closing);
        let later = [Action::Put(id("classes-day"), 1), Action::Confirming(receipt()), Action::Reach(Step::Check)];
        assert_eq!(state.clone().after_all(later), state);
    }
}

#[test]
fn a_ballot_that_could_not_be_stored_keeps_its_answers_and_can_be_confirmed_again() {
    let answered = person().with_all_points(Ask::First);
    let failed =
        answered.clone().after_all([Action::Confirming(receipt()), Action::NotStored(receipt(), "storage-full")]);
    assert_eq!(failed.draft, answered.draft);
    assert_eq!(failed.phase, Phase::NotStored(receipt(), "storage-full"));
    let again = failed.after_action(Action::Confirming(receipt()));
    assert_eq!(again.phase, Phase::Confirming(receipt()));
}

#[test]
fn the_next_person_finds_nothing_of_the_last() {
    let person = person();
    let answered = person.clone().with_all_points(Ask::First).at_the_end();
    let state = answered.after_all([Action::TextSize(3), Action::Stored(receipt())]);
    let next = state.after_action(Action::Next(ballot_id(9), MINUTE.into()));
    assert_eq!(next, State { draft: crate::resident::Draft::new(ballot_id(9), MINUTE.into()), ..person });
}

#[test]
fn a_receipt_is_read_back() {
    assert_eq!(Receipt::from_bytes(&receipt().to_bytes()), Some(receipt()));
    assert_eq!(Receipt::from_bytes(b"other"), None);
}

#[test]
fn an_argument_that_is_not_added_yet_waits_for_its_side() {
    let area = consultation().areas[0].id.clone();
    let state = person().after_action(Action::WriteArgument(area.clone(), "Night buses".into()));
    assert_eq!(state.draft.written(&area), "Night buses");
    assert_eq!(state.draft.reading(&area), None, "to write one opens no fact sheet");
    let ballot = state.draft.ballot(&state.consultation, &state.session, state.draft.started.clone());
    assert!(ballot.readings.is_empty());
}

#[test]
fn what_was_refused_of_a_level_is_forgotten_with_another_level() {
    let dear = person()
        .consultation
        .items
        .iter()
        .max_by_key(|item| item.levels.last().map(|level| level.cost))
        .unwrap()
        .id
        .clone();
    let others = person()
        .consultation
        .items
        .iter()
        .filter(|item| item.id != dear)
        .map(|item| Action::Put(item.id.clone(), 1))
        .collect::<Vec<_>>();
    let level = u8::try_from(person().consultation.item(&dear).unwrap().levels.len()).unwrap();
    let refused = person().after_all(others).after_action(Action::Put(dear.clone(), level));
    assert_eq!(refused.refusal.as_ref().map(|refused| &refused.item), Some(&dear));
    assert_eq!(refused.after_action(Action::LookAtLevel).refusal, None);
}

#[test]
fn a_single_answer_can_be_taken_back() {
    let area = consultation().areas[0].id.clone();
    let score = ScoreOutOfFive::ALL[2];
    let state = person().with_all_points(Ask::First).after_all([
        Action::SetSure(Ask::Considered, Some(score)),
        Action::HeardOf(area.clone(), Some(true)),
        Action::LiveWith(Some(score)),
    ]);
    let state = state.after_all([
        Action::SetSure(Ask::Considered, None),
        Action::HeardOf(area.clone(), None),
        Action::LiveWith(None),
    ]);
    assert_eq!(state.draft.reading(&area).unwrap().heard_of, None);
    assert_eq!(state.draft.closing.live_with, None);
    assert_eq!(state.draft.considered_view.as_ref().unwrap().sure, None);
}

#[test]
fn only_a_table_that_fills_a_basket_is_asked_about() {
    let at_table = |consultation| {
        let person = person_of(consultation);
        let session = Session { table: Some(2), facilitated: true, ..person.session };
        State::new(person.consultation, session, ballot_id(1), MINUTE.into()).is_at_table()
    };
    assert!(at_table(consultation()));
    let mut without = consultation();
    without.agenda.retain(|stage| stage.kind != StageKind::TableBasket);
    assert!(!at_table(without));
}
