//! Any small election, counted by every rule in every variant.

#![no_main]

use basketry_fuzz::{Draft, check_every_rule};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|draft: Draft| {
    match (draft.election(), draft.reordered()) {
        (Ok(election), Ok(reordered)) => check_every_rule(&election, &reordered),
        (election, reordered) => panic!("no election: {election:?} {reordered:?}"),
    }
});
