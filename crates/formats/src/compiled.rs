//! The compiled consultation: one language, checked and parsed, small to load. It is what a tablet keeps and what
//! ships with the app; the file people write is the consultation file.

use basketry_domain::Consultation;
use serde::{Deserialize, Serialize};

use crate::RichTextRecord;
use crate::consultation::ConsultationRecord;

/// Changes with every change to the records, so that old bytes are refused and the file is opened anew.
const MAGIC: &[u8; 6] = b"BSKT\x00\x02";

/// Why bytes are not a compiled consultation of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a compiled consultation of this version")]
pub struct NotCompiled;

/// What a list of consultations shows of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The consultation's id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
    /// Its title, in its own language.
    pub title: String,
    /// Its question, in its own language.
    pub question: String,
    /// Its languages, its own first.
    pub languages: Vec<String>,
    /// What in it is illustrative.
    pub illustrative: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Compiled {
    digest: String,
    record: ConsultationRecord<RichTextRecord>,
}

/// Writes a consultation in one language.
pub fn encode(record: ConsultationRecord<RichTextRecord>, digest: String) -> Result<Vec<u8>, NotCompiled> {
    framed(&Compiled { digest, record })
}

/// Reads a consultation in one language.
pub fn decode(bytes: &[u8]) -> Result<Consultation, NotCompiled> {
    let compiled: Compiled = unframed(bytes)?;
    compiled.record.into_domain(compiled.digest).map_err(|_| NotCompiled)
}

/// Writes a list entry.
pub fn encode_entry(entry: &Entry) -> Result<Vec<u8>, NotCompiled> {
    framed(entry)
}

/// Reads a list entry.
pub fn decode_entry(bytes: &[u8]) -> Result<Entry, NotCompiled> {
    unframed(bytes)
}

/// Writes the list of the consultations that ship with the app.
pub fn encode_list(entries: &[Entry]) -> Result<Vec<u8>, NotCompiled> {
    framed(&entries)
}

/// Reads such a list.
pub fn decode_list(bytes: &[u8]) -> Result<Vec<Entry>, NotCompiled> {
    unframed(bytes)
}

fn framed<T: Serialize>(value: &T) -> Result<Vec<u8>, NotCompiled> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(postcard::to_allocvec(value).map_err(|_| NotCompiled)?);
    Ok(bytes)
}

fn unframed<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, NotCompiled> {
    let body = bytes.strip_prefix(MAGIC).ok_or(NotCompiled)?;
    postcard::from_bytes(body).map_err(|_| NotCompiled)
}
