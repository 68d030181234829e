//! Elections worked by hand, one folder each in `tests/data`.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Completion, Count, Decision, Election, Limits, Place, Project, ProjectId, Reason, Satisfaction,
    TiePolicy, Variant, Vote, rule,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct Input {
    budget: i64,
    kind: String,
    projects: BTreeMap<String, InputProject>,
    ballots: Vec<(u64, serde_json::Value)>,
    #[serde(default)]
    limits: InputLimits,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct InputLimits {
    minima: BTreeMap<String, i64>,
    maxima: BTreeMap<String, i64>,
    ring_fences: BTreeMap<String, i64>,
    pots: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InputProject {
    cost: i64,
    area: Option<String>,
    #[serde(default)]
    requires: Vec<String>,
    #[serde(default)]
    excludes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    rule: String,
    satisfaction: Option<String>,
    completion: Option<String>,
    why: String,
    /// The error of a rule that refuses; all else is left out then.
    refused: Option<String>,
    #[serde(default)]
    selected: Vec<String>,
    #[serde(default)]
    cost: i64,
    #[serde(default)]
    ties: Vec<Vec<String>>,
    #[serde(default)]
    skipped: BTreeMap<String, String>,
}

#[test]
fn every_case_comes_out_as_worked_by_hand() {
    let cases = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")).unwrap();
    let folders: Vec<_> =
        cases.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir() && !path.ends_with("peers")).collect();
    assert!(!folders.is_empty());
    for folder in &folders {
        check(folder);
    }
}

fn check(folder: &Path) {
    let election = election(&read(&folder.join("input.json")));
    let expectations: Vec<Expected> = read(&folder.join("expected.json"));
    for expected in expectations {
        let what = format!("{} by {}: {}", folder.display(), expected.rule, expected.why);
        let rule = rule(&expected.rule).unwrap();
        let counted = rule.count(&election, variant(&expected), &TiePolicy::Lexicographic);
        if let Some(refused) = expected.refused {
            assert_eq!(counted.map_err(|error| error.to_string()), Err(refused), "{what}");
            continue;
        }
        let Count::Settled(selection) = counted.unwrap() else {
            panic!("{what}: a tie is left");
        };
        let texts = |ids: &[ProjectId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let ties: Vec<_> = selection.ties.iter().map(|tie| texts(&tie.projects)).collect();
        let skipped: BTreeMap<_, _> = selection
            .steps
            .iter()
            .filter_map(|step| match &step.decision {
                Decision::Bought => None,
                Decision::Skipped(reason) => Some((step.project.to_string(), words(reason))),
            })
            .collect();
        assert_eq!(texts(&selection.selected), expected.selected, "{what}");
        assert_eq!(selection.cost.minor(), expected.cost, "{what}");
        assert_eq!(ties, expected.ties, "{what}");
        assert_eq!(skipped, expected.skipped, "{what}");
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn election(input: &Input) -> Election {
    let ids = |ids: &[String]| ids.iter().cloned().map(ProjectId::from).collect();
    let project = |(id, project): (&String, &InputProject)| Project {
        area: project.area.clone(),
        requires: ids(&project.requires),
        excludes: ids(&project.excludes),
        ..Project::new(ProjectId::from(id.as_str()), Money::from_minor(project.cost))
    };
    let kind = match input.kind.as_str() {
        "approval" => BallotKind::Approval,
        "points" => BallotKind::Points,
        "basket" => BallotKind::Basket,
        other => panic!("no such kind: {other}"),
    };
    let projects = input.projects.iter().map(project).collect();
    let money = |limits: &BTreeMap<String, i64>| {
        limits.iter().map(|(area, amount)| (area.clone(), Money::from_minor(*amount))).collect()
    };
    let limits = Limits {
        minima: money(&input.limits.minima),
        maxima: money(&input.limits.maxima),
        ring_fences: money(&input.limits.ring_fences),
        pots: money(&input.limits.pots),
    };
    let election = Election::new(Money::from_minor(input.budget), kind, projects).unwrap();
    let mut election = election.limited(limits).unwrap();
    let place = |id: &String| election.place(&ProjectId::from(id.as_str())).unwrap();
    let vote = |ballot: &serde_json::Value| -> (Vec<Place>, Vec<u32>) {
        if kind == BallotKind::Points {
            let points: BTreeMap<String, u32> = serde_json::from_value(ballot.clone()).unwrap();
            return points.iter().map(|(id, points)| (place(id), *points)).unzip();
        }
        let named: Vec<String> = serde_json::from_value(ballot.clone()).unwrap();
        (named.iter().map(place).collect(), Vec::new())
    };
    let votes: Vec<_> = input.ballots.iter().map(|(times, ballot)| (vote(ballot), *times)).collect();
    for ((places, points), times) in &votes {
        election.add(Vote { places, points }, *times).unwrap();
    }
    election
}

fn variant(expected: &Expected) -> Variant {
    let satisfaction = expected.satisfaction.as_deref().map(|name| match name {
        "cost" => Satisfaction::Cost,
        "cardinality" => Satisfaction::Cardinality,
        "additive" => Satisfaction::Additive,
        other => panic!("no such satisfaction: {other}"),
    });
    let completion = match expected.completion.as_deref() {
        None => Completion::None,
        Some("add1") => Completion::Add1,
        Some("greedy") => Completion::Greedy,
        Some(other) => panic!("no such completion: {other}"),
    };
    Variant { satisfaction, completion }
}

fn words(reason: &Reason) -> String {
    match reason {
        Reason::OverBudget { short } => format!("over budget by {}", short.minor()),
        Reason::Requires(id) => format!("requires {id}"),
        Reason::Excludes(id) => format!("excludes {id}"),
        Reason::Unsupported => "unsupported".to_owned(),
        Reason::SupportersShort { have } => format!("supporters have {}", have.reduced()),
        Reason::InPart { reached, short } => format!("reached by {}, {} short", reached.minor(), short.minor()),
        Reason::Stopped => "stopped".to_owned(),
        Reason::OverMaximum { area, over } => format!("over the maximum of {area} by {}", over.minor()),
        Reason::RingFenced { short } => format!("ring-fenced, {} short", short.minor()),
        Reason::KeptFor { areas, short } => format!("kept for {}, {} short", areas.join(" and "), short.minor()),
        Reason::MinimumLost { area } => format!("would lose the minimum of {area}"),
    }
}
