//! Fields by the name of their column.

use super::error::{Error, Fault};
use super::rows::{Row, Section};

/// The columns of a section, in the file's own order.
pub(super) struct Columns(Vec<String>);

impl Columns {
    pub(super) fn new(header: Row<'_>, section: Section, needed: &[&'static str]) -> Result<Self, Error> {
        let found: Vec<String> = header.fields().map(str::to_lowercase).collect();
        match needed.iter().find(|name| !found.iter().any(|found| found == **name)) {
            None => Ok(Self(found)),
            Some(column) => {
                let fault = Fault::MissingColumn { section: section.name(), column, found };
                Err(Error::at(header.line, fault))
            }
        }
    }

    /// Where a column stands.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column == name)
    }

    /// A field; empty when the row or the section does not have it.
    pub(super) fn get<'a>(&self, row: Row<'a>, name: &str) -> &'a str {
        self.place(name).map_or("", |index| row.get(index))
    }

    /// A field that must not be empty.
    pub(super) fn required<'a>(&self, row: Row<'a>, column: &'static str) -> Result<&'a str, Error> {
        match self.get(row, column) {
            "" => Err(Error::at(row.line, Fault::Empty { column })),
            text => Ok(text),
        }
    }
}
