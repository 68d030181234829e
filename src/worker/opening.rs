//! Opens a file: finds out what it is by its content, reads it, keeps what counts.

use std::io::{BufRead, BufReader, Read};

use basketry_formats::ballots::{self, FileError, write_reference};
use basketry_formats::consultation::{self, LARGEST_FILE};
use basketry_formats::{Kind, Notice, ReadError, compiled, pabulib};
use basketry_tally::Handover;
use web_sys::File;

use super::blob::BlobReader;
use super::message::{FileId, Opened, Output};
use super::{Clerk, counting};

/// How many bad lines are told one by one; a file of another kind has thousands.
const MOST_NOTICES: usize = 20;

/// Opens a file and tells how far it has come.
pub(super) fn open(clerk: &mut Clerk, id: FileId, name: &str, file: &File, tell: &dyn Fn(Output)) -> Output {
    let progress = |read, of| tell(Output::Progress { id, read, of });
    let result = BlobReader::new(file, &progress).map_err(FileError::from).and_then(|reader| {
        let mut input = BufReader::with_capacity(1 << 16, reader);
        // Names are not trusted: files get renamed on their way.
        let kind = Kind::of(input.fill_buf()?);
        Ok((input, kind))
    });
    let opened = match result {
        Err(error) => Err(vec![error.notice()]),
        Ok((input, Kind::Consultation)) => open_consultation(clerk, input),
        Ok((input, Kind::Ballots)) => open_ballots(clerk, id, name, input),
        Ok((input, Kind::Election)) => open_election(clerk, id, name, input),
        Ok((_, Kind::Unknown)) if file.size() == 0.0 => Err(vec![Notice::new("file-empty")]),
        Ok((_, Kind::Unknown)) => Err(vec![Notice::new("file-unknown-kind")]),
    };
    match opened {
        Ok(opened) => Output::Opened(id, opened),
        Err(notices) => Output::Refused(id, notices),
    }
}

fn open_consultation(clerk: &mut Clerk, input: impl Read) -> Result<Opened, Vec<Notice>> {
    let mut bytes = Vec::new();
    // One byte over the limit is enough to be refused.
    let read = input.take(LARGEST_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error| vec![FileError::from(error).notice()])?;
    let opened = consultation::open(&bytes).map_err(|error: ReadError| error.notices())?;
    let reference = write_reference(&opened.consultation.reference);
    let digest = opened.consultation.reference.digest.clone();
    let unwritable = |_| vec![Notice::new("file-unwritable")];
    let entry = compiled::encode_entry(&opened.entry()).map_err(unwritable)?;
    let languages = opened.languages.into_iter().map(|record| {
        let tag = record.language.clone();
        Ok((tag, compiled::encode(record, digest.clone()).map_err(unwritable)?))
    });
    let languages = languages.collect::<Result<_, Vec<Notice>>>()?;
    clerk.consultations.insert(reference.clone(), opened.consultation);
    let source = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Opened::Consultation { reference, entry, languages, source })
}

fn open_ballots(clerk: &mut Clerk, id: FileId, name: &str, input: impl BufRead) -> Result<Opened, Vec<Notice>> {
    let (header, lines) = ballots::read(input).map_err(|error| vec![error.notice()])?;
    let mut ballots = Vec::new();
    let mut bad_lines = Vec::new();
    let mut bad = 0_usize;
    for line in lines {
        match line {
            Ok(Ok(ballot)) => ballots.push(ballot),
            Ok(Err(error)) => {
                bad += 1;
                if bad <= MOST_NOTICES {
                    bad_lines.push(error.notice());
                }
            }
            Err(error) => return Err(vec![FileError::from(error).notice()]),
        }
    }
    if bad > MOST_NOTICES {
        bad_lines.push(Notice::new("lines-more").number("count", bad - MOST_NOTICES));
    }
    let reference = write_reference(&header.consultation);
    let count = ballots.len();
    let handover = Handover { source: name.to_owned(), ballots };
    clerk.handovers.insert(id, (reference.clone(), handover));
    Ok(Opened::Ballots { reference, title: header.title, ballots: count, bad_lines })
}

fn open_election(clerk: &mut Clerk, id: FileId, name: &str, input: impl BufRead) -> Result<Opened, Vec<Notice>> {
    let file = pabulib::read(input).map_err(|error| vec![error.notice()])?;
    let opened = Opened::Election {
        title: counting::election_title(&file, name),
        projects: file.projects.len(),
        ballots: file.votes.len(),
        remarks: file.notices.iter().take(MOST_NOTICES).map(pabulib::Notice::notice).collect(),
    };
    clerk.elections.insert(id, (name.to_owned(), file));
    Ok(opened)
}
