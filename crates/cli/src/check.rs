//! `basketry check`: what is wrong with a file, in words.
//!
//! Exit codes: 0 when every file can be used as it is, 1 when something in one has to be put right, 2 for a wrong
//! command line.

use std::io::BufRead as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use basketry_formats::ballots::{FileError, LineError, write_reference};
use basketry_formats::{Kind, Notice};

use crate::files;
use crate::words::{complain, remark};

/// What to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Consultations (`.basketry.json`), ballot files (`.ballots.ndjson`) and Pabulib elections (`.pb`).
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// A file that can be read.
struct Checked {
    /// What it is, in a line.
    what: String,
    /// What is wrong with parts of it.
    wrong: Vec<Notice>,
    /// What is odd but does no harm.
    odd: Vec<Notice>,
}

/// Checks every file. What is wrong goes to stderr, what is there to stdout.
pub(crate) fn run(args: &Args) -> ExitCode {
    let mut sound = true;
    for file in &args.files {
        match check(file) {
            Ok(checked) => {
                complain(file, &checked.wrong);
                checked.odd.iter().for_each(|notice| remark(file, notice));
                println!("{}: {}", file.display(), checked.what);
                sound &= checked.wrong.is_empty();
            }
            Err(notices) => {
                complain(file, &notices);
                sound = false;
            }
        }
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check(file: &Path) -> Result<Checked, Vec<Notice>> {
    let mut source = files::source(file)?;
    let beginning = source.fill_buf().map_err(|error| vec![FileError::from(error).notice()])?;
    match Kind::of(beginning) {
        Kind::Consultation => {
            let opened = files::consultation(source)?;
            let (reference, items) = (&opened.consultation.reference, opened.consultation.items.len());
            let what = format!("consultation {}, {items} items", write_reference(reference));
            Ok(Checked { what, wrong: Vec::new(), odd: Vec::new() })
        }
        Kind::Ballots => {
            let read = files::ballots(source)?;
            let (reference, count) = (write_reference(&read.header.consultation), read.ballots.len());
            let wrong = read.miscount.into_iter().chain(read.bad.iter().map(LineError::notice)).collect();
            Ok(Checked { what: format!("{count} ballots for {reference}"), wrong, odd: Vec::new() })
        }
        Kind::Election => {
            let read = files::election(source)?;
            let what = format!("election, {} projects, {} votes", read.projects.len(), read.votes.len());
            let odd = read.notices.iter().map(Notice::from).collect();
            Ok(Checked { what, wrong: Vec::new(), odd })
        }
        Kind::Unknown if beginning.is_empty() => Err(vec![Notice::new("file-empty")]),
        Kind::Unknown => Err(vec![Notice::new("file-unknown-kind")]),
    }
}
