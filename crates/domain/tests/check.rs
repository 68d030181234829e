//! What a consultation must make sense of, one mistake at a time.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod support;

use basketry_domain::{
    Choice, Consultation, Figure, FigureKind, Money, ParticipantQuestion, Problem, ProblemCode, QuestionOption,
    RichText, Section, Side, Stage, StageKind, Target, Workshop, check,
};
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
    // Both directly; then `books` through `nurses` to `beds`, and `van` itself, which excludes `beds` from its side.
    let apart = |one: &str, other: &str| ProblemCode::RequiresApart(one.into(), other.into());
    mistake(|c| c.items[4].requires = vec![id("visits"), id("van")], "items[4].requires", apart("visits", "van"));
    let through = |c: &mut Consultation| {
        c.items[4].requires = vec![id("nurses"), id("van")];
        c.items[3].excludes = vec![id("beds")];
    };
    mistake(through, "items[4].requires", apart("beds", "van"));
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

/// The consultation of these tests with one more of everything that has words.
fn wordy() -> Consultation {
    let mut wordy = consultation();
    let name = String::from("Older people");
    wordy.sections = vec![Section { id: id("older"), name, description: String::new(), population: None }];
    wordy.workshops = vec![Workshop {
        id: id("hall"),
        section: id("older"),
        name: "At the hall".into(),
        place: String::new(),
        date: None,
        tables: 1,
    }];
    let reading = Target { value: "5".parse().unwrap(), unit: "days".into(), date: "2001-12-31".parse().unwrap() };
    wordy.outcomes[0].baseline = Some(reading.clone());
    wordy.outcomes[0].target = Some(reading);
    wordy.areas[1].fact_sheet.figures = vec![Figure {
        label: "Visits".into(),
        value: "1850".parse().unwrap(),
        unit: "visits".into(),
        year: "2001".into(),
        source: "The council".into(),
        kind: FigureKind::Output,
        illustrative: true,
        note: None,
    }];
    let option = |name: &str| QuestionOption { id: id(name), text: name.into() };
    let options = vec![option("young"), option("old")];
    wordy.questions = vec![ParticipantQuestion { id: id("age"), text: "How old?".into(), options, several: false }];
    wordy
}

#[test]
fn words_that_people_need_are_not_blank() {
    type Words = fn(&mut Consultation) -> &mut String;
    assert_eq!(check(&wordy()), []);
    let needed: [(Words, &str); 22] = [
        (|c| &mut c.title, "title"),
        (|c| &mut c.question, "question"),
        (|c| &mut c.organiser.name, "organiser.name"),
        (|c| &mut c.organiser.complaints, "organiser.complaints"),
        (|c| &mut c.sections[0].name, "sections[0].name"),
        (|c| &mut c.workshops[0].name, "workshops[0].name"),
        (|c| &mut c.agencies[1].name, "agencies[1].name"),
        (|c| &mut c.outcomes[1].name, "outcomes[1].name"),
        (|c| &mut c.outcomes[0].baseline.as_mut().unwrap().unit, "outcomes[0].baseline.unit"),
        (|c| &mut c.outcomes[0].target.as_mut().unwrap().unit, "outcomes[0].target.unit"),
        (|c| &mut c.areas[1].name, "areas[1].name"),
        (|c| &mut c.areas[1].fact_sheet.figures[0].label, "areas[1].fact_sheet.figures[0].label"),
        (|c| &mut c.areas[1].fact_sheet.figures[0].unit, "areas[1].fact_sheet.figures[0].unit"),
        (|c| &mut c.areas[1].fact_sheet.figures[0].year, "areas[1].fact_sheet.figures[0].year"),
        (|c| &mut c.areas[1].fact_sheet.figures[0].source, "areas[1].fact_sheet.figures[0].source"),
        (|c| &mut c.items[2].name, "items[2].name"),
        (|c| &mut c.items[0].levels[1].name, "items[0].levels[1].name"),
        (|c| &mut c.tensions[0].title, "tensions[0].title"),
        (|c| &mut c.tensions[0].evidence, "tensions[0].evidence"),
        (|c| &mut c.arguments[1].text, "arguments[1].text"),
        (|c| &mut c.questions[0].text, "questions[0].text"),
        (|c| &mut c.questions[0].options[1].text, "questions[0].options[1].text"),
    ];
    for (words, path) in needed {
        for blank in ["", " \n\t\u{a0}"] {
            let mut changed = wordy();
            blank.clone_into(words(&mut changed));
            assert_eq!(check(&changed), [Problem { path: path.to_owned(), code: ProblemCode::Empty }]);
        }
    }
    // The only level of an item is told from no other.
    let mut one_level = wordy();
    one_level.items[2].levels[0].name.clear();
    assert_eq!(check(&one_level), []);
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
