//! The table behind a chart, and its CSV file.

use crate::{Chart, ChartError};

/// A chart's figures in full.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Table {
    /// What the table holds.
    pub caption: String,
    /// Column headings; the first column names the row.
    pub columns: Vec<String>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell as printed and, if it is a figure, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cell {
    /// In the reader's locale.
    pub text: String,
    /// A plain decimal (`-12.50`): digits, at most one point, no grouping. Kept as text so that money stays exact.
    pub number: Option<String>,
    /// What the number counts.
    pub unit: Unit,
}

/// What the number of a cell counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Unit {
    /// Whatever the heading of the column says: people, points, a level.
    #[default]
    Plain,
    /// Major units of the currency: pounds, not pence.
    Money,
    /// Hundredths: `45.5` is 45.5 %.
    Percent,
}

impl Cell {
    /// A cell of words, or a figure that is held back.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), number: None, unit: Unit::Plain }
    }

    /// A figure: as printed, and as a plain decimal.
    pub fn number(text: impl Into<String>, number: impl Into<String>) -> Self {
        Self { text: text.into(), number: Some(number.into()), unit: Unit::Plain }
    }

    /// An amount in major units.
    pub fn money(text: impl Into<String>, number: impl Into<String>) -> Self {
        Self { unit: Unit::Money, ..Self::number(text, number) }
    }

    /// A share in per cent.
    pub fn percent(text: impl Into<String>, number: impl Into<String>) -> Self {
        Self { unit: Unit::Percent, ..Self::number(text, number) }
    }
}

impl Table {
    pub(crate) fn check(&self) -> Result<(), ChartError> {
        for (row, cells) in self.rows.iter().enumerate() {
            if cells.len() != self.columns.len() {
                return Err(ChartError::TableShape { row });
            }
            if cells.iter().filter_map(|cell| cell.number.as_deref()).any(|raw| !is_plain(raw)) {
                return Err(ChartError::RawNumber { row });
            }
        }
        Ok(())
    }
}

/// Whether a row holds a number, to within what can't be seen in the picture (a rounded mean, say).
pub(crate) fn holds(cells: &[Cell], number: f64, nearly: f64) -> bool {
    let numbers = cells.iter().filter_map(|cell| cell.number.as_deref()?.parse::<f64>().ok());
    numbers.into_iter().any(|known| (known - number).abs() <= nearly)
}

/// The table as a CSV file (RFC 4180, UTF-8 with a byte order mark, without which Excel misreads accents).
///
/// One header row and one row per record, and nothing else, so that a program reads it without being told to skip
/// lines. What the figures rest on therefore stands in constant columns at the end.
pub fn csv(chart: &Chart) -> String {
    let data = chart.data();
    let about = [
        ("base", Some(&data.base)),
        ("date", Some(&data.date)),
        ("rule", Some(&data.rule)),
        ("consultation", Some(&data.consultation)),
        ("illustrative", data.illustrative.as_ref()),
        ("held back", data.held_back.as_ref()),
    ];
    let about: Vec<_> = about.into_iter().filter_map(|(name, text)| Some((name, harmless(text?)))).collect();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![]);
    let header = data.table.columns.iter().map(|name| harmless(name)).chain(about.iter().map(|(n, _)| (*n).to_owned()));
    let mut whole = writer.write_record(header);
    for cells in &data.table.rows {
        let cells = cells.iter().map(|cell| cell.number.clone().unwrap_or_else(|| harmless(&cell.text)));
        whole = whole.and_then(|()| writer.write_record(cells.chain(about.iter().map(|(_, text)| text.clone()))));
    }
    debug_assert!(whole.is_ok(), "a checked table is rectangular, and memory doesn't fail: {whole:?}");
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// A text as it can stand in a CSV file. Spreadsheets run text that starts like a formula; a leading apostrophe makes it
/// text. The full-width forms are read as formulas too where such keyboards are in use.
pub fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn is_plain(raw: &str) -> bool {
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        for text in ["=1+1", "+9", "-9", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("Mental health - adults"), "Mental health - adults");
    }

    #[test]
    fn a_raw_number_is_only_a_number() {
        for good in ["0", "-12.50", "9007199254740993"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in ["", "-", "1,000", "1e3", "NaN", "1.", ".5", "+1", "=1", "1.2.3", "--1", "\u{0661}"] {
            assert!(!is_plain(bad), "{bad}");
        }
    }
}
