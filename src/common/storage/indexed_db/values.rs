//! Values and keys as the database holds them.

use idb::{Error, KeyRange};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use super::schema::{ID, LINE, REFERENCE};
use super::{KeptBallot, Slot, StorageError};

/// The first part of the keys of drafts.
pub(super) const DRAFT: &str = "draft";

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

/// The key of a slot: it must not change.
pub(super) fn slot_key(slot: Slot<'_>) -> JsValue {
    match slot {
        Slot::Session => "session".into(),
        Slot::Draft(reference) => key_of_two(DRAFT, reference),
        Slot::Receipt => "receipt".into(),
    }
}

/// A key of two parts, so that no separator can occur in them: a reference and a language, a slot and a reference.
pub(super) fn key_of_two(first: &str, second: &str) -> JsValue {
    [first, second].into_iter().map(JsValue::from_str).collect::<Array>().into()
}

/// The keys of two parts that have this first one.
pub(super) fn keys_under(first: &str) -> Result<KeyRange, Error> {
    let lowest = Array::of1(&first.into());
    // Lists come after all texts in the order of keys.
    let highest = Array::of2(&first.into(), &Array::new());
    KeyRange::bound(&lowest, &highest, None, None)
}

/// The second part of a key.
pub(super) fn second_of(key: &JsValue) -> Result<String, StorageError> {
    key.dyn_ref().map(|key: &Array| key.get(1)).as_ref().map_or_else(|| Err(unexpected()), text)
}

/// Something other than this app, or a newer version of it, has written here.
fn unexpected() -> StorageError {
    StorageError::Failed { name: "DataError".into() }
}
