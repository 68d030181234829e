//! Opens a consultation file: bounded, versioned, checked, in all its languages.

use std::collections::BTreeMap;

use basketry_domain::{Consultation, check};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::convert::{Malformed, MalformedKind};
use super::{ConsultationRecord, FORMAT, VERSION, json, translate};
use crate::compiled::Entry;
use crate::{Issue, IssueCode, ReadError, RichTextRecord, markdown};

/// The largest consultation file, in bytes.
pub const LARGEST_FILE: u64 = 8_000_000;

/// A consultation file that has been opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The consultation in the file's own language.
    pub consultation: Consultation,
    /// The records with parsed texts, the file's own language first; what a tablet keeps.
    pub languages: Vec<ConsultationRecord<RichTextRecord>>,
}

impl Opened {
    /// What a list of consultations shows of it.
    pub fn entry(&self) -> Entry {
        let consultation = &self.consultation;
        Entry {
            id: consultation.reference.id.to_string(),
            revision: consultation.reference.revision,
            digest: consultation.reference.digest.clone(),
            title: consultation.title.clone(),
            question: consultation.question.clone(),
            languages: self.languages.iter().map(|record| record.language.clone()).collect(),
            illustrative: consultation.illustrative.clone(),
        }
    }
}

/// Texts by language, then by path.
pub(super) type Translations = BTreeMap<String, BTreeMap<String, String>>;

/// Opens a consultation file. Nothing of a refused file is used.
pub fn open(bytes: &[u8]) -> Result<Opened, ReadError> {
    let mut file = value(bytes)?;
    envelope(&file)?;
    // Sorted keys, whatever features of serde_json another crate turns on.
    file.sort_all_objects();
    let digest = digest(&file);
    let translations = file.as_object_mut().and_then(|fields| fields.remove("translations"));
    let own = record(&file)?;
    let consultation = own.clone().into_domain(digest).map_err(malformed)?;
    let problems = check(&consultation);
    if !problems.is_empty() {
        return Err(ReadError::Issues(problems.into_iter().map(Issue::from).collect()));
    }
    let mut languages = vec![own];
    for (language, texts) in texts(translations)? {
        languages.push(translated(file.clone(), &language, &texts)?);
    }
    Ok(Opened { consultation, languages })
}

fn value(bytes: &[u8]) -> Result<Value, ReadError> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ReadError::TooLarge { limit: LARGEST_FILE });
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if text.trim_ascii().is_empty() {
        return Err(ReadError::Empty);
    }
    json::parse(text)
}

/// The format and its version, before anything else: a newer file must not be called malformed.
fn envelope(file: &Value) -> Result<(), ReadError> {
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ReadError::OtherFormat);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(found) if found > u64::from(VERSION) => Err(ReadError::NewerVersion { found, known: VERSION }),
        Some(1..) => Ok(()),
        _ => Err(ReadError::OtherFormat),
    }
}

/// SHA-256 of the JSON with sorted keys and without spaces, shortened to 128 bits.
fn digest(file: &Value) -> String {
    let hash: [u8; 32] = Sha256::digest(file.to_string()).into();
    let (head, _) = hash.split_at(16);
    head.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn record(file: &Value) -> Result<ConsultationRecord<RichTextRecord>, ReadError> {
    let record: Result<ConsultationRecord<String>, _> = serde_path_to_error::deserialize(file);
    let record = record.map_err(|error| {
        let path = error.path().to_string();
        one_issue(path, IssueCode::Shape(error.inner().to_string()))
    })?;
    Ok(record.map_bodies(&|body| markdown::parse(&body).into()))
}

fn texts(translations: Option<Value>) -> Result<Translations, ReadError> {
    let Some(translations) = translations else { return Ok(BTreeMap::new()) };
    serde_path_to_error::deserialize(translations).map_err(|error| {
        let path = format!("translations.{}", error.path());
        one_issue(path, IssueCode::Shape(error.inner().to_string()))
    })
}

fn translated(
    mut file: Value,
    language: &str,
    texts: &BTreeMap<String, String>,
) -> Result<ConsultationRecord<RichTextRecord>, ReadError> {
    for (path, text) in texts {
        if !translate::replace(&mut file, path, text) {
            return Err(one_issue(format!("translations.{language}.{path}"), IssueCode::UnknownText));
        }
    }
    file["language"] = Value::from(language);
    let record = record(&file)?;
    record.clone().into_domain(String::new()).map_err(malformed)?;
    Ok(record)
}

fn one_issue(path: String, code: IssueCode) -> ReadError {
    ReadError::Issues(vec![Issue { path, code }])
}

fn malformed(malformed: Malformed) -> ReadError {
    let code = match malformed.kind {
        MalformedKind::Id => IssueCode::NotAnId(malformed.text),
        MalformedKind::Date => IssueCode::NotADate(malformed.text),
        MalformedKind::Currency => IssueCode::NotACurrency(malformed.text),
        MalformedKind::Number => IssueCode::NotANumber(malformed.text),
    };
    one_issue(malformed.path, code)
}
