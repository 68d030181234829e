//! `basketry export`: the files an organiser takes away.
//!
//! The same input gives the same bytes: the day of counting is an option, and the order of the files decides nothing.
//! Exit codes: 0 when the file was written, 1 when it was not, 2 for a wrong command line, 3 when it was written and
//! something needs to be looked at, as `basketry merge` says it.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use basketry_domain::{Date, SectionId};
use basketry_exports::{ExportError, Manifest, archive, data_package, election_file, raw_ballots, workbook};
use basketry_formats::Notice;
use basketry_results::Threshold;
use basketry_texts::PlainEnglish;
use clap::ValueEnum;

use crate::files::write_whole;
use crate::merge::{self, Together, Told, not_written, told};
use crate::options::{day, section, threshold};
use crate::picture::Picture;

/// What to make, and of what.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The kind of file.
    kind: Kind,
    /// The consultation the ballots answer (`.basketry.json`).
    #[arg(long)]
    consultation: PathBuf,
    /// Ballot files (`.ballots.ndjson`).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The day of counting (`2001-07-31`), which the file states.
    #[arg(long, visible_alias = "date", value_parser = day)]
    counted_on: Date,
    /// Only this section, by its id. For workbook and charts.
    #[arg(long)]
    section: Option<String>,
    /// Groups of fewer people are held back: 5 or 10. For workbook and charts.
    #[arg(long, value_parser = threshold, default_value = "10")]
    threshold: Threshold,
    /// Where to write the file; the others are left as they are.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Every table as a sheet of an Excel workbook (`.xlsx`), with native charts.
    Workbook,
    /// Every chart as SVG and its table as CSV, in a ZIP.
    Charts,
    /// A row for each ballot as CSV and Parquet, with a dictionary, in a ZIP. Keep it safe: people can be picked out.
    Data,
    /// The baskets as an election other programs can count (Pabulib's `.pb`). Keep it safe: each basket is in it.
    Election,
    /// The merged ballots (`.ballots.ndjson`). Keep it safe: people's own words are in it.
    Ballots,
}

/// Makes and writes the file. What went wrong goes to stderr.
pub(crate) fn run(args: &Args) -> ExitCode {
    let read = merge::together(&args.consultation, &args.files, Some(&args.out));
    match read.and_then(|together| write(args, &together).map(|()| together)) {
        Ok(together) => {
            together.tell();
            ExitCode::from(if together.is_fine() { 0 } else { 3 })
        }
        Err(Told) => ExitCode::FAILURE,
    }
}

fn write(args: &Args, together: &Together) -> Result<(), Told> {
    if args.section.is_some() && !matches!(args.kind, Kind::Workbook | Kind::Charts) {
        return Err(told(&args.out, &[Notice::new("export-all-ballots")]));
    }
    let section = section(&together.consultation, args.section.as_deref());
    let section = section.map_err(|notice| told(&args.consultation, &[notice]))?;
    let made = make(args, together, section).map_err(|error| told(&args.out, &[error.notice()]))?;
    write_whole(&args.out, |file| file.write_all(&made)).map_err(|error| told(&args.out, &[not_written(&error)]))
}

fn make(args: &Args, together: &Together, section: Option<&SectionId>) -> Result<Vec<u8>, ExportError> {
    let day = args.counted_on.to_string();
    let view = together.merge.profile.view(&together.consultation);
    let raw = || Manifest::of_ballots(&view, &day);
    let picture = || Picture::of_ballots(together, section, args.threshold, &day);
    let silent = |_, _| {};
    match args.kind {
        Kind::Data => data_package(&view, &raw()?, &PlainEnglish, &silent),
        Kind::Election => Ok(election_file(&view, &raw()?, &PlainEnglish)?.text.into_bytes()),
        Kind::Ballots => Ok(raw_ballots(&view, &raw()?, &silent)?.into_bytes()),
        Kind::Charts => picture().and_then(|picture| archive(&picture.files(), &picture.manifest, &silent)),
        Kind::Workbook => {
            picture().and_then(|picture| workbook(&picture.report.charts, &picture.about(), &PlainEnglish, &silent))
        }
    }
}
