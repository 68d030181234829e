//! People with answers, and everything that is published of them.

use crate::attacker::Attacker;
use basketry_disclosure::{Before, Crosstab, Groups, Kind, Rows, Threshold};

/// People by kind, and their answers to questions.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) groups: usize,
    /// The groups of each kind.
    pub(crate) kinds: Vec<Vec<usize>>,
    /// By question, then row, then kind. Every question is answered by everybody.
    pub(crate) answers: Vec<Rows>,
}

/// What is published of a world at a threshold.
pub(crate) struct Published {
    pub(crate) groups: Groups,
    pub(crate) tables: Vec<Crosstab>,
}

impl Published {
    pub(crate) fn shown(&self) -> Vec<usize> {
        (0..self.groups.count()).filter(|group| self.groups.is_shown(*group)).collect()
    }
}

impl World {
    pub(crate) fn people(&self) -> Vec<Kind> {
        let size = |kind: usize| self.answers[0].counts.iter().map(|row| row[kind]).sum();
        let kinds = self.kinds.iter().enumerate();
        kinds.map(|(place, groups)| Kind { groups: groups.clone(), people: size(place) }).collect()
    }

    pub(crate) fn publish(&self, threshold: Threshold) -> Published {
        self.publish_after(threshold, &[], &|_| &|_, _| None)
    }

    /// `before` says for each question what was shown.
    pub(crate) fn publish_after<'a>(
        &self,
        threshold: Threshold,
        published: &[usize],
        before: &dyn Fn(usize) -> Before<'a>,
    ) -> Published {
        let groups = Groups::new(self.people(), self.groups, published, threshold);
        let answers = self.answers.iter().enumerate();
        let tables = answers.map(|(place, rows)| Crosstab::new(&groups, rows, before(place)).unwrap()).collect();
        Published { groups, tables }
    }

    /// How many unknown counts there are: answers by question, row and kind.
    fn unknown(&self) -> usize {
        self.answers.iter().map(|rows| rows.counts.len()).sum::<usize>() * self.kinds.len()
    }

    /// The unknown counts of a row in some kinds; a row may be a subtotal.
    fn places(&self, question: usize, row: usize, kinds: &[usize]) -> Vec<usize> {
        let before: usize = self.answers[..question].iter().map(|rows| rows.counts.len()).sum();
        let rows = &self.answers[question];
        let parts = row.checked_sub(rows.counts.len()).map_or_else(|| vec![row], |at| rows.subtotals[at].clone());
        let place = |row: usize| kinds.iter().map(move |kind| (before + row) * self.kinds.len() + kind);
        parts.into_iter().flat_map(place).collect()
    }

    fn count(&self, question: usize, row: usize, kinds: &[usize]) -> u64 {
        let rows = &self.answers[question];
        let start = self.places(question, 0, &[0])[0];
        let one = |place: &usize| rows.counts[(place - start) / self.kinds.len()][place % self.kinds.len()];
        self.places(question, row, kinds).iter().map(one).sum()
    }

    fn members(&self, group: usize) -> Vec<usize> {
        (0..self.kinds.len()).filter(|kind| self.kinds[*kind].contains(&group)).collect()
    }

    /// Learns everything that `published` says, and that everybody answers every question once.
    pub(crate) fn tell(&self, attacker: &mut Attacker, published: &Published) {
        for group in published.shown() {
            self.tell_group(attacker, group, &|question, row| published.tables[question].shown(row, group));
        }
    }

    /// Learns the size of a group, and the counts that `shown` tells of it.
    pub(crate) fn tell_group(
        &self,
        attacker: &mut Attacker,
        group: usize,
        shown: &dyn Fn(usize, usize) -> Option<u64>,
    ) {
        let kinds = self.members(group);
        let size = kinds.iter().map(|kind| self.people()[*kind].people).sum();
        for (question, rows) in self.answers.iter().enumerate() {
            let everybody = (0..rows.counts.len()).flat_map(|row| self.places(question, row, &kinds)).collect();
            attacker.learns(everybody, size);
            for (row, count) in (0..rows.count()).filter_map(|row| Some((row, shown(question, row)?))) {
                assert_eq!(count, self.count(question, row, &kinds), "what is shown is true");
                attacker.learns(self.places(question, row, &kinds), count);
            }
        }
    }

    /// Somebody who knows of every kind that its people are the same in every question, and nothing else.
    pub(crate) fn attacker(&self) -> Attacker {
        let answers = self.unknown();
        let mut attacker = Attacker::of(answers + self.kinds.len());
        for (question, rows) in self.answers.iter().enumerate() {
            for kind in 0..self.kinds.len() {
                let all = (0..rows.counts.len()).flat_map(|row| self.places(question, row, &[kind])).collect();
                attacker.learns_equal(all, answers + kind);
            }
        }
        attacker
    }

    /// Attacks every count of every group, shown or not, of the people of one kind, and of those who are in two groups
    /// that are shown or in one without the other. What comes out is what was found.
    pub(crate) fn attack(&self, attacker: &Attacker, threshold: Threshold, shown: &[usize]) -> Vec<String> {
        let mut found = Vec::new();
        for kinds in self.sets(shown) {
            for (question, rows) in self.answers.iter().enumerate() {
                for row in 0..rows.count() {
                    let count = self.count(question, row, &kinds);
                    if !threshold.is_small(count) {
                        continue;
                    }
                    let places = self.places(question, row, &kinds);
                    if let Some(bounds) = attacker.finds(&places, threshold.count()) {
                        found.push(format!("question {question}, row {row}, kinds {kinds:?}: {count} in {bounds:?}"));
                    }
                }
            }
        }
        found
    }

    /// Sets of kinds that figures could be of.
    fn sets(&self, shown: &[usize]) -> Vec<Vec<usize>> {
        let groups: Vec<Vec<usize>> = shown.iter().map(|group| self.members(*group)).collect();
        let mut sets: Vec<Vec<usize>> = (0..self.groups).map(|group| self.members(group)).collect();
        for (one, other) in groups.iter().flat_map(|one| groups.iter().map(move |other| (one, other))) {
            sets.push(one.iter().copied().filter(|kind| other.contains(kind)).collect());
            sets.push(one.iter().copied().filter(|kind| !other.contains(kind)).collect());
        }
        sets.extend((0..self.kinds.len()).map(|kind| vec![kind]));
        sets.retain(|set| set.iter().any(|kind| self.people()[*kind].people > 0));
        sets.sort();
        sets.dedup();
        sets
    }
}
