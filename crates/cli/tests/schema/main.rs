//! The JSON Schema that is published with the sources: as the program prints it, true of the samples, and of one mind
//! with the reader wherever a schema can say what the reader goes by.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod validator;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use basketry_formats::consultation::open;
use serde_json::{Value, json};
use validator::wrong;

/// What no schema can say: it compares parts of the file with each other, or reckons with leap years.
const BEYOND: [&str; 10] = [
    "issue-duplicate-id",
    "issue-unknown-id",
    "issue-unknown-text",
    "issue-level-cheaper",
    "issue-out-of-order",
    "issue-nothing-fits",
    "issue-requires-circle",
    "issue-requires-excluded",
    "issue-requires-apart",
    "issue-one-sided",
];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn published() -> Value {
    let text = fs::read_to_string(repository().join("docs/consultation.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
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
        assert_eq!(wrong(&schema, &schema, &value), Vec::<String>::new(), "{}", path.display());
    }
}

/// A file with every field there is, each at least once.
fn every_field() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/every-field.basketry.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// What the reader has against a file, by code; nothing when it opens.
fn refusals(file: &Value) -> Vec<String> {
    let refused = open(file.to_string().as_bytes()).err();
    let notices = refused.iter().flat_map(basketry_formats::ReadError::notices);
    notices.map(|notice| notice.code).filter(|code| code != "consultation-has-issues").collect()
}

/// Stops where the schema refuses what the reader takes, or takes what the reader refuses for a reason it could say.
#[track_caller]
fn of_one_mind(schema: &Value, file: &Value, about: &str) {
    let (refusals, wrong) = (refusals(file), wrong(schema, schema, file));
    let expressible = refusals.iter().any(|code| !BEYOND.contains(&code.as_str()));
    assert!(!refusals.is_empty() || wrong.is_empty(), "{about}: only the schema refuses it: {wrong:?}");
    assert!(!expressible || !wrong.is_empty(), "{about}: only the reader refuses it: {refusals:?}");
}

/// The JSON Pointers of all values in `value`, its own first.
fn pointers(value: &Value) -> Vec<String> {
    let inside = |step: &str, value: &Value| pointers(value).into_iter().map(|rest| format!("/{step}{rest}")).collect();
    let below: Vec<Vec<String>> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| inside(name, value)).collect(),
        Value::Array(entries) => entries.iter().enumerate().map(|(at, value)| inside(&at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    std::iter::once(String::new()).chain(below.into_iter().flatten()).collect()
}

/// One pointer for all entries of a list that have the same fields.
fn places(value: &Value) -> Vec<String> {
    let kind = |pointer: &String| pointer.replace(|c: char| c.is_ascii_digit(), "#");
    let mut seen = BTreeSet::new();
    pointers(value).into_iter().filter(|pointer| seen.insert(kind(pointer))).collect()
}

/// Values to put in the place of `value`: of every type, and of its own at the bounds of every rule, on both sides.
fn odd_values(value: &Value) -> Vec<Value> {
    let mut odd = vec![json!(null), json!(true), json!(1), json!(1.5), json!("x"), json!([]), json!({}), json!([[]])];
    odd.extend([json!(["care"]), json!({ "id": "x" }), json!({ "area": "care" }), json!({ "item": "x", "area": "y" })]);
    if value.is_number() {
        let sizes = [-1, 0, 9, 10, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296];
        let money = [1_000_000_000_000_000_i64, 1_000_000_000_000_001, -1_000_000_000_000_001, i64::MAX, i64::MIN];
        odd.extend(sizes.into_iter().chain(money).map(Value::from));
        odd.extend([json!(u64::MAX), json!(1e300)]);
    }
    if value.is_string() {
        let ids = ["A-1_b.c", "-x", "a b", "\u{e9}", "care\n", "", " "];
        let days =
            ["2004-02-29", "2001-02-30", "2001-06-31", "0999-01-01", "1-1-1", "2004", "2001-07", "2001-13", "2001-"];
        let decimals = ["-0.5", "12.", "1e3", "+1", "123456789012345", "1234567890123456"];
        let lengths = ["-12345678901234.5", "123456789012345.6"];
        let words = ["gbp", "GBPX", "for"];
        odd.extend([&ids[..], &days, &decimals, &lengths, &words].concat().into_iter().map(Value::from));
        odd.extend([64, 65].map(|length| Value::from("x".repeat(length))));
    }
    odd
}

#[test]
fn the_file_with_every_field_has_every_field() {
    let (schema, file) = (published(), every_field());
    assert_eq!((refusals(&file), wrong(&schema, &schema, &file)), (vec![], vec![]));
    let given: BTreeSet<String> =
        pointers(&file).iter().filter_map(|at| at.rsplit('/').next().map(str::to_owned)).collect();
    let parts = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    for name in parts.filter_map(|part| part["properties"].as_object()).flat_map(|fields| fields.keys()) {
        assert!(given.contains(name), "the file lacks {name}");
    }
}

#[test]
fn schema_and_reader_refuse_the_same_values() {
    let (schema, file) = (published(), every_field());
    for pointer in places(&file) {
        for odd in odd_values(file.pointer(&pointer).unwrap()) {
            let mut other = file.clone();
            other.pointer_mut(&pointer).unwrap().clone_from(&odd);
            of_one_mind(&schema, &other, &format!("{odd} at {pointer}"));
        }
    }
}

/// The path of the text a JSON Pointer leads to, as translations spell it, and the same for any entry of its lists.
fn text_path(file: &Value, pointer: &str) -> (String, String) {
    let (mut place, mut path, mut kind) = (file, Vec::new(), Vec::new());
    for step in pointer.split('/').skip(1) {
        let entry = place.is_array();
        place = if entry { &place[step.parse::<usize>().unwrap()] } else { &place[step] };
        path.push(place["id"].as_str().filter(|_| entry).unwrap_or(step));
        kind.push(if entry { "*" } else { step });
    }
    (path.join("."), kind.join("."))
}

/// Every text for people there is. A new field for words belongs here; one for money, dates or rules does not.
const TEXTS: [&str; 35] = [
    "agencies.*.name",
    "areas.*.fact_sheet.body",
    "areas.*.fact_sheet.figures.*.label",
    "areas.*.fact_sheet.figures.*.note",
    "areas.*.fact_sheet.figures.*.source",
    "areas.*.fact_sheet.figures.*.unit",
    "areas.*.name",
    "areas.*.summary",
    "arguments.*.text",
    "budget.note",
    "illustrative",
    "introduction",
    "items.*.description",
    "items.*.levels.*.name",
    "items.*.name",
    "items.*.spillovers.*.note",
    "organiser.complaints",
    "organiser.contact",
    "organiser.name",
    "organiser.privacy",
    "outcomes.*.baseline.unit",
    "outcomes.*.measure",
    "outcomes.*.name",
    "outcomes.*.target.unit",
    "question",
    "questions.*.options.*.text",
    "questions.*.text",
    "sections.*.description",
    "sections.*.name",
    "tensions.*.another_way",
    "tensions.*.evidence",
    "tensions.*.title",
    "title",
    "workshops.*.name",
    "workshops.*.place",
];

#[test]
fn schema_and_reader_translate_the_same_texts() {
    let (schema, file) = (published(), every_field());
    let mut translated = BTreeSet::new();
    for pointer in pointers(&file).into_iter().filter(|at| file.pointer(at).is_some_and(Value::is_string)) {
        let (path, kind) = text_path(&file, &pointer);
        let mut other = file.clone();
        other["translations"] = json!({ "cy": { path.as_str(): "Geiriau" } });
        let (refusals, wrong) = (refusals(&other), wrong(&schema, &schema, &other));
        assert_eq!(refusals.is_empty(), wrong.is_empty(), "{path}: the reader {refusals:?}, the schema {wrong:?}");
        if refusals.is_empty() {
            translated.insert(kind);
        }
    }
    assert_eq!(translated.iter().map(String::as_str).collect::<Vec<_>>(), TEXTS);
}

#[test]
fn schema_and_reader_refuse_the_same_fields() {
    let (schema, file) = (published(), every_field());
    for pointer in places(&file) {
        let mut more = file.clone();
        if let Some(fields) = more.pointer_mut(&pointer).and_then(Value::as_object_mut) {
            fields.insert("colour".to_owned(), json!("red"));
            of_one_mind(&schema, &more, &format!("colour in {pointer}"));
        }
        let Some((parent, step)) = pointer.rsplit_once('/') else { continue };
        let mut fewer = file.clone();
        match fewer.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.remove(step)),
            Value::Array(entries) => drop(entries.remove(step.parse().unwrap())),
            _ => {}
        }
        of_one_mind(&schema, &fewer, &format!("no {pointer}"));
    }
}

#[test]
fn schema_and_reader_allow_lists_of_the_same_length() {
    let (schema, file) = (published(), every_field());
    for pointer in places(&file).into_iter().filter(|at| file.pointer(at).is_some_and(Value::is_array)) {
        for length in [0, 1, 2, 7, 8, 9, 10, 500, 501] {
            let mut other = file.clone();
            let list = other.pointer_mut(&pointer).and_then(Value::as_array_mut).unwrap();
            let model = list[0].clone();
            list.resize(length, model);
            // Ids of their own, so that length alone can be wrong with the list.
            for (place, entry) in
                list.iter_mut().enumerate().filter(|(place, entry)| *place > 0 && entry.get("id").is_some())
            {
                entry["id"] = Value::from(format!("entry-{place}"));
            }
            of_one_mind(&schema, &other, &format!("{length} entries at {pointer}"));
        }
    }
}
