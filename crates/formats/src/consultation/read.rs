//! Opens a consultation file: bounded, versioned, checked, in all its languages.

use std::collections::BTreeMap;

use basketry_domain::{Consultation, check};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::convert::{Malformed, MalformedKind};
#[cfg(feature = "schema")]
use super::schema::{Id, Translation};
use super::translate::{place, translate};
use super::{ConsultationRecord, FORMAT, VERSION};
use crate::compiled::Entry;
use crate::{Issue, IssueCode, Misfit, ReadError, RichTextRecord, json, markdown, shape};

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

/// What a file holds around the record that each language is made into.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Around {
    /// Where the schema of this format lies, for editors that check while one writes. Basketry passes over it.
    #[serde(default, rename = "$schema")]
    _schema: String,
    /// Texts in other languages: language, then the path of a text (with ids in the place of numbers, such as
    /// `areas.acute-care.name`), then the text. A text left out stays in the file's own language. Only texts for people
    /// have a path: ids, money, dates, figures and rules are the same in every language.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<Id, Translation>"))]
    translations: BTreeMap<String, BTreeMap<String, String>>,
}

/// Opens a consultation file. Nothing of a refused file is used.
pub fn open(bytes: &[u8]) -> Result<Opened, ReadError> {
    let mut file = value(bytes)?;
    envelope(&file)?;
    // Sorted keys, whatever features of serde_json another crate turns on.
    file.sort_all_objects();
    let mut around = Map::new();
    // Where the schema lies is no content, and so no part of the digest; translations are.
    take(&mut file, "$schema", &mut around);
    let digest = digest(&file);
    take(&mut file, "translations", &mut around);
    let around: Around = shape::read(&Value::Object(around)).map_err(misfit)?;
    let own: ConsultationRecord<String> = shape::read(&file).map_err(misfit)?;
    let (first, consultation) = sound(own.clone(), digest)?;
    let mut languages = vec![first];
    for (language, texts) in &around.translations {
        let translated = translate(&own, language, texts).map_err(ReadError::Issues)?;
        // What is checked is what will be read: a text may be words and yet show nothing.
        let (record, _) = sound(translated, String::new()).map_err(|error| inside(error, language))?;
        languages.push(record);
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

/// The record with its bodies parsed, and the consultation it makes, when that makes sense.
fn sound(
    record: ConsultationRecord<String>,
    digest: String,
) -> Result<(ConsultationRecord<RichTextRecord>, Consultation), ReadError> {
    let record = record.map_bodies(&|body| RichTextRecord::from(markdown::parse(&body)));
    let consultation = record.clone().into_domain(digest).map_err(malformed)?;
    let problems = check(&consultation);
    if !problems.is_empty() {
        return Err(ReadError::Issues(problems.into_iter().map(Issue::from).collect()));
    }
    Ok((record, consultation))
}

/// The same error, said of the texts of a language.
fn inside(error: ReadError, language: &str) -> ReadError {
    let ReadError::Issues(mut issues) = error else { return error };
    for issue in &mut issues {
        issue.path = format!("{}.{}", place(language), issue.path);
    }
    ReadError::Issues(issues)
}

/// Moves a field of the file to what is around the record.
fn take(file: &mut Value, name: &str, around: &mut Map<String, Value>) {
    if let Some(value) = file.as_object_mut().and_then(|fields| fields.remove(name)) {
        around.insert(name.to_owned(), value);
    }
}

fn one_issue(path: String, code: IssueCode) -> ReadError {
    ReadError::Issues(vec![Issue { path, code }])
}

fn misfit(misfit: Misfit) -> ReadError {
    ReadError::Issues(vec![misfit.into()])
}

fn malformed(malformed: Malformed) -> ReadError {
    let code = match malformed.kind {
        MalformedKind::Id => IssueCode::NotAnId(malformed.text),
        MalformedKind::Date => IssueCode::NotADate(malformed.text),
        MalformedKind::PartialDate => IssueCode::NotAPartialDate(malformed.text),
        MalformedKind::Currency => IssueCode::NotACurrency(malformed.text),
        MalformedKind::Number => IssueCode::NotANumber(malformed.text),
    };
    one_issue(malformed.path, code)
}
