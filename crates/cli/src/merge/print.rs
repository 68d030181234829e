//! What a merge came to, for programs and for people.

use std::collections::BTreeSet;
use std::fmt::Write;

use basketry_formats::ballots::{fault_notice, write_reference};
use serde::Serialize;

use super::Together;
use crate::words::say;

/// The figures and everything that needs to be looked at, by ballot id and by file.
#[derive(Serialize)]
struct Report {
    received: usize,
    counted: usize,
    duplicates: usize,
    conflicts: Vec<Conflict>,
    set_aside: Vec<SetAside>,
    miscounted_files: Vec<Miscounted>,
    bad_lines: Vec<Unread>,
    faults: Vec<Faulty>,
}

/// Ballots with one id and different content; one of them is counted.
#[derive(Serialize)]
struct Conflict {
    ballot: String,
    versions: usize,
    files: Vec<String>,
}

/// A ballot for another consultation or revision.
#[derive(Serialize)]
struct SetAside {
    ballot: String,
    consultation: Vec<String>,
    files: Vec<String>,
}

/// A file with more or fewer ballots than it says.
#[derive(Serialize)]
struct Miscounted {
    file: String,
    message: String,
}

/// A line that is no ballot.
#[derive(Serialize)]
struct Unread {
    file: String,
    line: u64,
    message: String,
}

/// A ballot that counts although something is wrong with it.
#[derive(Serialize)]
struct Faulty {
    ballot: String,
    messages: Vec<String>,
    files: Vec<String>,
}

impl Report {
    fn new(Together { consultation, merge, damage }: &Together) -> Self {
        let profile = &merge.profile;
        let files = |sources: &BTreeSet<String>| sources.iter().cloned().collect::<Vec<_>>();
        Self {
            received: merge.received,
            counted: profile.counted().len(),
            duplicates: merge.duplicates,
            conflicts: profile
                .conflicts()
                .map(|counted| Conflict {
                    ballot: counted.id().to_string(),
                    versions: counted.conflicts().len() + 1,
                    files: files(counted.sources()),
                })
                .collect(),
            set_aside: profile
                .set_aside()
                .map(|aside| SetAside {
                    ballot: aside.id().to_string(),
                    consultation: aside.ballots().iter().map(|ballot| write_reference(&ballot.consultation)).collect(),
                    files: files(aside.sources()),
                })
                .collect(),
            miscounted_files: damage
                .miscounts
                .iter()
                .map(|(file, notice)| Miscounted { file: file.display().to_string(), message: say(notice) })
                .collect(),
            bad_lines: damage
                .lines
                .iter()
                .map(|(file, error)| Unread {
                    file: file.display().to_string(),
                    line: error.line,
                    message: say(&error.notice()),
                })
                .collect(),
            faults: profile
                .faulty()
                .map(|counted| Faulty {
                    ballot: counted.id().to_string(),
                    messages: counted.faults(consultation).iter().map(|fault| say(&fault_notice(fault))).collect(),
                    files: files(counted.sources()),
                })
                .collect(),
        }
    }
}

/// A JSON object.
pub(super) fn json(together: &Together) -> String {
    // Words and numbers only: there is nothing in it that cannot be written.
    serde_json::to_string_pretty(&Report::new(together)).unwrap_or_default() + "\n"
}

/// The figures first, then a line for each thing to look at.
pub(super) fn text(together: &Together) -> String {
    let report = Report::new(together);
    let mut out = String::new();
    for (label, count) in [
        ("received", report.received),
        ("counted", report.counted),
        ("duplicates", report.duplicates),
        ("conflicts", report.conflicts.len()),
        ("set aside", report.set_aside.len()),
        ("miscounted files", report.miscounted_files.len()),
        ("bad lines", report.bad_lines.len()),
        ("ballots with faults", report.faults.len()),
    ] {
        let _ = writeln!(out, "{label}\t{count}");
    }
    for it in &report.conflicts {
        let files = it.files.join(", ");
        let _ = writeln!(
            out,
            "conflict\t{}\t{} different ballots with this id; one counts\t{files}",
            it.ballot, it.versions
        );
    }
    for it in &report.set_aside {
        let _ = writeln!(out, "set aside\t{}\tfor {}\t{}", it.ballot, it.consultation.join(", "), it.files.join(", "));
    }
    for it in &report.miscounted_files {
        let _ = writeln!(out, "miscounted file\t{}\t{}", it.file, it.message);
    }
    for it in &report.bad_lines {
        let _ = writeln!(out, "bad line\t{}\t{}", it.file, it.message);
    }
    for it in &report.faults {
        let _ = writeln!(out, "fault\t{}\t{}\t{}", it.ballot, it.messages.join(" "), it.files.join(", "));
    }
    out
}
