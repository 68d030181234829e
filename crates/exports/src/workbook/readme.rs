//! The first sheet: what was asked, who answered, what the sheets are and what is not in them.

use basketry_charts::Chart;
use basketry_texts::{Locale, Message, Value, msg};
use rust_xlsxwriter::{Format, Url, Worksheet};

use super::About;
use super::sheet::{A4, height, text};
use super::styles::Styles;
use crate::{ExportError, Manifest};

/// Widths of the columns, in letters.
const WIDTHS: [u16; 5] = [34, 60, 44, 60, 44];

pub(super) fn write(
    sheet: &mut Worksheet,
    charts: &[Chart],
    names: &[String],
    about: &About<'_>,
    styles: &Styles,
    locale: &dyn Locale,
) -> Result<(), ExportError> {
    let mut page = Page { sheet, row: 0, styles };
    for (at, width) in (0..).zip(WIDTHS) {
        page.sheet.set_column_width(at, width)?;
    }
    let say = |message: &Message| message.say(locale, &[]);
    let manifest = about.manifest;
    page.cell(0, &manifest.title, &styles.title)?;
    page.row += 1;
    page.cell(0, &say(&msg::EXPORT_RECOMMENDATIONS), &Format::new())?;
    page.row += 2;
    if !about.question.is_empty() {
        page.pair(&say(&msg::EXPORT_QUESTION), about.question)?;
    }
    if let Some(section) = &manifest.section {
        page.pair(&say(&msg::EXPORT_SECTION), section)?;
    }
    page.pair(&say(&msg::EXPORT_COUNTED_ON), &locale.date(&manifest.counted_on))?;
    for (place, line) in about.overview.iter().enumerate() {
        page.pair(&if place == 0 { say(&msg::EXPORT_WHO) } else { String::new() }, line)?;
    }
    let illustrative = charts.iter().find_map(|chart| chart.data().illustrative.as_ref());
    if let Some(mark) = illustrative {
        page.pair(&say(&msg::EXPORT_NOTES), mark)?;
    }
    page.row += 1;
    page.sheets(charts, names, locale)?;
    page.held(about, locale)?;
    page.pair(&say(&msg::EXPORT_NUMBERS), &say(&msg::EXPORT_NUMBERS_TEXT))?;
    page.pair(&say(&msg::EXPORT_PROGRAM), &manifest.program)?;
    page.pair(&say(&msg::EXPORT_DIGEST), &manifest.ballots.digest)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// What is held back, in words.
pub(crate) fn held_back(manifest: &Manifest, locale: &dyn Locale) -> String {
    match manifest.threshold {
        Some(threshold) => msg::EXPORT_HELD_THRESHOLD.say(locale, &[("threshold", Value::from(threshold))]),
        None => msg::EXPORT_HELD_ELSEWHERE.say(locale, &[]),
    }
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    styles: &'a Styles,
}

impl Page<'_> {
    fn cell(&mut self, at: u16, words: &str, format: &Format) -> Result<(), ExportError> {
        text(self.sheet, (self.row, at), words, format)
    }

    fn pair(&mut self, name: &str, words: &str) -> Result<(), ExportError> {
        let styles = self.styles;
        self.cell(0, name, &styles.strong)?;
        self.cell(1, words, &styles.wrapped)?;
        self.sheet.set_row_height(self.row, height(words, WIDTHS[1].into()))?;
        self.row += 1;
        Ok(())
    }

    /// Each sheet with a link, what it shows, its base, its rule and its dates.
    fn sheets(&mut self, charts: &[Chart], names: &[String], locale: &dyn Locale) -> Result<(), ExportError> {
        let styles = self.styles;
        let headings =
            [&msg::EXPORT_SHEET, &msg::EXPORT_SHOWS, &msg::EXPORT_BASE, &msg::EXPORT_RULE, &msg::EXPORT_DATES];
        for (at, heading) in (0..).zip(headings) {
            self.cell(at, &heading.say(locale, &[]), &styles.header)?;
        }
        self.row += 1;
        for (chart, name) in charts.iter().zip(names) {
            let data = chart.data();
            let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(name.as_str());
            self.sheet.write_url_with_format(self.row, 0, link, &styles.link)?;
            let told = [&data.finding, &data.base, &data.rule, &data.date];
            let mut tallest = height(name, WIDTHS[0].into());
            for ((at, words), width) in (1..).zip(told).zip(&WIDTHS[1..]) {
                self.cell(at, words, &styles.wrapped)?;
                tallest = tallest.max(height(words, (*width).into()));
            }
            self.sheet.set_row_height(self.row, tallest)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    fn held(&mut self, about: &About<'_>, locale: &dyn Locale) -> Result<(), ExportError> {
        self.pair(&msg::EXPORT_HELD.say(locale, &[]), &held_back(about.manifest, locale))?;
        for absent in about.absent {
            self.pair("", &format!("{}: {}", absent.title, absent.why))?;
        }
        if about.absent.is_empty() {
            self.pair("", &msg::EXPORT_HELD_NONE.say(locale, &[]))?;
        }
        Ok(())
    }
}
