//! The last sheet: the manifest, name by name as in the JSON of the other files.

use rust_xlsxwriter::Worksheet;
use serde_json::Value;

use super::sheet::text;
use super::styles::Styles;
use crate::{ExportError, Manifest};

pub(super) fn write(sheet: &mut Worksheet, manifest: &Manifest, styles: &Styles) -> Result<(), ExportError> {
    sheet.set_column_width(0, 24)?.set_column_width(1, 110)?;
    let mut rows = Vec::new();
    flatten("", &serde_json::to_value(manifest)?, &mut rows);
    for (row, (name, value)) in (0..).zip(rows) {
        text(sheet, (row, 0), &name, &styles.strong)?;
        match value {
            Value::Number(number) => {
                sheet.write_number(row, 1, number.as_f64().unwrap_or_default())?;
            }
            Value::String(words) => text(sheet, (row, 1), &words, &styles.wrapped)?,
            _ => {}
        }
    }
    Ok(())
}

/// `ballots.counted` and the like, for the fields of fields.
fn flatten(name: &str, value: &Value, rows: &mut Vec<(String, Value)>) {
    let below = |part: &str| if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(part, value)| flatten(&below(part), value, rows)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| flatten(&below(&n.to_string()), item, rows));
        }
        value => rows.push((name.to_owned(), value.clone())),
    }
}
