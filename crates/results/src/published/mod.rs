//! What may be published, decided once for all charts of a consultation, whichever part of it is looked at.
//!
//! Every chart takes its counts and its groups from here. What they show of a section and of everybody follows from the
//! same tables, so that one picture beside another gives away no more than either.

mod base;
mod items;
mod points;
mod tables;

use basketry_disclosure::Threshold;
use basketry_domain::{SectionId, Voter};
use basketry_tally::{GroupId, Grouping, View};

pub(crate) use self::base::{Base, EVERYBODY, number, of_section};
pub(crate) use self::items::ItemCounts;
pub(crate) use self::points::Directions;
pub(crate) use self::tables::TableBaskets;

/// What may be published of the ballots of a consultation.
pub(crate) struct Published {
    pub(crate) threshold: Threshold,
    /// The group that is looked at.
    pub(crate) group: usize,
    /// Everybody who gave a ballot of their own.
    pub(crate) people: Base,
    /// Who answered both times.
    pub(crate) paired: Base,
    pub(crate) directions: Directions,
    /// Who filled a basket that keeps the rules.
    pub(crate) baskets: Base,
    /// In the file's order.
    pub(crate) items: Vec<ItemCounts>,
    pub(crate) tables: TableBaskets,
}

impl Published {
    /// `whole` is all ballots that are counted.
    pub(crate) fn new(whole: &View<'_>, section: Option<&SectionId>, threshold: Threshold) -> Self {
        let (parts, sound_parts) = (parts(whole), parts(&whole.sound()));
        let people = |part: &View<'_>| part.voters(Voter::Person);
        let points: Vec<_> = parts.iter().map(View::points).collect();
        let shares: Vec<_> = sound_parts.iter().map(|part| part.shares(Voter::Person)).collect();
        let paired = Base::new(points.iter().map(|points| points.paired), threshold);
        let baskets = Base::new(shares.iter().map(|shares| shares.baskets), threshold);
        let sections = &whole.consultation().sections;
        let place = |wanted: &SectionId| sections.iter().position(|section| section.id == *wanted);
        Self {
            threshold,
            // A section that is not there is as one of whom nothing is known.
            group: section.map_or(EVERYBODY, |wanted| place(wanted).map_or(usize::MAX, of_section)),
            people: Base::new(parts.iter().map(people), threshold),
            directions: Directions::new(&paired, &points),
            items: ItemCounts::all(&baskets, &shares),
            tables: TableBaskets::new(whole, threshold),
            paired,
            baskets,
        }
    }

    /// Whether all are looked at.
    pub(crate) fn everybody(&self) -> bool {
        self.group == EVERYBODY
    }

    /// Whether some people are too few to be shown.
    pub(crate) fn is_small(&self, people: usize) -> bool {
        self.threshold.is_small(number(people))
    }

    /// Whether the votes of all items in this group are shown, or held back as fewer than the threshold or all but so
    /// few. An order in which items come then says no more than that.
    pub(crate) fn order_allowed(&self) -> bool {
        self.items.iter().all(|item| item.is_plain(self.group))
    }
}

/// The ballots of each section in the file's order, and last those of none.
fn parts<'a>(view: &View<'a>) -> Vec<View<'a>> {
    let sections = &view.consultation().sections;
    let mut groups: Vec<(Option<GroupId>, View<'a>)> = view.groups(&Grouping::Section).with_rest().collect();
    let place = |id: &Option<GroupId>| match id {
        Some(GroupId::Section(id)) => sections.iter().position(|section| section.id == *id),
        _ => None,
    };
    groups.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
    groups.into_iter().map(|(_, part)| part).collect()
}
