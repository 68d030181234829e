//! Thousands of random worlds, of which nothing that is held back is found.

use crate::world::World;
use basketry_disclosure::{Rows, Threshold};
use proptest::prelude::*;

/// Counts as small workshops have them: many below the threshold, some nothing.
fn count() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(0), 5 => 0_u64..12, 4 => 5_u64..40, 1 => 40_u64..300]
}

/// Answers by row and kind, in which the second question is answered by the same people as the first.
fn answers(kinds: usize) -> impl Strategy<Value = Vec<Rows>> {
    let table = move |rows| prop::collection::vec(prop::collection::vec(count(), kinds), rows);
    let first = (2_usize..=4).prop_flat_map(table);
    let parts = prop::collection::vec(0_u64..=100, kinds);
    (first, parts, any::<bool>(), any::<bool>()).prop_map(|(counts, parts, subtotal, second)| {
        let people: Vec<u64> = (0..counts[0].len()).map(|kind| counts.iter().map(|row| row[kind]).sum()).collect();
        let yes: Vec<u64> = people.iter().zip(&parts).map(|(people, part)| people * part / 100).collect();
        let no = people.iter().zip(&yes).map(|(people, yes)| people - yes).collect();
        // Levels of an item, which is told as a whole too.
        let subtotals = if subtotal && counts.len() > 2 { vec![(1..counts.len()).collect()] } else { Vec::new() };
        let first = Rows { counts, subtotals };
        let second = second.then_some(Rows { counts: vec![yes, no], subtotals: Vec::new() });
        [first].into_iter().chain(second).collect()
    })
}

/// Everybody is group 0, and each section one of its own.
fn sections() -> impl Strategy<Value = World> {
    (1_usize..=5).prop_flat_map(|sections| {
        let kinds: Vec<Vec<usize>> = (1..=sections).map(|section| vec![0, section]).collect();
        answers(sections).prop_map(move |answers| World { groups: sections + 1, kinds: kinds.clone(), answers })
    })
}

/// Everybody, sections, and channels; and sections by channel too when `both` is set.
fn filters(both: bool) -> impl Strategy<Value = World> {
    (2_usize..=3, 2_usize..=2).prop_flat_map(move |(sections, channels)| {
        let kind = |place: usize| {
            let (section, channel) = (1 + place / channels, 1 + sections + place % channels);
            let pair = both.then_some(1 + sections + channels + place);
            [0, section, channel].into_iter().chain(pair).collect::<Vec<usize>>()
        };
        let kinds: Vec<Vec<usize>> = (0..sections * channels).map(kind).collect();
        let groups = 1 + sections + channels + if both { kinds.len() } else { 0 };
        answers(kinds.len()).prop_map(move |answers| World { groups, kinds: kinds.clone(), answers })
    })
}

fn nothing_is_found(world: &World, threshold: Threshold) -> Result<(), TestCaseError> {
    let mut attacker = world.attacker();
    let published = world.publish(threshold);
    world.tell(&mut attacker, &published);
    let found = world.attack(&attacker, threshold, &published.shown());
    prop_assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

pub(crate) fn threshold() -> impl Strategy<Value = Threshold> {
    prop::sample::select(Threshold::ALL.to_vec())
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    prop_oneof![3 => sections(), 1 => filters(false), 1 => filters(true)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn sections_of_one_consultation(world in sections(), threshold in threshold()) {
        nothing_is_found(&world, threshold)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn two_filters_side_by_side(world in filters(false), threshold in threshold()) {
        nothing_is_found(&world, threshold)?;
    }

    #[test]
    fn two_filters_and_both_together(world in filters(true), threshold in threshold()) {
        nothing_is_found(&world, threshold)?;
    }
}
