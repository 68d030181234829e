//! Begins a consultation on a device of one's own: the start page's links, and links that organisers give to people.

use basketry_formats::compiled::Entry;

use crate::common::dom::window;
use crate::common::library::{self, LibraryError, Origin, Shelved};
use crate::common::session::Session;
use crate::common::storage::{Slot, Storage};

/// Sets this device to the consultation with this id.
pub(crate) async fn begin(storage: &dyn Storage, id: &str) -> Result<(), LibraryError> {
    let kept = storage.kept(Slot::Session).await?.and_then(|bytes| Session::from_bytes(&bytes));
    let session = set_to(id, kept, &library::shelf(storage).await?, preferred_language)?;
    Ok(storage.keep(Slot::Session, session.to_bytes()).await?)
}

/// What the device is set to from now on: the consultation with this id, a sample before a file that was opened here.
/// A tablet that a facilitator has set to it keeps its workshop and table, and its revision while that is at hand.
pub(super) fn set_to(
    id: &str,
    kept: Option<Session>,
    shelf: &[Shelved],
    language: impl Fn(&Entry) -> String,
) -> Result<Session, LibraryError> {
    let tablet = kept.filter(|kept| kept.facilitated && kept.consultation.split('@').next() == Some(id));
    let of_id = || shelf.iter().filter(|shelved| shelved.entry.id == id);
    if let Some(tablet) = &tablet
        && of_id().any(|shelved| library::reference(&shelved.entry) == tablet.consultation)
    {
        return Ok(tablet.clone());
    }
    let sample = of_id().find(|shelved| shelved.origin == Origin::Sample);
    let entry = &sample.or(of_id().next()).ok_or(LibraryError::Missing)?.entry;
    let (consultation, language) = (library::reference(entry), language(entry));
    Ok(match tablet {
        Some(tablet) => Session { consultation, language, ..tablet },
        None => Session::own_device(consultation, language),
    })
}

/// The first of the consultation's languages that the browser asks for, else its own.
fn preferred_language(entry: &Entry) -> String {
    let wanted = window().navigator().languages();
    let mut asked = wanted.iter().filter_map(|tag| tag.as_string());
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let found = asked.find_map(|tag| entry.languages.iter().find(|known| base(known) == base(&tag)));
    found.or(entry.languages.first()).cloned().unwrap_or_default()
}
