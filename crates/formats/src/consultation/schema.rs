//! The JSON Schema of the consultation file, made from the records themselves.

use serde_json::Value;

use super::{ConsultationRecord, FORMAT, VERSION};

/// The JSON Schema (draft 2020-12).
pub fn schema() -> Value {
    let mut schema = Value::from(schemars::schema_for!(ConsultationRecord<String>));
    schema["title"] = Value::from("Basketry consultation");
    schema["properties"]["format"]["const"] = Value::from(FORMAT);
    schema["properties"]["version"]["const"] = Value::from(VERSION);
    // Sorted keys, whatever features of serde_json another crate turns on.
    schema.sort_all_objects();
    schema
}
