//! What a consultation must make sense of, one mistake at a time.

mod support;

use basketry_domain::{Choice, Consultation, Money, ProblemCode, RichText, Side, Stage, StageKind, check};
use support::{consultation, id};

/// The one problem a change makes, as path and code.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the calls read better")]
fn mistake(change: impl FnOnce(&mut Consultation), path: &str, code: ProblemCode) {
    let mut changed = consultation();
    change(&mut changed);
    let problems = check(&changed);
    let found: Vec<_> = problems.iter().map(|problem| (problem.path.as_str(), &problem.code)).collect();
    assert!(found.contains(&(path, &code)), "{code:?} at {path} is not among {found:?}");
}

#[test]
fn a_sound_consultation_has_no_problem() {
    assert_eq!(check(&consultation()), []);
}

#[test]
fn references_must_lead_somewhere() {
    let unknown = |id: &str| ProblemCode::UnknownId(id.into());
    mistake(|c| c.items[0].area = id("x"), "items[0].area", unknown("x"));
    mistake(|c| c.items[1].requires = vec![id("x")], "items[1].requires[0]", unknown("x"));
    mistake(|c| c.items[1].excludes = vec![id("x")], "items[1].excludes[0]", unknown("x"));
    mistake(|c| c.items[1].outcomes = vec![id("x")], "items[1].outcomes[0]", unknown("x"));
    mistake(|c| c.items[1].partners = vec![id("x")], "items[1].partners[0]", unknown("x"));
    mistake(|c| c.areas[1].lead = id("x"), "areas[1].lead", unknown("x"));
    mistake(
        |c| c.tensions[0].when = vec![Choice { item: id("van"), level: 2 }],
        "tensions[0].when[0].level",
        unknown("2"),
    );
}

#[test]
fn ids_are_used_once() {
    mistake(|c| c.items[1].id = id("beds"), "items[1].id", ProblemCode::DuplicateId("beds".into()));
    mistake(|c| c.areas[1].id = id("hospital"), "areas[1].id", ProblemCode::DuplicateId("hospital".into()));
}

#[test]
fn amounts_make_sense() {
    let amount = |c: &mut Consultation, minor| c.items[2].levels[0].cost = Money::from_minor(minor);
    for wrong in [0, -1, Money::MAX.minor() + 1] {
        mistake(|c| amount(c, wrong), "items[2].levels[0].cost", ProblemCode::AmountOutOfRange);
    }
    mistake(|c| c.budget.amount = Money::ZERO, "budget.amount", ProblemCode::AmountOutOfRange);
    mistake(|c| c.budget.amount = Money::from_minor(1), "items", ProblemCode::NothingFits);
    mistake(|c| c.items[0].levels.reverse(), "items[0].levels[1].cost", ProblemCode::LevelCheaperThanBelow);
}

#[test]
fn items_must_be_possible() {
    mistake(|c| c.items[0].requires = vec![id("nurses")], "items[0].requires", ProblemCode::RequiresCircle);
    mistake(
        |c| c.items[1].excludes = vec![id("beds")],
        "items[1].requires",
        ProblemCode::RequiresExcluded("beds".into()),
    );
    mistake(|c| c.items[1].levels.clear(), "items[1].levels", ProblemCode::NoEntries);
}

#[test]
fn people_are_owed_texts_and_both_sides() {
    mistake(|c| c.question = "  ".into(), "question", ProblemCode::Empty);
    mistake(|c| c.organiser.complaints.clear(), "organiser.complaints", ProblemCode::Empty);
    mistake(|c| c.organiser.privacy = RichText::default(), "organiser.privacy", ProblemCode::Empty);
    mistake(|c| c.areas[0].fact_sheet.body = RichText::default(), "areas[0].fact_sheet.body", ProblemCode::Empty);
    mistake(|c| c.arguments[1].side = Side::For, "areas[0]", ProblemCode::OneSided);
}

#[test]
fn time_goes_forward() {
    mistake(|c| c.period.to = "2000-01-01".parse().unwrap(), "period.to", ProblemCode::OutOfOrder);
    mistake(|c| c.agenda.reverse(), "agenda[1].stage", ProblemCode::OutOfOrder);
    let twice = Stage { kind: StageKind::OwnBasket, minutes: 1 };
    mistake(|c| c.agenda.push(twice), "agenda[2].stage", ProblemCode::OutOfOrder);
    mistake(|c| c.reference.revision = 0, "revision", ProblemCode::Zero);
}

#[test]
fn lists_are_bounded() {
    let many = |c: &mut Consultation| {
        let spare = c.items[4].clone();
        c.items.extend((0..600).map(|n| {
            let mut item = spare.clone();
            item.id = id(&format!("spare-{n}"));
            item
        }));
    };
    mistake(many, "items", ProblemCode::TooMany { limit: 500 });
}
