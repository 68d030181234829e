//! Texts in another language: they change words, and nothing else.

use basketry_domain::ProblemCode;
use basketry_formats::consultation::{ConsultationRecord, open};
use basketry_formats::{IssueCode, ReadError, RichTextRecord};
use serde_json::{Value, json};

use crate::sample;

/// The Sure Start sample with these texts and no others in Polish.
fn with(texts: &Value) -> Vec<u8> {
    let mut values = sample::values().into_iter();
    let mut file = values.find(|file| file["id"] == "sure-start-2001").unwrap();
    file["translations"] = json!({ "pl": texts });
    file.to_string().into_bytes()
}

/// The places and the codes of what is wrong with these texts.
#[track_caller]
fn refused(texts: &Value) -> Vec<(String, IssueCode)> {
    match open(&with(texts)) {
        Err(ReadError::Issues(issues)) => issues.into_iter().map(|issue| (issue.path, issue.code)).collect(),
        other => panic!("{:?} for {texts}", other.map(|opened| opened.languages.len())),
    }
}

#[test]
fn rules_money_dates_and_figures_have_no_path() {
    for (path, text) in [
        ("budget.currency", "PLN"),
        ("budget.amount", "1"),
        ("items.classes-day.area", "nowhere"),
        ("items.classes-day.area", "health"),
        ("items.classes-day.lead", "health"),
        ("items.classes-day.id", "other"),
        ("items.classes-day.pictogram", "book"),
        ("items.classes-day.levels.0.cost", "1"),
        ("items.classes-day.outcomes.0", "not-alone"),
        ("items.speech-therapist.requires.0", "nothing-at-all"),
        ("items.dropin-own.excludes.0", "fathers"),
        ("areas.parenting.fact_sheet.figures.0.value", "999"),
        ("areas.parenting.fact_sheet.figures.0.year", "1999"),
        ("areas.parenting.fact_sheet.figures.0.kind", "outcome"),
        ("outcomes.safer-children.target.value", "20"),
        ("outcomes.safer-children.target.date", "2010-01-01"),
        ("period.from", "1999-01-01"),
        ("workshops.morning.date", "1999-01-01"),
        ("workshops.morning.section", "working-parents"),
        ("arguments.parenting-for-1.side", "against"),
        ("arguments.parenting-for-1.about.area", "health"),
        ("tensions.day-or-evening.when.0.item", "fathers"),
        ("agenda.0.stage", "close"),
        ("id", "other"),
        ("language", "de"),
        ("format", "other"),
        ("items.0.name", "An item by its place"),
        ("items", "x"),
        ("nothing", "x"),
        ("", "x"),
    ] {
        assert_eq!(refused(&json!({ path: text })), [(format!("translations.pl.{path}"), IssueCode::UnknownText)]);
    }
}

#[test]
fn a_blank_text_is_refused_with_every_other_mistake() {
    let empty = || IssueCode::Domain(ProblemCode::Empty);
    let wrong = json!({ "title": "", "organiser.privacy": " \n", "question": "Co?", "period.from": "1999-01-01" });
    assert_eq!(
        refused(&wrong),
        [
            ("translations.pl.organiser.privacy".to_owned(), empty()),
            ("translations.pl.period.from".to_owned(), IssueCode::UnknownText),
            ("translations.pl.title".to_owned(), empty()),
        ]
    );
    // Not blank, and yet nothing of it is shown.
    let unseen = json!({ "organiser.privacy": "[a]: https://example.org" });
    assert_eq!(refused(&unseen), [("translations.pl.organiser.privacy".to_owned(), empty())]);
}

/// Fields that hold words.
const WORDS: [&str; 21] = [
    "language",
    "title",
    "question",
    "introduction",
    "illustrative",
    "name",
    "contact",
    "complaints",
    "privacy",
    "note",
    "description",
    "place",
    "measure",
    "unit",
    "summary",
    "body",
    "label",
    "source",
    "text",
    "evidence",
    "another_way",
];

/// Takes all words out of a record: what is left is the same in all languages.
fn clear(value: &mut Value, name: &str) {
    match value {
        Value::Null | Value::Bool(_) => {}
        words if WORDS.contains(&name) => *words = json!("…"),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| clear(value, name)),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| clear(entry, "")),
        _ => {}
    }
}

fn without_words(record: &ConsultationRecord<RichTextRecord>) -> Value {
    let mut value = serde_json::to_value(record).unwrap();
    clear(&mut value, "");
    value
}

#[test]
fn the_samples_are_the_same_consultation_in_every_language() {
    let mut translations = 0;
    for text in sample::texts() {
        let opened = open(text.as_bytes()).unwrap();
        let (own, others) = opened.languages.split_first().unwrap();
        for other in others {
            assert_eq!(without_words(own), without_words(other));
            assert_ne!((&own.language, &own.title), (&other.language, &other.title));
            translations += 1;
        }
    }
    assert!(translations > 0);
}
