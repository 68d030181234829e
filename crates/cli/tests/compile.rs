//! `basketry compile`: what the app loads, or what is wrong, said of the file it is wrong with.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::fs;

use basketry_formats::compiled;
use common::{ballot_file, basketry, folder, repository, stderr, stdout};

#[test]
fn each_language_and_the_list_are_written() {
    let out = folder("compile");
    let samples =
        ["coventry-1997", "sure-start-2001"].map(|name| repository().join(format!("samples/{name}.basketry.json")));
    let output = basketry(&["compile", "--out", out.to_str().unwrap()], &[&samples[0], &samples[1]]);
    assert_eq!((output.status.code(), stderr(&output), stdout(&output)), (Some(0), String::new(), String::new()));
    let list = compiled::decode_list(&fs::read(out.join("list.bin")).unwrap()).unwrap();
    assert_eq!(list.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["coventry-1997", "sure-start-2001"]);
    for entry in &list {
        for language in &entry.languages {
            let bytes = fs::read(out.join(format!("{}.{language}.bin", entry.id))).unwrap();
            assert_eq!(compiled::decode(&bytes).unwrap().reference.digest, entry.digest);
        }
    }
}

#[test]
fn a_folder_that_is_missing_is_named_and_no_input_is_blamed() {
    let folder = folder("compile-missing");
    let sample = repository().join("samples/coventry-1997.basketry.json");
    let missing = folder.join("nowhere");
    let output = basketry(&["compile", "--out", missing.to_str().unwrap()], &[&sample]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert_eq!(told, format!("{}: There is no such folder. Make it, or name another.\n", missing.display()));
    assert!(!missing.exists());
    // A file in the place of what is written.
    fs::create_dir(folder.join("coventry-1997.en.bin")).unwrap();
    let output = basketry(&["compile", "--out", folder.to_str().unwrap()], &[&sample]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert!(
        told.starts_with(&format!("{}: The file can't be written: ", folder.join("coventry-1997.en.bin").display()))
    );
    assert!(!folder.join("list.bin").exists());
}

#[test]
fn a_file_that_is_no_consultation_is_said_and_no_list_is_written() {
    let folder = folder("compile-wrong");
    let sample = repository().join("samples/coventry-1997.basketry.json");
    let ballots = ballot_file(&folder, "a.ballots.ndjson", &["1"]);
    let output = basketry(&["compile", "--out", folder.to_str().unwrap()], &[&ballots, &sample]);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert!(told.starts_with(&format!("{}: This is not a Basketry file", ballots.display())), "{told}");
    assert!(!folder.join("list.bin").exists());
}
