//! Sections side by side, and which of them are too small to be shown.

use basketry_tally::{GroupId, Grouping, View};

use crate::context::Context;
use crate::report::Absent;
use crate::words::say;
use basketry_texts::{Message, msg};

/// Figures of fewer people than this are held back in charts by section or table.
pub const SMALLEST: usize = 5;

/// The part of the ballots that one section gave.
pub(crate) struct Group<'a> {
    /// The section and its base: "Older people (12)".
    pub(crate) name: String,
    pub(crate) view: View<'a>,
    /// Whether its figures are held back.
    pub(crate) held: bool,
}

/// The sections with anybody in the base, in the file's order; or why there is nothing to compare.
pub(crate) fn groups<'a>(
    context: &Context<'a>,
    view: &View<'a>,
    base: impl Fn(&View<'_>) -> usize,
    (id, title): (&str, &Message),
) -> Result<Vec<Group<'a>>, Absent> {
    let consultation = view.consultation();
    let sections = view.groups(&Grouping::Section).with_rest().map(|(section, part)| (section, base(&part), part));
    let sections: Vec<_> = sections.filter(|(_, size, _)| *size > 0).collect();
    if sections.len() < 2 {
        return Err(context.absent(id, title, &msg::RESULTS_ABSENT_ONE_SECTION));
    }
    let held = hold_back(&sections.iter().map(|(_, size, _)| *size).collect::<Vec<_>>());
    if held.iter().all(|held| *held) {
        return Err(context.absent(id, title, &msg::RESULTS_ABSENT_SMALL_SECTIONS));
    }
    let name = |id: &Option<GroupId>| {
        let known = consultation.sections.iter().find(|section| *id == Some(GroupId::Section(section.id.clone())));
        known.map_or_else(|| say!(context.words, RESULTS_NO_SECTION), |section| section.name.clone())
    };
    let group = |((section, size, view), held): ((Option<_>, usize, View<'a>), bool)| Group {
        name: say!(context.words, RESULTS_SECTION_COLUMN, section = name(&section), n = size),
        view,
        held,
    };
    Ok(sections.into_iter().zip(held).map(group).collect())
}

/// Why sections are held back, when any are.
pub(crate) fn held_back_note(context: &Context<'_>, groups: &[Group<'_>]) -> Option<String> {
    groups.iter().any(|group| group.held).then(|| say!(context.words, RESULTS_NOTE_HELD_BACK, smallest = SMALLEST))
}

/// Whether a chart of `view` would show too few people, or give away those it leaves out when it is put beside charts
/// of the `whole` and of other sections.
pub(crate) fn part_is_small(whole: &View<'_>, view: &View<'_>, people: impl Fn(&View<'_>) -> usize) -> bool {
    let (here, all) = (people(view), people(whole));
    if here == 0 || view.ballots().len() == whole.ballots().len() {
        return false;
    }
    let elsewhere = all.saturating_sub(here);
    if here < SMALLEST || (1..SMALLEST).contains(&elsewhere) {
        return true;
    }
    let sections: Vec<_> = whole.groups(&Grouping::Section).with_rest().filter(|(_, part)| people(part) > 0).collect();
    let held = hold_back(&sections.iter().map(|(_, part)| people(part)).collect::<Vec<_>>());
    let consultation = view.consultation();
    let in_view = |section: &Option<GroupId>| {
        view.ballots().any(|counted| counted.section(consultation).map(GroupId::Section) == *section)
    };
    sections.iter().zip(held).any(|((section, _), held)| held && in_view(section))
}

/// Which groups are held back: those below [`SMALLEST`], and others until those held back are together no longer
/// below it. Otherwise the figure of all, less the figures shown, would give a small group away.
fn hold_back(sizes: &[usize]) -> Vec<bool> {
    let mut held: Vec<bool> = sizes.iter().map(|size| *size < SMALLEST).collect();
    loop {
        let together: usize = sizes.iter().zip(&held).filter(|(_, held)| **held).map(|(size, _)| size).sum();
        if together == 0 || together >= SMALLEST {
            return held;
        }
        let shown = (0..sizes.len()).filter(|place| !held[*place]).min_by_key(|place| sizes[*place]);
        let Some(smallest) = shown else { return held };
        held[smallest] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_section_is_never_held_back_alone() {
        assert_eq!(hold_back(&[5, 6, 7]), [false, false, false]);
        assert_eq!(hold_back(&[4, 9, 6]), [true, false, true]);
        assert_eq!(hold_back(&[2, 3, 9]), [true, true, false]);
        assert_eq!(hold_back(&[1, 2]), [true, true]);
    }

    proptest! {
        #[test]
        fn what_is_held_back_cannot_be_worked_out(sizes in prop::collection::vec(1_usize..12, 0..8)) {
            let held = hold_back(&sizes);
            let together: usize = sizes.iter().zip(&held).filter(|(_, held)| **held).map(|(size, _)| size).sum();
            let all = held.iter().all(|held| *held);
            prop_assert!(together == 0 || together >= SMALLEST || all);
            prop_assert!(sizes.iter().zip(&held).all(|(size, held)| *held || *size >= SMALLEST));
        }
    }
}
