//! Storage that lasts as long as the page: for tests and for trying a consultation out.

use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Confirmed, KeptBallot, KeptConsultation, Slot, Storage, StorageError};

/// The name of a slot, and a draft's reference.
type Key = (&'static str, String);

/// The name of a draft's slot.
const DRAFT: &str = "draft";

/// Keeps things in memory.
#[derive(Debug, Default)]
pub struct MemoryStorage {
    consultations: RefCell<BTreeMap<String, KeptConsultation>>,
    kept: RefCell<BTreeMap<Key, Vec<u8>>>,
    ballots: RefCell<BTreeMap<String, KeptBallot>>,
}

impl MemoryStorage {
    fn add(&self, ballot: KeptBallot) -> Result<Confirmed, StorageError> {
        let draft = key(Slot::Draft(&ballot.reference));
        let outcome = match self.ballots.borrow_mut().entry(ballot.id.clone()) {
            Entry::Vacant(place) => {
                place.insert(ballot);
                Confirmed::Added
            }
            Entry::Occupied(stored) if stored.get().line == ballot.line => Confirmed::AlreadyThere,
            Entry::Occupied(_) => return Err(StorageError::Conflict),
        };
        self.kept.borrow_mut().remove(&draft);
        Ok(outcome)
    }
}

impl Storage for MemoryStorage {
    fn keep_consultation(&self, kept: KeptConsultation) -> Answer<'_, ()> {
        Box::pin(async move {
            self.consultations.borrow_mut().insert(kept.reference.clone(), kept);
            Ok(())
        })
    }

    fn consultations(&self) -> Answer<'_, Vec<Vec<u8>>> {
        Box::pin(async move { Ok(self.consultations.borrow().values().map(|kept| kept.entry.clone()).collect()) })
    }

    fn consultation(&self, reference: &str, language: &str) -> Answer<'_, Option<Vec<u8>>> {
        let (reference, language) = (reference.to_owned(), language.to_owned());
        Box::pin(async move {
            let consultations = self.consultations.borrow();
            let kept = consultations.get(&reference).map_or(&[][..], |kept| &kept.languages);
            Ok(kept.iter().find(|(tag, _)| *tag == language).map(|(_, bytes)| bytes.clone()))
        })
    }

    fn sources(&self) -> Answer<'_, Vec<String>> {
        Box::pin(async move { Ok(self.consultations.borrow().values().map(|kept| kept.source.clone()).collect()) })
    }

    fn kept(&self, slot: Slot<'_>) -> Answer<'_, Option<Vec<u8>>> {
        let key = key(slot);
        Box::pin(async move { Ok(self.kept.borrow().get(&key).cloned()) })
    }

    fn keep(&self, slot: Slot<'_>, bytes: Vec<u8>) -> Answer<'_, ()> {
        let key = key(slot);
        Box::pin(async move {
            self.kept.borrow_mut().insert(key, bytes);
            Ok(())
        })
    }

    fn clear(&self, slot: Slot<'_>) -> Answer<'_, ()> {
        let key = key(slot);
        Box::pin(async move {
            self.kept.borrow_mut().remove(&key);
            Ok(())
        })
    }

    fn drafts(&self) -> Answer<'_, Vec<String>> {
        Box::pin(async move {
            let kept = self.kept.borrow();
            let drafts = kept.keys().filter(|(name, _)| *name == DRAFT);
            Ok(drafts.map(|(_, reference)| reference.clone()).collect())
        })
    }

    fn confirm(&self, ballot: KeptBallot) -> Answer<'_, Confirmed> {
        Box::pin(async move { self.add(ballot) })
    }

    fn ballots(&self, reference: &str) -> Answer<'_, Vec<KeptBallot>> {
        let reference = reference.to_owned();
        Box::pin(async move {
            let ballots = self.ballots.borrow();
            Ok(ballots.values().filter(|ballot| ballot.reference == reference).cloned().collect())
        })
    }

    fn answered(&self) -> Answer<'_, Vec<String>> {
        Box::pin(async move {
            let ballots = self.ballots.borrow();
            let references: BTreeSet<_> = ballots.values().map(|ballot| ballot.reference.clone()).collect();
            Ok(references.into_iter().collect())
        })
    }
}

fn key(slot: Slot<'_>) -> Key {
    match slot {
        Slot::Session => ("session", String::new()),
        Slot::Draft(reference) => (DRAFT, reference.to_owned()),
        Slot::Receipt => ("receipt", String::new()),
    }
}
