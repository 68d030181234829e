//! Record to domain. A field that is no id, date, currency or number is refused with its path.

use std::str::FromStr;

use basketry_domain as domain;
use basketry_domain::{Consultation, Money, Reference, RichText};

use super::record::{
    AreaRecord, ArgumentRecord, ConsultationRecord, FigureKindRecord, FigureRecord, ItemRecord, OutcomeRecord,
    QuestionRecord, SideRecord, StageKindRecord, SubjectRecord, TargetRecord, TensionRecord, WorkshopRecord,
};

/// A field whose text cannot be what the field is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The path in the file.
    pub path: String,
    /// What it should be.
    pub kind: MalformedKind,
    /// What it is.
    pub text: String,
}

/// What a text should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MalformedKind {
    /// An id.
    Id,
    /// A date.
    Date,
    /// A currency code.
    Currency,
    /// A decimal number.
    Number,
}

type Read<T> = Result<T, Malformed>;

fn parse<T: FromStr>(text: &str, kind: MalformedKind, path: &str) -> Read<T> {
    text.parse().map_err(|_| Malformed { path: path.to_owned(), kind, text: text.to_owned() })
}

fn id<T: FromStr>(text: &str, path: &str) -> Read<T> {
    parse(text, MalformedKind::Id, path)
}

/// Converts each entry of a list, telling it its path.
fn each<R, T>(list: &str, records: Vec<R>, one: impl Fn(R, &str) -> Read<T>) -> Read<Vec<T>> {
    records.into_iter().enumerate().map(|(index, record)| one(record, &format!("{list}[{index}]"))).collect()
}

fn ids<T: FromStr>(list: &str, texts: Vec<String>) -> Read<Vec<T>> {
    each(list, texts, |text, path| id(&text, path))
}

impl<B: Into<RichText>> ConsultationRecord<B> {
    /// The consultation in the record's language. `digest` identifies the file's content.
    pub fn into_domain(self, digest: String) -> Read<Consultation> {
        Ok(Consultation {
            reference: Reference { id: id(&self.id, "id")?, revision: self.revision, digest },
            language: id(&self.language, "language")?,
            title: self.title,
            question: self.question,
            introduction: self.introduction.into(),
            illustrative: self.illustrative,
            organiser: domain::Organiser {
                name: self.organiser.name,
                contact: self.organiser.contact,
                complaints: self.organiser.complaints,
                privacy: self.organiser.privacy.into(),
            },
            budget: domain::Budget {
                amount: Money::from_minor(self.budget.amount),
                currency: parse(&self.budget.currency, MalformedKind::Currency, "budget.currency")?,
                note: self.budget.note,
                illustrative: self.budget.illustrative,
            },
            period: domain::Period {
                from: parse(&self.period.from, MalformedKind::Date, "period.from")?,
                to: parse(&self.period.to, MalformedKind::Date, "period.to")?,
            },
            sections: each("sections", self.sections, |section, path| {
                Ok(domain::Section {
                    id: id(&section.id, &format!("{path}.id"))?,
                    name: section.name,
                    description: section.description,
                    population: section.population,
                })
            })?,
            workshops: each("workshops", self.workshops, workshop)?,
            agencies: each("agencies", self.agencies, |agency, path| {
                Ok(domain::Agency { id: id(&agency.id, &format!("{path}.id"))?, name: agency.name })
            })?,
            outcomes: each("outcomes", self.outcomes, outcome)?,
            areas: each("areas", self.areas, area)?,
            items: each("items", self.items, item)?,
            tensions: each("tensions", self.tensions, tension)?,
            arguments: each("arguments", self.arguments, argument)?,
            questions: each("questions", self.questions, question)?,
            agenda: self
                .agenda
                .into_iter()
                .map(|s| domain::Stage { kind: s.stage.into(), minutes: s.minutes })
                .collect(),
        })
    }
}

fn workshop(record: WorkshopRecord, path: &str) -> Read<domain::Workshop> {
    let date = |text: String| parse(&text, MalformedKind::Date, &format!("{path}.date"));
    Ok(domain::Workshop {
        id: id(&record.id, &format!("{path}.id"))?,
        section: id(&record.section, &format!("{path}.section"))?,
        name: record.name,
        place: record.place,
        date: record.date.map(date).transpose()?,
        tables: record.tables,
    })
}

fn outcome(record: OutcomeRecord, path: &str) -> Read<domain::Outcome> {
    let baseline = record.baseline.map(|reading| target(reading, &format!("{path}.baseline"))).transpose()?;
    Ok(domain::Outcome {
        id: id(&record.id, &format!("{path}.id"))?,
        name: record.name,
        measure: record.measure,
        baseline,
        target: record.target.map(|reading| target(reading, &format!("{path}.target"))).transpose()?,
        illustrative: record.illustrative,
    })
}

fn target(record: TargetRecord, path: &str) -> Read<domain::Target> {
    Ok(domain::Target {
        value: parse(&record.value, MalformedKind::Number, &format!("{path}.value"))?,
        unit: record.unit,
        date: parse(&record.date, MalformedKind::Date, &format!("{path}.date"))?,
    })
}

fn area<B: Into<RichText>>(record: AreaRecord<B>, path: &str) -> Read<domain::Area> {
    let sheet = record.fact_sheet;
    Ok(domain::Area {
        id: id(&record.id, &format!("{path}.id"))?,
        name: record.name,
        summary: record.summary,
        pictogram: record.pictogram,
        lead: id(&record.lead, &format!("{path}.lead"))?,
        fact_sheet: domain::FactSheet {
            revision: sheet.revision,
            body: sheet.body.into(),
            figures: each(&format!("{path}.fact_sheet.figures"), sheet.figures, figure)?,
        },
    })
}

fn figure(record: FigureRecord, path: &str) -> Read<domain::Figure> {
    Ok(domain::Figure {
        label: record.label,
        value: parse(&record.value, MalformedKind::Number, &format!("{path}.value"))?,
        unit: record.unit,
        year: record.year,
        source: record.source,
        kind: match record.kind {
            FigureKindRecord::Input => domain::FigureKind::Input,
            FigureKindRecord::Output => domain::FigureKind::Output,
            FigureKindRecord::Outcome => domain::FigureKind::Outcome,
            FigureKindRecord::Proxy => domain::FigureKind::Proxy,
            FigureKindRecord::Satisfaction => domain::FigureKind::Satisfaction,
        },
        illustrative: record.illustrative,
        note: record.note,
    })
}

fn item(record: ItemRecord, path: &str) -> Read<domain::Item> {
    let field = |name: &str| format!("{path}.{name}");
    Ok(domain::Item {
        id: id(&record.id, &field("id"))?,
        area: id(&record.area, &field("area"))?,
        name: record.name,
        description: record.description,
        pictogram: record.pictogram,
        illustrative: record.illustrative,
        lead: id(&record.lead, &field("lead"))?,
        partners: ids(&field("partners"), record.partners)?,
        levels: record
            .levels
            .into_iter()
            .map(|level| domain::Level { name: level.name, cost: Money::from_minor(level.cost) })
            .collect(),
        outcomes: ids(&field("outcomes"), record.outcomes)?,
        spillovers: each(&field("spillovers"), record.spillovers, |spillover, path| {
            Ok(domain::Spillover {
                agency: id(&spillover.agency, &format!("{path}.agency"))?,
                saving: Money::from_minor(spillover.saving),
                note: spillover.note,
            })
        })?,
        requires: ids(&field("requires"), record.requires)?,
        excludes: ids(&field("excludes"), record.excludes)?,
    })
}

fn tension(record: TensionRecord, path: &str) -> Read<domain::Tension> {
    Ok(domain::Tension {
        id: id(&record.id, &format!("{path}.id"))?,
        title: record.title,
        evidence: record.evidence,
        another_way: record.another_way,
        when: each(&format!("{path}.when"), record.when, |choice, path| {
            Ok(domain::Choice { item: id(&choice.item, &format!("{path}.item"))?, level: choice.level })
        })?,
    })
}

fn argument(record: ArgumentRecord, path: &str) -> Read<domain::Argument> {
    let about = format!("{path}.about");
    Ok(domain::Argument {
        id: id(&record.id, &format!("{path}.id"))?,
        about: match record.about {
            SubjectRecord::Area(text) => domain::Subject::Area(id(&text, &about)?),
            SubjectRecord::Item(text) => domain::Subject::Item(id(&text, &about)?),
        },
        side: match record.side {
            SideRecord::For => domain::Side::For,
            SideRecord::Against => domain::Side::Against,
        },
        text: record.text,
    })
}

fn question(record: QuestionRecord, path: &str) -> Read<domain::ParticipantQuestion> {
    Ok(domain::ParticipantQuestion {
        id: id(&record.id, &format!("{path}.id"))?,
        text: record.text,
        options: each(&format!("{path}.options"), record.options, |option, path| {
            Ok(domain::QuestionOption { id: id(&option.id, &format!("{path}.id"))?, text: option.text })
        })?,
        several: record.several,
    })
}

impl From<StageKindRecord> for domain::StageKind {
    fn from(record: StageKindRecord) -> Self {
        match record {
            StageKindRecord::Welcome => Self::Welcome,
            StageKindRecord::FirstReaction => Self::FirstReaction,
            StageKindRecord::FactSheets => Self::FactSheets,
            StageKindRecord::TableBasket => Self::TableBasket,
            StageKindRecord::OwnBasket => Self::OwnBasket,
            StageKindRecord::ConsideredView => Self::ConsideredView,
            StageKindRecord::Close => Self::Close,
        }
    }
}
