//! `basketry export`: the files an organiser takes away.
//!
//! The same input gives the same bytes: the day of counting is an option, and the order of the files decides nothing.
//! Exit codes: 0 when the file was written, 1 when it was not, 2 for a wrong command line, 3 when it was written and
//! something needs to be looked at, as `basketry merge` says it.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use basketry_charts::{Approximate, Chart, Theme, View as Look, svg};
use basketry_domain::{Date, SectionId};
use basketry_exports::{
    About, ExportError, Manifest, NamedFile, archive, data_package, election_file, raw_ballots, tables, workbook,
};
use basketry_formats::Notice;
use basketry_results::{Asked, Threshold, report};
use basketry_texts::PlainEnglish;
use clap::ValueEnum;

use crate::files::write_whole;
use crate::merge::{self, Together, Told, not_written, told};
use crate::options::{day, threshold};
use crate::words::{complain, remark};

/// The width of a chart, in CSS pixels.
const WIDTH: u32 = 960;

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
    #[arg(long, value_parser = day)]
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
            tell(&together);
            ExitCode::from(if together.is_fine() { 0 } else { 3 })
        }
        Err(Told) => ExitCode::FAILURE,
    }
}

fn write(args: &Args, together: &Together) -> Result<(), Told> {
    let section = match &args.section {
        None => None,
        Some(_) if !matches!(args.kind, Kind::Workbook | Kind::Charts) => {
            return Err(told(&args.out, &[Notice::new("export-all-ballots")]));
        }
        Some(wanted) => {
            let sections = &together.consultation.sections;
            let known = sections.iter().map(|section| &section.id).find(|id| id.as_str() == wanted);
            Some(known.ok_or_else(|| {
                told(&args.consultation, &[Notice::new("export-no-section").text("section", wanted.as_str())])
            })?)
        }
    };
    let made = make(args, together, section).map_err(|error| told(&args.out, &[error.notice()]))?;
    write_whole(&args.out, |file| file.write_all(&made)).map_err(|error| told(&args.out, &[not_written(&error)]))
}

fn make(args: &Args, together: &Together, section: Option<&SectionId>) -> Result<Vec<u8>, ExportError> {
    let day = args.counted_on.to_string();
    let view = together.merge.profile.view(&together.consultation);
    let manifest = Manifest::of_ballots(&view, &day)?;
    let silent = |_, _| {};
    match args.kind {
        Kind::Data => data_package(&view, &manifest, &PlainEnglish, &silent),
        Kind::Election => Ok(election_file(&view, &manifest, &PlainEnglish)?.text.into_bytes()),
        Kind::Ballots => Ok(raw_ballots(&view, &manifest, &silent)?.into_bytes()),
        Kind::Workbook | Kind::Charts => {
            let asked = Asked { section, threshold: args.threshold, today: &day };
            let report = report(&together.consultation, &together.merge, asked, &PlainEnglish);
            let least = Some(args.threshold.count());
            let manifest = manifest.of_report(section.map(SectionId::as_str), least, &report.charts);
            if args.kind == Kind::Charts {
                let files = [tables(&report.charts), pictures(&report.charts)].concat();
                return archive(&files, &manifest, &silent);
            }
            let budget = &together.consultation.budget;
            let about = About {
                manifest: &manifest,
                question: &together.consultation.question,
                overview: &report.overview.lines,
                absent: &report.absent,
                currency: budget.currency.code(),
                minor_digits: budget.currency.minor_digits(),
            };
            workbook(&report.charts, &about, &PlainEnglish, &silent)
        }
    }
}

fn pictures(charts: &[Chart]) -> Vec<NamedFile> {
    let picture = |(place, chart): (usize, &Chart)| {
        let drawn = svg(chart, &Look::full(WIDTH), &Theme::print(), &Approximate);
        NamedFile::new(format!("{:02}-{}.svg", place + 1, chart.data().id), drawn)
    };
    charts.iter().enumerate().map(picture).collect()
}

/// What needs to be looked at.
fn tell(together: &Together) {
    for (path, notice) in &together.damage.miscounts {
        remark(path, notice);
    }
    for (path, error) in &together.damage.lines {
        complain(path, &[error.notice()]);
    }
    let conflicts = together.merge.profile.conflicts().count();
    if conflicts > 0 {
        eprintln!("{}", crate::words::say(&Notice::new("results-overview-conflicts").number("n", conflicts)));
    }
}
