//! Voters by what they have paid for.
//!
//! Those who paid for the same projects, and for as many units of each, have the same left. So what a project costs is
//! asked of classes of voters, which are far fewer than ballots as long as little is bought.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::book::{Book, Column, Supporter};
use crate::Place;

/// No group of the supporters looked at is of this class so far.
const UNSEEN: u32 = u32::MAX;
/// Supporters are gone over again without those who have nothing left, once these are more than this part of the others.
const FEW: u64 = 4;

pub(super) struct Classes<'a> {
    book: &'a Book,
    /// By ballot: its class.
    of: Vec<u32>,
    all: Vec<Class>,
    /// By place: the supporters, perhaps without those who have nothing left.
    live: Vec<Cow<'a, [Supporter]>>,
    /// Whether no purchase is ever taken back, so that nothing has to be kept for that.
    onward: bool,
    /// By number of purchases.
    levels: Vec<Level>,
    /// By class, while supporters are put in groups: the number of theirs, or of the class that they will be. It is 0 for
    /// those who have nothing left.
    slots: Vec<u32>,
    /// By class: what it was after as many purchases as were asked for last.
    then: Option<(usize, Vec<u32>)>,
}

struct Class {
    /// What it was before its last purchase; the first class has none.
    from: u32,
    /// How many had been bought then, that one included.
    since: usize,
    /// How many units of it each of its voters got.
    units: u32,
    /// Whether it has nothing left.
    gone: bool,
}

/// What is known after some purchases.
#[derive(Default)]
struct Level {
    /// The last one.
    bought: Option<Place>,
    /// The first of the classes that it made, one for each group of its supporters.
    first: usize,
    /// The supporters of projects, where they were asked for.
    groups: BTreeMap<Place, Vec<Group>>,
}

/// Supporters of a project who are of the same class and get as many units out of it.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub(super) class: u32,
    pub(super) units: u32,
    /// How many voters they are.
    pub(super) times: u64,
}

impl<'a> Classes<'a> {
    /// Nothing is bought yet, and nothing will be taken back.
    pub(super) fn onward(book: &'a Book) -> Self {
        Self { onward: true, ..Self::new(book) }
    }

    /// Nothing is bought yet.
    pub(super) fn new(book: &'a Book) -> Self {
        let live = |column: &'a Column| Cow::Borrowed(&*column.supporters);
        Self {
            book,
            of: vec![0; book.times.len()],
            all: vec![Class { from: 0, since: 0, units: 0, gone: false }],
            levels: vec![Level::default()],
            live: book.columns.iter().map(live).collect(),
            onward: false,
            slots: vec![UNSEEN],
            then: None,
        }
    }

    /// How many projects are bought.
    pub(super) fn bought(&self) -> usize {
        self.levels.len() - 1
    }

    /// What each voter of a class paid for, the last first: which purchase, counted from 0, and for how many units.
    pub(super) fn paid(&self, class: u32) -> impl Iterator<Item = (usize, u64)> {
        let of = |class: u32| Some(&self.all[class as usize]).filter(|class| class.since > 0);
        let all = std::iter::successors(of(class), move |class| of(class.from));
        all.map(|class| (class.since - 1, class.units.into()))
    }

    /// The supporters of a project as they were after so many purchases, without those who had nothing left.
    pub(super) fn groups(&mut self, place: Place, after: usize) -> &[Group] {
        if !self.levels[after].groups.contains_key(&place) {
            let groups = self.grouped(place, after);
            self.levels[after].groups.insert(place, groups);
        }
        &self.levels[after].groups[&place]
    }

    fn grouped(&mut self, place: Place, after: usize) -> Vec<Group> {
        let mut slots = std::mem::take(&mut self.slots);
        let (supporters, times) = (&self.live[place.index()], &self.book.times);
        let mut gone = 0;
        let groups = if after < self.bought() {
            let known = self.then.take().filter(|(then, _)| *then == after);
            let (_, then) = self.then.insert(known.unwrap_or_else(|| (after, self.then(after))));
            group(supporters, times, &mut slots, |ballot| then[self.of[ballot as usize] as usize]).0
        } else {
            let groups = group(supporters, times, &mut slots, |ballot| self.of[ballot as usize]);
            gone = groups.1;
            groups.0
        };
        self.slots = slots;
        if self.onward && gone > groups.iter().map(|group| group.times).sum::<u64>() / FEW {
            let (all, of) = (&self.all, &self.of);
            self.live[place.index()].to_mut().retain(|one| !all[of[one.ballot as usize] as usize].gone);
        }
        groups
    }

    /// By class: what it was after so many purchases.
    fn then(&self, after: usize) -> Vec<u32> {
        let mut then: Vec<u32> = Vec::with_capacity(self.all.len());
        for (number, class) in (0..).zip(&self.all) {
            then.push(if class.since <= after { number } else { then[class.from as usize] });
        }
        then
    }

    /// Buys a project after so many purchases. `gone` says of each group of its supporters whether it has nothing left;
    /// it may leave that open. What is known of other purchases after those is forgotten.
    pub(super) fn buy(&mut self, place: Place, after: usize, gone: &[bool]) {
        self.forget_after(after);
        self.groups(place, after);
        self.then = None;
        let (level, first) = (&self.levels[after], self.all.len());
        let groups = &level.groups[&place];
        for (group, gone) in groups.iter().zip(gone) {
            self.all.push(Class { from: group.class, since: after + 1, units: group.units, gone: *gone });
            self.slots.push(if *gone { 0 } else { UNSEEN });
        }
        let mut rest = (first..).zip(groups).peekable();
        for same in self.live[place.index()].chunk_by(|one, next| one.units == next.units) {
            let before = rest.clone();
            while let Some((number, group)) = rest.next_if(|(_, group)| group.units == same[0].units) {
                self.slots[group.class as usize] = u32::try_from(number).unwrap_or(UNSEEN);
            }
            for one in same {
                let class = &mut self.of[one.ballot as usize];
                let next = self.slots[*class as usize];
                *class = if next == 0 { *class } else { next };
            }
            for (_, group) in before.take_while(|(_, group)| group.units == same[0].units) {
                self.slots[group.class as usize] = UNSEEN;
            }
        }
        if self.onward {
            self.levels[after].groups.clear();
        }
        self.levels.push(Level { bought: Some(place), first, groups: BTreeMap::new() });
    }

    /// Which of the classes that buying a project made after so many purchases have nothing left, where that was done last.
    /// There is one for each group of its supporters, in their order.
    pub(super) fn made(&self, place: Place, after: usize) -> Option<impl Iterator<Item = bool>> {
        let level = self.levels.get(after + 1).filter(|level| level.bought == Some(place))?;
        let end = self.levels.get(after + 2).map_or(self.all.len(), |next| next.first);
        Some(self.all[level.first..end].iter().map(|class| class.gone))
    }

    /// Takes all later purchases back.
    fn forget_after(&mut self, after: usize) {
        while self.levels.len() > after + 1 {
            let Some(Level { bought: Some(place), first, .. }) = self.levels.pop() else { return };
            self.then = None;
            for one in &self.book.columns[place.index()].supporters {
                let class = &mut self.of[one.ballot as usize];
                let at = *class as usize;
                *class = if at < first { *class } else { self.all[at].from };
            }
            self.all.truncate(first);
            self.slots.truncate(first);
        }
    }
}

/// Puts supporters in groups, those with as many units together, and says how many voters among them have nothing left.
fn group(
    supporters: &[Supporter],
    times: &[u64],
    slots: &mut [u32],
    class_of: impl Fn(u32) -> u32,
) -> (Vec<Group>, u64) {
    // Those who have nothing left go together, so that nothing branches.
    let mut groups = vec![Group { class: 0, units: 0, times: 0 }];
    for same in supporters.chunk_by(|one, next| one.units == next.units) {
        let first = groups.len();
        for one in same {
            let class = class_of(one.ballot);
            let mut slot = slots[class as usize] as usize;
            if slot == UNSEEN as usize {
                slot = groups.len();
                slots[class as usize] = u32::try_from(slot).unwrap_or(UNSEEN);
                groups.push(Group { class, units: one.units, times: 0 });
            }
            groups[slot].times += times[one.ballot as usize];
        }
        for group in &groups[first..] {
            slots[group.class as usize] = UNSEEN;
        }
    }
    let gone = groups.remove(0).times;
    (groups, gone)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::drawn::elections;
    use super::*;
    use crate::Satisfaction;

    /// What somebody paid for, and for how many units of each.
    type Paid = Vec<(Place, u32)>;

    /// A purchase: what was paid before by each group of its supporters, with their units, and which of them have nothing
    /// left.
    struct Bought {
        place: Place,
        groups: Vec<(Paid, u32)>,
        gone: Vec<bool>,
    }

    /// By ballot: what was paid, unless there is nothing left.
    fn paid(book: &Book, bought: &[Bought]) -> Vec<Option<Paid>> {
        let mut all = vec![Some(Paid::new()); book.times.len()];
        for Bought { place, groups, gone } in bought {
            for one in &book.columns[place.index()].supporters {
                let paid = &mut all[one.ballot as usize];
                if let Some(before) = paid {
                    let group = groups.iter().position(|(paid, units)| paid == before && *units == one.units).unwrap();
                    before.push((*place, one.units));
                    if gone[group] {
                        *paid = None;
                    }
                }
            }
        }
        all
    }

    /// The groups of a project's supporters by what they paid, and by what is held of them.
    fn groups(
        classes: &mut Classes<'_>,
        place: Place,
        paid: &[Option<Paid>],
        after: usize,
    ) -> [Vec<((Paid, u32), u64)>; 2] {
        let book = classes.book;
        let mut expected: BTreeMap<(Paid, u32), u64> = BTreeMap::new();
        for one in &book.columns[place.index()].supporters {
            if let Some(paid) = &paid[one.ballot as usize] {
                *expected.entry((paid.clone(), one.units)).or_default() += book.times(one.ballot);
            }
        }
        let groups = classes.groups(place, after).to_vec();
        let then = classes.then(after);
        let ballot = |class: u32| classes.of.iter().position(|of| then[*of as usize] == class).unwrap();
        let key = |one: &Group| (paid[ballot(one.class)].clone().unwrap(), one.units);
        [expected.into_iter().collect(), groups.iter().map(|one| (key(one), one.times)).collect()]
    }

    proptest! {
        /// Whatever was asked for in between, and whatever is bought in place of something else.
        #[test]
        fn groups_are_those_who_paid_for_the_same(
            (election, _) in elections(),
            steps in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, prop::bits::u16::ANY), 1..12),
        ) {
            for satisfaction in [Satisfaction::Cost, Satisfaction::Additive] {
                let book = Book::new(&election, satisfaction);
                let mut classes = Classes::new(&book);
                let mut bought: Vec<Bought> = Vec::new();
                for (choice, back, gone) in &steps {
                    let after = bought.len().saturating_sub(*back);
                    let paid = paid(&book, &bought[..after]);
                    let mut open = book.supported();
                    open.retain(|place| bought[..after].iter().all(|one| one.place != *place));
                    let mut now = Vec::new();
                    for place in &open {
                        let [expected, mut found] = groups(&mut classes, *place, &paid, after);
                        now.push(found.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>());
                        found.sort();
                        prop_assert_eq!(found, expected);
                    }
                    if open.is_empty() {
                        continue;
                    }
                    let at = choice.index(open.len());
                    let (place, groups) = (open[at], now.swap_remove(at));
                    let gone: Vec<bool> = (0..groups.len()).map(|group| gone >> (group % 16) & 1 == 1).collect();
                    classes.buy(place, after, &gone);
                    prop_assert_eq!(classes.made(place, after).unwrap().collect::<Vec<_>>(), gone.clone());
                    bought.truncate(after);
                    bought.push(Bought { place, groups, gone });
                }
            }
        }
    }
}
