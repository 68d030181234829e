//! Amounts of money, exactly as printed.

use basketry_domain::{Decimal, Money};

use super::error::{Error, Expected, Fault};

/// How many digits after the point the amounts of a file need. Zeros at the end need none: `400000.0` has scale 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale(u8);

impl Scale {
    /// The number of digits.
    pub const fn digits(self) -> u8 {
        self.0
    }

    /// An amount as somebody writes it in the file's units, not negative; `None` if it is none or needs more digits.
    pub fn read(self, text: &str) -> Option<Money> {
        let amount = Amount::read(0, "amount", text).ok().filter(|amount| amount.scale <= self.0)?;
        amount.at(self).ok()
    }

    /// An amount in the file's units when it is whole.
    pub fn whole(self, amount: Money) -> Option<i64> {
        let unit = 10_i64.checked_pow(u32::from(self.0))?;
        (amount.minor() % unit == 0).then_some(amount.minor() / unit)
    }

    /// An amount in the file's units, with as many digits after the point as it needs.
    pub fn format(self, amount: Money) -> String {
        if let Some(whole) = self.whole(amount) {
            return whole.to_string();
        }
        let places = usize::from(self.0);
        let width = places + 1;
        let digits = format!("{:0width$}", amount.minor().unsigned_abs());
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if amount < Money::ZERO { "-" } else { "" };
        format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

/// An amount before the file's scale is known.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    line: u64,
    name: &'static str,
    units: i64,
    scale: u8,
}

impl Amount {
    pub(super) fn read(line: u64, name: &'static str, text: &str) -> Result<Self, Error> {
        let wrong = || {
            let fault = Fault::Value { name, found: text.to_owned(), expected: Expected::Amount };
            Error::at(line, fault)
        };
        let decimal: Decimal = text.parse().map_err(|()| wrong())?;
        let (mut units, mut scale) = (decimal.units(), decimal.scale());
        if units < 0 {
            return Err(wrong());
        }
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Ok(Self { line, name, units, scale })
    }

    /// The amount as a fraction of whole numbers, for units of `10^-digits`: so many, over so many.
    pub(super) fn over(&self, digits: u8) -> (i128, i128) {
        let power = |digits: u8| 10_i128.pow(u32::from(digits));
        (i128::from(self.units) * power(digits), power(self.scale))
    }

    pub(super) fn at(&self, scale: Scale) -> Result<Money, Error> {
        let factor = 10_i64.checked_pow(u32::from(scale.0 - self.scale));
        let minor = factor.and_then(|factor| self.units.checked_mul(factor)).map(Money::from_minor);
        minor.filter(|minor| *minor <= Money::MAX).ok_or_else(|| {
            let found = Scale(self.scale).format(Money::from_minor(self.units));
            Error::at(self.line, Fault::Value { name: self.name, found, expected: Expected::SmallerAmount })
        })
    }
}

/// The digits that all of these amounts need.
pub(super) fn common_scale<'a>(amounts: impl Iterator<Item = &'a Amount>) -> Scale {
    Scale(amounts.map(|amount| amount.scale).max().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_amount_is_printed_as_it_was_worth(whole in 0_i64..1_000_000, cents in 0_i64..100) {
            let text = format!("{whole}.{cents:02}");
            let printed = Amount::read(1, "cost", &text).and_then(|a| a.at(Scale(2))).map(|m| Scale(2).format(m));
            let expected = text.trim_end_matches('0').trim_end_matches('.').to_owned();
            prop_assert_eq!(printed.ok(), Some(expected));
        }
    }

    #[test]
    fn amounts_are_read_in_the_files_digits() {
        let read = |digits, text| Scale(digits).read(text).map(Money::minor);
        assert_eq!(
            [read(2, "12"), read(2, "12.5"), read(2, "12.50"), read(0, "12.0")],
            [Some(1_200), Some(1_250), Some(1_250), Some(12)]
        );
        assert_eq!([read(0, "12.5"), read(2, "1.005"), read(2, "-1"), read(2, "9999999999999999")], [None; 4]);
    }

    #[test]
    fn amounts_that_could_be_misread_are_refused() {
        for bad in ["", "-1", "1,000", "1e6", "12.", "1 000", "NaN", "9999999999999999"] {
            assert!(Amount::read(1, "cost", bad).is_err(), "{bad}");
        }
    }
}
