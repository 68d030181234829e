//! Many files as one.

use basketry_charts::csv;
use basketry_example::consultation;
use basketry_exports::{ExportError, NamedFile, archive, tables};

use crate::{ballots, manifest_of, merged, part, report_of, unpacked};

#[test]
fn an_archive_holds_every_table_and_the_manifest() {
    let consultation = consultation();
    let merged = merged(&consultation, ballots());
    let report = report_of(&consultation, &merged);
    let manifest = manifest_of(&consultation, &merged, &report.charts);
    let picture = NamedFile::new("01-points.png", [0x89, b'P', b'N', b'G', 0]);
    let files = [tables(&report.charts), vec![picture.clone()]].concat();
    let zip = archive(&files, &manifest, &|_, _| {}).unwrap();
    let parts = unpacked(&zip);
    assert_eq!(parts.len(), report.charts.len() + 2);
    assert_eq!(part(&zip, "01-points.csv"), csv(&report.charts[0]));
    assert!(parts.contains(&(picture.name, picture.bytes)));
    assert_eq!(part(&zip, "manifest.json"), manifest.json().unwrap());
    assert!(zip == archive(&files, &manifest, &|_, _| {}).unwrap(), "the same files make another archive");
}

#[test]
fn what_cannot_be_packed_is_refused() {
    let consultation = consultation();
    let manifest = manifest_of(&consultation, &merged(&consultation, ballots()), &[]);
    assert!(matches!(archive(&[], &manifest, &|_, _| {}), Err(ExportError::Empty)));
    let twice = [NamedFile::new("a.csv", "1"), NamedFile::new("a.csv", "2")];
    assert!(matches!(archive(&twice, &manifest, &|_, _| {}), Err(ExportError::TwoOfOneName(name)) if name == "a.csv"));
    let hides = [NamedFile::new("manifest.json", "{}")];
    assert!(matches!(archive(&hides, &manifest, &|_, _| {}), Err(ExportError::TwoOfOneName(_))));
}
