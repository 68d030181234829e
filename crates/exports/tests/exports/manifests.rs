//! The manifest.

use basketry_domain::{Closing, Voter};
use basketry_example::{ballot, consultation};
use basketry_exports::{Manifest, ballots_digest};

use crate::{DAY, ballots, manifest_of, merged, report_of};

fn digest(ballots: Vec<basketry_domain::Ballot>) -> String {
    let consultation = consultation();
    let merged = merged(&consultation, ballots);
    manifest_of(&consultation, &merged, &[]).ballots.digest
}

#[test]
fn the_digest_is_of_the_ballots_and_not_of_their_order() {
    let all = ballots();
    let turned: Vec<_> = all.iter().rev().cloned().collect();
    let twice = [all.clone(), all.clone()].concat();
    assert_eq!([digest(turned), digest(twice)], [digest(all.clone()), digest(all.clone())]);
    let mut fewer = all.clone();
    fewer.pop();
    assert_ne!(digest(fewer), digest(all.clone()));
    let mut changed = all.clone();
    changed[0].closing = Closing { offer: Some("a room".to_owned()), ..Closing::default() };
    assert_ne!(digest(changed), digest(all));
}

#[test]
fn no_ballot_has_the_digest_of_nothing() {
    let nothing = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(ballots_digest(std::iter::empty()).unwrap(), nothing);
    assert_ne!(ballots_digest(std::iter::once(ballot(1, Voter::Person))).unwrap(), nothing);
}

#[test]
fn it_says_what_a_file_was_made_of() {
    let consultation = consultation();
    let merged = merged(&consultation, ballots());
    let report = report_of(&consultation, &merged);
    let json: serde_json::Value =
        serde_json::from_str(&manifest_of(&consultation, &merged, &report.charts).json().unwrap()).unwrap();
    assert_eq!(json["format"], "basketry-manifest");
    assert_eq!(json["consultation"], "test@1#digest-1");
    assert_eq!((&json["ballots"]["counted"], &json["counted_on"]), (&55.into(), &DAY.into()));
    assert_eq!(json["program"], format!("Basketry {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(json["threshold"], 10);
    assert_eq!(json["seed"], basketry_results::SEED);
    assert_eq!(json["rules"].as_array().unwrap().len(), report.charts.len());
}

#[test]
fn a_section_says_that_it_is_one_and_tells_not_how_many_it_has() {
    let consultation = consultation();
    let merged = merged(&consultation, ballots());
    let all = Manifest::of_ballots(&merged.profile.view(&consultation), DAY).unwrap();
    let part = all.clone().of_report(Some("old"), Some(5), &[]);
    assert_eq!((part.section.as_deref(), part.threshold), (Some("old"), Some(5)));
    assert_eq!(part.ballots, all.ballots);
    assert_eq!((all.section, all.threshold), (None, None));
}

#[test]
fn an_election_is_known_by_its_file() {
    let manifest = Manifest::of_election("Wieliczka", 6586, b"abc", DAY);
    assert_eq!(manifest.ballots.digest, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!((manifest.consultation, manifest.ballots.counted), (None, 6586));
}
