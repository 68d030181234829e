//! Consultation files as they should be: the samples open, and their digest depends on the content alone.

use basketry_formats::consultation::{Opened, open};
use proptest::prelude::*;
use serde_json::Value;

use crate::sample;

/// Writes JSON with the fields turned by `turn` places and with `space` wherever space may be.
fn spelt(value: &Value, turn: usize, space: &str) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<String> = fields
                .iter()
                .map(|(name, value)| {
                    format!("{space}{}{space}:{}", Value::from(name.as_str()), spelt(value, turn, space))
                })
                .collect();
            let count = fields.len().max(1);
            fields.rotate_left(turn % count);
            format!("{space}{{{}{space}}}{space}", fields.join(","))
        }
        Value::Array(entries) => {
            let entries: Vec<String> = entries.iter().map(|entry| spelt(entry, turn, space)).collect();
            format!("{space}[{}{space}]{space}", entries.join(","))
        }
        plain => format!("{space}{plain}{space}"),
    }
}

fn digest(opened: &Opened) -> &str {
    &opened.consultation.reference.digest
}

#[test]
fn the_samples_open_without_issues() {
    for text in sample::texts() {
        let opened = open(text.as_bytes()).unwrap();
        assert!(opened.consultation.illustrative.is_some(), "a sample says what in it is invented");
        assert_eq!(digest(&opened).len(), 32);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let text = sample::text();
    assert_eq!(open(format!("\u{feff}{text}").as_bytes()), open(text.as_bytes()));
}

#[test]
fn another_content_has_another_digest() {
    let text = sample::text();
    let opened = open(text.as_bytes()).unwrap();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    value["title"] = Value::from("Another");
    let other = open(value.to_string().as_bytes()).unwrap();
    assert_ne!(digest(&opened), digest(&other));
}

#[test]
fn where_an_editor_finds_the_schema_is_passed_over() {
    let text = sample::text();
    let with_schema = text.replacen("{\n", "{\n  \"$schema\": \"../docs/consultation.schema.json\",\n", 1);
    assert_ne!(with_schema, text);
    assert_eq!(open(with_schema.as_bytes()), open(text.as_bytes()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_order_of_fields_and_space_change_nothing(
        turn in 0_usize..30,
        space in prop::sample::select(vec!["", " ", "\n\t", "\r\n"]),
    ) {
        for value in sample::values() {
            let other = open(spelt(&value, turn, space).as_bytes());
            prop_assert_eq!(open(value.to_string().as_bytes()), other);
        }
    }
}
