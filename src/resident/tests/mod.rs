//! The pure part of the resident's pages, against the consultation of Sure Start 2001.

mod answers;
mod ballots;
mod drafts;
mod start;
mod steps;

use std::fmt::Debug;
use std::str::FromStr;

use basketry_domain::{BallotId, Consultation};

use super::{Action, Ask, State, Step};
use crate::common::session::Session;
use crate::common::shared::Shared;

const MINUTE: &str = "2001-06-07T10:30Z";

fn consultation() -> Consultation {
    let file = include_bytes!("../../../samples/sure-start-2001.basketry.json");
    basketry_formats::consultation::open(file).unwrap().consultation
}

fn id<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// A new person on their own device.
fn person() -> State {
    person_of(consultation())
}

fn person_of(consultation: Consultation) -> State {
    let session = Session::own_device("sure-start-2001@1#d".into(), "en".into());
    State::new(Shared::new(consultation), session, ballot_id(1), MINUTE.into())
}

/// A table whose ballot is next.
fn table() -> State {
    let person = person();
    let session = Session { for_table: true, table: Some(2), facilitated: true, ..person.session };
    State::new(person.consultation, session, ballot_id(2), MINUTE.into())
}

fn ballot_id(seed: u8) -> BallotId {
    BallotId::from_random([seed; 16])
}

impl State {
    fn after_all(self, actions: impl IntoIterator<Item = Action>) -> Self {
        actions.into_iter().fold(self, Self::after_action)
    }

    /// Somebody who has come to the last page.
    fn at_the_end(self) -> Self {
        self.after_action(Action::Reach(Step::Check))
    }

    /// All points to the first area.
    fn with_all_points(self, ask: Ask) -> Self {
        let area = self.consultation.areas[0].id.clone();
        self.after_action(Action::SetPoints(ask, area, 100))
    }
}
