//! What the tablet is set to: which consultation, at which table, for a person or for the table.

use basketry_domain::{Channel, Voter};
use serde::{Deserialize, Serialize};

/// The first byte of stored bytes; another means another version of the app wrote them.
const VERSION: u8 = 1;

/// What the tablet is set to. Set by a facilitator, or by the person who opens a consultation on a device of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The consultation, as `id@revision#digest`.
    pub consultation: String,
    /// The language of its texts.
    pub language: String,
    /// The workshop's id.
    pub workshop: Option<String>,
    /// The table, from 1.
    pub table: Option<u16>,
    /// Whether the next ballot is the table's.
    pub for_table: bool,
    /// Whether a facilitator runs the tablet.
    pub facilitated: bool,
}

impl Session {
    /// A person on their own device.
    pub fn own_device(consultation: String, language: String) -> Self {
        Self { consultation, language, workshop: None, table: None, for_table: false, facilitated: false }
    }

    /// Whose the next ballot is.
    pub fn voter(&self) -> Voter {
        if self.for_table { Voter::Table } else { Voter::Person }
    }

    /// How ballots are given here.
    pub fn channel(&self) -> Channel {
        if self.facilitated { Channel::Tablet } else { Channel::Online }
    }

    /// As stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(VERSION, self)
    }

    /// As stored by this version; anything else is no session.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        from_bytes(VERSION, bytes)
    }
}

/// A value behind its version.
pub fn to_bytes<T: Serialize>(version: u8, value: &T) -> Vec<u8> {
    let mut bytes = vec![version];
    // Plain structs always serialise; an empty tail reads back as nothing.
    bytes.extend(postcard::to_allocvec(value).unwrap_or_default());
    bytes
}

/// A value behind `version`, or nothing.
pub fn from_bytes<'a, T: Deserialize<'a>>(version: u8, bytes: &'a [u8]) -> Option<T> {
    let (first, rest) = bytes.split_first()?;
    (*first == version).then(|| postcard::from_bytes(rest).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read_back_and_another_version_is_not() {
        let session = Session::own_device("a@1#b".into(), "en".into());
        let mut bytes = session.to_bytes();
        assert_eq!(Session::from_bytes(&bytes), Some(session));
        bytes[0] += 1;
        assert_eq!(Session::from_bytes(&bytes), None);
        assert_eq!(Session::from_bytes(&[]), None);
    }
}
