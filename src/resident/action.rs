//! What a person can do.

use basketry_domain::{
    AreaId, ArgumentId, BallotId, ItemId, OptionId, QuestionId, ScoreOutOfFive, Side, TensionChoice, TensionId,
};

use super::{Draft, Receipt, Step};

/// Which of the two times the short question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Before the fact sheets.
    First,
    /// At the end.
    Considered,
}

/// A change to the state. Values that only the browser has come along with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go on to a page.
    Reach(Step),
    /// Try to go on from a page that is not done.
    Hold(Step),
    /// Somebody helps, or no longer.
    Assist(bool),
    /// Choose an answer, or take it back.
    Answer(QuestionId, OptionId),
    /// Give an area points.
    SetPoints(Ask, AreaId, u8),
    /// Say how sure, or take it back.
    SetSure(Ask, Option<ScoreOutOfFive>),
    /// Say why.
    SetReason(Ask, String),
    /// Leave the question out.
    LeaveOut(Ask),
    /// Open a fact sheet.
    OpenSheet(AreaId),
    /// Say whether one had heard of the service, or take it back.
    HeardOf(AreaId, Option<bool>),
    /// An argument moved the person, or no longer.
    ToggleMoved(AreaId, ArgumentId),
    /// Write an argument that is not added yet.
    WriteArgument(AreaId, String),
    /// Add the argument that was written.
    AddArgument(AreaId, Side),
    /// Take an own argument back, by its place.
    RemoveArgument(AreaId, usize),
    /// Put an item in, or move it to a level.
    Put(ItemId, u8),
    /// Take an item out.
    Take(ItemId),
    /// Look at another level of an item that is not in the basket.
    LookAtLevel,
    /// Accept a tension, or set out to change the basket for it.
    Settle(TensionId, TensionChoice),
    /// Say why; it chooses nothing.
    SettleWhy(TensionId, String),
    /// Say why money is left.
    UnspentReason(String),
    /// Note who sees it differently.
    Dissent(String),
    /// Say what changed.
    WhatChanged(String),
    /// Say whether one could live with the table's basket, or take it back.
    LiveWith(Option<ScoreOutOfFive>),
    /// Say what one could offer.
    Offer(String),
    /// The ballot is being stored.
    Confirming(Receipt),
    /// The ballot is stored durably.
    Stored(Receipt),
    /// The ballot could not be stored; the code says why.
    NotStored(Receipt, &'static str),
    /// The next person.
    Next(BallotId, String),
    /// Show everything in this text size.
    TextSize(u8),
    /// Go on with a stored draft.
    Restore(Box<Draft>, String),
}
