//! A small consultation that makes sense, for the tests to change.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use basketry_domain::{
    Agency, Area, Argument, Budget, Choice, Consultation, FactSheet, Item, Level, Money, Organiser, Outcome, Period,
    Reference, RichText, Side, Spillover, Stage, StageKind, Subject, Tension,
};

/// Two areas, five items (one with two levels), budget 100.
///
/// `beds` costs 40 or 70; `nurses` 30 and requires `beds`; `visits` 50; `van` 20 and excludes `visits`; `books` 10.
pub(crate) fn consultation() -> Consultation {
    let mut consultation = Consultation {
        reference: Reference { id: id("town"), revision: 1, digest: "d".into() },
        language: id("en"),
        title: "Town".into(),
        question: "What first?".into(),
        introduction: RichText::plain("Hello."),
        illustrative: None,
        organiser: Organiser {
            name: "Town council".into(),
            contact: "town@example.org".into(),
            complaints: "Write to the clerk.".into(),
            privacy: RichText::plain("No name is asked."),
        },
        budget: Budget {
            amount: Money::from_minor(100),
            currency: "GBP".parse().unwrap(),
            note: String::new(),
            illustrative: true,
        },
        period: Period { from: "2001-04-01".parse().unwrap(), to: "2002-03-31".parse().unwrap() },
        sections: Vec::new(),
        workshops: Vec::new(),
        agencies: ["council", "health"].map(|name| Agency { id: id(name), name: name.into() }).into(),
        outcomes: ["care", "reading"].map(outcome).into(),
        areas: ["hospital", "home"].map(area).into(),
        items: vec![
            item("beds", "hospital", &[40, 70]),
            item("nurses", "hospital", &[30]),
            item("visits", "home", &[50]),
            item("van", "home", &[20]),
            item("books", "home", &[10]),
        ],
        tensions: vec![Tension {
            id: id("near-or-good"),
            title: "Near or good".into(),
            evidence: "Both cost.".into(),
            another_way: "Share.".into(),
            when: vec![Choice { item: id("beds"), level: 2 }],
        }],
        arguments: vec![argument("a1", "hospital", Side::For), argument("a2", "hospital", Side::Against)],
        questions: Vec::new(),
        agenda: vec![Stage { kind: StageKind::Welcome, minutes: 5 }, Stage { kind: StageKind::OwnBasket, minutes: 30 }],
    };
    consultation.items[0].outcomes = vec![id("care")];
    consultation.items[0].spillovers =
        vec![Spillover { agency: id("health"), saving: Money::from_minor(7), note: "fewer falls".into() }];
    consultation.items[1].requires = vec![id("beds")];
    consultation.items[3].excludes = vec![id("visits")];
    consultation
}

pub(crate) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn outcome(name: &str) -> Outcome {
    Outcome {
        id: id(name),
        name: name.into(),
        measure: "counted".into(),
        baseline: None,
        target: None,
        illustrative: true,
    }
}

fn area(name: &str) -> Area {
    Area {
        id: id(name),
        name: name.into(),
        summary: String::new(),
        pictogram: String::new(),
        lead: id("council"),
        fact_sheet: FactSheet { revision: 1, body: RichText::plain("Facts."), figures: Vec::new() },
    }
}

fn item(name: &str, area: &str, costs: &[i64]) -> Item {
    let level = |cost: &i64| Level { name: format!("{cost}"), cost: Money::from_minor(*cost) };
    Item {
        id: id(name),
        area: id(area),
        name: name.into(),
        description: String::new(),
        pictogram: String::new(),
        illustrative: true,
        lead: id("council"),
        partners: Vec::new(),
        levels: costs.iter().map(level).collect(),
        outcomes: Vec::new(),
        spillovers: Vec::new(),
        requires: Vec::new(),
        excludes: Vec::new(),
    }
}

fn argument(name: &str, area: &str, side: Side) -> Argument {
    Argument { id: id(name), about: Subject::Area(id(area)), side, text: "Because.".into() }
}
