//! The columns.

use std::borrow::Borrow;

use basketry_domain::{
    AreaId, Ballot, BallotId, ItemId, OptionId, QuestionId, Reading, Reference, SortedSet, TensionChoice, TensionId,
};

use crate::arena::{Arena, At};
use crate::baskets::Baskets;
use crate::dictionary::Dictionary;
use crate::draft::Draft;
use crate::given::Given;
use crate::rows::Rows;
use crate::setting::Setting;

/// Ballots, as they came.
#[derive(Clone, Debug, Default)]
pub struct Ballots {
    pub(crate) settings: Dictionary<Setting>,
    pub(crate) minutes: Dictionary<String>,
    pub(crate) answers: Dictionary<(QuestionId, SortedSet<OptionId>)>,
    pub(crate) points: Dictionary<(AreaId, u8)>,
    pub(crate) choices: Dictionary<(ItemId, u8)>,
    /// Without arguments of people's own, which are among the words.
    pub(crate) readings: Dictionary<Reading>,
    pub(crate) tensions: Dictionary<(TensionId, TensionChoice)>,
    pub(crate) baskets: Baskets,
    pub(crate) rows: Rows<Row>,
    /// For each ballot its codes, and what people wrote.
    pub(crate) runs: Arena,
    pub(crate) draft: Draft,
}

/// What every ballot has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) id: BallotId,
    pub(crate) setting: u32,
    pub(crate) confirmed: u32,
    /// [`NONE`] without a basket.
    pub(crate) basket: u32,
    pub(crate) at: At,
}

/// The code of nothing.
pub(crate) const NONE: u32 = u32::MAX;

/// There are more different things on ballots than can be numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// The consultation that nearly all ballots of a file are for.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// As it is written on a ballot.
    pub text: &'a str,
    /// What that means.
    pub reference: &'a Reference,
}

impl Ballots {
    /// These ballots.
    pub fn of(ballots: impl IntoIterator<Item: Borrow<Ballot>>) -> Result<Self, Full> {
        let mut all = Self::default();
        ballots.into_iter().try_for_each(|ballot| all.push(ballot.borrow()))?;
        Ok(all)
    }

    /// Takes a ballot in.
    pub fn push(&mut self, ballot: &Ballot) -> Result<(), Full> {
        self.draft(ballot).and_then(|()| self.keep(ballot.id)).ok_or(Full)
    }

    /// Takes in the ballot of the line that `lines` begin with, when that ends there and is written as a tablet writes
    /// it, for the expected consultation and without an escape. Returns how long the line is, with its end.
    ///
    /// If not, nothing is taken in, and the line is to be read the long way: it may be a ballot all the same.
    pub fn push_line(&mut self, lines: &[u8], expected: Expected<'_>) -> Option<usize> {
        let (id, length) = self.draft_line(lines, expected)?;
        self.keep(id).map(|()| length)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The ballot at a place, in the order they came; there has to be one.
    pub fn at(&self, place: usize) -> Given<'_> {
        Given { all: self, row: &self.rows[place] }
    }

    /// The ballots, in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = Given<'_>> {
        self.rows.iter().map(|row| Given { all: self, row })
    }

    /// The different settings, by code.
    pub fn settings(&self) -> &[Setting] {
        self.settings.entries()
    }

    /// The different minutes in which ballots were confirmed, by code.
    pub fn minutes(&self) -> &[String] {
        self.minutes.entries()
    }

    /// The different points for an area, by code.
    pub fn points(&self) -> &[(AreaId, u8)] {
        self.points.entries()
    }

    /// The different items with a level, by code.
    pub fn choices(&self) -> &[(ItemId, u8)] {
        self.choices.entries()
    }

    /// How many different baskets there are.
    pub fn baskets(&self) -> usize {
        self.baskets.len()
    }

    /// The codes of the choices in a basket, in order of item.
    pub fn basket(&self, code: u32) -> impl Iterator<Item = u32> + Clone {
        self.baskets.get(code)
    }

    /// Takes in what was drafted.
    fn keep(&mut self, id: BallotId) -> Option<()> {
        u32::try_from(self.rows.len()).ok()?;
        let Draft { setting, confirmed, basket, .. } = self.draft;
        let at = self.runs.keep(self.draft.runs());
        self.rows.push(Row { id, setting, confirmed, basket, at });
        Some(())
    }
}
