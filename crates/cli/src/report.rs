//! `basketry report`: the organiser's charts as a folder that a browser opens.
//!
//! The same input gives the same bytes. Exit codes: 0 when the folder was written, 1 when it was not, 2 for a wrong
//! command line, 3 when it was written and something needs to be looked at, as `basketry merge` says it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use basketry_domain::Date;
use basketry_exports::{ExportError, NamedFile, page};
use basketry_formats::Notice;
use basketry_results::Threshold;
use basketry_texts::PlainEnglish;

use crate::merge::{self, Told, not_written, told};
use crate::options::{day, section, threshold};
use crate::picture::Picture;

/// What to show, and where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The consultation the ballots answer (`.basketry.json`). Without it the file is a Pabulib election.
    #[arg(long)]
    consultation: Option<PathBuf>,
    /// Ballot files (`.ballots.ndjson`), or one Pabulib file (`.pb`).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The day of counting (`2001-07-31`), which every chart states.
    #[arg(long, visible_alias = "date", value_parser = day)]
    counted_on: Date,
    /// Only this section, by its id.
    #[arg(long, requires = "consultation")]
    section: Option<String>,
    /// Groups of fewer people are held back: 5 or 10. An election from elsewhere is published already.
    #[arg(long, value_parser = threshold, default_value = "10")]
    threshold: Threshold,
    /// The folder to write to: a new or an empty one.
    #[arg(long)]
    out: PathBuf,
}

/// Makes and writes the folder. What went wrong goes to stderr.
pub(crate) fn run(args: &Args) -> ExitCode {
    match report(args) {
        Ok(fine) => ExitCode::from(if fine { 0 } else { 3 }),
        Err(Told) => ExitCode::FAILURE,
    }
}

/// Whether nothing needs to be looked at.
fn report(args: &Args) -> Result<bool, Told> {
    vacant(&args.out)?;
    let day = args.counted_on.to_string();
    let failed = |error: &ExportError| told(&args.out, &[error.notice()]);
    let (picture, fine) = match (&args.consultation, &args.files[..]) {
        (Some(consultation), files) => {
            let together = merge::together(consultation, files, None)?;
            let section = section(&together.consultation, args.section.as_deref());
            let section = section.map_err(|notice| told(consultation, &[notice]))?;
            let picture = Picture::of_ballots(&together, section, args.threshold, &day);
            together.tell();
            (picture.map_err(|error| failed(&error))?, together.is_fine())
        }
        (None, [file]) => (Picture::of_election(file, &day)?, true),
        (None, [_, second, ..]) => return Err(told(second, &[Notice::new("report-one-election")])),
        (None, []) => return Err(Told),
    };
    let files = files(&picture).map_err(|error| failed(&error))?;
    write(&args.out, &files).map_err(|error| told(&args.out, &[not_written(&error)]))?;
    Ok(fine)
}

/// The page comes last: where it is, all it shows is there.
fn files(picture: &Picture) -> Result<Vec<NamedFile>, ExportError> {
    let mut files = picture.files();
    files.push(NamedFile::new("manifest.json", picture.manifest.json()?));
    files.push(NamedFile::new("index.html", page(&picture.report.charts, &picture.about(), &PlainEnglish)?));
    Ok(files)
}

/// Refuses a folder with something in it: a chart of an earlier report would stay, though it may be held back by now.
fn vacant(folder: &Path) -> Result<(), Told> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(told(folder, &[Notice::new("report-folder-full")])),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(told(folder, &[not_written(&error)])),
    }
}

fn write(folder: &Path, files: &[NamedFile]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    files.iter().try_for_each(|file| fs::write(folder.join(&file.name), &file.bytes))
}
