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

    /// Every group there is, and what puts ballots into them.
    pub(crate) fn placing<'c>(&'c self, consultation: &'c Consultation) -> Placing<'c> {
        let groups = self.all(consultation);
        let mut first = 0;
        let tables = consultation.workshops.iter().map(|workshop| {
            let at = first;
            first += usize::from(workshop.tables);
            (at, workshop.tables)
        });
        Placing { grouping: self, tables: tables.collect(), several: self.several(consultation), groups }
    }

    /// Every group there is, in the file's order; tables by number.
    fn all(&self, consultation: &Consultation) -> Vec<GroupId> {
        let workshops = consultation.workshops.iter();
        match self {
            Self::Section => consultation.sections.iter().map(|section| GroupId::Section(section.id.clone())).collect(),
            Self::Workshop => workshops.map(|workshop| GroupId::Workshop(workshop.id.clone())).collect(),
            Self::Table => workshops
                .flat_map(|workshop| (1..=workshop.tables).map(|table| GroupId::Table(workshop.id.clone(), table)))
                .collect(),
            Self::Channel => CHANNELS.map(GroupId::Channel).into(),
            Self::Answer(id) => {
                let questions = consultation.questions.iter().filter(|question| &question.id == id);
                let options = questions.flat_map(|question| &question.options);
                options.map(|option| GroupId::Answer(option.id.clone())).collect()
            }
        }
    }
}

/// What puts ballots into groups, made ready.
pub(crate) struct Placing<'c> {
    grouping: &'c Grouping,
    /// Every group there is.
    pub(crate) groups: Vec<GroupId>,
    /// By workshop: the place of the group of its first table, and how many tables it has.
    tables: Vec<(usize, u16)>,
    several: bool,
}

impl Placing<'_> {
    /// Adds the places of the groups a ballot is in, ascending.
    pub(crate) fn put(&self, counted: Counted<'_>, places: &mut Vec<usize>) {
        let (at, before) = (counted.place(), places.len());
        match self.grouping {
            Grouping::Section => places.extend(at.section),
            Grouping::Workshop => places.extend(at.workshop),
            Grouping::Table => {
                let table = at.workshop.zip(counted.table()).and_then(|(workshop, table)| {
                    let (first, tables) = self.tables[workshop];
                    (1..=tables).contains(&table).then(|| first + usize::from(table) - 1)
                });
                places.extend(table);
            }
            Grouping::Channel => places.extend(CHANNELS.iter().position(|channel| *channel == counted.channel())),
            Grouping::Answer(question) => {
                let answer = counted.given().answers().find(|(asked, _)| asked == question);
                let Some((_, options)) = answer else { return };
                let given = |group: &GroupId| matches!(group, GroupId::Answer(option) if options.contains(option));
                let groups = self.groups.iter().enumerate();
                places.extend(groups.filter(|(_, group)| given(group)).map(|(place, _)| place));
                if places.len() > before + 1 && !self.several {
                    places.truncate(before);
                }
            }
        }
    }
}

const CHANNELS: [Channel; 3] = [Channel::Tablet, Channel::Paper, Channel::Online];

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
