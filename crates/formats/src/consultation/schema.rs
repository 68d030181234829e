//! The JSON Schema of the consultation file, made from the records themselves.

use serde_json::Value;

use super::read::Translations;
use super::{ConsultationRecord, FORMAT, VERSION};

/// The JSON Schema (draft 2020-12).
pub fn schema() -> Value {
    let mut schema = Value::from(schemars::schema_for!(ConsultationRecord<String>));
    schema["title"] = Value::from("Basketry consultation");
    schema["properties"]["format"]["const"] = Value::from(FORMAT);
    schema["properties"]["version"]["const"] = Value::from(VERSION);
    schema["properties"]["translations"] = translations();
    // Sorted keys, whatever features of serde_json another crate turns on.
    schema.sort_all_objects();
    schema
}

/// Reading takes the translations out of the file before its record is made, so the record does not describe them.
fn translations() -> Value {
    let mut schema = Value::from(schemars::schema_for!(Translations));
    if let Some(fields) = schema.as_object_mut() {
        fields.retain(|name, _| !matches!(name.as_str(), "$schema" | "title"));
    }
    schema["default"] = Value::Object(serde_json::Map::new());
    schema["description"] = Value::from(
        "Texts in other languages: language, then the path of a text (with ids in the place of numbers, such as\n\
         `areas.acute-care.name`), then the text. A text left out stays in the file's own language.",
    );
    schema
}
