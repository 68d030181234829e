//! What can go wrong with storage, as far as the page has something different to say or do.

/// Why storage did not do what was asked. A `name` is the browser's exception name: people can quote it to someone
/// who can help.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// There is no storage here, or the connection to it is gone.
    #[error("storage is unavailable ({name})")]
    Unavailable {
        /// The exception's name.
        name: String,
    },
    /// Another tab holds the storage open for an older version of the app.
    #[error("another tab with an older version of the app is open")]
    Blocked,
    /// The device or the browser's share of it is full.
    #[error("storage is full")]
    QuotaExceeded,
    /// A different ballot is stored under this id.
    #[error("a different ballot is stored under this id")]
    Conflict,
    /// A newer version of the app has changed the storage.
    #[error("storage belongs to a newer version of the app")]
    NewerSchema,
    /// Anything else.
    #[error("storage failed ({name})")]
    Failed {
        /// The exception's name.
        name: String,
    },
}

impl StorageError {
    /// A stable code: the name of the message that says it in plain words.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unavailable { .. } => "storage-unavailable",
            Self::Blocked => "storage-blocked",
            Self::QuotaExceeded => "storage-full",
            Self::Conflict => "storage-conflict",
            Self::NewerSchema => "storage-newer",
            Self::Failed { .. } => "storage-failed",
        }
    }

    /// An exception on an open connection.
    pub(super) fn in_use(name: String) -> Self {
        match name.as_str() {
            "QuotaExceededError" => Self::QuotaExceeded,
            // The browser has closed the connection, as when someone clears the site's data.
            "InvalidStateError" => Self::Unavailable { name },
            _ => Self::Failed { name },
        }
    }

    /// An exception while opening: without a connection there is no storage, whatever the reason.
    pub(super) fn on_opening(name: String) -> Self {
        match name.as_str() {
            "QuotaExceededError" => Self::QuotaExceeded,
            "VersionError" => Self::NewerSchema,
            _ => Self::Unavailable { name },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::StorageError;

    #[test]
    fn exceptions_become_kinds() {
        let code = |error: StorageError| error.code();
        assert_eq!(code(StorageError::in_use("QuotaExceededError".into())), "storage-full");
        assert_eq!(code(StorageError::in_use("InvalidStateError".into())), "storage-unavailable");
        assert_eq!(code(StorageError::in_use("DataError".into())), "storage-failed");
        assert_eq!(code(StorageError::on_opening("QuotaExceededError".into())), "storage-full");
        assert_eq!(code(StorageError::on_opening("VersionError".into())), "storage-newer");
        assert_eq!(code(StorageError::on_opening("SecurityError".into())), "storage-unavailable");
        assert_eq!(code(StorageError::Conflict), "storage-conflict");
        assert_eq!(code(StorageError::Blocked), "storage-blocked");
    }

    #[test]
    fn the_exceptions_name_is_kept() {
        assert_eq!(StorageError::in_use("DataError".into()).to_string(), "storage failed (DataError)");
    }
}
