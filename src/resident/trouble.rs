//! What the resident's pages say of a failure. The desk's table of every message would be a large part of a resident's
//! download, so these few are named here.

use basketry_texts::{Message, msg};

/// Why not even the start works.
pub(super) fn no_start(code: &str) -> &'static Message {
    match code {
        "storage-newer" => &msg::STORAGE_NEWER,
        "storage-blocked" => &msg::STORAGE_BLOCKED,
        "storage-full" => &msg::CANNOT_START_FULL,
        "storage-unavailable" => &msg::STORAGE_UNAVAILABLE,
        "app-unreachable" => &msg::APP_UNREACHABLE,
        "begin-missing" => &msg::BEGIN_MISSING,
        _ => &msg::CANNOT_START_FAILED,
    }
}

/// Why a ballot is not stored.
pub(super) fn not_stored(code: &str) -> &'static Message {
    match code {
        "storage-full" => &msg::STORAGE_FULL,
        "storage-conflict" => &msg::STORAGE_CONFLICT,
        _ => &msg::STORAGE_FAILED,
    }
}

#[cfg(test)]
mod tests {
    use super::{no_start, not_stored};

    #[test]
    fn every_reason_not_to_start_has_words_of_its_own() {
        let said = |code: &str| no_start(code).name();
        for code in ["storage-newer", "storage-blocked", "storage-unavailable", "app-unreachable", "begin-missing"] {
            assert_eq!(said(code), code);
        }
        assert_eq!(said("storage-full"), "cannot-start-full");
        assert_eq!(said("storage-failed"), "cannot-start-failed");
    }

    #[test]
    fn a_ballot_that_is_not_stored_says_why() {
        for code in ["storage-full", "storage-conflict", "storage-failed"] {
            assert_eq!(not_stored(code).name(), code);
        }
        assert_eq!(not_stored("storage-unavailable").name(), "storage-failed");
    }
}
