//! Sections side by side, and which of them are shown.

use basketry_tally::{GroupId, Grouping, View};
use basketry_texts::{Message, msg};

use crate::context::Context;
use crate::published::{Base, EVERYBODY, of_section};
use crate::report::Absent;
use crate::words::say;

/// The part of the ballots that one section gave.
pub(crate) struct Group<'a> {
    /// The section, with its base where it is shown: "Older people (12)".
    pub(crate) name: String,
    /// Its number as tables have it.
    pub(crate) number: usize,
    pub(crate) view: View<'a>,
    /// Whether its figures are held back.
    pub(crate) held: bool,
}

/// The sections, in the file's order; or why there is nothing to compare.
///
/// A section of nobody is held back like one of few. People of whom no section is known are a section of their own where
/// they are shown; where they are not, nothing says that there are any.
pub(crate) fn groups<'a>(
    context: &Context<'a>,
    view: &View<'a>,
    base: &Base,
    (id, title): (&str, &Message),
) -> Result<Vec<Group<'a>>, Absent> {
    let consultation = view.consultation();
    // Of one section its neighbours are not told: they are told beside one another where everybody is looked at.
    if consultation.sections.len() < 2 || !context.published.everybody() {
        return Err(context.absent(id, title, &msg::RESULTS_ABSENT_ONE_SECTION));
    }
    let group = |(section, view): (Option<GroupId>, View<'a>)| {
        let known = consultation.sections.iter().position(|known| section == Some(GroupId::Section(known.id.clone())));
        let number = of_section(known.unwrap_or(consultation.sections.len()));
        let name = known.and_then(|place| consultation.sections.get(place));
        let name = name.map_or_else(|| say!(context.words, RESULTS_NO_SECTION), |section| section.name.clone());
        let held = !base.shows(number);
        let name = if held {
            name
        } else {
            say!(context.words, RESULTS_SECTION_COLUMN, section = name, n = base.size(number))
        };
        Group { name, number, view, held }
    };
    let groups = view.groups(&Grouping::Section).with_rest().map(group);
    let groups: Vec<Group<'_>> =
        groups.filter(|group| !group.held || group.number <= consultation.sections.len()).collect();
    if groups.iter().all(|group| group.held) {
        return Err(context.absent(id, title, &msg::RESULTS_ABSENT_SMALL_SECTIONS));
    }
    let shown: Vec<usize> = groups.iter().filter(|group| !group.held).map(|group| group.number).collect();
    if let [only] = shown[..]
        && base.size(only) == base.size(EVERYBODY)
    {
        return Err(context.absent(id, title, &msg::RESULTS_ABSENT_ONE_SECTION));
    }
    Ok(groups)
}
