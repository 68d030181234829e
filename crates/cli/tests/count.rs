//! `basketry count` as a program sees it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn count(file: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_basketry")).arg("count").arg(data(file)).args(args).output().unwrap()
}

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn json_holds_the_selection_in_the_files_units() {
    let output = count("small.pb", &["--satisfaction", "cost", "--ties", "lexicographic", "--format", "json"]);
    let result = json_of(&output);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(result["selected"], json!(["p1", "p2"]));
    assert_eq!((&result["cost"], &result["budget"]), (&json!("70.5"), &json!(100)));
    assert_eq!(result["ties"], json!([{ "after": 1, "projects": ["p2", "p3"], "taken": "p2" }]));
}

#[test]
fn a_tie_is_reported_and_a_lot_decides_it() {
    let output = count("small.pb", &["--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(json_of(&output)["open_tie"]["projects"], json!(["p2", "p3"]));
    assert_eq!(json_of(&output)["decided"], json!(false));
    assert!(stderr(&output).contains("tie between p2, p3"));
    let drawn = count("small.pb", &["--ties", "drawn", "--lots", "p3", "--format", "json"]);
    assert_eq!((drawn.status.code(), &json_of(&drawn)["selected"]), (Some(0), &json!(["p1", "p3"])));
}

#[test]
fn text_says_why_a_project_is_not_funded() {
    let output = count("small.pb", &["--ties", "lexicographic"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("p3\tcost 40\tvoters 1\tnot funded: 10.5 more than is left"), "{text}");
}

/// A count as JSON and as text.
fn counted(file: &str, rule: &str, completion: &str) -> (Value, String) {
    let asked = ["--rule", rule, "--completion", completion, "--ties", "report"];
    let json = json_of(&count(file, &[&asked[..], &["--format", "json"]].concat()));
    (json, String::from_utf8(count(file, &asked).stdout).unwrap())
}

/// Four voters have 4 each. The first three pay 3 each for `a`. For `b` the third and the fourth would have to pay 2.5
/// each: the third has 1 left, so that the fourth pays 4. The first has 1 left for `c`.
#[test]
fn equal_shares_say_who_paid() {
    let (json, text) = counted("payers.pb", "equal-shares", "none");
    let expected = json!([
        {
            "project": "a", "cost": 9, "voters": 3, "left": 16, "merit": { "price": "0.333333333" },
            "decision": "funded",
            "paid": { "shares": { "in_full": 3, "all_they_had": 0, "these_together": "0" } }
        },
        {
            "project": "b", "cost": 5, "voters": 2, "left": 7, "merit": { "price": "0.8" }, "decision": "funded",
            "paid": { "shares": { "in_full": 1, "all_they_had": 1, "these_together": "1" } }
        },
        {
            "project": "c", "cost": "1.5", "voters": 1, "left": 2,
            "decision": { "not_funded": { "supporters_short": { "have": "1" } } }
        }
    ]);
    assert_eq!((&json["steps"], &json["shared"]), (&expected, &json!(16)));
    assert!(text.contains("a\tcost 9\tvoters 3\tfunded: 3 paid in full\n"), "{text}");
    assert!(text.contains("b\tcost 5\tvoters 2\tfunded: 1 paid in full, 1 all they had left, 1 together\n"), "{text}");
    assert!(text.ends_with("2 projects for 14 of 16\n"), "{text}");
}

/// With 4.5 for everybody the first can pay for `c`. Without, there is enough left for it in the budget.
#[test]
fn completions_say_where_the_money_came_from() {
    let (json, text) = counted("payers.pb", "equal-shares", "add1");
    assert_eq!((&json["shared"], &json["selected"]), (&json!(18), &json!(["a", "b", "c"])));
    let shares = json!({ "shares": { "in_full": 1, "all_they_had": 0, "these_together": "0" } });
    assert_eq!(json["steps"][2]["paid"], shares);
    assert!(text.ends_with("shares were raised until the voters had 18 between them\n"), "{text}");
    let (json, text) = counted("payers.pb", "equal-shares", "greedy");
    assert_eq!((&json["shared"], &json["steps"][2]["paid"]), (&json!(16), &json!("nobody")));
    assert!(text.contains("c\tcost 1.5\tvoters 1\tfunded out of what was left: no voter paid for it\n"), "{text}");
}

/// `c` is a load of 1.5 for the first voter, `b` one of 2.5 for the third and the fourth, and `a` makes it
/// (9 + 1.5 + 0 + 2.5) / 3 for the first three.
#[test]
fn phragmen_says_how_many_carry_how_much() {
    let (json, text) = counted("payers.pb", "phragmen", "none");
    let a = json!({
        "project": "a", "cost": 9, "voters": 3, "left": "9.5", "merit": { "load": "4.333333333" },
        "decision": "funded", "paid": { "loads": { "voters": 3 } }
    });
    assert_eq!((&json["steps"][2], json.get("shared")), (&a, None));
    assert!(text.contains("a\tcost 9\tvoters 3\tfunded: 3 carry 4.333 each\n"), "{text}");
}

/// `p2` and `p3` have one vote each. After the lot 29.5 is left for `p3`.
#[test]
fn knapsack_says_how_much_the_money_reaches() {
    let asked = ["--rule", "knapsack", "--ties", "lexicographic"];
    let json = json_of(&count("small.pb", &[&asked[..], &["--format", "json"]].concat()));
    assert_eq!(json["selected"], json!(["p1", "p2"]));
    let part = json!({ "not_funded": { "in_part": { "reached": "29.5", "short": "10.5" } } });
    assert_eq!((&json["steps"][2]["decision"], &json["steps"][2]["merit"]), (&part, &json!({ "votes": 1 })));
    let text = String::from_utf8(count("small.pb", &asked).stdout).unwrap();
    assert!(
        text.contains("p3\tcost 40\tvoters 1\tnot funded: the money reaches 29.5 of it, 10.5 is missing\n"),
        "{text}"
    );
}

/// What is compared and why something is left out, where no costs are shared.
#[test]
fn steps_are_typed() {
    let (json, text) = counted("payers.pb", "greedy-no-skips", "none");
    let expected = json!([
        { "project": "a", "cost": 9, "voters": 3, "left": 16, "merit": { "votes": 3 }, "decision": "funded" },
        { "project": "b", "cost": 5, "voters": 2, "left": 7, "merit": { "votes": 2 }, "decision": "funded" },
        { "project": "c", "cost": "1.5", "voters": 1, "left": 2, "merit": { "votes": 1 }, "decision": "funded" }
    ]);
    assert_eq!(json["steps"], expected);
    assert!(text.contains("a\tcost 9\tvoters 3\tfunded\n"), "{text}");
    let by = ["--satisfaction", "cardinality", "--ties", "lexicographic", "--format", "json"];
    let by_cost = json_of(&count("small.pb", &by));
    assert_eq!(by_cost["steps"][0]["merit"], json!({ "per_cost": "0.06557377" }), "2 / 30.5");
    assert_eq!(by_cost["steps"][2]["decision"], json!({ "not_funded": { "over_budget": { "short": "10.5" } } }));
}

/// Also where a tie is left: the table needs no rule.
#[test]
fn how_projects_stand_is_said_on_request() {
    let output = count("small.pb", &["--standing", "--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    // 2 x 30.5, 40 and 40 are 141. The lower bound for 2 of 2 is 2 / (2 + 3.8416).
    let half = json!({ "lower": "0.094528", "upper": "0.905472" });
    let half_of = |project: &str| {
        json!({
            "rank": 2, "project": project, "votes": 1, "share": "0.5", "interval": half,
            "put": { "money": "40", "share": "0.283687943" }
        })
    };
    let first = json!({
        "rank": 1, "project": "p1", "votes": 2, "share": "1", "interval": { "lower": "0.342371", "upper": "1" },
        "put": { "money": "61", "share": "0.432624113" }
    });
    assert_eq!(json_of(&output)["standing"], json!([first, half_of("p2"), half_of("p3")]));
    let text = String::from_utf8(count("small.pb", &["--standing"]).stdout).unwrap();
    assert!(text.contains("How the projects stand with 2 ballots:\n1.\tp1\tvotes 2\tshare 1 (0.3423 to 1)"), "{text}");
    assert!(text.ends_with("2.\tp3\tvotes 1\tshare 0.5 (0.0945 to 0.9055)\tmoney 40, 0.2836 of all\n"), "{text}");
    assert_eq!(json_of(&count("small.pb", &["--format", "json"])).get("standing"), None);
}

#[test]
fn points_stand_by_their_sum_and_mean() {
    let json = json_of(&count("points.pb", &["--standing", "--format", "json"]));
    // Two ballots give it five and four points, the third gives nothing to another.
    let put = json!({ "points": 9, "mean": "3", "share": "0.9" });
    assert_eq!((&json["standing"][0]["put"], &json["standing"][0]["votes"]), (&put, &json!(2)));
    let text = String::from_utf8(count("points.pb", &["--standing"]).stdout).unwrap();
    assert!(text.contains("\tpoints 9 (3 a ballot), 0.9 of all\n"), "{text}");
}

#[test]
fn how_sure_and_how_fair_is_said_on_request() {
    let asked = ["--ties", "lexicographic", "--rounds", "40", "--fairness"];
    let result = json_of(&count("small.pb", &[&asked[..], &["--format", "json"]].concat()));
    // Whoever is drawn names p1, which leaves room for one of the others.
    let funded = |id: &str| result["sure"]["funded"][id].as_u64().unwrap();
    assert_eq!((&result["sure"]["rounds"], &result["sure"]["settled"]), (&json!(40), &json!(40)));
    assert_eq!((funded("p1"), funded("p2") + funded("p3")), (40, 40));
    assert!((1..40).contains(&funded("p3")), "{result}");
    assert_eq!(result["fairness"], json!({ "voters": 2, "covered": 2, "claims": [] }));
    let text = String::from_utf8(count("small.pb", &asked).stdout).unwrap();
    assert!(text.contains("p1\tfunded in 40 of 40\n") && text.contains("(EJR+ holds)"), "{text}");
    let plain = json_of(&count("small.pb", &["--ties", "lexicographic", "--format", "json"]));
    assert_eq!((plain.get("sure"), plain.get("fairness")), (None, None));
}

#[test]
fn what_would_have_been_enough_is_said_on_request() {
    let asked = ["--ties", "lexicographic", "--enough", "p3"];
    let result = json_of(&count("small.pb", &[&asked[..], &["--format", "json"]].concat()));
    // p1 for 30.5 and p2 for 40 leave 29.5 of 100; p2 and p3 have one vote each.
    let least = |amount| json!({ "exactly": amount });
    let expected =
        json!([{ "project": "p3", "budget": least("10.5"), "cost": least("10.5"), "supporters": least("1") }]);
    assert_eq!(result["enough"], expected);
    let text = String::from_utf8(count("small.pb", &asked).stdout).unwrap();
    assert!(text.contains("p3\tto be funded: more budget 10.5; cost cut 10.5; more supporters 1\n"), "{text}");
    let unknown = count("small.pb", &["--ties", "lexicographic", "--enough", "p9"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(
        stderr(&unknown).contains("there is no project p9. Correct the ids after --enough."),
        "{}",
        stderr(&unknown)
    );
}

#[test]
fn what_goes_wrong_is_said_with_what_to_do() {
    let missing = count("missing.pb", &[]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("missing.pb: The file can't be opened"), "{}", stderr(&missing));
    let broken = count("broken.pb", &[]);
    assert_eq!((broken.status.code(), broken.stdout.is_empty()), (Some(1), true));
    assert!(stderr(&broken).contains("Line 10: the vote names “p9”"), "{}", stderr(&broken));
    let unfit = count("small.pb", &["--satisfaction", "additive"]);
    assert_eq!(unfit.status.code(), Some(1));
    assert!(stderr(&unfit).contains("cannot count approval ballots"), "{}", stderr(&unfit));
    let unknown = count("small.pb", &["--rule", "fairest"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("the rules are: greedy"), "{}", stderr(&unknown));
}
