//! Basketry's own files: what is written is read back, and nothing that arrives makes the program fail.

#![cfg(feature = "files")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod ballot_header;
mod ballot_lines;
mod compiled;
mod consultation;
mod damage;
mod sample;
mod some_ballot;
mod translations;
