//! The attacker is worth something: weak suppression does not stand before it.

use crate::random::worlds;
use crate::world::World;
use basketry_disclosure::{Rows, Threshold};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

const TEN: Threshold = Threshold::Ten;

/// Holds back only what is small itself, of groups that are not small themselves.
fn primary_only(world: &World) -> Vec<String> {
    let (mut attacker, mut told) = (world.attacker(), Vec::new());
    for group in 0..world.groups {
        let people = world.people();
        let size: u64 = people.iter().filter(|kind| kind.groups.contains(&group)).map(|kind| kind.people).sum();
        if !TEN.is_small(size) {
            let shown = |question: usize, row: usize| {
                let rows: &Rows = &world.answers[question];
                let kinds = (0..world.kinds.len()).filter(|kind| world.kinds[*kind].contains(&group));
                let count = kinds.map(|kind| rows.counts.get(row).map_or(0, |counts| counts[kind])).sum();
                (row < rows.counts.len() && !TEN.is_small(count)).then_some(count)
            };
            world.tell_group(&mut attacker, group, &shown);
            told.push(group);
        }
    }
    world.attack(&attacker, TEN, &told)
}

fn one(counts: &[&[u64]]) -> World {
    let kinds: Vec<Vec<usize>> = (1..=counts[0].len()).map(|group| vec![0, group]).collect();
    let rows = Rows { counts: counts.iter().map(|row| row.to_vec()).collect(), subtotals: Vec::new() };
    World { groups: kinds.len() + 1, kinds, answers: vec![rows] }
}

#[test]
fn a_count_held_back_alone_is_found() {
    let world = one(&[&[3, 20, 30], &[27, 15, 40]]);
    let found = primary_only(&world);
    assert!(found.iter().any(|line| line.contains("row 0, kinds [0]: 3 in (3.0, 3.0)")), "{found:#?}");
    let mut attacker = world.attacker();
    let published = world.publish(TEN);
    world.tell(&mut attacker, &published);
    assert_eq!(world.attack(&attacker, TEN, &published.shown()), [""; 0]);
}

#[test]
fn two_held_back_that_come_to_little_are_found() {
    // Both are below ten, and the total says that they are five together.
    let world = one(&[&[2, 3, 30], &[28, 27, 40]]);
    let found = primary_only(&world);
    assert!(!found.is_empty());
}

#[test]
fn most_worlds_are_found_out_when_only_small_counts_are_held_back() {
    let mut runner = TestRunner::deterministic();
    let found = (0..100).filter(|_| {
        let world = worlds().new_tree(&mut runner).unwrap().current();
        !primary_only(&world).is_empty()
    });
    assert!(found.count() > 50);
}
