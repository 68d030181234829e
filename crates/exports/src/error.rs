//! Why a file cannot be made.

use basketry_formats::Notice;

/// Why a file cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is nothing to put in it.
    #[error("there is nothing to put in the file")]
    Empty,
    /// Two files of an archive have one name.
    #[error("two files are named {0}")]
    TwoOfOneName(String),
    /// More than the format holds.
    #[error("{found} {of} do not fit, the format holds {limit}")]
    TooMuch {
        /// What does not fit.
        of: &'static str,
        /// How many there are.
        found: usize,
        /// How many fit.
        limit: usize,
    },
    /// Baskets that make no election.
    #[error("the baskets make no election: {0:?}")]
    Election(basketry_tally::ElectionError),
    /// An election that cannot be counted.
    #[error("the election cannot be counted: {0:?}")]
    Count(basketry_tally::CountError),
    /// A workbook that cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// An archive that cannot be written.
    #[error("the archive cannot be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// JSON that cannot be written.
    #[error("the file cannot be written: {0}")]
    Json(#[from] serde_json::Error),
    /// Memory or a disk that fails.
    #[error("the file cannot be written: {0}")]
    Io(#[from] std::io::Error),
    /// A Parquet file that cannot be written.
    #[error("the Parquet file cannot be written: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// A page that cannot be written.
    #[error("the page cannot be written: {0}")]
    Page(#[from] minijinja::Error),
    /// A table that cannot be written.
    #[error("the table cannot be written: {0}")]
    Csv(#[from] csv::Error),
}

impl ExportError {
    /// What to tell the person.
    pub fn notice(&self) -> Notice {
        match self {
            Self::Empty => Notice::new("export-empty"),
            Self::TooMuch { of, found, limit } => {
                Notice::new("export-too-much").text("of", *of).number("found", *found).number("limit", *limit)
            }
            other => Notice::new("export-failed").text("message", other.to_string()),
        }
    }
}

impl From<basketry_tally::ElectionError> for ExportError {
    fn from(error: basketry_tally::ElectionError) -> Self {
        Self::Election(error)
    }
}

impl From<basketry_tally::CountError> for ExportError {
    fn from(error: basketry_tally::CountError) -> Self {
        Self::Count(error)
    }
}
