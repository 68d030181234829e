//! Thousands of small elections that pabutools has counted: the same selections, in the same order. README.md says how
//! they were made.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use basketry_domain::Money;
use basketry_tally::{
    BallotKind, Completion, Count, Election, Place, Project, ProjectId, Rule, Satisfaction, TiePolicy, Variant, Vote,
    rules,
};

/// Too few elections prove little.
const ENOUGH: usize = 3_000;

/// What the peer was asked in one column, and how the comparison went.
struct Column {
    name: String,
    rule: &'static dyn Rule,
    variant: Variant,
    compared: usize,
    tied: usize,
}

/// One line of the file.
struct Case<'a> {
    line: &'a str,
    kind: BallotKind,
    budget: i64,
    costs: Vec<i64>,
    ballots: Vec<&'a str>,
    /// By column.
    selections: Vec<&'a str>,
}

#[test]
fn every_selection_is_the_peers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/peers/elections.txt");
    let text = fs::read_to_string(path).unwrap();
    let (first, lines) = text.split_once('\n').unwrap();
    let mut columns: Vec<Column> = first.split(' ').skip(4).map(column).collect();
    let mut different = Vec::new();
    for case in lines.lines().map(read) {
        let election = case.election();
        assert_eq!(case.selections.len(), columns.len(), "{}", case.line);
        for (column, peers) in columns.iter_mut().zip(&case.selections).filter(|(_, peers)| **peers != "?") {
            let ours = column.count(&election);
            if ours != *peers {
                different.push(format!("{}: {ours}, not {peers}\n    {}", column.name, case.line));
            }
        }
    }
    let shown = different.iter().take(10).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(different.is_empty(), "{} selections differ:\n{shown}", different.len());
    for Column { name, compared, tied, .. } in columns {
        assert!(compared >= ENOUGH, "{name}: only {compared} elections");
        assert!(tied * 5 > compared, "{name}: only {tied} of {compared} have a tie that matters");
    }
}

/// The rule and variant with this name.
fn column(name: &str) -> Column {
    let all = rules().iter().flat_map(|rule| rule.variants().iter().map(|variant| (*rule, *variant)));
    let (rule, variant) = all.into_iter().find(|(rule, variant)| written(*rule, *variant) == name).unwrap();
    Column { name: name.to_owned(), rule, variant, compared: 0, tied: 0 }
}

fn written(rule: &dyn Rule, variant: Variant) -> String {
    let satisfaction = match variant.satisfaction {
        Some(Satisfaction::Cost) => ":cost",
        Some(Satisfaction::Cardinality) => ":cardinality",
        Some(Satisfaction::Additive) => ":additive",
        None => "",
    };
    let completion = if variant.completion == Completion::Add1 { "+add1" } else { "" };
    format!("{}{satisfaction}{completion}", rule.id())
}

impl Column {
    /// The numbers of the projects in the order bought.
    fn count(&mut self, election: &Election) -> String {
        let count = self.rule.count(election, self.variant, &TiePolicy::Lexicographic).unwrap();
        let Count::Settled(selection) = count else { panic!("a tie is left") };
        self.compared += 1;
        self.tied += usize::from(!selection.ties.is_empty());
        let numbers: String = selection.selected.iter().map(|id| &id.as_str()[1..]).collect();
        if numbers.is_empty() { "-".to_owned() } else { numbers }
    }
}

fn read(line: &str) -> Case<'_> {
    let mut fields = line.split(' ');
    let mut next = || fields.next().unwrap();
    Case {
        line,
        kind: match next() {
            "points" => BallotKind::Points,
            "approval" => BallotKind::Approval,
            other => panic!("no such kind: {other}"),
        },
        budget: next().parse().unwrap(),
        costs: next().split(',').map(|cost| cost.parse().unwrap()).collect(),
        ballots: next().split(',').collect(),
        selections: fields.collect(),
    }
}

impl Case<'_> {
    fn election(&self) -> Election {
        let id = |at: usize| ProjectId::from(format!("p{at}"));
        let project = |(at, cost): (usize, &i64)| Project::new(id(at), Money::from_minor(*cost));
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(self.budget), self.kind, projects).unwrap();
        for ballot in &self.ballots {
            assert_eq!(ballot.len(), self.costs.len(), "{}", self.line);
            let given = ballot.chars().enumerate().filter(|(_, mark)| *mark != '.');
            let given = given.map(|(at, mark)| (election.place(&id(at)).unwrap(), mark.to_digit(10).unwrap()));
            let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
            let points = if self.kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, 1).unwrap();
        }
        election
    }
}
