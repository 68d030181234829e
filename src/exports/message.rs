//! What the page and the worker say to each other.

use basketry_charts::ChartData;
use basketry_formats::Notice;
use basketry_results::Absent;
use serde::{Deserialize, Serialize};
use web_sys::Blob;

/// What can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Every table of the page, as a workbook.
    Workbook,
    /// Every chart of the page as PNG and SVG, and its table as CSV.
    Charts,
    /// The baskets as a Pabulib election.
    Election,
    /// A row for each ballot, with a dictionary.
    Data,
    /// The ballots as they were given.
    Ballots,
}

/// What is asked of the worker: one file.
#[derive(Serialize, Deserialize)]
pub struct Order {
    /// What to make.
    pub kind: Kind,
    /// In which language.
    pub language: String,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// What the page shows.
    pub shown: Shown,
    /// What it was made of.
    pub sources: Sources,
}

/// What the page shows.
#[derive(Serialize, Deserialize)]
pub struct Shown {
    /// The title.
    pub title: String,
    /// The section it is of.
    pub section: Option<String>,
    /// Groups of fewer people are held back; none where nothing is.
    pub threshold: Option<u64>,
    /// Who took part and what came in.
    pub overview: Vec<String>,
    /// How many ballots are counted.
    pub ballots: usize,
    /// The charts.
    pub charts: Vec<ChartData>,
    /// Those there are not.
    pub absent: Vec<Absent>,
    /// The charts as pictures, where they are asked for.
    pub pictures: Vec<Upload>,
}

/// What the page's picture was made of.
#[derive(Serialize, Deserialize)]
pub enum Sources {
    /// Ballots of a consultation.
    Ballots {
        /// Which, as `id@revision#digest`.
        reference: String,
        /// All compiled consultations at hand.
        consultations: Vec<Vec<u8>>,
        /// The files with its ballots.
        files: Vec<Upload>,
    },
    /// A Pabulib election.
    Election(Upload),
}

/// A file with its name: handed over, not copied.
#[derive(Clone, Serialize, Deserialize)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// What is in it.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub blob: Blob,
}

/// What the worker answers.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// How far it has come, from 0 to 1.
    Progress(f64),
    /// The file is made.
    Made(Made),
    /// It could not be made; why, and what to do.
    Failed(Vec<Notice>),
}

/// A file that was made.
#[derive(Serialize, Deserialize)]
pub struct Made {
    /// Its content.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub blob: Blob,
}
