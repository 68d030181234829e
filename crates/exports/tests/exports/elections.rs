//! The baskets as an election.

use std::collections::BTreeMap;

use basketry_domain::{Ballot, Consultation, Voter};
use basketry_example::{ballot, basket, consultation};
use basketry_exports::{ElectionFile, ExportError, election_file};
use basketry_results::pabulib_election;
use basketry_tally::{Satisfaction, TiePolicy, Variant, rule};
use basketry_texts::PlainEnglish;

use crate::{manifest_of, merged};

fn made(consultation: &Consultation, ballots: Vec<Ballot>) -> Result<ElectionFile, ExportError> {
    let merged = merged(consultation, ballots);
    let manifest = manifest_of(consultation, &merged, &[]);
    election_file(&merged.profile.view(consultation), &manifest, &PlainEnglish)
}

/// Persons with these baskets.
fn persons(baskets: &[&[(&str, u8)]]) -> Vec<Ballot> {
    let person =
        |(seed, choices): (u8, &&[(&str, u8)])| Ballot { basket: basket(choices), ..ballot(seed, Voter::Person) };
    (1..).zip(baskets).map(person).collect()
}

const BASKETS: &[&[(&str, u8)]] = &[
    &[("clinic", 2), ("visits", 1)],
    &[("clinic", 2)],
    &[("clinic", 1), ("bridge", 1)],
    &[("bridge", 1)],
    &[("clinic", 1)],
];

#[test]
fn a_vote_is_for_a_level_and_those_below_and_costs_what_the_basket_does() {
    let file = made(&consultation(), persons(BASKETS)).unwrap();
    let read = basketry_pabulib::read(file.text.as_bytes()).unwrap();
    assert!(read.notices.is_empty(), "{:?}", read.notices);
    // In tenths of a pound, the coarsest that holds all amounts.
    let costs: BTreeMap<&str, i64> =
        read.projects.iter().map(|project| (project.id.as_str(), project.cost.minor())).collect();
    assert_eq!(costs, BTreeMap::from([("bridge:1", 5), ("clinic:1", 4), ("clinic:2", 2), ("visits:1", 3)]));
    let mut votes: Vec<i64> = read
        .votes
        .iter()
        .map(|vote| vote.projects.iter().map(|at| read.projects[usize::from(*at)].cost.minor()).sum())
        .collect();
    votes.sort_unstable();
    assert_eq!(votes, [4, 5, 6, 9, 9]);
    assert_eq!(read.meta["num_votes"], "5");
    assert_eq!((read.meta["instance"].as_str(), read.meta["date_begin"].as_str()), ("2026", "01.05.2026"));
    assert_eq!(file.text.lines().last(), Some("5;clinic:1,clinic:2,visits:1"));
}

#[test]
fn what_the_file_calls_selected_is_what_greedy_funds() {
    let file = made(&consultation(), persons(BASKETS)).unwrap();
    let read = basketry_pabulib::read(file.text.as_bytes()).unwrap();
    let election = pabulib_election(&read).unwrap();
    let count = rule("greedy")
        .unwrap()
        .count(&election, Variant::plain(Satisfaction::Cost), &TiePolicy::Lexicographic)
        .unwrap();
    let mut funded: Vec<String> = count.selection().selected.iter().map(ToString::to_string).collect();
    funded.sort();
    let rows = file.text.lines().skip_while(|line| *line != "PROJECTS").skip(2).take_while(|line| *line != "VOTES");
    let selected = rows.filter(|row| row.ends_with(";1")).map(|row| row.split(';').next().unwrap().to_owned());
    let mut selected: Vec<String> = selected.collect();
    selected.sort();
    assert_eq!(selected, funded);
    assert_eq!(funded, ["bridge:1", "clinic:1"], "four votes, then two with the lower id; 10 are left");
}

#[test]
fn the_order_of_the_ballots_changes_no_byte_and_no_vote_names_its_ballot() {
    let all = persons(BASKETS);
    let turned = all.iter().rev().cloned().collect();
    let file = made(&consultation(), all.clone()).unwrap();
    assert_eq!(file, made(&consultation(), turned).unwrap());
    assert!(all.iter().all(|ballot| !file.text.contains(&ballot.id.to_string())));
}

#[test]
fn what_is_left_out_is_counted() {
    let mut consultation = consultation();
    // The larger clinic costs no more, and nobody can pay for the bridge.
    consultation.items[0].levels[1].cost = consultation.items[0].levels[0].cost;
    consultation.items[2].levels[0].cost = basketry_domain::Money::from_minor(101);
    let baskets: &[&[(&str, u8)]] = &[&[("clinic", 2)], &[], &[("bridge", 1)], &[("visits", 1)]];
    let mut ballots = persons(baskets);
    ballots.push(Ballot { basket: basket(&[("clinic", 1)]), ..ballot(9, Voter::Table) });
    let file = made(&consultation, ballots).unwrap();
    // The bridge is over the budget; visits require the clinic.
    assert_eq!((file.votes, file.faulty, file.empty, file.projects_left_out), (1, 2, 1, 2));
    assert!(file.text.contains("Left out: 2 baskets that break a rule, 1 empty ones, 2 levels"), "{}", file.text);
    assert!(file.text.ends_with("1;clinic:1\n"));
}

#[test]
fn no_baskets_make_no_election() {
    assert!(matches!(made(&consultation(), persons(&[&[]])), Err(ExportError::Empty)));
    assert!(matches!(made(&consultation(), Vec::new()), Err(ExportError::Empty)));
}

#[test]
fn words_stay_in_their_field() {
    let mut consultation = consultation();
    consultation.title = "One; \"two\"\nthree".to_owned();
    consultation.items[0].name = "Clinic; north".to_owned();
    let file = made(&consultation, persons(BASKETS)).unwrap();
    let read = basketry_pabulib::read(file.text.as_bytes()).unwrap();
    assert_eq!(read.meta["description"], "One; \"two\" three");
    assert!(read.projects.iter().any(|project| project.name == "Clinic; north: small"), "{:?}", read.projects);
}
