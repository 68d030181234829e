//! What the fuzz targets share. A target is one file in `fuzz_targets`, one `[[bin]]` in `Cargo.toml`, and a folder of
//! small files in `corpus` to start from.

mod counted;
mod drafted;
mod rewritten;
mod rich_text;

pub use counted::{check_count, check_every_rule};
pub use drafted::Draft;
pub use rewritten::rewritten;
pub use rich_text::check_rich_text;

/// How many lines a file has, at least one.
pub fn lines(bytes: &[u8]) -> u64 {
    bytes.split(|byte| *byte == b'\n').count() as u64
}
