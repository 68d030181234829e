//! Rows of fields, with the section and the line each is from.

use std::io::{BufRead, Take};

use super::error::{Error, Fault};
use super::{MOST_BYTES, MOST_FIELDS, MOST_ROW_LINES, MOST_ROWS};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Meta,
    Projects,
    Votes,
}

impl Section {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        }
    }
}

/// One row; its fields without the space around them.
pub(super) struct Row {
    pub(super) line: u64,
    fields: Vec<String>,
}

impl Row {
    /// A field; empty when the row is too short.
    pub(super) fn get(&self, index: usize) -> &str {
        self.fields.get(index).map_or("", String::as_str)
    }

    /// All fields from `index` on, put together again.
    pub(super) fn from(&self, index: usize) -> String {
        self.fields.get(index..).unwrap_or_default().join(";")
    }

    pub(super) fn fields(&self) -> &[String] {
        &self.fields
    }

    /// The section this row begins.
    fn section(&self) -> Option<Section> {
        let alone = self.fields.iter().skip(1).all(String::is_empty);
        let sections = [Section::Meta, Section::Projects, Section::Votes];
        sections.into_iter().find(|section| alone && self.get(0).eq_ignore_ascii_case(section.name()))
    }
}

/// Reads rows one at a time, within bounds.
pub(super) struct Rows<R> {
    source: Take<R>,
    section: Option<Section>,
    lines: u64,
    count: u64,
}

impl<R: BufRead> Rows<R> {
    pub(super) fn new(mut source: R) -> Result<Self, Error> {
        if source.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            source.consume(3);
        }
        // One byte over the limit, so that a file at the limit is told from one beyond it.
        Ok(Self { source: source.take(MOST_BYTES + 1), section: None, lines: 0, count: 0 })
    }

    /// The last line read.
    pub(super) fn line(&self) -> u64 {
        self.lines.max(1)
    }

    /// The next row that is not a section's name, with its section.
    pub(super) fn next(&mut self) -> Result<Option<(Section, Row)>, Error> {
        while let Some(row) = self.row()? {
            if let Some(section) = row.section() {
                let expected = match self.section {
                    None => Section::Meta,
                    Some(Section::Meta) => Section::Projects,
                    Some(_) => Section::Votes,
                };
                if section != expected || self.section == Some(Section::Votes) {
                    return Err(Error::at(row.line, Fault::SectionOrder { section: section.name() }));
                }
                self.section = Some(section);
            } else if let Some(section) = self.section {
                return Ok(Some((section, row)));
            } else {
                let found = row.from(0).chars().take(60).collect();
                return Err(Error::at(row.line, Fault::NoSection { found }));
            }
        }
        Ok(None)
    }

    /// The next row that is not blank.
    fn row(&mut self) -> Result<Option<Row>, Error> {
        loop {
            let mut text = String::new();
            if !self.read_line(&mut text)? {
                return Ok(None);
            }
            let line = self.lines;
            let fields = loop {
                match split(text.trim_end_matches(['\n', '\r'])) {
                    Some(fields) => break fields,
                    None if self.lines - line < MOST_ROW_LINES && self.read_line(&mut text)? => {}
                    None => return Err(Error::at(line, Fault::OpenQuote)),
                }
            };
            self.count += 1;
            if self.count > MOST_ROWS {
                return Err(Error::at(line, Fault::TooManyRows { limit: MOST_ROWS }));
            }
            if fields.len() > MOST_FIELDS {
                return Err(Error::at(line, Fault::TooManyFields { found: fields.len(), limit: MOST_FIELDS }));
            }
            if fields.iter().any(|field| !field.is_empty()) {
                return Ok(Some(Row { line, fields }));
            }
        }
    }

    /// Adds the next line to `text`; `false` at the end of the file.
    fn read_line(&mut self, text: &mut String) -> Result<bool, Error> {
        let mut bytes = Vec::new();
        if self.source.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(false);
        }
        self.lines += 1;
        if self.source.limit() == 0 {
            return Err(Error::at(self.lines, Fault::TooLarge { limit: MOST_BYTES }));
        }
        text.push_str(std::str::from_utf8(&bytes).map_err(|_| Error::at(self.lines, Fault::NotUtf8))?);
        Ok(true)
    }
}

/// The fields of a row, without the space around them. A field that begins with a quote ends at the next quote that
/// is not doubled; `None` when there is none. A quote further on in a field is an ordinary character.
fn split(row: &str) -> Option<Vec<String>> {
    let mut fields = Vec::new();
    let mut rest = row;
    loop {
        let mut field = String::new();
        if let Some(mut quoted) = rest.trim_start().strip_prefix('"') {
            loop {
                let (inside, after) = quoted.split_once('"')?;
                field.push_str(inside);
                rest = after;
                match after.strip_prefix('"') {
                    Some(more) => quoted = more,
                    None => break,
                }
                field.push('"');
            }
        }
        let (tail, next) = rest.split_once(';').map_or((rest, None), |(tail, next)| (tail, Some(next)));
        field.push_str(tail);
        fields.push(field.trim().to_owned());
        match next {
            Some(next) => rest = next,
            None => return Some(fields),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_quoted_is_read_back(fields in prop::collection::vec("[a-z;\"\n]{0,8}", 1..5)) {
            let trimmed: Vec<String> = fields.iter().map(|field| field.trim().to_owned()).collect();
            let quote = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let row = fields.iter().map(quote).collect::<Vec<_>>().join(";");
            prop_assert_eq!(split(&row), Some(trimmed));
        }
    }

    #[test]
    fn quotes_within_a_field_are_ordinary() {
        let fields = |row| split(row).unwrap_or_default();
        assert_eq!(fields("1; 5\" pipe ;x"), ["1", "5\" pipe", "x"]);
        assert_eq!(fields("\"a;b\";\"\"\"c\"\"\""), ["a;b", "\"c\""]);
        assert_eq!(split("1;\"open"), None);
    }
}
