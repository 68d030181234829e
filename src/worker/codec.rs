//! Messages as structured clones, so that a file is handed over as a file.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// A message as it is sent. Both sides are of one build: one that cannot be encoded is a mistake in it. Thrown in the
/// worker it ends the worker, which the page is told; thrown on the page it stands in the browser's console.
pub(super) fn encode(message: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(message).expect_throw("a message that cannot be sent")
}

/// A message as it was sent.
pub(super) fn decode<T: DeserializeOwned>(message: JsValue) -> T {
    serde_wasm_bindgen::from_value(message).expect_throw("a message of another version")
}
