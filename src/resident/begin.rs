//! Begins a consultation on a device of one's own: the start page's links, and links that organisers give to people.

use basketry_formats::compiled::Entry;

use crate::common::dom::window;
use crate::common::library::{self, LibraryError, Origin};
use crate::common::session::Session;
use crate::common::storage::{Slot, Storage};

/// Sets this device to the consultation with this id; a sample goes before a file that was opened here. A tablet that
/// a facilitator has set to it stays as it is, with its workshop and table.
pub(crate) async fn begin(storage: &dyn Storage, id: &str) -> Result<(), LibraryError> {
    let kept = storage.kept(Slot::Session).await?;
    if kept.and_then(|bytes| Session::from_bytes(&bytes)).is_some_and(|session| is_set(&session, id)) {
        return Ok(());
    }
    let mut shelf = library::shelf(storage).await?;
    shelf.retain(|shelved| shelved.entry.id == id);
    let sample = shelf.iter().find(|shelved| shelved.origin == Origin::Sample);
    let entry = &sample.or(shelf.first()).ok_or(LibraryError::Missing)?.entry;
    let session = Session::own_device(library::reference(entry), preferred_language(entry));
    Ok(storage.keep(Slot::Session, session.to_bytes()).await?)
}

/// Whether a facilitator has set the tablet to the consultation with this id, in whichever revision.
pub(super) fn is_set(session: &Session, id: &str) -> bool {
    session.facilitated && session.consultation.split('@').next() == Some(id)
}

/// The first of the consultation's languages that the browser asks for, else its own.
fn preferred_language(entry: &Entry) -> String {
    let wanted = window().navigator().languages();
    let mut asked = wanted.iter().filter_map(|tag| tag.as_string());
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let found = asked.find_map(|tag| entry.languages.iter().find(|known| base(known) == base(&tag)));
    found.or(entry.languages.first()).cloned().unwrap_or_default()
}
