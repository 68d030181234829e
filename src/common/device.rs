//! The device's storage, for every page.

use std::rc::Rc;

use super::storage::{IndexedDb, Storage, StorageError};

/// The name of the database. One per origin: all consultations of a device share it.
const DATABASE: &str = "basketry";

/// The device's storage. Cheap to clone.
#[derive(Clone)]
pub struct Device(pub Rc<dyn Storage>);

impl PartialEq for Device {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Device {
    /// Opens the device's storage.
    pub async fn open() -> Result<Self, StorageError> {
        Ok(Self(Rc::new(IndexedDb::open(DATABASE).await?)))
    }
}
