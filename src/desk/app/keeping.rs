//! What the desk's pages keep on the device, and what they say when that fails.

use basketry_formats::Notice;

use crate::common::device::Device;
use crate::common::library::LibraryError;
use crate::common::storage::{KeptConsultation, StorageError};
use crate::worker::Opened;

/// Keeps an opened consultation. Returns its reference and its own language.
pub(crate) async fn keep(device: &Device, opened: Opened) -> Result<(String, String), Notice> {
    let Opened::Consultation { reference, entry, languages, source } = opened else {
        return Err(Notice::new("file-not-a-consultation"));
    };
    let language = languages.first().map(|(tag, _)| tag.clone()).unwrap_or_default();
    let kept = KeptConsultation { reference: reference.clone(), entry, languages, source };
    device.0.keep_consultation(kept).await.map_err(|error| trouble(&error.into()))?;
    Ok((reference, language))
}

/// Why something could not be read or kept. The resident's words for the same codes speak of the ballot that is just
/// being confirmed.
pub(crate) fn trouble(error: &LibraryError) -> Notice {
    match error {
        LibraryError::Missing => Notice::new("desk-consultation-missing"),
        LibraryError::Storage(StorageError::QuotaExceeded) => Notice::new("desk-storage-full"),
        LibraryError::Storage(StorageError::Unavailable { .. }) => Notice::new("desk-storage-gone"),
        LibraryError::Storage(StorageError::Failed { name }) => {
            Notice::new("desk-storage-failed").text("name", name.as_str())
        }
        LibraryError::Unreachable | LibraryError::Storage(_) => Notice::new(error.code()),
    }
}

/// Why the desk cannot start: without storage no ballot could be kept or found.
pub(crate) fn no_start(error: &StorageError) -> Notice {
    match error {
        StorageError::QuotaExceeded => Notice::new("cannot-start-full"),
        error => Notice::new(error.code()),
    }
}

#[cfg(test)]
mod tests {
    use basketry_texts::Message;

    use super::*;

    fn errors() -> Vec<StorageError> {
        let name = || "UnknownError".to_owned();
        vec![
            StorageError::Unavailable { name: name() },
            StorageError::Blocked,
            StorageError::QuotaExceeded,
            StorageError::Conflict,
            StorageError::NewerSchema,
            StorageError::Failed { name: name() },
        ]
    }

    #[test]
    fn every_trouble_has_words_of_its_own() {
        let storage = errors().into_iter().map(LibraryError::Storage);
        let all = [LibraryError::Missing, LibraryError::Unreachable].into_iter().chain(storage);
        let mut codes: Vec<String> = all.map(|error| trouble(&error).code).collect();
        for code in &codes {
            assert!(Message::by_name(code).is_some(), "{code}");
        }
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 8);
    }

    #[test]
    fn why_the_desk_cannot_start_is_told_apart() {
        let code = |error: &StorageError| no_start(error).code;
        assert_eq!(code(&StorageError::Blocked), "storage-blocked");
        assert_eq!(code(&StorageError::NewerSchema), "storage-newer");
        assert_eq!(code(&StorageError::QuotaExceeded), "cannot-start-full");
        assert_eq!(code(&StorageError::Unavailable { name: "SecurityError".into() }), "storage-unavailable");
        assert!(errors().iter().all(|error| Message::by_name(&code(error)).is_some()));
    }
}
