//! All words of the interface. The one place where a code becomes a sentence.
//!
//! The words live in `i18n/<language>/*.ftl` (Project Fluent). Numbers and plural forms come from a [`Locale`],
//! which is `Intl` in the browser.

mod locale;

pub use locale::{Locale, PlainEnglish};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A message in all languages.
pub struct Message {
    name: &'static str,
    patterns: &'static [&'static [Part]],
}

enum Part {
    Text(&'static str),
    Variable(&'static str),
    Select { variable: &'static str, variants: &'static [(Key, &'static [Part])], default: usize },
}

enum Key {
    Word(&'static str),
    Number(i64),
}

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, put in as they are.
    Text(String),
    /// A whole number, written and inflected by the locale.
    Number(i64),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

whole_numbers!(u8, u16, u32, u64, usize, i64);

/// Variables by name.
pub type Args<'a> = &'a [(&'a str, Value)];

/// Says a message: `say!(words, BASKET_LEFT, amount = money)`. `words` has a method `say` for a message and its args.
#[macro_export]
macro_rules! say {
    ($words:expr, $message:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say(&$crate::msg::$message, &[$((stringify!($name), $value.into())),*])
    };
}

impl Message {
    /// The message with this name. Brings all messages along: for modules that say whatever a code asks for.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        msg::ALL.iter().copied().find(|message| message.name == name)
    }

    /// The message's name in the Fluent files.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The message in words. A language that lacks it falls back to the first.
    pub fn say(&self, locale: &dyn Locale, args: Args<'_>) -> String {
        let own = self.patterns.get(locale.language()).filter(|parts| !parts.is_empty());
        let mut words = String::new();
        write(own.or(self.patterns.first()).copied().unwrap_or(&[]), locale, args, &mut words);
        words
    }
}

fn write(parts: &[Part], locale: &dyn Locale, args: Args<'_>, words: &mut String) {
    let value = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    for part in parts {
        match part {
            Part::Text(text) => words.push_str(text),
            Part::Variable(name) => match value(name) {
                Some(Value::Text(text)) => words.push_str(text),
                Some(Value::Number(number)) => words.push_str(&locale.number(*number)),
                // As Fluent does: the gap is visible and names itself.
                None => words.push_str(&["{$", name, "}"].concat()),
            },
            Part::Select { variable, variants, default } => {
                let chosen = value(variable).and_then(|value| choose(variants, value, locale));
                if let Some((_, parts)) = chosen.or(variants.get(*default)) {
                    write(parts, locale, args, words);
                }
            }
        }
    }
}

/// The variant for a value: an exact number before a plural form, as Fluent has it.
fn choose<'a>(
    variants: &'a [(Key, &'static [Part])],
    value: &Value,
    locale: &dyn Locale,
) -> Option<&'a (Key, &'static [Part])> {
    let word = |wanted: &str| variants.iter().find(|(key, _)| matches!(key, Key::Word(word) if *word == wanted));
    match value {
        Value::Text(text) => word(text),
        Value::Number(number) => variants
            .iter()
            .find(|(key, _)| matches!(key, Key::Number(exact) if exact == number))
            .or_else(|| word(&locale.plural(*number))),
    }
}

#[cfg(test)]
mod tests;
