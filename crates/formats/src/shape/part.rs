//! Reads a JSON value, and remembers where it stopped.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::{Shape, Wanted};

/// A value to be read.
#[derive(Clone, Copy)]
pub(super) struct Part<'de>(pub(super) &'de Value);

/// A misfit on its way out: each level that it leaves adds its step.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) shape: Shape,
    /// The innermost first.
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Field(String),
    Entry(usize),
}

impl Fault {
    fn new(shape: Shape) -> Self {
        Self { shape, steps: Vec::new() }
    }

    fn inside(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    pub(super) fn path(&self) -> String {
        self.steps.iter().rev().fold(String::new(), |path, step| match step {
            Step::Field(name) if path.is_empty() => name.clone(),
            Step::Field(name) => format!("{path}.{name}"),
            Step::Entry(index) => format!("{path}[{index}]"),
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.path(), self.shape)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::new(Shape::Other)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Shape::Missing).inside(Step::Field(field.to_owned()))
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Self::new(Shape::Unknown { known }).inside(Step::Field(field.to_owned()))
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Self::new(Shape::Choice { known })
    }
}

impl Part<'_> {
    fn whole(self, least: i64, most: i64) -> Result<i64, Fault> {
        match self.0.as_i64() {
            Some(number) if (least..=most).contains(&number) => Ok(number),
            Some(_) => Err(Fault::new(Shape::Range { least, most })),
            None if self.0.is_u64() => Err(Fault::new(Shape::Range { least, most })),
            None => Err(Fault::new(Shape::Type(Wanted::Number))),
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $number:ty),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            visitor.visit_i64(self.whole(<$number>::MIN.into(), <$number>::MAX.into())?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Fault;

    /// No record leaves the type of a field open.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fault> {
        Err(Fault::new(Shape::Other))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Bool(truth) = self.0 else { return Err(Fault::new(Shape::Type(Wanted::Truth))) };
        visitor.visit_bool(*truth)
    }

    whole_numbers!(deserialize_u8: u8, deserialize_u16: u16, deserialize_u32: u32, deserialize_i64: i64);

    /// Counts; none needs the upper half of the type.
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_i64(self.whole(0, i64::MAX)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::String(text) = self.0 else { return Err(Fault::new(Shape::Type(Wanted::Text))) };
        visitor.visit_borrowed_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Array(entries) = self.0 else { return Err(Fault::new(Shape::Type(Wanted::List))) };
        visitor.visit_seq(Entries(entries.iter().enumerate()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Object(fields) = self.0 else { return Err(Fault::new(Shape::Type(Wanted::Fields))) };
        visitor.visit_map(Fields { rest: fields.iter(), open: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let no_choice = || Fault::new(Shape::Choice { known });
        match self.0 {
            Value::String(word) => {
                let word: StrDeserializer<'_, Fault> = word.as_str().into_deserializer();
                // A word that is known but needs a value beside it is no choice either.
                visitor.visit_enum(word).map_err(|_| no_choice())
            }
            Value::Object(fields) if fields.len() == 1 => {
                let chosen = visitor.visit_enum(MapAccessDeserializer::new(Fields { rest: fields.iter(), open: None }));
                // A word with a value beside it that can have none.
                chosen.map_err(|fault| if fault.shape == Shape::Other { no_choice() } else { fault })
            }
            _ => Err(no_choice()),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        identifier
    }

    /// A field that a record does not know, and does not refuse.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}

struct Entries<'de>(std::iter::Enumerate<std::slice::Iter<'de, Value>>);

impl<'de> SeqAccess<'de> for Entries<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some((index, value)) = self.0.next() else { return Ok(None) };
        seed.deserialize(Part(value)).map(Some).map_err(|fault| fault.inside(Step::Entry(index)))
    }
}

struct Fields<'de> {
    rest: serde_json::map::Iter<'de>,
    open: Option<(&'de String, &'de Value)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        self.open = self.rest.next();
        self.open.map(|(name, _)| seed.deserialize(name.as_str().into_deserializer())).transpose()
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        let (name, value) = self.open.take().ok_or_else(|| Fault::new(Shape::Other))?;
        seed.deserialize(Part(value)).map_err(|fault| fault.inside(Step::Field(name.clone())))
    }
}
