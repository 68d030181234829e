//! The ballots on this device, as the files they are handed over in.

use basketry_domain::Reference;
use basketry_formats::ballots::{header, parse_reference};

use super::{Shelved, reference, shelf};
use crate::common::storage::{KeptBallot, Storage, StorageError};

/// The ballots for one consultation on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The consultation they were given for.
    pub reference: Reference,
    /// Its title; none when it is not on the shelf any more.
    pub title: Option<String>,
    /// The ballots, in the order of their ids.
    pub ballots: Vec<KeptBallot>,
}

impl Gathered {
    /// What tells apart the versions of a consultation that have the same id and revision.
    pub fn short_digest(&self) -> &str {
        self.reference.digest.get(..8).unwrap_or(&self.reference.digest)
    }

    /// The name of their file. `place` says where they were given.
    pub fn file_name(&self, place: &str) -> String {
        let id = &self.reference.id;
        match self.title {
            Some(_) => format!("{id}{place}.ballots.ndjson"),
            None => format!("{id}-{}{place}.ballots.ndjson", self.short_digest()),
        }
    }

    /// The text of their file: each ballot is byte for byte the line that was confirmed.
    pub fn file_text(&self) -> Result<String, StorageError> {
        let title = self.title.as_deref().unwrap_or(self.reference.id.as_str());
        let header = header(&self.reference, title, self.ballots.len())
            .map_err(|error| StorageError::Failed { name: error.to_string() })?;
        let lines = self.ballots.iter().map(|ballot| ballot.line.as_str());
        Ok(std::iter::once(header.as_str()).chain(lines).flat_map(|line| [line, "\n"]).collect())
    }
}

/// The ballots for one consultation, whether or not it is on the shelf.
pub async fn gathered(storage: &dyn Storage, shelf: &[Shelved], wanted: &str) -> Result<Gathered, StorageError> {
    // Every reference here was written by the app itself.
    let parsed = parse_reference(wanted).ok_or_else(|| StorageError::Failed { name: "DataError".into() })?;
    let ballots = storage.ballots(wanted).await?;
    let shelved = shelf.iter().find(|shelved| reference(&shelved.entry) == wanted);
    Ok(Gathered { reference: parsed, title: shelved.map(|shelved| shelved.entry.title.clone()), ballots })
}

/// The ballots for consultations that are not on the shelf any more: a sample that has changed since, or a
/// consultation that this version of the app cannot read.
pub async fn off_the_shelf(storage: &dyn Storage, shelf: &[Shelved]) -> Result<Vec<Gathered>, StorageError> {
    let mut found = Vec::new();
    for wanted in storage.answered().await? {
        if !shelf.iter().any(|shelved| reference(&shelved.entry) == wanted) {
            found.push(gathered(storage, shelf, &wanted).await?);
        }
    }
    Ok(found)
}

/// All ballots on this device as files: name and text of one for each consultation, in the order of references.
pub async fn ballot_files(storage: &dyn Storage) -> Result<Vec<(String, String)>, StorageError> {
    let shelf = shelf(storage).await?;
    let mut files = Vec::new();
    for wanted in storage.answered().await? {
        let gathered = gathered(storage, &shelf, &wanted).await?;
        files.push((gathered.file_name(""), gathered.file_text()?));
    }
    Ok(files)
}
