//! The profile: all ballots that are counted together, each once, whichever way and however often it arrived.
//!
//! The ballots stay in the columns they came in. A profile says which of them count, and what their codes mean under the
//! consultation ([`sheet::Sheet`]).

mod counted;
mod found;
mod grouping;
mod groups;
mod merging;
mod sheet;
mod view;

pub use counted::{Counted, GivenBasket, SetAside};
pub(crate) use grouping::Placing;
pub use grouping::{GroupId, Grouping};
pub use groups::{Group, Groups};
pub use merging::{Merge, merge};
pub use view::View;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use basketry_ballots::{Ballots, Given};
use basketry_domain::{Ballot, BallotId, Consultation};

use sheet::Sheet;

/// Ballots as they came in together: a file, a scan, a drop box.
#[derive(Clone, Debug)]
pub struct Handover {
    /// Where from, in words an organiser knows.
    pub source: String,
    /// The ballots.
    pub ballots: Arc<Ballots>,
}

/// The ballots of one consultation. Equal whatever the order of the hand-overs, and however often each was merged.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    sheets: Vec<Sheet>,
    /// The ballots that are counted, by id.
    counted: Vec<Number>,
    /// By number: what is often asked of a ballot.
    marks: Vec<Marks>,
    /// By number: which set of sources a ballot that is kept came from.
    sources_of: Vec<u32>,
    /// Ballots for another consultation, revision or content of the file, by id.
    aside: Vec<Number>,
    /// Of ballots that came with other content under the same id: the others, in the order of their content.
    others: BTreeMap<Number, Vec<Number>>,
    /// The different sets of sources.
    sources: Vec<BTreeSet<String>>,
}

/// A ballot among those of all hand-overs, in the order they were given.
type Number = u32;

/// What is often asked of a ballot, found once.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    /// Whether a person gave it.
    person: bool,
    /// Whether anything is wrong with it.
    faulty: bool,
    /// Whether its basket breaks a rule.
    faulty_basket: bool,
}

impl Handover {
    /// Ballots from a source.
    pub fn new(source: impl Into<String>, ballots: Ballots) -> Self {
        Self { source: source.into(), ballots: Arc::new(ballots) }
    }
}

impl Profile {
    /// The ballots that are counted, for figures. The consultation is the one they were merged under, in whichever
    /// language.
    pub fn view<'a>(&'a self, consultation: &'a Consultation) -> View<'a> {
        View::all(consultation, self)
    }

    /// The ballots that are counted, by id.
    pub fn counted(&self) -> impl ExactSizeIterator<Item = Counted<'_>> {
        self.counted.iter().map(|number| Counted::new(self, *number))
    }

    /// The counted ballot with this id.
    pub fn get(&self, id: BallotId) -> Option<Counted<'_>> {
        let at = self.counted.binary_search_by_key(&id, |number| self.find(*number).1.id()).ok()?;
        Some(Counted::new(self, self.counted[at]))
    }

    /// Ballots for another consultation, revision or content of the file, by id. They are kept and not counted.
    pub fn set_aside(&self) -> impl ExactSizeIterator<Item = SetAside<'_>> {
        self.aside.iter().map(|number| SetAside { profile: self, number: *number })
    }

    /// The counted ballots that others contradict: same id, other content.
    pub fn conflicts(&self) -> impl Iterator<Item = Counted<'_>> {
        self.counted().filter(|counted| counted.is_contradicted())
    }

    /// The counted ballots with something wrong.
    pub fn faulty(&self) -> impl Iterator<Item = Counted<'_>> {
        self.counted().filter(|counted| counted.is_faulty())
    }

    /// The ballots that are counted, ascending: in the order in which they lie in memory.
    fn by_number(&self) -> Vec<Number> {
        let mut counts = vec![false; self.sources_of.len()];
        self.counted.iter().for_each(|number| counts[*number as usize] = true);
        (0..).zip(counts).filter(|(_, counts)| *counts).map(|(number, _)| number).collect()
    }

    /// A ballot, and the hand-over it is of.
    fn find(&self, number: Number) -> (&Sheet, Given<'_>) {
        let sheet = &self.sheets[self.place_of(number)];
        (sheet, sheet.given(number))
    }

    /// The place of the hand-over a ballot is of.
    fn place_of(&self, number: Number) -> usize {
        self.sheets.partition_point(|sheet| sheet.first <= number) - 1
    }

    fn sources(&self, number: Number) -> &BTreeSet<String> {
        &self.sources[self.sources_of[number as usize] as usize]
    }

    fn others(&self, number: Number) -> Vec<Ballot> {
        let others = self.others.get(&number).into_iter().flatten();
        others.map(|other| self.find(*other).1.ballot()).collect()
    }
}

/// The same ballots from the same sources, whichever hand-over each was taken from.
impl PartialEq for Profile {
    fn eq(&self, other: &Self) -> bool {
        let same = |one: Counted<'_>, other: Counted<'_>| {
            (one.ballot(), one.conflicts(), one.sources()) == (other.ballot(), other.conflicts(), other.sources())
        };
        let same_aside = |one: SetAside<'_>, other: SetAside<'_>| {
            (one.ballots(), one.sources()) == (other.ballots(), other.sources())
        };
        (self.counted().len(), self.set_aside().len()) == (other.counted().len(), other.set_aside().len())
            && self.counted().zip(other.counted()).all(|(one, other)| same(one, other))
            && self.set_aside().zip(other.set_aside()).all(|(one, other)| same_aside(one, other))
    }
}
