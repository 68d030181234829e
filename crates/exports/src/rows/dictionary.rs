//! The dictionary that travels with the rows: a Frictionless data package, version 1.
//! <https://specs.frictionlessdata.io/data-package/>

use basketry_domain::Consultation;
use basketry_texts::{Locale, msg};
use serde_json::{Value, json};

use super::{Column, Kind};
use crate::Manifest;

/// `datapackage.json`: which files there are, and for each column its type, unit and meaning.
pub(super) fn package(
    columns: &[Column<'_>],
    consultation: &Consultation,
    manifest: &Manifest,
    locale: &dyn Locale,
) -> Value {
    let say = |message: &basketry_texts::Message| message.say(locale, &[]);
    let schema = json!({
        "fields": columns.iter().map(field).collect::<Vec<_>>(),
        "primaryKey": ["ballot"],
        "missingValues": [""],
    });
    json!({
        "profile": "data-package",
        "name": name(consultation.reference.id.as_str()),
        "title": consultation.title,
        "description": say(&msg::EXPORT_DATA_PACKAGE),
        "basketry": manifest,
        "resources": [
            {
                "profile": "tabular-data-resource", "name": "ballots", "path": "ballots.csv", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "title": say(&msg::EXPORT_DATA_ROWS),
                "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true, "header": true },
                "schema": schema,
            },
            {
                "name": "ballots-parquet", "path": "ballots.parquet", "format": "parquet",
                "mediatype": "application/vnd.apache.parquet", "title": say(&msg::EXPORT_DATA_PARQUET),
                "schema": schema,
            },
        ],
    })
}

fn field(column: &Column<'_>) -> Value {
    let (kind, format) = match column.kind {
        Kind::Word => ("string", "default"),
        Kind::Whole => ("integer", "default"),
        Kind::Amount { .. } => ("number", "default"),
        Kind::YesNo => ("boolean", "default"),
        Kind::Minute => ("datetime", "default"),
    };
    let mut field = json!({
        "name": column.name, "type": kind, "format": format, "title": column.title, "description": column.meaning,
    });
    if let Some(unit) = &column.unit {
        field["unit"] = json!(unit);
    }
    if !column.words.is_empty() {
        field["constraints"] = json!({ "enum": column.words.iter().map(|(word, _)| word).collect::<Vec<_>>() });
        field["categories"] =
            column.words.iter().map(|(word, means)| json!({ "value": word, "label": means })).collect();
    }
    if column.name == "ballot" {
        field["constraints"] = json!({ "required": true, "unique": true });
    }
    field
}

/// A package's name is in small letters.
fn name(id: &str) -> String {
    id.to_lowercase()
}
