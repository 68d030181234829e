//! The JSON Schema that is published with the sources: as the program prints it, and true of the samples.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// What a schema says about a schema: it forbids nothing.
const SILENT: [&str; 6] = ["$schema", "$defs", "title", "description", "default", "format"];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn published() -> Value {
    let text = fs::read_to_string(repository().join("docs/consultation.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// What in `value` is not as `schema` has it. Knows the keywords our schema uses and stops at any other.
fn wrong(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let check = |schema: &Value, value: &Value, step: &str| wrong(root, schema, value, &format!("{path}{step}"));
    let unless = |fine: bool, what: &str| if fine { vec![] } else { vec![format!("{path}: not {what}")] };
    let Some(keywords) = schema.as_object() else { return unless(schema != &json!(false), "allowed") };
    let rule = |(keyword, rule): (&String, &Value)| match keyword.as_str() {
        "$ref" => check(root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), value, ""),
        "type" => unless(is_of_type(rule, value), &rule.to_string()),
        "const" => unless(rule == value, &rule.to_string()),
        "enum" => unless(rule.as_array().unwrap().contains(value), &rule.to_string()),
        "minimum" => unless(value.as_f64() >= rule.as_f64(), "large enough"),
        "maximum" => unless(value.as_f64() <= rule.as_f64(), "small enough"),
        "anyOf" | "oneOf" => {
            let fitting = rule.as_array().unwrap().iter().filter(|one| check(one, value, "").is_empty()).count();
            unless(fitting == 1 || (keyword == "anyOf" && fitting > 1), keyword)
        }
        "required" => {
            let missing = rule.as_array().unwrap().iter().filter(|name| value.get(name.as_str().unwrap()).is_none());
            missing.map(|name| format!("{path}: lacks {name}")).collect()
        }
        "items" => entries(value).flat_map(|(at, entry)| check(rule, entry, &format!("[{at}]"))).collect(),
        "properties" => fields(value)
            .filter_map(|(name, field)| Some(check(rule.get(name)?, field, &format!(".{name}"))))
            .flatten()
            .collect(),
        "additionalProperties" => {
            let known = |name: &str| schema.pointer(&format!("/properties/{name}")).is_some();
            fields(value)
                .filter(|(name, _)| !known(name))
                .flat_map(|(name, field)| check(rule, field, &format!(".{name}")))
                .collect()
        }
        silent if SILENT.contains(&silent) => vec![],
        other => panic!("this test does not know the keyword {other}: teach it"),
    };
    keywords.iter().flat_map(rule).collect()
}

fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn entries(value: &Value) -> impl Iterator<Item = (usize, &Value)> {
    value.as_array().into_iter().flatten().enumerate()
}

fn is_of_type(rule: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("this test does not know the type {other}: teach it"),
    };
    match rule {
        Value::Array(names) => names.iter().any(|name| is(name.as_str().unwrap())),
        name => is(name.as_str().unwrap()),
    }
}

#[test]
fn the_published_schema_is_up_to_date() {
    let printed = Command::new(env!("CARGO_BIN_EXE_basketry")).arg("schema").output().unwrap();
    assert!(printed.status.success());
    let file = fs::read_to_string(repository().join("docs/consultation.schema.json")).unwrap_or_default();
    assert!(
        file.replace("\r\n", "\n") == String::from_utf8(printed.stdout).unwrap(),
        "docs/consultation.schema.json is out of date; run\n\n    \
         cargo run -p basketry-cli -- schema > docs/consultation.schema.json\n"
    );
}

#[test]
fn the_samples_keep_to_the_published_schema() {
    let schema = published();
    for sample in ["coventry-1997", "joining-up-2001", "sure-start-2001"] {
        let path = repository().join(format!("samples/{sample}.basketry.json"));
        let value: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(wrong(&schema, &schema, &value, ""), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn the_published_schema_refuses_what_the_program_refuses() {
    let schema = published();
    let text = fs::read(repository().join("samples/coventry-1997.basketry.json")).unwrap();
    let sample: Value = serde_json::from_slice(&text).unwrap();
    let changes = [
        ("/format", json!("other")),
        ("/version", json!(2)),
        ("/revision", json!(-1)),
        ("/budget/amount", json!("12")),
        ("/items/0/levels/0", json!({ "name": "x", "cost": 1, "extra": true })),
        ("/arguments/0/about", json!({ "area": "x", "item": "y" })),
        ("/arguments/0/side", json!("both")),
        ("/areas/0/fact_sheet", json!({})),
    ];
    for (pointer, value) in changes {
        let mut other = sample.clone();
        *other.pointer_mut(pointer).unwrap() = value;
        assert!(!wrong(&schema, &schema, &other, "").is_empty(), "{pointer}");
    }
}
