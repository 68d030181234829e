//! The rows as Parquet: typed columns, words by dictionary. <https://parquet.apache.org/docs/file-format/>
//!
//! No codec: dictionaries and runs leave little to compress, and the archive around it does that.

use std::sync::Arc;

use basketry_domain::Date;
use parquet::basic::{LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use super::{Column, Held, Kind, Row};
use crate::{ExportError, Manifest};

/// Digits of the largest amount there is.
const PRECISION: i32 = 18;

/// Rows in a group. A group is held in memory as whole ballots.
const GROUP: usize = 1 << 16;

/// The file. `progress` is told how many rows are in it.
pub(super) fn file<'a>(
    columns: &[Column<'_>],
    mut rows: impl ExactSizeIterator<Item = Row<'a>>,
    manifest: &Manifest,
    progress: &dyn Fn(usize),
) -> Result<Vec<u8>, ExportError> {
    let fields = columns.iter().map(field).collect::<Result<Vec<TypePtr>, _>>()?;
    let schema = Arc::new(Type::group_type_builder("ballots").with_fields(fields).build()?);
    let about = KeyValue::new("basketry-manifest".to_owned(), manifest.line()?);
    let properties = WriterProperties::builder()
        .set_created_by(manifest.program.clone())
        .set_key_value_metadata(Some(vec![about]))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    let mut done = 0;
    while rows.len() > 0 {
        let some: Vec<Row<'_>> = rows.by_ref().take(GROUP).collect();
        let mut group = writer.next_row_group()?;
        for (written, column) in columns.iter().enumerate() {
            write(&mut group, column, &some)?;
            progress(done + some.len() * (written + 1) / columns.len());
        }
        group.close()?;
        done += some.len();
    }
    Ok(writer.into_inner()?)
}

fn field(column: &Column<'_>) -> Result<TypePtr, ExportError> {
    let (physical, logical) = match column.kind {
        Kind::Word => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Whole => (Physical::INT32, Some(LogicalType::integer(32, true))),
        Kind::Amount { digits } => {
            (Physical::INT64, Some(LogicalType::decimal(i32::try_from(digits).unwrap_or(0), PRECISION)))
        }
        Kind::YesNo => (Physical::BOOLEAN, None),
        Kind::Minute => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MILLIS))),
    };
    let mut field = Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical);
    if let Kind::Amount { digits } = column.kind {
        field = field.with_precision(PRECISION).with_scale(i32::try_from(digits).unwrap_or(0));
    }
    Ok(Arc::new(field.build()?))
}

type Group<'a> = SerializedRowGroupWriter<'a, Vec<u8>>;

fn write(group: &mut Group<'_>, column: &Column<'_>, rows: &[Row<'_>]) -> Result<(), ExportError> {
    let held = rows.iter().map(&column.read);
    match column.kind {
        Kind::Word => typed::<ByteArrayType>(group, held, |held| match held {
            Held::Word(word) => Some(ByteArray::from(word.into_bytes())),
            _ => None,
        }),
        Kind::Whole => typed::<Int32Type>(group, held, |held| match held {
            Held::Number(number) => i32::try_from(number).ok(),
            _ => None,
        }),
        Kind::Amount { .. } => typed::<Int64Type>(group, held, |held| match held {
            Held::Number(minor) => Some(minor),
            _ => None,
        }),
        Kind::YesNo => typed::<BoolType>(group, held, |held| match held {
            Held::YesNo(yes) => Some(yes),
            _ => None,
        }),
        Kind::Minute => typed::<Int64Type>(group, held, |held| match held {
            Held::Word(minute) => milliseconds(&minute),
            _ => None,
        }),
    }
}

fn typed<T: DataType>(
    group: &mut Group<'_>,
    held: impl Iterator<Item = Held>,
    value: impl Fn(Held) -> Option<T::T>,
) -> Result<(), ExportError> {
    let (mut values, mut there) = (Vec::new(), Vec::new());
    for held in held {
        let value = value(held);
        there.push(i16::from(value.is_some()));
        values.extend(value);
    }
    let mut column = group.next_column()?.ok_or(ExportError::Empty)?;
    column.typed::<T>().write_batch(&values, Some(&there), None)?;
    Ok(column.close()?)
}

/// Milliseconds since the beginning of 1970, of a minute such as `1997-05-12T14:03Z`.
fn milliseconds(minute: &str) -> Option<i64> {
    let (date, time) = minute.strip_suffix('Z')?.split_once('T')?;
    let (hours, minutes) = time.split_once(':')?;
    let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
    Some((days(date.parse().ok()?)? * 24 * 60 + minutes) * 60_000)
}

/// Days since the beginning of 1970, by counting leap years (the Gregorian calendar, before its beginning too).
fn days(date: Date) -> Option<i64> {
    let text = date.to_string();
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    // Years begin in March, so that a leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let before = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // From 1 March of the year 0 to 1 January 1970 there are 719468 days.
    Some(before + (153 * month + 2) / 5 + day - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_counted_from_1970() {
        assert_eq!(milliseconds("1970-01-01T00:00Z"), Some(0));
        assert_eq!(milliseconds("1969-12-31T23:59Z"), Some(-60_000));
        assert_eq!(milliseconds("2000-02-29T12:00Z"), Some(951_825_600_000));
        assert_eq!(milliseconds("1997-05-12T14:03Z"), Some(863_445_780_000));
        assert_eq!(milliseconds("yesterday"), None);
    }
}
