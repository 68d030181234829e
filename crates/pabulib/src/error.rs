//! What can be wrong with a file, and where. No words: those are for whoever tells a person.

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read at all.
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// Something in it is wrong.
    #[error("line {line}: {fault:?}")]
    Content {
        /// The line, counted from 1.
        line: u64,
        /// What is wrong.
        fault: Fault,
    },
}

impl Error {
    pub(super) fn at(line: u64, fault: Fault) -> Self {
        Self::Content { line, fault }
    }
}

/// What is wrong on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than any election.
    TooLarge {
        /// The most bytes.
        limit: u64,
    },
    /// There are more rows than any election has.
    TooManyRows {
        /// The most rows.
        limit: u64,
    },
    /// A row has more fields than any election's.
    TooManyFields {
        /// How many there are.
        found: usize,
        /// The most fields.
        limit: usize,
    },
    /// There are more projects than can be counted exactly.
    TooManyProjects {
        /// The most projects.
        limit: usize,
    },
    /// A field begins with a quote that nothing closes.
    OpenQuote,
    /// The text is not UTF-8.
    NotUtf8,
    /// Something stands before the first section.
    NoSection {
        /// What stands there.
        found: String,
    },
    /// A section comes twice, or before one it needs.
    SectionOrder {
        /// The section.
        section: &'static str,
    },
    /// A section is missing, or has no column names.
    MissingSection {
        /// The section.
        section: &'static str,
    },
    /// META has no such entry.
    MissingKey {
        /// The entry.
        key: &'static str,
    },
    /// META has an entry twice, with different values.
    DuplicateKey {
        /// The entry.
        key: String,
    },
    /// A section has no such column.
    MissingColumn {
        /// The section.
        section: &'static str,
        /// The column.
        column: &'static str,
        /// The columns it has.
        found: Vec<String>,
    },
    /// A field that is needed is empty.
    Empty {
        /// The column.
        column: &'static str,
    },
    /// A value is not what it has to be.
    Value {
        /// The column or META entry.
        name: &'static str,
        /// What stands there.
        found: String,
        /// What should.
        expected: Expected,
    },
    /// Two projects have the same id.
    DuplicateProject {
        /// The project.
        project: String,
    },
    /// A vote names a project that is not there.
    UnknownProject {
        /// What it names.
        project: String,
    },
    /// A vote ranks a project, or gives it points, twice.
    RepeatedProject {
        /// The project.
        project: String,
    },
    /// A vote for one project names several.
    MoreThanOne {
        /// How many it names.
        found: usize,
    },
    /// A vote has not as many points as projects.
    PointsCount {
        /// How many projects it names.
        projects: usize,
        /// How many points it gives.
        points: usize,
    },
}

/// What a value should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An amount of money.
    Amount,
    /// An amount within bounds, at the precision the file's other amounts need.
    SmallerAmount,
    /// Points.
    Points,
    /// A kind of votes.
    VoteKind,
}
