//! What the page and the worker say to each other.

use basketry_charts::ChartData;
use basketry_formats::Notice;
use basketry_results::{Absent, Overview};
use serde::{Deserialize, Serialize};

/// A file as the page knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(
    /// Counted up by the page.
    pub u32,
);

/// What the page asks.
#[derive(Serialize, Deserialize)]
pub enum Input {
    /// Speak this language.
    Speak(String),
    /// A compiled consultation the page has.
    Consultation(Vec<u8>),
    /// Open a file.
    Open {
        /// The page's number for it.
        id: FileId,
        /// Its name.
        name: String,
        /// The file itself: handed over, not copied.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        file: web_sys::File,
    },
    /// A file no longer counts.
    Forget(FileId),
    /// Count.
    Count(Wanted),
}

/// A picture that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The page's edition that asks. The answer names it, so that the page knows an old answer.
    pub edition: u32,
    /// What is counted.
    pub of: ResultsOf,
    /// Only ballots of this section.
    pub section: Option<String>,
    /// Groups of fewer people are held back.
    pub threshold: u64,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResultsOf {
    /// All ballots of a consultation, as `id@revision#digest`.
    Consultation(String),
    /// A Pabulib election.
    Election(FileId),
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Output {
    /// How far reading has come.
    Progress {
        /// The file.
        id: FileId,
        /// Bytes read.
        read: f64,
        /// Bytes in all.
        of: f64,
    },
    /// A file was opened.
    Opened(FileId, Opened),
    /// A file was refused; why, where, and what to do.
    Refused(FileId, Vec<Notice>),
    /// How far counting has come.
    Counting {
        /// The edition that asked.
        edition: u32,
        /// Steps done.
        done: usize,
        /// Steps in all.
        of: usize,
    },
    /// A picture of the ballots.
    Counted(Box<Picture>),
    /// Counting failed.
    NotCounted(NotCounted),
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotCounted {
    /// The edition that asked.
    pub edition: u32,
    /// Why, and what to do.
    pub notices: Vec<Notice>,
}

/// An opened file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opened {
    /// A consultation.
    Consultation {
        /// `id@revision#digest`.
        reference: String,
        /// Its list entry, encoded.
        entry: Vec<u8>,
        /// Tag and compiled bytes, by language.
        languages: Vec<(String, Vec<u8>)>,
        /// The file's text.
        source: String,
    },
    /// Ballots.
    Ballots {
        /// The consultation they answer.
        reference: String,
        /// Its title.
        title: String,
        /// How many were read.
        ballots: usize,
        /// What to say when the file should hold more or fewer.
        miscount: Option<Notice>,
        /// Lines that are no ballots; they are set aside, the others count.
        bad_lines: Vec<Notice>,
    },
    /// A Pabulib election.
    Election {
        /// Its title.
        title: String,
        /// Its projects.
        projects: usize,
        /// Its ballots.
        ballots: usize,
        /// What is odd about it.
        remarks: Vec<Notice>,
    },
}

/// A picture of the ballots.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Picture {
    /// The edition that asked.
    pub edition: u32,
    /// What was counted.
    pub of: ResultsOf,
    /// The title.
    pub title: String,
    /// Groups of fewer people are held back; none where nothing is.
    pub threshold: Option<u64>,
    /// Id and name of the sections, for choosing one.
    pub sections: Vec<(String, String)>,
    /// Who took part, what was merged, what is odd.
    pub overview: Overview,
    /// What is wrong with ballots that count, the most frequent first.
    pub faults: Vec<Faulty>,
    /// The charts.
    pub charts: Vec<ChartData>,
    /// Charts there is nothing for yet.
    pub absent: Vec<Absent>,
}

/// A kind of fault, and the ballots that have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faulty {
    /// What is wrong, and with how many.
    pub what: Notice,
    /// Some of the files they came in.
    pub files: Vec<String>,
    /// How many more files there are.
    pub more: usize,
}
