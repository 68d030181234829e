//! Merging: every ballot once.

use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::{BallotId, Consultation};

use super::counted::Counted;
use super::sheet::{Known, Sheet};
use super::{Handover, Marks, Number, Profile};

/// What merging came to. The numbers tell this merge; the profile is what counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// The ballots, each once.
    pub profile: Profile,
    /// How many ballots came in.
    pub received: usize,
    /// How many of them were there already, with the same content.
    pub duplicates: usize,
}

/// Merges hand-overs into a profile.
///
/// Of ballots with one id but different content the smallest in the order of [`basketry_domain::Ballot`] is counted, so that the
/// order of arrival decides nothing; the others are reported beside it.
pub fn merge<'a>(consultation: &Consultation, handovers: impl IntoIterator<Item = &'a Handover>) -> Merge {
    let known = Known::new(consultation);
    let mut merging = Merging::default();
    let mut first = 0;
    for handover in handovers {
        let sheet = Sheet::new(&known, handover, first);
        first = sheet.end();
        merging.profile.sources.push([handover.source.clone()].into());
        merging.profile.sheets.push(sheet);
    }
    merging.merge();
    merging.mark(consultation.areas.len());
    let received = merging.received;
    Merge { received, duplicates: received - merging.different, profile: merging.profile }
}

#[derive(Default)]
struct Merging {
    profile: Profile,
    /// By the hand-overs that brought it: which set of sources that is.
    several: BTreeMap<BTreeSet<u32>, u32>,
    received: usize,
    different: usize,
}

/// One content under an id.
struct Version {
    number: Number,
    /// The hand-overs that brought it.
    from: BTreeSet<u32>,
}

impl Merging {
    fn merge(&mut self) {
        let mut order = self.by_id();
        self.received = order.len();
        self.profile.sources_of = vec![0; order.len()];
        let mut rest = order.as_mut_slice();
        while let Some((id, number)) = rest.first().copied() {
            let same = rest.iter().take_while(|(other, _)| *other == id).count();
            let (run, behind) = std::mem::take(&mut rest).split_at_mut(same);
            rest = behind;
            match run {
                [_] => self.keep_one(number),
                _ => self.keep_several(run),
            }
        }
    }

    /// All ballots in order of id.
    fn by_id(&self) -> Vec<(BallotId, Number)> {
        let sheets = &self.profile.sheets;
        let mut order = Vec::with_capacity(sheets.iter().map(|sheet| sheet.ballots.len()).sum());
        for sheet in sheets {
            order.extend((sheet.first..).zip(sheet.ballots.iter()).map(|(number, given)| (given.id(), number)));
        }
        order.sort_unstable();
        order
    }

    fn keep_one(&mut self, number: Number) {
        self.different += 1;
        let (place, ours) = self.place(number);
        self.keep(number, place, ours);
    }

    fn keep_several(&mut self, run: &[(BallotId, Number)]) {
        let mut versions: Vec<Version> = Vec::new();
        for (_, number) in run {
            let (given, (place, _)) = (self.profile.find(*number).1, self.place(*number));
            match versions.iter_mut().find(|version| self.profile.find(version.number).1 == given) {
                Some(version) => drop(version.from.insert(place)),
                None => versions.push(Version { number: *number, from: [place].into() }),
            }
        }
        self.different += versions.len();
        if versions.len() > 1 {
            versions.sort_by_cached_key(|version| self.profile.find(version.number).1.ballot());
        }
        let from = versions.iter().flat_map(|version| version.from.iter().copied()).collect();
        let ours = versions.iter().position(|version| self.place(version.number).1);
        let chosen = versions.remove(ours.unwrap_or(0)).number;
        let sources = self.sources(from);
        if !versions.is_empty() {
            self.profile.others.insert(chosen, versions.iter().map(|version| version.number).collect());
        }
        self.keep(chosen, sources, ours.is_some());
    }

    fn keep(&mut self, number: Number, sources: u32, ours: bool) {
        self.profile.sources_of[number as usize] = sources;
        let list = if ours { &mut self.profile.counted } else { &mut self.profile.aside };
        list.push(number);
    }

    /// Which hand-over a ballot is of, and whether it is for this consultation.
    fn place(&self, number: Number) -> (u32, bool) {
        let place = self.profile.place_of(number);
        let sheet = &self.profile.sheets[place];
        // There are no more hand-overs than ballots.
        (u32::try_from(place).unwrap_or(u32::MAX), sheet.setting(sheet.given(number)).ours)
    }

    /// The sources of all of these hand-overs. Those of one alone stand where it stands.
    fn sources(&mut self, from: BTreeSet<u32>) -> u32 {
        if let (1, Some(only)) = (from.len(), from.first()) {
            return *only;
        }
        let Profile { sources, .. } = &mut self.profile;
        *self.several.entry(from).or_insert_with_key(|from| {
            let all = from.iter().flat_map(|place| sources[*place as usize].iter().cloned()).collect();
            sources.push(all);
            u32::try_from(sources.len() - 1).unwrap_or(u32::MAX)
        })
    }

    fn mark(&mut self, areas: usize) {
        let mut by_area = vec![0; areas];
        let mut marks = vec![Marks::default(); self.received];
        for number in self.profile.by_number() {
            marks[number as usize] = Counted::new(&self.profile, number).find_marks(&mut by_area);
        }
        self.profile.marks = marks;
    }
}
