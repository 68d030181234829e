//! What puts ballots into groups.

use std::fmt;

use basketry_domain::{Channel, Consultation, OptionId, QuestionId, SectionId, WorkshopId};

use super::Counted;

/// What puts ballots into groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The section their workshop represents.
    Section,
    /// Their workshop.
    Workshop,
    /// Their table: workshop and number.
    Table,
    /// How they were given.
    Channel,
    /// The answer to a participant question.
    Answer(QuestionId),
}

/// What the ballots of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupId {
    /// The section.
    Section(SectionId),
    /// The workshop.
    Workshop(WorkshopId),
    /// The workshop and the number of the table in it, from 1.
    Table(WorkshopId, u16),
    /// The channel.
    Channel(Channel),
    /// The answer to the question of the grouping.
    Answer(OptionId),
}

impl Grouping {
    /// Whether a ballot may be in several groups.
    pub fn several(&self, consultation: &Consultation) -> bool {
        let several = |id| consultation.questions.iter().any(|question| &question.id == id && question.several);
        matches!(self, Self::Answer(id) if several(id))
    }

    /// Every group there is, in the file's order; tables by number.
    pub(super) fn all(&self, consultation: &Consultation) -> Vec<GroupId> {
        let workshops = consultation.workshops.iter();
        match self {
            Self::Section => consultation.sections.iter().map(|section| GroupId::Section(section.id.clone())).collect(),
            Self::Workshop => workshops.map(|workshop| GroupId::Workshop(workshop.id.clone())).collect(),
            Self::Table => workshops
                .flat_map(|workshop| (1..=workshop.tables).map(|table| GroupId::Table(workshop.id.clone(), table)))
                .collect(),
            Self::Channel => [Channel::Tablet, Channel::Paper, Channel::Online].map(GroupId::Channel).into(),
            Self::Answer(id) => {
                let questions = consultation.questions.iter().filter(|question| &question.id == id);
                let options = questions.flat_map(|question| &question.options);
                options.map(|option| GroupId::Answer(option.id.clone())).collect()
            }
        }
    }

    /// What a ballot says of itself, whether or not the consultation has such a group.
    pub(super) fn of(&self, consultation: &Consultation, counted: &Counted) -> Vec<GroupId> {
        let ballot = &counted.ballot;
        let workshop = ballot.workshop.clone();
        let one = match self {
            Self::Section => counted.section(consultation).map(GroupId::Section),
            Self::Workshop => workshop.map(GroupId::Workshop),
            Self::Table => workshop.zip(ballot.table).map(|(workshop, table)| GroupId::Table(workshop, table)),
            Self::Channel => Some(GroupId::Channel(ballot.channel)),
            Self::Answer(id) => {
                let Some(answers) = ballot.answers.get(id) else { return Vec::new() };
                let given = |group: &GroupId| matches!(group, GroupId::Answer(option) if answers.contains(option));
                let given: Vec<GroupId> = self.all(consultation).into_iter().filter(given).collect();
                return if given.len() > 1 && !self.several(consultation) { Vec::new() } else { given };
            }
        };
        one.into_iter().collect()
    }
}

impl fmt::Display for Grouping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section => f.write_str("section"),
            Self::Workshop => f.write_str("workshop"),
            Self::Table => f.write_str("table"),
            Self::Channel => f.write_str("channel"),
            Self::Answer(question) => write!(f, "answer to {question}"),
        }
    }
}

impl fmt::Display for GroupId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(id) => write!(f, "section {id}"),
            Self::Workshop(id) => write!(f, "workshop {id}"),
            Self::Table(workshop, number) => write!(f, "table {number} of {workshop}"),
            Self::Channel(Channel::Tablet) => f.write_str("channel tablet"),
            Self::Channel(Channel::Paper) => f.write_str("channel paper"),
            Self::Channel(Channel::Online) => f.write_str("channel online"),
            Self::Answer(id) => write!(f, "answer {id}"),
        }
    }
}
