//! Reads a ballot file line by line. A bad line is reported and set aside; the others are read.

use std::cmp::Ordering;
use std::io::{self, BufRead, ErrorKind, Read};

use basketry_ballots::{Ballots, Expected, Full};
use basketry_domain::{Ballot, Reference};

use super::record::BallotRecord;
use super::{VERSION, head, write_reference};
use crate::{Misfit, Notice, ReadError, Shape, json, shape};

/// The longest line, in bytes.
const LONGEST_LINE: u64 = 1_000_000;

/// What the first line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The consultation the ballots answer.
    pub consultation: Reference,
    /// Its title.
    pub title: String,
    /// How many ballots the file says it holds; old files do not say.
    pub ballots: Option<u64>,
}

/// Why a whole file is refused.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Its first line is not a header of ours.
    #[error("not a ballot file")]
    OtherFormat,
    /// Its first line is a header of ours, and damaged.
    #[error("damaged in line 1: {0:?}")]
    Header(LineErrorKind),
    /// A newer Basketry wrote it.
    #[error("written in version {found}, known is {VERSION}")]
    NewerVersion {
        /// The file's version.
        found: u64,
    },
    /// It could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A line that is no ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineError {
    /// The line, from 1; the header is line 1.
    pub line: u64,
    /// What is wrong with it.
    pub kind: LineErrorKind,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineErrorKind {
    /// Not JSON from this column on.
    NotJson(usize),
    /// A name is there twice in one place.
    Twice(String),
    /// Not a ballot's fields.
    Shape(Misfit),
    /// The line ends too early, as in a file that was cut off.
    CutOff,
    /// The named field holds what it cannot.
    Field(&'static str),
    /// Longer than any ballot.
    TooLong,
}

/// The lines of a file, one by one.
pub struct BallotLines<R> {
    input: R,
    line: u64,
    buffer: Vec<u8>,
    /// What nearly all of them are for, and how that is written.
    consultation: (String, Option<Reference>),
}

/// Reads the header; the ballots follow line by line.
pub fn read<R: BufRead>(input: R) -> Result<(Header, BallotLines<R>), FileError> {
    let mut lines = BallotLines { input, line: 0, buffer: Vec::new(), consultation: (String::new(), None) };
    if !lines.advance()? {
        return Err(FileError::Empty);
    }
    if lines.is_too_long() {
        return Err(FileError::OtherFormat);
    }
    let header = head::read(&lines.buffer)?;
    lines.consultation = (write_reference(&header.consultation), Some(header.consultation.clone()));
    Ok((header, lines))
}

impl<R: BufRead> BallotLines<R> {
    /// Takes the ballot of the next line in, or says what is wrong with that line; `None` at the end.
    pub fn next_into(&mut self, ballots: &mut Ballots) -> io::Result<Option<Result<(), LineError>>> {
        let waiting = match self.input.fill_buf() {
            Ok(waiting) => waiting,
            Err(error) if error.kind() == ErrorKind::Interrupted => &[],
            Err(error) => return Err(error),
        };
        if let Some(length) = quick(&self.consultation, waiting, ballots) {
            self.input.consume(length);
            self.line += 1;
            return Ok(Some(Ok(())));
        }
        if !self.advance()? {
            return Ok(None);
        }
        self.buffer.push(b'\n');
        let taken = quick(&self.consultation, &self.buffer, ballots).is_some();
        self.buffer.pop();
        if taken {
            return Ok(Some(Ok(())));
        }
        match self.ballot() {
            Ok(ballot) => match ballots.push(&ballot) {
                Ok(()) => Ok(Some(Ok(()))),
                Err(Full) => Err(ErrorKind::OutOfMemory.into()),
            },
            Err(kind) => Ok(Some(Err(LineError { line: self.line, kind }))),
        }
    }

    /// Fills the buffer with the next line that has something in it. `false` at the end.
    fn advance(&mut self) -> io::Result<bool> {
        loop {
            self.buffer.clear();
            let read = self.input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut self.buffer)?;
            if read == 0 {
                return Ok(false);
            }
            self.line += 1;
            let ended = self.buffer.ends_with(b"\n");
            if !ended && read as u64 == LONGEST_LINE {
                self.skip_rest()?;
                return Ok(true);
            }
            self.buffer.truncate(self.buffer.trim_ascii_end().len());
            if !self.buffer.is_empty() {
                return Ok(true);
            }
        }
    }

    fn is_too_long(&self) -> bool {
        self.buffer.len() as u64 >= LONGEST_LINE
    }

    /// Passes over the rest of a line that is too long, without keeping it.
    fn skip_rest(&mut self) -> io::Result<()> {
        loop {
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                return Ok(());
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(chunk.len(), |place| place + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }

    fn ballot(&self) -> Result<Ballot, LineErrorKind> {
        if self.is_too_long() {
            return Err(LineErrorKind::TooLong);
        }
        let record: BallotRecord = serde_json::from_slice(&self.buffer).map_err(|_| what_is_wrong(&self.buffer))?;
        Ballot::try_from(record).map_err(LineErrorKind::Field)
    }
}

/// What keeps a line from being a ballot. It is read once more for that, so that good lines are read fast.
fn what_is_wrong(line: &[u8]) -> LineErrorKind {
    match json::parse(line) {
        Ok(value) => match shape::read::<BallotRecord>(&value) {
            Err(misfit) => LineErrorKind::Shape(misfit),
            Ok(_) => LineErrorKind::Shape(Misfit { path: String::new(), shape: Shape::Other }),
        },
        Err(error) => unreadable(error),
    }
}

/// What keeps a line from being JSON.
pub(super) fn unreadable(error: ReadError) -> LineErrorKind {
    match error {
        ReadError::DuplicateKey { key, .. } => LineErrorKind::Twice(key),
        ReadError::NotJson { column, cut_off: false, .. } => LineErrorKind::NotJson(column),
        _ => LineErrorKind::CutOff,
    }
}

/// Takes in the line at the beginning, when it is there to its end and written as a tablet writes it. Returns how long it
/// is.
fn quick((text, reference): &(String, Option<Reference>), lines: &[u8], ballots: &mut Ballots) -> Option<usize> {
    let reference = reference.as_ref()?;
    let longest = usize::try_from(LONGEST_LINE).unwrap_or(usize::MAX);
    ballots.push_line(&lines[..lines.len().min(longest)], Expected { text, reference })
}

impl Header {
    /// What to tell the person when not as many `lines` followed, good and bad, as the file says it holds: a file cut
    /// between two lines looks whole.
    pub fn miscount(&self, lines: usize) -> Option<Notice> {
        let (stated, found) = (self.ballots?, u64::try_from(lines).unwrap_or(u64::MAX));
        let code = match found.cmp(&stated) {
            Ordering::Less => "file-ballots-missing",
            Ordering::Equal => return None,
            Ordering::Greater => "file-ballots-added",
        };
        Some(Notice::new(code).number("stated", stated).number("found", found))
    }
}

impl FileError {
    /// What to tell the person.
    pub fn notice(&self) -> Notice {
        match self {
            Self::Empty => Notice::new("file-empty"),
            Self::OtherFormat => Notice::new("file-not-ballots"),
            Self::Header(kind) => header_notice(kind),
            Self::NewerVersion { found } => {
                Notice::new("file-newer-version").number("found", *found).number("known", VERSION)
            }
            Self::Io(error) => Notice::new("file-unreadable").text("message", error.to_string()),
        }
    }
}

fn header_notice(kind: &LineErrorKind) -> Notice {
    let told = |code: &str, field: &str| Notice::new(code).text("field", field);
    match kind {
        LineErrorKind::NotJson(column) => Notice::new("header-not-json").number("column", *column),
        LineErrorKind::Twice(key) => told("header-duplicate-field", key),
        LineErrorKind::Shape(Misfit { path, shape: Shape::Missing }) => told("header-missing-field", path),
        LineErrorKind::Shape(Misfit { path, .. }) => told("header-field", path),
        LineErrorKind::Field(name) => told("header-field", name),
        LineErrorKind::CutOff | LineErrorKind::TooLong => Notice::new("header-cut-off"),
    }
}

impl LineError {
    /// What to tell the person.
    pub fn notice(&self) -> Notice {
        let notice = |code: &str| Notice::new(code).number("line", self.line);
        match &self.kind {
            LineErrorKind::NotJson(column) => notice("line-not-json").number("column", *column),
            LineErrorKind::Twice(key) => notice("line-duplicate-field").text("field", key.as_str()),
            LineErrorKind::Shape(misfit) => {
                let code = match misfit.shape {
                    Shape::Missing => "line-missing-field",
                    Shape::Unknown { .. } => "line-unknown-field",
                    _ if misfit.path.is_empty() => return notice("line-no-ballot"),
                    _ => "line-field",
                };
                notice(code).text("field", misfit.path.as_str())
            }
            LineErrorKind::CutOff => notice("line-cut-off"),
            LineErrorKind::Field(field) => notice("line-field").text("field", *field),
            LineErrorKind::TooLong => notice("line-too-long"),
        }
    }
}
