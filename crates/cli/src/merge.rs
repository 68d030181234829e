//! `basketry merge`: the ballots of many files together, each once.
//!
//! The result does not depend on the order of the files. Exit codes: 0 when all ballots were merged, 1 when nothing
//! was because a file cannot be read or written, 2 for a wrong command line, 3 when something was merged and something
//! needs to be looked at: bad lines, a file with more or fewer ballots than it says, or one id with two contents.

mod print;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use basketry_domain::Consultation;
use basketry_formats::Notice;
use basketry_formats::ballots::{LineError, header, line};
use basketry_tally::{Handover, Merge, merge};
use clap::ValueEnum;

use crate::files;
use crate::words::complain;

/// What to merge, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The consultation the ballots answer (`.basketry.json`).
    #[arg(long)]
    consultation: PathBuf,
    /// Ballot files (`.ballots.ndjson`).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write the merged ballots; the files themselves are left as they are.
    #[arg(long)]
    out: Option<PathBuf>,
    /// How to print what the merge came to.
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A JSON object.
    Json,
    /// Lines for people.
    Text,
}

/// What is wrong with the files that were merged.
#[derive(Default)]
struct Damage {
    /// Files with more or fewer ballots than they say, with what to tell.
    miscounts: Vec<(PathBuf, Notice)>,
    /// Lines that are no ballots.
    lines: Vec<(PathBuf, LineError)>,
}

/// Merges, writes and prints. What went wrong goes to stderr.
pub(crate) fn run(args: &Args) -> ExitCode {
    match merged(args) {
        Ok((consultation, merge, damage)) => {
            let printed = match args.format {
                Format::Json => print::json(&consultation, &merge, &damage),
                Format::Text => print::text(&consultation, &merge, &damage),
            };
            if io::stdout().lock().write_all(printed.as_bytes()).is_err() {
                return ExitCode::FAILURE;
            }
            let whole = damage.lines.is_empty() && damage.miscounts.is_empty();
            let fine = whole && merge.profile.conflicts().next().is_none();
            ExitCode::from(if fine { 0 } else { 3 })
        }
        Err(Told) => ExitCode::FAILURE,
    }
}

/// It cannot be done, and the person has been told why.
struct Told;

fn merged(args: &Args) -> Result<(Consultation, Merge, Damage), Told> {
    let told = |path: &Path, notices: Vec<Notice>| {
        complain(path, &notices);
        Told
    };
    let opened = files::source(&args.consultation).and_then(files::consultation);
    let consultation = opened.map_err(|notices| told(&args.consultation, notices))?.consultation;
    if let Some(out) = args.out.as_deref().filter(|out| args.files.iter().any(|file| same(file, out))) {
        return Err(told(out, vec![Notice::new("file-is-input")]));
    }
    let mut damage = Damage::default();
    let mut handovers = Vec::new();
    let mut complete = Ok(());
    for path in &args.files {
        // A merge that leaves a file out would look like one that has them all; every such file is named first.
        match files::source(path).and_then(files::ballots) {
            Ok(read) => {
                handovers.push(Handover::new(path.display().to_string(), read.ballots));
                damage.miscounts.extend(read.miscount.map(|notice| (path.clone(), notice)));
                damage.lines.extend(read.bad.into_iter().map(|error| (path.clone(), error)));
            }
            Err(notices) => complete = Err(told(path, notices)),
        }
    }
    complete?;
    damage.miscounts.sort_by(|a, b| a.0.cmp(&b.0));
    damage.lines.sort_by(|a, b| (&a.0, a.1.line).cmp(&(&b.0, b.1.line)));
    let merge = merge(&consultation, &handovers);
    if let Some(out) = &args.out {
        let written = write(out, &consultation, &merge);
        written.map_err(|error| told(out, vec![Notice::new("file-not-written").text("message", error.to_string())]))?;
    }
    Ok((consultation, merge, damage))
}

/// Whether two paths lead to one file that is there.
fn same(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// Writes the counted ballots by id. The file is there whole or not at all.
fn write(out: &Path, consultation: &Consultation, merge: &Merge) -> io::Result<()> {
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    let mut file = BufWriter::new(File::create(&part)?);
    writeln!(file, "{}", header(&consultation.reference, &consultation.title, merge.profile.counted().len())?)?;
    for counted in merge.profile.counted() {
        writeln!(file, "{}", line(counted.ballot())?)?;
    }
    file.flush()?;
    fs::rename(&part, out)
}
