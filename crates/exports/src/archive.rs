//! Many files as one ZIP.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use basketry_charts::{Chart, csv};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::{ExportError, Manifest};

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name, with folders before it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl NamedFile {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// The names of files that are compressed already.
const PACKED: [&str; 1] = [".png"];

/// The files and `manifest.json` as a ZIP. All bear the same date, which says nothing: the manifest says when.
///
/// `progress` is told how many files are in it and how many there are.
pub fn archive(
    files: &[NamedFile],
    manifest: &Manifest,
    progress: &dyn Fn(usize, usize),
) -> Result<Vec<u8>, ExportError> {
    if files.is_empty() {
        return Err(ExportError::Empty);
    }
    let manifest = NamedFile::new("manifest.json", manifest.json()?);
    let mut names = BTreeSet::new();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let all = files.len() + 1;
    for (done, file) in files.iter().chain([&manifest]).enumerate() {
        if !names.insert(file.name.as_str()) {
            return Err(ExportError::TwoOfOneName(file.name.clone()));
        }
        let packed = PACKED.iter().any(|ending| file.name.ends_with(ending));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        zip.start_file(file.name.as_str(), options)?;
        zip.write_all(&file.bytes)?;
        progress(done + 1, all);
    }
    Ok(zip.finish()?.into_inner())
}

/// The table of each chart as a CSV file, numbered in the order of the report.
pub fn tables(charts: &[Chart]) -> Vec<NamedFile> {
    let table = |(place, chart): (usize, &Chart)| NamedFile::new(chart_file(place, chart, "csv"), csv(chart));
    charts.iter().enumerate().map(table).collect()
}

/// The name of a chart's file: its place in the report, counted from nought here and from one in the name, and its id.
pub fn chart_file(place: usize, chart: &Chart, ending: &str) -> String {
    format!("{:02}-{}.{ending}", place + 1, chart.data().id)
}
