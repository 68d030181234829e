//! Consultation files as they arrive: cut off, changed by hand, of another kind, made to do harm.

use basketry_formats::consultation::{LARGEST_FILE, open};
use basketry_formats::{Notice, NoticeArg, ReadError};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::sample;

/// What concerns the whole file has no place in it.
const WHOLE_FILE: [&str; 5] =
    ["file-empty", "file-too-large", "file-not-a-consultation", "file-newer-version", "consultation-has-issues"];

/// The codes of a refusal, each of which has to say where.
fn codes(error: &ReadError) -> Vec<String> {
    let located = |notice: &Notice| {
        let place = notice.args.iter().find(|(name, _)| name == "path" || name == "line");
        let says = |value: &NoticeArg| match value {
            NoticeArg::Text(path) => !path.is_empty(),
            NoticeArg::Number(line) => *line > 0,
        };
        WHOLE_FILE.contains(&notice.code.as_str()) || place.is_some_and(|(_, value)| says(value))
    };
    let notices = error.notices();
    assert!(!notices.is_empty());
    for notice in &notices {
        assert!(located(notice), "{notice:?}");
    }
    notices.into_iter().map(|notice| notice.code).collect()
}

#[track_caller]
fn refused(text: impl AsRef<[u8]>) -> Vec<String> {
    codes(&open(text.as_ref()).unwrap_err())
}

/// The sample with something else at a JSON Pointer.
fn with(pointer: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(&sample::text()).unwrap();
    *file.pointer_mut(pointer).unwrap() = value;
    file.to_string()
}

/// Takes out what a JSON Pointer leads to.
fn delete(file: &mut Value, pointer: &str) {
    let Some((parent, step)) = pointer.rsplit_once('/') else { return };
    match file.pointer_mut(parent) {
        Some(Value::Object(fields)) => drop(fields.remove(&step.replace("~1", "/").replace("~0", "~"))),
        Some(Value::Array(entries)) => drop(entries.remove(step.parse().unwrap())),
        _ => {}
    }
}

fn odd_value() -> impl Strategy<Value = Value> {
    let numbers = [json!(0), json!(-1), json!(1.5), json!(i64::MAX), json!(i64::MIN), json!(u64::MAX), json!(1e300)];
    let texts = ["", " ", "x", "<script>", "../..", "9999-99-99", "\u{0}", "\u{202e}"].map(Value::from);
    let rest = [Value::Null, json!(true), json!([]), json!({}), json!([[[]]]), json!({ "id": "x" })];
    prop::sample::select([&numbers[..], &texts, &rest].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_file_that_was_cut_off_says_so(cut: Index) {
        for text in sample::texts() {
            let whole = text.trim_end().as_bytes();
            let end = 1 + cut.index(whole.len() - 1);
            prop_assert_eq!(refused(&whole[..end]), ["file-cut-off"]);
        }
    }

    #[test]
    fn a_file_with_odd_values_is_read_or_refused(changes in prop::collection::vec((any::<Index>(), odd_value(), any::<bool>()), 1..4)) {
        for mut file in sample::values() {
            for (at, value, gone) in &changes {
                let pointers = sample::pointers(&file);
                let pointer = at.get(&pointers);
                if *gone {
                    delete(&mut file, pointer);
                } else if let Some(place) = file.pointer_mut(pointer) {
                    place.clone_from(value);
                }
            }
            if let Err(error) = open(file.to_string().as_bytes()) {
                codes(&error);
            }
        }
    }

    #[test]
    fn any_bytes_are_refused_with_a_place(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        refused(bytes);
    }
}

#[test]
fn a_file_of_another_kind_is_named() {
    assert_eq!(refused(""), ["file-empty"]);
    assert_eq!(refused("\u{feff} \n"), ["file-empty"]);
    assert_eq!(refused("<html>"), ["file-not-json"]);
    assert_eq!(refused("{} {}"), ["file-not-json"]);
    assert_eq!(refused("[]"), ["file-not-a-consultation"]);
    assert_eq!(refused(with("/format", json!("basketry-ballots"))), ["file-not-a-consultation"]);
    assert_eq!(refused(with("/version", json!(0))), ["file-not-a-consultation"]);
    assert_eq!(refused(vec![b' '; usize::try_from(LARGEST_FILE).unwrap() + 1]), ["file-too-large"]);
}

#[test]
fn a_newer_version_is_named_before_anything_else() {
    let newer = json!({ "format": "basketry-consultation", "version": 2, "novelty": true });
    assert_eq!(refused(newer.to_string()), ["file-newer-version"]);
}

#[test]
fn deep_nesting_and_huge_numbers_are_refused() {
    assert_eq!(refused("[".repeat(10_000)), ["file-not-json"]);
    assert_eq!(refused("{\"a\":".repeat(10_000)), ["file-not-json"]);
    let huge = sample::text().replace("\"revision\": 1,", "\"revision\": 1e999,");
    assert_eq!(refused(huge), ["file-not-json"]);
    for (number, code) in [(json!(u64::MAX), "issue-out-of-range"), (json!(1.5), "issue-wrong-type")] {
        assert_eq!(refused(with("/budget/amount", number)), ["consultation-has-issues", code]);
    }
    assert_eq!(refused(with("/budget/amount", json!(i64::MAX)))[1], "issue-amount-out-of-range");
    assert_eq!(refused(with("/items/0/levels/0/cost", json!(i64::MIN)))[1], "issue-amount-out-of-range");
}

#[test]
fn a_name_that_is_there_twice_is_refused_not_overwritten() {
    let text = sample::text();
    let twice = text.replacen("{\n", "{\n  \"title\": \"Another\",\n", 1);
    let Err(ReadError::DuplicateKey { key, line, .. }) = open(twice.as_bytes()) else { panic!("opened") };
    let second = twice.lines().enumerate().filter(|(_, line)| line.starts_with("  \"title\"")).nth(1).unwrap();
    assert_eq!((key.as_str(), line), ("title", second.0 + 1));
    assert_eq!(refused(twice), ["file-duplicate-key"]);
    assert_eq!(refused(text.replacen("\"budget\": {", "\"budget\": {\"note\": \"\",", 1)), ["file-duplicate-key"]);
}

/// What a refusal says of its one issue: code, path, and the other parameters.
#[track_caller]
fn issue(file: &Value) -> (String, Vec<String>) {
    let notices = open(file.to_string().as_bytes()).unwrap_err().notices();
    assert_eq!(notices.len(), 2, "{notices:?}");
    let says = |(_, arg): &(String, NoticeArg)| match arg {
        NoticeArg::Text(text) => text.clone(),
        NoticeArg::Number(number) => number.to_string(),
    };
    (notices[1].code.clone(), notices[1].args.iter().map(says).collect())
}

#[test]
fn what_does_not_fit_is_told_by_a_code_with_its_place() {
    let told = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&sample::text()).unwrap();
        change(&mut file);
        let (code, args) = issue(&file);
        format!("{code}: {}", args.join("; "))
    };
    let gone = told(&|file| drop(file["areas"][1].as_object_mut().unwrap().remove("lead")));
    assert_eq!(gone, "issue-missing-field: areas[1].lead");
    let odd = told(&|file| file["items"][0]["levels"][0]["colour"] = json!(1));
    assert_eq!(odd, "issue-unknown-field: items[0].levels[0].colour; name, cost");
    assert_eq!(told(&|file| file["title"] = json!(1)), "issue-wrong-type: title; text");
    assert_eq!(told(&|file| file["period"] = json!([])), "issue-wrong-type: period; fields");
    assert_eq!(told(&|file| file["revision"] = json!(-1)), "issue-out-of-range: revision; 0; 4294967295");
    assert_eq!(
        told(&|file| file["arguments"][2]["side"] = json!("both")),
        "issue-no-choice: arguments[2].side; for, against"
    );
    assert_eq!(
        told(&|file| file["arguments"][2]["about"] = json!("x")),
        "issue-no-choice: arguments[2].about; area, item"
    );
    assert_eq!(told(&|file| file["translations"] = json!({ "cy": [] })), "issue-wrong-type: translations.cy; fields");
    assert_eq!(told(&|file| file["$schema"] = json!({})), "issue-wrong-type: $schema; text");
}

#[test]
fn a_wrong_type_is_told_with_its_path() {
    let Err(ReadError::Issues(issues)) = open(with("/items/3/levels/0/cost", json!("12")).as_bytes()) else {
        panic!("opened")
    };
    assert_eq!(issues.iter().map(|issue| issue.path.as_str()).collect::<Vec<_>>(), ["items[3].levels[0].cost"]);
    let Err(ReadError::Issues(issues)) = open(with("/areas/1/lead", json!("<b>")).as_bytes()) else { panic!("opened") };
    assert_eq!(issues[0].path, "areas[1].lead");
}

#[test]
fn markup_in_texts_stays_words() {
    let script = "<script>alert(1)</script>";
    let opened =
        open(with("/introduction", json!(format!("{script}\n\n[x](javascript:alert(1))"))).as_bytes()).unwrap();
    let tree = format!("{:?}", opened.consultation.introduction);
    assert!(tree.contains(script) && !tree.contains("Link"), "{tree}");
    assert_eq!(open(with("/title", json!(script)).as_bytes()).unwrap().consultation.title, script);
}

#[test]
fn marks_nested_without_end_are_read() {
    for mark in ["*a _b ", "> ", "- ", "[", "1. ", "**", "`", "<b>", "![", "\\", "&amp;"] {
        let text = mark.repeat(20_000);
        open(with("/introduction", json!(format!("{text}end"))).as_bytes()).unwrap();
    }
    let nested = format!("{}end{}", "*a _b ".repeat(20_000), "_ a*".repeat(20_000));
    open(with("/introduction", json!(nested)).as_bytes()).unwrap();
}
