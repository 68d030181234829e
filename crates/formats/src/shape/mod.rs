//! JSON values to records. `serde_json` says what does not fit in English prose only; here it is a code with its place.

mod part;
#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde_json::Value;

use part::Part;

/// What is wrong with the shape of a part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A field that has to be there is not.
    Missing,
    /// There is no such field.
    Unknown {
        /// The fields there are.
        known: &'static [&'static str],
    },
    /// A value of another type.
    Type(Wanted),
    /// A whole number beyond what the field can hold.
    Range {
        /// The least it can hold.
        least: i64,
        /// The most it can hold.
        most: i64,
    },
    /// None of the words the field can hold, or not exactly one of them.
    Choice {
        /// The words it can hold.
        known: &'static [&'static str],
    },
    /// Something else.
    Other,
}

/// What a value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A string.
    Text,
    /// A number without a fraction.
    Number,
    /// `true` or `false`.
    Truth,
    /// An array.
    List,
    /// An object.
    Fields,
}

impl Wanted {
    /// The word the messages choose by.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Truth => "truth",
            Self::List => "list",
            Self::Fields => "fields",
        }
    }
}

/// A part of a file that does not fit its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The path, such as `items[3].requires[0]`; empty for the whole.
    pub path: String,
    /// What is wrong there.
    pub shape: Shape,
}

/// Makes a record of a value.
pub(crate) fn read<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<T, Misfit> {
    T::deserialize(Part(value)).map_err(|fault| Misfit { path: fault.path(), shape: fault.shape })
}
