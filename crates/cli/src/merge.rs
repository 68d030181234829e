//! `basketry merge`: the ballots of many files together, each once.
//!
//! The result does not depend on the order of the files. Exit codes: 0 when all ballots were merged, 1 when nothing
//! was because a file cannot be read or written, 2 for a wrong command line, 3 when something was merged and something
//! needs to be looked at: bad lines, a file with more or fewer ballots than it says, or one id with two contents.

mod print;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use basketry_domain::Consultation;
use basketry_formats::Notice;
use basketry_formats::ballots::{LineError, header, line};
use basketry_tally::{Handover, Merge, merge};
use clap::ValueEnum;

use crate::files;
use crate::words::{complain, remark, say};

/// What to merge, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The consultation the ballots answer (`.basketry.json`).
    #[arg(long)]
    consultation: PathBuf,
    /// Ballot files (`.ballots.ndjson`).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write the merged ballots; the files themselves are left as they are. They are raw: not for publishing.
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
pub(crate) struct Damage {
    /// Files with more or fewer ballots than they say, with what to tell.
    pub(crate) miscounts: Vec<(PathBuf, Notice)>,
    /// Lines that are no ballots.
    pub(crate) lines: Vec<(PathBuf, LineError)>,
}

/// The ballots of files, each once.
pub(crate) struct Together {
    pub(crate) consultation: Consultation,
    pub(crate) merge: Merge,
    pub(crate) damage: Damage,
}

impl Together {
    /// Whether nothing needs to be looked at.
    pub(crate) fn is_fine(&self) -> bool {
        let whole = self.damage.lines.is_empty() && self.damage.miscounts.is_empty();
        whole && self.merge.profile.conflicts().next().is_none()
    }

    /// Says on standard error what needs to be looked at.
    pub(crate) fn tell(&self) {
        for (path, notice) in &self.damage.miscounts {
            remark(path, notice);
        }
        for (path, error) in &self.damage.lines {
            complain(path, &[error.notice()]);
        }
        let conflicts = self.merge.profile.conflicts().count();
        if conflicts > 0 {
            eprintln!("{}", say(&Notice::new("results-overview-conflicts").number("n", conflicts)));
        }
    }
}

/// Merges, writes and prints. What went wrong goes to stderr.
pub(crate) fn run(args: &Args) -> ExitCode {
    match merged(args) {
        Ok(together) => {
            let printed = match args.format {
                Format::Json => print::json(&together),
                Format::Text => print::text(&together),
            };
            if io::stdout().lock().write_all(printed.as_bytes()).is_err() {
                return ExitCode::FAILURE;
            }
            ExitCode::from(if together.is_fine() { 0 } else { 3 })
        }
        Err(Told) => ExitCode::FAILURE,
    }
}

/// It cannot be done, and the person has been told why.
pub(crate) struct Told;

/// Tells the person what is wrong with a file.
pub(crate) fn told(path: &Path, notices: &[Notice]) -> Told {
    complain(path, notices);
    Told
}

fn merged(args: &Args) -> Result<Together, Told> {
    let together = together(&args.consultation, &args.files, args.out.as_deref())?;
    if let Some(out) = &args.out {
        write(out, &together).map_err(|error| told(out, &[not_written(&error)]))?;
        remark(out, &Notice::new("ballots-raw"));
    }
    Ok(together)
}

/// Reads and merges files. `out`, which is to be written, is none of them.
pub(crate) fn together(consultation: &Path, paths: &[PathBuf], out: Option<&Path>) -> Result<Together, Told> {
    let opened = files::source(consultation).and_then(files::consultation);
    let opened = opened.map_err(|notices| told(consultation, &notices))?;
    let inputs = || paths.iter().map(PathBuf::as_path).chain([consultation]);
    if let Some(out) = out.filter(|out| inputs().any(|file| same(file, out))) {
        return Err(told(out, &[Notice::new("file-is-input")]));
    }
    let mut damage = Damage::default();
    let mut handovers = Vec::new();
    let mut complete = Ok(());
    for path in paths {
        // A merge that leaves a file out would look like one that has them all; every such file is named first.
        match files::source(path).and_then(files::ballots) {
            Ok(read) => {
                handovers.push(Handover::new(path.display().to_string(), read.ballots));
                damage.miscounts.extend(read.miscount.map(|notice| (path.clone(), notice)));
                damage.lines.extend(read.bad.into_iter().map(|error| (path.clone(), error)));
            }
            Err(notices) => complete = Err(told(path, &notices)),
        }
    }
    complete?;
    damage.miscounts.sort_by(|a, b| a.0.cmp(&b.0));
    damage.lines.sort_by(|a, b| (&a.0, a.1.line).cmp(&(&b.0, b.1.line)));
    let merge = merge(&opened.consultation, &handovers);
    Ok(Together { consultation: opened.consultation, merge, damage })
}

/// That a file or a folder cannot be written.
pub(crate) fn not_written(error: &io::Error) -> Notice {
    Notice::new("file-not-written").text("message", error.to_string())
}

/// Whether two paths lead to one file that is there.
fn same(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// Writes the counted ballots by id.
fn write(out: &Path, together: &Together) -> io::Result<()> {
    let (consultation, profile) = (&together.consultation, &together.merge.profile);
    files::write_whole(out, |file| {
        writeln!(file, "{}", header(&consultation.reference, &consultation.title, profile.counted().len())?)?;
        profile.counted().try_for_each(|counted| writeln!(file, "{}", line(counted.ballot())?))
    })
}
