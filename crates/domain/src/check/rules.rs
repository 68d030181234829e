//! Every item can be had: what it requires goes together, and with it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, ProblemCode};
use crate::{Consultation, Item, ItemId};

/// Items that no basket can hold.
pub(super) fn check(c: &Consultation, found: &mut Found) {
    let places: BTreeMap<&ItemId, usize> = c.items.iter().enumerate().map(|(place, item)| (&item.id, place)).collect();
    let apart = apart(c, &places);
    let id = |place: usize| c.items[place].id.to_string();
    for (index, item) in c.items.iter().enumerate() {
        let path = format!("items[{index}].requires");
        let needed = needed_by(c, &places, item);
        found.when(needed[index], &path, ProblemCode::RequiresCircle);
        let others: Vec<bool> = needed.iter().enumerate().map(|(place, needed)| *needed && place != index).collect();
        for place in (0..others.len()).filter(|place| others[*place]) {
            let excluded = apart.contains(&pair(index, place));
            found.when(excluded, &path, ProblemCode::RequiresExcluded(id(place)));
        }
        if let Some((one, other)) = apart.iter().find(|(one, other)| others[*one] && others[*other]) {
            found.when(true, path, ProblemCode::RequiresApart(id(*one), id(*other)));
        }
    }
}

/// Places of items that cannot be had together. It is enough that one of two says so.
fn apart(c: &Consultation, places: &BTreeMap<&ItemId, usize>) -> BTreeSet<(usize, usize)> {
    let excluded = |item: &Item| item.excludes.iter().filter_map(|id| places.get(id)).copied().collect::<Vec<_>>();
    let pairs = c.items.iter().enumerate();
    pairs.flat_map(|(index, item)| excluded(item).into_iter().map(move |other| pair(index, other))).collect()
}

fn pair(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

/// By place: whether an item requires it, directly or through others.
fn needed_by(c: &Consultation, places: &BTreeMap<&ItemId, usize>, item: &Item) -> Vec<bool> {
    let mut needed = vec![false; c.items.len()];
    let mut open = vec![item];
    while let Some(item) = open.pop() {
        for place in item.requires.iter().filter_map(|id| places.get(id)) {
            if !std::mem::replace(&mut needed[*place], true) {
                open.push(&c.items[*place]);
            }
        }
    }
    needed
}
