//! What a language does with numbers, money and dates.

/// Numbers, money, dates and plural forms of a language.
///
/// Everything comes in whole numbers or as text, so that no figure passes through floating point on its way to paper.
pub trait Locale {
    /// The place of the language in [`crate::LANGUAGES`].
    fn language(&self) -> usize;

    /// A whole number as people write it.
    fn number(&self, number: i64) -> String;

    /// The CLDR plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, number: i64) -> String;

    /// An amount of `minor` units of an ISO 4217 `currency`, of which `minor_digits` digits stand after the point.
    /// They are written only when they are not all zero. Without a currency (`""`) it is a plain number.
    fn money(&self, minor: i64, currency: &str, minor_digits: u32) -> String;

    /// The exact figure `units / 10^scale`, with all `scale` digits after the point.
    fn decimal(&self, units: i64, scale: u32) -> String;

    /// `units / 10^scale` per cent, with all `scale` digits: `percent(455, 1)` is "45.5%".
    fn percent(&self, units: i64, scale: u32) -> String;

    /// A day such as `2001-07-31`, written out. What is no such day is given back as it is.
    fn date(&self, iso: &str) -> String;
}

/// English without `Intl`, for the native command and for tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainEnglish;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Locale for PlainEnglish {
    fn language(&self) -> usize {
        0
    }

    fn number(&self, number: i64) -> String {
        self.decimal(number, 0)
    }

    fn plural(&self, number: i64) -> String {
        if number == 1 { "one" } else { "other" }.to_owned()
    }

    fn money(&self, minor: i64, currency: &str, minor_digits: u32) -> String {
        let (whole, rest) = split(minor.unsigned_abs(), minor_digits);
        let whole = grouped(&whole);
        let amount = if rest.bytes().all(|digit| digit == b'0') { whole } else { format!("{whole}.{rest}") };
        let symbol = match currency {
            "" => String::new(),
            "GBP" => "£".to_owned(),
            "EUR" => "€".to_owned(),
            "USD" => "US$".to_owned(),
            code => format!("{code}\u{a0}"),
        };
        format!("{}{symbol}{amount}", sign(minor))
    }

    fn decimal(&self, units: i64, scale: u32) -> String {
        let (whole, rest) = split(units.unsigned_abs(), scale);
        let point = if rest.is_empty() { "" } else { "." };
        format!("{}{}{point}{rest}", sign(units), grouped(&whole))
    }

    fn percent(&self, units: i64, scale: u32) -> String {
        format!("{}%", self.decimal(units, scale))
    }

    fn date(&self, iso: &str) -> String {
        let parts = || {
            let [year, month, day] = iso.split('-').collect::<Vec<_>>()[..] else { return None };
            let year = Some(year).filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
            let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
            let day = day.parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
            Some(format!("{day} {month} {year}"))
        };
        parts().unwrap_or_else(|| iso.to_owned())
    }
}

fn sign(number: i64) -> &'static str {
    if number < 0 { "-" } else { "" }
}

/// The digits before and after the point.
fn split(units: u64, scale: u32) -> (String, String) {
    let scale = usize::try_from(scale).unwrap_or(0);
    let mut whole = format!("{units:0width$}", width = scale + 1);
    let rest = whole.split_off(whole.len() - scale);
    (whole, rest)
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
