//! Pabulib files as they are found, and files that are wrong.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use basketry_domain::Money;
use basketry_pabulib::{Error, Expected, Fault, File, MOST_FIELDS, Notice, VoteKind, read};
use proptest::prelude::*;

fn fixture(name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    read(fs::read(path).unwrap().as_slice()).unwrap()
}

fn ids(file: &File, vote: usize) -> Vec<&str> {
    let vote = file.votes.iter().nth(vote).unwrap();
    vote.projects.iter().map(|place| file.projects[usize::from(*place)].id.as_str()).collect()
}

#[test]
fn an_approval_file_with_quotes_decimals_and_odd_columns() {
    let file = fixture("approval.pb");
    assert_eq!((file.kind, file.scale.digits(), file.budget), (VoteKind::Approval, 2, Money::from_minor(400_000)));
    assert_eq!(file.projects[0].name, "The \"Oasis\"; a garden");
    assert_eq!(file.projects[0].category.as_deref(), Some("green"));
    assert_eq!((file.projects[1].id.as_str(), file.projects[1].cost), ("2024/PCD/0003", Money::from_minor(12_050)));
    assert_eq!(file.scale.format(file.projects[1].cost), "120.5");
    assert_eq!((ids(&file, 0), ids(&file, 2)), (vec!["2024/PCD/0003", "L1"], vec![]));
    assert_eq!(file.meta["comment"], "one;two");
    assert_eq!(
        file.notices,
        [
            Notice::Number { key: "num_votes", stated: "7".to_owned(), found: 4 },
            Notice::SameVoter { votes: 1, first_line: 18 },
            Notice::Repeated { votes: 1, first_line: 16, project: "L1".to_owned() },
        ]
    );
}

#[test]
fn the_same_file_with_a_byte_order_mark_and_windows_line_ends() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/approval.pb");
    let text = fs::read_to_string(path).unwrap().replace('\n', "\r\n");
    assert_eq!(read(format!("\u{feff}{text}").as_bytes()).unwrap(), fixture("approval.pb"));
}

#[test]
fn a_cumulative_file_with_a_column_of_points() {
    let file = fixture("cumulative.pb");
    assert_eq!((file.kind, file.scale.whole(file.budget)), (VoteKind::Cumulative, Some(149_000)));
    assert_eq!((ids(&file, 1), file.votes.iter().nth(1).unwrap().points), (vec!["1", "2"], &[3, 2][..]));
}

#[test]
fn an_ordinal_file_keeps_the_order() {
    let file = fixture("ordinal.pb");
    assert_eq!((file.kind, ids(&file, 0)), (VoteKind::Ordinal, vec!["c", "a", "b"]));
}

#[test]
fn a_choose_one_file_has_one_project_a_vote_or_none() {
    let file = fixture("choose-1.pb");
    assert_eq!((file.kind, file.votes.len(), file.projects.len()), (VoteKind::ChooseOne, 3, 2));
    assert_eq!([0, 1, 2].map(|vote| ids(&file, vote)), [vec!["park"], vec![], vec!["bench"]]);
    assert!(file.votes.iter().all(|vote| vote.points.is_empty()));
    assert_eq!(file.notices, []);
}

#[test]
fn a_scoring_file_gives_each_project_points_of_its_own() {
    let file = fixture("scoring.pb");
    assert_eq!((file.kind, file.scale.whole(file.budget)), (VoteKind::Scoring, Some(400_000)));
    let points: Vec<_> = file.votes.iter().map(|vote| vote.points.to_vec()).collect();
    assert_eq!(points, [vec![5, 0, 3], vec![5, 5], vec![]]);
    assert_eq!((ids(&file, 0), ids(&file, 1)), (vec!["b", "a", "c"], vec!["a", "b"]));
    assert_eq!(file.notices, []);
}

#[test]
fn baskets_over_the_budget_are_flagged_not_refused() {
    let file = fixture("knapsack.pb");
    assert_eq!((file.kind, file.votes.len()), (VoteKind::Knapsack, 3));
    assert_eq!(file.notices, [Notice::OverBudget { votes: 1, first_line: 13 }]);
}

const HEAD: &str = "META\nkey;value\nbudget;100\nvote_type;TYPE\nPROJECTS\nproject_id;cost\na;10\nb;20\n";

/// Checks the line and the fault of a file that ends with `rest`.
#[track_caller]
fn check(vote_type: &str, rest: &str, line: u64, fault: &Fault) {
    check_whole(&(HEAD.replace("TYPE", vote_type) + rest), line, fault);
}

#[track_caller]
fn check_whole(text: &str, line: u64, fault: &Fault) {
    match read(text.as_bytes()) {
        Err(Error::Content { line: found_line, fault: found }) => assert_eq!((found_line, &found), (line, fault)),
        other => panic!("expected {fault:?}, got {other:?}"),
    }
}

#[test]
fn a_file_with_other_numbers_than_meta_states_is_flagged() {
    let stated = |projects: &str, votes: &str| {
        let numbers = format!("num_projects;{projects}\nnum_votes;{votes}\nPROJECTS");
        let head = HEAD.replace("TYPE", "approval").replace("PROJECTS", &numbers);
        read((head + "VOTES\nvote\na\n").as_bytes()).unwrap().notices
    };
    assert_eq!(stated("2", "1"), []);
    let number = |key, stated: &str, found| Notice::Number { key, stated: stated.to_owned(), found };
    // As a file that was cut between two lines has them.
    assert_eq!(stated("3", "8"), [number("num_projects", "3", 2), number("num_votes", "8", 1)]);
    assert_eq!(stated("2", "many"), [number("num_votes", "many", 1)]);
}

/// What is odd about a file with budget 100, projects `a` for 10 and `b` for 20, and these limits and votes.
fn odd(vote_type: &str, limits: &str, votes: &str) -> Vec<Notice> {
    let head = HEAD.replace("TYPE", vote_type).replace("PROJECTS", &format!("{limits}\nPROJECTS"));
    read((head + "VOTES\nvote;points\n" + votes).as_bytes()).unwrap().notices
}

#[test]
fn votes_beyond_what_the_file_allows_are_flagged_not_refused() {
    let beyond = |key, stated: &str, votes, first_line| {
        vec![Notice::Beyond { key, stated: stated.to_owned(), votes, first_line }]
    };
    let three = "a\na,b\nb\n";
    assert_eq!(odd("approval", "max_sum_cost;30.0", three), []);
    assert_eq!(odd("approval", "max_sum_cost;29.9", three), beyond("max_sum_cost", "29.9", 1, 13));
    assert_eq!(odd("ordinal", "max_sum_cost;15", three), beyond("max_sum_cost", "15", 2, 13));
    assert_eq!(odd("approval", "max_length;1", three), beyond("max_length", "1", 1, 13));
    assert_eq!(odd("approval", "min_length;2", three), beyond("min_length", "2", 2, 12));
    assert_eq!(odd("approval", "min_length;1\nmax_length;2", three), []);
    let points = "a;5\na,b;3,3\n";
    assert_eq!(odd("cumulative", "max_sum_points;5", points), beyond("max_sum_points", "5", 1, 13));
    assert_eq!(odd("cumulative", "max_sum_points;6", points), []);
    let many = Notice::NoLimit { key: "max_length", stated: "many".to_owned() };
    assert_eq!(odd("approval", "max_length;many\nmax_sum_cost;", "a\n").last(), Some(&many));
}

#[test]
fn votes_of_every_kind_are_flagged_over_the_budget() {
    let over = |votes, first_line| Notice::OverBudget { votes, first_line };
    let dear = |vote_type: &str, limits: &str, votes: &str| {
        let text = HEAD.replace("TYPE", vote_type).replace("budget;100", &format!("budget;25.5{limits}"));
        read((text + "VOTES\nvote;points\n" + votes).as_bytes()).unwrap().notices
    };
    for (vote_type, votes) in [
        ("approval", "a\na,b\nb,a\n"),
        ("ordinal", "a\na,b\nb,a\n"),
        ("cumulative", "a;1\na,b;1,1\nb,a;1,1\n"),
        ("scoring", "a;1\na,b;1,1\nb,a;1,1\n"),
        ("knapsack", "a\na,b\nb,a\n"),
    ] {
        assert_eq!(dear(vote_type, "", votes), [over(2, 12)], "{vote_type}");
    }
    assert_eq!(dear("choose-1", "", "a\nb\n"), []);
    // Where the limit is the budget, once is enough; where it is not, both are told.
    let limit = |stated: &str, votes, first_line| Notice::Beyond {
        key: "max_sum_cost",
        stated: stated.to_owned(),
        votes,
        first_line,
    };
    assert_eq!(dear("approval", "\nmax_sum_cost;25.50", "a\na,b\n"), [limit("25.50", 1, 13)]);
    assert_eq!(dear("approval", "\nmax_sum_cost;15", "a\nb\na,b\n"), [over(1, 14), limit("15", 2, 13)]);
}

#[test]
fn many_odd_votes_are_summed_up_behind_what_concerns_the_whole_file() {
    let limits = "num_votes;3\nmax_length;1";
    let votes = "a,a\n".repeat(25) + "a,b\n";
    let notices = odd("approval", limits, &votes);
    let number = Notice::Number { key: "num_votes", stated: "3".to_owned(), found: 26 };
    let long = Notice::Beyond { key: "max_length", stated: "1".to_owned(), votes: 1, first_line: 38 };
    let repeated = Notice::Repeated { votes: 25, first_line: 13, project: "a".to_owned() };
    assert_eq!(notices, [number, long, repeated]);
}

#[test]
fn what_is_wrong_with_a_vote_is_said_with_its_line() {
    let votes = |row: &str| format!("VOTES\nvoter_id;vote;points\n{row}\n");
    let project = |id: &str| id.to_owned();
    check("approval", &votes("1;a,z"), 11, &Fault::UnknownProject { project: project("z") });
    check("ordinal", &votes("1;a,a"), 11, &Fault::RepeatedProject { project: project("a") });
    check("choose-1", &votes("1;a,b"), 11, &Fault::MoreThanOne { found: 2 });
    check("cumulative", &votes("1;a,b;3"), 11, &Fault::PointsCount { projects: 2, points: 1 });
    let wrong = |found: &str| Fault::Value { name: "points", found: found.to_owned(), expected: Expected::Points };
    check("scoring", &votes("1;a;-1"), 11, &wrong("-1"));
    check("scoring", &votes("1;a;0.5"), 11, &wrong("0.5"));
    check("approval", &votes("1;\"a"), 11, &Fault::OpenQuote);
}

#[test]
fn what_is_wrong_with_a_project_is_said_with_its_line() {
    let amount = |found: &str| Fault::Value { name: "cost", found: found.to_owned(), expected: Expected::Amount };
    check("approval", "a;5\n", 9, &Fault::DuplicateProject { project: "a".to_owned() });
    check("approval", "\n\nc;-5\n", 11, &amount("-5"));
    check("approval", "c;1,000\n", 9, &amount("1,000"));
    check("approval", "c\n", 9, &Fault::Empty { column: "cost" });
    check(
        "approval",
        "c;999999999999999\nd;0.001\nVOTES\nvote\n",
        9,
        &Fault::Value { name: "cost", found: "999999999999999".to_owned(), expected: Expected::SmallerAmount },
    );
}

#[test]
fn what_is_wrong_with_the_file_is_said_with_its_line() {
    check("approval", "", 8, &Fault::MissingSection { section: "VOTES" });
    check("approval", "META\n", 9, &Fault::SectionOrder { section: "META" });
    let found = "usual".to_owned();
    check("usual", "VOTES\nvote\n", 4, &Fault::Value { name: "vote_type", found, expected: Expected::VoteKind });
    let found = vec!["voter_id".to_owned()];
    check("approval", "VOTES\nvoter_id\n", 10, &Fault::MissingColumn { section: "VOTES", column: "vote", found });
    let wide = ";".repeat(MOST_FIELDS);
    check("approval", &wide, 9, &Fault::TooManyFields { found: MOST_FIELDS + 1, limit: MOST_FIELDS });
    check_whole("<html>", 1, &Fault::NoSection { found: "<html>".to_owned() });
    check_whole("", 1, &Fault::MissingSection { section: "PROJECTS" });
    check_whole("META\nbudget;1\nbudget;2\n", 3, &Fault::DuplicateKey { key: "budget".to_owned() });
    let headless = "META\nkey;value\nbudget;1\nPROJECTS\nproject_id;cost\nVOTES\nvote\n";
    check_whole(headless, 7, &Fault::MissingKey { key: "vote_type" });
    check_whole(&headless.replace("budget;1", "vote_type;approval"), 7, &Fault::MissingKey { key: "budget" });
    let latin = read(&b"META\nunit;Gda\xf1sk\n"[..]);
    assert!(matches!(latin, Err(Error::Content { line: 2, fault: Fault::NotUtf8 })));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(bytes.as_slice());
    }

    #[test]
    fn any_rows_are_read_or_refused(rows in prop::collection::vec("[a-c0-9.,;\"\n-]{0,12}", 0..8), kind in "approval|scoring") {
        let text = HEAD.replace("TYPE", &kind) + "VOTES\nvoter_id;vote;points\n" + &rows.join("\n");
        if let Ok(file) = read(text.as_bytes()) {
            let mut named = file.votes.iter().flat_map(|vote| vote.projects);
            prop_assert!(named.all(|place| usize::from(*place) < file.projects.len()));
        }
    }
}
