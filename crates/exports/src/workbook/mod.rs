//! The workbook: a sheet for each table, with a native chart where the picture has one, and what to know first.

mod manifest;
mod names;
mod picture;
mod readme;
mod sheet;
mod styles;

use basketry_charts::Chart;
use basketry_domain::Date;
use basketry_results::Absent;
use basketry_texts::{Locale, msg};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use self::names::SheetNames;
pub(crate) use self::readme::held_back;
use self::styles::Styles;
use crate::{ExportError, Manifest};

/// What is said beside the charts of a report.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// What it was made of.
    pub manifest: &'a Manifest,
    /// What was asked; empty for an election from elsewhere.
    pub question: &'a str,
    /// Who took part and what came in, in sentences.
    pub overview: &'a [String],
    /// The charts that are not there, and why.
    pub absent: &'a [Absent],
    /// The ISO 4217 code of the currency; empty when it is not known.
    pub currency: &'a str,
    /// How many digits of an amount stand after the point.
    pub minor_digits: u32,
}

/// Makes the workbook (`.xlsx`) of a report's charts. `progress` is told how many sheets are in it and how many there
/// are.
pub fn workbook(
    charts: &[Chart],
    about: &About<'_>,
    locale: &dyn Locale,
    progress: &dyn Fn(usize, usize),
) -> Result<Vec<u8>, ExportError> {
    let styles = Styles::new(about, locale);
    let mut names = SheetNames::default();
    let readme_name = names.take(&msg::EXPORT_README.say(locale, &[]));
    let sheets: Vec<String> =
        (1..).zip(charts).map(|(number, chart)| names.take(&format!("{number} {}", chart.data().subject))).collect();
    let manifest_name = names.take(&msg::EXPORT_MANIFEST.say(locale, &[]));
    let mut book = Workbook::new();
    book.set_properties(&properties(about)?);
    let all = charts.len() + 2;
    readme::write(book.add_worksheet().set_name(&readme_name)?, charts, &sheets, about, &styles, locale)?;
    progress(1, all);
    for (done, (chart, name)) in charts.iter().zip(&sheets).enumerate() {
        sheet::write(book.add_worksheet().set_name(name)?, name, chart, &styles, locale)?;
        progress(done + 2, all);
    }
    manifest::write(book.add_worksheet().set_name(&manifest_name)?, about.manifest, &styles)?;
    let bytes = book.save_to_buffer()?;
    progress(all, all);
    Ok(bytes)
}

/// The day of counting stands in for the time of writing, so that the same input gives the same bytes.
fn properties(about: &About<'_>) -> Result<DocProperties, ExportError> {
    let manifest = about.manifest;
    let day = manifest.counted_on.parse::<Date>().ok().map(|day| day.to_string());
    let number = |range: std::ops::Range<usize>| day.as_deref().and_then(|day| day.get(range)?.parse::<u16>().ok());
    let small = |range| number(range).and_then(|number| u8::try_from(number).ok());
    // Excel knows no day before 1900.
    let (year, month, day) = (number(0..4).unwrap_or(1900).max(1900), small(5..7), small(8..10));
    let created = ExcelDateTime::from_ymd(year, month.unwrap_or(1), day.unwrap_or(1))?;
    Ok(DocProperties::new()
        .set_title(manifest.title.as_str())
        .set_subject(about.question)
        .set_author(manifest.program.as_str())
        .set_comment(manifest.line()?)
        .set_creation_datetime(&created))
}
