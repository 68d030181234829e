//! Reads the first line of a ballot file. When it is damaged, that is told with its place: a file of ours that was cut
//! off or changed is not one of another kind.

use serde_json::Value;

use super::read::{FileError, Header, LineErrorKind, unreadable};
use super::record::HeaderRecord;
use super::{FORMAT, VERSION, parse_reference};
use crate::{json, shape};

/// What the first line says, when it is a sound header.
pub(super) fn read(line: &[u8]) -> Result<Header, FileError> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let damaged = |kind| FileError::Header(kind);
    let value = json::parse(line).map_err(|error| match unreadable(error) {
        kind if is_ours(line, kind == LineErrorKind::CutOff) => damaged(kind),
        _ => FileError::OtherFormat,
    })?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::OtherFormat);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(0) => return Err(damaged(LineErrorKind::Field("version"))),
        Some(found) if found > u64::from(VERSION) => return Err(FileError::NewerVersion { found }),
        _ => {}
    }
    let record: HeaderRecord = shape::read(&value).map_err(|misfit| damaged(LineErrorKind::Shape(misfit)))?;
    let reference = parse_reference(&record.consultation);
    let consultation = reference.ok_or_else(|| damaged(LineErrorKind::Field("consultation")))?;
    Ok(Header { consultation, title: record.title, ballots: record.ballots })
}

/// Whether a line that is no JSON was a header once: it names our format, or ends before it could.
fn is_ours(line: &[u8], cut_off: bool) -> bool {
    let text = String::from_utf8_lossy(line);
    let named = format!("{{\"format\":\"{FORMAT}\"");
    // One character could be the beginning of anything.
    let begun = cut_off && line.len() > 1 && named.as_bytes().starts_with(line);
    begun || text.starts_with('{') && text.contains(&format!("\"{FORMAT}\""))
}
