//! Ballots in groups that can be compared.

use std::collections::BTreeMap;

use super::{Counted, GroupId, Grouping, View};

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
        let consultation = self.consultation();
        let ids = grouping.all(consultation);
        let mut parts: BTreeMap<&GroupId, Vec<&'a Counted>> = ids.iter().map(|id| (id, Vec::new())).collect();
        let (mut rest, mut in_several) = (Vec::new(), 0);
        for counted in self.ballots() {
            let mut times = 0;
            for id in grouping.of(consultation, counted) {
                if let Some(part) = parts.get_mut(&id) {
                    part.push(*counted);
                    times += 1;
                }
            }
            match times {
                0 => rest.push(*counted),
                1 => {}
                _ => in_several += 1,
            }
        }
        let group = |id: &GroupId| {
            let ballots = parts.get(id).cloned().unwrap_or_default();
            Group { id: id.clone(), view: View::new(consultation, ballots) }
        };
        Groups {
            several: grouping.several(consultation),
            in_several,
            groups: ids.iter().map(group).collect(),
            rest: View::new(consultation, rest),
        }
    }
}
