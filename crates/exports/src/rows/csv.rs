//! The rows as CSV: RFC 4180, UTF-8, a header, and nothing in an empty field.

use super::{Column, Held, Kind, Row};
use crate::ExportError;
use crate::plain::decimal;
use basketry_charts::harmless;

/// The file. `progress` is told how many rows are in it.
pub(super) fn file<'a>(
    columns: &[Column<'_>],
    rows: impl Iterator<Item = Row<'a>>,
    progress: &dyn Fn(usize),
) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| harmless(&column.name)))?;
    for (done, row) in rows.enumerate() {
        writer.write_record(columns.iter().map(|column| field(column.kind, (column.read)(&row))))?;
        if done % 1024 == 0 {
            progress(done);
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A field. What a ballot holds is put down as it is: ids, codes and numbers never begin like a formula.
fn field(kind: Kind, held: Held) -> String {
    match (kind, held) {
        (_, Held::Nothing) => String::new(),
        (_, Held::YesNo(yes)) => yes.to_string(),
        (Kind::Minute, Held::Word(minute)) => seconds(&minute),
        (_, Held::Word(word)) => harmless(&word),
        (Kind::Amount { digits }, Held::Number(minor)) => decimal(minor, digits),
        (_, Held::Number(number)) => number.to_string(),
    }
}

/// Most programs read a time only with its seconds.
fn seconds(minute: &str) -> String {
    minute.strip_suffix('Z').map_or_else(|| minute.to_owned(), |minute| format!("{minute}:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_every_digit() {
        let of = |minor, digits| field(Kind::Amount { digits }, Held::Number(minor));
        assert_eq!([of(123_456, 2), of(-5, 2), of(0, 2)], ["1234.56", "-0.05", "0.00"]);
        assert_eq!([of(7, 0), of(i64::MAX, 3)], ["7", "9223372036854775.807"]);
    }

    #[test]
    fn words_are_disarmed_and_minutes_get_seconds() {
        let word = |kind, text: &str| field(kind, Held::Word(text.to_owned()));
        assert_eq!(word(Kind::Word, "=1"), "'=1");
        assert_eq!(word(Kind::Minute, "1997-05-12T14:03Z"), "1997-05-12T14:03:00Z");
        assert_eq!(field(Kind::YesNo, Held::YesNo(false)), "false");
        assert_eq!(field(Kind::Whole, Held::Nothing), "");
    }
}
