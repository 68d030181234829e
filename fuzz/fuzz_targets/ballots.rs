//! Any bytes as a ballot file: every ballot is written and read back the same, every bad line has its number.

#![no_main]

use basketry_domain::Ballot;
use basketry_formats::ballots::{Header, LineErrorKind, header, line, read};
use basketry_fuzz::lines;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok((head, found)) = read(bytes) else { return };
    let (mut ballots, mut before) = (Vec::new(), 1);
    let mut bad = 0;
    for one in found {
        match one {
            Ok(Ok(ballot)) => ballots.push(ballot),
            Ok(Err(error)) => {
                assert!(before < error.line && error.line <= lines(bytes));
                assert!(!matches!(&error.kind, LineErrorKind::Field(field) if field.is_empty()));
                assert_eq!(error.notice().args.first().map(|(name, _)| name.as_str()), Some("line"));
                before = error.line;
                bad += 1;
            }
            Err(error) => panic!("memory can be read: {error}"),
        }
    }
    assert!(ballots.len() + bad < usize::try_from(lines(bytes)).unwrap_or(usize::MAX));
    let stated = head.ballots == Some((ballots.len() + bad) as u64);
    assert_eq!(head.miscount(ballots.len() + bad).is_none(), stated || head.ballots.is_none());
    check_written(&head, &ballots);
});

/// What is written is read back, and written the same once more.
fn check_written(head: &Header, ballots: &[Ballot]) {
    let written = |ballots: &[Ballot]| -> Result<String, serde_json::Error> {
        let mut text = header(&head.consultation, &head.title, ballots.len())?;
        for ballot in ballots {
            text.push('\n');
            text.push_str(&line(ballot.clone())?);
        }
        Ok(text)
    };
    let Ok(text) = written(ballots) else { panic!("a ballot that was read is not written") };
    let Ok((again, found)) = read(text.as_bytes()) else { panic!("what is written is not read:\n{text}") };
    assert_eq!((&again.consultation, &again.title), (&head.consultation, &head.title));
    let read: Vec<Ballot> = found.filter_map(|one| one.ok().and_then(Result::ok)).collect();
    assert_eq!(read, ballots);
    assert_eq!(written(&read).ok(), Some(text));
}
