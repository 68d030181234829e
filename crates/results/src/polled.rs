//! An election as charts of selections speak of it.

use basketry_charts::{Body, Table};
use basketry_formats::Notice;
use basketry_tally::{
    BallotKind, CountError, Election, ProjectId, Rule, Satisfaction, Selection, TiePolicy, Variant, rule,
};
use basketry_texts::Message;

use crate::context::Said;
use crate::notice::count_notice;
use crate::words::Words;

/// Makes a chart of an election.
pub(crate) type Draw<'a> = &'a dyn Fn(&Words<'_>, &Polled<'_>) -> Result<(Said, Body, Table), Notice>;

/// The rule of the first chart of a selection.
const FIRST: &str = "greedy";

/// An election out of people's baskets, or one from elsewhere.
pub(crate) struct Polled<'a> {
    pub(crate) election: &'a Election,
    /// What was given, as messages know it: `baskets`, `votes` or `points`.
    pub(crate) kind: &'static str,
    /// The heading of the names.
    pub(crate) row_word: &'a Message,
    pub(crate) base: String,
    pub(crate) notes: Vec<String>,
    pub(crate) name: &'a dyn Fn(&ProjectId) -> String,
    /// Whether it is told how many support a project.
    pub(crate) told: &'a dyn Fn(&ProjectId) -> bool,
    /// Fewer supporters than this are told as too few: one, or the threshold.
    pub(crate) least: u64,
}

impl Polled<'_> {
    /// Whether the ballots carry points.
    pub(crate) fn points(&self) -> bool {
        self.election.kind() == BallotKind::Points
    }

    /// The greedy rule, and how it counts this election.
    pub(crate) fn greedy(&self) -> Result<(&'static dyn Rule, Variant), CountError> {
        let variant = Variant::plain(if self.points() { Satisfaction::Additive } else { Satisfaction::Cost });
        rule(FIRST).map(|greedy| (greedy, variant)).ok_or(CountError::NoSuchVariant { rule: FIRST, variant })
    }

    /// What the greedy rule funds; ties by id.
    pub(crate) fn funded(&self) -> Result<Selection, Notice> {
        let (greedy, variant) = self.greedy().map_err(|error| count_notice(&error))?;
        let counted = greedy.count(self.election, variant, &TiePolicy::Lexicographic);
        Ok(counted.map_err(|error| count_notice(&error))?.selection().clone())
    }
}
