//! `basketry report`: a folder whose page shows every chart that lies beside it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{ballot_file, basketry, folder, repository, stderr, stdout};
use regex_lite::Regex;

const DAY: [&str; 2] = ["--date", "1997-06-01"];

fn report(out: &Path, more: &[&str], files: &[&Path]) -> Output {
    basketry(&[&["report", "--out", out.to_str().unwrap()], &DAY[..], more].concat(), files)
}

fn of_ballots(out: &Path, more: &[&str], files: &[&Path]) -> Output {
    let sample = repository().join("samples/coventry-1997.basketry.json");
    report(out, &[&["--consultation", sample.to_str().unwrap()], more].concat(), files)
}

/// Twenty-four people, half of whom have something in their basket.
fn crowd(folder: &Path) -> PathBuf {
    let letters: Vec<String> = "123456789abcdef".chars().map(|letter| letter.to_string()).collect();
    let path = ballot_file(folder, "crowd.ndjson", &letters.iter().map(String::as_str).collect::<Vec<_>>());
    let mut lines: Vec<String> = fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
    let more: Vec<String> = lines[1..10].iter().map(|line| line.replacen("0000000-0000", "0000000-0001", 1)).collect();
    lines.extend(more);
    lines[0] = lines[0].replace("\"ballots\":15", "\"ballots\":24");
    let filled = |(at, line): (usize, &String)| {
        let basket = if (1..=12).contains(&at) { r#""basket":{"day-surgery":1}"# } else { r#""basket":{}"# };
        line.replace(r#""basket":null"#, basket) + "\n"
    };
    fs::write(&path, lines.iter().enumerate().map(filled).collect::<String>()).unwrap();
    path
}

/// A Pabulib file with votes that put projects in an order.
fn ordinal(folder: &Path) -> PathBuf {
    let path = folder.join("order.pb");
    let text = "META\nkey;value\ndescription;Two of three\ncountry;Worldwide\nunit;Here\ninstance;1998\nnum_projects;3\n\
                num_votes;3\nbudget;100\nvote_type;ordinal\nrule;greedy\nPROJECTS\nproject_id;cost;name\n1;60;Park\n2;50;Bench\n\
                3;30;<Tree>\nVOTES\nvoter_id;vote\n1;2,1\n2;2\n3;3,1,2\n";
    fs::write(&path, text).unwrap();
    path
}

/// The files of a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    fs::read_dir(folder).unwrap().map(read).collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let file = files.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", files.keys()));
    String::from_utf8(file.clone()).unwrap()
}

/// Whatever the page names lies beside it, and nothing else does.
fn complete(files: &BTreeMap<String, Vec<u8>>) -> usize {
    let page = text(files, "index.html");
    let named = Regex::new(r#"(?:href|src)="([^#"]+)""#).unwrap();
    let mut wanted: Vec<String> = named.captures_iter(&page).map(|found| found[1].to_owned()).collect();
    wanted.push("index.html".to_owned());
    wanted.sort();
    wanted.dedup();
    assert_eq!(files.keys().collect::<Vec<_>>(), wanted.iter().collect::<Vec<_>>());
    let charts = page.matches("<img ").count();
    assert_eq!(files.len(), 2 * charts + 2);
    for name in wanted.iter().filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "svg")) {
        let picture = text(files, name);
        assert!(picture.starts_with("<svg ") && picture.contains("<title"), "{name}");
    }
    charts
}

#[test]
fn ballots_make_a_folder_with_every_chart() {
    let folder = folder("report-ballots");
    let ballots = crowd(&folder);
    let (one, two) = (folder.join("one"), folder.join("two"));
    let output = of_ballots(&one, &[], &[&ballots]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let made = files(&one);
    assert!(complete(&made) >= 4, "{:?}", made.keys());
    assert_eq!(stdout(&output), "");
    let page = text(&made, "index.html");
    assert!(page.contains("24 ballots are counted.") && page.contains("fewer than 10 people are held back"), "{page}");
    assert!(page.contains("Counted on 1 June 1997") && page.contains(">12</td>"), "{page}");
    let items = made.keys().find(|name| name.ends_with("-items.csv")).unwrap();
    assert!(text(&made, items).contains(",12,50.0,"), "{}", text(&made, items));
    assert!(text(&made, "manifest.json").contains("\"threshold\": 10,"));
    // A folder that is there and empty will do, and the same ballots make the same bytes.
    fs::create_dir(&two).unwrap();
    assert_eq!(of_ballots(&two, &[], &[&ballots]).status.code(), Some(0));
    assert!(files(&two) == made, "the same ballots make another folder");
}

#[test]
fn an_election_has_its_charts_too() {
    let folder = folder("report-election");
    let (file, out) = (ordinal(&folder), folder.join("out"));
    let output = report(&out, &[], &[&file]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let made = files(&out);
    assert_eq!(complete(&made), 2);
    let page = text(&made, "index.html");
    assert!(page.contains("Bench is put first most often: by 2 of 3"), "{page}");
    assert!(page.contains("No rule of Basketry counts votes that put projects in an order"), "{page}");
    assert!(page.contains("&lt;Tree&gt;") && !page.contains("<Tree>"), "{page}");
    let first = text(&made, "01-first-places.csv");
    assert!(first.contains("\nBench,2,3,1.67,50"), "{first}");
}

#[test]
fn nothing_is_written_where_something_is_or_where_it_cannot_be() {
    let folder = folder("report-refused");
    let (ballots, order) = (ballot_file(&folder, "a.ndjson", &["1"]), ordinal(&folder));
    let before = files(&folder);
    let x = folder.join("x");
    let refused = [
        (of_ballots(&folder, &[], &[&ballots]), "There is something in this folder already"),
        (of_ballots(&ballots, &[], &[&ballots]), "can't be written"),
        (of_ballots(&x, &["--section", "moon"], &[&ballots]), "has no section “moon”"),
        (report(&x, &[], &[&order, &ballots]), "takes one Pabulib file"),
        (report(&x, &[], &[&ballots]), "a.ndjson: "),
        (of_ballots(&x, &[], &[&order]), "order.pb: "),
    ];
    for (output, why) in refused {
        assert_eq!(output.status.code(), Some(1), "{why}");
        assert!(stderr(&output).contains(why), "{why}: {}", stderr(&output));
    }
    for wrong in [["--threshold", "1"], ["--section", "parents"]] {
        assert_eq!(report(&x, &wrong, &[&order]).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(files(&folder), before);
}
