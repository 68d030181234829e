//! Changes the bodies of all formatted texts of a record, and nothing else.

use super::record::{AreaRecord, ConsultationRecord, FactSheetRecord, OrganiserRecord};

impl<B> ConsultationRecord<B> {
    /// The same record with other bodies.
    pub fn map_bodies<C>(self, body: &impl Fn(B) -> C) -> ConsultationRecord<C> {
        ConsultationRecord {
            introduction: body(self.introduction),
            organiser: OrganiserRecord {
                name: self.organiser.name,
                contact: self.organiser.contact,
                complaints: self.organiser.complaints,
                privacy: body(self.organiser.privacy),
            },
            areas: self.areas.into_iter().map(|area| area.map_body(body)).collect(),
            format: self.format,
            version: self.version,
            id: self.id,
            revision: self.revision,
            language: self.language,
            title: self.title,
            question: self.question,
            illustrative: self.illustrative,
            budget: self.budget,
            period: self.period,
            sections: self.sections,
            workshops: self.workshops,
            agencies: self.agencies,
            outcomes: self.outcomes,
            items: self.items,
            tensions: self.tensions,
            arguments: self.arguments,
            questions: self.questions,
            agenda: self.agenda,
        }
    }
}

impl<B> AreaRecord<B> {
    fn map_body<C>(self, body: &impl Fn(B) -> C) -> AreaRecord<C> {
        AreaRecord {
            fact_sheet: FactSheetRecord {
                revision: self.fact_sheet.revision,
                body: body(self.fact_sheet.body),
                figures: self.fact_sheet.figures,
            },
            id: self.id,
            name: self.name,
            summary: self.summary,
            pictogram: self.pictogram,
            lead: self.lead,
        }
    }
}
