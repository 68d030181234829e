//! `basketry check`: what is wrong, in words, for every kind of file.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::fs;

use common::{ballot_file, basketry, folder, repository, stderr, stdout};
use serde_json::{Value, json};

#[test]
fn sound_files_are_named_with_what_they_hold() {
    let folder = folder("check-sound");
    let ballots = ballot_file(&folder, "a.ballots.ndjson", &["1", "2"]);
    let sample = repository().join("samples/coventry-1997.basketry.json");
    let output = basketry(&["check"], &[&sample, &ballots, &repository().join("crates/cli/tests/data/small.pb")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines = stdout(&output);
    for expected in
        ["consultation coventry-1997@1#", ": 2 ballots for coventry-1997@1#", "election, 3 projects, 2 votes"]
    {
        assert!(lines.contains(expected), "{lines}");
    }
}

#[test]
fn everything_wrong_is_said_of_every_file() {
    let folder = folder("check-wrong");
    let text = fs::read_to_string(repository().join("samples/coventry-1997.basketry.json")).unwrap();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    value["items"][2]["area"] = json!("nowhere");
    value["budget"]["amount"] = json!(0);
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let wrong = write("wrong.basketry.json", &value.to_string());
    let cut = write("cut.basketry.json", &text[..2_000]);
    let page = write("page.pb", "<html>");
    let bad_line = ballot_file(&folder, "bad.ballots.ndjson", &["1", "{\"id\":"]);
    let output = basketry(&["check"], &[&wrong, &cut, &page, &bad_line, &folder.join("missing.pb")]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    for expected in [
        "wrong.basketry.json: At items[2].area: nothing is called “nowhere”.",
        "wrong.basketry.json: At budget.amount: ",
        "cut.basketry.json: The file ends too early, in line ",
        "page.pb: Basketry can't open this kind of file.",
        "bad.ballots.ndjson: Line 3 ends too early",
        "missing.pb: The file can't be opened: ",
    ] {
        assert!(told.contains(expected), "no {expected:?} in\n{told}");
    }
    assert!(stdout(&output).contains("bad.ballots.ndjson: 1 ballots"), "{}", stdout(&output));
}

#[test]
fn a_ballot_file_that_lost_its_last_lines_is_told() {
    let whole = ballot_file(&folder("check-cut"), "cut.ballots.ndjson", &["1", "2", "3"]);
    let text = fs::read_to_string(&whole).unwrap();
    fs::write(&whole, text.split_inclusive('\n').take(2).collect::<String>()).unwrap();
    let output = basketry(&["check"], &[&whole]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert!(told.contains("cut.ballots.ndjson: The file should hold 3 ballots, but only 1 came"), "{told}");
    assert!(stdout(&output).contains(": 1 ballots for"), "{}", stdout(&output));
}

#[test]
fn a_translation_that_changes_more_than_words_is_refused() {
    let text = fs::read_to_string(repository().join("samples/sure-start-2001.basketry.json")).unwrap();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    for (path, words) in
        [("budget.currency", "PLN"), ("areas.parenting.fact_sheet.figures.0.value", "999"), ("title", "")]
    {
        value["translations"]["pl"][path] = json!(words);
    }
    let path = folder("check-translation").join("copy.basketry.json");
    fs::write(&path, value.to_string()).unwrap();
    let output = basketry(&["check"], &[&path]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    for expected in [
        "At translations.pl.budget.currency: the consultation has no such text for people.",
        "At translations.pl.areas.parenting.fact_sheet.figures.0.value: the consultation has no such text for people.",
        "At translations.pl.title: there is nothing here, and people need it.",
    ] {
        assert!(told.contains(expected), "no {expected:?} in\n{told}");
    }
}

#[test]
fn a_ballot_file_with_a_damaged_first_line_is_told_what_is_damaged() {
    let folder = folder("check-header");
    let whole = fs::read_to_string(ballot_file(&folder, "whole.ballots.ndjson", &["1"])).unwrap();
    let head = whole.lines().next().unwrap();
    for (name, text, expected) in [
        ("cut", &whole[..head.len() - 9], "The file ends too early, in line 1, before any ballot"),
        (
            "reference",
            &whole.replacen("coventry-1997@1#", "coventry-1997#", 1),
            "the field “consultation” holds what it can't",
        ),
        ("version", &whole.replacen("\"version\":1", "\"version\":0", 1), "the field “version” holds what it can't"),
    ] {
        let path = folder.join(format!("{name}.ballots.ndjson"));
        fs::write(&path, text).unwrap();
        let output = basketry(&["check"], &[&path]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(expected), "no {expected:?} in {}", stderr(&output));
    }
}

#[test]
fn many_odd_votes_hide_nothing_else_that_is_odd() {
    let path = folder("check-many-odd").join("odd.pb");
    let small = fs::read_to_string(repository().join("crates/cli/tests/data/small.pb")).unwrap();
    let project = small.lines().skip_while(|line| *line != "PROJECTS").nth(2).unwrap().split(';').next().unwrap();
    let head = small.lines().take_while(|line| *line != "VOTES").collect::<Vec<_>>().join("\n");
    let head = head.replacen("budget;", "num_votes;7\nmin_length;2\nbudget;", 1);
    let votes = format!("same;{project},{project}\n").repeat(25);
    fs::write(&path, format!("{head}\nVOTES\nvoter_id;vote\n{votes}")).unwrap();
    let output = basketry(&["check"], &[&path]);
    assert_eq!(output.status.code(), Some(0));
    let told = stderr(&output);
    let lines: Vec<&str> = told.lines().collect();
    let said = [
        "META says num_votes is 7",
        "do not keep to min_length",
        "24 votes have the voter id",
        "25 votes name a project twice",
    ];
    assert_eq!(lines.len(), said.len(), "{told}");
    for (line, said) in lines.iter().zip(said) {
        assert!(line.contains(said), "no {said:?} in {line}");
    }
}

#[test]
fn what_is_odd_about_an_election_is_said_and_does_no_harm() {
    let path = folder("check-odd").join("odd.pb");
    let small = fs::read_to_string(repository().join("crates/cli/tests/data/small.pb")).unwrap();
    fs::write(&path, small.replacen("budget;", "num_votes;7\nbudget;", 1)).unwrap();
    let output = basketry(&["check"], &[&path]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("note: META says num_votes is 7, but there are 2."), "{}", stderr(&output));
}
