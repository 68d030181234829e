//! The baskets of persons as an election: a `.pb` file of Pabulib. <https://pabulib.org/format>
//!
//! Each level of an item is a project with the id `item:level`. It costs what it adds to the level below, and a basket
//! votes for the level it holds and all below, so that a vote costs what the basket does. Numbers stand for voters: they
//! are counted off after sorting by what was chosen, so that they lead back to no ballot.

use std::collections::BTreeMap;
use std::fmt::Write;

use basketry_domain::{Consultation, Date, Money, Voter};
use basketry_tally::{
    AdoptedLevels, BallotKind, Election, GivenBasket, Place, Project, ProjectId, Satisfaction, TiePolicy, Variant,
    View, Vote, adopt_levels, rule,
};
use basketry_texts::{Locale, msg};

use crate::plain::decimal;
use crate::{ExportError, Manifest};

/// An election as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionFile {
    /// The file.
    pub text: String,
    /// How many votes are in it.
    pub votes: usize,
    /// Baskets left out because they break a rule.
    pub faulty: usize,
    /// Baskets left out because nothing is in them that is for sale here: the format has no empty vote.
    pub empty: usize,
    /// Levels left out because they cost nothing more than the level below, or more than the whole budget.
    pub projects_left_out: usize,
}

/// Makes an election of the baskets of persons that keep the rules, as the charts of baskets do.
pub fn election_file(view: &View<'_>, manifest: &Manifest, locale: &dyn Locale) -> Result<ElectionFile, ExportError> {
    let sound = view.sound();
    let adopted = adopt_levels(&sound, Voter::Person)?;
    let budget = view.consultation().budget.amount;
    let sold = |project: &&Project| project.cost.is_positive() && project.cost <= budget;
    let projects: Vec<&Project> = adopted.election.projects().iter().filter(sold).collect();
    let levels = levels(view.consultation(), &projects, &adopted);
    let mut votes: Vec<Vec<&ProjectId>> =
        sound.baskets(Voter::Person).map(|(_, basket)| named(basket, &levels)).collect();
    let baskets = votes.len();
    votes.retain(|vote| !vote.is_empty());
    votes.sort();
    if votes.is_empty() {
        return Err(ExportError::Empty);
    }
    let mut file = ElectionFile {
        text: String::new(),
        votes: votes.len(),
        faulty: view.baskets(Voter::Person).count() - baskets,
        empty: baskets - votes.len(),
        projects_left_out: adopted.election.projects().len() - projects.len(),
    };
    let counted = count(budget, &projects, &votes)?;
    let consultation = view.consultation();
    file.text = meta(view, &file, &projects, comment(&file, manifest, locale));
    file.text += &projects_section(consultation, &projects, &counted, &adopted);
    file.text += "VOTES\nvoter_id;vote\n";
    for (number, vote) in (1..).zip(&votes) {
        let names: Vec<String> = vote.iter().map(ToString::to_string).collect();
        // A text does not refuse to be written to.
        let _ = writeln!(file.text, "{number};{}", names.join(","));
    }
    Ok(file)
}

/// A project with the item it is of, by its place in the file, and its level.
type Level<'p> = (&'p ProjectId, usize, u8);

/// What the projects stand for, in order of id.
fn levels<'p>(consultation: &Consultation, projects: &[&'p Project], adopted: &AdoptedLevels) -> Vec<Level<'p>> {
    let level = |project: &&'p Project| {
        let (item, level) = adopted.levels.get(&project.id)?;
        let place = consultation.items.iter().position(|other| other.id == *item)?;
        Some((&project.id, place, *level))
    };
    projects.iter().filter_map(level).collect()
}

/// The projects a basket votes for, in order of id.
fn named<'p>(basket: GivenBasket<'_>, levels: &[Level<'p>]) -> Vec<&'p ProjectId> {
    let held: Vec<(usize, u8)> = basket.choices().collect();
    let holds = |item: usize, level: u8| held.iter().any(|(other, held)| *other == item && *held >= level);
    levels.iter().filter(|(_, item, level)| holds(*item, *level)).map(|(project, ..)| *project).collect()
}

/// Votes for each project, and whether greedy funds it.
type Counted<'p> = BTreeMap<&'p ProjectId, (usize, bool)>;

/// Counts what the file says: no project in it requires or excludes another.
fn count<'p>(
    budget: Money,
    projects: &[&'p Project],
    votes: &[Vec<&'p ProjectId>],
) -> Result<Counted<'p>, ExportError> {
    let alone = projects.iter().map(|project| Project::new(project.id.clone(), project.cost)).collect();
    let mut election = Election::new(budget, BallotKind::Approval, alone)?;
    let mut counted: Counted<'p> = projects.iter().map(|project| (&project.id, (0, false))).collect();
    for vote in votes {
        let places: Vec<Place> = vote.iter().filter_map(|id| election.place(id)).collect();
        election.add(Vote::naming(&places), 1)?;
        for id in vote {
            counted.entry(id).or_default().0 += 1;
        }
    }
    let variant = Variant::plain(Satisfaction::Cost);
    if let Some(greedy) = rule("greedy") {
        let count = greedy.count(&election, variant, &TiePolicy::Lexicographic)?;
        for (id, entry) in &mut counted {
            entry.1 = count.selection().selected.contains(id);
        }
    }
    Ok(counted)
}

/// The remarks, numbered as Pabulib has them.
fn comment(file: &ElectionFile, manifest: &Manifest, locale: &dyn Locale) -> String {
    let left_out =
        [("faulty", file.faulty.into()), ("empty", file.empty.into()), ("projects", file.projects_left_out.into())];
    let remarks = [
        msg::EXPORT_PB_LEVELS.say(locale, &[]),
        msg::EXPORT_PB_RULES.say(locale, &[]),
        msg::EXPORT_PB_LEFT_OUT.say(locale, &left_out),
        msg::EXPORT_PB_COUNTRY.say(locale, &[]),
        format!("{}, {}, {}", manifest.program, manifest.counted_on, manifest.consultation.as_deref().unwrap_or("")),
        format!("{}, {}", manifest.ballots.counted, manifest.ballots.digest),
    ];
    let numbered: Vec<String> = (1..).zip(&remarks).map(|(number, remark)| format!("#{number}: {remark}")).collect();
    numbered.join(" ")
}

/// The first and the last day on which ballots were given.
fn days(view: &View<'_>) -> (Date, Date) {
    let day = |minute: &str| minute.get(..10).and_then(|day| day.parse::<Date>().ok());
    let given = || view.minutes().filter_map(day);
    let period = &view.consultation().period;
    (given().min().unwrap_or(period.from), given().max().unwrap_or(period.to))
}

fn meta(view: &View<'_>, file: &ElectionFile, projects: &[&Project], comment: String) -> String {
    let consultation = view.consultation();
    let budget = &consultation.budget;
    let mut areas: Vec<&str> = projects.iter().filter_map(|project| project.area.as_deref()).collect();
    areas.sort_unstable();
    areas.dedup();
    let (from, to) = days(view);
    let (first, last) = (from.year(), to.year());
    let unit = Some(consultation.organiser.name.as_str()).filter(|name| !name.trim().is_empty());
    let all: Money = projects.iter().map(|project| project.cost).sum();
    let amount = decimal(budget.amount.minor(), budget.currency.minor_digits());
    let language = consultation.language.as_str().split('-').next().filter(|language| language.len() == 2);
    let entries = [
        ("description", Some(consultation.title.clone())),
        // The official checker takes no other word for a country that is not known.
        ("country", Some("Worldwide".to_owned())),
        ("unit", Some(unit.unwrap_or(&consultation.title).to_owned())),
        ("instance", Some(if first == last { first.to_string() } else { format!("{first}-{last}") })),
        ("num_projects", Some(projects.len().to_string())),
        ("num_votes", Some(file.votes.to_string())),
        ("budget", Some(amount.clone())),
        ("vote_type", Some("approval".to_owned())),
        ("rule", Some("greedy".to_owned())),
        ("date_begin", Some(day(from))),
        ("date_end", Some(day(to))),
        ("max_sum_cost", Some(amount)),
        ("categories", Some(areas.join(",")).filter(|areas| !areas.is_empty())),
        ("edition", Some(consultation.reference.revision.to_string())),
        ("language", language.map(str::to_owned)),
        ("currency", Some(budget.currency.code().to_owned())),
        ("fully_funded", (all <= budget.amount).then(|| "1".to_owned())),
        ("comment", Some(comment)),
    ];
    let mut text = "META\nkey;value\n".to_owned();
    for (key, value) in entries {
        if let Some(value) = value {
            let _ = writeln!(text, "{key};{}", field(&value));
        }
    }
    text
}

fn projects_section(
    consultation: &Consultation,
    projects: &[&Project],
    counted: &Counted<'_>,
    adopted: &AdoptedLevels,
) -> String {
    let digits = consultation.budget.currency.minor_digits();
    let mut text = "PROJECTS\nproject_id;cost;votes;name;category;selected\n".to_owned();
    for project in projects {
        let (votes, selected) = counted.get(&project.id).copied().unwrap_or_default();
        let level = adopted.levels.get(&project.id).and_then(|(item, level)| consultation.item(item)?.level(*level));
        let level = level.filter(|level| !level.name.trim().is_empty());
        let name = level.map_or_else(|| project.name.clone(), |level| format!("{}: {}", project.name, level.name));
        let category = project.area.as_deref().unwrap_or_default();
        let (cost, name) = (decimal(project.cost.minor(), digits), field(&name));
        let _ = writeln!(text, "{};{cost};{votes};{name};{category};{}", project.id, u8::from(selected));
    }
    text
}

/// A day as Pabulib writes it.
fn day(date: Date) -> String {
    let text = date.to_string();
    let parts: Vec<&str> = text.split('-').rev().collect();
    parts.join(".")
}

/// A field: on one line, and quoted where it holds what separates fields.
fn field(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.contains([';', '"']) { format!("\"{}\"", line.replace('"', "\"\"")) } else { line }
}
