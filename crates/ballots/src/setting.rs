//! Where, how and by whom a ballot was given.

use std::str::FromStr;

use basketry_domain::{Channel, LanguageTag, Reference, Voter, WorkshopId};

use crate::dictionary::Hash;

/// Where, how and by whom a ballot was given, and for which consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The consultation and revision it was given for.
    pub consultation: Reference,
    /// Whose ballot it is.
    pub voter: Voter,
    /// The workshop, when it was given in one.
    pub workshop: Option<WorkshopId>,
    /// The table in the workshop, from 1.
    pub table: Option<u16>,
    /// How it was given.
    pub channel: Channel,
    /// Whether somebody helped the person to fill it in.
    pub assisted: bool,
    /// The language it was given in.
    pub language: LanguageTag,
}

/// A setting as it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SettingParts<'a> {
    pub(crate) consultation: &'a Reference,
    pub(crate) voter: Voter,
    pub(crate) workshop: Option<&'a [u8]>,
    pub(crate) table: Option<u16>,
    pub(crate) channel: Channel,
    pub(crate) assisted: bool,
    pub(crate) language: &'a [u8],
}

impl SettingParts<'_> {
    pub(crate) fn hash(&self) -> u64 {
        // Nearly all are for one consultation.
        let hash = Hash::new().text(self.workshop.unwrap_or_default()).text(self.language);
        let table = self.table.map_or(0, |table| u64::from(table) + 1);
        let table_voter = table << 8 | u64::from(self.voter == Voter::Person) << 1 | u64::from(self.assisted);
        hash.number(table_voter << 8 | self.channel as u64).finish()
    }

    pub(crate) fn is(&self, known: &Setting) -> bool {
        self.voter == known.voter
            && self.workshop == known.workshop.as_ref().map(|id| id.as_str().as_bytes())
            && self.table == known.table
            && self.channel == known.channel
            && self.assisted == known.assisted
            && self.language == known.language.as_str().as_bytes()
            && *self.consultation == known.consultation
    }

    pub(crate) fn make(&self) -> Option<Setting> {
        Some(Setting {
            consultation: self.consultation.clone(),
            voter: self.voter,
            workshop: match self.workshop {
                None => None,
                Some(name) => Some(id(name)?),
            },
            table: self.table,
            channel: self.channel,
            assisted: self.assisted,
            language: id(self.language)?,
        })
    }
}

/// An id out of its bytes.
pub(crate) fn id<T: FromStr>(name: &[u8]) -> Option<T> {
    std::str::from_utf8(name).ok()?.parse().ok()
}
