//! The profile: all ballots that are counted together, each once, whichever way and however often it arrived.

mod grouping;
mod groups;
mod view;

pub use grouping::{GroupId, Grouping};
pub use groups::{Group, Groups};
pub use view::View;

use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::{Ballot, BallotId, Consultation, Fault};

/// Ballots as they came in together: a file, a scan, a drop box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Where from, in words an organiser knows.
    pub source: String,
    /// The ballots.
    pub ballots: Vec<Ballot>,
}

/// The ballots of one consultation. Equal whatever the order of the hand-overs, and however often each was merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The ballots that are counted, by id.
    pub counted: BTreeMap<BallotId, Counted>,
    /// Ballots for another consultation, revision or content of the file, by id.
    pub set_aside: BTreeMap<BallotId, SetAside>,
}

/// A ballot that is counted, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The ballot.
    pub ballot: Ballot,
    /// Where it came from; more than one source means that it was handed over more than once.
    pub sources: BTreeSet<String>,
    /// Other ballots with the same id but other content, in order: a conflict. They are not counted.
    pub conflicts: Vec<Ballot>,
    /// What is wrong with it. It counts all the same; each figure says which ballots it leaves out.
    pub faults: Vec<Fault>,
}

/// A ballot that is kept but not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The ballot, and any others with its id.
    pub ballots: Vec<Ballot>,
    /// Where they came from.
    pub sources: BTreeSet<String>,
}

/// What merging came to. The numbers tell this merge; the profile is what counts.
#[derive(Clone, Debug, PartialEq, Eq)]
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
/// Of ballots with one id but different content the smallest in the order of [`Ballot`] is counted, so that the
/// order of arrival decides nothing; the others are reported beside it.
pub fn merge<'a>(consultation: &Consultation, handovers: impl IntoIterator<Item = &'a Handover>) -> Merge {
    let mut versions: BTreeMap<BallotId, BTreeMap<&Ballot, BTreeSet<String>>> = BTreeMap::new();
    let mut received = 0;
    for handover in handovers {
        for ballot in &handover.ballots {
            received += 1;
            let sources = versions.entry(ballot.id).or_default().entry(ballot).or_default();
            sources.insert(handover.source.clone());
        }
    }
    let different: usize = versions.values().map(BTreeMap::len).sum();
    let mut profile = Profile::default();
    for (id, versions) in versions {
        profile.add(consultation, id, versions);
    }
    Merge { profile, received, duplicates: received - different }
}

impl Profile {
    /// The ballots that are counted, for figures.
    pub fn view<'a>(&'a self, consultation: &'a Consultation) -> View<'a> {
        View::new(consultation, self.counted.values().collect())
    }

    /// The counted ballots that others contradict: same id, other content.
    pub fn conflicts(&self) -> impl Iterator<Item = &Counted> {
        self.counted.values().filter(|counted| !counted.conflicts.is_empty())
    }

    /// The counted ballots with something wrong.
    pub fn faulty(&self) -> impl Iterator<Item = &Counted> {
        self.counted.values().filter(|counted| !counted.faults.is_empty())
    }

    fn add(&mut self, consultation: &Consultation, id: BallotId, versions: BTreeMap<&Ballot, BTreeSet<String>>) {
        let ours = |ballot: &&Ballot| ballot.consultation == consultation.reference;
        let chosen = versions.keys().copied().find(ours);
        let others: Vec<Ballot> = versions.keys().filter(|ballot| Some(**ballot) != chosen).copied().cloned().collect();
        let sources: BTreeSet<String> = versions.into_values().flatten().collect();
        match chosen {
            Some(ballot) => {
                let faults = ballot.faults(consultation);
                let counted = Counted { ballot: ballot.clone(), sources, conflicts: others, faults };
                self.counted.insert(id, counted);
            }
            None => {
                self.set_aside.insert(id, SetAside { ballots: others, sources });
            }
        }
    }
}
