//! What a person must be told, as a code with parameters. The words are in `basketry-texts`, by that code.

use serde::{Deserialize, Serialize};

/// A message for a person. The code names a Fluent message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The Fluent message's name.
    pub code: String,
    /// Its variables, by name.
    pub args: Vec<(String, NoticeArg)>,
}

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoticeArg {
    /// Words, shown as they are.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl Notice {
    /// A message without variables.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), args: Vec::new() }
    }

    /// The message with one more variable that holds words. Long ones are cut: they come from files.
    #[must_use]
    pub fn text(mut self, name: &str, value: impl Into<String>) -> Self {
        const LONGEST: usize = 200;
        let mut value: String = value.into();
        if let Some((cut, _)) = value.char_indices().nth(LONGEST) {
            value.truncate(cut);
            value.push('…');
        }
        self.args.push((name.to_owned(), NoticeArg::Text(value)));
        self
    }

    /// The message with one more variable that holds a number.
    #[must_use]
    pub fn number(mut self, name: &str, value: impl TryInto<i64>) -> Self {
        self.args.push((name.to_owned(), NoticeArg::Number(value.try_into().unwrap_or(i64::MAX))));
        self
    }
}
