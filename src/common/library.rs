//! The consultations at hand: those that ship with the app and those opened on this device.

mod ballots;

use basketry_domain::Consultation;
use basketry_formats::ballots::write_reference;
use basketry_formats::compiled::{self, Entry};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom::{asset, root, window};
use super::storage::{Storage, StorageError};

pub use ballots::{Gathered, ballot_files, gathered, off_the_shelf};

/// Where a consultation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It ships with the app.
    Sample,
    /// It was opened on this device.
    Opened,
}

/// A consultation at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// What a list shows of it.
    pub entry: Entry,
    /// Where it comes from.
    pub origin: Origin,
}

/// Why a consultation cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LibraryError {
    /// It is not on this device.
    #[error("no such consultation here")]
    Missing,
    /// The files that ship with the app could not be fetched.
    #[error("the app's own files cannot be reached")]
    Unreachable,
    /// The device's storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl LibraryError {
    /// The code that says it to a person.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "begin-missing",
            Self::Unreachable => "app-unreachable",
            Self::Storage(error) => error.code(),
        }
    }
}

/// `id@revision#digest` of a list entry.
pub fn reference(entry: &Entry) -> String {
    format!("{}@{}#{}", entry.id, entry.revision, entry.digest)
}

/// The name of a compiled sample's file.
pub fn sample_file(id: &str, language: &str) -> String {
    format!("samples/{id}.{language}.bin")
}

/// All consultations at hand, the opened ones first.
pub async fn shelf(storage: &dyn Storage) -> Result<Vec<Shelved>, StorageError> {
    let opened = storage.consultations().await?;
    let mut shelf: Vec<Shelved> = opened
        .iter()
        .filter_map(|bytes| compiled::decode_entry(bytes).ok())
        .map(|entry| Shelved { entry, origin: Origin::Opened })
        .collect();
    shelf.extend(samples().into_iter().map(|entry| Shelved { entry, origin: Origin::Sample }));
    Ok(shelf)
}

/// The file texts of the opened consultations that another version of the app compiled, and this one cannot read.
pub async fn outdated(storage: &dyn Storage) -> Result<Vec<String>, StorageError> {
    let entries = storage.consultations().await?;
    let outdated: Vec<bool> = entries.iter().map(|bytes| compiled::decode_entry(bytes).is_err()).collect();
    if !outdated.contains(&true) {
        return Ok(Vec::new());
    }
    // Entry and text are kept together, so the two lists go side by side.
    let sources = storage.sources().await?.into_iter().zip(outdated);
    Ok(sources.filter_map(|(source, outdated)| outdated.then_some(source)).collect())
}

/// The samples, as the page lists them.
fn samples() -> Vec<Entry> {
    let list = root().get_attribute("data-samples").and_then(|list| window().atob(&list).ok());
    // `atob` gives one character for each byte.
    let bytes = list.map(|list| list.chars().filter_map(|byte| u8::try_from(byte).ok()).collect::<Vec<u8>>());
    bytes.and_then(|bytes| compiled::decode_list(&bytes).ok()).unwrap_or_default()
}

/// The consultation with this reference: from the device, else from the app's samples.
pub async fn consultation(storage: &dyn Storage, wanted: &str, language: &str) -> Result<Consultation, LibraryError> {
    let bytes = compiled(storage, wanted, language).await?;
    let consultation = compiled::decode(&bytes).map_err(|_| LibraryError::Missing)?;
    if write_reference(&consultation.reference) == wanted { Ok(consultation) } else { Err(LibraryError::Missing) }
}

/// The same, as compiled bytes.
pub async fn compiled(storage: &dyn Storage, wanted: &str, language: &str) -> Result<Vec<u8>, LibraryError> {
    if let Some(bytes) = storage.consultation(wanted, language).await? {
        return Ok(bytes);
    }
    let id = wanted.split('@').next().unwrap_or_default();
    fetch(&sample_file(id, language)).await
}

async fn fetch(path: &str) -> Result<Vec<u8>, LibraryError> {
    let unreachable = |_| LibraryError::Unreachable;
    let response: Response =
        JsFuture::from(window().fetch_with_str(&asset(path))).await.map_err(unreachable)?.unchecked_into();
    if !response.ok() {
        return Err(LibraryError::Missing);
    }
    let body = response.array_buffer().map_err(unreachable)?;
    Ok(Uint8Array::new(&JsFuture::from(body).await.map_err(unreachable)?).to_vec())
}

/// The languages a consultation at hand has, its own first; none when it is not at hand.
pub async fn languages(storage: &dyn Storage, wanted: &str) -> Vec<String> {
    let shelf = shelf(storage).await.unwrap_or_default();
    let found = shelf.into_iter().find(|shelved| reference(&shelved.entry) == wanted);
    found.map(|shelved| shelved.entry.languages).unwrap_or_default()
}
