//! Every code that can reach a person has words, and gets every variable they need.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use basketry_domain::{Fault as BallotFault, Money, ProblemCode, Reference, Refusal};
use basketry_formats::ballots::{FileError, Header, LineError, LineErrorKind, fault_notice};
use basketry_formats::{Issue, IssueCode, Misfit, Notice, ReadError, Shape, Wanted};
use basketry_pabulib::{self as pabulib, Expected, Fault};
use basketry_results::notice_in_words;
use basketry_texts::{Message, PlainEnglish};

/// Says a notice, and stops at one without words or with a variable missing.
#[track_caller]
fn said(notice: &Notice) -> String {
    assert!(Message::by_name(&notice.code).is_some(), "i18n/en has no message {}", notice.code);
    let words = notice_in_words(notice, &PlainEnglish);
    assert!(!words.contains("{$"), "{}: {words}", notice.code);
    words
}

/// A sentence that says what is wrong, and another that says what to do.
fn tells_what_to_do(words: &str) -> bool {
    words.ends_with('.') && words.contains(". ")
}

fn text() -> String {
    "text".to_owned()
}

/// Every way in which a value can fail to fit.
fn shapes() -> Vec<Shape> {
    let wanted = [Wanted::Text, Wanted::Number, Wanted::Truth, Wanted::List, Wanted::Fields];
    let known = &["id", "name"];
    let others = [
        Shape::Missing,
        Shape::Unknown { known },
        Shape::Range { least: 0, most: 255 },
        Shape::Choice { known },
        Shape::Other,
    ];
    wanted.map(Shape::Type).into_iter().chain(others).collect()
}

fn io() -> io::Error {
    io::Error::other("no such device")
}

#[test]
fn a_consultation_that_cannot_be_opened() {
    let problems = [
        ProblemCode::Empty,
        ProblemCode::NoEntries,
        ProblemCode::DuplicateId(text()),
        ProblemCode::UnknownId(text()),
        ProblemCode::AmountOutOfRange,
        ProblemCode::LevelCheaperThanBelow,
        ProblemCode::OutOfOrder,
        ProblemCode::Zero,
        ProblemCode::NothingFits,
        ProblemCode::RequiresCircle,
        ProblemCode::RequiresExcluded(text()),
        ProblemCode::RequiresApart(text(), text()),
        ProblemCode::OneSided,
        ProblemCode::TooMany { limit: 500 },
    ];
    let codes = [
        IssueCode::NotAnId(text()),
        IssueCode::NotADate(text()),
        IssueCode::NotAPartialDate(text()),
        IssueCode::NotACurrency(text()),
        IssueCode::NotANumber(text()),
        IssueCode::UnknownText,
    ];
    let codes = codes
        .into_iter()
        .chain(shapes().into_iter().map(IssueCode::Shape))
        .chain(problems.into_iter().map(IssueCode::Domain));
    let issues = codes.map(|code| Issue { path: "items[3]".to_owned(), code }).collect();
    let errors = [
        ReadError::Empty,
        ReadError::TooLarge { limit: 8_000_000 },
        ReadError::NotJson { line: 1, column: 2, cut_off: false },
        ReadError::NotJson { line: 1, column: 2, cut_off: true },
        ReadError::DuplicateKey { line: 1, column: 2, key: text() },
        ReadError::OtherFormat,
        ReadError::NewerVersion { found: 2, known: 1 },
        ReadError::Issues(issues),
    ];
    for notice in errors.iter().flat_map(ReadError::notices) {
        let words = said(&notice);
        let issue = notice.code.starts_with("issue-");
        assert!(!issue || words.contains("items[3]"), "{words}");
        assert!(!issue || tells_what_to_do(&words), "{words}");
    }
}

#[test]
fn a_ballot_file_a_line_and_a_ballot() {
    let files = [FileError::Empty, FileError::OtherFormat, FileError::NewerVersion { found: 2 }, FileError::Io(io())];
    for error in files {
        said(&error.notice());
    }
    let misfit = |path: &str, shape| LineErrorKind::Shape(Misfit { path: path.to_owned(), shape });
    let kinds = || {
        [
            LineErrorKind::NotJson(7),
            LineErrorKind::Twice(text()),
            LineErrorKind::CutOff,
            LineErrorKind::Field("id"),
            LineErrorKind::TooLong,
            misfit("", Shape::Other),
        ]
    };
    for kind in kinds().into_iter().chain([misfit("title", Shape::Missing)]) {
        let words = said(&FileError::Header(kind).notice());
        assert!(words.contains("ine 1") && tells_what_to_do(&words), "{words}");
    }
    for kind in kinds().into_iter().chain(shapes().into_iter().map(|shape| misfit("readings[0].area", shape))) {
        let words = said(&LineError { line: 42, kind }.notice());
        assert!(words.contains("42") && tells_what_to_do(&words), "{words}");
    }
    let consultation = Reference { id: "c".parse().unwrap(), revision: 1, digest: String::new() };
    let header = Header { consultation, title: text(), ballots: Some(5) };
    for (lines, word) in [(4, "cut short"), (6, "added")] {
        let words = said(&header.miscount(lines).unwrap());
        assert!(words.contains(word) && words.contains('5') && words.contains(&lines.to_string()), "{words}");
    }
    let item = || "item".parse().unwrap();
    let baskets = [
        Refusal::OverBudget { short: Money::from_minor(1) },
        Refusal::Requires(item()),
        Refusal::Excludes(item()),
        Refusal::NeededBy(item()),
        Refusal::Unknown(item()),
    ];
    let faults = [
        BallotFault::OtherRevision,
        BallotFault::UnknownWorkshop,
        BallotFault::UnknownArea,
        BallotFault::PointsTotal { given: 90 },
    ];
    for fault in faults.into_iter().chain(baskets.map(BallotFault::Basket)) {
        said(&fault_notice(&fault));
    }
}

#[test]
fn a_pabulib_file_that_cannot_be_read() {
    let value = |expected| Fault::Value { name: "cost", found: text(), expected };
    let faults = [
        Fault::TooManyRows { limit: 1 },
        Fault::TooManyFields { found: 2, limit: 1 },
        Fault::TooManyProjects { limit: 1 },
        Fault::OpenQuote,
        Fault::NotUtf8,
        Fault::NoSection { found: text() },
        Fault::SectionOrder { section: "META" },
        Fault::MissingSection { section: "META" },
        Fault::MissingKey { key: "budget" },
        Fault::DuplicateKey { key: text() },
        Fault::MissingColumn { section: "VOTES", column: "vote", found: vec![text(), text()] },
        Fault::Empty { column: "cost" },
        value(Expected::Amount),
        value(Expected::SmallerAmount),
        value(Expected::Points),
        value(Expected::VoteKind),
        Fault::DuplicateProject { project: text() },
        Fault::UnknownProject { project: text() },
        Fault::RepeatedProject { project: text() },
        Fault::MoreThanOne { found: 2 },
        Fault::PointsCount { projects: 2, points: 1 },
    ];
    for fault in faults {
        let words = said(&(&pabulib::Error::Content { line: 42, fault }).into());
        assert!(words.contains("ine 42"), "{words}");
    }
    let too_large = Fault::TooLarge { limit: pabulib::MOST_BYTES };
    assert!(said(&(&pabulib::Error::Content { line: 42, fault: too_large }).into()).contains("256 MB"));
    said(&(&pabulib::Error::Io(io())).into());
    let odd = [
        pabulib::Notice::Number { key: "num_votes", stated: text(), found: 1 },
        pabulib::Notice::OverBudget { votes: 1, first_line: 42 },
        pabulib::Notice::OverBudget { votes: 2, first_line: 42 },
        pabulib::Notice::Beyond { key: "max_length", stated: text(), votes: 1, first_line: 42 },
        pabulib::Notice::Beyond { key: "max_sum_cost", stated: text(), votes: 2, first_line: 42 },
        pabulib::Notice::NoLimit { key: "max_length", stated: text() },
        pabulib::Notice::Repeated { votes: 1, first_line: 42, project: text() },
        pabulib::Notice::Repeated { votes: 2, first_line: 42, project: text() },
        pabulib::Notice::SameVoter { votes: 1, first_line: 42 },
    ];
    for notice in &odd {
        let words = said(&notice.into());
        assert!(tells_what_to_do(&words), "{words}");
    }
}

#[test]
fn the_words_say_it_in_full() {
    let fault = Fault::PointsCount { projects: 2, points: 1 };
    assert_eq!(
        said(&(&pabulib::Error::Content { line: 12, fault }).into()),
        "Line 12: the vote names 2 projects and gives points once. Give points once for each project."
    );
    assert_eq!(
        said(&(&pabulib::Notice::SameVoter { votes: 3, first_line: 9 }).into()),
        "3 votes have the voter id of an earlier vote, the first on line 9. They count as given. Check that nobody was \
         entered twice."
    );
}

/// The codes in the sources: what stands in quotes after `Notice::new(` and its like.
#[test]
fn every_code_in_the_sources_has_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Vec::new();
    for folder in ["src", "crates/cli/src", "crates/formats/src", "crates/results/src"] {
        collect(&root.join(folder), &mut sources);
    }
    let mut codes = 0;
    for path in sources {
        let text = fs::read_to_string(&path).unwrap();
        for maker in ["Notice::new(\"", "notice(\"", "told(\""] {
            for code in text.split(maker).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(Message::by_name(code).is_some(), "{}: i18n/en has no message {code}", path.display());
                codes += 1;
            }
        }
    }
    assert!(codes > 60, "only {codes} codes found: has the way they are written changed?");
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}
