//! Names of things. An id is short and plain, so that it survives a file name, a URL and a spreadsheet.

use std::fmt;
use std::str::FromStr;

/// The longest id, in characters.
const MAX_ID: usize = 64;

/// Why a text is not an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(
    /// The text as given.
    pub String,
);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not an id: use 1 to {MAX_ID} letters, digits, dots, hyphens or underscores", self.0)
    }
}

impl std::error::Error for IdError {}

fn is_id(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| c.is_ascii_alphanumeric())
        && text.len() <= MAX_ID
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                if is_id(text) { Ok(Self(text.to_owned())) } else { Err(IdError(text.to_owned())) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

ids! {
    /// Names a body that pays, saves or delivers.
    AgencyId,
    /// Names a service area.
    AreaId,
    /// Names an argument given in the consultation file.
    ArgumentId,
    /// Names a consultation; its revisions share it.
    ConsultationId,
    /// Names an item.
    ItemId,
    /// A BCP 47 language tag, such as `en` or `pt-BR`.
    LanguageTag,
    /// Names an answer to a participant question.
    OptionId,
    /// Names an outcome.
    OutcomeId,
    /// Names a participant question.
    QuestionId,
    /// Names a section of the community.
    SectionId,
    /// Names a tension.
    TensionId,
    /// Names a workshop.
    WorkshopId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_are_ids() {
        for good in ["a", "acute-care", "2024_x.1"] {
            assert_eq!(good.parse::<ItemId>().map(String::from), Ok(good.to_owned()));
        }
    }

    #[test]
    fn names_that_would_break_a_file_or_a_url_are_not() {
        for bad in ["", "-x", "a b", "a/b", "<script>", "é", &"x".repeat(MAX_ID + 1)] {
            assert_eq!(bad.parse::<ItemId>(), Err(IdError(bad.to_owned())));
        }
    }
}
