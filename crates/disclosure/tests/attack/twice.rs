//! A second publication, after more people have answered.

use crate::random::{threshold, worlds};
use crate::world::World;
use basketry_disclosure::Rows;
use proptest::prelude::*;

/// Some of the people of a world came first: of each kind a part, in per cent.
fn first(world: &World, parts: &[u64]) -> World {
    let part =
        |counts: &Vec<u64>| counts.iter().zip(parts.iter().cycle()).map(|(count, part)| count * part / 100).collect();
    // One question: parts of two would no longer be the same people.
    let rows = &world.answers[0];
    let counts = rows.counts.iter().map(part).collect();
    World { answers: vec![Rows { counts, subtotals: rows.subtotals.clone() }], ..world.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_two_together_give_nothing_away(
        world in worlds(),
        parts in prop::collection::vec(prop_oneof![Just(0), Just(100), 0_u64..=100, 90_u64..=100], 1..6),
        threshold in threshold(),
    ) {
        let earlier = first(&world, &parts);
        let then = earlier.publish(threshold);
        // The groups of the earlier publication come after those of the later one.
        let out: Vec<usize> = (0..world.groups).filter(|group| then.groups.is_shown(*group)).collect();
        let published: Vec<usize> = (0..out.len()).map(|place| world.groups + place).collect();
        let of_then = |groups: &Vec<usize>| {
            let old = out.iter().enumerate().filter(|(_, group)| groups.contains(group));
            groups.iter().copied().chain(old.map(|(place, _)| world.groups + place)).collect::<Vec<_>>()
        };
        let kinds = world.kinds.iter().map(of_then).chain(world.kinds.iter().cloned()).collect();
        let (all, old) = (&world.answers[0], &earlier.answers[0]);
        let added = |(all, old): (&Vec<u64>, &Vec<u64>)| {
            old.iter().copied().chain(all.iter().zip(old).map(|(all, old)| all - old)).collect()
        };
        let counts = all.counts.iter().zip(&old.counts).map(added).collect();
        let rows = Rows { counts, subtotals: all.subtotals.clone() };
        let both = World { groups: world.groups + out.len(), kinds, answers: vec![rows] };
        let before = |row: usize, group: usize| {
            let place = group.checked_sub(world.groups)?;
            Some(then.tables[0].shown(row, out[place]).is_some())
        };
        let now = both.publish_after(threshold, &published, &|_| &before);
        let mut attacker = both.attacker();
        both.tell(&mut attacker, &now);
        for (place, group) in out.iter().enumerate() {
            both.tell_group(&mut attacker, world.groups + place, &|question, row| then.tables[question].shown(row, *group));
        }
        let found = both.attack(&attacker, threshold, &now.shown());
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}
