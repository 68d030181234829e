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
    /// A year, a month or a day.
    PartialDate,
    /// A currency code.
    Currency,
    /// A decimal number.
    Number,
}

type Read<T> = Result<T, Malformed>;

/// Where in the file we are. It is written out only when something is wrong there.
#[derive(Clone, Copy)]
enum At<'a> {
    File,
    Field(&'a At<'a>, &'static str),
    Entry(&'a At<'a>, usize),
}

impl At<'_> {
    fn field(&self, name: &'static str) -> At<'_> {
        At::Field(self, name)
    }

    fn path(&self) -> String {
        match self {
            Self::File => String::new(),
            Self::Field(Self::File, name) => (*name).to_owned(),
            Self::Field(of, name) => format!("{}.{name}", of.path()),
            Self::Entry(of, index) => format!("{}[{index}]", of.path()),
        }
    }

    #[cold]
    fn malformed(&self, kind: MalformedKind, text: &str) -> Malformed {
        Malformed { path: self.path(), kind, text: text.to_owned() }
    }
}

fn parse<T: FromStr>(text: &str, kind: MalformedKind, at: At<'_>) -> Read<T> {
    text.parse().map_err(|_| at.malformed(kind, text))
}

fn id<T: FromStr>(text: &str, at: At<'_>) -> Read<T> {
    parse(text, MalformedKind::Id, at)
}

/// Converts each entry of a list, telling it where it is.
fn each<R, T>(list: At<'_>, records: Vec<R>, one: impl Fn(R, At<'_>) -> Read<T>) -> Read<Vec<T>> {
    let mut all = Vec::with_capacity(records.len());
    for (index, record) in records.into_iter().enumerate() {
        all.push(one(record, At::Entry(&list, index))?);
    }
    Ok(all)
}

fn ids<T: FromStr>(list: At<'_>, texts: Vec<String>) -> Read<Vec<T>> {
    each(list, texts, |text, at| id(&text, at))
}

impl<B: Into<RichText>> ConsultationRecord<B> {
    /// The consultation in the record's language. `digest` identifies the file's content.
    pub fn into_domain(self, digest: String) -> Read<Consultation> {
        let file = At::File;
        Ok(Consultation {
            reference: Reference { id: id(&self.id, file.field("id"))?, revision: self.revision, digest },
            language: id(&self.language, file.field("language"))?,
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
                currency: parse(
                    &self.budget.currency,
                    MalformedKind::Currency,
                    file.field("budget").field("currency"),
                )?,
                note: self.budget.note,
                illustrative: self.budget.illustrative,
            },
            period: domain::Period {
                from: parse(&self.period.from, MalformedKind::Date, file.field("period").field("from"))?,
                to: parse(&self.period.to, MalformedKind::Date, file.field("period").field("to"))?,
            },
            sections: each(file.field("sections"), self.sections, |section, at| {
                Ok(domain::Section {
                    id: id(&section.id, at.field("id"))?,
                    name: section.name,
                    description: section.description,
                    population: section.population,
                })
            })?,
            workshops: each(file.field("workshops"), self.workshops, workshop)?,
            agencies: each(file.field("agencies"), self.agencies, |agency, at| {
                Ok(domain::Agency { id: id(&agency.id, at.field("id"))?, name: agency.name })
            })?,
            outcomes: each(file.field("outcomes"), self.outcomes, outcome)?,
            areas: each(file.field("areas"), self.areas, area)?,
            items: each(file.field("items"), self.items, item)?,
            tensions: each(file.field("tensions"), self.tensions, tension)?,
            arguments: each(file.field("arguments"), self.arguments, argument)?,
            questions: each(file.field("questions"), self.questions, question)?,
            agenda: self
                .agenda
                .into_iter()
                .map(|s| domain::Stage { kind: s.stage.into(), minutes: s.minutes })
                .collect(),
        })
    }
}

fn workshop(record: WorkshopRecord, at: At<'_>) -> Read<domain::Workshop> {
    let date = |text: String| parse(&text, MalformedKind::Date, at.field("date"));
    Ok(domain::Workshop {
        id: id(&record.id, at.field("id"))?,
        section: id(&record.section, at.field("section"))?,
        name: record.name,
        place: record.place,
        date: record.date.map(date).transpose()?,
        tables: record.tables,
    })
}

fn outcome(record: OutcomeRecord, at: At<'_>) -> Read<domain::Outcome> {
    let baseline = record.baseline.map(|reading| target(reading, at.field("baseline"))).transpose()?;
    Ok(domain::Outcome {
        id: id(&record.id, at.field("id"))?,
        name: record.name,
        measure: record.measure,
        baseline,
        target: record.target.map(|reading| target(reading, at.field("target"))).transpose()?,
        illustrative: record.illustrative,
    })
}

fn target(record: TargetRecord, at: At<'_>) -> Read<domain::Target> {
    Ok(domain::Target {
        value: parse(&record.value, MalformedKind::Number, at.field("value"))?,
        unit: record.unit,
        date: parse(&record.date, MalformedKind::PartialDate, at.field("date"))?,
    })
}

fn area<B: Into<RichText>>(record: AreaRecord<B>, at: At<'_>) -> Read<domain::Area> {
    let sheet = record.fact_sheet;
    Ok(domain::Area {
        id: id(&record.id, at.field("id"))?,
        name: record.name,
        summary: record.summary,
        pictogram: record.pictogram,
        lead: id(&record.lead, at.field("lead"))?,
        fact_sheet: domain::FactSheet {
            revision: sheet.revision,
            body: sheet.body.into(),
            figures: each(at.field("fact_sheet").field("figures"), sheet.figures, figure)?,
        },
    })
}

fn figure(record: FigureRecord, at: At<'_>) -> Read<domain::Figure> {
    Ok(domain::Figure {
        label: record.label,
        value: parse(&record.value, MalformedKind::Number, at.field("value"))?,
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

fn item(record: ItemRecord, at: At<'_>) -> Read<domain::Item> {
    Ok(domain::Item {
        id: id(&record.id, at.field("id"))?,
        area: id(&record.area, at.field("area"))?,
        name: record.name,
        description: record.description,
        pictogram: record.pictogram,
        illustrative: record.illustrative,
        lead: id(&record.lead, at.field("lead"))?,
        partners: ids(at.field("partners"), record.partners)?,
        levels: record
            .levels
            .into_iter()
            .map(|level| domain::Level { name: level.name, cost: Money::from_minor(level.cost) })
            .collect(),
        outcomes: ids(at.field("outcomes"), record.outcomes)?,
        spillovers: each(at.field("spillovers"), record.spillovers, |spillover, at| {
            Ok(domain::Spillover {
                agency: id(&spillover.agency, at.field("agency"))?,
                saving: Money::from_minor(spillover.saving),
                note: spillover.note,
            })
        })?,
        requires: ids(at.field("requires"), record.requires)?,
        excludes: ids(at.field("excludes"), record.excludes)?,
    })
}

fn tension(record: TensionRecord, at: At<'_>) -> Read<domain::Tension> {
    Ok(domain::Tension {
        id: id(&record.id, at.field("id"))?,
        title: record.title,
        evidence: record.evidence,
        another_way: record.another_way,
        when: each(at.field("when"), record.when, |choice, at| {
            Ok(domain::Choice { item: id(&choice.item, at.field("item"))?, level: choice.level })
        })?,
    })
}

fn argument(record: ArgumentRecord, at: At<'_>) -> Read<domain::Argument> {
    let about = at.field("about");
    Ok(domain::Argument {
        id: id(&record.id, at.field("id"))?,
        about: match record.about {
            SubjectRecord::Area(text) => domain::Subject::Area(id(&text, about)?),
            SubjectRecord::Item(text) => domain::Subject::Item(id(&text, about)?),
        },
        side: match record.side {
            SideRecord::For => domain::Side::For,
            SideRecord::Against => domain::Side::Against,
        },
        text: record.text,
    })
}

fn question(record: QuestionRecord, at: At<'_>) -> Read<domain::ParticipantQuestion> {
    Ok(domain::ParticipantQuestion {
        id: id(&record.id, at.field("id"))?,
        text: record.text,
        options: each(at.field("options"), record.options, |option, at| {
            Ok(domain::QuestionOption { id: id(&option.id, at.field("id"))?, text: option.text })
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
