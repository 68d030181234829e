//! Any bytes as a ballot file: every ballot is written and read back the same, every bad line has its number.

#![no_main]

use basketry_ballots::{Ballots, Expected, Given};
use basketry_domain::Ballot;
use basketry_formats::ballots::{BallotRecord, Header, LineErrorKind, header, line, read, write_reference};
use basketry_fuzz::lines;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok((head, mut found)) = read(bytes) else { return };
    let (mut all, mut before) = (Ballots::default(), 1);
    let mut bad = 0;
    loop {
        match found.next_into(&mut all) {
            Ok(None) => break,
            Ok(Some(Ok(()))) => {}
            Ok(Some(Err(error))) => {
                assert!(before < error.line && error.line <= lines(bytes));
                assert!(!matches!(&error.kind, LineErrorKind::Field(field) if field.is_empty()));
                assert_eq!(error.notice().args.first().map(|(name, _)| name.as_str()), Some("line"));
                before = error.line;
                bad += 1;
            }
            Err(error) => panic!("memory can be read: {error}"),
        }
    }
    let ballots: Vec<Ballot> = all.iter().map(Given::ballot).collect();
    check_quick(&head, bytes);
    assert!(ballots.len() + bad < usize::try_from(lines(bytes)).unwrap_or(usize::MAX));
    let stated = head.ballots == Some((ballots.len() + bad) as u64);
    assert_eq!(head.miscount(ballots.len() + bad).is_none(), stated || head.ballots.is_none());
    check_written(&head, &ballots);
});

/// What is read the quick way is read the same as the long way.
fn check_quick(head: &Header, bytes: &[u8]) {
    let text = write_reference(&head.consultation);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let mut quick = Ballots::default();
        let expected = Expected { text: &text, reference: &head.consultation };
        if let Some(length) = quick.push_line(line, expected) {
            assert_eq!(length, line.len());
            let read = serde_json::from_slice::<BallotRecord>(line).ok().and_then(|read| Ballot::try_from(read).ok());
            assert_eq!(quick.iter().next().map(Given::ballot), read);
        }
    }
}

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
    let Ok((again, mut found)) = read(text.as_bytes()) else { panic!("what is written is not read:\n{text}") };
    assert_eq!((&again.consultation, &again.title), (&head.consultation, &head.title));
    let mut all = Ballots::default();
    while let Ok(Some(Ok(()))) = found.next_into(&mut all) {}
    let read: Vec<Ballot> = all.iter().map(Given::ballot).collect();
    assert_eq!(read, ballots);
    assert_eq!(written(&read).ok(), Some(text));
}
