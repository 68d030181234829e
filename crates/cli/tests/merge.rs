//! `basketry merge`: each ballot once, in whatever order the files come.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{ballot_file, basketry, folder, repository, stderr, stdout};
use serde_json::{Value, json};

fn merge(args: &[&str], files: &[&Path]) -> Output {
    let sample = repository().join("samples/coventry-1997.basketry.json");
    basketry(&[&["merge", "--consultation", sample.to_str().unwrap()], args].concat(), files)
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_order_of_the_files_changes_no_byte() {
    let folder = folder("merge-order");
    let a = ballot_file(&folder, "a.ndjson", &["3", "1", "{bad}"]);
    let b = ballot_file(&folder, "b.ndjson", &["1", "2!", "5?"]);
    let c = ballot_file(&folder, "c.ndjson", &["2", "3", "4"]);
    let mut results = Vec::new();
    for (at, files) in
        [[&a, &b, &c], [&a, &c, &b], [&b, &a, &c], [&b, &c, &a], [&c, &a, &b], [&c, &b, &a]].iter().enumerate()
    {
        let out = folder.join(format!("out-{at}.ndjson"));
        let output = merge(&["--format", "json", "--out", out.to_str().unwrap()], &files.map(PathBuf::as_path));
        assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
        results.push((fs::read(&out).unwrap(), output.stdout));
    }
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));

    let alone = ballot_file(&folder, "expected.ndjson", &["1", "2", "3", "4"]);
    let merged = String::from_utf8(results[0].0.clone()).unwrap();
    assert_eq!(merged, fs::read_to_string(alone).unwrap());
    let again = folder.join("again.ndjson");
    let output =
        merge(&["--out", again.to_str().unwrap()], &[&folder.join("out-0.ndjson"), &folder.join("out-1.ndjson")]);
    assert_eq!((output.status.code(), fs::read_to_string(again).unwrap()), (Some(0), merged));
}

#[test]
fn the_report_says_what_came_in() {
    let folder = folder("merge-report");
    let a = ballot_file(&folder, "a.ndjson", &["3", "1", "{bad}"]);
    let b = ballot_file(&folder, "b.ndjson", &["1", "3!", "5?"]);
    let faulty = faulty_file(&folder);
    let output = merge(&["--format", "json"], &[&a, &b, &faulty]);
    let report = json_of(&output);
    let figures = ["received", "counted", "duplicates"].map(|name| report[name].as_u64().unwrap());
    assert_eq!(figures, [6, 3, 1]);
    let id = |number: u32| json!(format!("{number}0000000-0000-4000-8000-000000000000"));
    assert_eq!((&report["conflicts"][0]["ballot"], &report["conflicts"][0]["versions"]), (&id(3), &json!(2)));
    assert_eq!(report["set_aside"][0]["ballot"], id(5));
    assert_eq!((&report["bad_lines"][0]["file"], &report["bad_lines"][0]["line"]), (&json!(a), &json!(4)));
    let fault = json!(["It names a workshop that the consultation does not have."]);
    assert_eq!((&report["faults"][0]["ballot"], &report["faults"][0]["messages"]), (&id(7), &fault));

    let text = stdout(&merge(&[], &[&a, &b, &faulty]));
    for line in
        ["received\t6\n", "counted\t3\n", "duplicates\t1\n", "conflicts\t1\n", "set aside\t1\n", "bad lines\t1\n"]
    {
        assert!(text.contains(line), "{text}");
    }
    assert!(text.contains("a.ndjson\tLine 4 is no ballot: "), "{text}");
}

#[test]
fn a_file_that_lost_ballots_is_told_and_what_came_is_merged() {
    let folder = folder("merge-cut");
    let cut = ballot_file(&folder, "cut.ndjson", &["1", "2", "3"]);
    let text = fs::read_to_string(&cut).unwrap();
    fs::write(&cut, text.split_inclusive('\n').take(3).collect::<String>()).unwrap();
    let out = folder.join("out.ndjson");
    let output = merge(&["--format", "json", "--out", out.to_str().unwrap()], &[&cut]);
    assert_eq!(output.status.code(), Some(3));
    let report = json_of(&output);
    assert_eq!((&report["counted"], &report["miscounted_files"][0]["file"]), (&json!(2), &json!(cut)));
    let told = report["miscounted_files"][0]["message"].as_str().unwrap();
    assert!(told.starts_with("The file should hold 3 ballots, but only 2 came"), "{told}");
    assert!(stdout(&merge(&[], &[&cut])).contains("miscounted files\t1\n"));
    // What is written says how many it holds.
    assert_eq!(merge(&[], &[&out]).status.code(), Some(0));
    assert!(fs::read_to_string(&out).unwrap().lines().next().unwrap().contains("\"ballots\":2"));
}

/// A file with one ballot, from a workshop that is not there.
fn faulty_file(folder: &Path) -> PathBuf {
    let path = ballot_file(folder, "faulty.ndjson", &["7"]);
    let text = fs::read_to_string(&path).unwrap().replace(r#""workshop":null"#, r#""workshop":"nowhere""#);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_file_that_cannot_be_read_stops_the_merge() {
    let folder = folder("merge-stops");
    let a = ballot_file(&folder, "a.ndjson", &["1"]);
    let page = folder.join("page.ndjson");
    fs::write(&page, "<html>").unwrap();
    let out = folder.join("out.ndjson");
    let output = merge(&["--out", out.to_str().unwrap()], &[&a, &page, &folder.join("missing.ndjson")]);
    assert_eq!((output.status.code(), out.exists(), output.stdout.is_empty()), (Some(1), false, true));
    let told = stderr(&output);
    assert!(told.contains("page.ndjson: This is not a ballot file.") && told.contains("missing.ndjson: "), "{told}");
}

#[test]
fn no_file_that_is_merged_is_replaced() {
    let folder = folder("merge-replace");
    let a = ballot_file(&folder, "a.ndjson", &["1", "{bad}"]);
    let before = fs::read(&a).unwrap();
    let output = merge(&["--out", a.to_str().unwrap()], &[&a]);
    assert_eq!((output.status.code(), fs::read(&a).unwrap()), (Some(1), before));
    assert!(stderr(&output).contains("would replace this file"), "{}", stderr(&output));
    let nowhere = folder.join("no/such/folder/out.ndjson");
    let output = merge(&["--out", nowhere.to_str().unwrap()], &[&a]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("can't be written"), "{}", stderr(&output));
}

#[test]
fn whoever_writes_raw_ballots_is_warned() {
    let folder = folder("merge-raw");
    let file = ballot_file(&folder, "a.ndjson", &["1"]);
    let out = folder.join("out.ndjson");
    let output = merge(&["--out", out.to_str().unwrap()], &[&file]);
    assert!(stderr(&output).contains("These are raw ballots"), "{}", stderr(&output));
}
