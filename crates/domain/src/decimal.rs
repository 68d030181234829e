//! Exact decimal figures, as printed in a source.

use std::fmt;
use std::str::FromStr;

/// A decimal number of at most 15 digits: `units / 10^scale`. Keeps the digits the source printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

impl Decimal {
    /// The digits without their point.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many of the digits stand after the point.
    pub const fn scale(self) -> u8 {
        self.scale
    }
}

impl FromStr for Decimal {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = whole.len() + fraction.len();
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || digits > 15 || !plain(whole) || !plain(fraction) || unsigned.ends_with('.') {
            return Err(());
        }
        let magnitude: i64 = format!("{whole}{fraction}").parse().map_err(|_| ())?;
        let units = if text.starts_with('-') { -magnitude } else { magnitude };
        Ok(Self { units, scale: u8::try_from(fraction.len()).map_err(|_| ())? })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let width = usize::from(self.scale) + 1;
        let digits = format!("{:0width$}", self.units.unsigned_abs());
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn printing_keeps_the_digits(units in -999_999_999_i64..=999_999_999, scale in 0_u8..6) {
            let decimal = Decimal { units, scale };
            prop_assert_eq!(decimal.to_string().parse(), Ok(decimal));
        }

        #[test]
        fn any_text_is_parsed_or_refused(text in "\\PC{0,20}") {
            if let Ok(decimal) = text.parse::<Decimal>() {
                prop_assert!(decimal.scale() <= 15);
            }
        }
    }

    #[test]
    fn half_written_numbers_are_refused() {
        for bad in ["", "-", ".5", "5.", "1e3", "1,000", "--1", "1.2.3", "1234567890123456"] {
            assert_eq!(bad.parse::<Decimal>(), Err(()), "{bad}");
        }
    }
}
