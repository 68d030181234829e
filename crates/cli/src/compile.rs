//! `basketry compile`: consultations into what the app loads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use basketry_formats::Notice;
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
    if !args.out.is_dir() {
        complain(&args.out, &[Notice::new("folder-missing")]);
        return ExitCode::FAILURE;
    }
    // All files, so that what is wrong with each is said.
    let compiled: Vec<_> = args.files.iter().map(|file| compile(file, &args.out)).collect();
    let written = compiled.into_iter().collect::<Result<Vec<Entry>, Told>>().and_then(|entries| {
        let list = args.out.join("list.bin");
        let bytes = compiled::encode_list(&entries).map_err(|_| tell(&list, &[Notice::new("file-unwritable")]))?;
        write(&list, &bytes)
    });
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The person has been told what is wrong.
struct Told;

fn tell(file: &Path, notices: &[Notice]) -> Told {
    complain(file, notices);
    Told
}

fn compile(file: &Path, out: &Path) -> Result<Entry, Told> {
    let opened = files::source(file).and_then(files::consultation).map_err(|notices| tell(file, &notices))?;
    let entry = opened.entry();
    for record in opened.languages {
        let name = format!("{}.{}.bin", entry.id, record.language);
        let bytes = compiled::encode(record, entry.digest.clone());
        let bytes = bytes.map_err(|_| tell(file, &[Notice::new("file-unwritable")]))?;
        write(&out.join(name), &bytes)?;
    }
    Ok(entry)
}

/// Writes a file; what keeps it from being written is said of it, not of what it is made from.
fn write(file: &Path, bytes: &[u8]) -> Result<(), Told> {
    fs::write(file, bytes)
        .map_err(|error| tell(file, &[Notice::new("file-not-written").text("message", error.to_string())]))
}
