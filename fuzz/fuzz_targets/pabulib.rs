//! Any bytes as a Pabulib file: read within bounds, written anew and read again, or refused with a line.

#![no_main]

use std::collections::BTreeSet;

use basketry_domain::{Decimal, Money};
use basketry_formats::Kind;
use basketry_fuzz::{lines, rewritten};
use basketry_pabulib::{Error, File, Notice, Scale, VoteKind, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match read(bytes) {
        Ok(file) => {
            check(&file, lines(bytes));
            let again = read(rewritten(&file).as_bytes());
            let Ok(again) = again else { panic!("what is written is not read: {again:?}\n{}", rewritten(&file)) };
            assert_eq!(content(&file), content(&again));
        }
        Err(Error::Content { line, fault }) => {
            assert!((1..=lines(bytes)).contains(&line), "{fault:?} on line {line} of {}", lines(bytes));
        }
        Err(Error::Io(error)) => panic!("memory can be read: {error}"),
    }
    let beginning = &bytes[..bytes.len().min(512)];
    assert_eq!(Kind::of(bytes), Kind::of(beginning));
});

fn check(file: &File, lines: u64) {
    let ids: BTreeSet<&str> = file.projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids.len(), file.projects.len());
    for amount in file.projects.iter().map(|project| project.cost).chain([file.budget]) {
        assert!((Money::ZERO..=Money::MAX).contains(&amount));
        let printed = file.scale.format(amount);
        assert_eq!(
            printed.parse().ok().and_then(|decimal| minor(decimal, file.scale)),
            Some(amount.minor()),
            "{printed}"
        );
    }
    let mut before = 0;
    for vote in file.votes.iter() {
        assert!(before < vote.line && vote.line <= lines);
        before = vote.line;
        assert!(vote.projects.iter().all(|place| usize::from(*place) < file.projects.len()));
        assert_eq!(vote.projects.iter().collect::<BTreeSet<_>>().len(), vote.projects.len());
        assert!(file.kind != VoteKind::ChooseOne || vote.projects.len() <= 1);
    }
    for notice in &file.notices {
        if let Notice::OverBudget { first_line: line, .. }
        | Notice::Beyond { first_line: line, .. }
        | Notice::Repeated { first_line: line, .. }
        | Notice::SameVoter { first_line: line, .. } = notice
        {
            assert!((1..=lines).contains(line));
        }
    }
}

/// A decimal in units of `10^-scale`.
fn minor(decimal: Decimal, scale: Scale) -> Option<i64> {
    let more = scale.digits().checked_sub(decimal.scale())?;
    decimal.units().checked_mul(10_i64.checked_pow(u32::from(more))?)
}

/// What a file says, apart from where it says it and from what is odd about it.
fn content(file: &File) -> impl PartialEq + std::fmt::Debug {
    let votes: Vec<_> = file.votes.iter().map(|vote| (vote.projects.to_vec(), vote.points.to_vec())).collect();
    (file.meta.clone(), file.scale, file.budget, file.kind, file.projects.clone(), votes)
}
