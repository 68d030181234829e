//! What several commands are told in the same way.

use basketry_domain::Date;
use basketry_results::Threshold;

/// A day as it is written.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|()| "a day looks like 2001-07-31".to_owned())
}

/// How few are too few.
pub(crate) fn threshold(text: &str) -> Result<Threshold, String> {
    let known = text.parse().ok().and_then(Threshold::of_count);
    known.ok_or_else(|| "groups of fewer than 5 or fewer than 10 are held back".to_owned())
}
