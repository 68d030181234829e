//! Any text as each of the values a file holds in text: what is accepted is printed as it was given, or reads the same.

#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use basketry_domain::{BallotId, Currency, Date, Decimal, ItemId, LanguageTag, safe_url};
use basketry_formats::ballots::{parse_reference, write_reference};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    exactly::<ItemId>(text);
    exactly::<LanguageTag>(text);
    exactly::<BallotId>(text);
    exactly::<Currency>(text);
    exactly::<Date>(text);
    if let Ok(decimal) = text.parse::<Decimal>() {
        let printed = decimal.to_string();
        assert_eq!(printed.parse(), Ok(decimal), "{printed}");
        assert_eq!(printed.trim_start_matches('-'), digits(text.trim_start_matches('-')), "{text}");
    }
    if let Some(reference) = parse_reference(text) {
        assert_eq!(write_reference(&reference), text);
    }
    if let Ok(id) = text.parse::<BallotId>() {
        assert_eq!(id.receipt().len(), 9);
    }
    if safe_url(text) {
        let scheme = text.split(':').next().map(str::to_ascii_lowercase).unwrap_or_default();
        assert!(["https", "http", "mailto", "tel"].contains(&scheme.as_str()), "{text}");
    }
});

/// One value has one spelling.
fn exactly<T: FromStr<Err: Debug> + Display + PartialEq + Debug>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        assert_eq!(value.to_string(), text);
    }
}

/// A number's digits without the noughts that say nothing before the point.
fn digits(text: &str) -> &str {
    let whole = text.split('.').next().unwrap_or_default().len();
    let noughts = text.bytes().take(whole.saturating_sub(1)).take_while(|byte| *byte == b'0').count();
    &text[noughts..]
}
