//! A Pabulib file, read and counted by greedy and by equal shares.

#![no_main]

use basketry_fuzz::{check_count, rewritten};
use basketry_pabulib::read;
use basketry_results::pabulib_election;
use basketry_tally::rule;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(file) = read(bytes) else { return };
    let Ok(again) = read(rewritten(&file).as_bytes()) else { panic!("what is written is not read") };
    let [election, again] = [&file, &again].map(|file| match pabulib_election(file) {
        Ok(election) => election,
        Err(notice) => panic!("a file that is read holds an election: {notice:?}"),
    });
    assert_eq!(election, again);
    assert_eq!(election.voters(), file.votes.len() as u64);
    for rule in ["greedy", "equal-shares"].into_iter().filter_map(rule) {
        for variant in rule.variants() {
            check_count(rule, *variant, &election, &again);
        }
    }
});
