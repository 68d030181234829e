//! Calendar dates. The domain has no clock: dates come from files and from whoever calls.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, written `2001-07-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, when it exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        (exists && (1000..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The year, 1000 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let [y, m, d] = text.split('-').collect::<Vec<_>>()[..] else { return Err(()) };
        // A number may have a sign where a date may not.
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if (y.len(), m.len(), d.len()) != (4, 2, 2) || ![y, m, d].into_iter().all(digits) {
            return Err(());
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| ());
        let small = |part: &str| part.parse::<u8>().map_err(|_| ());
        Self::new(number(y)?, small(m)?, small(d)?).ok_or(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as closely as its source gives it, written `2004`, `2001-07` or `2001-07-31`. No day is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// The first day it can be.
    first: Date,
    /// How many characters of that day it has.
    length: usize,
}

impl FromStr for PartialDate {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let rest = match text.len() {
            4 => "-01-01",
            7 => "-01",
            _ => "",
        };
        Ok(Self { first: format!("{text}{rest}").parse()?, length: text.len() })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.first.to_string()[..self.length])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_a_year_or_a_month() {
        for good in ["2004", "2001-07", "2000-02-29"] {
            assert_eq!(good.parse::<PartialDate>().map(|date| date.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "04", "0999", "2001-13", "2001-7", "2001-", "2001-07-32", "20-04-1", "2001/07", "200\u{e9}"] {
            assert_eq!(bad.parse::<PartialDate>(), Err(()), "{bad}");
        }
    }

    #[test]
    fn only_days_that_exist_are_dates() {
        for good in ["1997-04-01", "2000-02-29", "2024-02-29"] {
            assert_eq!(good.parse::<Date>().map(|d| d.to_string()), Ok(good.to_owned()));
        }
        for bad in
            ["1900-02-29", "2001-13-01", "2001-00-10", "2001-1-1", "2001-06-31", "today", "+201-01-01", "2001-+1-+1"]
        {
            assert_eq!(bad.parse::<Date>(), Err(()), "{bad}");
        }
    }
}
