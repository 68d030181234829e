//! Ballots in groups, and what must hold of any.

use basketry_domain::{
    Ballot, Channel, Consultation, ParticipantQuestion, QuestionOption, SortedMap, SortedSet, Voter,
};
use basketry_example::{ballot, consultation};
use basketry_tally::{GroupId, Grouping, Profile};
use proptest::prelude::*;

use crate::figures::profile;

const OPTIONS: [&str; 3] = ["bus", "car", "bike"];

/// Asks how people came, one way only, and how they would come, several ways allowed.
pub(crate) fn asking() -> Consultation {
    let option = |id: &str| QuestionOption { id: id.parse().unwrap(), text: String::new() };
    let question = |id: &str, several| ParticipantQuestion {
        id: id.parse().unwrap(),
        text: String::new(),
        options: OPTIONS.map(option).into(),
        several,
    };
    Consultation { questions: vec![question("came", false), question("would", true)], ..consultation() }
}

pub(crate) fn answer(question: &str) -> Grouping {
    Grouping::Answer(question.parse().unwrap())
}

pub(crate) fn answering(question: &str, options: &[&str], mut ballot: Ballot) -> Ballot {
    let mut given = SortedSet::default();
    given.extend(options.iter().map(|option| option.parse().unwrap()));
    ballot.answers.insert(question.parse().unwrap(), given);
    ballot
}

fn person(seed: u8) -> Ballot {
    ballot(seed, Voter::Person)
}

/// The groups by name with how many ballots they have, how many are in none, how many in several.
fn told(profile: &Profile, grouping: &Grouping) -> (Vec<(String, usize)>, usize, usize) {
    let consultation = asking();
    let groups = profile.view(&consultation).groups(grouping);
    let (rest, in_several) = (groups.rest.ballots().len(), groups.in_several);
    let sizes = groups.groups.iter().map(|group| (group.id.to_string(), group.view.ballots().len()));
    (sizes.collect(), rest, in_several)
}

fn sizes(sizes: &[(&str, usize)]) -> Vec<(String, usize)> {
    sizes.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect()
}

#[test]
fn by_place_and_by_channel() {
    let at = |seed, workshop: Option<&str>, table| Ballot {
        workshop: workshop.map(|id| id.parse().unwrap()),
        table,
        ..person(seed)
    };
    let ballots = vec![
        at(1, Some("school"), Some(2)),
        Ballot { voter: Voter::Table, ..at(2, Some("school"), Some(2)) },
        at(3, Some("hall"), Some(4)),
        at(4, Some("hall"), None),
        at(5, Some("gone"), Some(1)),
        Ballot { channel: Channel::Online, ..at(6, None, Some(1)) },
    ];
    let profile = profile(&asking(), ballots);
    assert_eq!(told(&profile, &Grouping::Section), (sizes(&[("section old", 2), ("section young", 2)]), 2, 0));
    assert_eq!(told(&profile, &Grouping::Workshop), (sizes(&[("workshop hall", 2), ("workshop school", 2)]), 2, 0));
    // The hall has no fourth table.
    let (tables, rest, _) = told(&profile, &Grouping::Table);
    let names: Vec<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
    let each = ["1 of hall", "2 of hall", "3 of hall", "1 of school", "2 of school", "3 of school"];
    assert_eq!(names, each.map(|name| format!("table {name}")));
    assert_eq!((tables.iter().map(|(_, size)| *size).collect::<Vec<_>>(), rest), (vec![0, 0, 0, 0, 2, 0], 4));
    let channels = sizes(&[("channel tablet", 5), ("channel paper", 0), ("channel online", 1)]);
    assert_eq!(told(&profile, &Grouping::Channel), (channels, 0, 0));
}

#[test]
fn several_answers_put_a_ballot_into_several_groups_where_they_are_allowed() {
    let all = |options: &[&str], seed| answering("would", options, answering("came", options, person(seed)));
    let ballots = vec![
        all(&["car"], 1),
        all(&["bike", "bus"], 2),
        all(&["boat"], 3),
        all(&[], 4),
        all(&["bus", "boat"], 5),
        person(6),
    ];
    let consultation = asking();
    let profile = profile(&consultation, ballots);
    let would = sizes(&[("answer bus", 2), ("answer car", 1), ("answer bike", 1)]);
    assert_eq!(told(&profile, &answer("would")), (would, 3, 1));
    // Two ways to have come are not an answer; one that is not on offer is not counted.
    let came = sizes(&[("answer bus", 1), ("answer car", 1), ("answer bike", 0)]);
    assert_eq!(told(&profile, &answer("came")), (came, 4, 0));
    assert_eq!(told(&profile, &answer("gone")), (vec![], 6, 0));
    let several = |question| profile.view(&consultation).groups(&answer(question)).several;
    assert_eq!(["would", "came", "gone"].map(several), [true, false, false]);
}

/// Ballots of any place, channel and answers.
fn ballots() -> impl Strategy<Value = Vec<Ballot>> {
    let workshop = prop::option::of(prop::sample::select(&["hall", "school", "gone"][..]));
    let channel = prop::sample::select(&[Channel::Tablet, Channel::Paper, Channel::Online][..]);
    let options = || prop::sample::subsequence(&["bike", "boat", "bus", "car"][..], 0..=4);
    let one = (workshop, prop::option::of(0_u16..5), channel, options(), options());
    let make = |(seed, (workshop, table, channel, came, would)): (u8, (Option<&str>, _, _, Vec<_>, Vec<_>))| {
        let workshop = workshop.map(|id| id.parse().unwrap());
        let place = Ballot { workshop, table, channel, answers: SortedMap::default(), ..person(seed) };
        answering("would", &would, answering("came", &came, place))
    };
    prop::collection::vec(one, 0..30).prop_map(move |all| (1..).zip(all).map(make).collect())
}

proptest! {
    #[test]
    fn every_ballot_is_in_one_place_unless_several_are_allowed(ballots in ballots()) {
        let consultation = asking();
        let number = ballots.len();
        let profile = profile(&consultation, ballots);
        let view = profile.view(&consultation);
        let by_place = [Grouping::Section, Grouping::Workshop, Grouping::Table, Grouping::Channel];
        for grouping in by_place.into_iter().chain(["came", "would", "gone"].map(answer)) {
            let groups = view.groups(&grouping);
            let (several, in_several) = (groups.several, groups.in_several);
            prop_assert_eq!(several, grouping == answer("would"));
            let mut times = vec![0; number];
            let mut last = None;
            for (id, part) in groups.with_rest() {
                prop_assert!(last.is_none_or(|last: Option<GroupId>| last.is_some()));
                last = Some(id);
                for counted in part.ballots() {
                    let place = view.ballots().position(|other| other.id() == counted.id());
                    times[place.unwrap()] += 1;
                }
            }
            prop_assert!(times.iter().all(|times| *times == 1 || several && *times > 1));
            prop_assert_eq!(times.iter().filter(|times| **times > 1).count(), in_several);
        }
    }
}
