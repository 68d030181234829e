//! Opens a file: finds out what it is by its content, reads it, keeps what counts.

use std::io::{BufRead, Read};

use basketry_ballots::Ballots;
use basketry_formats::ballots::{self, BallotLines, FileError, write_reference};
use basketry_formats::consultation::{self, LARGEST_FILE};
use basketry_formats::{Kind, Notice, ReadError, compiled};
use basketry_pabulib as pabulib;
use basketry_tally::Handover;
use web_sys::File;

use super::blob::BlobReader;
use super::message::{FileId, Opened, Output};
use super::{Clerk, counting};

/// How many bad lines are told one by one; a file of another kind has thousands.
const MOST_NOTICES: usize = 20;

/// The largest ballot file, in GB. Memory for what comes of it ends before a larger one does.
const LARGEST_BALLOTS: u32 = 2;
const GB: f64 = 1_073_741_824.0;

/// The most ballots in all open files together: a million take about 150 MB.
const MOST_BALLOTS: usize = 2_000_000;

/// Opens a file and tells how far it has come.
pub(super) fn open(clerk: &mut Clerk, id: FileId, name: &str, file: &File, tell: &dyn Fn(Output)) -> Output {
    // What was read under this number before counts no longer, whatever comes of the file.
    clerk.forget(id);
    let progress = |read, of| tell(Output::Progress { id, read, of });
    let result = BlobReader::new(file, &progress).map_err(FileError::from).and_then(|mut input| {
        // Names are not trusted: files get renamed on their way.
        let kind = Kind::of(input.fill_buf()?);
        Ok((input, kind))
    });
    let opened = match result {
        Err(error) => Err(vec![error.notice()]),
        Ok((input, Kind::Consultation)) => open_consultation(clerk, input),
        Ok((_, Kind::Ballots)) if file.size() > f64::from(LARGEST_BALLOTS) * GB => {
            Err(vec![Notice::new("file-ballots-too-large").number("gigabytes", LARGEST_BALLOTS)])
        }
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
    clerk.know(reference.clone(), opened.consultation);
    let source = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Opened::Consultation { reference, entry, languages, source })
}

fn open_ballots(clerk: &mut Clerk, id: FileId, name: &str, input: impl BufRead) -> Result<Opened, Vec<Notice>> {
    let (header, lines) = ballots::read(input).map_err(|error| vec![error.notice()])?;
    let open: usize = clerk.handovers.values().map(|(_, handover)| handover.ballots.len()).sum();
    let read = read_ballots(lines, MOST_BALLOTS.saturating_sub(open)).map_err(|notice| vec![notice])?;
    let miscount = header.miscount(read.ballots.len() + read.bad);
    let reference = write_reference(&header.consultation);
    let count = read.ballots.len();
    clerk.handovers.insert(id, (reference.clone(), Handover::new(name, read.ballots)));
    clerk.merged = None;
    Ok(Opened::Ballots { reference, title: header.title, ballots: count, miscount, bad_lines: read.remarks })
}

/// The lines of a ballot file.
#[derive(Debug, Default)]
struct Lines {
    ballots: Ballots,
    /// How many others there are, and what is wrong with the first of them.
    bad: usize,
    remarks: Vec<Notice>,
}

/// Reads lines; refused once there are more ballots than `room`.
fn read_ballots(mut lines: BallotLines<impl BufRead>, room: usize) -> Result<Lines, Notice> {
    let mut read = Lines::default();
    let unread = |error| FileError::from(error).notice();
    while let Some(line) = lines.next_into(&mut read.ballots).map_err(unread)? {
        match line {
            Ok(()) if read.ballots.len() > room => {
                return Err(Notice::new("file-too-many-ballots").number("limit", MOST_BALLOTS));
            }
            Ok(()) => {}
            Err(error) => {
                read.bad += 1;
                if read.bad <= MOST_NOTICES {
                    read.remarks.push(error.notice());
                }
            }
        }
    }
    if read.bad > MOST_NOTICES {
        read.remarks.push(Notice::new("lines-more").number("count", read.bad - MOST_NOTICES));
    }
    Ok(read)
}

fn open_election(clerk: &mut Clerk, id: FileId, name: &str, input: impl BufRead) -> Result<Opened, Vec<Notice>> {
    let file = pabulib::read(input).map_err(|error| vec![Notice::from(&error)])?;
    let opened = Opened::Election {
        title: counting::election_title(&file, name),
        projects: file.projects.len(),
        ballots: file.votes.len(),
        remarks: file.notices.iter().map(Notice::from).collect(),
    };
    clerk.elections.insert(id, (name.to_owned(), file));
    Ok(opened)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERENCE: &str = "c@1#0a";

    fn file(ballots: usize, bad: usize) -> String {
        let header = format!(r#"{{"format":"basketry-ballots","version":1,"consultation":"{REFERENCE}","title":"T"}}"#);
        let ballot = |n: usize| {
            format!(
                r#"{{"id":"{n:08x}-0000-4000-8000-000000000000","consultation":"{REFERENCE}","voter":"person","workshop":null,"table":null,"channel":"tablet","assisted":false,"language":"en","confirmed":"1997-05-12T14:03Z","answers":{{}},"first_reaction":null,"readings":[],"basket":null,"unspent_reason":null,"tensions":[],"dissent":[],"considered_view":null,"what_changed":null,"live_with":null,"offer":null}}"#
            )
        };
        let lines = std::iter::once(header).chain((0..ballots).map(ballot)).chain((0..bad).map(|_| "{}".to_owned()));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn read(text: &str, room: usize) -> Result<Lines, Notice> {
        let (_, lines) = ballots::read(text.as_bytes()).expect("a header");
        read_ballots(lines, room)
    }

    #[test]
    fn ballots_beyond_the_limit_are_refused_with_the_limit() {
        assert_eq!(read(&file(3, 0), 3).expect("room for three").ballots.len(), 3);
        let refused = read(&file(4, 0), 3).expect_err("no room for a fourth");
        assert_eq!(refused, Notice::new("file-too-many-ballots").number("limit", 2_000_000));
    }

    #[test]
    fn bad_lines_take_no_room_and_only_the_first_are_told() {
        let read = read(&file(3, 50), 3).expect("bad lines do not count");
        assert_eq!((read.ballots.len(), read.bad, read.remarks.len()), (3, 50, MOST_NOTICES + 1));
        assert_eq!(read.remarks.last(), Some(&Notice::new("lines-more").number("count", 30)));
    }
}
