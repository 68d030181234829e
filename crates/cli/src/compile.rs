//! `basketry compile`: consultations into what the app loads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use basketry_formats::compiled::{self, Entry};

use crate::files;
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
    let opened = files::source(file).and_then(files::consultation).map_err(|notices| {
        complain(file, &notices);
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
