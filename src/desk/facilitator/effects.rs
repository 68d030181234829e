//! What the facilitator's page does to the world.

use basketry_formats::Notice;
use basketry_formats::ballots::VoterRecord;
use serde::Deserialize;
use wasm_bindgen_futures::JsFuture;

use super::told::Told;
use super::{Situation, Voters};
use crate::common::device::Device;
use crate::common::dom::{download, window};
use crate::common::library::{self, Gathered, LibraryError};
use crate::common::session::Session;
use crate::common::storage::{KeptBallot, Slot, Storage};
use crate::desk::app::trouble;

/// What is known now. A session replaces the one the device had.
pub(super) async fn situation(device: &Device, session: Option<Session>) -> Situation {
    let storage = &*device.0;
    let kept = match session {
        Some(session) => storage.keep(Slot::Session, session.to_bytes()).await,
        None => Ok(()),
    };
    let mut situation = Situation::default();
    let read = read(storage, &mut situation).await;
    situation.trouble = kept.map_err(LibraryError::from).and(read).err();
    situation.persisted = persisted().await;
    situation
}

/// Reads what is on the device, the ballots before the consultation's texts. What cannot be read stays unknown. What
/// the tablet is set to is what is stored: the next person's pages go by nothing else.
async fn read(storage: &dyn Storage, situation: &mut Situation) -> Result<(), LibraryError> {
    situation.draft = storage.kept(Slot::Draft).await?.is_some();
    situation.shelf = library::shelf(storage).await?;
    let kept = storage.kept(Slot::Session).await?;
    let session = kept.and_then(|bytes| Session::from_bytes(&bytes));
    situation.session = session.filter(|session| situation.has(session));
    situation.left = library::off_the_shelf(storage, &situation.shelf).await?;
    let Some(Session { consultation, language, .. }) = &situation.session else { return Ok(()) };
    let ballots = library::gathered(storage, &situation.shelf, consultation).await?;
    situation.voters = voters(&ballots.ballots);
    situation.ballots = Some(ballots);
    situation.consultation = Some(library::consultation(storage, consultation, language).await?);
    Ok(())
}

/// Whose ballots these are. Nothing else of a ballot is read: the page has a room waiting.
fn voters(ballots: &[KeptBallot]) -> Voters {
    #[derive(Deserialize)]
    struct Whose {
        voter: VoterRecord,
    }
    let read = ballots.iter().filter_map(|ballot| serde_json::from_str::<Whose>(&ballot.line).ok());
    read.fold(Voters::default(), |mut voters, ballot| {
        match ballot.voter {
            VoterRecord::Person => voters.persons += 1,
            VoterRecord::Table => voters.tables += 1,
        }
        voters
    })
}

/// Sets the tablet to the next ballot. The session is read anew: a table's number typed just before is on its way into
/// storage, and the page may not show it yet.
pub(super) async fn hand_over(device: &Device, for_table: bool) -> Result<(), LibraryError> {
    let storage = &*device.0;
    let kept = storage.kept(Slot::Session).await?;
    let session = kept.and_then(|bytes| Session::from_bytes(&bytes)).ok_or(LibraryError::Missing)?;
    // Somebody who left without a word has left a receipt, which is nobody else's to see.
    storage.clear(Slot::Receipt).await?;
    let session = Session { for_table, facilitated: true, ..session };
    Ok(storage.keep(Slot::Session, session.to_bytes()).await?)
}

/// Asks the browser to keep the device's storage for good. It may say no, and says so without asking the person.
async fn persisted() -> bool {
    let storage = window().navigator().storage();
    let Ok(promise) = storage.persist() else { return false };
    JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Hands the facilitator ballots as a file. `place` says where they were given.
pub(super) fn export(ballots: &Gathered, place: &str) -> Told {
    let name = ballots.file_name(place);
    let text = match ballots.file_text() {
        Ok(text) => text,
        Err(error) => return Told::Failed(trouble(&error.into())),
    };
    match download(&name, "application/x-ndjson", text.as_bytes()) {
        Ok(()) => Told::Saved { count: ballots.ballots.len(), name },
        Err(_) => Told::Failed(Notice::new("desk-not-saved").text("name", name)),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use futures::FutureExt as _;

    use super::*;
    use crate::common::storage::MemoryStorage;

    /// Memory never waits.
    fn now<T>(future: impl Future<Output = T>) -> T {
        future.now_or_never().unwrap()
    }

    fn ballot(id: &str, line: &str) -> KeptBallot {
        KeptBallot { id: id.into(), reference: "a@1#0".into(), line: line.into() }
    }

    #[test]
    fn people_and_tables_are_counted_apart() {
        let lines =
            [r#"{"id":"1","voter":"person"}"#, r#"{"voter":"table","dissent":[]}"#, r#"{"voter":"person"}"#, "{}"];
        let ballots: Vec<_> = lines.iter().map(|line| ballot("1", line)).collect();
        assert_eq!(voters(&ballots), Voters { persons: 2, tables: 1 });
    }

    #[test]
    fn the_next_person_finds_no_receipt_of_the_last() {
        let device = Device(Rc::new(MemoryStorage::default()));
        let session = Session { table: Some(3), ..Session::own_device("a@1#0".into(), "en".into()) };
        now(device.0.keep(Slot::Session, session.to_bytes())).unwrap();
        now(device.0.keep(Slot::Receipt, vec![1])).unwrap();
        now(device.0.confirm(ballot("1", "{}"))).unwrap();
        assert_eq!(now(hand_over(&device, true)), Ok(()));
        assert_eq!(now(device.0.kept(Slot::Receipt)), Ok(None));
        assert_eq!(now(device.0.ballots("a@1#0")).map(|ballots| ballots.len()), Ok(1));
        let stored = now(device.0.kept(Slot::Session)).unwrap().and_then(|bytes| Session::from_bytes(&bytes));
        assert_eq!(stored, Some(Session { for_table: true, facilitated: true, ..session }));
    }

    #[test]
    fn a_tablet_that_is_set_to_nothing_is_not_handed_over() {
        let device = Device(Rc::new(MemoryStorage::default()));
        assert_eq!(now(hand_over(&device, false)), Err(LibraryError::Missing));
    }
}
