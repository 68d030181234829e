//! Ballot files: what is written is read back, and a bad line costs no other.

use basketry_ballots::{Ballots, Expected, Given};
use basketry_domain::{Ballot, Reference};
use basketry_formats::NoticeArg;
use basketry_formats::ballots::{
    BallotRecord, FileError, LineError, LineErrorKind, header, line, parse_reference, read, write_reference,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::some_ballot::{ballot, plain_ballot};

fn reference() -> Reference {
    Reference { id: "sample".parse().unwrap(), revision: 1, digest: "0a".repeat(16) }
}

fn head(ballots: usize) -> String {
    header(&reference(), "A “sample”\nof two lines", ballots).unwrap()
}

fn lines(ballots: &[Ballot]) -> Vec<String> {
    std::iter::once(head(ballots.len())).chain(ballots.iter().cloned().map(|ballot| line(ballot).unwrap())).collect()
}

/// The ballots and the bad lines of a file.
fn all(bytes: &[u8]) -> Result<(Vec<Ballot>, Vec<LineError>), FileError> {
    counted(bytes).map(|(ballots, bad, _)| (ballots, bad))
}

/// The same, and the code of what is said about their number.
type Counted = (Vec<Ballot>, Vec<LineError>, Option<String>);

fn counted(bytes: &[u8]) -> Result<Counted, FileError> {
    let (header, mut lines) = read(bytes)?;
    assert_eq!(header.consultation, reference());
    let (mut ballots, mut bad) = (Ballots::default(), Vec::new());
    while let Some(line) = lines.next_into(&mut ballots)? {
        bad.extend(line.err());
    }
    let ballots: Vec<Ballot> = ballots.iter().map(Given::ballot).collect();
    let miscount = header.miscount(ballots.len() + bad.len());
    Ok((ballots, bad, miscount.map(|notice| notice.code)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn what_is_written_is_read_back(
        ballots in vec(ballot(), 0..4),
        mark in prop::sample::select(vec!["", "\u{feff}"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\n\n \n"]),
    ) {
        let text = mark.to_owned() + &lines(&ballots).join(end);
        for text in [text.clone(), text + end] {
            let (read, bad, miscount) = counted(text.as_bytes()).unwrap();
            prop_assert_eq!((&read, bad.len(), miscount), (&ballots, 0, None));
        }
    }

    #[test]
    fn a_reference_is_read_back(ballot in ballot()) {
        prop_assert_eq!(parse_reference(&write_reference(&ballot.consultation)), Some(ballot.consultation));
    }

    /// `c@01#a` would be another text for `c@1#a`, and hashes and stores would take them for two.
    #[test]
    fn a_reference_has_one_spelling(revision in "[+]?[0-9]{0,11}", digest in "[0-9a-fA-F]{0,3}|[0-9a-g]{63,65}") {
        let text = format!("c@{revision}#{digest}");
        let read = parse_reference(&text);
        prop_assert!(read.as_ref().is_none_or(|read| write_reference(read) == text));
        let plain = revision.parse::<u32>().is_ok_and(|number| number.to_string() == revision);
        let hex = digest.len() <= 64 && !digest.contains('g');
        prop_assert_eq!(read.is_some(), plain && hex);
    }

    /// A line is read the quick way only as it is read the long way. Two places of a good line are changed, each to what
    /// stands elsewhere in it or to something odd, so that much of what comes is nearly good.
    #[test]
    fn what_is_read_quickly_is_read_the_same(
        ballot in plain_ballot(),
        changes in vec((any::<Index>(), any::<Index>(), 0_usize..4, 0_usize..4, any::<bool>()), 0..3),
        odd in prop::sample::select(vec![
            "", " ", ",", "[", "]", "{", "}", "\"", "\\", ":", "0", "01", "-1", "256", "99999999999", "1e1", "null", "é",
            "\n", "true", "\u{1}", "[,", ",]", "\"a\":1,", "\"a\",",
        ]),
    ) {
        let mut text = line(ballot.clone()).unwrap().into_bytes();
        for (at, from, gone, come, is_odd) in changes {
            let (at, from) = (at.index(text.len()), from.index(text.len()));
            let end = |from: usize, length: usize| (from + length).min(text.len());
            let piece = if is_odd { odd.as_bytes().to_vec() } else { text[from..end(from, come)].to_vec() };
            text.splice(at..end(at, gone), piece);
        }
        let mut ballots = Ballots::default();
        let written = write_reference(&ballot.consultation);
        let expected = Expected { text: &written, reference: &ballot.consultation };
        let with_end = [&text[..], b"\n", b"and more"].concat();
        let quick = ballots.push_line(&with_end, expected);
        let read = serde_json::from_slice::<BallotRecord>(&text).ok().and_then(|record| Ballot::try_from(record).ok());
        if let Some(length) = quick {
            prop_assert_eq!(length, text.len() + 1);
            prop_assert_eq!(ballots.iter().next().map(Given::ballot), read);
        } else {
            prop_assert!(ballots.is_empty());
            // What is written without an escape has no need of the long way.
            let as_written = read.as_ref().and_then(|read| line(read.clone()).ok()).is_some_and(|again| again.as_bytes() == text);
            let escapes = text.contains(&b'\\');
            let ours = read.as_ref().is_some_and(|read| read.consultation == ballot.consultation);
            let random = read.is_some_and(|read| { let id = read.id.to_string(); id.as_bytes()[14] == b'4' && b"89ab".contains(&id.as_bytes()[19]) });
            prop_assert!(!as_written || escapes || !ours || !random, "{}", String::from_utf8_lossy(&text));
        }
    }

    /// Ballots are themselves again, also beside others, and equal ones are equal wherever they are.
    #[test]
    fn columns_give_back_what_came(ballots in vec(ballot(), 0..6), other in ballot()) {
        let columns = Ballots::of(&ballots).unwrap();
        prop_assert_eq!(&columns.iter().map(Given::ballot).collect::<Vec<_>>(), &ballots);
        let elsewhere = Ballots::of(std::iter::once(&other).chain(&ballots)).unwrap();
        for (at, ballot) in ballots.iter().enumerate() {
            prop_assert!(columns.at(at) == elsewhere.at(at + 1));
            prop_assert_eq!(columns.at(at) == elsewhere.at(0), *ballot == other);
        }
    }

    #[test]
    fn a_bad_line_costs_no_other(
        ballots in vec(ballot(), 1..4),
        junk in vec(any::<u8>().prop_filter("within a line", |byte| *byte != b'\n'), 1..200),
        at: Index,
    ) {
        prop_assume!(!junk.trim_ascii().is_empty());
        let mut pieces: Vec<Vec<u8>> = lines(&ballots).into_iter().map(String::into_bytes).collect();
        let at = 1 + at.index(pieces.len());
        pieces.insert(at, junk);
        let (read, bad) = all(&pieces.join(&b'\n')).unwrap();
        prop_assert_eq!(read, ballots);
        prop_assert_eq!(bad.iter().map(|error| error.line).collect::<Vec<_>>(), [at as u64 + 1]);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        let _ = all(&bytes);
        let _ = all(&[head(3).as_bytes(), b"\n", &bytes].concat());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn every_beginning_of_a_file_gives_all_its_whole_ballots(ballots in vec(ballot(), 2..4)) {
        let lines = lines(&ballots);
        let text = lines.join("\n") + "\n";
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        for cut in 0..=text.len() {
            let whole = ends.iter().filter(|end| **end <= cut).count();
            match counted(&text.as_bytes()[..cut]) {
                Err(error) => {
                    prop_assert_eq!(whole, 0);
                    let expected = match cut {
                        0 => matches!(error, FileError::Empty),
                        // One character could be the beginning of anything.
                        1 => matches!(error, FileError::OtherFormat),
                        _ => matches!(error, FileError::Header(LineErrorKind::CutOff)),
                    };
                    prop_assert!(expected, "{} at {}", error, cut);
                }
                Ok((read, bad, miscount)) => {
                    prop_assert_eq!(&read, &ballots[..whole - 1]);
                    // Whatever is missing is told: as a line that ends too early, or as lines that never came.
                    prop_assert_eq!(miscount.is_none(), read.len() + bad.len() == ballots.len());
                    let cut_off = LineError { line: whole as u64 + 1, kind: LineErrorKind::CutOff };
                    prop_assert!(bad.is_empty() || bad == [cut_off]);
                }
            }
        }
    }
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = format!("\"{}\"", "x".repeat(1_000_000));
    let (read, bad) = all(format!("{}\n{long}\n{{}}\n{long}", head(3)).as_bytes()).unwrap();
    let told: Vec<(u64, bool)> = bad.iter().map(|error| (error.line, error.kind == LineErrorKind::TooLong)).collect();
    assert_eq!((read.len(), told), (0, vec![(2, true), (3, false), (4, true)]));
    assert!(matches!(all(long.as_bytes()), Err(FileError::OtherFormat)));
}

#[test]
fn what_is_wrong_with_a_line_is_told_by_a_code_with_its_place() {
    let told = |line: &str| {
        let (_, bad) = all(format!("{}\n{line}", head(1)).as_bytes()).unwrap();
        let notice = bad[0].notice();
        let field = notice.args.get(1).map(|(_, arg)| match arg {
            NoticeArg::Text(text) => text.clone(),
            NoticeArg::Number(number) => number.to_string(),
        });
        format!("{} {}", notice.code, field.unwrap_or_default())
    };
    let line = sample_line();
    assert_eq!(told("{\"id\": 1}"), "line-field id");
    assert_eq!(told("{bad}"), "line-not-json 2");
    assert_eq!(told("7"), "line-no-ballot ");
    assert_eq!(told(&line[..line.len() - 1]), "line-cut-off ");
    assert_eq!(told(&line.replace(r#""channel":"tablet","#, "")), "line-missing-field channel");
    assert_eq!(told(&line.replace(r#""offer":null"#, r#""colour":null"#)), "line-unknown-field colour");
    assert_eq!(told(&line.replace(r#""offer":null"#, r#""table":null"#)), "line-duplicate-field table");
    let basket = |text: &str| line.replace(r#""basket":null"#, &format!(r#""basket":{text}"#));
    assert_eq!(told(&basket(r#"{"a":256}"#)), "line-field basket.a");
}

#[test]
fn a_file_with_more_or_fewer_ballots_than_it_says_is_told() {
    let line = sample_line();
    let miscount = |head: &str, times: usize| {
        let text = format!("{head}\n{}", format!("{line}\n").repeat(times));
        let (ballots, bad, miscount) = counted(text.as_bytes()).unwrap();
        assert_eq!((ballots.len(), bad.len()), (times, 0));
        miscount
    };
    assert_eq!(miscount(&head(2), 2), None);
    assert_eq!(miscount(&head(2), 1).as_deref(), Some("file-ballots-missing"));
    assert_eq!(miscount(&head(2), 0).as_deref(), Some("file-ballots-missing"));
    assert_eq!(miscount(&head(2), 3).as_deref(), Some("file-ballots-added"));
    let old = head(2).replace(r#","ballots":2"#, "");
    assert_eq!((old == head(2), miscount(&old, 1)), (false, None));
}

#[test]
fn a_file_of_another_kind_or_a_newer_version_is_named() {
    let newer = head(0).replace("\"version\":1", "\"version\":2");
    assert!(matches!(all(newer.as_bytes()), Err(FileError::NewerVersion { found: 2 })));
    assert!(matches!(all(b""), Err(FileError::Empty)));
    for other in ["{}", "[]", "id,choice", "META", "{\"format\":\"basketry-consultation\"}"] {
        assert!(matches!(all(other.as_bytes()), Err(FileError::OtherFormat)), "{other}");
    }
}

#[test]
fn a_field_that_holds_what_it_cannot_is_named() {
    let given = |at: &str| format!("{}\n{}", head(1), sample_line().replace("1997-05-12T14:03Z", at));
    assert_eq!(all(given("1997-05-12T14:03Z").as_bytes()).unwrap().0.len(), 1);
    for odd in ["1997-05-12T14:03:59Z", "1997-05-12T24:03Z", "1997-02-30T14:03Z", "today", "<b>"] {
        let (_, bad) = all(given(odd).as_bytes()).unwrap();
        assert_eq!(bad, [LineError { line: 2, kind: LineErrorKind::Field("confirmed") }], "{odd}");
    }
}

fn sample_line() -> String {
    let reference = write_reference(&reference());
    format!(
        r#"{{"id":"00000000-0000-4000-8000-000000000000","consultation":"{reference}","voter":"person","workshop":null,"table":null,"channel":"tablet","assisted":false,"language":"en","confirmed":"1997-05-12T14:03Z","answers":{{}},"first_reaction":null,"readings":[],"basket":null,"unspent_reason":null,"tensions":[],"dissent":[],"considered_view":null,"what_changed":null,"live_with":null,"offer":null}}"#
    )
}
