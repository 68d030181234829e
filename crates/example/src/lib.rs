//! A small consultation and its ballots, for the tests of other crates. Never part of a program.

#![expect(clippy::unwrap_used, reason = "an example that cannot be made has failed its test")]

use std::collections::BTreeMap;

use basketry_domain::{
    Area, Ballot, BallotId, Basket, Budget, Channel, Closing, Consultation, Date, FactSheet, Item, Level, Money,
    Organiser, Period, Points, Reaction, Reference, RichText, ScoreOutOfFive, Section, SortedMap, Voter, Workshop,
};

/// Two sections with a workshop each; areas `care` and `roads`; a budget of 100.
/// `clinic` (40 or 60) and `visits` (30, requires clinic) are care, `bridge` (50, excludes visits) is roads.
pub fn consultation() -> Consultation {
    let day = Date::new(2026, 5, 1).unwrap();
    let section =
        |id: &str| Section { id: id.parse().unwrap(), name: capital(id), description: String::new(), population: None };
    let workshop = |id: &str, section: &str| Workshop {
        id: id.parse().unwrap(),
        section: section.parse().unwrap(),
        name: capital(id),
        place: String::new(),
        date: None,
        tables: 3,
    };
    Consultation {
        reference: reference(1),
        language: "en".parse().unwrap(),
        title: "Test".to_owned(),
        question: "What first?".to_owned(),
        introduction: RichText::default(),
        illustrative: None,
        organiser: Organiser {
            name: String::new(),
            contact: String::new(),
            complaints: String::new(),
            privacy: RichText::default(),
        },
        budget: Budget {
            amount: Money::from_minor(100),
            currency: "GBP".parse().unwrap(),
            note: String::new(),
            illustrative: false,
        },
        period: Period { from: day, to: day },
        sections: vec![section("old"), section("young")],
        workshops: vec![workshop("hall", "old"), workshop("school", "young")],
        agencies: Vec::new(),
        outcomes: Vec::new(),
        areas: vec![area("care"), area("roads")],
        items: vec![
            item("clinic", "care", &[40, 60]),
            Item { requires: vec!["clinic".parse().unwrap()], ..item("visits", "care", &[30]) },
            Item { excludes: vec!["visits".parse().unwrap()], ..item("bridge", "roads", &[50]) },
        ],
        tensions: Vec::new(),
        arguments: Vec::new(),
        questions: Vec::new(),
        agenda: Vec::new(),
    }
}

/// The consultation at a revision.
pub fn reference(revision: u32) -> Reference {
    Reference { id: "test".parse().unwrap(), revision, digest: format!("digest-{revision}") }
}

/// A ballot that says nothing yet.
pub fn ballot(seed: u8, voter: Voter) -> Ballot {
    Ballot {
        id: BallotId::from_random([seed; 16]),
        consultation: reference(1),
        voter,
        workshop: Some("hall".parse().unwrap()),
        table: Some(1),
        channel: Channel::Tablet,
        assisted: false,
        language: "en".parse().unwrap(),
        confirmed: "2026-05-01T10:00Z".to_owned(),
        answers: SortedMap::default(),
        first_reaction: None,
        readings: Vec::new(),
        basket: None,
        unspent_reason: None,
        tensions: Vec::new(),
        dissent: Vec::new(),
        considered_view: None,
        closing: Closing::default(),
    }
}

/// A reaction with these points.
pub fn points(care: u8, roads: u8) -> Option<Reaction> {
    let points = BTreeMap::from([("care".parse().unwrap(), care), ("roads".parse().unwrap(), roads)]);
    Some(Reaction { points: Points::from_map(points), sure: None, reason: None })
}

/// A basket as recorded.
pub fn basket(choices: &[(&str, u8)]) -> Option<Basket> {
    Some(Basket::from_choices(choices.iter().map(|(id, level)| (id.parse().unwrap(), *level)).collect()))
}

/// Whether a person could live with the table's basket.
pub fn live_with(score: u8) -> Closing {
    Closing { live_with: ScoreOutOfFive::new(score), ..Closing::default() }
}

fn capital(id: &str) -> String {
    id[..1].to_uppercase() + &id[1..]
}

fn area(id: &str) -> Area {
    Area {
        id: id.parse().unwrap(),
        name: capital(id),
        summary: String::new(),
        pictogram: String::new(),
        lead: "council".parse().unwrap(),
        fact_sheet: FactSheet { revision: 1, body: RichText::default(), figures: Vec::new() },
    }
}

fn item(id: &str, area: &str, costs: &[i64]) -> Item {
    let level = |(name, cost): (&str, &i64)| Level { name: name.to_owned(), cost: Money::from_minor(*cost) };
    Item {
        id: id.parse().unwrap(),
        area: area.parse().unwrap(),
        name: capital(id),
        description: String::new(),
        pictogram: String::new(),
        illustrative: false,
        lead: "council".parse().unwrap(),
        partners: Vec::new(),
        levels: ["small", "large"].into_iter().zip(costs).map(level).collect(),
        outcomes: Vec::new(),
        spillovers: Vec::new(),
        requires: Vec::new(),
        excludes: Vec::new(),
    }
}
