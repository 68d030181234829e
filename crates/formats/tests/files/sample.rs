//! The consultations that ship with the app.

use std::fs;
use std::path::Path;

use serde_json::Value;

const NAMES: [&str; 3] = ["coventry-1997", "joining-up-2001", "sure-start-2001"];

/// The text of every sample.
pub(crate) fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    NAMES.iter().map(|name| fs::read_to_string(folder.join(format!("{name}.basketry.json"))).unwrap()).collect()
}

/// The shortest sample, for tests that open it many times.
pub(crate) fn text() -> String {
    texts().into_iter().min_by_key(String::len).unwrap()
}

/// Every sample as JSON.
pub(crate) fn values() -> Vec<Value> {
    texts().iter().map(|text| serde_json::from_str(text).unwrap()).collect()
}

/// The JSON Pointers of all values in `value`, its own first.
pub(crate) fn pointers(value: &Value) -> Vec<String> {
    let inside = |step: String, value: &Value| {
        let step = step.replace('~', "~0").replace('/', "~1");
        pointers(value).into_iter().map(|rest| format!("/{step}{rest}")).collect::<Vec<_>>()
    };
    let below: Vec<Vec<String>> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| inside(name.clone(), value)).collect(),
        Value::Array(entries) => entries.iter().enumerate().map(|(at, value)| inside(at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    std::iter::once(String::new()).chain(below.into_iter().flatten()).collect()
}
