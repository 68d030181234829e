//! Messages as structured clones, so that a file is handed over as a file.

use gloo_worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// Structured clones in place of gloo's byte strings.
#[derive(Debug)]
pub struct StructuredClone;

impl Codec for StructuredClone {
    fn encode<I: Serialize>(input: I) -> JsValue {
        // Both sides are this program: a message that cannot be encoded is a mistake in it, and the page of last
        // resort says so.
        serde_wasm_bindgen::to_value(&input).expect_throw("a message that cannot be sent")
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        serde_wasm_bindgen::from_value(input).expect_throw("a message of another version")
    }
}
