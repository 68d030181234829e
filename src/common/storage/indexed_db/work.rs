//! One transaction, and what its exceptions mean.

use idb::{Error, ObjectStore, Query, Transaction};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbTransaction};

use super::StorageError;

#[wasm_bindgen]
extern "C" {
    /// A connection, with the options of a transaction that `idb` and `web-sys` leave out.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Connection;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Connection, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// When a transaction counts as complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durability {
    /// When the browser thinks best, usually when the system has taken the data.
    Default,
    /// When the data is on the disk.
    Strict,
}

/// A transaction.
pub(super) struct Work {
    inner: IdbTransaction,
}

impl Work {
    /// Begins to read from a store.
    pub(super) fn read(connection: &IdbDatabase, store: &str) -> Result<Self, StorageError> {
        Self::begin(connection, &[store], "readonly", Durability::Default)
    }

    /// Begins to write to some stores.
    pub(super) fn write(connection: &IdbDatabase, stores: &[&str], to: Durability) -> Result<Self, StorageError> {
        Self::begin(connection, stores, "readwrite", to)
    }

    fn begin(
        connection: &IdbDatabase,
        stores: &[&str],
        mode: &str,
        durability: Durability,
    ) -> Result<Self, StorageError> {
        let stores: Array = stores.iter().copied().map(JsValue::from_str).collect();
        let options = Object::new();
        if durability == Durability::Strict {
            Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(|error| thrown(&error))?;
        }
        let connection: &Connection = connection.unchecked_ref();
        let inner = connection.transaction(&stores, mode, &options).map_err(|error| thrown(&error))?;
        Ok(Self { inner })
    }

    /// One of its stores.
    pub(super) fn store(&self, name: &str) -> Result<ObjectStore, StorageError> {
        Transaction::from(self.inner.clone()).object_store(name).map_err(failed)
    }

    /// Asks for a value to be put. That it cannot be shows in [`Work::finish`].
    pub(super) fn put(&self, store: &str, key: &JsValue, value: &JsValue) -> Result<(), StorageError> {
        self.store(store)?.put(value, Some(key)).map(drop).map_err(failed)
    }

    /// Asks for values to be deleted. That they cannot be shows in [`Work::finish`].
    pub(super) fn delete(&self, store: &str, which: impl Into<Query>) -> Result<(), StorageError> {
        self.store(store)?.delete(which).map(drop).map_err(failed)
    }

    /// Ends the transaction: with a good outcome it waits for the browser to say that all of it is stored, with a bad
    /// one it undoes all of it, which dropping the transaction would not.
    pub(super) async fn finish<T>(self, outcome: Result<T, StorageError>) -> Result<T, StorageError> {
        match outcome {
            Ok(value) => self.complete().await.map(|()| value),
            Err(error) => {
                // It may be undone already: then there is nothing to abort.
                self.inner.abort().ok();
                Err(error)
            }
        }
    }

    async fn complete(&self) -> Result<(), StorageError> {
        // A promise's own functions as handlers: unlike closures they stay callable if this future is dropped.
        let end = Promise::new(&mut |complete, abort| {
            self.inner.set_oncomplete(Some(&complete));
            self.inner.set_onabort(Some(&abort));
        });
        // A disk found full while committing is no request's error: only the transaction has it.
        JsFuture::from(end).await.map(drop).map_err(|_| {
            StorageError::in_use(self.inner.error().map_or_else(|| "AbortError".into(), |error| error.name()))
        })
    }
}

/// What an error on an open connection means.
pub(super) fn failed(error: Error) -> StorageError {
    StorageError::in_use(name_of(error))
}

fn thrown(exception: &JsValue) -> StorageError {
    StorageError::in_use(exception_name(exception))
}

/// The browser's name for what happened, or else its name for what it cannot name.
pub(super) fn name_of(error: Error) -> String {
    match error {
        Error::DomException(exception) => exception.name(),
        Error::AddFailed(exception)
        | Error::DeleteFailed(exception)
        | Error::GetAllFailed(exception)
        | Error::GetAllKeysFailed(exception)
        | Error::GetFailed(exception)
        | Error::IndexCreateFailed(exception)
        | Error::IndexNotFound(exception)
        | Error::IndexedDbNotFound(exception)
        | Error::IndexedDbOpenFailed(exception)
        | Error::KeyRangeCreateFailed(exception)
        | Error::ObjectStoreCreateFailed(exception)
        | Error::ObjectStoreNotFound(exception)
        | Error::UpdateFailed(exception) => exception_name(&exception),
        // Only a browser that breaks the standard comes here; the words of `idb` for it would cost residents 1 KB.
        _ => "UnknownError".into(),
    }
}

fn exception_name(exception: &JsValue) -> String {
    exception.dyn_ref::<DomException>().map_or_else(|| "NotFoundError".into(), DomException::name)
}
