//! Rows of fields, with the section and the line each is from.

use std::io::BufRead;
use std::ops::Range;

use super::error::{Error, Fault};
use super::lines::Lines;
use super::{MOST_FIELDS, MOST_ROW_LINES, MOST_ROWS};

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
    /// Where each field ends in `text`. The next begins after so many bytes.
    ends: &'a [usize],
    between: usize,
}

impl<'a> Row<'a> {
    /// A field; empty when the row is too short.
    pub(super) fn get(self, index: usize) -> &'a str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] + self.between);
        trimmed(&self.text[start..*end])
    }

    /// All fields from `index` on, put together again.
    pub(super) fn from(self, index: usize) -> String {
        self.fields().skip(index).collect::<Vec<_>>().join(";")
    }

    pub(super) fn fields(self) -> impl Iterator<Item = &'a str> {
        (0..self.ends.len()).map(move |index| self.get(index))
    }

    /// The section this row begins.
    fn section(self) -> Option<Section> {
        let (first, sections) = (self.get(0), [Section::Meta, Section::Projects, Section::Votes]);
        let section = sections.into_iter().find(|section| first.eq_ignore_ascii_case(section.name()))?;
        self.fields().skip(1).all(str::is_empty).then_some(section)
    }
}

/// Reads rows one at a time, within bounds, into memory that is used again.
pub(super) struct Rows<'a> {
    source: Lines<'a>,
    section: Option<Section>,
    lines: u64,
    count: u64,
    /// Where the row begins and ends in the text, and the line it begins on.
    place: Range<usize>,
    line: u64,
    fields: Fields,
}

impl<'a> Rows<'a> {
    pub(super) fn new(source: &'a mut dyn BufRead) -> Result<Self, Error> {
        let (source, fields) = (Lines::new(source)?, Fields::default());
        Ok(Self { source, section: None, lines: 0, count: 0, place: 0..0, line: 0, fields })
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
        self.fields.row(self.line, &self.source.text[self.place.clone()])
    }

    /// Reads the next row that is not blank; `false` at the end of the file.
    fn advance(&mut self) -> Result<bool, Error> {
        loop {
            let mut start = self.place.end;
            if start == self.source.text.len() {
                if !self.source.more(start, self.lines + 1)? {
                    return Ok(false);
                }
                start = 0;
            }
            self.lines += 1;
            self.line = self.lines;
            self.place = match self.fields.split(&self.source.text[start..]) {
                Some(length) => start..start + length,
                None => self.quoted(start)?,
            };
            self.count += 1;
            if self.count > MOST_ROWS {
                return Err(Error::at(self.line, Fault::TooManyRows { limit: MOST_ROWS }));
            }
            let found = self.fields.ends.len();
            if found > MOST_FIELDS {
                return Err(Error::at(self.line, Fault::TooManyFields { found, limit: MOST_FIELDS }));
            }
            if self.row().fields().any(|field| !field.is_empty()) {
                return Ok(true);
            }
        }
    }

    /// Where a row with quotes begins and ends: it goes on to the next line while a quote is open.
    fn quoted(&mut self, mut start: usize) -> Result<Range<usize>, Error> {
        let mut end = start;
        loop {
            let text = &self.source.text;
            end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
            if self.fields.unquote(text[start..end].trim_end_matches(['\n', '\r'])) {
                return Ok(start..end);
            }
            if self.lines - self.line >= MOST_ROW_LINES {
                return Err(Error::at(self.line, Fault::OpenQuote));
            }
            if end == text.len() {
                if !self.source.more(start, self.lines + 1)? {
                    return Err(Error::at(self.line, Fault::OpenQuote));
                }
                end -= start;
                start = 0;
            }
            self.lines += 1;
        }
    }
}

/// A text without the space around it. Most have none, which two bytes tell.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) { text } else { text.trim() }
}

/// The bytes that end a field, end a row, or begin a quote.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    stops[b';' as usize] = true;
    stops[b'\n' as usize] = true;
    stops[b'"' as usize] = true;
    stops
};

/// Where the fields of a row are.
#[derive(Default)]
struct Fields {
    /// Where each ends: in the row itself, before the separator, or in `unquoted`.
    ends: Vec<usize>,
    quoted: bool,
    unquoted: String,
}

impl Fields {
    /// Finds the fields of the line that `text` begins with, and returns its length; `None` when it has a quote.
    fn split(&mut self, text: &str) -> Option<usize> {
        self.quoted = false;
        self.ends.clear();
        // Fields are short: to go over the bytes is quicker than to search.
        for (at, byte) in text.bytes().enumerate() {
            if !STOPS[usize::from(byte)] {
                continue;
            }
            match byte {
                b';' => self.ends.push(at),
                b'\n' => {
                    self.ends.push(at);
                    return Some(at + 1);
                }
                _ => return None,
            }
        }
        self.ends.push(text.len());
        Some(text.len())
    }

    /// The row that was split last; `text` is as it stands in the file.
    fn row<'a>(&'a self, line: u64, text: &'a str) -> Row<'a> {
        let (text, between) = if self.quoted { (self.unquoted.as_str(), 0) } else { (text, 1) };
        Row { line, text, ends: &self.ends, between }
    }

    /// Finds the fields of a row with quotes; `false` when one is still open.
    fn unquote(&mut self, row: &str) -> bool {
        self.quoted = true;
        self.ends.clear();
        self.unquoted.clear();
        self.add_unquoted(row).is_some()
    }

    /// A field that begins with a quote ends at the next quote that is not doubled; `None` when there is none. A quote
    /// further on in a field is an ordinary character.
    fn add_unquoted(&mut self, row: &str) -> Option<()> {
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
            self.unquoted.push_str(&field);
            self.ends.push(self.unquoted.len());
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
        (fields.split(row).is_some() || fields.unquote(row))
            .then(|| fields.row(1, row).fields().map(str::to_owned).collect())
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
