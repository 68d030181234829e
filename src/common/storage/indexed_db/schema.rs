//! The stores of the database, and how an older one is brought up to date.

use idb::{Database, Error, KeyPath, ObjectStoreParams};

/// Raised with every change here. What is on people's devices is brought up from every earlier version.
pub(super) const VERSION: u32 = 1;

/// Encoded entries by reference.
pub(super) const ENTRIES: &str = "entries";
/// Original file texts by reference.
pub(super) const SOURCES: &str = "sources";
/// Compiled bytes by reference and language.
pub(super) const CONSULTATIONS: &str = "consultations";
/// Bytes by slot.
pub(super) const KEPT: &str = "kept";
/// Ballots, each with its own id as key.
pub(super) const BALLOTS: &str = "ballots";
/// The index of the ballots by the consultation's reference.
pub(super) const BY_REFERENCE: &str = "reference";

/// Where a ballot's record has its id.
pub(super) const ID: &str = "id";
/// Where a ballot's record has the consultation's reference.
pub(super) const REFERENCE: &str = "reference";
/// Where a ballot's record has its line.
pub(super) const LINE: &str = "line";

/// Brings a database up from an earlier version; 0 is none at all.
pub(super) fn upgrade(database: &Database, from: u32) -> Result<(), Error> {
    if from < 1 {
        for store in [ENTRIES, SOURCES, CONSULTATIONS, KEPT] {
            database.create_object_store(store, ObjectStoreParams::new())?;
        }
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single(ID)));
        let ballots = database.create_object_store(BALLOTS, params)?;
        ballots.create_index(BY_REFERENCE, KeyPath::new_single(REFERENCE), None)?;
    }
    Ok(())
}
