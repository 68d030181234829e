//! The same answers published at both thresholds.

use crate::random::worlds;
use basketry_disclosure::Threshold;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn both_give_away_no_more_than_the_lower(world in worlds()) {
        let [five, ten] = Threshold::ALL.map(|threshold| world.publish(threshold));
        let mut attacker = world.attacker();
        world.tell(&mut attacker, &ten);
        world.tell(&mut attacker, &five);
        let found = world.attack(&attacker, Threshold::Five, &five.shown());
        prop_assert!(found.is_empty(), "{found:#?}");
        for group in (0..world.groups).filter(|group| ten.groups.is_shown(*group)) {
            prop_assert!(five.groups.is_shown(group));
            for (five, ten) in five.tables.iter().zip(&ten.tables) {
                prop_assert!((0..4).all(|row| ten.shown(row, group).is_none_or(|count| five.shown(row, group) == Some(count))));
            }
        }
    }
}
