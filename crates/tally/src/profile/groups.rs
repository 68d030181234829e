//! Ballots in groups that can be compared.

use super::found::{Part, Parts};
use super::{GroupId, Grouping, Number, Placing, View};

/// Ballots in groups.
#[derive(Clone, Debug)]
pub struct Groups<'a> {
    /// Whether a ballot may be in several groups: the question allows several answers. If not, every ballot is in one
    /// group or in the rest.
    pub several: bool,
    /// How many ballots are in several groups.
    pub in_several: usize,
    /// Every group of the consultation in the file's order, also those without a ballot; tables by number.
    pub groups: Vec<Group<'a>>,
    /// The ballots of no group: those that do not say, or say something the consultation does not have, or give
    /// several answers where one is allowed.
    pub rest: View<'a>,
}

/// The ballots of one group.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// What they have in common.
    pub id: GroupId,
    /// The ballots.
    pub view: View<'a>,
}

impl<'a> Groups<'a> {
    /// Every group, and then the ballots of none.
    pub fn with_rest(self) -> impl Iterator<Item = (Option<GroupId>, View<'a>)> {
        let groups = self.groups.into_iter().map(|group| (Some(group.id), group.view));
        groups.chain([(None, self.rest)])
    }
}

impl<'a> View<'a> {
    /// The ballots in groups. There are none for a question the consultation does not ask.
    pub fn groups(&self, grouping: &Grouping) -> Groups<'a> {
        let placing = grouping.placing(self.consultation());
        let parts = match grouping {
            Grouping::Section => self.found().sections.get_or_init(|| self.parts(&placing)).clone(),
            _ => self.parts(&placing),
        };
        let group = |(id, part)| Group { id, view: self.of(part) };
        Groups {
            several: grouping.several(self.consultation()),
            in_several: parts.in_several,
            groups: placing.groups.into_iter().zip(parts.groups).map(group).collect(),
            rest: self.of(parts.rest),
        }
    }

    fn parts(&self, placing: &Placing<'_>) -> Parts {
        let mut parts: Vec<Vec<Number>> = vec![Vec::new(); placing.groups.len()];
        let (mut rest, mut in_several) = (Vec::new(), 0);
        let mut places = Vec::new();
        for counted in self.ballots() {
            places.clear();
            placing.put(counted, &mut places);
            match places.as_slice() {
                [] => rest.push(counted.number()),
                [_] => {}
                _ => in_several += 1,
            }
            for place in &places {
                parts[*place].push(counted.number());
            }
        }
        Parts { groups: parts.into_iter().map(Part::from).collect(), rest: rest.into(), in_several }
    }
}
