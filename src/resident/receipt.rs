//! The receipt: what a person keeps, and what is kept of them until they leave.

use basketry_domain::BallotId;

use crate::common::session;

/// The first byte of a stored receipt; another means another version of the app wrote it.
const VERSION: u8 = 2;

/// What a person keeps of a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The ballot.
    pub id: BallotId,
    /// When it was first confirmed, to the minute.
    pub confirmed: String,
    /// The language the person chose.
    pub language: String,
    /// The text size the person chose.
    pub text_size: u8,
}

impl Receipt {
    /// As stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        session::to_bytes(VERSION, &(self.id.to_string(), &self.confirmed, &self.language, self.text_size))
    }

    /// A stored receipt.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (id, confirmed, language, text_size): (String, String, String, u8) = session::from_bytes(VERSION, bytes)?;
        Some(Self { id: id.parse().ok()?, confirmed, language, text_size })
    }
}
