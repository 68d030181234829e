//! `basketry count` with limits of areas. `areas.pb`: 40.5 and 30 in the north with 4 and 3 votes, 30 and 20 in the south
//! with 2 and 1; 100 to spend.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn count(file: &str, args: &[&str]) -> Output {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    Command::new(env!("CARGO_BIN_EXE_basketry")).arg("count").arg(file).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_of(args: &[&str]) -> Value {
    let output = count("areas.pb", &[args, &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The project that is left out, and why.
fn left_out(result: &Value) -> Vec<(&str, &Value)> {
    let steps = result["steps"].as_array().unwrap().iter();
    let left_out = steps.filter(|step| step["decision"] != json!("funded"));
    left_out.map(|step| (step["project"].as_str().unwrap(), &step["decision"]["not_funded"])).collect()
}

#[test]
fn each_limit_is_kept_and_told() {
    let all = json_of(&[]);
    assert_eq!((&all["selected"], all.get("limits")), (&json!(["n1", "n2", "s2"]), None));
    assert_eq!(left_out(&all), [("s1", &json!({ "over_budget": { "short": "0.5" } }))]);
    let maximum = json_of(&["--maximum", "north=60"]);
    assert_eq!(
        (&maximum["selected"], &maximum["limits"]),
        (&json!(["n1", "s1", "s2"]), &json!({ "maxima": { "north": 60 } }))
    );
    assert_eq!(left_out(&maximum), [("n2", &json!({ "over_maximum": { "area": "north", "over": "10.5" } }))]);
    let minimum = json_of(&["--minimum", "south=45.5"]);
    assert_eq!(
        (&minimum["selected"], &minimum["limits"]),
        (&json!(["n1", "s1", "s2"]), &json!({ "minima": { "south": "45.5" } }))
    );
    assert_eq!(left_out(&minimum), [("n2", &json!({ "kept_for": { "areas": ["south"], "short": "20.5" } }))]);
    let fenced = json_of(&["--ring-fence", "south=50"]);
    assert_eq!(
        (&fenced["selected"], &fenced["limits"]),
        (&json!(["n1", "s1", "s2"]), &json!({ "ring_fences": { "south": 50 } }))
    );
    assert_eq!(left_out(&fenced), [("n2", &json!({ "ring_fenced": { "short": "20.5" } }))]);
    // 40.5 + 30 is not in a range from 41 to 60; without n1, n2 and no other comes near it.
    let lost = count("areas.pb", &["--minimum", "north=41", "--maximum", "north=60"]);
    assert_eq!((lost.status.code(), lost.stdout.is_empty()), (Some(1), true));
    assert!(
        stderr(&lost).contains("reaches every minimum within the other limits. Lower a minimum"),
        "{}",
        stderr(&lost)
    );
    let lost = json_of(&["--minimum", "north=30", "--maximum", "north=35"]);
    assert_eq!(lost["selected"], json!(["n2", "s1", "s2"]));
}

#[test]
fn pots_are_counted_one_by_one() {
    let asked = ["--pot", "south=40", "--pot", "north=60"];
    let result = json_of(&asked);
    assert_eq!(
        (&result["selected"], &result["cost"], &result["budget"]),
        (&json!(["n1", "s1"]), &json!("70.5"), &json!(100))
    );
    let step = |at: usize| (&result["steps"][at]["project"], &result["steps"][at]["pot"], &result["steps"][at]["left"]);
    assert_eq!(step(1), (&json!("n2"), &json!("north"), &json!("19.5")));
    assert_eq!(step(2), (&json!("s1"), &json!("south"), &json!(40)));
    assert_eq!(result["limits"], json!({ "pots": { "north": 60, "south": 40 } }));
    let text = stdout(&count("areas.pb", &asked));
    assert!(
        text.starts_with("pot of north: 60\npot of south: 40\nn1\tpot north\tcost 40.5\tvoters 4\tfunded\n"),
        "{text}"
    );
    // With 10.5 more in its pot, n2 fits beside n1.
    let enough = json_of(&[&asked[..], &["--enough", "n2"]].concat());
    assert_eq!(enough["enough"][0]["budget"], json!({ "exactly": "10.5" }));
    let shared = json_of(&[&asked[..], &["--rule", "equal-shares", "--satisfaction", "cardinality"]].concat());
    // 12 each for the five of the north, who pay 10 for n2 and would pay 10.125 for n1; 20 for the two of the south.
    assert_eq!(shared["selected"], json!(["n2", "s1"]));
}

#[test]
fn text_says_the_limits_and_what_they_left_out() {
    let text =
        stdout(&count("areas.pb", &["--maximum", "north=60", "--minimum", "south=30", "--ring-fence", "south=30"]));
    let limits = "minimum of south: 30\nmaximum of north: 60\nring-fence of south: 30\n";
    assert!(text.starts_with(limits), "{text}");
    let says = |args: &[&str], what: &str| {
        let text = stdout(&count("areas.pb", args));
        assert!(text.contains(what), "{text}");
    };
    says(
        &["--maximum", "north=60"],
        "n2\tcost 30\tvoters 3\tnot funded: north would have 10.5 more than its maximum\n",
    );
    says(
        &["--minimum", "south=50"],
        "n2\tcost 30\tvoters 3\tnot funded: 20.5 of it is kept for the minimum of south\n",
    );
    says(&["--ring-fence", "south=50"], "not funded: 20.5 more than is left beside the ring-fences of other areas\n");
    let tight = ["--minimum", "north=30", "--maximum", "north=35", "--rule", "greedy"];
    says(&tight, "n1\tcost 40.5\tvoters 4\tnot funded: north would have 5.5 more than its maximum\n");
    says(&["--minimum", "south=20", "--maximum", "south=20"], "s1\tcost 30\tvoters 2\tnot funded: ");
}

#[test]
fn what_cannot_be_is_said_with_what_to_do() {
    let refused = |code: i32, args: &[&str], what: &str| {
        let output = count("areas.pb", args);
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(code), true), "{args:?}");
        assert!(stderr(&output).contains(what), "{}", stderr(&output));
    };
    refused(2, &["--maximum", "north"], "write an area and an amount, such as culture=2500");
    refused(1, &["--maximum", "nort=5"], "there is no project in the area nort. The areas are: north, south.");
    refused(
        1,
        &["--minimum", "north=5.25"],
        "--minimum north=5.25 is no amount of this file. Write digits, with a point and at most 1 more",
    );
    refused(1, &["--pot", "north=5", "--pot", "north=6"], "--pot is given twice for north. Give it once.");
    refused(1, &["--pot", "north=5"], "there is no pot for project s1. Give each area a --pot");
    refused(1, &["--pot", "north=5", "--pot", "south=5", "--maximum", "north=5"], "Give either --pot or the others");
    refused(
        1,
        &["--minimum", "north=60", "--ring-fence", "south=60"],
        "keep more money for areas than the budget holds. Correct",
    );
    let phragmen = "phragmen with completion none cannot honour a minimum of an area. These rules can, at least in one of \
                    their variants: greedy, best, money-weighted.";
    refused(1, &["--rule", "phragmen", "--minimum", "north=5"], phragmen);
    let without = count("small.pb", &["--maximum", "north=5"]);
    assert!(stderr(&without).contains("The file states no category of a project"), "{}", stderr(&without));
}
