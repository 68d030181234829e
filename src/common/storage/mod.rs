//! What stays on the device: consultations, the page's own state, and confirmed ballots.
//!
//! There is on purpose no way to change or delete a ballot.

mod error;
mod indexed_db;
mod memory;

use futures::future::LocalBoxFuture;

pub use error::StorageError;
pub use indexed_db::IndexedDb;
pub use memory::MemoryStorage;

/// What a storage answers. Nothing happens until it is awaited; each answer is one transaction, so that a future
/// dropped half-way leaves all of it or nothing.
pub type Answer<'a, T> = LocalBoxFuture<'a, Result<T, StorageError>>;

/// Keeps things on the device.
pub trait Storage {
    /// Keeps a consultation, in place of what was kept under the same reference.
    fn keep_consultation(&self, kept: KeptConsultation) -> Answer<'_, ()>;

    /// The encoded entries of the kept consultations, ordered by reference.
    fn consultations(&self) -> Answer<'_, Vec<Vec<u8>>>;

    /// A kept consultation, compiled, in one language.
    fn consultation(&self, reference: &str, language: &str) -> Answer<'_, Option<Vec<u8>>>;

    /// The kept consultations' original file texts, ordered by reference: a version of the app that cannot read the
    /// compiled bytes any more makes them anew from these.
    fn sources(&self) -> Answer<'_, Vec<String>>;

    /// What a slot holds.
    fn kept(&self, slot: Slot<'_>) -> Answer<'_, Option<Vec<u8>>>;

    /// Puts bytes into a slot, in place of what it holds.
    fn keep(&self, slot: Slot<'_>, bytes: Vec<u8>) -> Answer<'_, ()>;

    /// Empties a slot.
    fn clear(&self, slot: Slot<'_>) -> Answer<'_, ()>;

    /// The references of the consultations that have a draft, in order.
    fn drafts(&self) -> Answer<'_, Vec<String>>;

    /// Stores a confirmed ballot and clears its consultation's draft, both or neither. It answers once the device has it: then, and
    /// not before, may the page say so. A stored ballot is never overwritten: another line under its id is a
    /// [`StorageError::Conflict`].
    fn confirm(&self, ballot: KeptBallot) -> Answer<'_, Confirmed>;

    /// The ballots for one consultation, in the order of their ids.
    fn ballots(&self, reference: &str) -> Answer<'_, Vec<KeptBallot>>;

    /// The references that ballots name, in order: also those of consultations that are not kept, so that every ballot
    /// can be found.
    fn answered(&self) -> Answer<'_, Vec<String>>;
}

/// A consultation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptConsultation {
    /// `id@revision#digest`.
    pub reference: String,
    /// Its encoded entry in the list of consultations.
    pub entry: Vec<u8>,
    /// Each language's tag and compiled bytes.
    pub languages: Vec<(String, Vec<u8>)>,
    /// The text of the file it came in.
    pub source: String,
}

/// A confirmed ballot as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBallot {
    /// The ballot's id.
    pub id: String,
    /// The consultation it was given for.
    pub reference: String,
    /// The exact line that is handed over.
    pub line: String,
}

/// A place for one thing that changes as people go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot<'a> {
    /// How this tablet is set up: consultation, workshop, table.
    Session,
    /// The answers to the consultation with this reference that are not confirmed yet.
    Draft(&'a str),
    /// The receipt that is on its way or on the screen, so that a reload finds it again.
    Receipt,
}

/// How a confirmed ballot came to be on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It was stored now.
    Added,
    /// The same line was there already: confirming twice stores one ballot.
    AlreadyThere,
}
