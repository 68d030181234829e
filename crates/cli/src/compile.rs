//! `basketry compile`: consultations into what the app loads.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use basketry_formats::compiled::{self, Entry};
use basketry_formats::consultation::{LARGEST_FILE, open};

use crate::words::complain;

/// What to compile, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Consultation files (`*.basketry.json`).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The folder for the compiled files and their list; it has to exist.
    #[arg(long)]
    out: PathBuf,
}

/// Compiles every file, or says what is wrong with each and writes no list.
pub(crate) fn run(args: &Args) -> ExitCode {
    let mut entries = Vec::new();
    let mut failed = false;
    for file in &args.files {
        match compile(file, &args.out) {
            Ok(entry) => entries.push(entry),
            Err(Failure::Told) => failed = true,
            Err(Failure::Io(error)) => {
                eprintln!("{}: {error}", file.display());
                failed = true;
            }
        }
    }
    let list = compiled::encode_list(&entries).ok();
    let written = list.is_some_and(|list| fs::write(args.out.join("list.bin"), list).is_ok());
    if failed || !written { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

enum Failure {
    /// The person has been told.
    Told,
    Io(std::io::Error),
}

fn compile(file: &Path, out: &Path) -> Result<Entry, Failure> {
    let mut bytes = Vec::new();
    // One byte over the limit is enough to be refused.
    fs::File::open(file).and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes)).map_err(Failure::Io)?;
    let opened = open(&bytes).map_err(|error| {
        complain(file, &error.notices());
        Failure::Told
    })?;
    let entry = opened.entry();
    for record in opened.languages {
        let name = format!("{}.{}.bin", entry.id, record.language);
        let bytes =
            compiled::encode(record, entry.digest.clone()).map_err(|e| Failure::Io(std::io::Error::other(e)))?;
        fs::write(out.join(name), bytes).map_err(Failure::Io)?;
    }
    Ok(entry)
}
