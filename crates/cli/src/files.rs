//! Files as the commands read them: bounded, and refused with what to tell the person.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use basketry_ballots::Ballots;
use basketry_formats::Notice;
use basketry_formats::ballots::{self, FileError, Header, LineError};
use basketry_formats::consultation::{self, LARGEST_FILE, Opened};
use basketry_pabulib as pabulib;

/// How much is read at once, in bytes: many ballots.
const BUFFER: usize = 1 << 18;

/// The ballots of a file, and what is wrong with it.
pub(crate) struct BallotFile {
    /// What the first line says.
    pub(crate) header: Header,
    /// The ballots in the file's order.
    pub(crate) ballots: Ballots,
    /// The bad lines in the file's order.
    pub(crate) bad: Vec<LineError>,
    /// That lines are missing, or too many.
    pub(crate) miscount: Option<Notice>,
}

/// A file to read from.
pub(crate) fn source(path: &Path) -> Result<BufReader<File>, Vec<Notice>> {
    let unopened = |error: io::Error| vec![Notice::new("file-not-opened").text("message", error.to_string())];
    File::open(path).map(|file| BufReader::with_capacity(BUFFER, file)).map_err(unopened)
}

/// Opens a consultation.
pub(crate) fn consultation(source: impl Read) -> Result<Opened, Vec<Notice>> {
    let mut bytes = Vec::new();
    // One byte over the limit is enough to be refused.
    let read = source.take(LARGEST_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error| vec![FileError::from(error).notice()])?;
    consultation::open(&bytes).map_err(|error| error.notices())
}

/// Reads a ballot file to its end.
pub(crate) fn ballots(source: impl BufRead) -> Result<BallotFile, Vec<Notice>> {
    let (header, mut lines) = ballots::read(source).map_err(|error| vec![error.notice()])?;
    let mut read = BallotFile { header, ballots: Ballots::default(), bad: Vec::new(), miscount: None };
    let unread = |error| vec![FileError::from(error).notice()];
    while let Some(line) = lines.next_into(&mut read.ballots).map_err(unread)? {
        read.bad.extend(line.err());
    }
    read.miscount = read.header.miscount(read.ballots.len() + read.bad.len());
    Ok(read)
}

/// A file as it is.
pub(crate) fn whole(path: &Path) -> Result<Vec<u8>, Vec<Notice>> {
    let mut bytes = Vec::new();
    let read = source(path)?.read_to_end(&mut bytes);
    read.map_err(|error| vec![FileError::from(error).notice()])?;
    Ok(bytes)
}

/// Reads a Pabulib election.
pub(crate) fn election(source: impl BufRead) -> Result<pabulib::File, Vec<Notice>> {
    pabulib::read(source).map_err(|error| vec![Notice::from(&error)])
}

/// Writes a file: it is there whole or not at all.
pub(crate) fn write_whole(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> io::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let mut file = BufWriter::new(File::create(&part)?);
    write(&mut file)?;
    file.flush()?;
    fs::rename(&part, path)
}
