//! The manifest: what a file was made of, so that it can be made again.

use std::fmt::Write;

use basketry_charts::Chart;
use basketry_domain::Ballot;
use basketry_formats::ballots::{line, write_reference};
use basketry_results::SEED;
use basketry_tally::{Counted, View};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::ExportError;

/// What a file was made of. Two files with equal manifests, of one kind and in one language, are byte for byte equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// Always `basketry-manifest`.
    pub format: &'static str,
    /// The version of this format: 1.
    pub version: u32,
    /// The program and its version.
    pub program: String,
    /// The day of counting, as `2001-07-31`.
    pub counted_on: String,
    /// What was asked or voted on.
    pub title: String,
    /// The consultation and its revision, as `id@revision#digest`; none for an election from elsewhere.
    pub consultation: Option<String>,
    /// The section the report is of; none when it is of everybody.
    pub section: Option<String>,
    /// The ballots that are counted: all, also where a report is of a section, since what is held back of one section
    /// depends on the others.
    pub ballots: BallotsManifest,
    /// Groups of fewer people than this are held back; none where nothing is.
    pub threshold: Option<u64>,
    /// What draws are made from.
    pub seed: u64,
    /// The rule of each chart.
    pub rules: Vec<RuleManifest>,
}

/// The ballots that are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BallotsManifest {
    /// How many there are.
    pub counted: usize,
    /// What [`ballots_digest`] makes of them; of an election from elsewhere the SHA-256 of its file.
    pub digest: String,
}

/// The rule of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleManifest {
    /// The chart's id.
    pub chart: String,
    /// Its rule in words.
    pub rule: String,
}

impl Manifest {
    /// The manifest of all counted ballots.
    pub fn of_ballots(view: &View<'_>, counted_on: &str) -> Result<Self, ExportError> {
        let consultation = view.consultation();
        let ballots = BallotsManifest { counted: view.ballots().len(), digest: ballots_digest(ballots(view))? };
        Ok(Self {
            consultation: Some(write_reference(&consultation.reference)),
            ..Self::new(&consultation.title, counted_on, ballots)
        })
    }

    /// The manifest of an election from elsewhere. `digest` is of its file.
    pub fn of_election(title: &str, votes: usize, file: &[u8], counted_on: &str) -> Self {
        Self::new(title, counted_on, BallotsManifest { counted: votes, digest: named(&Sha256::digest(file)) })
    }

    /// The same of a report: of which section it is, what it holds back, and the rules of its charts.
    #[must_use]
    pub fn of_report<'a>(
        self,
        section: Option<&str>,
        threshold: Option<u64>,
        charts: impl IntoIterator<Item = &'a Chart>,
    ) -> Self {
        let rule = |chart: &Chart| RuleManifest { chart: chart.data().id.clone(), rule: chart.data().rule.clone() };
        Self { section: section.map(str::to_owned), threshold, rules: charts.into_iter().map(rule).collect(), ..self }
    }

    /// As a JSON file.
    pub fn json(&self) -> Result<String, ExportError> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// As one line of JSON, for formats with a place for a text.
    pub fn line(&self) -> Result<String, ExportError> {
        Ok(serde_json::to_string(self)?)
    }

    fn new(title: &str, counted_on: &str, ballots: BallotsManifest) -> Self {
        Self {
            format: "basketry-manifest",
            version: 1,
            program: format!("Basketry {}", env!("CARGO_PKG_VERSION")),
            counted_on: counted_on.to_owned(),
            title: title.to_owned(),
            consultation: None,
            section: None,
            ballots,
            threshold: None,
            seed: SEED,
            rules: Vec::new(),
        }
    }
}

/// The counted ballots in order of id.
pub(crate) fn ballots(view: &View<'_>) -> impl Iterator<Item = Ballot> {
    view.by_id().map(Counted::ballot)
}

/// A digest of ballots that does not depend on the order in which they arrived.
///
/// It is the SHA-256 of a text with a line for each ballot in order of id: the id, a space, and the SHA-256 of the
/// ballot's line in the ballot file, without its line end. `ballots` come in order of id.
pub fn ballots_digest(ballots: impl Iterator<Item = Ballot>) -> Result<String, ExportError> {
    let mut whole = Sha256::new();
    for ballot in ballots {
        let id = ballot.id;
        let content = Sha256::digest(line(ballot)?);
        whole.update(format!("{id} {}\n", hex(&content)));
    }
    Ok(named(&whole.finalize()))
}

fn named(digest: &[u8]) -> String {
    format!("sha256:{}", hex(digest))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // A text does not refuse to be written to.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
