//! Values and keys as the database holds them.

use idb::{Error, KeyRange};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use super::schema::{ID, LINE, REFERENCE};
use super::{KeptBallot, StorageError};

/// Bytes, to be stored.
pub(super) fn from_bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Stored bytes.
pub(super) fn bytes(value: &JsValue) -> Result<Vec<u8>, StorageError> {
    value.dyn_ref().map(Uint8Array::to_vec).ok_or_else(unexpected)
}

/// A stored text.
pub(super) fn text(value: &JsValue) -> Result<String, StorageError> {
    value.as_string().ok_or_else(unexpected)
}

/// A ballot, to be stored.
pub(super) fn from_ballot(ballot: &KeptBallot) -> Result<JsValue, StorageError> {
    let record = Object::new();
    for (key, value) in [(ID, &ballot.id), (REFERENCE, &ballot.reference), (LINE, &ballot.line)] {
        Reflect::set(&record, &key.into(), &value.into()).map_err(|_| unexpected())?;
    }
    Ok(record.into())
}

/// A stored ballot.
pub(super) fn ballot(record: &JsValue) -> Result<KeptBallot, StorageError> {
    let field = |key: &str| Reflect::get(record, &key.into()).map_err(|_| unexpected()).and_then(|value| text(&value));
    Ok(KeptBallot { id: field(ID)?, reference: field(REFERENCE)?, line: field(LINE)? })
}

/// The key of one language of a consultation: two parts, so that no separator can occur in them.
pub(super) fn language_key(reference: &str, language: &str) -> JsValue {
    [reference, language].into_iter().map(JsValue::from_str).collect::<Array>().into()
}

/// The keys of all languages of a consultation.
pub(super) fn all_languages(reference: &str) -> Result<KeyRange, Error> {
    let first = Array::of1(&reference.into());
    // Lists come after all texts in the order of keys.
    let last = Array::of2(&reference.into(), &Array::new());
    KeyRange::bound(&first, &last, None, None)
}

/// Something other than this app, or a newer version of it, has written here.
fn unexpected() -> StorageError {
    StorageError::Failed { name: "DataError".into() }
}
