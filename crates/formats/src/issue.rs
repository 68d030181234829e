//! Why a consultation file cannot be opened, and where in it the reason lies.

use basketry_domain::{Problem, ProblemCode};

use crate::{Misfit, Notice, Shape};

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than a consultation can be.
    #[error("the file is over {limit} bytes")]
    TooLarge {
        /// The most bytes allowed.
        limit: u64,
    },
    /// It is not JSON, or it was cut off.
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// Whether the text ends too early.
        cut_off: bool,
    },
    /// A name is there twice in one place: which of the two counts would be a guess.
    #[error("{key:?} is there twice at line {line}, column {column}")]
    DuplicateKey {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// The name.
        key: String,
    },
    /// It is JSON of another kind.
    #[error("not a consultation file")]
    OtherFormat,
    /// A newer Basketry saved it.
    #[error("saved in version {found}, known is {known}")]
    NewerVersion {
        /// The file's version.
        found: u64,
        /// The newest version this program reads.
        known: u32,
    },
    /// Its parts are wrong. Never empty.
    #[error("{} things are wrong in the file", .0.len())]
    Issues(Vec<Issue>),
}

/// Something wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The path in the file, such as `items[3].requires[0]`.
    pub path: String,
    /// What is wrong.
    pub code: IssueCode,
}

/// What can be wrong in a part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueCode {
    /// The field is missing, unknown, or of another type.
    Shape(Shape),
    /// Not an id.
    NotAnId(String),
    /// Not a date.
    NotADate(String),
    /// Not a year, month or day.
    NotAPartialDate(String),
    /// Not a currency code.
    NotACurrency(String),
    /// Not a decimal number.
    NotANumber(String),
    /// A translation of a text that the consultation does not have.
    UnknownText,
    /// It does not make sense with the rest of the consultation.
    Domain(ProblemCode),
}

impl From<Misfit> for Issue {
    fn from(misfit: Misfit) -> Self {
        Self { path: misfit.path, code: IssueCode::Shape(misfit.shape) }
    }
}

impl From<Problem> for Issue {
    fn from(problem: Problem) -> Self {
        Self { path: problem.path, code: IssueCode::Domain(problem.code) }
    }
}

impl ReadError {
    /// What to tell the person: what is wrong first, then a notice for each place.
    pub fn notices(&self) -> Vec<Notice> {
        match self {
            Self::Empty => vec![Notice::new("file-empty")],
            Self::TooLarge { limit } => vec![Notice::new("file-too-large").number("megabytes", limit / 1_000_000)],
            Self::NotJson { line, column, cut_off } => {
                let code = if *cut_off { "file-cut-off" } else { "file-not-json" };
                vec![Notice::new(code).number("line", *line).number("column", *column)]
            }
            Self::DuplicateKey { line, column, key } => {
                let notice = Notice::new("file-duplicate-key").number("line", *line).number("column", *column);
                vec![notice.text("key", key.as_str())]
            }
            Self::OtherFormat => vec![Notice::new("file-not-a-consultation")],
            Self::NewerVersion { found, known } => {
                vec![Notice::new("file-newer-version").number("found", *found).number("known", *known)]
            }
            Self::Issues(issues) => {
                let head = Notice::new("consultation-has-issues").number("count", issues.len());
                std::iter::once(head).chain(issues.iter().map(Issue::notice)).collect()
            }
        }
    }
}

impl Issue {
    fn notice(&self) -> Notice {
        let notice = |code: &str| Notice::new(code).text("path", self.path.as_str());
        match &self.code {
            IssueCode::Shape(shape) => shape_notice(shape, &notice),
            IssueCode::NotAnId(text) => notice("issue-not-an-id").text("text", text.as_str()),
            IssueCode::NotADate(text) => notice("issue-not-a-date").text("text", text.as_str()),
            IssueCode::NotAPartialDate(text) => notice("issue-not-a-partial-date").text("text", text.as_str()),
            IssueCode::NotACurrency(text) => notice("issue-not-a-currency").text("text", text.as_str()),
            IssueCode::NotANumber(text) => notice("issue-not-a-number").text("text", text.as_str()),
            IssueCode::UnknownText => notice("issue-unknown-text"),
            IssueCode::Domain(code) => domain_notice(code, &notice),
        }
    }
}

fn shape_notice(shape: &Shape, notice: &dyn Fn(&str) -> Notice) -> Notice {
    match shape {
        Shape::Missing => notice("issue-missing-field"),
        Shape::Unknown { known } => notice("issue-unknown-field").text("known", known.join(", ")),
        Shape::Type(wanted) => notice("issue-wrong-type").text("wanted", wanted.word()),
        Shape::Range { least, most } => notice("issue-out-of-range").number("least", *least).number("most", *most),
        Shape::Choice { known } => notice("issue-no-choice").text("known", known.join(", ")),
        Shape::Other => notice("issue-not-understood"),
    }
}

fn domain_notice(code: &ProblemCode, notice: &dyn Fn(&str) -> Notice) -> Notice {
    match code {
        ProblemCode::Empty => notice("issue-empty"),
        ProblemCode::NoEntries => notice("issue-no-entries"),
        ProblemCode::DuplicateId(id) => notice("issue-duplicate-id").text("id", id.as_str()),
        ProblemCode::UnknownId(id) => notice("issue-unknown-id").text("id", id.as_str()),
        ProblemCode::AmountOutOfRange => notice("issue-amount-out-of-range"),
        ProblemCode::LevelCheaperThanBelow => notice("issue-level-cheaper"),
        ProblemCode::OutOfOrder => notice("issue-out-of-order"),
        ProblemCode::Zero => notice("issue-zero"),
        ProblemCode::NothingFits => notice("issue-nothing-fits"),
        ProblemCode::RequiresCircle => notice("issue-requires-circle"),
        ProblemCode::RequiresExcluded(id) => notice("issue-requires-excluded").text("id", id.as_str()),
        ProblemCode::RequiresApart(one, other) => {
            notice("issue-requires-apart").text("one", one.as_str()).text("other", other.as_str())
        }
        ProblemCode::OneSided => notice("issue-one-sided"),
        ProblemCode::TooMany { limit } => notice("issue-too-many").number("limit", *limit),
    }
}
