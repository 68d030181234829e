//! Reads the ballots and makes a file of them.

use std::cell::Cell;
use std::io::Read;

use basketry_ballots::Ballots;
use basketry_charts::Chart;
use basketry_domain::{Consultation, Currency};
use basketry_exports::{
    About, ExportError, Manifest, NamedFile, archive, data_package, election_file, raw_ballots, tables, workbook,
};
use basketry_formats::ballots::{self, FileError, write_reference};
use basketry_formats::{Notice, compiled};
use basketry_pabulib as pabulib;
use basketry_tally::{Handover, merge};
use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};

use super::message::{Answer, Kind, Made, Order, Sources, Upload};
use crate::common::words::Words;
use crate::worker::blob::BlobReader;

/// Reading is so much of the work.
const READING: f64 = 0.6;

/// Tells how far the work has come, from 0 to 1, whenever that is more than was told last.
struct Progress<'a> {
    tell: &'a dyn Fn(Answer),
    told: Cell<f64>,
}

/// The file that is asked for.
pub(super) fn make(order: &Order, tell: &dyn Fn(Answer)) -> Answer {
    let progress = Progress { tell, told: Cell::new(0.0) };
    match content(order, &progress).and_then(|bytes| blob(order.kind, &bytes).map_err(|notice| vec![notice])) {
        Ok(blob) => Answer::Made(Made { blob }),
        Err(notices) => Answer::Failed(notices),
    }
}

impl Progress<'_> {
    fn at(&self, share: f64) {
        if share - self.told.get() >= 0.01 {
            self.told.set(share);
            (self.tell)(Answer::Progress(share));
        }
    }

    /// The progress of what comes after reading.
    fn making(&self) -> impl Fn(usize, usize) {
        |done, of| {
            let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
            self.at(READING + (1.0 - READING) * count(done) / count(of.max(1)));
        }
    }
}

fn content(order: &Order, progress: &Progress<'_>) -> Result<Vec<u8>, Vec<Notice>> {
    let words = Words::new(&order.language);
    match &order.sources {
        Sources::Ballots { reference, consultations, files } => {
            let consultation = consultations
                .iter()
                .filter_map(|bytes| compiled::decode(bytes).ok())
                .find(|consultation| write_reference(&consultation.reference) == *reference);
            let consultation = consultation.ok_or_else(|| vec![Notice::new("results-no-consultation")])?;
            of_ballots(order, &consultation, &read(files, progress)?, &words, progress)
        }
        Sources::Election(file) => of_election(order, file, &words, progress),
    }
}

/// Reads ballot files that the page has opened before: lines that are no ballots were told then.
fn read(files: &[Upload], progress: &Progress<'_>) -> Result<Vec<Handover>, Vec<Notice>> {
    let all: f64 = files.iter().map(|file| file.blob.size()).sum();
    let mut before = 0.0;
    let mut handovers = Vec::new();
    for Upload { name, blob } in files {
        let told = |read: f64, _: f64| progress.at(READING * (before + read) / all.max(1.0));
        let failed = |error: FileError| vec![error.notice()];
        let reader = BlobReader::new(blob, &told).map_err(FileError::from).map_err(failed)?;
        let (_, mut lines) = ballots::read(reader).map_err(failed)?;
        let mut ballots = Ballots::default();
        while lines.next_into(&mut ballots).map_err(FileError::from).map_err(failed)?.is_some() {}
        handovers.push(Handover::new(name.as_str(), ballots));
        before += blob.size();
    }
    Ok(handovers)
}

fn of_ballots(
    order: &Order,
    consultation: &Consultation,
    handovers: &[Handover],
    words: &Words,
    progress: &Progress<'_>,
) -> Result<Vec<u8>, Vec<Notice>> {
    let merged = merge(consultation, handovers);
    let view = merged.profile.view(consultation);
    let failed = |error: ExportError| vec![error.notice()];
    let manifest = Manifest::of_ballots(&view, &order.today).map_err(failed)?;
    let making = progress.making();
    let made = match order.kind {
        Kind::Data => data_package(&view, &manifest, words, &making),
        Kind::Ballots => raw_ballots(&view, &manifest, &making).map(String::into_bytes),
        Kind::Election => election_file(&view, &manifest, words).map(|file| file.text.into_bytes()),
        Kind::Workbook | Kind::Charts => {
            let currency = &consultation.budget.currency;
            let money = (currency.code(), currency.minor_digits());
            return of_charts(order, manifest, &consultation.question, money, words, progress);
        }
    };
    made.map_err(failed)
}

fn of_election(order: &Order, file: &Upload, words: &Words, progress: &Progress<'_>) -> Result<Vec<u8>, Vec<Notice>> {
    let told = |read: f64, of: f64| progress.at(READING * read / of.max(1.0));
    let failed = |error: std::io::Error| vec![FileError::from(error).notice()];
    let mut bytes = Vec::new();
    BlobReader::new(&file.blob, &told).and_then(|mut reader| reader.read_to_end(&mut bytes)).map_err(failed)?;
    let election = pabulib::read(&bytes[..]).map_err(|error| vec![Notice::from(&error)])?;
    let currency = election.meta.get("currency").filter(|code| code.parse::<Currency>().is_ok());
    let money = (currency.map(String::as_str).unwrap_or_default(), u32::from(election.scale.digits()));
    let manifest = Manifest::of_election(&order.shown.title, order.shown.ballots, &bytes, &order.today);
    of_charts(order, manifest, "", money, words, progress)
}

/// The charts of the page, so that no figure can differ from it.
fn of_charts(
    order: &Order,
    manifest: Manifest,
    question: &str,
    (currency, minor_digits): (&str, u32),
    words: &Words,
    progress: &Progress<'_>,
) -> Result<Vec<u8>, Vec<Notice>> {
    let shown = &order.shown;
    let charts: Vec<Chart> = shown.charts.iter().filter_map(|data| Chart::new(data.clone()).ok()).collect();
    let manifest = manifest.of_report(shown.section.as_deref(), shown.threshold, &charts);
    let making = progress.making();
    let made = if order.kind == Kind::Charts {
        let files = pictures(&shown.pictures).map_err(|error| vec![FileError::from(error).notice()])?;
        archive(&[tables(&charts), files].concat(), &manifest, &making)
    } else {
        let about = About {
            manifest: &manifest,
            question,
            overview: &shown.overview,
            absent: &shown.absent,
            currency,
            minor_digits,
        };
        workbook(&charts, &about, words, &making)
    };
    made.map_err(|error| vec![error.notice()])
}

fn pictures(pictures: &[Upload]) -> std::io::Result<Vec<NamedFile>> {
    let read = |Upload { name, blob }: &Upload| {
        let mut bytes = Vec::new();
        BlobReader::new(blob, &|_, _| {})?.read_to_end(&mut bytes)?;
        Ok(NamedFile::new(name.as_str(), bytes))
    };
    pictures.iter().map(read).collect()
}

fn blob(kind: Kind, bytes: &[u8]) -> Result<Blob, Notice> {
    let options = BlobPropertyBag::new();
    options.set_type(match kind {
        Kind::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Kind::Charts | Kind::Data => "application/zip",
        Kind::Election => "text/plain;charset=utf-8",
        Kind::Ballots => "application/x-ndjson",
    });
    let parts = Array::of1(&Uint8Array::from(bytes));
    // It is refused only for want of memory.
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .map_err(|_| Notice::new("export-failed").text("message", "RangeError"))
}
