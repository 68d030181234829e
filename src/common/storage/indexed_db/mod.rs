//! Storage in the browser's `IndexedDB`.
//!
//! A transaction commits by itself as soon as it has nothing to do, so nothing but its own requests is awaited
//! between opening and finishing it: whatever has to be computed is computed before.

mod open;
mod schema;
mod values;
mod work;

use idb::Query;
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

use self::schema::{BALLOTS, BY_REFERENCE, CONSULTATIONS, ENTRIES, KEPT, SOURCES};
use self::work::{Durability, Work, failed};
use super::{Answer, Confirmed, KeptBallot, KeptConsultation, Slot, Storage, StorageError};

/// A connection to a database of the browser. It is closed on drop.
///
/// A connection stays open when a newer version of the app wants to change the schema: the newer tab waits, since the
/// older one may hold a ballot that is about to be confirmed.
#[derive(Debug)]
pub struct IndexedDb {
    connection: IdbDatabase,
}

impl IndexedDb {
    /// The version of the schema, to be raised with every change to it.
    pub const SCHEMA: u32 = schema::VERSION;

    /// Opens the database of that name, which is made or brought up to date if need be.
    pub async fn open(name: &str) -> Result<Self, StorageError> {
        Ok(Self { connection: open::connect(name).await? })
    }

    fn read(&self, store: &str) -> Result<Work, StorageError> {
        Work::read(&self.connection, store)
    }

    async fn value(&self, store: &str, key: JsValue) -> Result<Option<JsValue>, StorageError> {
        self.read(store)?.store(store)?.get(key).map_err(failed)?.await.map_err(failed)
    }

    async fn values(&self, store: &str) -> Result<Vec<JsValue>, StorageError> {
        self.read(store)?.store(store)?.get_all(None, None).map_err(failed)?.await.map_err(failed)
    }

    /// Ballots by reference; under one reference the browser lists by primary key: the id.
    async fn by_reference(&self, which: Option<Query>) -> Result<Vec<KeptBallot>, StorageError> {
        let index = self.read(BALLOTS)?.store(BALLOTS)?.index(BY_REFERENCE).map_err(failed)?;
        let found = index.get_all(which, None).map_err(failed)?.await.map_err(failed)?;
        found.iter().map(values::ballot).collect()
    }
}

impl Drop for IndexedDb {
    fn drop(&mut self) {
        self.connection.close();
    }
}

impl Storage for IndexedDb {
    fn keep_consultation(&self, kept: KeptConsultation) -> Answer<'_, ()> {
        Box::pin(async move {
            let work = Work::write(&self.connection, &[ENTRIES, SOURCES, CONSULTATIONS], Durability::Default)?;
            let outcome = replace(&work, &kept);
            work.finish(outcome).await
        })
    }

    fn consultations(&self) -> Answer<'_, Vec<Vec<u8>>> {
        Box::pin(async move { self.values(ENTRIES).await?.iter().map(values::bytes).collect() })
    }

    fn consultation(&self, reference: &str, language: &str) -> Answer<'_, Option<Vec<u8>>> {
        let key = values::key_of_two(reference, language);
        Box::pin(async move { self.value(CONSULTATIONS, key).await?.as_ref().map(values::bytes).transpose() })
    }

    fn sources(&self) -> Answer<'_, Vec<String>> {
        Box::pin(async move { self.values(SOURCES).await?.iter().map(values::text).collect() })
    }

    fn kept(&self, slot: Slot<'_>) -> Answer<'_, Option<Vec<u8>>> {
        let key = values::slot_key(slot);
        Box::pin(async move { self.value(KEPT, key).await?.as_ref().map(values::bytes).transpose() })
    }

    fn keep(&self, slot: Slot<'_>, bytes: Vec<u8>) -> Answer<'_, ()> {
        let key = values::slot_key(slot);
        Box::pin(async move {
            let work = Work::write(&self.connection, &[KEPT], Durability::Default)?;
            let outcome = work.put(KEPT, &key, &values::from_bytes(&bytes));
            work.finish(outcome).await
        })
    }

    fn clear(&self, slot: Slot<'_>) -> Answer<'_, ()> {
        let key = values::slot_key(slot);
        Box::pin(async move {
            let work = Work::write(&self.connection, &[KEPT], Durability::Default)?;
            let outcome = work.delete(KEPT, key);
            work.finish(outcome).await
        })
    }

    fn drafts(&self) -> Answer<'_, Vec<String>> {
        Box::pin(async move {
            let drafts = values::keys_under(values::DRAFT).map_err(failed)?;
            let kept = self.read(KEPT)?.store(KEPT)?;
            let keys = kept.get_all_keys(Some(drafts.into()), None).map_err(failed)?.await.map_err(failed)?;
            keys.iter().map(values::second_of).collect()
        })
    }

    fn confirm(&self, ballot: KeptBallot) -> Answer<'_, Confirmed> {
        Box::pin(async move {
            let record = values::from_ballot(&ballot)?;
            // Strict: the browser reports completion only when the disk has it, so that a flat battery loses nothing.
            let work = Work::write(&self.connection, &[BALLOTS, KEPT], Durability::Strict)?;
            let outcome = add(&work, &ballot, &record).await;
            work.finish(outcome).await
        })
    }

    fn ballots(&self, reference: &str) -> Answer<'_, Vec<KeptBallot>> {
        let key = Query::Key(reference.into());
        Box::pin(self.by_reference(Some(key)))
    }

    fn answered(&self) -> Answer<'_, Vec<String>> {
        Box::pin(async move {
            let ballots = self.by_reference(None).await?;
            let mut references: Vec<String> = ballots.into_iter().map(|ballot| ballot.reference).collect();
            references.dedup();
            Ok(references)
        })
    }
}

fn replace(work: &Work, kept: &KeptConsultation) -> Result<(), StorageError> {
    let key = JsValue::from(&kept.reference);
    work.put(ENTRIES, &key, &values::from_bytes(&kept.entry))?;
    work.put(SOURCES, &key, &JsValue::from(&kept.source))?;
    // A language that is no longer there must not be offered.
    work.delete(CONSULTATIONS, values::keys_under(&kept.reference).map_err(failed)?)?;
    kept.languages.iter().try_for_each(|(language, bytes)| {
        work.put(CONSULTATIONS, &values::key_of_two(&kept.reference, language), &values::from_bytes(bytes))
    })
}

async fn add(work: &Work, ballot: &KeptBallot, record: &JsValue) -> Result<Confirmed, StorageError> {
    let ballots = work.store(BALLOTS)?;
    let stored = ballots.get(JsValue::from(&ballot.id)).map_err(failed)?.await.map_err(failed)?;
    let outcome = match stored.as_ref().map(values::ballot).transpose()? {
        Some(stored) if stored.line == ballot.line => Confirmed::AlreadyThere,
        Some(_) => return Err(StorageError::Conflict),
        None => {
            // `add`, not `put`: even a mistake above could not overwrite a ballot.
            ballots.add(record, None).map_err(failed)?;
            Confirmed::Added
        }
    };
    work.delete(KEPT, values::slot_key(Slot::Draft(&ballot.reference)))?;
    Ok(outcome)
}
