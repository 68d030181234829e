//! Reads Pabulib's `.pb` files: participatory budgeting elections as they were held.
//!
//! The format: Faliszewski et al., *Participatory Budgeting: Data, Tools and Analysis*, IJCAI 2023. Three sections,
//! META, PROJECTS and VOTES, each a table with `;` between the fields and column names of its own. Columns that are
//! not known are ignored. What makes a file ambiguous is an [`Error`]; what is only odd is a [`Notice`].

mod amount;
mod error;
mod field;
mod limits;
mod lines;
mod places;
mod rows;
mod voters;
mod votes;

pub use amount::Scale;
pub use error::{Error, Expected, Fault};
pub use votes::{Vote, VoteKind, Votes};

use std::collections::BTreeMap;
use std::io::BufRead;

use basketry_domain::Money;

use amount::{Amount, common_scale};
use field::Columns;
use places::Places;
use rows::{Row, Rows, Section};
use votes::VoteReader;

/// The largest file, in bytes.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The most rows in a file.
pub const MOST_ROWS: u64 = 5_000_000;
/// The most lines a row may go on for within quotes.
pub const MOST_ROW_LINES: u64 = 100;
/// The most fields in a row.
pub const MOST_FIELDS: usize = 1_000;
/// The most projects in a file.
pub const MOST_PROJECTS: usize = 9_000;

/// A file as read. Amounts are in units of `10^-scale` of the file's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Every entry of META by key.
    pub meta: BTreeMap<String, String>,
    /// How many digits after the point the amounts of this file need.
    pub scale: Scale,
    /// The budget.
    pub budget: Money,
    /// What the votes say.
    pub kind: VoteKind,
    /// The projects in the file's order.
    pub projects: Vec<Project>,
    /// The votes in the file's order.
    pub votes: Votes,
    /// What is odd about the file: at most one notice of each kind and key, however many votes it is about.
    pub notices: Vec<Notice>,
}

/// A project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id, as spelt in the file.
    pub id: String,
    /// Its cost, in units of `10^-scale`.
    pub cost: Money,
    /// Its name; empty when the file has none.
    pub name: String,
    /// Its category, where the file states one.
    pub category: Option<String>,
}

/// Something odd that does not keep the file from being counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// META states another number of votes or projects than there are.
    Number {
        /// `num_votes` or `num_projects`.
        key: &'static str,
        /// What META says.
        stated: String,
        /// How many there are.
        found: usize,
    },
    /// Votes for projects that cost more than the budget together. They count as given.
    OverBudget {
        /// How many.
        votes: usize,
        /// Where the first one is.
        first_line: u64,
    },
    /// Votes that do not keep to a limit of META. They count as given.
    Beyond {
        /// `max_sum_cost`, `min_length`, `max_length` or `max_sum_points`.
        key: &'static str,
        /// What META says.
        stated: String,
        /// How many.
        votes: usize,
        /// Where the first one is.
        first_line: u64,
    },
    /// A limit of META that is no number. No vote was held against it.
    NoLimit {
        /// Which.
        key: &'static str,
        /// What META says.
        stated: String,
    },
    /// Votes with a voter id that an earlier vote has. Each counts as a vote.
    SameVoter {
        /// How many.
        votes: usize,
        /// Where the first one is.
        first_line: u64,
    },
    /// Votes that approve of a project twice. It counts once.
    Repeated {
        /// How many.
        votes: usize,
        /// Where the first one is.
        first_line: u64,
        /// The project it names twice.
        project: String,
    },
}

/// Reads a file.
pub fn read(mut source: impl BufRead) -> Result<File, Error> {
    read_rows(&mut source)
}

/// Not generic, so that it is compiled here, for speed, whoever calls it.
fn read_rows(source: &mut dyn BufRead) -> Result<File, Error> {
    let mut reader = Reader::default();
    let mut rows = Rows::new(source)?;
    while let Some((section, row)) = rows.next()? {
        match section {
            Section::Meta => reader.meta(row)?,
            Section::Projects => reader.project(row)?,
            Section::Votes => reader.vote(row)?,
        }
    }
    reader.finish(rows.line())
}

#[derive(Default)]
struct Reader {
    meta: BTreeMap<String, (u64, String)>,
    project_columns: Option<Columns>,
    projects: Vec<(Amount, Project)>,
    places: Places,
    votes: Option<VoteReader>,
    /// Votes that name a project twice: how many, where the first is, and its project.
    repeated: Option<(usize, u64, String)>,
}

impl Reader {
    fn meta(&mut self, row: Row<'_>) -> Result<(), Error> {
        let key = row.get(0).to_lowercase();
        // A value may hold the separator; a spreadsheet may have padded the row.
        let value = row.from(1).trim_end_matches([';', ' ']).to_owned();
        if key == "key" && value == "value" {
            return Ok(());
        }
        match self.meta.get(&key) {
            Some((_, earlier)) if *earlier != value => Err(Error::at(row.line, Fault::DuplicateKey { key })),
            Some(_) => Ok(()),
            None => {
                self.meta.insert(key, (row.line, value));
                Ok(())
            }
        }
    }

    fn project(&mut self, row: Row<'_>) -> Result<(), Error> {
        let Some(columns) = &self.project_columns else {
            self.project_columns = Some(Columns::new(row, Section::Projects, &["project_id", "cost"])?);
            return Ok(());
        };
        let id = columns.required(row, "project_id")?.to_owned();
        let cost = Amount::read(row.line, "cost", columns.required(row, "cost")?)?;
        let too_many = || Error::at(row.line, Fault::TooManyProjects { limit: MOST_PROJECTS });
        let place = Some(self.projects.len()).filter(|place| *place < MOST_PROJECTS);
        let place = place.and_then(|place| u16::try_from(place).ok()).ok_or_else(too_many)?;
        if self.places.insert(&id, place).is_some() {
            return Err(Error::at(row.line, Fault::DuplicateProject { project: id }));
        }
        let category = Some(columns.get(row, "category").to_owned()).filter(|category| !category.is_empty());
        let name = columns.get(row, "name").to_owned();
        self.projects.push((cost, Project { id, cost: Money::ZERO, name, category }));
        Ok(())
    }

    fn vote(&mut self, row: Row<'_>) -> Result<(), Error> {
        let Some(votes) = &mut self.votes else {
            let kind = VoteKind::of(&self.meta, row.line)?;
            self.votes = Some(VoteReader::new(row, kind, self.projects.len())?);
            return Ok(());
        };
        if let Some(project) = votes.read(row, &self.places)? {
            self.repeated.get_or_insert((0, row.line, project)).0 += 1;
        }
        Ok(())
    }

    fn finish(self, last_line: u64) -> Result<File, Error> {
        let missing = |section: Section| Error::at(last_line, Fault::MissingSection { section: section.name() });
        if self.project_columns.is_none() {
            return Err(missing(Section::Projects));
        }
        let VoteReader { kind, votes, same_voter, .. } = self.votes.ok_or_else(|| missing(Section::Votes))?;
        let Some((line, budget)) = self.meta.get("budget") else {
            return Err(Error::at(last_line, Fault::MissingKey { key: "budget" }));
        };
        let budget = Amount::read(*line, "budget", budget)?;
        let scale = common_scale(self.projects.iter().map(|(cost, _)| cost).chain([&budget]));
        let scaled = |(cost, project): (Amount, Project)| Ok(Project { cost: cost.at(scale)?, ..project });
        let mut file = File {
            scale,
            budget: budget.at(scale)?,
            kind,
            projects: self.projects.into_iter().map(scaled).collect::<Result<_, Error>>()?,
            votes,
            meta: self.meta.into_iter().map(|(key, (_, value))| (key, value)).collect(),
            notices: Vec::new(),
        };
        let numbers = [file.number("num_projects", file.projects.len()), file.number("num_votes", file.votes.len())];
        let same_voter = same_voter.map(|(votes, first_line)| Notice::SameVoter { votes, first_line });
        let repeated =
            self.repeated.map(|(votes, first_line, project)| Notice::Repeated { votes, first_line, project });
        let numbers = numbers.into_iter().flatten();
        file.notices = numbers.chain(limits::check(&file)).chain(same_voter).chain(repeated).collect();
        Ok(file)
    }
}

impl File {
    fn number(&self, key: &'static str, found: usize) -> Option<Notice> {
        let stated = self.meta.get(key)?;
        let agrees = stated.parse() == Ok(found);
        (!agrees).then(|| Notice::Number { key, stated: stated.clone(), found })
    }
}
