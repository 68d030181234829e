//! `basketry export`: the same bytes for the same ballots. What other programs make of them, `cargo xtask test --only
//! software` shows.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{ballot_file, basketry, folder, repository, stderr, stdout};

const KINDS: [&str; 5] = ["workbook", "charts", "data", "election", "ballots"];

fn export(kind: &str, out: &Path, more: &[&str], files: &[&Path]) -> Output {
    let sample = repository().join("samples/coventry-1997.basketry.json");
    let args = ["export", kind, "--consultation", sample.to_str().unwrap(), "--out", out.to_str().unwrap()];
    basketry(&[&args[..], &["--counted-on", "1997-06-01"], more].concat(), files)
}

/// Twelve people, of whom six have something in their basket.
fn twelve(folder: &Path) -> PathBuf {
    let path = ballot_file(folder, "twelve.ndjson", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c"]);
    let filled = |(at, line): (usize, &str)| {
        let basket = if (1..=6).contains(&at) { r#""basket":{"day-surgery":1}"# } else { r#""basket":{}"# };
        line.replace(r#""basket":null"#, basket) + "\n"
    };
    let text: String = fs::read_to_string(&path).unwrap().lines().enumerate().map(filled).collect();
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_order_of_the_files_changes_no_byte_of_any_kind() {
    let folder = folder("export-order");
    let (a, b) = (twelve(&folder), ballot_file(&folder, "b.ndjson", &["d", "e"]));
    for kind in KINDS {
        let (one, two) = (folder.join(format!("{kind}-1")), folder.join(format!("{kind}-2")));
        for (out, files) in [(&one, [&a, &b]), (&two, [&b, &a])] {
            let output = export(kind, out, &[], &files.map(PathBuf::as_path));
            assert_eq!(output.status.code(), Some(0), "{kind}: {}", stderr(&output));
        }
        assert!(fs::read(&one).unwrap() == fs::read(&two).unwrap(), "{kind} differs");
    }
}

#[test]
fn what_needs_to_be_looked_at_is_told_and_the_rest_written() {
    let folder = folder("export-odd");
    let (a, b) = (ballot_file(&folder, "a.ndjson", &["1", "2", "{bad}"]), ballot_file(&folder, "b.ndjson", &["2!"]));
    let out = folder.join("book.xlsx");
    let output = export("workbook", &out, &[], &[&a, &b]);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    let told = stderr(&output);
    assert!(told.contains("Line 4 is no ballot") && told.contains("1 ballot came in with"), "{told}");
    assert!(out.exists());
}

#[test]
fn charts_that_may_be_published_hold_small_groups_back() {
    let folder = folder("export-threshold");
    let ballots = twelve(&folder);
    let charts = |threshold: &str| {
        let out = folder.join(threshold);
        let output = export("charts", &out, &["--threshold", threshold], &[&ballots]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        unzipped(&out)
    };
    let (five, ten) = (charts("5"), charts("10"));
    let named = |files: &[(String, String)], name: &str| files.iter().find(|file| file.0.ends_with(name)).cloned();
    let (_, items) = named(&five, "-items.csv").unwrap();
    assert!(items.contains("Groups of fewer than 5 are held back") && items.contains(",6,50.0,"), "{items}");
    // Six of twelve are too few at ten, and no item is left to show.
    assert_eq!(named(&ten, "-items.csv"), None);
    let (_, selection) = named(&ten, "-selection.csv").unwrap();
    assert!(selection.contains("Groups of fewer than 10 are held back"), "{selection}");
    assert!(selection.contains(",held back,") && !selection.contains(",6,"), "{selection}");
    let (_, manifest) = named(&five, "manifest.json").unwrap();
    assert!(manifest.contains("\"threshold\": 5,"), "{manifest}");
    let output = export("charts", &folder.join("x"), &["--threshold", "1"], &[&ballots]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("fewer than 5 or fewer than 10"), "{}", stderr(&output));
}

fn unzipped(path: &Path) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut text = String::new();
        zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

#[test]
fn what_cannot_be_made_is_refused_with_what_to_do() {
    let folder = folder("export-refused");
    let a = ballot_file(&folder, "a.ndjson", &["1"]);
    let before = fs::read(&a).unwrap();
    let refused = [
        (export("election", &folder.join("x.pb"), &[], &[&a]), "nothing to put in this file"),
        (export("workbook", &a, &[], &[&a]), "would replace this file"),
        (export("data", &folder.join("x.zip"), &["--section", "parents"], &[&a]), "always of all ballots"),
        (export("charts", &folder.join("x.zip"), &["--section", "moon"], &[&a]), "has no section “moon”"),
        (export("data", &folder.join("no/such/x.zip"), &[], &[&a]), "can't be written"),
    ];
    for (output, why) in refused {
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(why), "{why}: {}", stderr(&output));
    }
    assert_eq!(fs::read(&a).unwrap(), before);
    assert!(!folder.join("x.zip").exists() && !folder.join("x.pb").exists());
    let output = export("workbook", &folder.join("x"), &["--counted-on", "soon"], &[&a]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{}", stderr(&output));
}
