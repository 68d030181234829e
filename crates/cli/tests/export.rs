//! `basketry export`: the same bytes for the same ballots. What other programs make of them, `cargo xtask test --only
//! software` shows.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use common::{ballot_file, basketry, folder, repository, stderr, stdout};

const KINDS: [&str; 5] = ["workbook", "charts", "data", "election", "ballots"];

fn export(kind: &str, out: &Path, more: &[&str], files: &[&Path]) -> Output {
    let sample = repository().join("samples/coventry-1997.basketry.json");
    let args = ["export", kind, "--consultation", sample.to_str().unwrap(), "--out", out.to_str().unwrap()];
    basketry(&[&args[..], &["--counted-on", "1997-06-01"], more].concat(), files)
}

/// A file of four ballots, two of them with a basket.
fn with_baskets(folder: &Path) -> PathBuf {
    let path = ballot_file(folder, "baskets.ndjson", &["1", "2", "3", "4"]);
    let sample: serde_json::Value =
        serde_json::from_slice(&fs::read(repository().join("samples/coventry-1997.basketry.json")).unwrap()).unwrap();
    let item = sample["items"][0]["id"].as_str().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let lines = text.lines().enumerate().map(|(at, line)| {
        if at % 2 == 1 { line.replace(r#""basket":null"#, &format!(r#""basket":{{"{item}":1}}"#)) } else { line.into() }
    });
    fs::write(&path, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    path
}

#[test]
fn the_order_of_the_files_changes_no_byte_of_any_kind() {
    let folder = folder("export-order");
    let (a, b) = (with_baskets(&folder), ballot_file(&folder, "b.ndjson", &["5", "6"]));
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
fn what_cannot_be_made_is_refused_with_what_to_do() {
    let folder = folder("export-refused");
    let a = ballot_file(&folder, "a.ndjson", &["1"]);
    let before = fs::read(&a).unwrap();
    let refused = [
        (export("election", &folder.join("x.pb"), &[], &[&a]), "nothing yet to put in this file"),
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
