//! What several commands are told in the same way.

use basketry_domain::{Consultation, Date, SectionId};
use basketry_formats::Notice;
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

/// The section that is asked for, if one is.
pub(crate) fn section<'a>(
    consultation: &'a Consultation,
    wanted: Option<&str>,
) -> Result<Option<&'a SectionId>, Notice> {
    let Some(wanted) = wanted else { return Ok(None) };
    let known = consultation.sections.iter().map(|section| &section.id).find(|id| id.as_str() == wanted);
    known.map(Some).ok_or_else(|| Notice::new("export-no-section").text("section", wanted))
}
