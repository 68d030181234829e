//! Any bytes as a consultation file: opened, compiled and read back the same, or refused with a reason.

#![no_main]

use basketry_domain::check;
use basketry_formats::compiled::{decode, decode_entry, encode, encode_entry};
use basketry_formats::consultation::{Opened, open};
use basketry_formats::{Issue, ReadError};
use basketry_fuzz::{check_rich_text, lines};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match open(bytes) {
        Ok(opened) => {
            check_opened(&opened);
            check_spelling(bytes, &opened);
        }
        Err(error) => check_error(&error, lines(bytes)),
    }
});

fn check_opened(opened: &Opened) {
    let own = &opened.consultation;
    assert_eq!(own.reference.digest.len(), 32);
    assert_eq!(check(own), []);
    check_rich_text(&own.introduction, Some(6));
    own.areas.iter().for_each(|area| check_rich_text(&area.fact_sheet.body, Some(6)));
    for (place, record) in opened.languages.iter().enumerate() {
        let compiled = encode(record.clone(), own.reference.digest.clone());
        let read = compiled.and_then(|bytes| decode(&bytes));
        let Ok(read) = read else { panic!("language {place} is not read back") };
        assert_eq!(read.reference, own.reference);
        assert!(place > 0 || read == *own);
        assert_eq!(check(&read).is_empty(), check(own).is_empty(), "language {place}");
    }
    let entry = opened.entry();
    assert_eq!(encode_entry(&entry).and_then(|bytes| decode_entry(&bytes)), Ok(entry));
}

/// The same JSON, spelt as serde spells it and after a byte order mark.
fn check_spelling(bytes: &[u8], opened: &Opened) {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(text) else { panic!("what is opened is JSON") };
    let spelt = format!("\u{feff}{value}");
    assert_eq!(open(spelt.as_bytes()).as_ref(), Ok(opened));
}

fn check_error(error: &ReadError, lines: u64) {
    assert!(!error.notices().is_empty());
    match error {
        ReadError::NotJson { line, column, .. } | ReadError::DuplicateKey { line, column, .. } => {
            assert!(*line >= 1 && *line as u64 <= lines, "line {line} of {lines}, column {column}");
        }
        ReadError::Issues(issues) => {
            assert!(!issues.is_empty());
            let told = |issue: &Issue| !issue.path.is_empty();
            assert!(issues.iter().all(told), "{issues:?}");
        }
        ReadError::Empty | ReadError::TooLarge { .. } | ReadError::OtherFormat | ReadError::NewerVersion { .. } => {}
    }
}
