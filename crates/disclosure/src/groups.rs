//! Which groups of people are shown.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::threshold::Threshold;

/// People who are in the same groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The groups they are in, by number.
    pub groups: Vec<usize>,
    /// How many they are.
    pub people: u64,
}

/// People whom no group that is shown tells apart: an equivalence class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The kinds in it.
    pub kinds: Vec<usize>,
    /// The groups shown that they are in. None: nothing that is shown is about them.
    pub groups: Vec<usize>,
    /// How many they are.
    pub people: u64,
}

/// The groups that are shown, so that adding and subtracting their figures leads to nobody alone.
///
/// Every class but that of people in no group shown has at least as many people as the threshold. A figure that follows
/// from sums over groups shown and belongs to some people once each is about whole classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    kinds: Vec<Kind>,
    threshold: Threshold,
    shown: Vec<bool>,
    classes: Vec<Class>,
}

impl Groups {
    /// Takes groups in, the largest first and of equals that with the lower number, as long as no class gets too small.
    /// Those `published` before are in already, and stand however small what they tell apart.
    ///
    /// Groups shown at a threshold are shown at a lower one too.
    pub fn new(kinds: Vec<Kind>, count: usize, published: &[usize], threshold: Threshold) -> Self {
        let lower = Threshold::ALL.into_iter().rev().find(|lower| *lower < threshold);
        let allowed =
            lower.map_or_else(|| vec![true; count], |lower| Self::new(kinds.clone(), count, published, lower).shown);
        let kinds_in = |group: usize| kinds.iter().filter(move |kind| kind.groups.contains(&group));
        let people = |group: usize| kinds_in(group).map(|kind| kind.people).sum::<u64>();
        let mut shown: Vec<bool> = (0..count).map(|group| published.contains(&group)).collect();
        let mut classes = classes(&kinds, &shown);
        let mut candidates: Vec<usize> = (0..count).filter(|group| allowed[*group] && !shown[*group]).collect();
        candidates.sort_by_key(|group| Reverse(people(*group)));
        for group in candidates.into_iter().filter(|group| !threshold.is_small(people(*group))) {
            shown[group] = true;
            let with_it = self::classes(&kinds, &shown);
            let told_apart = |class: &&Class| !class.groups.is_empty() && !known(&classes, class);
            if with_it.iter().filter(told_apart).any(|class| threshold.is_small(class.people)) {
                shown[group] = false;
            } else {
                classes = with_it;
            }
        }
        Self { kinds, threshold, shown, classes }
    }

    /// Whether a group is shown.
    pub fn is_shown(&self, group: usize) -> bool {
        self.shown.get(group).copied().unwrap_or(false)
    }

    /// How many groups there are, shown or not.
    pub fn count(&self) -> usize {
        self.shown.len()
    }

    /// The kinds of people as they were given.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The classes with anybody in them.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The classes that a group is made of.
    pub fn classes_in(&self, group: usize) -> Vec<usize> {
        let places = self.classes.iter().enumerate();
        places.filter(|(_, class)| class.groups.contains(&group)).map(|(place, _)| place).collect()
    }

    /// The threshold.
    pub fn threshold(&self) -> Threshold {
        self.threshold
    }
}

/// Whether a class was told apart before, so that nothing is lost now: the same people, and something was shown of
/// them.
fn known(before: &[Class], class: &Class) -> bool {
    before.iter().any(|old| !old.groups.is_empty() && old.kinds == class.kinds)
}

fn classes(kinds: &[Kind], shown: &[bool]) -> Vec<Class> {
    let mut classes: BTreeMap<Vec<usize>, Class> = BTreeMap::new();
    for (place, kind) in kinds.iter().enumerate().filter(|(_, kind)| kind.people > 0) {
        let mut groups: Vec<usize> = kind.groups.iter().copied().filter(|group| shown[*group]).collect();
        groups.sort_unstable();
        groups.dedup();
        let class = classes.entry(groups.clone()).or_insert(Class { kinds: Vec::new(), groups, people: 0 });
        class.kinds.push(place);
        class.people += kind.people;
    }
    classes.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everybody is group 0, and each section one of its own.
    fn sections(sizes: &[u64], threshold: Threshold) -> Vec<bool> {
        let kind = |(place, people): (usize, &u64)| Kind { groups: vec![0, place + 1], people: *people };
        let kinds = sizes.iter().enumerate().map(kind).collect();
        let groups = Groups::new(kinds, sizes.len() + 1, &[], threshold);
        (0..=sizes.len()).map(|group| groups.is_shown(group)).collect()
    }

    #[test]
    fn a_small_section_is_never_held_back_alone() {
        assert_eq!(sections(&[5, 6, 7], Threshold::Five), [true; 4]);
        assert_eq!(sections(&[4, 9, 6], Threshold::Five), [true, false, true, false]);
        assert_eq!(sections(&[2, 3, 9], Threshold::Five), [true, false, false, true]);
        assert_eq!(sections(&[1, 2], Threshold::Five), [false; 3]);
        assert_eq!(sections(&[20, 12, 7], Threshold::Ten), [true, true, false, false]);
    }

    #[test]
    fn what_two_filters_have_in_common_is_not_too_small() {
        // Sections 1 and 2, channels 3 and 4. Only three of section 1 came by channel 4.
        let kind = |groups: [usize; 3], people| Kind { groups: groups.to_vec(), people };
        let kinds = vec![kind([0, 1, 3], 30), kind([0, 1, 4], 3), kind([0, 2, 3], 20), kind([0, 2, 4], 25)];
        let groups = Groups::new(kinds, 5, &[], Threshold::Ten);
        // Everybody, and the channel with most; either section would show who of the three it is.
        assert_eq!([0, 1, 2, 3, 4].map(|group| groups.is_shown(group)), [true, false, false, true, true]);
        assert!(groups.classes().iter().all(|class| class.people >= 10));
    }

    #[test]
    fn those_who_came_since_an_earlier_publication_are_a_group_too() {
        let since = |people| {
            let kinds = vec![Kind { groups: vec![0, 1], people: 40 }, Kind { groups: vec![0], people }];
            Groups::new(kinds, 2, &[1], Threshold::Ten).is_shown(0)
        };
        assert_eq!([0, 1, 9, 10].map(since), [true, false, false, true]);
    }
}
