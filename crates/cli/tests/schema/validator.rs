//! As much of JSON Schema as ours uses.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use regex_lite::Regex;
use serde_json::{Value, json};

/// What a schema says about a schema: it forbids nothing.
const SILENT: [&str; 6] = ["$schema", "$defs", "title", "description", "default", "format"];

/// What in `value` is not as `schema` has it. Knows the keywords our schema uses and stops at any other.
pub(crate) fn wrong(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let check = |schema: &Value, value: &Value, step: fmt::Arguments<'_>| -> Vec<String> {
        wrong(root, schema, value).into_iter().map(|what| format!("{step}{what}")).collect()
    };
    let unless = |fine: bool, what: &dyn fmt::Display| if fine { vec![] } else { vec![format!(": not {what}")] };
    let Some(keywords) = schema.as_object() else { return unless(schema != &json!(false), &"allowed") };
    let rule = |(keyword, rule): (&String, &Value)| match keyword.as_str() {
        "$ref" => check(root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), value, format_args!("")),
        "type" => unless(is_of_type(rule, value), rule),
        "const" => unless(rule == value, rule),
        "enum" => unless(rule.as_array().unwrap().contains(value), rule),
        "minimum" => unless(!value.is_number() || value.as_f64() >= rule.as_f64(), &"large enough"),
        "maximum" => unless(!value.is_number() || value.as_f64() <= rule.as_f64(), &"small enough"),
        "minItems" => unless(value.as_array().is_none_or(|list| list.len() >= size(rule)), &"long enough"),
        "maxItems" => unless(value.as_array().is_none_or(|list| list.len() <= size(rule)), &"short enough"),
        "pattern" => {
            unless(value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)), &"like the pattern")
        }
        "allOf" => rule.as_array().unwrap().iter().flat_map(|one| check(one, value, format_args!(""))).collect(),
        "anyOf" | "oneOf" => {
            let fitting =
                rule.as_array().unwrap().iter().filter(|one| check(one, value, format_args!("")).is_empty()).count();
            unless(fitting == 1 || (keyword == "anyOf" && fitting > 1), keyword)
        }
        "required" => {
            let missing = rule.as_array().unwrap().iter().filter(|name| value.get(name.as_str().unwrap()).is_none());
            missing.map(|name| format!(": lacks {name}")).collect()
        }
        "items" => entries(value).flat_map(|(at, entry)| check(rule, entry, format_args!("[{at}]"))).collect(),
        "properties" => fields(value)
            .filter_map(|(name, field)| Some(check(rule.get(name)?, field, format_args!(".{name}"))))
            .flatten()
            .collect(),
        "patternProperties" => fields(value)
            .flat_map(|(name, field)| {
                fields(rule).filter(|(like, _)| matches(like, name)).map(move |(_, rule)| (field, rule))
            })
            .flat_map(|(field, rule)| check(rule, field, format_args!(".*")))
            .collect(),
        "additionalProperties" => fields(value)
            .filter(|(name, _)| !is_named(schema, name))
            .flat_map(|(name, field)| check(rule, field, format_args!(".{name}")))
            .collect(),
        silent if SILENT.contains(&silent) => vec![],
        other => panic!("this test does not know the keyword {other}: teach it"),
    };
    keywords.iter().flat_map(rule).collect()
}

/// A pattern made ready, with what it said of each text.
type Ready = (Regex, BTreeMap<String, bool>);

thread_local! {
    /// To make a pattern ready takes longest, and most texts are looked at again and again.
    static READY: RefCell<BTreeMap<String, Ready>> = RefCell::default();
}

fn matches(pattern: &str, text: &str) -> bool {
    READY.with_borrow_mut(|ready| {
        let fresh = || (Regex::new(pattern).unwrap(), BTreeMap::new());
        let (regex, said) = ready.entry(pattern.to_owned()).or_insert_with(fresh);
        said.get(text).copied().unwrap_or_else(|| {
            let fits = regex.is_match(text);
            said.insert(text.to_owned(), fits);
            fits
        })
    })
}

fn size(rule: &Value) -> usize {
    usize::try_from(rule.as_u64().unwrap()).unwrap()
}

/// Whether `properties` or `patternProperties` speak of a field.
fn is_named(schema: &Value, name: &str) -> bool {
    schema["properties"].get(name).is_some()
        || fields(&schema["patternProperties"]).any(|(like, _)| matches(like, name))
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
