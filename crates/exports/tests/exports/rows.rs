//! A row for each ballot.

use std::collections::BTreeMap;

use basketry_ballots::{Ballots, Given};
use basketry_domain::{Ballot, Consultation, ParticipantQuestion, QuestionOption, Reading, SortedSet, Voter};
use basketry_example::{ballot, basket, consultation, points};
use basketry_exports::{ExportError, data_package, raw_ballots};
use basketry_texts::PlainEnglish;
use serde_json::Value;

use crate::{ballots, manifest_of, merged, part, unpacked};

fn asked() -> Consultation {
    let option = |id: &str| QuestionOption { id: id.parse().unwrap(), text: id.to_uppercase() };
    let question = |id: &str, several| ParticipantQuestion {
        id: id.parse().unwrap(),
        text: format!("{id}?"),
        options: vec![option("a"), option("b")],
        several,
    };
    Consultation { questions: vec![question("one", false), question("many", true)], ..consultation() }
}

fn package(consultation: &Consultation, ballots: Vec<Ballot>) -> Result<Vec<u8>, ExportError> {
    let merged = merged(consultation, ballots);
    let manifest = manifest_of(consultation, &merged, &[]);
    data_package(&merged.profile.view(consultation), &manifest, &PlainEnglish, &|done, of| assert!(done <= of))
}

/// The rows of the package's CSV, by column.
fn rows(zip: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = part(zip, "ballots.csv");
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap()
}

fn full() -> Ballot {
    let given = |ids: &[&str]| ids.iter().map(|id| id.parse().unwrap()).collect::<SortedSet<_>>();
    Ballot {
        answers: [("one".parse().unwrap(), given(&["b"])), ("many".parse().unwrap(), given(&["a"]))]
            .into_iter()
            .collect(),
        first_reaction: points(30, 70),
        readings: vec![Reading {
            area: "care".parse().unwrap(),
            sheet_revision: 2,
            heard_of: Some(true),
            moved_by: SortedSet::default(),
            added: Vec::new(),
        }],
        basket: basket(&[("clinic", 2), ("bridge", 1)]),
        unspent_reason: Some("PRIVATE WORDS".to_owned()),
        dissent: vec!["PRIVATE WORDS".to_owned()],
        ..ballot(1, Voter::Person)
    }
}

#[test]
fn a_ballot_is_read_off_column_by_column() {
    let zip = package(&asked(), vec![full(), ballot(2, Voter::Table)]).unwrap();
    let rows = rows(&zip);
    let expected = [
        ("voter", "person", "table"),
        ("section", "old", "old"),
        ("table", "1", "1"),
        ("channel", "tablet", "tablet"),
        ("assisted", "false", "false"),
        ("confirmed", "2026-05-01T10:00:00Z", "2026-05-01T10:00:00Z"),
        ("faults", "ballot-over-budget", ""),
        ("answer:one", "b", ""),
        ("answer:many:a", "true", ""),
        ("answer:many:b", "false", ""),
        ("first_reaction:care", "30", ""),
        ("considered_view:care", "", ""),
        ("heard_of:care", "true", ""),
        ("sheet_revision:care", "2", ""),
        ("sheet_revision:roads", "", ""),
        ("basket:clinic", "2", ""),
        ("basket:visits", "0", ""),
        ("basket_cost", "1.10", ""),
        ("basket_left", "-0.10", ""),
        ("dissent", "1", "0"),
    ];
    for (name, first, second) in expected {
        assert_eq!((rows[0][name].as_str(), rows[1][name].as_str()), (first, second), "{name}");
    }
}

#[test]
fn the_order_of_the_ballots_changes_no_byte() {
    let mut other = ballots();
    other.reverse();
    assert!(package(&asked(), ballots()).unwrap() == package(&asked(), other).unwrap());
}

#[test]
fn nobodys_own_words_are_in_it() {
    for (name, bytes) in unpacked(&package(&asked(), vec![full()]).unwrap()) {
        let found = bytes.windows(13).any(|window| window == b"PRIVATE WORDS");
        assert!(!found, "{name}");
    }
}

#[test]
fn the_dictionary_tells_every_column() {
    let zip = package(&asked(), vec![full()]).unwrap();
    let dictionary: Value = serde_json::from_str(&part(&zip, "datapackage.json")).unwrap();
    let fields = dictionary["resources"][0]["schema"]["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    let text = part(&zip, "ballots.csv");
    let header = text.lines().next().unwrap();
    assert_eq!(header, names.join(","));
    for field in fields {
        let told = field["description"].as_str().unwrap();
        assert!(!told.is_empty() && !told.contains("{$"), "{field}");
    }
    let cost = fields.iter().find(|field| field["name"] == "basket_cost").unwrap();
    assert_eq!((&cost["type"], &cost["unit"]), (&"number".into(), &"GBP".into()));
    assert_eq!(dictionary["basketry"]["ballots"]["counted"], 1);
    let names: Vec<String> = unpacked(&zip).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["datapackage.json", "ballots.csv", "ballots.parquet", "manifest.json"]);
}

#[test]
fn no_ballots_make_a_package_without_rows() {
    let zip = package(&asked(), Vec::new()).unwrap();
    assert!(rows(&zip).is_empty());
}

#[test]
fn raw_ballots_are_read_back_as_they_were() {
    let consultation = consultation();
    let reference = basketry_domain::Reference { digest: "0a".to_owned(), ..consultation.reference.clone() };
    let consultation = Consultation { reference: reference.clone(), ..consultation };
    let given: Vec<Ballot> =
        ballots().into_iter().map(|ballot| Ballot { consultation: reference.clone(), ..ballot }).collect();
    let merged = merged(&consultation, given.iter().rev().cloned().collect());
    let manifest = manifest_of(&consultation, &merged, &[]);
    let file = raw_ballots(&merged.profile.view(&consultation), &manifest, &|_, _| {}).unwrap();
    let (header, mut lines) = basketry_formats::ballots::read(file.as_bytes()).unwrap();
    assert_eq!((header.consultation, header.ballots), (reference, Some(55)));
    let mut columns = Ballots::default();
    while let Some(line) = lines.next_into(&mut columns).unwrap() {
        line.unwrap();
    }
    let read: Vec<Ballot> = columns.iter().map(Given::ballot).collect();
    assert_eq!(read, given);
    let first: Value = serde_json::from_str(file.lines().next().unwrap()).unwrap();
    assert_eq!(first["manifest"]["ballots"]["digest"], manifest.ballots.digest);
}
