//! Which fields of a consultation are texts for people, and so may be said in another language. Everything else (ids,
//! money, dates, figures, rules) is the same in all languages.
//!
//! Each record names all its fields here, on one side or the other: a new field does not compile until it is decided.

use std::collections::BTreeMap;

use super::{
    AgencyRecord, AreaRecord, ArgumentRecord, BudgetRecord, ConsultationRecord, FactSheetRecord, FigureRecord,
    ItemRecord, LevelRecord, OptionRecord, OrganiserRecord, OutcomeRecord, QuestionRecord, SectionRecord,
    SpilloverRecord, TargetRecord, TensionRecord, WorkshopRecord,
};

impl ConsultationRecord<String> {
    /// The texts for people by their paths, such as `areas.acute-care.name`. Entries of a list are named by their id,
    /// or by their place from 0 when they have none.
    pub(in crate::consultation) fn texts(&mut self) -> BTreeMap<String, &mut String> {
        let mut found = BTreeMap::new();
        self.add("", &mut found);
        found
    }

    /// Regular expressions of these paths, for the schema.
    #[cfg(feature = "schema")]
    pub(in crate::consultation) fn text_paths() -> Vec<String> {
        let mut found = Vec::new();
        <Self as Texts>::paths("^", &mut found);
        found.into_iter().map(|path| path + "$").collect()
    }
}

/// What holds texts for people.
trait Texts {
    /// Adds its texts; `at` is its own path.
    fn add<'a>(&'a mut self, at: &str, found: &mut BTreeMap<String, &'a mut String>);

    /// Adds the regular expressions of its texts' paths; `at` is that of its own.
    #[cfg(feature = "schema")]
    fn paths(at: &str, found: &mut Vec<String>);
}

/// An entry of a list.
trait Entry {
    /// Its id, by which it is named.
    fn id(&self) -> Option<&str>;

    /// What it is named by, as a regular expression.
    #[cfg(feature = "schema")]
    const NAME: &'static str;
}

impl Texts for String {
    fn add<'a>(&'a mut self, at: &str, found: &mut BTreeMap<String, &'a mut String>) {
        found.insert(at.to_owned(), self);
    }

    #[cfg(feature = "schema")]
    fn paths(at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
    }
}

impl<T: Texts> Texts for Option<T> {
    fn add<'a>(&'a mut self, at: &str, found: &mut BTreeMap<String, &'a mut String>) {
        if let Some(inner) = self {
            inner.add(at, found);
        }
    }

    #[cfg(feature = "schema")]
    fn paths(at: &str, found: &mut Vec<String>) {
        T::paths(at, found);
    }
}

impl<T: Texts + Entry> Texts for Vec<T> {
    fn add<'a>(&'a mut self, at: &str, found: &mut BTreeMap<String, &'a mut String>) {
        for (place, entry) in self.iter_mut().enumerate() {
            let name = entry.id().map_or_else(|| place.to_string(), str::to_owned);
            entry.add(&step(at, &name), found);
        }
    }

    #[cfg(feature = "schema")]
    fn paths(at: &str, found: &mut Vec<String>) {
        T::paths(&format!(r"{at}\.{}", T::NAME), found);
    }
}

fn step(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}

/// `Record, by id { fields that are or hold texts } not { all others }`.
macro_rules! texts {
    ($($record:ty $(, by $key:ident)? { $($text:ident),+ } not { $($other:ident),* })+) => {$(
        impl Texts for $record {
            fn add<'a>(&'a mut self, at: &str, found: &mut BTreeMap<String, &'a mut String>) {
                let Self { $($text,)+ $($other: _),* } = self;
                $($text.add(&step(at, stringify!($text)), found);)+
            }

            #[cfg(feature = "schema")]
            fn paths(at: &str, found: &mut Vec<String>) {
                /// The paths of a field, whose type is that of what `_field` gives.
                fn of<R, T: Texts>(_field: fn(&R) -> &T, at: &str, found: &mut Vec<String>) {
                    T::paths(at, found);
                }
                let dot = if at == "^" { "" } else { r"\." };
                $(of(|record: &Self| &record.$text, &format!("{at}{dot}{}", stringify!($text)), found);)+
            }
        }

        $(entry!($record, $key);)?
    )+};
}

macro_rules! entry {
    ($record:ty, id) => {
        impl Entry for $record {
            fn id(&self) -> Option<&str> {
                Some(&self.id)
            }

            #[cfg(feature = "schema")]
            const NAME: &'static str = "[A-Za-z0-9][A-Za-z0-9._-]*";
        }
    };
    ($record:ty, place) => {
        impl Entry for $record {
            fn id(&self) -> Option<&str> {
                None
            }

            #[cfg(feature = "schema")]
            const NAME: &'static str = "[0-9]+";
        }
    };
}

texts! {
    ConsultationRecord<String> {
        title, question, introduction, illustrative, organiser, budget, sections, workshops, agencies, outcomes, areas,
        items, tensions, arguments, questions
    } not { format, version, id, revision, language, period, agenda }
    OrganiserRecord<String> { name, contact, complaints, privacy } not {}
    BudgetRecord { note } not { amount, currency, illustrative }
    SectionRecord, by id { name, description } not { id, population }
    WorkshopRecord, by id { name, place } not { id, section, date, tables }
    AgencyRecord, by id { name } not { id }
    OutcomeRecord, by id { name, measure, baseline, target } not { id, illustrative }
    TargetRecord { unit } not { value, date }
    AreaRecord<String>, by id { name, summary, fact_sheet } not { id, pictogram, lead }
    FactSheetRecord<String> { body, figures } not { revision }
    FigureRecord, by place { label, unit, source, note } not { value, year, kind, illustrative }
    ItemRecord, by id { name, description, levels, spillovers } not {
        id, area, pictogram, illustrative, lead, partners, outcomes, requires, excludes
    }
    LevelRecord, by place { name } not { cost }
    SpilloverRecord, by place { note } not { agency, saving }
    TensionRecord, by id { title, evidence, another_way } not { id, when }
    ArgumentRecord, by id { text } not { id, about, side }
    QuestionRecord, by id { text, options } not { id, several }
    OptionRecord, by id { text } not { id }
}
