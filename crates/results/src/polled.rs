//! An election as charts of selections speak of it.

use basketry_charts::{Body, Table};
use basketry_formats::Notice;
use basketry_tally::{BallotKind, Election, ProjectId, Satisfaction, Variant};
use basketry_texts::Message;

use crate::context::Said;
use crate::words::Words;

/// Makes a chart of an election.
pub(crate) type Draw = fn(&Words<'_>, &Polled<'_>) -> Result<(Said, Body, Table), Notice>;

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
}

impl Polled<'_> {
    /// Whether the ballots carry points.
    pub(crate) fn points(&self) -> bool {
        self.election.kind() == BallotKind::Points
    }

    /// How the greedy rule counts it in the chart of its selection.
    pub(crate) fn greedy(&self) -> Variant {
        Variant::plain(if self.points() { Satisfaction::Additive } else { Satisfaction::Cost })
    }
}
