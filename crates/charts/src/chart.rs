//! A chart: picture, table and words that belong together.

use crate::{Body, Table, data, table};

/// Everything a chart says, before it is checked. All texts are in the reader's language and come from one source,
/// so that picture, table and text alternative can't drift apart; [`Chart::new`] checks what can be checked.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ChartData {
    /// Stable, for file names and element ids.
    pub id: String,
    /// The headline: what the chart shows, as a finding.
    pub finding: String,
    /// What is drawn, in which unit.
    pub subject: String,
    /// Who it is based on: "Base: 60 people who answered both times".
    pub base: String,
    /// When.
    pub date: String,
    /// By which counting rule.
    pub rule: String,
    /// The consultation's title and revision, for files that leave the page.
    pub consultation: String,
    /// Set if the figures are made up; shown in every picture.
    pub illustrative: Option<String>,
    /// What is held back so that nobody can be picked out, where anything may be; in every picture and file.
    pub held_back: Option<String>,
    /// Remarks below the picture.
    pub notes: Vec<String>,
    /// The picture.
    pub body: Body,
    /// The same in figures, in full. It may go on where the picture stops; a note then says so.
    pub table: Table,
    /// The same in a few sentences.
    pub alt: String,
}

/// A checked chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart(ChartData);

impl Chart {
    /// Checks that every number can be drawn where it lies, that bars start at zero, that nothing a reader is owed is
    /// blank, and that the picture's rows are the table's rows, or the first of them, with its numbers.
    pub fn new(data: ChartData) -> Result<Self, ChartError> {
        let owed = [
            ("id", &data.id),
            ("finding", &data.finding),
            ("subject", &data.subject),
            ("base", &data.base),
            ("date", &data.date),
            ("rule", &data.rule),
            ("consultation", &data.consultation),
            ("alt", &data.alt),
            ("caption", &data.table.caption),
        ];
        if let Some((name, _)) = owed.into_iter().find(|(_, text)| text.trim().is_empty()) {
            return Err(ChartError::Blank(name));
        }
        let layout = data.body.layout();
        let names = layout.names();
        if names.is_empty() {
            return Err(ChartError::Empty);
        }
        layout.check()?;
        data.table.check()?;
        let (picture, table) = (names.len(), data.table.rows.len());
        if picture > table || (picture < table && data.notes.is_empty()) {
            return Err(ChartError::RowCount { picture, table });
        }
        for (row, (name, cells)) in names.into_iter().zip(&data.table.rows).enumerate() {
            if cells.first().is_none_or(|cell| cell.text != name) {
                return Err(ChartError::RowName { row });
            }
            let (numbers, nearly) = layout.numbers(row);
            for number in numbers {
                data::finite(number)?;
                if !table::holds(cells, number, nearly) {
                    return Err(ChartError::NotInTable { row, number });
                }
            }
        }
        Ok(Self(data))
    }

    /// What the chart says.
    pub fn data(&self) -> &ChartData {
        &self.0
    }

    /// Gives the data back, for a changed copy.
    pub fn into_data(self) -> ChartData {
        self.0
    }
}

/// Why a chart can't be shown. These are mistakes of the code that made it, not of a person.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// There is nothing to draw; the page should say what to do next instead.
    #[error("no rows")]
    Empty,
    /// A text that must accompany every figure is missing.
    #[error("{0} is blank")]
    Blank(&'static str),
    /// NaN, infinite, or larger than can be drawn exactly.
    #[error("not a number that can be drawn")]
    NotANumber,
    /// An axis that ends where it starts.
    #[error("the axis has no span")]
    EmptyAxis,
    /// A value outside its axis would be drawn in the wrong place.
    #[error("a value lies outside the axis")]
    OffAxis,
    /// The length of a bar means its amount.
    #[error("bars must start at zero")]
    BarsNotFromZero,
    /// Quartiles, or the ends of a range, are not ascending.
    #[error("values are not in order in row {row}")]
    Disorder {
        /// The row.
        row: usize,
    },
    /// A row of the picture has more or fewer values than there are columns or series.
    #[error("row {row} has the wrong number of values")]
    Ragged {
        /// The row.
        row: usize,
    },
    /// The picture has rows that the table lacks, or stops before the table does and no note says so.
    #[error("{picture} rows drawn but {table} in the table")]
    RowCount {
        /// Rows drawn.
        picture: usize,
        /// Rows in the table.
        table: usize,
    },
    /// Picture and table name a row differently.
    #[error("row {row} is named differently in the table")]
    RowName {
        /// The row.
        row: usize,
    },
    /// A drawn number isn't in its row of the table.
    #[error("{number} is drawn in row {row} but isn't in the table")]
    NotInTable {
        /// The row.
        row: usize,
        /// The number.
        number: f64,
    },
    /// A table row has more or fewer cells than there are columns.
    #[error("table row {row} has the wrong number of cells")]
    TableShape {
        /// The row.
        row: usize,
    },
    /// A raw number isn't a plain decimal such as `-12.50`.
    #[error("a raw number in table row {row} isn't a plain decimal")]
    RawNumber {
        /// The row.
        row: usize,
    },
}
