//! Which pages there are, and which are open.

use basketry_domain::{AreaId, StageKind, TensionChoice};

use super::{Action, Ask, State, Step, consultation, id, person, person_of, table};
use crate::resident::AreaPage;

/// Meets the sample's first tension: day classes at their second level.
fn meets_a_tension(state: State) -> State {
    state.after_action(Action::Put(id("classes-day"), 2))
}

fn settle(state: State, choice: TensionChoice) -> State {
    let tension = state.consultation.tensions[0].id.clone();
    state.after_action(Action::Settle(tension, choice))
}

#[test]
fn a_person_passes_every_stage_in_its_order() {
    let steps = person().steps();
    assert!(steps.is_sorted());
    assert_eq!(steps.first(), Some(&Step::Welcome));
    assert_eq!(steps.last(), Some(&Step::Check));
    let areas = consultation().areas.len();
    for page in [AreaPage::Sheet, AreaPage::Arguments] {
        assert!((0..areas).all(|place| steps.contains(&Step::Area(place, page))));
    }
    for step in [Step::Question(0), Step::FirstPoints, Step::Basket, Step::Unspent, Step::ConsideredPoints] {
        assert!(steps.contains(&step), "{step:?}");
    }
    assert!(!steps.contains(&Step::Dissent));
}

#[test]
fn a_table_fills_a_basket_and_notes_who_sees_it_differently() {
    assert_eq!(table().steps(), [Step::Welcome, Step::Basket, Step::Unspent, Step::Dissent, Step::Check]);
}

#[test]
fn a_stage_that_is_not_on_the_agenda_has_no_pages() {
    let mut consultation = consultation();
    consultation.agenda.retain(|stage| stage.kind != StageKind::FirstReaction);
    let steps = person_of(consultation).steps();
    assert!(!steps.contains(&Step::FirstPoints) && !steps.contains(&Step::FirstSure));
}

#[test]
fn an_area_nobody_argues_about_has_no_page_of_arguments() {
    let mut consultation = consultation();
    consultation.arguments.clear();
    let steps = person_of(consultation).steps();
    assert!(steps.contains(&Step::Area(0, AreaPage::Sheet)) && !steps.contains(&Step::Area(0, AreaPage::Arguments)));
}

#[test]
fn slugs_are_addresses_of_one_page_each() {
    let state = settle(meets_a_tension(person()), TensionChoice::Accepted).at_the_end();
    for step in state.steps() {
        assert_eq!(state.visit(&step.slug()), step);
    }
}

#[test]
fn nobody_jumps_ahead_or_to_a_page_that_is_not_there() {
    let state = person().after_action(Action::Reach(Step::Question(1)));
    assert_eq!(state.visit("check"), Step::Question(1));
    assert_eq!(state.visit("no-such-page"), Step::Question(1));
    assert_eq!(state.visit("welcome"), Step::Welcome);
}

#[test]
fn reaching_an_earlier_page_closes_none() {
    let state = person().at_the_end().after_action(Action::Reach(Step::Basket));
    assert_eq!(state.reached, Step::Check);
}

#[test]
fn a_tension_that_is_no_longer_met_falls_back_to_the_page_before() {
    let met = meets_a_tension(person()).at_the_end();
    assert_eq!(met.visit("tension-1"), Step::Tension(0));
    let unmet = met.after_action(Action::Take(id("classes-day")));
    assert_eq!(unmet.visit("tension-1"), Step::Check);
    assert!(!unmet.steps().contains(&Step::Tension(0)));
}

#[test]
fn no_page_behind_a_tension_is_open_until_it_is_accepted() {
    let met = meets_a_tension(person().at_the_end());
    let reason = Action::SettleWhy(met.consultation.tensions[0].id.clone(), "Nights matter".into());
    let changing = settle(met.clone(), TensionChoice::Changed);
    for open in [met.clone(), met.clone().after_action(reason), changing] {
        assert!(open.is_unsettled(Step::Tension(0)) && !open.is_settled());
        assert_eq!((open.visit("check"), open.visit("unspent")), (Step::Tension(0), Step::Tension(0)));
        assert_eq!(open.visit("basket"), Step::Basket);
    }
    let accepted = settle(met, TensionChoice::Accepted);
    assert!(!accepted.is_unsettled(Step::Tension(0)) && accepted.is_settled());
    assert_eq!(accepted.visit("check"), Step::Check);
}

#[test]
fn whoever_leaves_the_points_out_is_not_asked_how_sure_they_are() {
    for (ask, points, sure) in [
        (Ask::First, Step::FirstPoints, Step::FirstSure),
        (Ask::Considered, Step::ConsideredPoints, Step::ConsideredSure),
    ] {
        let given = person().with_all_points(ask).at_the_end();
        assert_eq!((given.after(points), given.visit(&sure.slug())), (Some(sure), sure));
        let left_out = given.after_action(Action::LeaveOut(ask));
        let next = left_out.after(points).unwrap();
        assert!(next != sure && left_out.before(next) == Some(points), "{next:?}");
        assert!(!left_out.steps().contains(&sure));
        // Whoever changes their mind is asked again.
        assert_eq!(left_out.with_all_points(ask).after(points), Some(sure));
    }
}

#[test]
fn how_far_a_person_has_come_is_kept_as_a_page_that_is_there() {
    let sure = person().with_all_points(Ask::First).after_action(Action::Reach(Step::FirstSure));
    assert_eq!(sure.furthest(), Step::FirstSure);
    let left_out = sure.after_action(Action::LeaveOut(Ask::First));
    assert_eq!(left_out.furthest(), Step::FirstPoints);
}

#[test]
fn money_that_is_all_spent_needs_no_reason() {
    let mut consultation = consultation();
    consultation.budget.amount = consultation.items[0].levels[0].cost;
    let item = consultation.items[0].id.clone();
    let state = person_of(consultation).after_action(Action::Put(item, 1));
    assert!(!state.steps().contains(&Step::Unspent));
}

#[test]
fn before_and_after_follow_the_order() {
    let state = person();
    assert_eq!(state.after(Step::Welcome), Some(Step::Question(0)));
    assert_eq!(state.before(Step::Question(0)), Some(Step::Welcome));
    assert_eq!((state.before(Step::Welcome), state.after(Step::Check)), (None, None));
}

#[test]
fn an_unknown_area_opens_nothing() {
    let state = person().after_action(Action::OpenSheet(id::<AreaId>("elsewhere")));
    assert!(!state.draft.has_read());
}
