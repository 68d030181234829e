//! Rows of fields, with the section and the line each is from.

use std::io::{BufRead, Take};
use std::ops::Range;

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
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) line: u64,
    text: &'a str,
    fields: &'a [Range<usize>],
}

impl<'a> Row<'a> {
    /// A field; empty when the row is too short.
    pub(super) fn get(self, index: usize) -> &'a str {
        self.fields.get(index).map_or("", |field| &self.text[field.clone()])
    }

    /// All fields from `index` on, put together again.
    pub(super) fn from(self, index: usize) -> String {
        self.fields().skip(index).collect::<Vec<_>>().join(";")
    }

    pub(super) fn fields(self) -> impl Iterator<Item = &'a str> {
        self.fields.iter().map(move |field| &self.text[field.clone()])
    }

    /// The section this row begins.
    fn section(self) -> Option<Section> {
        let alone = self.fields().skip(1).all(str::is_empty);
        let sections = [Section::Meta, Section::Projects, Section::Votes];
        sections.into_iter().find(|section| alone && self.get(0).eq_ignore_ascii_case(section.name()))
    }
}

/// Reads rows one at a time, within bounds, into memory that is used again.
pub(super) struct Rows<R> {
    source: Take<R>,
    section: Option<Section>,
    lines: u64,
    count: u64,
    /// The row as it stands in the file, and the line it begins on.
    text: String,
    line: u64,
    fields: Fields,
}

impl<R: BufRead> Rows<R> {
    pub(super) fn new(mut source: R) -> Result<Self, Error> {
        if source.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            source.consume(3);
        }
        // One byte over the limit, so that a file at the limit is told from one beyond it.
        let source = source.take(MOST_BYTES + 1);
        let (text, fields) = (String::new(), Fields::default());
        Ok(Self { source, section: None, lines: 0, count: 0, text, line: 0, fields })
    }

    /// The last line read.
    pub(super) fn line(&self) -> u64 {
        self.lines.max(1)
    }

    /// The next row that is not a section's name, with its section.
    pub(super) fn next(&mut self) -> Result<Option<(Section, Row<'_>)>, Error> {
        while self.advance()? {
            let row = self.row();
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
                return Ok(Some((section, self.row())));
            } else {
                let found = row.from(0).chars().take(60).collect();
                return Err(Error::at(row.line, Fault::NoSection { found }));
            }
        }
        Ok(None)
    }

    /// The row read last.
    fn row(&self) -> Row<'_> {
        let text = if self.fields.quoted { &self.fields.unquoted } else { &self.text };
        Row { line: self.line, text, fields: &self.fields.places }
    }

    /// Reads the next row that is not blank; `false` at the end of the file.
    fn advance(&mut self) -> Result<bool, Error> {
        loop {
            self.text.clear();
            if !self.read_line()? {
                return Ok(false);
            }
            self.line = self.lines;
            while !self.fields.split(self.text.trim_end_matches(['\n', '\r'])) {
                if self.lines - self.line >= MOST_ROW_LINES || !self.read_line()? {
                    return Err(Error::at(self.line, Fault::OpenQuote));
                }
            }
            self.count += 1;
            if self.count > MOST_ROWS {
                return Err(Error::at(self.line, Fault::TooManyRows { limit: MOST_ROWS }));
            }
            let found = self.fields.places.len();
            if found > MOST_FIELDS {
                return Err(Error::at(self.line, Fault::TooManyFields { found, limit: MOST_FIELDS }));
            }
            if self.fields.places.iter().any(|field| !field.is_empty()) {
                return Ok(true);
            }
        }
    }

    /// Adds the next line to the row; `false` at the end of the file.
    fn read_line(&mut self) -> Result<bool, Error> {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        if self.source.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(false);
        }
        self.lines += 1;
        if self.source.limit() == 0 {
            return Err(Error::at(self.lines, Fault::TooLarge { limit: MOST_BYTES }));
        }
        self.text = String::from_utf8(bytes).map_err(|_| Error::at(self.lines, Fault::NotUtf8))?;
        Ok(true)
    }
}

/// A text without the space around it. Most have none, which two bytes tell.
pub(super) fn trimmed(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) { text } else { text.trim() }
}

/// Where the fields of a row are, without the space around them.
#[derive(Default)]
struct Fields {
    places: Vec<Range<usize>>,
    /// Whether the places are those in `unquoted`, and not in the row itself.
    quoted: bool,
    unquoted: String,
}

impl Fields {
    /// Finds the fields of a row; `false` when a quote in it is still open.
    fn split(&mut self, row: &str) -> bool {
        self.places.clear();
        let mut start = 0;
        // Fields are short: to go over the bytes is quicker than to search.
        for (at, byte) in row.bytes().enumerate() {
            match byte {
                b';' => {
                    self.push(row, start..at);
                    start = at + 1;
                }
                b'"' => {
                    self.quoted = true;
                    self.places.clear();
                    self.unquoted.clear();
                    return self.unquote(row).is_some();
                }
                _ => {}
            }
        }
        self.push(row, start..row.len());
        self.quoted = false;
        true
    }

    fn push(&mut self, row: &str, field: Range<usize>) {
        let text = &row[field.clone()];
        let inner = trimmed(text);
        let before = if inner.len() == text.len() { 0 } else { text.len() - text.trim_start().len() };
        self.places.push(field.start + before..field.start + before + inner.len());
    }

    /// A field that begins with a quote ends at the next quote that is not doubled; `None` when there is none. A quote
    /// further on in a field is an ordinary character.
    fn unquote(&mut self, row: &str) -> Option<()> {
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
            let start = self.unquoted.len();
            self.unquoted.push_str(field.trim());
            self.places.push(start..self.unquoted.len());
            rest = match next {
                Some(next) => next,
                None => return Some(()),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(row: &str) -> Option<Vec<String>> {
        let mut fields = Fields::default();
        let text = |fields: &Fields| if fields.quoted { fields.unquoted.clone() } else { row.to_owned() };
        fields.split(row).then(|| fields.places.iter().map(|place| text(&fields)[place.clone()].to_owned()).collect())
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_read_back(fields in prop::collection::vec("[a-z;\"\n]{0,8}", 1..5)) {
            let trimmed: Vec<String> = fields.iter().map(|field| field.trim().to_owned()).collect();
            let quote = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let row = fields.iter().map(quote).collect::<Vec<_>>().join(";");
            prop_assert_eq!(split(&row), Some(trimmed));
        }

        #[test]
        fn without_quotes_a_row_is_what_stands_between_semicolons(row in "[a-zé; \u{a0}\t]{0,20}") {
            let fields: Vec<String> = row.split(';').map(|field| field.trim().to_owned()).collect();
            prop_assert_eq!(split(&row), Some(fields));
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
