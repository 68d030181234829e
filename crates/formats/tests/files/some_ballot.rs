//! Ballots of every shape.

use std::fmt::Debug;
use std::str::FromStr;

use basketry_domain::{
    AddedArgument, ArgumentId, Ballot, BallotId, Basket, Channel, Closing, OptionId, Points, Reaction, Reading,
    Reference, ScoreOutOfFive, Side, SortedMap, TensionAnswer, TensionChoice, Voter,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn id<T: FromStr + Debug>() -> impl Strategy<Value = T> {
    "[a-zA-Z0-9][a-zA-Z0-9._-]{0,8}".prop_filter_map("an id", |text| text.parse().ok())
}

/// What people write: any characters, line ends and quotes too.
fn words() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| text.chars().take(40).collect())
}

fn score() -> impl Strategy<Value = ScoreOutOfFive> {
    select(&ScoreOutOfFive::ALL[..])
}

fn reaction() -> impl Strategy<Value = Reaction> {
    (btree_map(id(), any::<u8>(), 0..4), option::of(score()), option::of(words()))
        .prop_map(|(points, sure, reason)| Reaction { points: Points::from_map(points), sure, reason })
}

fn reading() -> impl Strategy<Value = Reading> {
    let side = select(&[Side::For, Side::Against][..]);
    let added = (side, words()).prop_map(|(side, text)| AddedArgument { side, text });
    (id(), any::<u32>(), any::<Option<bool>>(), btree_set(id::<ArgumentId>(), 0..3), vec(added, 0..3)).prop_map(
        |(area, sheet_revision, heard_of, moved_by, added)| {
            let moved_by = moved_by.into_iter().collect();
            Reading { area, sheet_revision, heard_of, moved_by, added }
        },
    )
}

fn tension() -> impl Strategy<Value = TensionAnswer> {
    let choice = select(&[TensionChoice::Accepted, TensionChoice::Changed][..]);
    (id(), choice, option::of(words())).prop_map(|(tension, choice, why)| TensionAnswer { tension, choice, why })
}

prop_compose! {
    fn reference()(id in id(), revision: u32, digest in "[0-9a-f]{0,64}") -> Reference {
        Reference { id, revision, digest }
    }
}

prop_compose! {
    fn closing()(
        what_changed in option::of(words()),
        live_with in option::of(score()),
        offer in option::of(words()),
    ) -> Closing {
        Closing { what_changed, live_with, offer }
    }
}

prop_compose! {
    /// Who gave it, where and how; nothing answered.
    fn blank()(
        id: [u8; 16],
        consultation in reference(),
        voter in select(&[Voter::Person, Voter::Table][..]),
        workshop in option::of(id()),
        table: Option<u16>,
        channel in select(&[Channel::Tablet, Channel::Paper, Channel::Online][..]),
        assisted: bool,
        language in id(),
        (day, hour, minute) in (1_u8..29, 0_u8..24, 0_u8..60),
        closing in closing(),
    ) -> Ballot {
        Ballot {
            id: BallotId::from_random(id), consultation, voter, workshop, table, channel, assisted, language, closing,
            confirmed: format!("1997-05-{day:02}T{hour:02}:{minute:02}Z"),
            answers: SortedMap::default(), first_reaction: None, readings: vec![], basket: None, unspent_reason: None,
            tensions: vec![], dissent: vec![], considered_view: None,
        }
    }
}

prop_compose! {
    /// Any ballot, whether it makes sense or not.
    pub(crate) fn ballot()(
        blank in blank(),
        answers in btree_map(id(), btree_set(id::<OptionId>(), 0..3), 0..3),
        first_reaction in option::of(reaction()),
        readings in vec(reading(), 0..3),
        basket in option::of(btree_map(id(), any::<u8>(), 0..4)),
        unspent_reason in option::of(words()),
        tensions in vec(tension(), 0..3),
        dissent in vec(words(), 0..3),
        considered_view in option::of(reaction()),
    ) -> Ballot {
        let answers = answers.into_iter().map(|(question, options)| (question, options.into_iter().collect())).collect();
        let basket = basket.map(|choices| Basket::from_choices(choices.into_iter().collect()));
        Ballot { answers, first_reaction, readings, basket, unspent_reason, tensions, dissent, considered_view, ..blank }
    }
}

/// Any ballot whose texts need no escape.
pub(crate) fn plain_ballot() -> impl Strategy<Value = Ballot> {
    let plain = |text: &mut String| text.retain(|c| c >= ' ' && c != '"' && c != '\\');
    ballot().prop_map(move |mut ballot| {
        for reaction in [&mut ballot.first_reaction, &mut ballot.considered_view].into_iter().flatten() {
            reaction.reason.iter_mut().for_each(plain);
        }
        ballot.readings.iter_mut().flat_map(|reading| &mut reading.added).for_each(|added| plain(&mut added.text));
        ballot.tensions.iter_mut().filter_map(|answer| answer.why.as_mut()).for_each(plain);
        ballot.dissent.iter_mut().for_each(plain);
        let Closing { what_changed, offer, .. } = &mut ballot.closing;
        [&mut ballot.unspent_reason, what_changed, offer].into_iter().flatten().for_each(plain);
        ballot
    })
}
