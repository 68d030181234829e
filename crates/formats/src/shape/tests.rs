use std::collections::BTreeMap;

use serde_json::json;

use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only read from JSON")]
struct Record {
    name: String,
    #[serde(default)]
    small: u8,
    #[serde(default)]
    yes: bool,
    note: Option<String>,
    #[serde(default)]
    kind: Option<Kind>,
    #[serde(default)]
    parts: Vec<BTreeMap<String, i64>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Plain,
    #[expect(dead_code, reason = "only read from JSON")]
    Of(String),
}

#[track_caller]
fn misfit(value: &Value) -> (String, Shape) {
    let misfit = read::<Record>(value).expect_err("read");
    (misfit.path, misfit.shape)
}

#[test]
fn what_fits_is_read() {
    let value =
        json!({ "name": "n", "small": 255, "yes": true, "note": null, "kind": { "of": "x" }, "parts": [{ "a": -1 }] });
    let record = read::<Record>(&value).expect("a record");
    assert_eq!((record.small, record.parts[0]["a"]), (255, -1));
    assert!(matches!(read::<Kind>(&json!("plain")), Ok(Kind::Plain)));
}

#[test]
fn what_does_not_fit_has_a_code_and_a_place() {
    let fields: &[&str] = &["name", "small", "yes", "note", "kind", "parts"];
    let known: &[&str] = &["plain", "of"];
    let wrong = |wanted| Shape::Type(wanted);
    let range = Shape::Range { least: 0, most: 255 };
    let cases = [
        (json!([]), "", wrong(Wanted::Fields)),
        (json!({}), "name", Shape::Missing),
        (json!({ "name": "n", "colour": 1 }), "colour", Shape::Unknown { known: fields }),
        (json!({ "name": 1 }), "name", wrong(Wanted::Text)),
        (json!({ "name": null }), "name", wrong(Wanted::Text)),
        (json!({ "name": "n", "note": 1 }), "note", wrong(Wanted::Text)),
        (json!({ "name": "n", "yes": "true" }), "yes", wrong(Wanted::Truth)),
        (json!({ "name": "n", "small": 1.5 }), "small", wrong(Wanted::Number)),
        (json!({ "name": "n", "small": "1" }), "small", wrong(Wanted::Number)),
        (json!({ "name": "n", "small": 256 }), "small", range.clone()),
        (json!({ "name": "n", "small": -1 }), "small", range.clone()),
        (json!({ "name": "n", "small": u64::MAX }), "small", range),
        (json!({ "name": "n", "parts": {} }), "parts", wrong(Wanted::List)),
        (json!({ "name": "n", "parts": [{}, { "a b": "1" }] }), "parts[1].a b", wrong(Wanted::Number)),
        (json!({ "name": "n", "kind": "odd" }), "kind", Shape::Choice { known }),
        (json!({ "name": "n", "kind": "of" }), "kind", Shape::Choice { known }),
        (json!({ "name": "n", "kind": { "of": "a", "plain": 1 } }), "kind", Shape::Choice { known }),
        (json!({ "name": "n", "kind": { "odd": 1 } }), "kind", Shape::Choice { known }),
        (json!({ "name": "n", "kind": { "of": 1 } }), "kind.of", wrong(Wanted::Text)),
        (json!({ "name": "n", "kind": { "plain": 1 } }), "kind", Shape::Choice { known }),
    ];
    for (value, path, shape) in cases {
        assert_eq!(misfit(&value), (path.to_owned(), shape), "{value}");
    }
}
