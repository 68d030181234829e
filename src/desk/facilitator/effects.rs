//! What the facilitator's page does to the world.

use basketry_formats::{Notice, ballots};
use wasm_bindgen_futures::JsFuture;

use super::Situation;
use crate::common::device::Device;
use crate::common::dom::{download, window};
use crate::common::library;
use crate::common::session::Session;
use crate::common::storage::{KeptConsultation, Slot, StorageError};
use crate::worker::Opened;

/// What is known now. A session replaces the one the device had.
pub(super) async fn situation(device: &Device, session: Option<Session>) -> Situation {
    let storage = &*device.0;
    if let Some(session) = &session {
        // Not kept means that the tablet asks again after a reload.
        let _ = storage.keep(Slot::Session, session.to_bytes()).await;
    }
    let kept = storage.kept(Slot::Session).await.ok().flatten();
    let session = session.or_else(|| kept.and_then(|bytes| Session::from_bytes(&bytes)));
    let consultation = match &session {
        Some(session) => library::consultation(storage, &session.consultation, &session.language).await.ok(),
        None => None,
    };
    let ballots = match &session {
        Some(session) => storage.ballots(&session.consultation).await.unwrap_or_default(),
        None => Vec::new(),
    };
    Situation {
        shelf: library::shelf(storage).await.unwrap_or_default(),
        session: session.filter(|_| consultation.is_some()),
        consultation,
        ballots,
        draft: storage.kept(Slot::Draft).await.ok().flatten().is_some(),
        persisted: persisted().await,
    }
}

/// Sets the tablet to the next ballot. The session is read anew: a table's number typed just before is on its way into
/// storage, and the page may not show it yet. Returns whether the tablet is set.
pub(super) async fn hand_over(device: &Device, for_table: bool) -> bool {
    let kept = device.0.kept(Slot::Session).await.ok().flatten();
    let Some(session) = kept.and_then(|bytes| Session::from_bytes(&bytes)) else { return false };
    let session = Session { for_table, facilitated: true, ..session };
    device.0.keep(Slot::Session, session.to_bytes()).await.is_ok()
}

/// Keeps an opened consultation and sets the tablet to it.
pub(super) async fn keep(device: &Device, opened: Opened) -> Result<Session, Notice> {
    let Opened::Consultation { reference, entry, languages, source } = opened else {
        return Err(Notice::new("file-not-a-consultation"));
    };
    let language = languages.first().map(|(tag, _)| tag.clone()).unwrap_or_default();
    let session = Session { facilitated: true, ..Session::own_device(reference.clone(), language) };
    let kept = KeptConsultation { reference, entry, languages, source };
    device.0.keep_consultation(kept).await.map_err(|error: StorageError| Notice::new(error.code()))?;
    Ok(session)
}

/// Asks the browser to keep the device's storage for good. It may say no, and says so without asking the person.
async fn persisted() -> bool {
    let storage = window().navigator().storage();
    let Ok(promise) = storage.persist() else { return false };
    JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()).unwrap_or(false)
}

/// Hands the facilitator the ballots as a file. Returns its name.
pub(super) fn export(situation: &Situation) -> Option<String> {
    let (session, consultation) = (situation.session.as_ref()?, situation.consultation.as_ref()?);
    let header = ballots::header(&consultation.reference, &consultation.title).ok()?;
    let lines: Vec<&str> = situation.ballots.iter().map(|ballot| ballot.line.as_str()).collect();
    let place = match (&session.workshop, session.table) {
        (Some(workshop), Some(table)) => format!("-{workshop}-{table}"),
        _ => String::new(),
    };
    let name = format!("{}{place}.ballots.ndjson", consultation.reference.id);
    let text = format!("{header}\n{}\n", lines.join("\n"));
    download(&name, "application/x-ndjson", text.as_bytes()).ok()?;
    Some(name)
}
