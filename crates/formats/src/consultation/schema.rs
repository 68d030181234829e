//! The JSON Schema of the consultation file, made from the records themselves.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::read::Around;
use super::{ConsultationRecord, FORMAT, VERSION};

/// The JSON Schema (draft 2020-12). Whatever of the reader's rules a schema can say, it says.
pub fn schema() -> Value {
    let mut schema = Value::from(schemars::schema_for!(ConsultationRecord<String>));
    schema["title"] = Value::from("Basketry consultation");
    schema["properties"]["format"]["const"] = Value::from(FORMAT);
    schema["properties"]["version"]["const"] = Value::from(VERSION);
    let mut around = Value::from(schemars::schema_for!(Around));
    for part in ["properties", "$defs"] {
        if let (Some(own), Some(more)) = (schema[part].as_object_mut(), around[part].as_object_mut()) {
            own.append(more);
        }
    }
    // An editor would propose the empty default as an address.
    schema["properties"]["$schema"].as_object_mut().and_then(|field| field.remove("default"));
    // Sorted keys, whatever features of serde_json another crate turns on.
    schema.sort_all_objects();
    schema
}

/// The texts of one language, for the schema only: its paths are those the reader knows.
pub(super) struct Translation;

impl JsonSchema for Translation {
    fn schema_name() -> Cow<'static, str> {
        "Translation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let words = generator.subschema_for::<Words>();
        let paths: Map<String, Value> =
            ConsultationRecord::text_paths().into_iter().map(|path| (path, words.clone().into())).collect();
        json_schema!({
            "description": "Texts in another language by their paths.",
            "type": "object",
            "patternProperties": paths,
            "additionalProperties": false
        })
    }
}

/// Texts that not any text is, for the schema only: the records hold them as they stand in the file.
macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident = $rule:tt)+) => {$(
        $(#[doc = $doc])+
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($rule)
            }
        }
    )+};
}

texts! {
    /// A name of something.
    Id = {
        "description": "1 to 64 letters, digits, dots, hyphens and underscores; the first a letter or a digit.",
        "type": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
    }
    /// A day of the calendar; the schema lets a 29 February pass in any year.
    Day = {
        "description": "A day, as in 2001-07-31.",
        "type": "string",
        "pattern": "^[1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
    }
    /// A day, or a month or year of the calendar.
    PartialDay = {
        "description": "A year, a month or a day, as in 2001, 2001-07 or 2001-07-31.",
        "type": "string",
        "pattern": "^[1-9][0-9]{3}(-((0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?))?$"
    }
    /// A currency.
    CurrencyCode = {
        "description": "A currency by its three capitals (ISO 4217), as in GBP.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
    }
    /// An exact figure. Two patterns, because one would have to count digits on both sides of the point.
    Decimal = {
        "description": "A decimal number of at most 15 digits, as in -12.5.",
        "type": "string",
        "pattern": "^-?([0-9]{1,15}|[0-9]+\\.[0-9]+)$",
        "allOf": [{ "pattern": "^-?[0-9.]{1,16}$" }]
    }
    /// A text that people need.
    Words = {
        "description": "A text that is not blank.",
        "type": "string",
        "pattern": "\\S"
    }
}
