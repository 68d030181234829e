//! The sheet of one chart: what it shows and on what base, the table, a native chart beside it, and the rest in words.

use basketry_charts::{Cell, Chart, Table, Unit};
use basketry_texts::{Locale, Message, msg};
use rust_xlsxwriter::{Format, Worksheet};

use super::picture::{self, Place};
use super::styles::{Number, Styles};
use crate::ExportError;

/// The row with the headings, below what the table shows, its finding and its base.
pub(super) const HEADER: u32 = 3;
/// Widths of columns, in letters.
const NARROWEST: usize = 9;
const WIDEST: usize = 28;
const WIDEST_NAME: usize = 48;
/// The rows and columns a sheet of Excel has.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
/// Excel's limit for a text, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// Heights of rows, in points: one line, and Excel's limit.
const LINE: u32 = 16;
const HIGHEST: u32 = 409;
/// A4 as Excel numbers papers.
pub(super) const A4: u8 = 9;

/// How the figures of a column are shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Column {
    pub(super) unit: Unit,
    pub(super) digits: usize,
    figures: bool,
}

pub(super) fn write(
    sheet: &mut Worksheet,
    name: &str,
    chart: &Chart,
    styles: &Styles,
    locale: &dyn Locale,
) -> Result<(), ExportError> {
    let data = chart.data();
    let table = &data.table;
    fits("rows", table.rows.len(), MOST_ROWS - 100)?;
    fits("columns", table.columns.len(), MOST_COLUMNS - 100)?;
    text(sheet, (0, 0), &data.subject, &styles.title)?;
    text(sheet, (1, 0), &data.finding, &styles.strong)?;
    text(sheet, (2, 0), &format!("{}. {}.", data.base, data.date), &Format::new())?;
    let columns = columns(table, styles);
    let widths = headings(sheet, table, styles)?;
    for (row, cells) in (HEADER + 1..).zip(&table.rows) {
        for ((at, cell), column) in (0..).zip(cells).zip(&columns) {
            write_cell(sheet, (row, at), cell, *column, styles)?;
        }
        let tallest = cells.iter().zip(&widths).map(|(cell, width)| height(&cell.text, *width)).max();
        if let Some(tallest) = tallest.filter(|tallest| *tallest > LINE) {
            sheet.set_row_height(row, tallest)?;
        }
    }
    sheet.set_freeze_panes(HEADER + 1, 1)?;
    sheet.set_repeat_rows(0, HEADER)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let beside = u16::try_from(table.columns.len() + 1).unwrap_or(u16::MAX);
    if let Some(picture) = picture::native(chart, &Place { sheet: name, columns: &columns }, styles, locale) {
        sheet.insert_chart(HEADER + 1, beside, &picture)?;
    }
    below(sheet, chart, &widths, styles, locale)
}

/// What does not fit above the table without pushing it off the screen: as wide as the table.
fn below(
    sheet: &mut Worksheet,
    chart: &Chart,
    widths: &[usize],
    styles: &Styles,
    locale: &dyn Locale,
) -> Result<(), ExportError> {
    let data = chart.data();
    let mut row = HEADER + 2 + u32::try_from(data.table.rows.len()).unwrap_or(u32::MAX / 2);
    let last = u16::try_from(widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let width: usize = widths.iter().sum();
    let mut say = |heading: &Message, lines: &[&str]| -> Result<(), ExportError> {
        if lines.is_empty() {
            return Ok(());
        }
        text(sheet, (row, 0), &heading.say(locale, &[]), &styles.strong)?;
        for line in lines {
            row += 1;
            if last > 0 {
                sheet.merge_range(row, 0, row, last, "", &styles.wrapped)?;
            }
            text(sheet, (row, 0), line, &styles.wrapped)?;
            sheet.set_row_height(row, height(line, width))?;
        }
        row += 2;
        Ok(())
    };
    say(&msg::EXPORT_RULE, &[&data.rule])?;
    let marks = data.illustrative.iter().chain(&data.held_back).chain(&data.notes);
    say(&msg::EXPORT_NOTES, &marks.map(String::as_str).collect::<Vec<_>>())?;
    say(&msg::EXPORT_ALT, &[&data.alt])?;
    say(&msg::EXPORT_CONSULTATION, &[&data.consultation])
}

/// Writes the headings, and returns how wide each column is, in letters.
fn headings(sheet: &mut Worksheet, table: &Table, styles: &Styles) -> Result<Vec<usize>, ExportError> {
    let mut widths = Vec::new();
    let mut tallest = LINE;
    for (at, heading) in (0_u16..).zip(&table.columns) {
        text(sheet, (HEADER, at), heading, &styles.header)?;
        let place = usize::from(at);
        let cells = table.rows.iter().filter_map(|cells| cells.get(place)).map(|cell| cell.text.chars().count());
        // A long heading is set on two lines or three.
        let longest = cells.chain([heading.chars().count().div_ceil(2)]).max().unwrap_or(0);
        let widest = if at == 0 { WIDEST_NAME } else { WIDEST };
        let width = (longest + 2).clamp(NARROWEST, widest);
        sheet.set_column_width(at, u16::try_from(width).unwrap_or(u16::MAX))?;
        tallest = tallest.max(height(heading, width));
        widths.push(width);
    }
    sheet.set_row_height(HEADER, tallest)?;
    Ok(widths)
}

/// How high a row is for a text to be read in full, in points: not every program finds out for itself.
pub(super) fn height(words: &str, width: usize) -> u32 {
    // Words are broken whole, so lines are not quite full.
    let lines = words.chars().count().div_ceil((width * 9 / 10).max(1)).max(1);
    (u32::try_from(lines).unwrap_or(u32::MAX / LINE) * LINE).min(HIGHEST)
}

/// One cell, whatever it holds: a figure as a number, everything else as the words that stand on the page.
fn write_cell(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    cell: &Cell,
    column: Column,
    styles: &Styles,
) -> Result<(), ExportError> {
    match Number::of(cell) {
        Some(number) => {
            sheet.write_number_with_format(row, at, number.value, &styles.number(number.unit, column.digits))?;
        }
        None => match &cell.number {
            // It has more digits than a spreadsheet keeps.
            Some(raw) => text(sheet, (row, at), raw, &styles.among_figures)?,
            None if column.figures => text(sheet, (row, at), &cell.text, &styles.among_figures)?,
            None => text(sheet, (row, at), &cell.text, &styles.wrapped)?,
        },
    }
    Ok(())
}

fn columns(table: &Table, styles: &Styles) -> Vec<Column> {
    let column = |at: usize| {
        let numbers = table.rows.iter().filter_map(|cells| Number::of(cells.get(at)?));
        let mut column = Column::default();
        for number in numbers {
            let digits = column.digits.max(number.digits);
            column = Column { unit: number.unit, digits, figures: true };
        }
        // Twelve pounds fifty are 12.50.
        if column.unit == Unit::Money && column.digits > 0 {
            column.digits = column.digits.max(styles.minor_digits);
        }
        column
    };
    (0..table.columns.len()).map(column).collect()
}

/// Writes a text as a text, whatever it begins with.
pub(super) fn text(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    words: &str,
    format: &Format,
) -> Result<(), ExportError> {
    fits("letters of a text", words.encode_utf16().count(), LONGEST_TEXT)?;
    sheet.write_string_with_format(row, at, words, format)?;
    Ok(())
}

fn fits(of: &'static str, found: usize, limit: usize) -> Result<(), ExportError> {
    if found <= limit { Ok(()) } else { Err(ExportError::TooMuch { of, found, limit }) }
}
