//! The data package: the rows in two formats, the dictionary and the manifest in one archive.

use basketry_tally::View;
use basketry_texts::Locale;

use super::columns::columns;
use super::{csv, dictionary, parquet};
use crate::{ExportError, Manifest, NamedFile, archive};

/// Makes the archive. `progress` is told how much of the work is done and how much there is.
pub fn data_package(
    view: &View<'_>,
    manifest: &Manifest,
    locale: &dyn Locale,
    progress: &dyn Fn(usize, usize),
) -> Result<Vec<u8>, ExportError> {
    let rows = view.ballots();
    let columns = columns(view.consultation(), locale);
    // Rows of the one format and columns of the other take about as long; packing is the rest.
    let all = rows.len() * 3;
    let table = csv::file(&columns, rows, &|done| progress(done, all))?;
    let typed = parquet::file(&columns, rows, manifest, &|done| {
        progress(rows.len() + rows.len() * done / columns.len().max(1), all);
    })?;
    let dictionary =
        serde_json::to_string_pretty(&dictionary::package(&columns, view.consultation(), manifest, locale))?;
    let files = [
        NamedFile::new("datapackage.json", dictionary + "\n"),
        NamedFile::new("ballots.csv", table),
        NamedFile::new("ballots.parquet", typed),
    ];
    archive(&files, manifest, &|done, of| progress(rows.len() * 2 + rows.len() * done / of, all))
}
