//! Puts the texts of another language in the place of the file's own.

use std::collections::BTreeMap;

use basketry_domain::ProblemCode;

use super::ConsultationRecord;
use crate::{Issue, IssueCode};

/// The record in another language, with these texts by path; or all that is wrong with them. Nothing but texts for
/// people can differ.
pub(super) fn translate(
    own: &ConsultationRecord<String>,
    language: &str,
    said: &BTreeMap<String, String>,
) -> Result<ConsultationRecord<String>, Vec<Issue>> {
    let mut record = own.clone();
    language.clone_into(&mut record.language);
    let mut texts = record.texts();
    let mut issues = Vec::new();
    for (path, words) in said {
        let code = match texts.get_mut(path) {
            Some(text) if !words.trim().is_empty() => {
                words.clone_into(text);
                continue;
            }
            Some(_) => IssueCode::Domain(ProblemCode::Empty),
            None => IssueCode::UnknownText,
        };
        issues.push(Issue { path: format!("{}.{path}", place(language)), code });
    }
    if issues.is_empty() { Ok(record) } else { Err(issues) }
}

/// Where the texts of a language are in the file.
pub(super) fn place(language: &str) -> String {
    format!("translations.{language}")
}
