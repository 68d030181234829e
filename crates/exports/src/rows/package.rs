//! The data package: the rows in two formats, the dictionary and the manifest in one archive.

use basketry_tally::View;
use basketry_texts::Locale;

use super::columns::columns;
use super::{csv, dictionary, parquet, rows};
use crate::{ExportError, Manifest, NamedFile, archive};

/// Makes the archive. `progress` is told how much of the work is done and how much there is.
pub fn data_package(
    view: &View<'_>,
    manifest: &Manifest,
    locale: &dyn Locale,
    progress: &dyn Fn(usize, usize),
) -> Result<Vec<u8>, ExportError> {
    let ballots = view.ballots().len();
    let columns = columns(view.consultation(), locale);
    // Rows of the one format and of the other take about as long; packing is the rest.
    let all = ballots * 3;
    let table = csv::file(&columns, rows(view), &|done| progress(done, all))?;
    let typed = parquet::file(&columns, rows(view), manifest, &|done| progress(ballots + done, all))?;
    let dictionary =
        serde_json::to_string_pretty(&dictionary::package(&columns, view.consultation(), manifest, locale))?;
    let files = [
        NamedFile::new("datapackage.json", dictionary + "\n"),
        NamedFile::new("ballots.csv", table),
        NamedFile::new("ballots.parquet", typed),
    ];
    archive(&files, manifest, &|done, of| progress(ballots * 2 + ballots * done / of, all))
}
