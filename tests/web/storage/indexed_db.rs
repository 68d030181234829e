//! What only the browser's database can get wrong: several connections, reloads, and a disk that refuses.

use basketry_app::common::storage::{Confirmed, IndexedDb, Slot, Storage as _, StorageError};
use futures::future::{Either, join, select};
use idb::Factory;
use wasm_bindgen_test::wasm_bindgen_test;

use super::contract::{DRAFT, Outcome, ballot, consultation};
use super::trouble::{call_twice_once, open_as_newer_once, remove_once, throw_once, watch_once};

/// A database of its own for each test.
pub(crate) async fn fresh(test: &str) -> Result<IndexedDb, StorageError> {
    IndexedDb::open(&name(test)).await
}

fn name(test: &str) -> String {
    format!("{test}-{}", js_sys::Math::random())
}

fn unavailable<T>(name: &str) -> Result<T, StorageError> {
    Err(StorageError::Unavailable { name: name.into() })
}

/// Opens a database without the app, at any version.
async fn open_bare(name: &str, version: u32) -> Result<idb::Database, idb::Error> {
    Factory::new()?.open(name, Some(version))?.await
}

#[wasm_bindgen_test]
async fn confirming_answers_when_the_disk_has_the_ballot() -> Outcome {
    let storage = fresh("strict").await?;
    let seen = watch_once();
    storage.confirm(ballot("1")).await?;
    assert_eq!(seen.durability(), "strict");
    assert_eq!(seen.events(), ["complete"]);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_conflict_undoes_the_transaction() -> Outcome {
    let storage = fresh("conflict").await?;
    storage.confirm(ballot("1")).await?;
    let seen = watch_once();
    let mut other = ballot("1");
    other.line.clear();
    assert_eq!(storage.confirm(other).await, Err(StorageError::Conflict));
    // The abort is reported after the answer; a later transaction begins after that.
    storage.keep(DRAFT, vec![1]).await?;
    assert_eq!(seen.events(), ["abort"]);
    Ok(())
}

#[wasm_bindgen_test]
async fn opening_again_finds_everything() -> Outcome {
    let name = name("again");
    let storage = IndexedDb::open(&name).await?;
    let kept = consultation("a@1#1", &["en"]);
    storage.keep_consultation(kept.clone()).await?;
    storage.confirm(ballot("1")).await?;
    storage.keep(Slot::Session, vec![1]).await?;
    storage.keep(DRAFT, vec![2]).await?;
    drop(storage);

    let storage = IndexedDb::open(&name).await?;
    assert_eq!(storage.consultations().await?, [kept.entry]);
    assert_eq!(storage.sources().await?, [kept.source]);
    assert_eq!(storage.consultation("a@1#1", "en").await?.as_ref(), kept.languages.first().map(|(_, bytes)| bytes));
    assert_eq!(storage.ballots(&ballot("1").reference).await?, [ballot("1")]);
    assert_eq!(storage.answered().await?, [ballot("1").reference]);
    assert_eq!(storage.kept(Slot::Session).await?, Some(vec![1]));
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![2]));
    Ok(())
}

#[wasm_bindgen_test]
async fn two_tabs_confirming_at_once_store_one_ballot() -> Outcome {
    let name = name("tabs");
    let (one, two) = (IndexedDb::open(&name).await?, IndexedDb::open(&name).await?);
    let answers = join(one.confirm(ballot("1")), two.confirm(ballot("1"))).await;
    assert_eq!(answers, (Ok(Confirmed::Added), Ok(Confirmed::AlreadyThere)));
    assert_eq!(two.ballots(&ballot("1").reference).await?, [ballot("1")]);
    Ok(())
}

#[wasm_bindgen_test]
async fn the_draft_survives_when_the_ballot_cannot_be_added() -> Outcome {
    let storage = fresh("refused").await?;
    storage.keep(DRAFT, vec![1]).await?;
    // The second of two equal additions fails later, when everything else has been asked for.
    call_twice_once("IDBObjectStore", "add");
    let answer = storage.confirm(ballot("1")).await;
    assert_eq!(answer, Err(StorageError::Failed { name: "ConstraintError".into() }));
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![1]));
    assert!(storage.ballots(&ballot("1").reference).await?.is_empty());
    assert_eq!(storage.confirm(ballot("1")).await?, Confirmed::Added);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_ballot_is_not_stored_when_the_draft_cannot_be_cleared() -> Outcome {
    let storage = fresh("half").await?;
    storage.keep(DRAFT, vec![1]).await?;
    // The addition has been asked for by then, and would be committed unless it is undone.
    throw_once("IDBObjectStore", "delete", "QuotaExceededError");
    assert_eq!(storage.confirm(ballot("1")).await, Err(StorageError::QuotaExceeded));
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![1]));
    assert!(storage.ballots(&ballot("1").reference).await?.is_empty());
    Ok(())
}

#[wasm_bindgen_test]
async fn dropping_a_confirmation_half_way_leaves_all_or_nothing() -> Outcome {
    let storage = fresh("dropped").await?;
    // A few turns in, and then so many that it has long been done.
    for turns in 0..4 {
        let id = turns.to_string();
        storage.keep(DRAFT, vec![1]).await?;
        let mut confirming = storage.confirm(ballot(&id));
        for _ in 0..turns {
            let turn = storage.kept(Slot::Session);
            if let Either::Left(_) = select(&mut confirming, turn).await {
                break;
            }
        }
        drop(confirming);
        let stored = storage.ballots(&ballot(&id).reference).await?.contains(&ballot(&id));
        assert_eq!(storage.kept(DRAFT).await?.is_none(), stored, "after {turns} turns");
    }
    Ok(())
}

#[wasm_bindgen_test]
async fn a_closed_connection_is_said() -> Outcome {
    let storage = fresh("closed").await?;
    throw_once("IDBDatabase", "transaction", "InvalidStateError");
    assert_eq!(storage.confirm(ballot("1")).await, unavailable("InvalidStateError"));
    Ok(())
}

#[wasm_bindgen_test]
async fn a_newer_schema_is_left_alone() -> Result<(), idb::Error> {
    let name = name("newer");
    let newer = open_bare(&name, IndexedDb::SCHEMA + 1).await?;
    assert_eq!(IndexedDb::open(&name).await.err(), Some(StorageError::NewerSchema));
    assert!(newer.store_names().is_empty());
    Ok(())
}

#[wasm_bindgen_test]
async fn an_older_tab_is_not_cut_off() -> Outcome {
    let name = name("blocked");
    let older = IndexedDb::open(&name).await?;
    open_as_newer_once();
    assert_eq!(IndexedDb::open(&name).await.map(drop), Err(StorageError::Blocked));
    assert_eq!(older.confirm(ballot("1")).await?, Confirmed::Added);

    // The blocked request is granted now, and must not keep a connection that nobody has.
    drop(older);
    assert_eq!(open_bare(&name, IndexedDb::SCHEMA + 2).await.map(|database| database.version()), Ok(Ok(3)));
    Ok(())
}

#[wasm_bindgen_test]
async fn a_failed_upgrade_leaves_nothing() -> Outcome {
    let name = name("upgrade");
    throw_once("IDBObjectStore", "createIndex", "UnknownError");
    assert_eq!(IndexedDb::open(&name).await.map(drop), unavailable("UnknownError"));
    // Nothing half made is in the way of the next attempt.
    let storage = IndexedDb::open(&name).await?;
    storage.confirm(ballot("1")).await?;
    assert_eq!(storage.ballots(&ballot("1").reference).await?, [ballot("1")]);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_is_said() {
    throw_once("IDBFactory", "open", "SecurityError");
    assert_eq!(fresh("refused").await.map(drop), unavailable("SecurityError"));
    remove_once();
    assert_eq!(fresh("missing").await.map(drop), unavailable("NotFoundError"));
}
